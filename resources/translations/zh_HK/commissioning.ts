<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_HK" sourcelanguage="en">
    <context>
        <name>JewelCRM</name>
        <message>
            <source>4 MB took {a} s to write</source>
            <translation>寫入 4 MB 用了 {a} 秒</translation>
        </message>
        <message>
            <source>; also at {a} more places</source>
            <translation>；另有 {a} 個位置</translation>
        </message>
        <message>
            <source>[{where}] in the answers lacks {key}.</source>
            <translation>答案檔的 [{where}] 欠缺 {key}。</translation>
        </message>
        <message>
            <source>[{where}] in the answers must be a table.</source>
            <translation>答案檔的 [{where}] 必須是一個表。</translation>
        </message>
        <message>
            <source>[{where}] {key} does not fit: {value}</source>
            <translation>[{where}] {key} 的值不適用：{value}</translation>
        </message>
        <message>
            <source>A PC of a company</source>
            <translation>公司的一部電腦</translation>
        </message>
        <message>
            <source>A shop of its own</source>
            <translation>獨立的店舖</translation>
        </message>
        <message>
            <source>A virus scanner may be holding the folder: leave it out of its scans, or use an SSD.</source>
            <translation>防毒程式可能正在佔用這個資料夾：請將它排除在掃描之外，或改用 SSD。</translation>
        </message>
        <message>
            <source>Administrator's name</source>
            <translation>管理員姓名</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Branch code</source>
            <translation>分店編號</translation>
        </message>
        <message>
            <source>Branch name</source>
            <translation>分店名稱</translation>
        </message>
        <message>
            <source>Code of head office</source>
            <translation>總公司的代碼</translation>
        </message>
        <message>
            <source>could not be checked</source>
            <translation>無法檢查</translation>
        </message>
        <message>
            <source>does not start at log-on</source>
            <translation>登入電腦時不啟動</translation>
        </message>
        <message>
            <source>Free some space: 10 GB are wanted for records, pictures, backups and updates.</source>
            <translation>請騰出空間：紀錄、相片、備份和更新需要 10 GB。</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>繼續</translation>
        </message>
        <message>
            <source>head office answers, {a}</source>
            <translation>總公司有回應，{a}</translation>
        </message>
        <message>
            <source>head office does not answer, {a}</source>
            <translation>總公司沒有回應，{a}</translation>
        </message>
        <message>
            <source>head office's clock is {a} minutes away from this computer's</source>
            <translation>總公司的時鐘與這部電腦相差 {a} 分鐘</translation>
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
            <translation>請重新安裝程式。</translation>
        </message>
        <message>
            <source>Installed by</source>
            <translation>安裝人</translation>
        </message>
        <message>
            <source>It is looked over first. Nothing is made before you go on.</source>
            <translation>會先檢查這部電腦；按「繼續」之前，不會建立任何東西。</translation>
        </message>
        <message>
            <source>it read the code of the test page</source>
            <translation>已讀出測試頁的條碼</translation>
        </message>
        <message>
            <source>it says {a}</source>
            <translation>時鐘顯示 {a}</translation>
        </message>
        <message>
            <source>joined as {a}; all is copied</source>
            <translation>已加入，編號 {a}；資料已全部複製</translation>
        </message>
        <message>
            <source>joined as {a}; copying</source>
            <translation>已加入，編號 {a}；正在複製</translation>
        </message>
        <message>
            <source>kept as a PDF</source>
            <translation>已存成 PDF</translation>
        </message>
        <message>
            <source>kept; {a}</source>
            <translation>已儲存；{a}</translation>
        </message>
        <message>
            <source>Label: down, mm</source>
            <translation>標籤：向下（毫米）</translation>
        </message>
        <message>
            <source>Label: right, mm</source>
            <translation>標籤：向右（毫米）</translation>
        </message>
        <message>
            <source>Latin and Chinese fonts are here</source>
            <translation>英文和中文字型齊備</translation>
        </message>
        <message>
            <source>Leave the program open and connected: the rest comes by itself.</source>
            <translation>請讓程式保持開啟及連線，其餘資料會自動傳來。</translation>
        </message>
        <message>
            <source>Log-in name</source>
            <translation>登入名稱</translation>
        </message>
        <message>
            <source>Look again</source>
            <translation>再檢查</translation>
        </message>
        <message>
            <source>Look at the cable, the address, and whether a proxy or firewall lets it through.</source>
            <translation>請檢查網線、網址，以及代理伺服器或防火牆有沒有放行。</translation>
        </message>
        <message>
            <source>Looking at this computer…</source>
            <translation>正在檢查這部電腦…</translation>
        </message>
        <message>
            <source>made and read again{a}</source>
            <translation>已備份並重新讀取核對{a}</translation>
        </message>
        <message>
            <source>made for {a}</source>
            <translation>已為 {a} 建立</translation>
        </message>
        <message>
            <source>Many call themselves keyboards: scan the code on the test page in the window.</source>
            <translation>很多掃描器自稱鍵盤：請在視窗掃描測試頁上的條碼。</translation>
        </message>
        <message>
            <source>Mei Chan</source>
            <translation>Mei Chan</translation>
        </message>
        <message>
            <source>missing: {a}</source>
            <translation>欠缺：{a}</translation>
        </message>
        <message>
            <source>Nathan Road</source>
            <translation>Nathan Road</translation>
        </message>
        <message>
            <source>no screen is plugged in</source>
            <translation>沒有接上螢幕</translation>
        </message>
        <message>
            <source>None</source>
            <translation>沒有</translation>
        </message>
        <message>
            <source>none is plugged in</source>
            <translation>沒有接上</translation>
        </message>
        <message>
            <source>none that says so</source>
            <translation>沒有偵測到</translation>
        </message>
        <message>
            <source>not asked for</source>
            <translation>沒有要求</translation>
        </message>
        <message>
            <source>not in order</source>
            <translation>不正常</translation>
        </message>
        <message>
            <source>not needed: this shop stands alone</source>
            <translation>不需要：本店獨立運作</translation>
        </message>
        <message>
            <source>not set from the network</source>
            <translation>沒有由網絡校時</translation>
        </message>
        <message>
            <source>not set up: {a}</source>
            <translation>未設定：{a}</translation>
        </message>
        <message>
            <source>Open the acceptance sheet</source>
            <translation>開啟驗收單</translation>
        </message>
        <message>
            <source>opens the store; is nowhere but on the screen</source>
            <translation>可開啟資料庫；只在螢幕上顯示</translation>
        </message>
        <message>
            <source>opens the store; {a}</source>
            <translation>可開啟資料庫；{a}</translation>
        </message>
        <message>
            <source>own</source>
            <translation>本身的</translation>
        </message>
        <message>
            <source>Pictures can be added from files.</source>
            <translation>相片可由檔案加入。</translation>
        </message>
        <message>
            <source>Plug it in before the shop opens.</source>
            <translation>請在開店前接上。</translation>
        </message>
        <message>
            <source>Plug it in, then run this again.</source>
            <translation>請接上後再執行一次。</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>列印</translation>
        </message>
        <message>
            <source>Print it or write it down, and lock it away. It is shown only now.</source>
            <translation>請列印或抄下並鎖好。只會顯示這一次。</translation>
        </message>
        <message>
            <source>Print the test page</source>
            <translation>列印測試頁</translation>
        </message>
        <message>
            <source>printed</source>
            <translation>已列印</translation>
        </message>
        <message>
            <source>Printer of labels</source>
            <translation>標籤打印機</translation>
        </message>
        <message>
            <source>Printer of receipts</source>
            <translation>收據打印機</translation>
        </message>
        <message>
            <source>Printing…</source>
            <translation>正在列印…</translation>
        </message>
        <message>
            <source>put back and opened by the {a} key: {b}</source>
            <translation>已試還原，並以{a}金鑰開啟：{b}</translation>
        </message>
        <message>
            <source>Put the cursor here and scan the code on the test page.</source>
            <translation>把游標放在這裏，然後掃描測試頁上的條碼。</translation>
        </message>
        <message>
            <source>recovery</source>
            <translation>復原</translation>
        </message>
        <message>
            <source>Recovery code</source>
            <translation>復原碼</translation>
        </message>
        <message>
            <source>Saved: {path}</source>
            <translation>已儲存：{path}</translation>
        </message>
        <message>
            <source>Scan the code that head office shows, or type its address and the code: https://office.example:8443 and XXXXX-XXXXX</source>
            <translation>請掃描總公司顯示的二維碼，或輸入網址和代碼：https://office.example:8443 及 XXXXX-XXXXX</translation>
        </message>
        <message>
            <source>Scan the QR code of head office, or type its address, # and the code.</source>
            <translation>請掃描總公司的二維碼，或輸入網址、# 和代碼。</translation>
        </message>
        <message>
            <source>Scanner</source>
            <translation>掃描器</translation>
        </message>
        <message>
            <source>sent to the printer; compare it with the ruler</source>
            <translation>已送到打印機；請用間尺核對</translation>
        </message>
        <message>
            <source>Set it up, or name one of these: {a}</source>
            <translation>請設定打印機，或選擇以下一部：{a}</translation>
        </message>
        <message>
            <source>Set the computer's date and time.</source>
            <translation>請校正電腦的日期和時間。</translation>
        </message>
        <message>
            <source>Set up this computer</source>
            <translation>設定這部電腦</translation>
        </message>
        <message>
            <source>somebody has it and typed its end</source>
            <translation>已有人抄下，並輸入末五個字元</translation>
        </message>
        <message>
            <source>Start when somebody logs on to this computer</source>
            <translation>有人登入這部電腦時啟動</translation>
        </message>
        <message>
            <source>starts at log-on</source>
            <translation>登入電腦時啟動</translation>
        </message>
        <message>
            <source>Switch it on (Windows: BitLocker, Linux: LUKS): receipts and exports lie there too.</source>
            <translation>請開啟（Windows：BitLocker，Linux：LUKS）：收據和匯出檔也在硬碟上。</translation>
        </message>
        <message>
            <source>Switch on setting the time by itself: entries of two computers are ordered by it.</source>
            <translation>請開啟自動校時：兩部電腦的紀錄按時間排列。</translation>
        </message>
        <message>
            <source>The answers are not TOML: {why}</source>
            <translation>答案檔不是 TOML：{why}</translation>
        </message>
        <message>
            <source>The answers cannot be read: {path}</source>
            <translation>無法讀取答案檔：{path}</translation>
        </message>
        <message>
            <source>The answers have both [shop] and [join]: a PC stands alone or joins.</source>
            <translation>答案檔同時有 [shop] 和 [join]：電腦只能獨立運作或加入總公司。</translation>
        </message>
        <message>
            <source>the computer does not tell</source>
            <translation>電腦沒有提供資料</translation>
        </message>
        <message>
            <source>the computer is not in the zone {a}</source>
            <translation>電腦的時區不是 {a}</translation>
        </message>
        <message>
            <source>the disk is encrypted, and the store in it</source>
            <translation>硬碟已加密，資料庫也已加密</translation>
        </message>
        <message>
            <source>the folder lies on another computer</source>
            <translation>資料夾在另一部電腦上</translation>
        </message>
        <message>
            <source>The last five characters of the code</source>
            <translation>復原碼的末五個字元</translation>
        </message>
        <message>
            <source>the password alone will protect the store</source>
            <translation>資料庫只靠密碼保護</translation>
        </message>
        <message>
            <source>The recovery code is not right. Check it letter by letter.</source>
            <translation>復原碼不正確，請逐字核對。</translation>
        </message>
        <message>
            <source>The recovery code must not lie beside the store. Name a file on a stick.</source>
            <translation>復原碼不可放在資料庫旁邊。請指定 USB 手指上的檔案。</translation>
        </message>
        <message>
            <source>The scanner works.</source>
            <translation>掃描器正常。</translation>
        </message>
        <message>
            <source>The shop's days follow its own zone; set the computer's so that both say the same.</source>
            <translation>店舖的日期按其時區計算；請把電腦設成相同時區。</translation>
        </message>
        <message>
            <source>the store is encrypted, the rest of the disk is not</source>
            <translation>資料庫已加密，但硬碟其餘部分沒有加密</translation>
        </message>
        <message>
            <source>the store is; of the disk nothing is told</source>
            <translation>資料庫已加密；硬碟的情況電腦沒有提供</translation>
        </message>
        <message>
            <source>The test backup could not be checked. Look at the disk, then try again.</source>
            <translation>測試備份未能通過檢查。請檢查硬碟後再試。</translation>
        </message>
        <message>
            <source>The trial restore found: {faults}</source>
            <translation>試還原發現：{faults}</translation>
        </message>
        <message>
            <source>This computer does not let you choose what starts at log-on.</source>
            <translation>這部電腦不容許您選擇登入時啟動的程式。</translation>
        </message>
        <message>
            <source>This computer has no program that shows PDF. The file lies here: {path}</source>
            <translation>這部電腦沒有可開啟 PDF 的程式。檔案位置：{path}</translation>
        </message>
        <message>
            <source>This is needed.</source>
            <translation>此項必須填寫。</translation>
        </message>
        <message>
            <source>This is not what the test page says. Set the scanner to US English keys and to end with Enter, and switch the Chinese input method off.</source>
            <translation>這與測試頁不符。請把掃描器設為美式英文鍵盤、以 Enter 結尾，並關閉中文輸入法。</translation>
        </message>
        <message>
            <source>through a proxy</source>
            <translation>經代理伺服器</translation>
        </message>
        <message>
            <source>to be done</source>
            <translation>待處理</translation>
        </message>
        <message>
            <source>tried when head office's code is typed; a shop of its own needs none</source>
            <translation>輸入總公司代碼後測試；獨立店舖不需要</translation>
        </message>
        <message>
            <source>Use a long password, or set up the system's keyring before the store is made.</source>
            <translation>請用較長的密碼，或在建立資料庫前設定系統的鑰匙圈。</translation>
        </message>
        <message>
            <source>was there already and opens</source>
            <translation>已存在，並能開啟</translation>
        </message>
        <message>
            <source>was there already and stays</source>
            <translation>已存在，保持不變</translation>
        </message>
        <message>
            <source>What is red must be put right first. Then look again.</source>
            <translation>紅色的項目須先處理，然後再檢查。</translation>
        </message>
        <message>
            <source>What this computer becomes</source>
            <translation>這部電腦的用途</translation>
        </message>
        <message>
            <source>without a proxy</source>
            <translation>不經代理伺服器</translation>
        </message>
        <message>
            <source>writable; 4 MB in {a} s</source>
            <translation>可寫入；4 MB 用了 {a} 秒</translation>
        </message>
        <message>
            <source>Write it down and lock it away: it is not shown again.</source>
            <translation>請抄下並鎖好：不會再顯示。</translation>
        </message>
        <message>
            <source>written, and read again</source>
            <translation>已寫入檔案並重新讀取</translation>
        </message>
        <message>
            <source>{a} customers, {b} orders</source>
            <translation>{a} 位顧客、{b} 張訂單</translation>
        </message>
        <message>
            <source>{a} GB free</source>
            <translation>剩餘 {a} GB</translation>
        </message>
        <message>
            <source>{a} keeps half of the key</source>
            <translation>{a} 保存一半金鑰</translation>
        </message>
        <message>
            <source>{a} plugged in</source>
            <translation>已接上 {a} 個</translation>
        </message>
        <message>
            <source>{a} x {b}</source>
            <translation>{a} x {b}</translation>
        </message>
        <message>
            <source>{a} x {b} or more is wanted; choose a smaller size of text.</source>
            <translation>需要 {a} x {b} 或以上；請選擇較小的文字。</translation>
        </message>
        <message>
            <source>{a}, {b}</source>
            <translation>{a}，{b}</translation>
        </message>
        <message>
            <source>{where} knows no “{key}”. It knows: {known}.</source>
            <translation>{where} 沒有「{key}」。可用：{known}。</translation>
        </message>
    </context>
</TS>
