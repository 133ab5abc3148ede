<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>JewelCRM</name>
        <message>
            <source>A backup is being made or put back just now. Try again when it is done.</source>
            <translation>正在备份或恢复。完成后重试。</translation>
        </message>
        <message>
            <source>A damaged backup</source>
            <translation>一个损坏的备份</translation>
        </message>
        <message>
            <source>A file cannot be read; the disk may be failing or was pulled out.</source>
            <translation>有文件无法读取；硬盘可能快坏，或已被拔出。</translation>
        </message>
        <message>
            <source>A folder of the backups there is a link to another place. Choose another folder.</source>
            <translation>该处的备份文件夹是指向其他位置的连结。请选择其他文件夹。</translation>
        </message>
        <message>
            <source>A part of the backup is missing. It is not used.</source>
            <translation>备份缺少一台分，不会使用。</translation>
        </message>
        <message>
            <source>A place for copies</source>
            <translation>副本存放处</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>添加</translation>
        </message>
        <message>
            <source>Add a place…</source>
            <translation>添加存放处…</translation>
        </message>
        <message>
            <source>After every backup a copy goes there by itself. It is encrypted: whoever finds a stick can read nothing of it.</source>
            <translation>每次备份后会自动复制一份过去。内容已加密：拾到U盘的人什么也读不到。</translation>
        </message>
        <message>
            <source>Back up now</source>
            <translation>立即备份</translation>
        </message>
        <message>
            <source>Backed up: {what}.</source>
            <translation>已备份：{what}。</translation>
        </message>
        <message>
            <source>Backups</source>
            <translation>备份</translation>
        </message>
        <message>
            <source>Backups lie on this computer only</source>
            <translation>备份只在这台电脑上</translation>
        </message>
        <message>
            <source>before a backup was put back</source>
            <translation>恢复备份之前</translation>
        </message>
        <message>
            <source>before an import</source>
            <translation>导入之前</translation>
        </message>
        <message>
            <source>before an update</source>
            <translation>更新之前</translation>
        </message>
        <message>
            <source>before an update of the store</source>
            <translation>更新数据库之前</translation>
        </message>
        <message>
            <source>Bring it back</source>
            <translation>取回</translation>
        </message>
        <message>
            <source>cannot be written</source>
            <translation>不能写入</translation>
        </message>
        <message>
            <source>Carrying it to the other places…</source>
            <translation>正在复制到其他存放处…</translation>
        </message>
        <message>
            <source>Check again</source>
            <translation>再检查</translation>
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
            <source>Choose…</source>
            <translation>选择…</translation>
        </message>
        <message>
            <source>Connect this PC to head office before anybody works on it: what other PCs did since this backup comes first, and head office gives this PC a new letter.</source>
            <translation>使用前请先把这台电脑连接总部：先取得其他电脑在这备份之后所做的，总部并会给这台电脑一个新字母。</translation>
        </message>
        <message>
            <source>Copies go over the line, a little at a time, and cannot be deleted from here.</source>
            <translation>副本经连接逐少传送，不能从这里删除。</translation>
        </message>
        <message>
            <source>Copying the store…</source>
            <translation>正在复制数据库…</translation>
        </message>
        <message>
            <source>damaged</source>
            <translation>已损坏</translation>
        </message>
        <message>
            <source>did not take the last backup</source>
            <translation>没有收到上一个备份</translation>
        </message>
        <message>
            <source>does not have the newest backup yet</source>
            <translation>还没有最新的备份</translation>
        </message>
        <message>
            <source>Every page of it is as it was made.</source>
            <translation>每一页都和备份时一样。</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>文件夹</translation>
        </message>
        <message>
            <source>For example \\server\backups, on a computer that is always on.</source>
            <translation>例如 \\server\backups，在一台长期打开的电脑上。</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>继续</translation>
        </message>
        <message>
            <source>goes soon</source>
            <translation>即将移除</translation>
        </message>
        <message>
            <source>has the newest backup</source>
            <translation>有最新的备份</translation>
        </message>
        <message>
            <source>Head office</source>
            <translation>总部</translation>
        </message>
        <message>
            <source>Head office could not be asked; the backup itself was tried as a whole.</source>
            <translation>未能联系总部；备份本身已完整试恢复。</translation>
        </message>
        <message>
            <source>Head office has not got the whole backup yet. It is sent again later.</source>
            <translation>总部尚未收齐整个备份，稍后会再传送。</translation>
        </message>
        <message>
            <source>Head office is reached from the window, or by jewelcrm-admin.</source>
            <translation>请从程序窗口或用 jewelcrm-admin 联系总部。</translation>
        </message>
        <message>
            <source>Head office knows all that the backup says it knows.</source>
            <translation>备份所载已传送的数据，总部全部都有。</translation>
        </message>
        <message>
            <source>Health</source>
            <translation>健康检查</translation>
        </message>
        <message>
            <source>holds damaged files</source>
            <translation>有损坏的文件</translation>
        </message>
        <message>
            <source>How far it is</source>
            <translation>进度</translation>
        </message>
        <message>
            <source>If its disk breaks they are gone too. Add a USB stick or a network folder.</source>
            <translation>硬盘坏了备份也会失去。请加一个U盘或网络文件夹。</translation>
        </message>
        <message>
            <source>is full</source>
            <translation>已满</translation>
        </message>
        <message>
            <source>is not plugged in or not connected</source>
            <translation>没有插上或没有连接</translation>
        </message>
        <message>
            <source>It cannot be written. Take off its write protection, or ask for write access.</source>
            <translation>不能写入。请解除防写，或要求写入权限。</translation>
        </message>
        <message>
            <source>It comes back under its own times and persons, on top of what others did since. What clashes is kept under Changed by two.</source>
            <translation>会按原有时间及经手人取回，并加在其他人之后的改动之上；有冲突的会列于“双方改动”。</translation>
        </message>
        <message>
            <source>It is back, and goes to head office now.</source>
            <translation>已取回，现正传送至总部。</translation>
        </message>
        <message>
            <source>It is damaged: {what}</source>
            <translation>已损坏：{what}</translation>
        </message>
        <message>
            <source>It is full. Free some space on it, or take a larger one.</source>
            <translation>已满。请腾出空间，或换较大的。</translation>
        </message>
        <message>
            <source>It is not there just now. Plug it in, or connect to it.</source>
            <translation>现在找不到。请插上或连接。</translation>
        </message>
        <message>
            <source>It stays in the store that was set aside.</source>
            <translation>会留在另外保存的数据库内。</translation>
        </message>
        <message>
            <source>Kind of place</source>
            <translation>存放处种类</translation>
        </message>
        <message>
            <source>Label</source>
            <translation>标记</translation>
        </message>
        <message>
            <source>last copy of {time}</source>
            <translation>最近副本：{time}</translation>
        </message>
        <message>
            <source>Last put back</source>
            <translation>上次试恢复</translation>
        </message>
        <message>
            <source>Leave it away</source>
            <translation>不取回</translation>
        </message>
        <message>
            <source>made at closing</source>
            <translation>关闭时备份</translation>
        </message>
        <message>
            <source>made by hand</source>
            <translation>人手备份</translation>
        </message>
        <message>
            <source>made by itself</source>
            <translation>自动备份</translation>
        </message>
        <message>
            <source>Moments kept</source>
            <translation>保留的时间点</translation>
        </message>
        <message>
            <source>Moments to go back to</source>
            <translation>可恢复的时间</translation>
        </message>
        <message>
            <source>Network folder</source>
            <translation>网络文件夹</translation>
        </message>
        <message>
            <source>Newest checked backup</source>
            <translation>最新已检查的备份</translation>
        </message>
        <message>
            <source>Next one</source>
            <translation>下一次</translation>
        </message>
        <message>
            <source>No backup has been restored for trial lately.</source>
            <translation>最近没有试行恢复任何备份。</translation>
        </message>
        <message>
            <source>No backup yet</source>
            <translation>还没有备份</translation>
        </message>
        <message>
            <source>No stick with the label {label} is plugged in.</source>
            <translation>没有插上标签为 {label} 的U盘。</translation>
        </message>
        <message>
            <source>not checked yet</source>
            <translation>未检查</translation>
        </message>
        <message>
            <source>Not sent to head office before the store was put back: {what}, among them {more}.</source>
            <translation>恢复之前尚未传送至总部：{what}，其中有 {more}。</translation>
        </message>
        <message>
            <source>Not sent to head office before the store was put back: {what}.</source>
            <translation>恢复之前尚未传送至总部：{what}。</translation>
        </message>
        <message>
            <source>On another disk of this computer.</source>
            <translation>这台电脑的另一个硬盘。</translation>
        </message>
        <message>
            <source>One is made by itself every four hours while the program is open.</source>
            <translation>程序打开时每四小时会自动备份一次。</translation>
        </message>
        <message>
            <source>Places for copies</source>
            <translation>副本存放处</translation>
        </message>
        <message>
            <source>Put a backup back?</source>
            <translation>恢复备份？</translation>
        </message>
        <message>
            <source>Put back for trial in {n} seconds: {customers}, all counted.</source>
            <translation>试恢复用了 {n} 秒：{customers}，全部已点算。</translation>
        </message>
        <message>
            <source>put back for trial {time}</source>
            <translation>{time} 试恢复</translation>
        </message>
        <message>
            <source>Put back…</source>
            <translation>恢复…</translation>
        </message>
        <message>
            <source>Puts the newest backup back beside the store, and counts it</source>
            <translation>把最新的备份试恢复在数据库旁边并点算</translation>
        </message>
        <message>
            <source>Putting it back for trial…</source>
            <translation>试恢复中…</translation>
        </message>
        <message>
            <source>Putting it back…</source>
            <translation>恢复中…</translation>
        </message>
        <message>
            <source>Reading…</source>
            <translation>读取中…</translation>
        </message>
        <message>
            <source>Somebody has been reading for too long. The backup is tried again later.</source>
            <translation>有人读取数据太久，稍后会重试备份。</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Stopped. It goes on with the next backup.</source>
            <translation>已停止。下次备份时会继续。</translation>
        </message>
        <message>
            <source>Stopped. It was not checked to the end.</source>
            <translation>已停止。未检查完毕。</translation>
        </message>
        <message>
            <source>Stopped. It was not tried out to the end.</source>
            <translation>已停止。未试恢复完毕。</translation>
        </message>
        <message>
            <source>Stopped. The backup before is still there.</source>
            <translation>已停止。之前的备份仍在。</translation>
        </message>
        <message>
            <source>Stopped. The backups of before are still there.</source>
            <translation>已停止。之前的备份仍然保留。</translation>
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
            <source>Take off the list</source>
            <translation>从清单移除</translation>
        </message>
        <message>
            <source>The backup file {name} is damaged. It is not used. Take another backup.</source>
            <translation>备份文件 {name} 已损坏，不会使用。请选另一个备份。</translation>
        </message>
        <message>
            <source>The backup is whole, but head office does not know all that the backup says it knows: head office was put back to an older state. Let this PC sync, then tell head office.</source>
            <translation>备份完整，但备份所载已传送的数据，总部并非全部都有：总部曾恢复至较旧的状态。请让本机同步，然后通知总部。</translation>
        </message>
        <message>
            <source>The file that describes this backup was changed. It is not used.</source>
            <translation>描述这个备份的文件被更改过，不会使用。</translation>
        </message>
        <message>
            <source>The last checked backup is more than a day old.</source>
            <translation>最近一次已检查的备份是一天之前的。</translation>
        </message>
        <message>
            <source>The last checked backup is more than two days old.</source>
            <translation>最近一次已检查的备份是两天之前的。</translation>
        </message>
        <message>
            <source>The list of the backup's parts is too long. It is not used.</source>
            <translation>备份的部件清单过长，不予使用。</translation>
        </message>
        <message>
            <source>The newest backup is checked, and one was restored for trial lately.</source>
            <translation>最新的备份已检查，最近也曾试行恢复。</translation>
        </message>
        <message>
            <source>The newest backup is not in its folder any more: somebody took it away. Make a new one.</source>
            <translation>最新的备份已不在它的文件夹：有人拿走了。请做一个新的。</translation>
        </message>
        <message>
            <source>The newest backup is not on it yet.</source>
            <translation>还没有最新的备份。</translation>
        </message>
        <message>
            <source>The next backup goes there too.</source>
            <translation>下一个备份也会复制到那里。</translation>
        </message>
        <message>
            <source>The stick is known by its label, whichever socket it is in.</source>
            <translation>U盘按标签辨认，插在哪个插口都可以。</translation>
        </message>
        <message>
            <source>The store as it is now is set aside first, whole, so that this can be undone. You are signed out, give your password, and see how far it is.</source>
            <translation>现在的数据库会先完整地另外保存，因此可以恢复。您会退出登录、输入密码，并看到进度。</translation>
        </message>
        <message>
            <source>The store changed while it was copied. The backup is tried again.</source>
            <translation>复制时数据库有变动，会重试备份。</translation>
        </message>
        <message>
            <source>The store of this computer goes back to this moment:</source>
            <translation>这台电脑的数据库会回到这个时间：</translation>
        </message>
        <message>
            <source>The trial found something wrong: {what}</source>
            <translation>试恢复发现问题：{what}</translation>
        </message>
        <message>
            <source>There is another store in this folder, and it does not open with this. Nothing was changed. Put the backup into another folder, or open the store there first.</source>
            <translation>此文件夹内有另一个数据库，而它不能以此打开。没有任何改动。请把备份恢复到另一个文件夹，或先打开该处的数据库。</translation>
        </message>
        <message>
            <source>There is no backup in {path}. Choose another folder.</source>
            <translation>{path} 没有备份。请选择另一个文件夹。</translation>
        </message>
        <message>
            <source>There is no backup yet. Make one first.</source>
            <translation>还没有备份。请先做一个。</translation>
        </message>
        <message>
            <source>There is no backup {id} there. List them: jewelcrm-admin backup list</source>
            <translation>那里没有备份 {id}。列出备份：jewelcrm-admin backup list</translation>
        </message>
        <message>
            <source>There is no checked backup yet.</source>
            <translation>尚未有已检查的备份。</translation>
        </message>
        <message>
            <source>There is no folder {path}. Make it, or plug in or connect the disk it lies on.</source>
            <translation>没有文件夹 {path}。请建立文件夹，或接上它所在的磁盘。</translation>
        </message>
        <message>
            <source>There is something else in {path}. Choose an empty folder, or that of a store.</source>
            <translation>{path} 内有其他文件。请选择空的文件夹，或数据库的文件夹。</translation>
        </message>
        <message>
            <source>This backup is damaged: {what}. It is not used. Take another backup.</source>
            <translation>此备份已损坏：{what}。不会使用，请选另一个备份。</translation>
        </message>
        <message>
            <source>This backup was made by a newer JewelCRM. Update the program first, then use it.</source>
            <translation>此备份由较新版本的 JewelCRM 制作。请先更新程序，再使用。</translation>
        </message>
        <message>
            <source>This backup was not made by this store. It is not used.</source>
            <translation>这个备份不是由这个数据库所做，不会使用。</translation>
        </message>
        <message>
            <source>This computer's own disk</source>
            <translation>这台电脑的硬盘</translation>
        </message>
        <message>
            <source>This is a backup of branch {theirs}, and this PC belongs to branch {ours}. Nothing was changed. Take a backup of this branch.</source>
            <translation>这是门店 {theirs} 的备份，而这台电脑属于门店 {ours}。什么都没有更改。请用本门店的备份。</translation>
        </message>
        <message>
            <source>This is needed.</source>
            <translation>此项必须填写。</translation>
        </message>
        <message>
            <source>This is the folder of the store itself. Choose another disk, or a stick.</source>
            <translation>这是数据库本身的文件夹。请选择另一个硬盘或U盘。</translation>
        </message>
        <message>
            <source>This PC belongs to no head office.</source>
            <translation>这台电脑不属于任何总部。</translation>
        </message>
        <message>
            <source>today {time}</source>
            <translation>今天 {time}</translation>
        </message>
        <message>
            <source>Too much was written during the backup. It is tried again later.</source>
            <translation>备份期间写入太多数据，稍后会重试。</translation>
        </message>
        <message>
            <source>Try it out</source>
            <translation>试恢复</translation>
        </message>
        <message>
            <source>USB stick</source>
            <translation>U盘</translation>
        </message>
        <message>
            <source>What was done since then goes: {changes}, among them {what}.</source>
            <translation>之后所做的会失去：{changes}，其中包括 {what}。</translation>
        </message>
        <message>
            <source>What was done since then goes: {changes}.</source>
            <translation>之后所做的会失去：{changes}。</translation>
        </message>
        <message>
            <source>{n} change</source>
            <translation>{n} 项改动</translation>
        </message>
        <message>
            <source>{n} change was not sent to head office: it is on this computer only.</source>
            <translation>有 {n} 项更改未传送到总部：只在这台电脑上。</translation>
        </message>
        <message>
            <source>{n} changes</source>
            <translation>{n} 项改动</translation>
        </message>
        <message>
            <source>{n} changes were not sent to head office: they are on this computer only.</source>
            <translation>有 {n} 项更改未传送到总部：只在这台电脑上。</translation>
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
            <source>{n} new customer</source>
            <translation>{n} 位新顾客</translation>
        </message>
        <message>
            <source>{n} new customers</source>
            <translation>{n} 位新顾客</translation>
        </message>
        <message>
            <source>{n} new order</source>
            <translation>{n} 张新订单</translation>
        </message>
        <message>
            <source>{n} new orders</source>
            <translation>{n} 张新订单</translation>
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
            <source>{n} second</source>
            <translation>{n} 秒</translation>
        </message>
        <message>
            <source>{n} seconds</source>
            <translation>{n} 秒</translation>
        </message>
        <message>
            <source>{path} is a link to another place. Name the folder itself, or choose another one.</source>
            <translation>{path} 是指向其他位置的连结。请指明文件夹本身，或选择其他文件夹。</translation>
        </message>
        <message>
            <source>{size} free</source>
            <translation>还剩 {size}</translation>
        </message>
        <message>
            <source>{time}, {customers}, {state}</source>
            <translation>{time}，{customers}，{state}</translation>
        </message>
    </context>
</TS>
