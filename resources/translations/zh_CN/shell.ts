<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>JewelCRM</name>
        <message>
            <source>1 day before</source>
            <translation>1 天前</translation>
        </message>
        <message>
            <source>1,600 days</source>
            <translation>1,600 天</translation>
        </message>
        <message>
            <source>1. Send this request to head office:</source>
            <translation>1. 把这个请求传给总部：</translation>
        </message>
        <message>
            <source>10 days before</source>
            <translation>10 天前</translation>
        </message>
        <message>
            <source>2. Type or paste their answer:</source>
            <translation>2. 输入或粘贴他们的答复：</translation>
        </message>
        <message>
            <source>3 days before</source>
            <translation>3 天前</translation>
        </message>
        <message>
            <source>4 GB are needed to work well; add some.</source>
            <translation>要运作顺畅需要 4 GB 内存；请加装。</translation>
        </message>
        <message>
            <source>40 × 30 mm</source>
            <translation>40 × 30 毫米</translation>
        </message>
        <message>
            <source>400 days</source>
            <translation>400 天</translation>
        </message>
        <message>
            <source>5 days before</source>
            <translation>5 天前</translation>
        </message>
        <message>
            <source>6 to 8 digits</source>
            <translation>6 至 8 位数字</translation>
        </message>
        <message>
            <source>60 × 12 mm</source>
            <translation>60 × 12 毫米</translation>
        </message>
        <message>
            <source>60 × 40 mm</source>
            <translation>60 × 40 毫米</translation>
        </message>
        <message>
            <source>70 × 50 mm</source>
            <translation>70 × 50 毫米</translation>
        </message>
        <message>
            <source>80 mm roll</source>
            <translation>80 毫米纸卷</translation>
        </message>
        <message>
            <source>800 days</source>
            <translation>800 天</translation>
        </message>
        <message>
            <source>A barcode scanner that types like a keyboard is heard on every page. Turn Chinese typing off while you scan.</source>
            <translation>模拟键盘输入的条码扫描枪，在每一页都能使用。扫描时请关闭中文输入法。</translation>
        </message>
        <message>
            <source>A branch code has 2 to 8 letters or digits, e.g. HK01</source>
            <translation>门店编号为 2 至 8 个英文字母或数字，例如 HK01</translation>
        </message>
        <message>
            <source>A few words in a row are best</source>
            <translation>用几个词语连成一句最好</translation>
        </message>
        <message>
            <source>a folder is not as it should be</source>
            <translation>有一个文件夹不正常</translation>
        </message>
        <message>
            <source>A keyring keeps half of this store's key already.</source>
            <translation>钥匙串已保存这个数据库的一半密钥。</translation>
        </message>
        <message>
            <source>A log-in has 2 to 60 letters or digits, without spaces, e.g. mei.chan</source>
            <translation>登录名为 2 至 60 个字母或数字，不含空格，例如 mei.chan</translation>
        </message>
        <message>
            <source>A made-up shop with 5,000 customers, their orders, payments and reminders. Nobody in it is real.</source>
            <translation>一间虚构的门店，有 5,000 位顾客及其订单、付款和提醒。全部均非真实人物。</translation>
        </message>
        <message>
            <source>a network folder is not as it should be</source>
            <translation>有一个网络文件夹不正常</translation>
        </message>
        <message>
            <source>A newer JewelCRM has brought the store of this computer up to date. This window is the one from before and does not write into it.</source>
            <translation>较新版本的 JewelCRM 已更新这台电脑的数据库。本窗口属旧版本，不会再写入数据库。</translation>
        </message>
        <message>
            <source>A newer JewelCRM has brought the store up to date while this window was open. Nothing of this was saved. Close the window and open it again.</source>
            <translation>较新版本的 JewelCRM 已在本窗口打开期间更新数据库。此次输入并未保存。请关闭窗口，再重新打开。</translation>
        </message>
        <message>
            <source>A PIN has {least} to {most} digits.</source>
            <translation>PIN 码为 {least} 至 {most} 位数字。</translation>
        </message>
        <message>
            <source>A record is complete when everything required is known. What is not to be asked is not offered on the card, and refused there.</source>
            <translation>所有必填项目齐备，记录才算完整。不可询问的项目不会在顾客卡上出现，填写也会被拒绝。</translation>
        </message>
        <message>
            <source>a USB stick is not as it should be</source>
            <translation>有一个U盘不正常</translation>
        </message>
        <message>
            <source>A5 sheet</source>
            <translation>A5 纸</translation>
        </message>
        <message>
            <source>About</source>
            <translation>关于</translation>
        </message>
        <message>
            <source>Add a USB stick or a network folder on the page Backups.</source>
            <translation>请在“备份”页加一个U盘或网络文件夹。</translation>
        </message>
        <message>
            <source>Add customers</source>
            <translation>添加顾客</translation>
        </message>
        <message>
            <source>Add people and give them roles</source>
            <translation>添加员工及设置职位</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>地址</translation>
        </message>
        <message>
            <source>Administrator</source>
            <translation>管理员</translation>
        </message>
        <message>
            <source>Administrator's name</source>
            <translation>管理员姓名</translation>
        </message>
        <message>
            <source>After 1 minute</source>
            <translation>1 分钟后</translation>
        </message>
        <message>
            <source>After 10 minutes</source>
            <translation>10 分钟后</translation>
        </message>
        <message>
            <source>After 15 minutes</source>
            <translation>15 分钟后</translation>
        </message>
        <message>
            <source>After 2 minutes</source>
            <translation>2 分钟后</translation>
        </message>
        <message>
            <source>After 3 minutes</source>
            <translation>3 分钟后</translation>
        </message>
        <message>
            <source>After 5 minutes</source>
            <translation>5 分钟后</translation>
        </message>
        <message>
            <source>All data is on this computer. No line is needed.</source>
            <translation>数据都在这台电脑，无需连接。</translation>
        </message>
        <message>
            <source>All right</source>
            <translation>知道了</translation>
        </message>
        <message>
            <source>An administrator can join this shop to a head office.</source>
            <translation>管理员可将本店加入总部。</translation>
        </message>
        <message>
            <source>an import is unfinished: {a}</source>
            <translation>有未完成的导入：{a}</translation>
        </message>
        <message>
            <source>Another person…</source>
            <translation>换人…</translation>
        </message>
        <message>
            <source>Another program is using the store. Try again in a moment.</source>
            <translation>另一个程序正在使用数据库，请稍后重试。</translation>
        </message>
        <message>
            <source>As the computer</source>
            <translation>跟随电脑</translation>
        </message>
        <message>
            <source>Ask</source>
            <translation>询问</translation>
        </message>
        <message>
            <source>Ask each time</source>
            <translation>每次询问</translation>
        </message>
        <message>
            <source>Ask head office for the key</source>
            <translation>向总部取回密钥</translation>
        </message>
        <message>
            <source>Ask head office what becomes of this PC.</source>
            <translation>请向总部查询这台电脑如何处理。</translation>
        </message>
        <message>
            <source>asked of the system when something is printed</source>
            <translation>打印时才询问系统</translation>
        </message>
        <message>
            <source>Asking head office…</source>
            <translation>正联系总部…</translation>
        </message>
        <message>
            <source>At most {places} digits after the point.</source>
            <translation>小数点后最多 {places} 位。</translation>
        </message>
        <message>
            <source>Attention</source>
            <translation>请留意</translation>
        </message>
        <message>
            <source>Audit log</source>
            <translation>审计日志</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Back up now</source>
            <translation>立即备份</translation>
        </message>
        <message>
            <source>Backed up {time}</source>
            <translation>{time} 已备份</translation>
        </message>
        <message>
            <source>Backup</source>
            <translation>备份</translation>
        </message>
        <message>
            <source>Backup not tried out</source>
            <translation>备份未试恢复</translation>
        </message>
        <message>
            <source>Backup: look</source>
            <translation>备份：请查看</translation>
        </message>
        <message>
            <source>Backups</source>
            <translation>备份</translation>
        </message>
        <message>
            <source>backups lie on this PC's own disk only</source>
            <translation>备份只在这台电脑自己的硬盘上</translation>
        </message>
        <message>
            <source>Backups: {state}</source>
            <translation>备份：{state}</translation>
        </message>
        <message>
            <source>Both copies of the key file are damaged. Restore them from a backup.</source>
            <translation>密钥文件的两份副本都已损坏，请从备份恢复。</translation>
        </message>
        <message>
            <source>Both copies of the key file beside the store are lost or damaged. The store itself is left as it is. The key file comes back with a backup:</source>
            <translation>数据库旁的密钥文件两份都遗失或损坏。数据库本身不会更动。密钥文件可随备份取回：</translation>
        </message>
        <message>
            <source>Branch</source>
            <translation>门店</translation>
        </message>
        <message>
            <source>Branch closed</source>
            <translation>门店已关闭</translation>
        </message>
        <message>
            <source>Branch code</source>
            <translation>门店编号</translation>
        </message>
        <message>
            <source>Branch name</source>
            <translation>门店名称</translation>
        </message>
        <message>
            <source>Branch name in Chinese</source>
            <translation>门店中文名称</translation>
        </message>
        <message>
            <source>Branch phone</source>
            <translation>门店电话</translation>
        </message>
        <message>
            <source>Branches are changed at head office: jewelcrm-office branch.</source>
            <translation>门店数据由总部更改：jewelcrm-office branch。</translation>
        </message>
        <message>
            <source>Break off</source>
            <translation>中止</translation>
        </message>
        <message>
            <source>Build it anew: jewelcrm-admin doctor --rebuild-search</source>
            <translation>请重新建立：jewelcrm-admin doctor --rebuild-search</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Cancel orders</source>
            <translation>取消订单</translation>
        </message>
        <message>
            <source>Change capture</source>
            <translation>变更记录</translation>
        </message>
        <message>
            <source>Change customers</source>
            <translation>更改顾客数据</translation>
        </message>
        <message>
            <source>Change orders</source>
            <translation>更改订单</translation>
        </message>
        <message>
            <source>Change person</source>
            <translation>更改员工数据</translation>
        </message>
        <message>
            <source>Change products and gold prices</source>
            <translation>更改货品及金价</translation>
        </message>
        <message>
            <source>Change settings of this PC</source>
            <translation>更改这台电脑的设置</translation>
        </message>
        <message>
            <source>Change the key of this PC's store</source>
            <translation>更换这台电脑数据库的密钥</translation>
        </message>
        <message>
            <source>Change the language</source>
            <translation>切换语言</translation>
        </message>
        <message>
            <source>Change the shop's name and address</source>
            <translation>更改店铺名称及地址</translation>
        </message>
        <message>
            <source>Change your password</source>
            <translation>更改密码</translation>
        </message>
        <message>
            <source>Change your password…</source>
            <translation>更改密码…</translation>
        </message>
        <message>
            <source>Check now</source>
            <translation>立即检查</translation>
        </message>
        <message>
            <source>Check sums</source>
            <translation>校验和</translation>
        </message>
        <message>
            <source>Check the health of this PC's store</source>
            <translation>检查这台电脑的数据库</translation>
        </message>
        <message>
            <source>Check the network, then: jewelcrm-admin sync now</source>
            <translation>请检查网络，然后执行：jewelcrm-admin sync now</translation>
        </message>
        <message>
            <source>Check this computer's health</source>
            <translation>检查这台电脑的状况</translation>
        </message>
        <message>
            <source>checked</source>
            <translation>已检查</translation>
        </message>
        <message>
            <source>Checking…</source>
            <translation>检查中…</translation>
        </message>
        <message>
            <source>Checks the store, its keys, the disk and this computer. You can go on working.</source>
            <translation>检查数据库、密钥、磁盘及这台电脑。检查期间可继续工作。</translation>
        </message>
        <message>
            <source>Chinese address</source>
            <translation>中文地址</translation>
        </message>
        <message>
            <source>Chinese name</source>
            <translation>中文姓名</translation>
        </message>
        <message>
            <source>Chinese name of the shop</source>
            <translation>门店中文名称</translation>
        </message>
        <message>
            <source>Choose -10 to 10 mm.</source>
            <translation>请填写 -10 至 10 毫米。</translation>
        </message>
        <message>
            <source>Choose a day</source>
            <translation>选择日期</translation>
        </message>
        <message>
            <source>Choose a picture…</source>
            <translation>选择图片…</translation>
        </message>
        <message>
            <source>Choose a role: {roles}.</source>
            <translation>请选择职位：{roles}。</translation>
        </message>
        <message>
            <source>Choose in the calendar</source>
            <translation>从月历选择</translation>
        </message>
        <message>
            <source>Clock</source>
            <translation>时钟</translation>
        </message>
        <message>
            <source>Clock and head office</source>
            <translation>时钟与总部</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Close programs that are not needed, or restart the computer.</source>
            <translation>请关闭不需要的程序，或重新启动电脑。</translation>
        </message>
        <message>
            <source>Close the way in</source>
            <translation>停止登录权限</translation>
        </message>
        <message>
            <source>Close the window</source>
            <translation>关闭窗口</translation>
        </message>
        <message>
            <source>Close what is open</source>
            <translation>关闭目前打开的项目</translation>
        </message>
        <message>
            <source>Close without waiting</source>
            <translation>不等待，立即关闭</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>已关闭</translation>
        </message>
        <message>
            <source>complete, {a} records</source>
            <translation>已齐全，共 {a} 笔记录</translation>
        </message>
        <message>
            <source>Connect it to the network, then: jewelcrm-admin sync now</source>
            <translation>请接上网络，然后执行：jewelcrm-admin sync now</translation>
        </message>
        <message>
            <source>Connect this PC to head office: jewelcrm-admin sync now</source>
            <translation>把这台电脑连接总部：jewelcrm-admin sync now</translation>
        </message>
        <message>
            <source>Copied. Paste it into a safe place, not into an e-mail.</source>
            <translation>已复制。请贴到安全的地方，切勿贴到电子邮件。</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Copy the report</source>
            <translation>复制报告</translation>
        </message>
        <message>
            <source>Could be better</source>
            <translation>可以再好一点</translation>
        </message>
        <message>
            <source>could not be checked: {a}</source>
            <translation>无法检查：{a}</translation>
        </message>
        <message>
            <source>Customer of another branch</source>
            <translation>其他门店的顾客</translation>
        </message>
        <message>
            <source>Customers</source>
            <translation>顾客</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>Dashboard</source>
            <translation>业绩概览</translation>
        </message>
        <message>
            <source>day/month/year</source>
            <translation>日/月/年</translation>
        </message>
        <message>
            <source>days</source>
            <translation>日</translation>
        </message>
        <message>
            <source>Days before the end of working off line from when on it is said at each sign-in.</source>
            <translation>离线期限届满前多少日起，每次登录时提醒。</translation>
        </message>
        <message>
            <source>Days for which changes that head office knows stay on this PC.</source>
            <translation>总部已收到的改动在这台电脑保留多少日。</translation>
        </message>
        <message>
            <source>Days: {rule}</source>
            <translation>日数：{rule}</translation>
        </message>
        <message>
            <source>differed from head office's {a} times this week, and were mended</source>
            <translation>本星期与总部有 {a} 次差异，已修正</translation>
        </message>
        <message>
            <source>Disk</source>
            <translation>磁盘</translation>
        </message>
        <message>
            <source>Disk encryption</source>
            <translation>硬盘加密</translation>
        </message>
        <message>
            <source>Disk full</source>
            <translation>磁盘已满</translation>
        </message>
        <message>
            <source>Do</source>
            <translation>操作</translation>
        </message>
        <message>
            <source>Do not work on both copies: each would give papers the same numbers.</source>
            <translation>不要在两份副本上同时工作：两边的单据会有相同编号。</translation>
        </message>
        <message>
            <source>Easy to guess</source>
            <translation>容易猜中</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>编辑</translation>
        </message>
        <message>
            <source>Empty: the terms that come with the program.</source>
            <translation>留空则使用程序内置的条款。</translation>
        </message>
        <message>
            <source>English</source>
            <translation>English</translation>
        </message>
        <message>
            <source>Entries were removed or edited. Keep this file and tell the security officer.</source>
            <translation>有记录被删除或改动。请保留此文件并通知保安主任。</translation>
        </message>
        <message>
            <source>Erase a person for good, with a second person</source>
            <translation>永久删除一个人的数据（须由第二人确认）</translation>
        </message>
        <message>
            <source>every import that was begun is done</source>
            <translation>已开始的导入均已完成</translation>
        </message>
        <message>
            <source>every page is whole and every reference leads somewhere</source>
            <translation>每一页都完整，所有关联都正确</translation>
        </message>
        <message>
            <source>every table's triggers are as they should be</source>
            <translation>所有数据表的触发器均正常</translation>
        </message>
        <message>
            <source>Everything that had been sent is safe at head office. If the PC was lost or stolen and has come back, tell head office.</source>
            <translation>已传送的数据在总部安全保存。如这台电脑曾遗失或被窃而失而复得，请通知总部。</translation>
        </message>
        <message>
            <source>Everything that was saved is there. What was only typed is to be typed again. Close the window and open JewelCRM again.</source>
            <translation>已保存的数据全部都在；只是输入而未保存的，须重新输入。请关闭窗口，再打开 JewelCRM。</translation>
        </message>
        <message>
            <source>Fast (USB)</source>
            <translation>快（USB）</translation>
        </message>
        <message>
            <source>fault</source>
            <translation>故障</translation>
        </message>
        <message>
            <source>First copy</source>
            <translation>首次复制</translation>
        </message>
        <message>
            <source>First copy {n} %</source>
            <translation>首次复制 {n} %</translation>
        </message>
        <message>
            <source>First password</source>
            <translation>首次密码</translation>
        </message>
        <message>
            <source>Follow-ups</source>
            <translation>跟进</translation>
        </message>
        <message>
            <source>Fonts</source>
            <translation>字体</translation>
        </message>
        <message>
            <source>For a computer that is lost or broken, when neither its password nor its code opens the backup. Two people at head office allow it, with the recovery key.</source>
            <translation>适用于电脑遗失或损坏，而密码及恢复码均无法打开备份。须由总部两人以恢复密钥批准。</translation>
        </message>
        <message>
            <source>For installers: check and set up everything</source>
            <translation>安装人员：检查并设置全部</translation>
        </message>
        <message>
            <source>Free software under the Apache License 2.0. Uses Qt under the LGPL, Inter and Noto under the Open Font License.</source>
            <translation>以 Apache License 2.0 发放的自由软件。使用 Qt（LGPL）、Inter 及 Noto 字体（Open Font License）。</translation>
        </message>
        <message>
            <source>Free some space: {a} GB are needed for copies and updates.</source>
            <translation>请腾出空间：备份及更新需要 {a} GB。</translation>
        </message>
        <message>
            <source>From a stick or folder…</source>
            <translation>从U盘或文件夹…</translation>
        </message>
        <message>
            <source>Give them a new password: jewelcrm-admin user password LOGIN</source>
            <translation>请为他们设置新密码：jewelcrm-admin user password LOGIN</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>继续</translation>
        </message>
        <message>
            <source>Go to</source>
            <translation>前往</translation>
        </message>
        <message>
            <source>Go to the search box</source>
            <translation>前往搜索列</translation>
        </message>
        <message>
            <source>Gold</source>
            <translation>金</translation>
        </message>
        <message>
            <source>Good</source>
            <translation>良好</translation>
        </message>
        <message>
            <source>Has this person left?</source>
            <translation>这位员工已离职吗？</translation>
        </message>
        <message>
            <source>Have reports prepared by themselves</source>
            <translation>设置自动制备报表</translation>
        </message>
        <message>
            <source>Have the printed recovery code at hand: the next sign-in needs it.</source>
            <translation>请备妥印出的恢复码：下次登录需要用到。</translation>
        </message>
        <message>
            <source>Head office</source>
            <translation>总部</translation>
        </message>
        <message>
            <source>Head office gives you its address and a one-time code. People and branches come first; the rest is copied while you work.</source>
            <translation>总部会给您网址及一次性代码。员工及门店数据先到，其余在您工作时陆续复制。</translation>
        </message>
        <message>
            <source>Head office has been asked; {n} of 2 people have allowed it. Ask again when they have: the request waits.</source>
            <translation>已询问总部；2 人中有 {n} 人批准。他们批准后再按一次：请求会保留。</translation>
        </message>
        <message>
            <source>Head office has not been reached for some time. In a few days this PC stops working until it is: check the network.</source>
            <translation>已有一段时间未能联系总部。再过数天，这台电脑将停用至联系得上为止：请检查网络。</translation>
        </message>
        <message>
            <source>Head office has taken this PC off, and what it held is erased. Ask head office for a new code to enrol it again.</source>
            <translation>总部已移除这台电脑，其数据已删除。如要重新加入，请向总部索取新代码。</translation>
        </message>
        <message>
            <source>Head office's answer</source>
            <translation>总部的答复</translation>
        </message>
        <message>
            <source>Head office: {state}</source>
            <translation>总部：{state}</translation>
        </message>
        <message>
            <source>Health</source>
            <translation>健康检查</translation>
        </message>
        <message>
            <source>Health and about</source>
            <translation>检查与关于</translation>
        </message>
        <message>
            <source>Hear the barcode scanner on every page.</source>
            <translation>在每一页接收条码扫描枪。</translation>
        </message>
        <message>
            <source>Hear the scanner</source>
            <translation>接收扫描枪</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>说明</translation>
        </message>
        <message>
            <source>Help for this page</source>
            <translation>本页说明</translation>
        </message>
        <message>
            <source>Help for this page (F1)</source>
            <translation>本页说明（F1）</translation>
        </message>
        <message>
            <source>Help text</source>
            <translation>说明内容</translation>
        </message>
        <message>
            <source>Histories on this PC stay for</source>
            <translation>记录在这台电脑保留</translation>
        </message>
        <message>
            <source>HK01</source>
            <translation>HK01</translation>
        </message>
        <message>
            <source>holds its half of the key</source>
            <translation>保存着它的一半密钥</translation>
        </message>
        <message>
            <source>holds its half, but the store was made on another computer</source>
            <translation>保存了它的一半密钥，但数据库是在另一台电脑建立的</translation>
        </message>
        <message>
            <source>How far it is</source>
            <translation>进度</translation>
        </message>
        <message>
            <source>How far the demo store is</source>
            <translation>示范数据库进度</translation>
        </message>
        <message>
            <source>How fast it types</source>
            <translation>输入速度</translation>
        </message>
        <message>
            <source>How good the password is</source>
            <translation>密码强度</translation>
        </message>
        <message>
            <source>How head office is asked</source>
            <translation>如何询问总部</translation>
        </message>
        <message>
            <source>How it is opened</source>
            <translation>如何打开</translation>
        </message>
        <message>
            <source>How the line stands</source>
            <translation>连接状况</translation>
        </message>
        <message>
            <source>How the window looks on this computer.</source>
            <translation>这台电脑的窗口外观。</translation>
        </message>
        <message>
            <source>I have printed it or written it down, and put it in a safe place</source>
            <translation>我已打印或抄下，并放在安全的地方</translation>
        </message>
        <message>
            <source>If it comes up</source>
            <translation>按需要</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>Import files</source>
            <translation>导入文件</translation>
        </message>
        <message>
            <source>Import the same file again: it goes on where it was and nothing doubles.</source>
            <translation>请再导入同一文件：会由中断处继续，不会重复。</translation>
        </message>
        <message>
            <source>Imports</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>Install a keyring (on Linux: gnome-keyring), or keep this PC locked away.</source>
            <translation>请安装钥匙串（Linux：gnome-keyring），或把这台电脑锁好。</translation>
        </message>
        <message>
            <source>Install the program again.</source>
            <translation>请重新安装程序。</translation>
        </message>
        <message>
            <source>Install the update; until then this PC works, but does not exchange.</source>
            <translation>请安装更新；在此之前这台电脑可以工作，但不会与总部交换数据。</translation>
        </message>
        <message>
            <source>It could not be made.</source>
            <translation>未能备份。</translation>
        </message>
        <message>
            <source>It could not be printed. Write the code down.</source>
            <translation>无法打印，请抄下恢复码。</translation>
        </message>
        <message>
            <source>JCRA …</source>
            <translation>JCRA …</translation>
        </message>
        <message>
            <source>JewelCRM</source>
            <translation>JewelCRM</translation>
        </message>
        <message>
            <source>JewelCRM, version {version}</source>
            <translation>JewelCRM，版本 {version}</translation>
        </message>
        <message>
            <source>Join</source>
            <translation>加入</translation>
        </message>
        <message>
            <source>Join a head office</source>
            <translation>加入总部</translation>
        </message>
        <message>
            <source>Join a head office instead</source>
            <translation>改为加入总部</translation>
        </message>
        <message>
            <source>Join head office…</source>
            <translation>加入总部…</translation>
        </message>
        <message>
            <source>Join this PC to a head office</source>
            <translation>将这台电脑加入总部</translation>
        </message>
        <message>
            <source>Keep editing</source>
            <translation>继续编辑</translation>
        </message>
        <message>
            <source>Keep this sheet locked away, not beside the computer.</source>
            <translation>请把这张纸锁好，不要放在电脑旁。</translation>
        </message>
        <message>
            <source>Keyring</source>
            <translation>钥匙串</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>密钥</translation>
        </message>
        <message>
            <source>Labels</source>
            <translation>标签</translation>
        </message>
        <message>
            <source>Labels are moved down by so many tenths of a millimetre.</source>
            <translation>标签向下移多少个十分之一毫米。</translation>
        </message>
        <message>
            <source>Labels are moved right by so many tenths of a millimetre.</source>
            <translation>标签向右移多少个十分之一毫米。</translation>
        </message>
        <message>
            <source>Labels of bags</source>
            <translation>袋标签</translation>
        </message>
        <message>
            <source>Labels of job bags, in mm.</source>
            <translation>工作袋标签的尺寸（毫米）。</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Language of receipts</source>
            <translation>收据语言</translation>
        </message>
        <message>
            <source>Language of receipts.</source>
            <translation>收据的语言。</translation>
        </message>
        <message>
            <source>Latin and Chinese fonts are here</source>
            <translation>拉丁及中文字体齐备</translation>
        </message>
        <message>
            <source>Leave the program open and connected, or run: jewelcrm-admin sync now</source>
            <translation>请让程序保持打开及连接，或执行：jewelcrm-admin sync now</translation>
        </message>
        <message>
            <source>Letter of this PC</source>
            <translation>这台电脑的字母</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <source>Light or dark</source>
            <translation>浅色或深色</translation>
        </message>
        <message>
            <source>Light, dark, or as the computer.</source>
            <translation>浅色、深色，或跟随电脑。</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>锁定</translation>
        </message>
        <message>
            <source>Lock when nobody touches it</source>
            <translation>无人操作时锁定</translation>
        </message>
        <message>
            <source>Locked</source>
            <translation>已锁定</translation>
        </message>
        <message>
            <source>Log-in name</source>
            <translation>登录名</translation>
        </message>
        <message>
            <source>Log-in of a second person</source>
            <translation>第二人的登录名</translation>
        </message>
        <message>
            <source>Logo on reports</source>
            <translation>报表上的商店标志</translation>
        </message>
        <message>
            <source>Longest gap between a scanner's keys.</source>
            <translation>扫描枪按键之间的最长间隔。</translation>
        </message>
        <message>
            <source>Look another branch's customer up</source>
            <translation>查询其他门店的顾客</translation>
        </message>
        <message>
            <source>Look in the audit log who was at this PC. Change your own password first, which closes every other way in; then set everybody's anew, and make a new recovery code (jewelcrm-admin key rotate).</source>
            <translation>请在审计日志查看谁用过这台电脑。先更改您自己的密码（其他进入途径会随即关闭），再为每人重设密码，并以 jewelcrm-admin key rotate 生成新的恢复码。</translation>
        </message>
        <message>
            <source>Look up a customer of another branch</source>
            <translation>查询其他门店的顾客</translation>
        </message>
        <message>
            <source>Look up “{text}” at the other branches</source>
            <translation>到其他门店查询“{text}”</translation>
        </message>
        <message>
            <source>Looking…</source>
            <translation>查看中…</translation>
        </message>
        <message>
            <source>Make a backup, set the program up on this computer's own disk, and restore it there.</source>
            <translation>请先备份，在这台电脑本身的硬盘设置程序，再把备份恢复到那里。</translation>
        </message>
        <message>
            <source>Make a package for support, without personal data</source>
            <translation>制作支持用数据包（不含个人信息）</translation>
        </message>
        <message>
            <source>Make one: jewelcrm-admin backup now</source>
            <translation>做一个：jewelcrm-admin backup now</translation>
        </message>
        <message>
            <source>Make, check and try out backups</source>
            <translation>备份、检查和试恢复</translation>
        </message>
        <message>
            <source>Making the demo store</source>
            <translation>正在建立示范数据库</translation>
        </message>
        <message>
            <source>Making the key of the store…</source>
            <translation>正在建立数据库密钥…</translation>
        </message>
        <message>
            <source>Making the store…</source>
            <translation>正在建立数据库…</translation>
        </message>
        <message>
            <source>Manager</source>
            <translation>经理</translation>
        </message>
        <message>
            <source>Mei Chan</source>
            <translation>Mei Chan</translation>
        </message>
        <message>
            <source>Memory</source>
            <translation>内存</translation>
        </message>
        <message>
            <source>Minutes without a touch until the window locks.</source>
            <translation>无人操作多少分钟后锁定窗口。</translation>
        </message>
        <message>
            <source>missing: {a}</source>
            <translation>缺少：{a}</translation>
        </message>
        <message>
            <source>Moment to go back to</source>
            <translation>要恢复的时间</translation>
        </message>
        <message>
            <source>Move customers to another branch</source>
            <translation>将顾客转到其他门店</translation>
        </message>
        <message>
            <source>Move orders to another stage</source>
            <translation>把订单移到另一阶段</translation>
        </message>
        <message>
            <source>Moved down, mm</source>
            <translation>向下移（毫米）</translation>
        </message>
        <message>
            <source>Moved right, mm</source>
            <translation>向右移（毫米）</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Name of the shop</source>
            <translation>门店名称</translation>
        </message>
        <message>
            <source>Name, phone, number, or scan</source>
            <translation>姓名、电话、编号，或扫描条码</translation>
        </message>
        <message>
            <source>Nathan Road</source>
            <translation>Nathan Road</translation>
        </message>
        <message>
            <source>Needs attention</source>
            <translation>需要处理</translation>
        </message>
        <message>
            <source>Never asked, more than a shop needs (Cap. 486): {fields}</source>
            <translation>一律不可询问，超乎门店所需（第 486 章）：{fields}</translation>
        </message>
        <message>
            <source>New customer</source>
            <translation>新顾客</translation>
        </message>
        <message>
            <source>New follow-up</source>
            <translation>新跟进</translation>
        </message>
        <message>
            <source>New order</source>
            <translation>新订单</translation>
        </message>
        <message>
            <source>New password</source>
            <translation>新密码</translation>
        </message>
        <message>
            <source>New password…</source>
            <translation>新密码…</translation>
        </message>
        <message>
            <source>New person</source>
            <translation>新员工</translation>
        </message>
        <message>
            <source>New PIN</source>
            <translation>新 PIN 码</translation>
        </message>
        <message>
            <source>New product</source>
            <translation>新货品</translation>
        </message>
        <message>
            <source>No backup for a day</source>
            <translation>已一天没有备份</translation>
        </message>
        <message>
            <source>No backup for {n} days</source>
            <translation>已 {n} 天没有备份</translation>
        </message>
        <message>
            <source>No backup was put back for trial lately, so nobody knows that it can be.</source>
            <translation>最近没有试恢复备份，因此不知道能否恢复。</translation>
        </message>
        <message>
            <source>No backup yet</source>
            <translation>还没有备份</translation>
        </message>
        <message>
            <source>no checked backup yet</source>
            <translation>还没有已检查的备份</translation>
        </message>
        <message>
            <source>No keyring keeps a part of this store's key, so the password alone protects the store.</source>
            <translation>没有钥匙串保存这个数据库的部分密钥，数据库只靠密码保护。</translation>
        </message>
        <message>
            <source>No logo</source>
            <translation>不用标志</translation>
        </message>
        <message>
            <source>No password was given. Set {variable}, or name a file with {option}.</source>
            <translation>没有提供密码。请设置 {variable}，或以 {option} 指定文件。</translation>
        </message>
        <message>
            <source>no printer is set up on this computer</source>
            <translation>这台电脑未设置打印机</translation>
        </message>
        <message>
            <source>No way in on this PC</source>
            <translation>未能在此电脑登录</translation>
        </message>
        <message>
            <source>Nobody at the counter? The desk locks by itself.</source>
            <translation>柜位无人？画面会自动锁定。</translation>
        </message>
        <message>
            <source>Nobody with this log-in works here.</source>
            <translation>没有使用此登录名的员工。</translation>
        </message>
        <message>
            <source>none yet: nobody knows whether a backup can be restored</source>
            <translation>还没有：没有人知道备份能否恢复</translation>
        </message>
        <message>
            <source>none: this PC stands alone</source>
            <translation>无：这台电脑独立运作</translation>
        </message>
        <message>
            <source>not checked yet</source>
            <translation>未检查</translation>
        </message>
        <message>
            <source>Not let in yet</source>
            <translation>尚未获接纳</translation>
        </message>
        <message>
            <source>not reached for {a} days</source>
            <translation>已 {a} 天未能联系</translation>
        </message>
        <message>
            <source>Not to be asked</source>
            <translation>不可询问</translation>
        </message>
        <message>
            <source>nothing</source>
            <translation>无</translation>
        </message>
        <message>
            <source>Nothing found</source>
            <translation>找不到结果</translation>
        </message>
        <message>
            <source>Nothing found here</source>
            <translation>本店找不到</translation>
        </message>
        <message>
            <source>Nothing has the number {text}.</source>
            <translation>找不到编号 {text}。</translation>
        </message>
        <message>
            <source>Nothing is deleted on any of these ways.</source>
            <translation>以上任何方法都不会删除数据。</translation>
        </message>
        <message>
            <source>Off line</source>
            <translation>离线</translation>
        </message>
        <message>
            <source>Off line · needs attention</source>
            <translation>离线 · 需要处理</translation>
        </message>
        <message>
            <source>On line</source>
            <translation>已连接</translation>
        </message>
        <message>
            <source>On line · sending {n}</source>
            <translation>已连接 · 正传送 {n} 项</translation>
        </message>
        <message>
            <source>On paper or by phone</source>
            <translation>书面或电话</translation>
        </message>
        <message>
            <source>One moment…</source>
            <translation>请稍候…</translation>
        </message>
        <message>
            <source>One of the places for copies is not as it should be.</source>
            <translation>其中一个副本存放处不正常。</translation>
        </message>
        <message>
            <source>one of the two copies of the key file is lost or damaged</source>
            <translation>密钥文件的两份副本之一遗失或损坏</translation>
        </message>
        <message>
            <source>one person and the recovery code open the store</source>
            <translation>一人及恢复码可打开数据库</translation>
        </message>
        <message>
            <source>Open another branch's customer for a day</source>
            <translation>打开其他门店的顾客一天</translation>
        </message>
        <message>
            <source>Open the store</source>
            <translation>打开数据库</translation>
        </message>
        <message>
            <source>Open with the printed recovery code</source>
            <translation>用印出的恢复码打开</translation>
        </message>
        <message>
            <source>Open with the recovery code</source>
            <translation>用恢复码打开</translation>
        </message>
        <message>
            <source>Opening the store…</source>
            <translation>正在打开数据库…</translation>
        </message>
        <message>
            <source>opens; schema {a}, one customer, {b} MB</source>
            <translation>可打开；结构 {a}，一位顾客，{b} MB</translation>
        </message>
        <message>
            <source>opens; schema {a}, {b} customers, {c} MB</source>
            <translation>可以打开；数据格式 {a}，{b} 位顾客，{c} MB</translation>
        </message>
        <message>
            <source>Orders</source>
            <translation>订单</translation>
        </message>
        <message>
            <source>Over the line</source>
            <translation>经连接</translation>
        </message>
        <message>
            <source>Package for support…</source>
            <translation>支持数据包…</translation>
        </message>
        <message>
            <source>Pages of the help</source>
            <translation>说明页</translation>
        </message>
        <message>
            <source>Paper</source>
            <translation>纸张</translation>
        </message>
        <message>
            <source>Paper of receipts.</source>
            <translation>收据的纸张。</translation>
        </message>
        <message>
            <source>Parts of the settings</source>
            <translation>设置分类</translation>
        </message>
        <message>
            <source>passed within two days (it took {a} s)</source>
            <translation>两天内通过（用了 {a} 秒）</translation>
        </message>
        <message>
            <source>passed {a} days ago (it took {b} s)</source>
            <translation>{a} 天前通过（用了 {b} 秒）</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>Password or key lost</source>
            <translation>遗失密码或密钥</translation>
        </message>
        <message>
            <source>Password or key lost?</source>
            <translation>遗失密码或密钥？</translation>
        </message>
        <message>
            <source>Payments</source>
            <translation>付款</translation>
        </message>
        <message>
            <source>People</source>
            <translation>员工</translation>
        </message>
        <message>
            <source>People are added and changed at head office: jewelcrm-office user.</source>
            <translation>员工由总部添加及更改：jewelcrm-office user。</translation>
        </message>
        <message>
            <source>Phone of the shop</source>
            <translation>门店电话</translation>
        </message>
        <message>
            <source>Picture (PNG or JPEG) of the shop's logo for reports.</source>
            <translation>报表上的门店标志图片（PNG 或 JPEG）。</translation>
        </message>
        <message>
            <source>Pictures (*.png *.jpg *.jpeg)</source>
            <translation>图片 (*.png *.jpg *.jpeg)</translation>
        </message>
        <message>
            <source>PIN</source>
            <translation>PIN 码</translation>
        </message>
        <message>
            <source>Places for copies</source>
            <translation>副本存放处</translation>
        </message>
        <message>
            <source>Please wait</source>
            <translation>请稍候</translation>
        </message>
        <message>
            <source>Present password</source>
            <translation>现时密码</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>Print a test label</source>
            <translation>打印测试标签</translation>
        </message>
        <message>
            <source>Print a test label: its frames lie 1, 2 and 3 mm from the edge. Type by how much it must move.</source>
            <translation>请打印测试标签：框线距离边缘 1、2 及 3 毫米。填写标签要移多少。</translation>
        </message>
        <message>
            <source>Print labels of the order</source>
            <translation>打印订单标签</translation>
        </message>
        <message>
            <source>Print the tag of a piece</source>
            <translation>打印货品吊牌</translation>
        </message>
        <message>
            <source>Print this page</source>
            <translation>打印此页</translation>
        </message>
        <message>
            <source>Printed in the head of every receipt; a receipt must state the address.</source>
            <translation>印于每张收据之首；收据必须列明地址。</translation>
        </message>
        <message>
            <source>Printer</source>
            <translation>打印机</translation>
        </message>
        <message>
            <source>Printer of labels</source>
            <translation>标签打印机</translation>
        </message>
        <message>
            <source>Printer of labels; empty asks each time.</source>
            <translation>标签打印机；留空则每次询问。</translation>
        </message>
        <message>
            <source>Printer of receipts; empty asks each time.</source>
            <translation>收据打印机；留空则每次询问。</translation>
        </message>
        <message>
            <source>Printer of reports</source>
            <translation>报表打印机</translation>
        </message>
        <message>
            <source>Printer of reports; empty asks each time.</source>
            <translation>报表打印机；留空则每次询问。</translation>
        </message>
        <message>
            <source>Products</source>
            <translation>货品</translation>
        </message>
        <message>
            <source>Products and gold prices belong to the whole chain: an administrator changes them, on any PC.</source>
            <translation>货品及金价属于整个集团：由管理员更改，在任何一台电脑均可。</translation>
        </message>
        <message>
            <source>Program</source>
            <translation>程序</translation>
        </message>
        <message>
            <source>Put a backup back</source>
            <translation>恢复备份</translation>
        </message>
        <message>
            <source>Put customers away</source>
            <translation>归档顾客</translation>
        </message>
        <message>
            <source>Put it back</source>
            <translation>恢复</translation>
        </message>
        <message>
            <source>reached within the last day</source>
            <translation>一天内曾联系</translation>
        </message>
        <message>
            <source>Read everything again</source>
            <translation>重新读取</translation>
        </message>
        <message>
            <source>Read the audit log</source>
            <translation>查看审计日志</translation>
        </message>
        <message>
            <source>Read: {text}</source>
            <translation>读到：{text}</translation>
        </message>
        <message>
            <source>Receipts</source>
            <translation>收据</translation>
        </message>
        <message>
            <source>Recommended</source>
            <translation>建议</translation>
        </message>
        <message>
            <source>Recovery code</source>
            <translation>恢复码</translation>
        </message>
        <message>
            <source>Refund payments</source>
            <translation>退款</translation>
        </message>
        <message>
            <source>Reminder rules</source>
            <translation>提醒规则</translation>
        </message>
        <message>
            <source>Reminders</source>
            <translation>提醒</translation>
        </message>
        <message>
            <source>Reminders are made by themselves from these rules. Days are counted from the day the rule is about: -7, 0 means seven days before and on the day.</source>
            <translation>系统按这些规则自动产生提醒。日数由规则所指的日子起计：-7, 0 即七天前及当天。</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>报告</translation>
        </message>
        <message>
            <source>Reports</source>
            <translation>报表</translation>
        </message>
        <message>
            <source>Request for head office</source>
            <translation>给总部的请求</translation>
        </message>
        <message>
            <source>Required</source>
            <translation>必填</translation>
        </message>
        <message>
            <source>Restore trial</source>
            <translation>试恢复</translation>
        </message>
        <message>
            <source>Results</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>职位</translation>
        </message>
        <message>
            <source>Run reports</source>
            <translation>制作报表</translation>
        </message>
        <message>
            <source>Run reports that name customers</source>
            <translation>制作载有顾客姓名的报表</translation>
        </message>
        <message>
            <source>Run the reports one's department may see</source>
            <translation>制作所属部门获准查看的报表</translation>
        </message>
        <message>
            <source>Sales</source>
            <translation>销售员</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Save as a file…</source>
            <translation>保存为文件…</translation>
        </message>
        <message>
            <source>Save the terms</source>
            <translation>保存条款</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>已保存。</translation>
        </message>
        <message>
            <source>Say at sign-in that working off line will end</source>
            <translation>登录时提醒离线期限将满</translation>
        </message>
        <message>
            <source>Say where copies of the backups go</source>
            <translation>设置备份副本的存放处</translation>
        </message>
        <message>
            <source>Say which reports a department may see</source>
            <translation>决定部门可查看哪些报表</translation>
        </message>
        <message>
            <source>Scan something now: what is read is shown here.</source>
            <translation>现在扫描试试：读到的内容会在此显示。</translation>
        </message>
        <message>
            <source>Scanner</source>
            <translation>扫描枪</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>搜索</translation>
        </message>
        <message>
            <source>Search and do</source>
            <translation>搜索及操作</translation>
        </message>
        <message>
            <source>Search for anything</source>
            <translation>搜索任何数据</translation>
        </message>
        <message>
            <source>Search the help</source>
            <translation>搜索说明</translation>
        </message>
        <message>
            <source>Search, or say what to do</source>
            <translation>搜索，或输入要做的事</translation>
        </message>
        <message>
            <source>Search, or say what to do: new order, payment, settings</source>
            <translation>搜索，或输入要做的事：新订单、付款、设置</translation>
        </message>
        <message>
            <source>Search, pages and deeds in one list</source>
            <translation>搜索、页面及操作同列</translation>
        </message>
        <message>
            <source>See customers</source>
            <translation>查看顾客</translation>
        </message>
        <message>
            <source>See how the backups stand</source>
            <translation>查看备份情况</translation>
        </message>
        <message>
            <source>See orders</source>
            <translation>查看订单</translation>
        </message>
        <message>
            <source>See payments</source>
            <translation>查看付款</translation>
        </message>
        <message>
            <source>See products and gold prices</source>
            <translation>查看货品及金价</translation>
        </message>
        <message>
            <source>See reminders and follow-ups</source>
            <translation>查看提醒及跟进</translation>
        </message>
        <message>
            <source>See settings</source>
            <translation>查看设置</translation>
        </message>
        <message>
            <source>See what head office knows</source>
            <translation>查看总部所知的数据</translation>
        </message>
        <message>
            <source>See who changed what</source>
            <translation>查看更改记录</translation>
        </message>
        <message>
            <source>See who works here</source>
            <translation>查看员工</translation>
        </message>
        <message>
            <source>Send to head office and read from it now</source>
            <translation>立即与总部收发数据</translation>
        </message>
        <message>
            <source>Sent to the printer</source>
            <translation>已传送至打印机</translation>
        </message>
        <message>
            <source>Set one up in the computer's settings; until then receipts are saved as PDF.</source>
            <translation>请在电脑设置中加入打印机；在此之前收据会存为 PDF。</translation>
        </message>
        <message>
            <source>Set the computer's date and time, best by itself from the network.</source>
            <translation>请设置电脑的日期及时间，最好由网络自动设置。</translation>
        </message>
        <message>
            <source>Set the computer's date and time.</source>
            <translation>请校正电脑的日期和时间。</translation>
        </message>
        <message>
            <source>Set the rules that make reminders</source>
            <translation>设置提醒规则</translation>
        </message>
        <message>
            <source>Set up a shop of its own</source>
            <translation>设立独立门店</translation>
        </message>
        <message>
            <source>Set up this shop</source>
            <translation>建立门店</translation>
        </message>
        <message>
            <source>Set your PIN</source>
            <translation>设置 PIN 码</translation>
        </message>
        <message>
            <source>Set your PIN…</source>
            <translation>设置 PIN 码…</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Settle what two have changed, and what was put aside</source>
            <translation>处理双方的改动及被搁置的工作</translation>
        </message>
        <message>
            <source>Several shops of one company share people, products and orders through head office.</source>
            <translation>同一公司的多间门店通过总部共享员工、货品及订单。</translation>
        </message>
        <message>
            <source>Several things have {text}. Type it into the search box.</source>
            <translation>有多项数据含 {text}，请在搜索列输入。</translation>
        </message>
        <message>
            <source>Share customers with another branch</source>
            <translation>与其他门店共享顾客</translation>
        </message>
        <message>
            <source>Shop</source>
            <translation>门店</translation>
        </message>
        <message>
            <source>Show a light beside the clock: backups and head office</source>
            <translation>在时钟旁显示灯号：备份和总部</translation>
        </message>
        <message>
            <source>Show or hide what is typed</source>
            <translation>显示或隐藏输入内容</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>登录</translation>
        </message>
        <message>
            <source>Sign in with the password once; after that the PIN works for 12 hours.</source>
            <translation>请先用密码登录一次，之后 12 小时内可用 PIN 码。</translation>
        </message>
        <message>
            <source>Sign out</source>
            <translation>退出登录</translation>
        </message>
        <message>
            <source>Sign out and in again: it is written anew from the other one. Check the disk.</source>
            <translation>退出登录再登录：会由另一份重新写出。请检查硬盘。</translation>
        </message>
        <message>
            <source>Sign-in</source>
            <translation>登录设置</translation>
        </message>
        <message>
            <source>Silver</source>
            <translation>银</translation>
        </message>
        <message>
            <source>since {time}</source>
            <translation>自 {time}</translation>
        </message>
        <message>
            <source>Size of text</source>
            <translation>文字大小</translation>
        </message>
        <message>
            <source>Size of text in percent.</source>
            <translation>文字大小（百分比）。</translation>
        </message>
        <message>
            <source>Slow (Bluetooth)</source>
            <translation>慢（蓝牙）</translation>
        </message>
        <message>
            <source>So many rows about people leave only when somebody agrees. Nobody else here may, so type your own password again; it is noted that you agreed alone.</source>
            <translation>如此多的个人信息须有人同意方可取出。这里没有其他人有权同意，请再次输入您自己的密码；系统会记录由您一人同意。</translation>
        </message>
        <message>
            <source>So many rows about people leave only when somebody else agrees, here and now.</source>
            <translation>如此多的个人信息，须另一人在场同意方可取出。</translation>
        </message>
        <message>
            <source>Somebody else…</source>
            <translation>其他人…</translation>
        </message>
        <message>
            <source>Somebody worked on the file with another program. Restore the newest backup.</source>
            <translation>有人用其他程序改动过文件。请恢复最新的备份。</translation>
        </message>
        <message>
            <source>Something went wrong</source>
            <translation>出现问题</translation>
        </message>
        <message>
            <source>Start when somebody logs on to this computer</source>
            <translation>有人登录这台电脑时启动</translation>
        </message>
        <message>
            <source>Stick or folder with backups</source>
            <translation>有备份的U盘或文件夹</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Stop working on this PC, keep the damaged file, and restore the newest checked backup.</source>
            <translation>请停止在这台电脑工作，保留损坏的文件，并恢复最近一个已检查的备份。</translation>
        </message>
        <message>
            <source>Stopped. The rest was not looked at.</source>
            <translation>已停止。其余未检查。</translation>
        </message>
        <message>
            <source>Stopped. The store is as it was.</source>
            <translation>已停止。数据库和之前一样。</translation>
        </message>
        <message>
            <source>Stopping…</source>
            <translation>正在停止…</translation>
        </message>
        <message>
            <source>Store</source>
            <translation>数据库</translation>
        </message>
        <message>
            <source>Switch it on (Windows: BitLocker, Linux: LUKS): receipts and exports lie there too.</source>
            <translation>请打开（Windows：BitLocker，Linux：LUKS）：收据和导出文件也在硬盘上。</translation>
        </message>
        <message>
            <source>Switch or sign out</source>
            <translation>换人或退出登录</translation>
        </message>
        <message>
            <source>Tags of pieces</source>
            <translation>货品吊牌</translation>
        </message>
        <message>
            <source>Tags of pieces, in mm.</source>
            <translation>货品吊牌的尺寸（毫米）。</translation>
        </message>
        <message>
            <source>Take customer lists out of the program</source>
            <translation>导出顾客名单</translation>
        </message>
        <message>
            <source>Take orders</source>
            <translation>接订单</translation>
        </message>
        <message>
            <source>Take payment</source>
            <translation>收款</translation>
        </message>
        <message>
            <source>Take payments</source>
            <translation>收款</translation>
        </message>
        <message>
            <source>Take rows out of the program as files</source>
            <translation>将数据以文件形式取出</translation>
        </message>
        <message>
            <source>Taken off</source>
            <translation>已移除</translation>
        </message>
        <message>
            <source>Taken off by head office</source>
            <translation>已被总部移除</translation>
        </message>
        <message>
            <source>Tell head office; the disk of this PC may be failing.</source>
            <translation>请通知总部；这台电脑的硬盘可能有故障。</translation>
        </message>
        <message>
            <source>Terms under Chinese receipts</source>
            <translation>中文收据的条款</translation>
        </message>
        <message>
            <source>Terms under Chinese receipts; empty: our own.</source>
            <translation>中文收据下的条款；留空则用内置条款。</translation>
        </message>
        <message>
            <source>Terms under English receipts</source>
            <translation>英文收据的条款</translation>
        </message>
        <message>
            <source>Terms under English receipts; empty: our own.</source>
            <translation>英文收据下的条款；留空则用内置条款。</translation>
        </message>
        <message>
            <source>the chain breaks at entry {a}</source>
            <translation>记录链在第 {a} 项中断</translation>
        </message>
        <message>
            <source>The code was printed when this shop was set up. It opens the store when a password or this computer's half of the key is lost. Afterwards everybody else needs a new password from the administrator.</source>
            <translation>恢复码在建立门店时打印。遗失密码或这台电脑的一半密钥时，可用它打开数据库。之后其他员工需由管理员重设密码。</translation>
        </message>
        <message>
            <source>the computer does not tell</source>
            <translation>电脑没有提供数据</translation>
        </message>
        <message>
            <source>the copy at head office is not as it should be</source>
            <translation>总部的副本不正常</translation>
        </message>
        <message>
            <source>The day's last backup is being made</source>
            <translation>正在做今天最后一个备份</translation>
        </message>
        <message>
            <source>the disk is encrypted, and the store in it</source>
            <translation>硬盘已加密，数据库也已加密</translation>
        </message>
        <message>
            <source>The disk is full. Nothing was saved; free some space and try again.</source>
            <translation>磁盘已满，未有保存任何内容。请腾出空间后重试。</translation>
        </message>
        <message>
            <source>The disk is full. This is done when there is room; what people do is still kept.</source>
            <translation>磁盘已满。有空间后才会进行；您所做的工作仍会保存。</translation>
        </message>
        <message>
            <source>The disk reports an error. Nothing was saved; check the disk.</source>
            <translation>磁盘出现错误，未有保存任何内容。请检查磁盘。</translation>
        </message>
        <message>
            <source>The folder cannot be written. Ask for write access, then try again.</source>
            <translation>文件夹无法写入。请取得写入权限后重试。</translation>
        </message>
        <message>
            <source>The folder cannot be written. Choose another one.</source>
            <translation>文件夹无法写入，请选择另一个。</translation>
        </message>
        <message>
            <source>The folder of the store may not be opened. Ask whoever set the computer up.</source>
            <translation>数据库的文件夹不能打开。请询问设置这台电脑的人。</translation>
        </message>
        <message>
            <source>The half of the key kept by this computer's keyring is missing. Sign in to the computer as usual and unlock its keyring; if that does not help, use the recovery code.</source>
            <translation>这台电脑的钥匙串内的一半密钥不见了。请如常登录电脑并解锁钥匙串；若仍不行，请用恢复码。</translation>
        </message>
        <message>
            <source>the index finds what it should</source>
            <translation>索引正常</translation>
        </message>
        <message>
            <source>the index misses something: {a}</source>
            <translation>索引有遗漏：{a}</translation>
        </message>
        <message>
            <source>The key file is damaged.</source>
            <translation>密钥文件已损坏。</translation>
        </message>
        <message>
            <source>The key file is there, but the store is not. It comes back with a backup:</source>
            <translation>密钥文件还在，但数据库不在。可用备份取回：</translation>
        </message>
        <message>
            <source>the key file was changed outside the program</source>
            <translation>密钥文件在程序以外被改动</translation>
        </message>
        <message>
            <source>The key file was changed outside the program.</source>
            <translation>密钥文件在程序以外被改动。</translation>
        </message>
        <message>
            <source>The key file was changed outside the program. Look in the audit log who was at this PC. Then change your own password first, which closes every other way in, and set everybody's anew.</source>
            <translation>密钥文件曾被程序以外更改。请在审计日志查看谁用过这台电脑，然后先更改您自己的密码（其他进入途径会随即关闭），再为每人重设密码。</translation>
        </message>
        <message>
            <source>The key file was written by a newer JewelCRM. Update the program on this PC; nothing was changed.</source>
            <translation>密钥文件由较新版本的 JewelCRM 写成。请更新这台电脑的程序；什么都没有更改。</translation>
        </message>
        <message>
            <source>the key was changed and head office does not have the new one yet</source>
            <translation>密钥已更换，总部还没有新的密钥</translation>
        </message>
        <message>
            <source>The keyring keeps half of the key now.</source>
            <translation>钥匙串现已保存一半密钥。</translation>
        </message>
        <message>
            <source>The keyring of this computer, which keeps half of the key, is not there. Sign in to the computer as usual and unlock it, then try again. If that does not help:</source>
            <translation>保存一半密钥的钥匙串不在。请如常登录电脑并解锁钥匙串，然后重试。如果仍不行：</translation>
        </message>
        <message>
            <source>the keyring that holds half of the key is not there</source>
            <translation>保存一半密钥的钥匙串不存在</translation>
        </message>
        <message>
            <source>The keyring then keeps half of the store's key: whoever copies the store's files and knows a password opens nothing without this computer. Passwords stay as they are; your colleagues' follow when they next sign in with theirs. Keep the printed recovery code: it helps when the keyring is lost. Each account of the computer has a keyring of its own, so do it in the one in which the shop works.</source>
            <translation>之后由钥匙串保存数据库的一半密钥：别人即使复制了数据库文件又知道密码，没有这台电脑也无法打开。密码维持不变；同事在下次用密码登录时会自动改用。请保留已印出的恢复码，遗失钥匙串时可用。电脑的每个账户各有自己的钥匙串，请在门店日常使用的账户中进行。</translation>
        </message>
        <message>
            <source>The language of the window.</source>
            <translation>窗口的语言。</translation>
        </message>
        <message>
            <source>The last entries before the power went may be incomplete. Compare today's papers with the screen.</source>
            <translation>断电前最后输入的数据可能不完整，请把今天的单据与画面核对。</translation>
        </message>
        <message>
            <source>The last one went wrong. Look at the page Backups.</source>
            <translation>上一次备份出错。请看“备份”页。</translation>
        </message>
        <message>
            <source>the last try ({a}) failed: {b}</source>
            <translation>上次尝试（{a}）失败：{b}</translation>
        </message>
        <message>
            <source>The log-in name or the password is not right.</source>
            <translation>登录名或密码不正确。</translation>
        </message>
        <message>
            <source>The log-in or the password is not right.</source>
            <translation>登录名或密码不正确。</translation>
        </message>
        <message>
            <source>The log-in {login} is taken. Choose another.</source>
            <translation>登录名 {login} 已有人使用，请另选一个。</translation>
        </message>
        <message>
            <source>The new password works now.</source>
            <translation>新密码已生效。</translation>
        </message>
        <message>
            <source>The newest backup is checked, and one was put back for trial and counted.</source>
            <translation>最新的备份已检查，而且有一个已试恢复并点算。</translation>
        </message>
        <message>
            <source>The newest checked backup is of {time}. Make one now.</source>
            <translation>最新已检查的备份是 {time} 的。请立即备份。</translation>
        </message>
        <message>
            <source>the newest that was checked is {a} hours old</source>
            <translation>最近一个已检查的备份是 {a} 小时前</translation>
        </message>
        <message>
            <source>The operating system's keyring did not keep the key.</source>
            <translation>操作系统的钥匙串未能保存密钥。</translation>
        </message>
        <message>
            <source>The operating system's keyring does not answer. Unlock it, then try again.</source>
            <translation>操作系统的钥匙串没有回应，请解锁后重试。</translation>
        </message>
        <message>
            <source>The other language</source>
            <translation>切换语言</translation>
        </message>
        <message>
            <source>The pages of the side bar</source>
            <translation>侧列的页面</translation>
        </message>
        <message>
            <source>The password alone protects the store</source>
            <translation>数据库只靠密码保护</translation>
        </message>
        <message>
            <source>the password alone protects this store</source>
            <translation>此数据库只靠密码保护</translation>
        </message>
        <message>
            <source>The password file cannot be read or is empty: {path}</source>
            <translation>密码文件无法读取或是空白：{path}</translation>
        </message>
        <message>
            <source>The password may have at most {most} characters.</source>
            <translation>密码最多 {most} 个字符。</translation>
        </message>
        <message>
            <source>The password needs at least {least} characters. A few words in a row are best.</source>
            <translation>密码最少 {least} 个字符，用几个词语连成一句最好。</translation>
        </message>
        <message>
            <source>The person can sign in now.</source>
            <translation>该员工现在可以登录。</translation>
        </message>
        <message>
            <source>The PIN is not right.</source>
            <translation>PIN 码不正确。</translation>
        </message>
        <message>
            <source>The program was updated</source>
            <translation>程序已更新</translation>
        </message>
        <message>
            <source>The recovery code is not right. Check it letter by letter.</source>
            <translation>恢复码不正确，请逐字核对。</translation>
        </message>
        <message>
            <source>The same again</source>
            <translation>再输入一次</translation>
        </message>
        <message>
            <source>The same as a picture to be scanned</source>
            <translation>同样内容的扫描图</translation>
        </message>
        <message>
            <source>The six words</source>
            <translation>六个字词</translation>
        </message>
        <message>
            <source>The store as it was before lies, whole, in {folder}.</source>
            <translation>之前的数据库完整地保存在 {folder}。</translation>
        </message>
        <message>
            <source>The store cannot be opened. Check that the folder can be written.</source>
            <translation>无法打开数据库，请检查文件夹能否写入。</translation>
        </message>
        <message>
            <source>The store cannot lie on a network share: it would be damaged when the network drops. Choose a folder on this computer's own disk; backups may go to the share.</source>
            <translation>数据库不可放在网络共享文件夹：网络中断会令它损坏。请选择这台电脑本身硬盘上的文件夹；备份则可放到共享文件夹。</translation>
        </message>
        <message>
            <source>The store goes back to that moment. The store as it is now, if there is one, is set aside first, whole.</source>
            <translation>数据库会回到那个时间。现在的数据库（如有）会先完整地另外保存。</translation>
        </message>
        <message>
            <source>The store is back as it was {time}: {customers}, {orders}.</source>
            <translation>数据库已恢复到 {time}：{customers}，{orders}。</translation>
        </message>
        <message>
            <source>The store is damaged. Nothing was changed; restore a backup.</source>
            <translation>数据库已损坏，内容未有改动。请恢复备份。</translation>
        </message>
        <message>
            <source>the store is encrypted, the rest of the disk is not</source>
            <translation>数据库已加密，但硬盘其余部分没有加密</translation>
        </message>
        <message>
            <source>The store is here, but both of its key files are missing. Put keyslots.json back from a backup; without it nobody can open the store. Nothing was changed.</source>
            <translation>数据库仍在，但两份密钥文件均不见了。请由备份恢复 keyslots.json；没有它，任何人都不能打开数据库。数据并无改动。</translation>
        </message>
        <message>
            <source>The store is in use. Close the program on this PC, also for other people who are signed in to the computer, then try again.</source>
            <translation>数据库正在使用中。请关闭这台电脑上的程序（包括其他已登录电脑的人），然后重试。</translation>
        </message>
        <message>
            <source>The store is in {folder}</source>
            <translation>数据库位置：{folder}</translation>
        </message>
        <message>
            <source>the store is; of the disk nothing is told</source>
            <translation>数据库已加密；硬盘的情况电脑没有提供</translation>
        </message>
        <message>
            <source>the store lies on a network share and can be damaged when the network drops</source>
            <translation>数据库放在网络共享文件夹，网络中断时可能损坏</translation>
        </message>
        <message>
            <source>The store was written by a newer JewelCRM. Update the program on this computer.</source>
            <translation>数据库由较新版本的 JewelCRM 写成。请更新这台电脑的程序。</translation>
        </message>
        <message>
            <source>The two passwords are not the same.</source>
            <translation>两次输入的密码不同。</translation>
        </message>
        <message>
            <source>The two passwords are not the same. Try again.</source>
            <translation>两次输入的密码不同，请重试。</translation>
        </message>
        <message>
            <source>The two PINs are not the same.</source>
            <translation>两次输入的 PIN 码不同。</translation>
        </message>
        <message>
            <source>The way in is closed at once. What the person did stays in every history.</source>
            <translation>登录权限会立即停止。该员工做过的事仍保留在所有记录中。</translation>
        </message>
        <message>
            <source>The way in is closed.</source>
            <translation>登录权限已停止。</translation>
        </message>
        <message>
            <source>Their password or PIN</source>
            <translation>对方的密码或 PIN</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>主题</translation>
        </message>
        <message>
            <source>Then try again: jewelcrm-admin sync now</source>
            <translation>然后重试：jewelcrm-admin sync now</translation>
        </message>
        <message>
            <source>There is a store in this folder already. Choose another folder.</source>
            <translation>此文件夹已有数据库，请选择另一个文件夹。</translation>
        </message>
        <message>
            <source>There is no checked backup of this PC yet. Make one now.</source>
            <translation>这台电脑还没有已检查的备份。请立即备份。</translation>
        </message>
        <message>
            <source>There is no store in this folder. It comes back with a backup:</source>
            <translation>这个文件夹没有数据库。可用备份取回：</translation>
        </message>
        <message>
            <source>There is no store in this folder. Set one up first.</source>
            <translation>此文件夹没有数据库，请先建立。</translation>
        </message>
        <message>
            <source>There is no store on this computer yet. Set up your shop: this takes a minute, and everything can be changed later.</source>
            <translation>这台电脑还没有数据库。请建立您的门店：只需一分钟，之后都可更改。</translation>
        </message>
        <message>
            <source>There is no such person. Refresh the list.</source>
            <translation>没有这位员工，请重新整理名单。</translation>
        </message>
        <message>
            <source>They ring up and have you read these six words: {words}</source>
            <translation>他们会打电话来，请您读出这六个字：{words}</translation>
        </message>
        <message>
            <source>This backup is of a computer that belonged to no head office: nobody there has a key to it.</source>
            <translation>这份备份来自不属于总部的电脑，总部没有打开它的密钥。</translation>
        </message>
        <message>
            <source>This computer has a keyring now, which can keep half of the store's key.</source>
            <translation>这台电脑现在有钥匙串，可保存数据库的一半密钥。</translation>
        </message>
        <message>
            <source>This computer has lost its half of the key, perhaps because Windows or the user account was set up anew. The store is whole. Open it with the printed recovery code.</source>
            <translation>这台电脑遗失了它的一半密钥，可能是因为重装了 Windows 或用户账户。数据库完整无缺，请用打印的恢复码打开。</translation>
        </message>
        <message>
            <source>This computer has no keyring that keeps secrets, so the password alone protects the store. Choose a long one.</source>
            <translation>这台电脑没有可保存密钥的钥匙串，数据库只靠密码保护。请选用较长的密码。</translation>
        </message>
        <message>
            <source>This computer has no keyring. On Linux: install gnome-keyring and sign in again.</source>
            <translation>这台电脑没有钥匙串。Linux：请安装 gnome-keyring，然后重新登录。</translation>
        </message>
        <message>
            <source>This computer is as it should be. If somebody else can still sign in, the administrator gives you a new password under Settings, People. Otherwise:</source>
            <translation>这台电脑一切正常。如果其他人还能登录，管理员可在“设置”的“人员”中给您新密码。否则：</translation>
        </message>
        <message>
            <source>This computer's clock was set back. Set its date and time.</source>
            <translation>这台电脑的时钟曾被拨慢，请设置日期及时间。</translation>
        </message>
        <message>
            <source>this computer's keyring has lost its half of the key</source>
            <translation>这台电脑的钥匙串遗失了它的一半密钥</translation>
        </message>
        <message>
            <source>This computer's keyring has lost its half of the key, perhaps because the Windows password was reset or the account was set up anew. The store is whole.</source>
            <translation>这台电脑的钥匙串失去了它的一半密钥，可能因为 Windows 密码被重设或账户重新建立。数据库完好。</translation>
        </message>
        <message>
            <source>This computer's keyring holds another half than this store's. The store is whole.</source>
            <translation>这台电脑的钥匙串保存的是另一个数据库的一半密钥。数据库完好。</translation>
        </message>
        <message>
            <source>This is a demo store with made-up customers.
