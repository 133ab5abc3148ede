<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>JewelCRM</name>
        <message>
            <source>4 MB took {a} s to write</source>
            <translation>写入 4 MB 用了 {a} 秒</translation>
        </message>
        <message>
            <source>; also at {a} more places</source>
            <translation>；另有 {a} 个位置</translation>
        </message>
        <message>
            <source>[{where}] in the answers lacks {key}.</source>
            <translation>答案文件的 [{where}] 欠缺 {key}。</translation>
        </message>
        <message>
            <source>[{where}] in the answers must be a table.</source>
            <translation>答案文件的 [{where}] 必须是一个表。</translation>
        </message>
        <message>
            <source>[{where}] {key} does not fit: {value}</source>
            <translation>[{where}] {key} 的值不适用：{value}</translation>
        </message>
        <message>
            <source>A PC of a company</source>
            <translation>公司的一台电脑</translation>
        </message>
        <message>
            <source>A shop of its own</source>
            <translation>独立的门店</translation>
        </message>
        <message>
            <source>A virus scanner may be holding the folder: leave it out of its scans, or use an SSD.</source>
            <translation>防毒程序可能正在占用这个文件夹：请将它排除在扫描之外，或改用 SSD。</translation>
        </message>
        <message>
            <source>Administrator's name</source>
            <translation>管理员姓名</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
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
            <source>Code of head office</source>
            <translation>总部的代码</translation>
        </message>
        <message>
            <source>could not be checked</source>
            <translation>无法检查</translation>
        </message>
        <message>
            <source>does not start at log-on</source>
            <translation>登录电脑时不启动</translation>
        </message>
        <message>
            <source>Free some space: 10 GB are wanted for records, pictures, backups and updates.</source>
            <translation>请腾出空间：记录、相片、备份和更新需要 10 GB。</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>继续</translation>
        </message>
        <message>
            <source>head office answers, {a}</source>
            <translation>总部有回应，{a}</translation>
        </message>
        <message>
            <source>head office does not answer, {a}</source>
            <translation>总部没有回应，{a}</translation>
        </message>
        <message>
            <source>head office's clock is {a} minutes away from this computer's</source>
            <translation>总部的时钟与这台电脑相差 {a} 分钟</translation>
        </message>
        <message>
            <source>HK01</source>
            <translation>HK01</translation>
        </message>
        <message>
            <source>in order</source>
            <translation>正常</translation>
        </message>
        <message>
            <source>in {a}</source>
            <translation>在 {a}</translation>
        </message>
        <message>
            <source>Install the program again.</source>
            <translation>请重新安装程序。</translation>
        </message>
        <message>
            <source>Installed by</source>
            <translation>安装人</translation>
        </message>
        <message>
            <source>It is looked over first. Nothing is made before you go on.</source>
            <translation>会先检查这台电脑；按“继续”之前，不会建立任何东西。</translation>
        </message>
        <message>
            <source>it read the code of the test page</source>
            <translation>已读出测试页的条码</translation>
        </message>
        <message>
            <source>it says {a}</source>
            <translation>时钟显示 {a}</translation>
        </message>
        <message>
            <source>joined as {a}; all is copied</source>
            <translation>已加入，编号 {a}；数据已全部复制</translation>
        </message>
        <message>
            <source>joined as {a}; copying</source>
            <translation>已加入，编号 {a}；正在复制</translation>
        </message>
        <message>
            <source>kept as a PDF</source>
            <translation>已存为 PDF</translation>
        </message>
        <message>
            <source>kept; {a}</source>
            <translation>已保存；{a}</translation>
        </message>
        <message>
            <source>Label: down, mm</source>
            <translation>标签：向下（毫米）</translation>
        </message>
        <message>
            <source>Label: right, mm</source>
            <translation>标签：向右（毫米）</translation>
        </message>
        <message>
            <source>Latin and Chinese fonts are here</source>
            <translation>拉丁及中文字体齐备</translation>
        </message>
        <message>
            <source>Leave the program open and connected: the rest comes by itself.</source>
            <translation>请让程序保持打开及连接，其余数据会自动传来。</translation>
        </message>
        <message>
            <source>Log-in name</source>
            <translation>登录名</translation>
        </message>
        <message>
            <source>Look again</source>
            <translation>再检查</translation>
        </message>
        <message>
            <source>Look at the cable, the address, and whether a proxy or firewall lets it through.</source>
            <translation>请检查网线、网址，以及代理服务器或防火墙有没有放行。</translation>
        </message>
        <message>
            <source>Looking at this computer…</source>
            <translation>正在检查这台电脑…</translation>
        </message>
        <message>
            <source>made and read again{a}</source>
            <translation>已备份并重新读取核对{a}</translation>
        </message>
        <message>
            <source>made for {a}</source>
            <translation>已为 {a} 建立</translation>
        </message>
        <message>
            <source>Many call themselves keyboards: scan the code on the test page in the window.</source>
            <translation>很多扫描枪自称键盘：请在窗口扫描测试页上的条码。</translation>
        </message>
        <message>
            <source>Mei Chan</source>
            <translation>Mei Chan</translation>
        </message>
        <message>
            <source>missing: {a}</source>
            <translation>缺少：{a}</translation>
        </message>
        <message>
            <source>Nathan Road</source>
            <translation>Nathan Road</translation>
        </message>
        <message>
            <source>no screen is plugged in</source>
            <translation>没有接上屏幕</translation>
        </message>
        <message>
            <source>None</source>
            <translation>没有</translation>
        </message>
        <message>
            <source>none is plugged in</source>
            <translation>没有接上</translation>
        </message>
        <message>
            <source>none that says so</source>
            <translation>没有侦测到</translation>
        </message>
        <message>
            <source>not asked for</source>
            <translation>没有要求</translation>
        </message>
        <message>
            <source>not in order</source>
            <translation>不正常</translation>
        </message>
        <message>
            <source>not needed: this shop stands alone</source>
            <translation>不需要：本店独立运作</translation>
        </message>
        <message>
            <source>not set from the network</source>
            <translation>没有由网络校时</translation>
        </message>
        <message>
            <source>not set up: {a}</source>
            <translation>未设置：{a}</translation>
        </message>
        <message>
            <source>Open the acceptance sheet</source>
            <translation>打开验收单</translation>
        </message>
        <message>
            <source>opens the store; is nowhere but on the screen</source>
            <translation>可打开数据库；只在屏幕上显示</translation>
        </message>
        <message>
            <source>opens the store; {a}</source>
            <translation>可打开数据库；{a}</translation>
        </message>
        <message>
            <source>own</source>
            <translation>本身的</translation>
        </message>
        <message>
            <source>Pictures can be added from files.</source>
            <translation>相片可由文件加入。</translation>
        </message>
        <message>
            <source>Plug it in before the shop opens.</source>
            <translation>请在开店前接上。</translation>
        </message>
        <message>
            <source>Plug it in, then run this again.</source>
            <translation>请接上后再执行一次。</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>Print it or write it down, and lock it away. It is shown only now.</source>
            <translation>请打印或抄下并锁好。只会显示这一次。</translation>
        </message>
        <message>
            <source>Print the test page</source>
            <translation>打印测试页</translation>
        </message>
        <message>
            <source>printed</source>
            <translation>已打印</translation>
        </message>
        <message>
            <source>Printer of labels</source>
            <translation>标签打印机</translation>
        </message>
        <message>
            <source>Printer of receipts</source>
            <translation>收据打印机</translation>
        </message>
        <message>
            <source>Printing…</source>
            <translation>打印中…</translation>
        </message>
        <message>
            <source>put back and opened by the {a} key: {b}</source>
            <translation>已试恢复，并以{a}密钥打开：{b}</translation>
        </message>
        <message>
            <source>Put the cursor here and scan the code on the test page.</source>
            <translation>把游标放在这里，然后扫描测试页上的条码。</translation>
        </message>
        <message>
            <source>recovery</source>
            <translation>恢复</translation>
        </message>
        <message>
            <source>Recovery code</source>
            <translation>恢复码</translation>
        </message>
        <message>
            <source>Saved: {path}</source>
            <translation>已保存：{path}</translation>
        </message>
        <message>
            <source>Scan the code that head office shows, or type its address and the code: https://office.example:8443 and XXXXX-XXXXX</source>
            <translation>请扫描总部显示的二维码，或输入网址和代码：https://office.example:8443 及 XXXXX-XXXXX</translation>
        </message>
        <message>
            <source>Scan the QR code of head office, or type its address, # and the code.</source>
            <translation>请扫描总部的二维码，或输入网址、# 和代码。</translation>
        </message>
        <message>
            <source>Scanner</source>
            <translation>扫描枪</translation>
        </message>
        <message>
            <source>sent to the printer; compare it with the ruler</source>
            <translation>已送到打印机；请用间尺核对</translation>
        </message>
        <message>
            <source>Set it up, or name one of these: {a}</source>
            <translation>请设置打印机，或选择以下一台：{a}</translation>
        </message>
        <message>
            <source>Set the computer's date and time.</source>
            <translation>请校正电脑的日期和时间。</translation>
        </message>
        <message>
            <source>Set up this computer</source>
            <translation>设置这台电脑</translation>
        </message>
        <message>
            <source>somebody has it and typed its end</source>
            <translation>已有人抄下，并输入末五个字符</translation>
        </message>
        <message>
            <source>Start when somebody logs on to this computer</source>
            <translation>有人登录这台电脑时启动</translation>
        </message>
        <message>
            <source>starts at log-on</source>
            <translation>登录电脑时启动</translation>
        </message>
        <message>
            <source>Switch it on (Windows: BitLocker, Linux: LUKS): receipts and exports lie there too.</source>
            <translation>请打开（Windows：BitLocker，Linux：LUKS）：收据和导出文件也在硬盘上。</translation>
        </message>
        <message>
            <source>Switch on setting the time by itself: entries of two computers are ordered by it.</source>
            <translation>请打开自动校时：两台电脑的记录按时间排列。</translation>
        </message>
        <message>
            <source>The answers are not TOML: {why}</source>
            <translation>答案文件不是 TOML：{why}</translation>
        </message>
        <message>
            <source>The answers cannot be read: {path}</source>
            <translation>无法读取答案文件：{path}</translation>
        </message>
        <message>
            <source>The answers have both [shop] and [join]: a PC stands alone or joins.</source>
            <translation>答案文件同时有 [shop] 和 [join]：电脑只能独立运作或加入总部。</translation>
        </message>
        <message>
            <source>the computer does not tell</source>
            <translation>电脑没有提供数据</translation>
        </message>
        <message>
            <source>the computer is not in the zone {a}</source>
            <translation>电脑的时区不是 {a}</translation>
        </message>
        <message>
            <source>the disk is encrypted, and the store in it</source>
            <translation>硬盘已加密，数据库也已加密</translation>
        </message>
        <message>
            <source>the folder lies on another computer</source>
            <translation>文件夹在另一台电脑上</translation>
        </message>
        <message>
            <source>The last five characters of the code</source>
            <translation>恢复码的末五个字符</translation>
        </message>
        <message>
            <source>the password alone will protect the store</source>
            <translation>数据库只靠密码保护</translation>
        </message>
        <message>
            <source>The recovery code is not right. Check it letter by letter.</source>
            <translation>恢复码不正确，请逐字核对。</translation>
        </message>
        <message>
            <source>The recovery code must not lie beside the store. Name a file on a stick.</source>
            <translation>恢复码不可放在数据库旁边。请指定U盘上的文件。</translation>
        </message>
        <message>
            <source>The scanner works.</source>
            <translation>扫描枪正常。</translation>
        </message>
        <message>
            <source>The shop's days follow its own zone; set the computer's so that both say the same.</source>
            <translation>门店的日期按其时区计算；请把电脑设成相同时区。</translation>
        </message>
        <message>
            <source>the store is encrypted, the rest of the disk is not</source>
            <translation>数据库已加密，但硬盘其余部分没有加密</translation>
        </message>
        <message>
            <source>the store is; of the disk nothing is told</source>
            <translation>数据库已加密；硬盘的情况电脑没有提供</translation>
        </message>
        <message>
            <source>The test backup could not be checked. Look at the disk, then try again.</source>
            <translation>测试备份未能通过检查。请检查硬盘后重试。</translation>
        </message>
        <message>
            <source>The trial restore found: {faults}</source>
            <translation>试恢复发现：{faults}</translation>
        </message>
        <message>
            <source>This computer does not let you choose what starts at log-on.</source>
            <translation>这台电脑不容许您选择登录时启动的程序。</translation>
        </message>
        <message>
            <source>This computer has no program that shows PDF. The file lies here: {path}</source>
            <translation>这台电脑没有可打开 PDF 的程序。文件位置：{path}</translation>
        </message>
        <message>
            <source>This is needed.</source>
            <translation>此项必须填写。</translation>
        </message>
        <message>
            <source>This is not what the test page says. Set the scanner to US English keys and to end with Enter, and switch the Chinese input method off.</source>
            <translation>这与测试页不符。请把扫描枪设为美式英文键盘、以 Enter 结尾，并关闭中文输入法。</translation>
        </message>
        <message>
            <source>through a proxy</source>
            <translation>经代理服务器</translation>
        </message>
        <message>
            <source>to be done</source>
            <translation>待处理</translation>
        </message>
        <message>
            <source>tried when head office's code is typed; a shop of its own needs none</source>
            <translation>输入总部代码后测试；独立门店不需要</translation>
        </message>
        <message>
            <source>Use a long password, or set up the system's keyring before the store is made.</source>
            <translation>请用较长的密码，或在建立数据库前设置系统的钥匙串。</translation>
        </message>
        <message>
            <source>was there already and opens</source>
            <translation>已存在，并能打开</translation>
        </message>
        <message>
            <source>was there already and stays</source>
            <translation>已存在，保持不变</translation>
        </message>
        <message>
            <source>What is red must be put right first. Then look again.</source>
            <translation>红色的项目须先处理，然后再检查。</translation>
        </message>
        <message>
            <source>What this computer becomes</source>
            <translation>这台电脑的用途</translation>
        </message>
        <message>
            <source>without a proxy</source>
            <translation>不经代理服务器</translation>
        </message>
        <message>
            <source>writable; 4 MB in {a} s</source>
            <translation>可写入；4 MB 用了 {a} 秒</translation>
        </message>
        <message>
            <source>Write it down and lock it away: it is not shown again.</source>
            <translation>请抄下并锁好：不会再显示。</translation>
        </message>
        <message>
            <source>written, and read again</source>
            <translation>已写入文件并重新读取</translation>
        </message>
        <message>
            <source>{a} customers, {b} orders</source>
            <translation>{a} 位顾客、{b} 张订单</translation>
        </message>
        <message>
            <source>{a} GB free</source>
            <translation>剩余 {a} GB</translation>
        </message>
        <message>
            <source>{a} keeps half of the key</source>
            <translation>{a} 保存一半密钥</translation>
        </message>
        <message>
            <source>{a} plugged in</source>
            <translation>已接上 {a} 个</translation>
        </message>
        <message>
            <source>{a} x {b}</source>
            <translation>{a} x {b}</translation>
        </message>
        <message>
            <source>{a} x {b} or more is wanted; choose a smaller size of text.</source>
            <translation>需要 {a} x {b} 或以上；请选择较小的文字。</translation>
        </message>
        <message>
            <source>{a}, {b}</source>
            <translation>{a}，{b}</translation>
        </message>
        <message>
            <source>{where} knows no “{key}”. It knows: {known}.</source>
            <translation>{where} 没有“{key}”。可用：{known}。</translation>
        </message>
    </context>
</TS>