Log-in: {login}   Password: {password}</source>
            <translation>这是示范数据库，顾客均为虚构。
登录名：{login}　密码：{password}</translation>
        </message>
        <message>
            <source>This is a fault of the program, not yours. What was saved before is safe; what you just did was not saved. You can go on working.</source>
            <translation>这是程序的问题，不是您的错。之前保存的数据安全；刚才的操作未有保存。您可以继续工作。</translation>
        </message>
        <message>
            <source>This is needed.</source>
            <translation>此项必须填写。</translation>
        </message>
        <message>
            <source>This is not a day. Type it as day/month/year.</source>
            <translation>日期不正确，请输入 日/月/年。</translation>
        </message>
        <message>
            <source>This is not a number.</source>
            <translation>这不是数字。</translation>
        </message>
        <message>
            <source>This is the last administrator. Make somebody else administrator first.</source>
            <translation>这是最后一位管理员，请先设置另一位管理员。</translation>
        </message>
        <message>
            <source>This password is easy to guess. Take a few words that only you would put together.</source>
            <translation>此密码容易猜中。请用几个只有您会连在一起的词语。</translation>
        </message>
        <message>
            <source>This PC belongs to a head office.</source>
            <translation>这台电脑属于总部。</translation>
        </message>
        <message>
            <source>This PC belongs to head office now. The same six words must stand there beside its name; if they do not, somebody is in between: have this PC taken off.</source>
            <translation>这台电脑现已属于总部。总部在其名称旁须显示同样的六个字词；如不同，即有人从中介入：请把这台电脑除名。</translation>
        </message>
        <message>
            <source>This PC has a keyring now: let it keep half of the key (settings, Sign-in).</source>
            <translation>这台电脑现在有钥匙串：请让它保存一半密钥（设置中的“登录设置”）。</translation>
        </message>
        <message>
            <source>this PC is locked until it reaches head office</source>
            <translation>这台电脑已锁定，至联系得上总部为止</translation>
        </message>
        <message>
            <source>This PC was taken off</source>
            <translation>这台电脑已被移除</translation>
        </message>
        <message>
            <source>this PC's clock and head office's agree</source>
            <translation>这台电脑与总部的时钟一致</translation>
        </message>
        <message>
            <source>this PC's clock is {a} minutes behind the last entry</source>
            <translation>这台电脑的时钟比最后一项记录慢了 {a} 分钟</translation>
        </message>
        <message>
            <source>this PC's clock is {a} minutes {b} head office's</source>
            <translation>这台电脑的时钟与总部相差 {a} 分钟（{b}）</translation>
        </message>
        <message>
            <source>this PC's clock was set back</source>
            <translation>这台电脑的时钟曾被拨慢</translation>
        </message>
        <message>
            <source>This PC's disk is full. The room that was kept back lasts for some days of work; backups and news of head office wait. Free some space today.</source>
            <translation>这台电脑的磁盘已满。预留的空间足够工作数天；备份及总部的新数据须等候。请于今天腾出空间。</translation>
        </message>
        <message>
            <source>This person does not work here any more. Ask your administrator.</source>
            <translation>此员工已离职，请向管理员查询。</translation>
        </message>
        <message>
            <source>This person left…</source>
            <translation>已离职…</translation>
        </message>
        <message>
            <source>This PIN is easy to guess. Take other digits.</source>
            <translation>此 PIN 码容易猜中，请用其他数字。</translation>
        </message>
        <message>
            <source>This recovery code opens the store when a password or this computer's half of the key is lost. It is shown only now. Without it nobody can open a lost store, not even the makers of this program.</source>
            <translation>遗失密码或这台电脑的一半密钥时，可用此恢复码打开数据库。它只显示这一次。没有它，任何人（包括程序制作者）都无法打开。</translation>
        </message>
        <message>
            <source>This recovery code opens the store when a password or this computer's half of the key is lost. It is shown only now. Without it only head office can help.</source>
            <translation>遗失密码或这台电脑的一半密钥时，可用此恢复码打开数据库。它只显示这一次。没有它，便只有总部能协助。</translation>
        </message>
        <message>
            <source>This report holds no names and no numbers of customers:</source>
            <translation>此报告不含顾客姓名及号码：</translation>
        </message>
        <message>
            <source>This shop stands alone: all data is on this computer.</source>
            <translation>本店独立运作：所有数据均在这台电脑。</translation>
        </message>
        <message>
            <source>This shop's data is on this computer. Work goes on without a line.</source>
            <translation>本店数据在这台电脑，离线时照常工作。</translation>
        </message>
        <message>
            <source>This store is older than when this PC last worked: it was put back from a backup. What was done since then is not here. New papers get numbers of a new series, so that none is given twice; in a chain, connect this PC to head office now.</source>
            <translation>这份数据比本机上次使用时旧：它是从备份恢复的，之后所做的都不在这里。新单据改用新一组编号，不会重复；连锁店请现在把本机连到总部。</translation>
        </message>
        <message>
            <source>This store was made on another computer; the half of its key that is kept there did not come along. Work on one of the two only. The store is whole.</source>
            <translation>这个数据库是在另一台电脑建立的；保存在那里的一半密钥没有一起过来。请只在其中一台工作。数据库完好。</translation>
        </message>
        <message>
            <source>Throw away</source>
            <translation>放弃</translation>
        </message>
        <message>
            <source>Throw away what you typed?</source>
            <translation>放弃已输入的内容？</translation>
        </message>
        <message>
            <source>To be sent</source>
            <translation>待传送</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>tomorrow</source>
            <translation>明天</translation>
        </message>
        <message>
            <source>Too long off line</source>
            <translation>离线过久</translation>
        </message>
        <message>
            <source>Too many wrong PINs. Sign in with the password.</source>
            <translation>PIN 码错误次数过多，请用密码登录。</translation>
        </message>
        <message>
            <source>Too many wrong tries. You can try again in {left}.</source>
            <translation>错误次数过多，{left} 后可重试。</translation>
        </message>
        <message>
            <source>Try one: jewelcrm-admin backup drill</source>
            <translation>试做一次：jewelcrm-admin backup drill</translation>
        </message>
        <message>
            <source>Two people at head office allow it; neither can alone. The key is sealed to this computer, so that it is of no use to anybody on the way.</source>
            <translation>总部要两个人批准；一个人不能单独批准。密钥只为这台电脑归档，途中的人拿到也没有用。</translation>
        </message>
        <message>
            <source>Type a password.</source>
            <translation>请输入密码。</translation>
        </message>
        <message>
            <source>Type days like -7, 0, 3</source>
            <translation>请输入日数，如 -7, 0, 3</translation>
        </message>
        <message>
            <source>Type the person's name (up to 120 characters).</source>
            <translation>请输入姓名（最多 120 个字符）。</translation>
        </message>
        <message>
            <source>Type the shop's address: receipts must state it.</source>
            <translation>请输入门店地址：收据必须列明。</translation>
        </message>
        <message>
            <source>Type the shop's name.</source>
            <translation>请输入门店名称。</translation>
        </message>
        <message>
            <source>Type your log-in name.</source>
            <translation>请输入登录名。</translation>
        </message>
        <message>
            <source>Type your password.</source>
            <translation>请输入密码。</translation>
        </message>
        <message>
            <source>Type your PIN.</source>
            <translation>请输入 PIN 码。</translation>
        </message>
        <message>
            <source>Type your present password.</source>
            <translation>请输入现时密码。</translation>
        </message>
        <message>
            <source>Undo a change</source>
            <translation>恢复更改</translation>
        </message>
        <message>
            <source>Unlock it or sign in to the computer as usual; else use the recovery code.</source>
            <translation>请解锁，或如常登录电脑；否则使用恢复码。</translation>
        </message>
        <message>
            <source>Until they are sent they are on this PC only. Check the network.</source>
            <translation>传送前只存于这台电脑。请检查网络。</translation>
        </message>
        <message>
            <source>Update</source>
            <translation>请更新</translation>
        </message>
        <message>
            <source>Update needed</source>
            <translation>需要更新</translation>
        </message>
        <message>
            <source>Use it</source>
            <translation>使用</translation>
        </message>
        <message>
            <source>Use the password</source>
            <translation>使用密码</translation>
        </message>
        <message>
            <source>Use the PIN</source>
            <translation>使用 PIN 码</translation>
        </message>
        <message>
            <source>Use this computer's keyring</source>
            <translation>使用这台电脑的钥匙串</translation>
        </message>
        <message>
            <source>Use this computer's keyring…</source>
            <translation>使用这台电脑的钥匙串…</translation>
        </message>
        <message>
            <source>Usual</source>
            <translation>一般</translation>
        </message>
        <message>
            <source>version {a}</source>
            <translation>版本 {a}</translation>
        </message>
        <message>
            <source>version {a}; head office waits for a newer one</source>
            <translation>版本 {a}；总部在等待较新的版本</translation>
        </message>
        <message>
            <source>Very easy to guess</source>
            <translation>非常容易猜中</translation>
        </message>
        <message>
            <source>Very good</source>
            <translation>非常好</translation>
        </message>
        <message>
            <source>Very slow</source>
            <translation>很慢</translation>
        </message>
        <message>
            <source>VIP</source>
            <translation>贵宾</translation>
        </message>
        <message>
            <source>Waits</source>
            <translation>等候中</translation>
        </message>
        <message>
            <source>Welcome</source>
            <translation>欢迎</translation>
        </message>
        <message>
            <source>What is asked</source>
            <translation>收集数据项目</translation>
        </message>
        <message>
            <source>what is here is what head office has</source>
            <translation>本机数据与总部一致</translation>
        </message>
        <message>
            <source>What the store before had not sent to head office, nobody can say.</source>
            <translation>之前的数据库有什么未传送到总部，无从得知。</translation>
        </message>
        <message>
            <source>What this belongs to is no longer on this PC. Look at it again; nothing was saved.</source>
            <translation>所属的数据已不在本机。请重新查看；没有保存任何内容。</translation>
        </message>
        <message>
            <source>What this means</source>
            <translation>这是什么意思</translation>
        </message>
        <message>
            <source>What you typed here is not saved yet.</source>
            <translation>您在此输入的内容尚未保存。</translation>
        </message>
        <message>
            <source>Where we met</source>
            <translation>建立途径</translation>
        </message>
        <message>
            <source>Who goes on?</source>
            <translation>由谁继续？</translation>
        </message>
        <message>
            <source>Who may sign in on this computer, and what they may do.</source>
            <translation>谁可以在这台电脑登录，以及可以做什么。</translation>
        </message>
        <message>
            <source>Whole</source>
            <translation>完整性</translation>
        </message>
        <message>
            <source>Window</source>
            <translation>窗口</translation>
        </message>
        <message>
            <source>With a password</source>
            <translation>用密码</translation>
        </message>
        <message>
            <source>With a PIN you can switch quickly at a shared counter, for 12 hours after you signed in with your password. The PIN works on this computer only.</source>
            <translation>设置 PIN 码后，在共享柜位用密码登录后的 12 小时内可快速切换。PIN 码只适用于这台电脑。</translation>
        </message>
        <message>
            <source>With head office's key</source>
            <translation>用总部的恢复密钥</translation>
        </message>
        <message>
            <source>With the printed code</source>
            <translation>用印出的恢复码</translation>
        </message>
        <message>
            <source>Work on reminders and follow-ups</source>
            <translation>处理提醒及跟进</translation>
        </message>
        <message>
            <source>Working off line</source>
            <translation>离线工作</translation>
        </message>
        <message>
            <source>Written: {name}. It holds no name and no number of anybody; read it before you send it.</source>
            <translation>已写出：{name}。内里没有任何人的姓名或号码；传送前请先看一遍。</translation>
        </message>
        <message>
            <source>yesterday</source>
            <translation>昨天</translation>
        </message>
        <message>
            <source>You can switch the computer off at any time: the backup before is still there, and nothing of the store is lost.</source>
            <translation>您可以随时关掉电脑：之前的备份仍在，数据库不会失去任何数据。</translation>
        </message>
        <message>
            <source>You may not open this folder. Ask for access, or name another.</source>
            <translation>您无权打开此文件夹。请申请权限，或改用另一文件夹。</translation>
        </message>
        <message>
            <source>Your log-in name: {login}</source>
            <translation>您的登录名：{login}</translation>
        </message>
        <message>
            <source>Your own password</source>
            <translation>您自己的密码</translation>
        </message>
        <message>
            <source>Your own way in</source>
            <translation>您的登录方式</translation>
        </message>
        <message>
            <source>Your password</source>
            <translation>您的密码</translation>
        </message>
        <message>
            <source>Your password is changed.</source>
            <translation>密码已更改。</translation>
        </message>
        <message>
            <source>Your PIN is set.</source>
            <translation>PIN 码已设置。</translation>
        </message>
        <message>
            <source>{a} besides this PC's own disk</source>
            <translation>除这台电脑的硬盘外另有 {a} 处</translation>
        </message>
        <message>
            <source>{a} changes, the oldest {b} days old</source>
            <translation>{a} 项改动，最旧的已 {b} 天</translation>
        </message>
        <message>
            <source>{a} damaged places</source>
            <translation>{a} 处损坏</translation>
        </message>
        <message>
            <source>{a} days without head office</source>
            <translation>可离线 {a} 天</translation>
        </message>
        <message>
            <source>{a} entries, the chain holds</source>
            <translation>{a} 项记录，记录链完整</translation>
        </message>
        <message>
            <source>{a} GB free</source>
            <translation>剩余 {a} GB</translation>
        </message>
        <message>
            <source>{a} GB, {b} GB of it free</source>
            <translation>{a} GB，其中 {b} GB 可用</translation>
        </message>
        <message>
            <source>{a} in {b}</source>
            <translation>{a}，{b}</translation>
        </message>
        <message>
            <source>{a} of the people here cannot sign in on this PC</source>
            <translation>{a} 位员工无法在这台电脑登录</translation>
        </message>
        <message>
            <source>{a} of {b} parts are still being copied</source>
            <translation>{b} 部分中尚有 {a} 部分正在复制</translation>
        </message>
        <message>
            <source>{a} people and the recovery code open the store</source>
            <translation>{a} 位员工及恢复码可打开数据库</translation>
        </message>
        <message>
            <source>{a} set up on this computer</source>
            <translation>这台电脑已设置 {a} 部</translation>
        </message>
        <message>
            <source>{a} triggers are missing or changed: {b}</source>
            <translation>{a} 个触发器缺少或被改动：{b}</translation>
        </message>
        <message>
            <source>{help} Choose {fits}.</source>
            <translation>{help}请选择 {fits}。</translation>
        </message>
        <message>
            <source>{name}: {value}</source>
            <translation>{name}：{value}</translation>
        </message>
        <message>
            <source>{n} change had not been sent to head office; it is in the store set aside only. Once this PC has reached head office, the page Backups offers to bring it back.</source>
            <translation>有 {n} 项更改未传送到总部，只在另外保存的数据库里。这台电脑联系总部后，可在“备份”页取回。</translation>
        </message>
        <message>
            <source>{n} changes had not been sent to head office; they are in the store set aside only. Once this PC has reached head office, the page Backups offers to bring them back.</source>
            <translation>有 {n} 项更改未传送到总部，只在另外保存的数据库里。这台电脑联系总部后，可在“备份”页取回。</translation>
        </message>
        <message>
            <source>{n} customer</source>
            <translation>{n} 位顾客</translation>
        </message>
        <message>
            <source>{n} customers</source>
            <translation>{n} 位顾客</translation>
        </message>
        <message>
            <source>{n} open</source>
            <translation>{n} 项进行中</translation>
        </message>
        <message>
            <source>{n} order</source>
            <translation>{n} 张订单</translation>
        </message>
        <message>
            <source>{n} orders</source>
            <translation>{n} 张订单</translation>
        </message>
        <message>
            <source>{n} to send</source>
            <translation>{n} 项待传送</translation>
        </message>
        <message>
            <source>{n} waiting</source>
            <translation>{n} 项待处理</translation>
        </message>
        <message>
            <source>{time} ({zone})</source>
            <translation>{time}（{zone}）</translation>
        </message>
        <message>
            <source>{time}, {customers}, {state}</source>
            <translation>{time}，{customers}，{state}</translation>
        </message>
        <message>
            <source>“{text}” is finer than {currency} can be.</source>
            <translation>“{text}”的小数位超出 {currency} 所能表示。</translation>
        </message>
        <message>
            <source>“{text}” is more than an amount of money can be.</source>
            <translation>“{text}”超出金额可用的上限。</translation>
        </message>
        <message>
            <source>“{text}” is not a weight.</source>
            <translation>“{text}”不是重量。</translation>
        </message>
        <message>
            <source>“{text}” is not an amount of money.</source>
            <translation>“{text}”不是金额。</translation>
        </message>
        <message>
            <source>“{text}” is not in {currency}.</source>
            <translation>“{text}”不是 {currency}。</translation>
        </message>
        <message>
            <source>↑ ↓ to walk, Enter to open, Esc to close</source>
            <translation>↑ ↓ 移动，Enter 打开，Esc 关闭</translation>
        </message>
    </context>
</TS>
