<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_HK" sourcelanguage="en">
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
            <translation>1. 把這個請求傳給總公司：</translation>
        </message>
        <message>
            <source>10 days before</source>
            <translation>10 天前</translation>
        </message>
        <message>
            <source>2. Type or paste their answer:</source>
            <translation>2. 輸入或貼上他們的答覆：</translation>
        </message>
        <message>
            <source>3 days before</source>
            <translation>3 天前</translation>
        </message>
        <message>
            <source>4 GB are needed to work well; add some.</source>
            <translation>要運作順暢需要 4 GB 記憶體；請加裝。</translation>
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
            <translation>6 至 8 位數字</translation>
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
            <translation>80 毫米紙卷</translation>
        </message>
        <message>
            <source>800 days</source>
            <translation>800 天</translation>
        </message>
        <message>
            <source>A barcode scanner that types like a keyboard is heard on every page. Turn Chinese typing off while you scan.</source>
            <translation>模擬鍵盤輸入的條碼掃描器，在每一頁都能使用。掃描時請關閉中文輸入法。</translation>
        </message>
        <message>
            <source>A branch code has 2 to 8 letters or digits, e.g. HK01</source>
            <translation>分店編號為 2 至 8 個英文字母或數字，例如 HK01</translation>
        </message>
        <message>
            <source>A few words in a row are best</source>
            <translation>用幾個詞語連成一句最好</translation>
        </message>
        <message>
            <source>a folder is not as it should be</source>
            <translation>有一個資料夾不正常</translation>
        </message>
        <message>
            <source>A keyring keeps half of this store's key already.</source>
            <translation>鑰匙圈已保存這個資料庫的一半金鑰。</translation>
        </message>
        <message>
            <source>A log-in has 2 to 60 letters or digits, without spaces, e.g. mei.chan</source>
            <translation>登入名稱為 2 至 60 個字母或數字，不含空格，例如 mei.chan</translation>
        </message>
        <message>
            <source>A made-up shop with 5,000 customers, their orders, payments and reminders. Nobody in it is real.</source>
            <translation>一間虛構的店舖，有 5,000 位顧客及其訂單、付款和提示。全部均非真實人物。</translation>
        </message>
        <message>
            <source>a network folder is not as it should be</source>
            <translation>有一個網絡資料夾不正常</translation>
        </message>
        <message>
            <source>A newer JewelCRM has brought the store of this computer up to date. This window is the one from before and does not write into it.</source>
            <translation>較新版本的 JewelCRM 已更新這部電腦的資料庫。本視窗屬舊版本，不會再寫入資料庫。</translation>
        </message>
        <message>
            <source>A newer JewelCRM has brought the store up to date while this window was open. Nothing of this was saved. Close the window and open it again.</source>
            <translation>較新版本的 JewelCRM 已在本視窗開啟期間更新資料庫。此次輸入並未儲存。請關閉視窗，再重新開啟。</translation>
        </message>
        <message>
            <source>A PIN has {least} to {most} digits.</source>
            <translation>PIN 碼為 {least} 至 {most} 位數字。</translation>
        </message>
        <message>
            <source>A record is complete when everything required is known. What is not to be asked is not offered on the card, and refused there.</source>
            <translation>所有必填項目齊備，紀錄才算完整。不可詢問的項目不會在顧客卡上出現，填寫亦會被拒絕。</translation>
        </message>
        <message>
            <source>a USB stick is not as it should be</source>
            <translation>有一個 USB 手指不正常</translation>
        </message>
        <message>
            <source>A5 sheet</source>
            <translation>A5 紙</translation>
        </message>
        <message>
            <source>About</source>
            <translation>關於</translation>
        </message>
        <message>
            <source>Add a USB stick or a network folder on the page Backups.</source>
            <translation>請在「備份」頁加一個 USB 手指或網絡資料夾。</translation>
        </message>
        <message>
            <source>Add customers</source>
            <translation>新增顧客</translation>
        </message>
        <message>
            <source>Add people and give them roles</source>
            <translation>新增員工及設定職級</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>地址</translation>
        </message>
        <message>
            <source>Administrator</source>
            <translation>管理員</translation>
        </message>
        <message>
            <source>Administrator's name</source>
            <translation>管理員姓名</translation>
        </message>
        <message>
            <source>After 1 minute</source>
            <translation>1 分鐘後</translation>
        </message>
        <message>
            <source>After 10 minutes</source>
            <translation>10 分鐘後</translation>
        </message>
        <message>
            <source>After 15 minutes</source>
            <translation>15 分鐘後</translation>
        </message>
        <message>
            <source>After 2 minutes</source>
            <translation>2 分鐘後</translation>
        </message>
        <message>
            <source>After 3 minutes</source>
            <translation>3 分鐘後</translation>
        </message>
        <message>
            <source>After 5 minutes</source>
            <translation>5 分鐘後</translation>
        </message>
        <message>
            <source>All data is on this computer. No line is needed.</source>
            <translation>資料都在這部電腦，無需連線。</translation>
        </message>
        <message>
            <source>All right</source>
            <translation>知道了</translation>
        </message>
        <message>
            <source>An administrator can join this shop to a head office.</source>
            <translation>管理員可將本店加入總公司。</translation>
        </message>
        <message>
            <source>an import is unfinished: {a}</source>
            <translation>有未完成的匯入：{a}</translation>
        </message>
        <message>
            <source>Another person…</source>
            <translation>換人…</translation>
        </message>
        <message>
            <source>Another program is using the store. Try again in a moment.</source>
            <translation>另一個程式正在使用資料庫，請稍後再試。</translation>
        </message>
        <message>
            <source>As the computer</source>
            <translation>跟隨電腦</translation>
        </message>
        <message>
            <source>Ask</source>
            <translation>詢問</translation>
        </message>
        <message>
            <source>Ask each time</source>
            <translation>每次詢問</translation>
        </message>
        <message>
            <source>Ask head office for the key</source>
            <translation>向總公司取回金鑰</translation>
        </message>
        <message>
            <source>Ask head office what becomes of this PC.</source>
            <translation>請向總公司查詢這部電腦如何處理。</translation>
        </message>
        <message>
            <source>asked of the system when something is printed</source>
            <translation>列印時才詢問系統</translation>
        </message>
        <message>
            <source>Asking head office…</source>
            <translation>正聯絡總公司…</translation>
        </message>
        <message>
            <source>At most {places} digits after the point.</source>
            <translation>小數點後最多 {places} 位。</translation>
        </message>
        <message>
            <source>Attention</source>
            <translation>請留意</translation>
        </message>
        <message>
            <source>Audit log</source>
            <translation>審計記錄</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Back up now</source>
            <translation>立即備份</translation>
        </message>
        <message>
            <source>Backed up {time}</source>
            <translation>{time} 已備份</translation>
        </message>
        <message>
            <source>Backup</source>
            <translation>備份</translation>
        </message>
        <message>
            <source>Backup not tried out</source>
            <translation>備份未試還原</translation>
        </message>
        <message>
            <source>Backup: look</source>
            <translation>備份：請查看</translation>
        </message>
        <message>
            <source>Backups</source>
            <translation>備份</translation>
        </message>
        <message>
            <source>backups lie on this PC's own disk only</source>
            <translation>備份只在這部電腦自己的硬碟上</translation>
        </message>
        <message>
            <source>Backups: {state}</source>
            <translation>備份：{state}</translation>
        </message>
        <message>
            <source>Both copies of the key file are damaged. Restore them from a backup.</source>
            <translation>金鑰檔案的兩份副本都已損壞，請從備份還原。</translation>
        </message>
        <message>
            <source>Both copies of the key file beside the store are lost or damaged. The store itself is left as it is. The key file comes back with a backup:</source>
            <translation>資料庫旁的金鑰檔兩份都遺失或損壞。資料庫本身不會更動。金鑰檔可隨備份取回：</translation>
        </message>
        <message>
            <source>Branch</source>
            <translation>分店</translation>
        </message>
        <message>
            <source>Branch closed</source>
            <translation>分店已關閉</translation>
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
            <source>Branch name in Chinese</source>
            <translation>分店中文名稱</translation>
        </message>
        <message>
            <source>Branch phone</source>
            <translation>分店電話</translation>
        </message>
        <message>
            <source>Branches are changed at head office: jewelcrm-office branch.</source>
            <translation>分店資料由總公司更改：jewelcrm-office branch。</translation>
        </message>
        <message>
            <source>Break off</source>
            <translation>中止</translation>
        </message>
        <message>
            <source>Build it anew: jewelcrm-admin doctor --rebuild-search</source>
            <translation>請重新建立：jewelcrm-admin doctor --rebuild-search</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Cancel orders</source>
            <translation>取消訂單</translation>
        </message>
        <message>
            <source>Change capture</source>
            <translation>變更紀錄</translation>
        </message>
        <message>
            <source>Change customers</source>
            <translation>更改顧客資料</translation>
        </message>
        <message>
            <source>Change orders</source>
            <translation>更改訂單</translation>
        </message>
        <message>
            <source>Change person</source>
            <translation>更改員工資料</translation>
        </message>
        <message>
            <source>Change products and gold prices</source>
            <translation>更改貨品及金價</translation>
        </message>
        <message>
            <source>Change settings of this PC</source>
            <translation>更改這部電腦的設定</translation>
        </message>
        <message>
            <source>Change the key of this PC's store</source>
            <translation>更換這部電腦資料庫的金鑰</translation>
        </message>
        <message>
            <source>Change the language</source>
            <translation>切換語言</translation>
        </message>
        <message>
            <source>Change the shop's name and address</source>
            <translation>更改店鋪名稱及地址</translation>
        </message>
        <message>
            <source>Change your password</source>
            <translation>更改密碼</translation>
        </message>
        <message>
            <source>Change your password…</source>
            <translation>更改密碼…</translation>
        </message>
        <message>
            <source>Check now</source>
            <translation>立即檢查</translation>
        </message>
        <message>
            <source>Check sums</source>
            <translation>校驗和</translation>
        </message>
        <message>
            <source>Check the health of this PC's store</source>
            <translation>檢查這部電腦的資料庫</translation>
        </message>
        <message>
            <source>Check the network, then: jewelcrm-admin sync now</source>
            <translation>請檢查網絡，然後執行：jewelcrm-admin sync now</translation>
        </message>
        <message>
            <source>Check this computer's health</source>
            <translation>檢查這部電腦的狀況</translation>
        </message>
        <message>
            <source>checked</source>
            <translation>已檢查</translation>
        </message>
        <message>
            <source>Checking…</source>
            <translation>檢查中…</translation>
        </message>
        <message>
            <source>Checks the store, its keys, the disk and this computer. You can go on working.</source>
            <translation>檢查資料庫、金鑰、磁碟及這部電腦。檢查期間可繼續工作。</translation>
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
            <translation>店舖中文名稱</translation>
        </message>
        <message>
            <source>Choose -10 to 10 mm.</source>
            <translation>請填寫 -10 至 10 毫米。</translation>
        </message>
        <message>
            <source>Choose a day</source>
            <translation>選擇日期</translation>
        </message>
        <message>
            <source>Choose a picture…</source>
            <translation>選擇圖片…</translation>
        </message>
        <message>
            <source>Choose a role: {roles}.</source>
            <translation>請選擇職級：{roles}。</translation>
        </message>
        <message>
            <source>Choose in the calendar</source>
            <translation>從月曆選擇</translation>
        </message>
        <message>
            <source>Clock</source>
            <translation>時鐘</translation>
        </message>
        <message>
            <source>Clock and head office</source>
            <translation>時鐘與總公司</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>關閉</translation>
        </message>
        <message>
            <source>Close programs that are not needed, or restart the computer.</source>
            <translation>請關閉不需要的程式，或重新啟動電腦。</translation>
        </message>
        <message>
            <source>Close the way in</source>
            <translation>停止登入權限</translation>
        </message>
        <message>
            <source>Close the window</source>
            <translation>關閉視窗</translation>
        </message>
        <message>
            <source>Close what is open</source>
            <translation>關閉目前開啟的項目</translation>
        </message>
        <message>
            <source>Close without waiting</source>
            <translation>不等待，立即關閉</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>已關閉</translation>
        </message>
        <message>
            <source>complete, {a} records</source>
            <translation>已齊全，共 {a} 筆紀錄</translation>
        </message>
        <message>
            <source>Connect it to the network, then: jewelcrm-admin sync now</source>
            <translation>請接上網絡，然後執行：jewelcrm-admin sync now</translation>
        </message>
        <message>
            <source>Connect this PC to head office: jewelcrm-admin sync now</source>
            <translation>把這部電腦連接總公司：jewelcrm-admin sync now</translation>
        </message>
        <message>
            <source>Copied. Paste it into a safe place, not into an e-mail.</source>
            <translation>已複製。請貼到安全的地方，切勿貼到電郵。</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>複製</translation>
        </message>
        <message>
            <source>Copy the report</source>
            <translation>複製報告</translation>
        </message>
        <message>
            <source>Could be better</source>
            <translation>可以再好一點</translation>
        </message>
        <message>
            <source>could not be checked: {a}</source>
            <translation>無法檢查：{a}</translation>
        </message>
        <message>
            <source>Customer of another branch</source>
            <translation>其他分店的顧客</translation>
        </message>
        <message>
            <source>Customers</source>
            <translation>顧客</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>Dashboard</source>
            <translation>業績概覽</translation>
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
            <translation>離線期限屆滿前多少日起，每次登入時提示。</translation>
        </message>
        <message>
            <source>Days for which changes that head office knows stay on this PC.</source>
            <translation>總公司已收到的改動在這部電腦保留多少日。</translation>
        </message>
        <message>
            <source>Days: {rule}</source>
            <translation>日數：{rule}</translation>
        </message>
        <message>
            <source>differed from head office's {a} times this week, and were mended</source>
            <translation>本星期與總公司有 {a} 次差異，已修正</translation>
        </message>
        <message>
            <source>Disk</source>
            <translation>磁碟</translation>
        </message>
        <message>
            <source>Disk encryption</source>
            <translation>硬碟加密</translation>
        </message>
        <message>
            <source>Disk full</source>
            <translation>磁碟已滿</translation>
        </message>
        <message>
            <source>Do</source>
            <translation>操作</translation>
        </message>
        <message>
            <source>Do not work on both copies: each would give papers the same numbers.</source>
            <translation>不要在兩份副本上同時工作：兩邊的單據會有相同編號。</translation>
        </message>
        <message>
            <source>Easy to guess</source>
            <translation>容易猜中</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>編輯</translation>
        </message>
        <message>
            <source>Empty: the terms that come with the program.</source>
            <translation>留空則使用程式內置的條款。</translation>
        </message>
        <message>
            <source>English</source>
            <translation>English</translation>
        </message>
        <message>
            <source>Entries were removed or edited. Keep this file and tell the security officer.</source>
            <translation>有紀錄被刪除或改動。請保留此檔案並通知保安主任。</translation>
        </message>
        <message>
            <source>Erase a person for good, with a second person</source>
            <translation>永久刪除一個人的資料（須由第二人確認）</translation>
        </message>
        <message>
            <source>every import that was begun is done</source>
            <translation>已開始的匯入均已完成</translation>
        </message>
        <message>
            <source>every page is whole and every reference leads somewhere</source>
            <translation>每一頁都完整，所有關聯都正確</translation>
        </message>
        <message>
            <source>every table's triggers are as they should be</source>
            <translation>所有資料表的觸發器均正常</translation>
        </message>
        <message>
            <source>Everything that had been sent is safe at head office. If the PC was lost or stolen and has come back, tell head office.</source>
            <translation>已傳送的資料在總公司安全保存。如這部電腦曾遺失或被竊而失而復得，請通知總公司。</translation>
        </message>
        <message>
            <source>Everything that was saved is there. What was only typed is to be typed again. Close the window and open JewelCRM again.</source>
            <translation>已儲存的資料全部都在；只是輸入而未儲存的，須重新輸入。請關閉視窗，再開啟 JewelCRM。</translation>
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
            <translation>首次複製</translation>
        </message>
        <message>
            <source>First copy {n} %</source>
            <translation>首次複製 {n} %</translation>
        </message>
        <message>
            <source>First password</source>
            <translation>首次密碼</translation>
        </message>
        <message>
            <source>Follow-ups</source>
            <translation>跟進</translation>
        </message>
        <message>
            <source>Fonts</source>
            <translation>字型</translation>
        </message>
        <message>
            <source>For a computer that is lost or broken, when neither its password nor its code opens the backup. Two people at head office allow it, with the recovery key.</source>
            <translation>適用於電腦遺失或損壞，而密碼及復原碼均無法開啟備份。須由總公司兩人以復原金鑰批准。</translation>
        </message>
        <message>
            <source>For installers: check and set up everything</source>
            <translation>安裝人員：檢查並設定全部</translation>
        </message>
        <message>
            <source>Free software under the Apache License 2.0. Uses Qt under the LGPL, Inter and Noto under the Open Font License.</source>
            <translation>以 Apache License 2.0 發放的自由軟件。使用 Qt（LGPL）、Inter 及 Noto 字型（Open Font License）。</translation>
        </message>
        <message>
            <source>Free some space: {a} GB are needed for copies and updates.</source>
            <translation>請騰出空間：備份及更新需要 {a} GB。</translation>
        </message>
        <message>
            <source>From a stick or folder…</source>
            <translation>從手指或資料夾…</translation>
        </message>
        <message>
            <source>Give them a new password: jewelcrm-admin user password LOGIN</source>
            <translation>請為他們設定新密碼：jewelcrm-admin user password LOGIN</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>繼續</translation>
        </message>
        <message>
            <source>Go to</source>
            <translation>前往</translation>
        </message>
        <message>
            <source>Go to the search box</source>
            <translation>前往搜尋欄</translation>
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
            <translation>這位員工已離職嗎？</translation>
        </message>
        <message>
            <source>Have reports prepared by themselves</source>
            <translation>設定自動製備報表</translation>
        </message>
        <message>
            <source>Have the printed recovery code at hand: the next sign-in needs it.</source>
            <translation>請備妥印出的復原碼：下次登入需要用到。</translation>
        </message>
        <message>
            <source>Head office</source>
            <translation>總公司</translation>
        </message>
        <message>
            <source>Head office gives you its address and a one-time code. People and branches come first; the rest is copied while you work.</source>
            <translation>總公司會給您網址及一次性代碼。員工及分店資料先到，其餘在您工作時陸續複製。</translation>
        </message>
        <message>
            <source>Head office has been asked; {n} of 2 people have allowed it. Ask again when they have: the request waits.</source>
            <translation>已詢問總公司；2 人中有 {n} 人批准。他們批准後再按一次：請求會保留。</translation>
        </message>
        <message>
            <source>Head office has not been reached for some time. In a few days this PC stops working until it is: check the network.</source>
            <translation>已有一段時間未能聯絡總公司。再過數天，這部電腦將停用至聯絡得上為止：請檢查網絡。</translation>
        </message>
        <message>
            <source>Head office has taken this PC off, and what it held is erased. Ask head office for a new code to enrol it again.</source>
            <translation>總公司已移除這部電腦，其資料已刪除。如要重新加入，請向總公司索取新代碼。</translation>
        </message>
        <message>
            <source>Head office's answer</source>
            <translation>總公司的答覆</translation>
        </message>
        <message>
            <source>Head office: {state}</source>
            <translation>總公司：{state}</translation>
        </message>
        <message>
            <source>Health</source>
            <translation>健康檢查</translation>
        </message>
        <message>
            <source>Health and about</source>
            <translation>檢查與關於</translation>
        </message>
        <message>
            <source>Hear the barcode scanner on every page.</source>
            <translation>在每一頁接收條碼掃描器。</translation>
        </message>
        <message>
            <source>Hear the scanner</source>
            <translation>接收掃描器</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>說明</translation>
        </message>
        <message>
            <source>Help for this page</source>
            <translation>本頁說明</translation>
        </message>
        <message>
            <source>Help for this page (F1)</source>
            <translation>本頁說明（F1）</translation>
        </message>
        <message>
            <source>Help text</source>
            <translation>說明內容</translation>
        </message>
        <message>
            <source>Histories on this PC stay for</source>
            <translation>紀錄在這部電腦保留</translation>
        </message>
        <message>
            <source>HK01</source>
            <translation>HK01</translation>
        </message>
        <message>
            <source>holds its half of the key</source>
            <translation>保存着它的一半金鑰</translation>
        </message>
        <message>
            <source>holds its half, but the store was made on another computer</source>
            <translation>保存了它的一半金鑰，但資料庫是在另一部電腦建立的</translation>
        </message>
        <message>
            <source>How far it is</source>
            <translation>進度</translation>
        </message>
        <message>
            <source>How far the demo store is</source>
            <translation>示範資料庫進度</translation>
        </message>
        <message>
            <source>How fast it types</source>
            <translation>輸入速度</translation>
        </message>
        <message>
            <source>How good the password is</source>
            <translation>密碼強度</translation>
        </message>
        <message>
            <source>How head office is asked</source>
            <translation>如何詢問總公司</translation>
        </message>
        <message>
            <source>How it is opened</source>
            <translation>如何開啟</translation>
        </message>
        <message>
            <source>How the line stands</source>
            <translation>連線狀況</translation>
        </message>
        <message>
            <source>How the window looks on this computer.</source>
            <translation>這部電腦的視窗外觀。</translation>
        </message>
        <message>
            <source>I have printed it or written it down, and put it in a safe place</source>
            <translation>我已列印或抄下，並放在安全的地方</translation>
        </message>
        <message>
            <source>If it comes up</source>
            <translation>按需要</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>匯入</translation>
        </message>
        <message>
            <source>Import files</source>
            <translation>匯入檔案</translation>
        </message>
        <message>
            <source>Import the same file again: it goes on where it was and nothing doubles.</source>
            <translation>請再匯入同一檔案：會由中斷處繼續，不會重複。</translation>
        </message>
        <message>
            <source>Imports</source>
            <translation>匯入</translation>
        </message>
        <message>
            <source>Install a keyring (on Linux: gnome-keyring), or keep this PC locked away.</source>
            <translation>請安裝鑰匙圈（Linux：gnome-keyring），或把這部電腦鎖好。</translation>
        </message>
        <message>
            <source>Install the program again.</source>
            <translation>請重新安裝程式。</translation>
        </message>
        <message>
            <source>Install the update; until then this PC works, but does not exchange.</source>
            <translation>請安裝更新；在此之前這部電腦可以工作，但不會與總公司交換資料。</translation>
        </message>
        <message>
            <source>It could not be made.</source>
            <translation>未能備份。</translation>
        </message>
        <message>
            <source>It could not be printed. Write the code down.</source>
            <translation>無法列印，請抄下復原碼。</translation>
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
            <translation>加入總公司</translation>
        </message>
        <message>
            <source>Join a head office instead</source>
            <translation>改為加入總公司</translation>
        </message>
        <message>
            <source>Join head office…</source>
            <translation>加入總公司…</translation>
        </message>
        <message>
            <source>Join this PC to a head office</source>
            <translation>將這部電腦加入總公司</translation>
        </message>
        <message>
            <source>Keep editing</source>
            <translation>繼續編輯</translation>
        </message>
        <message>
            <source>Keep this sheet locked away, not beside the computer.</source>
            <translation>請把這張紙鎖好，不要放在電腦旁。</translation>
        </message>
        <message>
            <source>Keyring</source>
            <translation>鑰匙圈</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>金鑰</translation>
        </message>
        <message>
            <source>Labels</source>
            <translation>標籤</translation>
        </message>
        <message>
            <source>Labels are moved down by so many tenths of a millimetre.</source>
            <translation>標籤向下移多少個十分之一毫米。</translation>
        </message>
        <message>
            <source>Labels are moved right by so many tenths of a millimetre.</source>
            <translation>標籤向右移多少個十分之一毫米。</translation>
        </message>
        <message>
            <source>Labels of bags</source>
            <translation>袋標籤</translation>
        </message>
        <message>
            <source>Labels of job bags, in mm.</source>
            <translation>工作袋標籤的尺寸（毫米）。</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>語言</translation>
        </message>
        <message>
            <source>Language of receipts</source>
            <translation>收據語言</translation>
        </message>
        <message>
            <source>Language of receipts.</source>
            <translation>收據的語言。</translation>
        </message>
        <message>
            <source>Latin and Chinese fonts are here</source>
            <translation>英文和中文字型齊備</translation>
        </message>
        <message>
            <source>Leave the program open and connected, or run: jewelcrm-admin sync now</source>
            <translation>請讓程式保持開啟及連線，或執行：jewelcrm-admin sync now</translation>
        </message>
        <message>
            <source>Letter of this PC</source>
            <translation>這部電腦的字母</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>淺色</translation>
        </message>
        <message>
            <source>Light or dark</source>
            <translation>淺色或深色</translation>
        </message>
        <message>
            <source>Light, dark, or as the computer.</source>
            <translation>淺色、深色，或跟隨電腦。</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>鎖定</translation>
        </message>
        <message>
            <source>Lock when nobody touches it</source>
            <translation>無人操作時鎖定</translation>
        </message>
        <message>
            <source>Locked</source>
            <translation>已鎖定</translation>
        </message>
        <message>
            <source>Log-in name</source>
            <translation>登入名稱</translation>
        </message>
        <message>
            <source>Log-in of a second person</source>
            <translation>第二人的登入名稱</translation>
        </message>
        <message>
            <source>Logo on reports</source>
            <translation>報表上的商店標誌</translation>
        </message>
        <message>
            <source>Longest gap between a scanner's keys.</source>
            <translation>掃描器按鍵之間的最長間隔。</translation>
        </message>
        <message>
            <source>Look another branch's customer up</source>
            <translation>查詢其他分店的顧客</translation>
        </message>
        <message>
            <source>Look in the audit log who was at this PC. Change your own password first, which closes every other way in; then set everybody's anew, and make a new recovery code (jewelcrm-admin key rotate).</source>
            <translation>請在審計記錄查看誰用過這部電腦。先更改您自己的密碼（其他進入途徑會隨即關閉），再為每人重設密碼，並以 jewelcrm-admin key rotate 產生新的復原碼。</translation>
        </message>
        <message>
            <source>Look up a customer of another branch</source>
            <translation>查詢其他分店的顧客</translation>
        </message>
        <message>
            <source>Look up “{text}” at the other branches</source>
            <translation>到其他分店查詢「{text}」</translation>
        </message>
        <message>
            <source>Looking…</source>
            <translation>查看中…</translation>
        </message>
        <message>
            <source>Make a backup, set the program up on this computer's own disk, and restore it there.</source>
            <translation>請先備份，在這部電腦本身的硬碟設定程式，再把備份還原到那裏。</translation>
        </message>
        <message>
            <source>Make a package for support, without personal data</source>
            <translation>製作支援用資料包（不含個人資料）</translation>
        </message>
        <message>
            <source>Make one: jewelcrm-admin backup now</source>
            <translation>做一個：jewelcrm-admin backup now</translation>
        </message>
        <message>
            <source>Make, check and try out backups</source>
            <translation>備份、檢查和試還原</translation>
        </message>
        <message>
            <source>Making the demo store</source>
            <translation>正在建立示範資料庫</translation>
        </message>
        <message>
            <source>Making the key of the store…</source>
            <translation>正在建立資料庫金鑰…</translation>
        </message>
        <message>
            <source>Making the store…</source>
            <translation>正在建立資料庫…</translation>
        </message>
        <message>
            <source>Manager</source>
            <translation>經理</translation>
        </message>
        <message>
            <source>Mei Chan</source>
            <translation>Mei Chan</translation>
        </message>
        <message>
            <source>Memory</source>
            <translation>記憶體</translation>
        </message>
        <message>
            <source>Minutes without a touch until the window locks.</source>
            <translation>無人操作多少分鐘後鎖定視窗。</translation>
        </message>
        <message>
            <source>missing: {a}</source>
            <translation>欠缺：{a}</translation>
        </message>
        <message>
            <source>Moment to go back to</source>
            <translation>要還原的時間</translation>
        </message>
        <message>
            <source>Move customers to another branch</source>
            <translation>將顧客轉到其他分店</translation>
        </message>
        <message>
            <source>Move orders to another stage</source>
            <translation>把訂單移到另一階段</translation>
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
            <translation>店舖名稱</translation>
        </message>
        <message>
            <source>Name, phone, number, or scan</source>
            <translation>姓名、電話、編號，或掃描條碼</translation>
        </message>
        <message>
            <source>Nathan Road</source>
            <translation>Nathan Road</translation>
        </message>
        <message>
            <source>Needs attention</source>
            <translation>需要處理</translation>
        </message>
        <message>
            <source>Never asked, more than a shop needs (Cap. 486): {fields}</source>
            <translation>一律不可詢問，超乎店舖所需（第 486 章）：{fields}</translation>
        </message>
        <message>
            <source>New customer</source>
            <translation>新顧客</translation>
        </message>
        <message>
            <source>New follow-up</source>
            <translation>新跟進</translation>
        </message>
        <message>
            <source>New order</source>
            <translation>新訂單</translation>
        </message>
        <message>
            <source>New password</source>
            <translation>新密碼</translation>
        </message>
        <message>
            <source>New password…</source>
            <translation>新密碼…</translation>
        </message>
        <message>
            <source>New person</source>
            <translation>新員工</translation>
        </message>
        <message>
            <source>New PIN</source>
            <translation>新 PIN 碼</translation>
        </message>
        <message>
            <source>New product</source>
            <translation>新貨品</translation>
        </message>
        <message>
            <source>No backup for a day</source>
            <translation>已一天沒有備份</translation>
        </message>
        <message>
            <source>No backup for {n} days</source>
            <translation>已 {n} 天沒有備份</translation>
        </message>
        <message>
            <source>No backup was put back for trial lately, so nobody knows that it can be.</source>
            <translation>最近沒有試還原備份，因此不知道能否還原。</translation>
        </message>
        <message>
            <source>No backup yet</source>
            <translation>還沒有備份</translation>
        </message>
        <message>
            <source>no checked backup yet</source>
            <translation>還沒有已檢查的備份</translation>
        </message>
        <message>
            <source>No keyring keeps a part of this store's key, so the password alone protects the store.</source>
            <translation>沒有鑰匙圈保存這個資料庫的部分金鑰，資料庫只靠密碼保護。</translation>
        </message>
        <message>
            <source>No logo</source>
            <translation>不用標誌</translation>
        </message>
        <message>
            <source>No password was given. Set {variable}, or name a file with {option}.</source>
            <translation>沒有提供密碼。請設定 {variable}，或以 {option} 指定檔案。</translation>
        </message>
        <message>
            <source>no printer is set up on this computer</source>
            <translation>這部電腦未設定打印機</translation>
        </message>
        <message>
            <source>No way in on this PC</source>
            <translation>未能在此電腦登入</translation>
        </message>
        <message>
            <source>Nobody at the counter? The desk locks by itself.</source>
            <translation>櫃位無人？畫面會自動鎖定。</translation>
        </message>
        <message>
            <source>Nobody with this log-in works here.</source>
            <translation>沒有使用此登入名稱的員工。</translation>
        </message>
        <message>
            <source>none yet: nobody knows whether a backup can be restored</source>
            <translation>還沒有：沒有人知道備份能否還原</translation>
        </message>
        <message>
            <source>none: this PC stands alone</source>
            <translation>無：這部電腦獨立運作</translation>
        </message>
        <message>
            <source>not checked yet</source>
            <translation>未檢查</translation>
        </message>
        <message>
            <source>Not let in yet</source>
            <translation>尚未獲接納</translation>
        </message>
        <message>
            <source>not reached for {a} days</source>
            <translation>已 {a} 天未能聯絡</translation>
        </message>
        <message>
            <source>Not to be asked</source>
            <translation>不可詢問</translation>
        </message>
        <message>
            <source>nothing</source>
            <translation>無</translation>
        </message>
        <message>
            <source>Nothing found</source>
            <translation>找不到結果</translation>
        </message>
        <message>
            <source>Nothing found here</source>
            <translation>本店找不到</translation>
        </message>
        <message>
            <source>Nothing has the number {text}.</source>
            <translation>找不到編號 {text}。</translation>
        </message>
        <message>
            <source>Nothing is deleted on any of these ways.</source>
            <translation>以上任何方法都不會刪除資料。</translation>
        </message>
        <message>
            <source>Off line</source>
            <translation>離線</translation>
        </message>
        <message>
            <source>Off line · needs attention</source>
            <translation>離線 · 需要處理</translation>
        </message>
        <message>
            <source>On line</source>
            <translation>已連線</translation>
        </message>
        <message>
            <source>On line · sending {n}</source>
            <translation>已連線 · 正傳送 {n} 項</translation>
        </message>
        <message>
            <source>On paper or by phone</source>
            <translation>書面或電話</translation>
        </message>
        <message>
            <source>One moment…</source>
            <translation>請稍候…</translation>
        </message>
        <message>
            <source>One of the places for copies is not as it should be.</source>
            <translation>其中一個副本存放處不正常。</translation>
        </message>
        <message>
            <source>one of the two copies of the key file is lost or damaged</source>
            <translation>金鑰檔的兩份副本之一遺失或損壞</translation>
        </message>
        <message>
            <source>one person and the recovery code open the store</source>
            <translation>一人及復原碼可開啟資料庫</translation>
        </message>
        <message>
            <source>Open another branch's customer for a day</source>
            <translation>開啟其他分店的顧客一天</translation>
        </message>
        <message>
            <source>Open the store</source>
            <translation>開啟資料庫</translation>
        </message>
        <message>
            <source>Open with the printed recovery code</source>
            <translation>用印出的復原碼開啟</translation>
        </message>
        <message>
            <source>Open with the recovery code</source>
            <translation>用復原碼開啟</translation>
        </message>
        <message>
            <source>Opening the store…</source>
            <translation>正在開啟資料庫…</translation>
        </message>
        <message>
            <source>opens; schema {a}, one customer, {b} MB</source>
            <translation>可開啟；結構 {a}，一位顧客，{b} MB</translation>
        </message>
        <message>
            <source>opens; schema {a}, {b} customers, {c} MB</source>
            <translation>可以開啟；資料格式 {a}，{b} 位顧客，{c} MB</translation>
        </message>
        <message>
            <source>Orders</source>
            <translation>訂單</translation>
        </message>
        <message>
            <source>Over the line</source>
            <translation>經連線</translation>
        </message>
        <message>
            <source>Package for support…</source>
            <translation>支援資料包…</translation>
        </message>
        <message>
            <source>Pages of the help</source>
            <translation>說明頁</translation>
        </message>
        <message>
            <source>Paper</source>
            <translation>紙張</translation>
        </message>
        <message>
            <source>Paper of receipts.</source>
            <translation>收據的紙張。</translation>
        </message>
        <message>
            <source>Parts of the settings</source>
            <translation>設定分類</translation>
        </message>
        <message>
            <source>passed within two days (it took {a} s)</source>
            <translation>兩天內通過（用了 {a} 秒）</translation>
        </message>
        <message>
            <source>passed {a} days ago (it took {b} s)</source>
            <translation>{a} 天前通過（用了 {b} 秒）</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>密碼</translation>
        </message>
        <message>
            <source>Password or key lost</source>
            <translation>遺失密碼或金鑰</translation>
        </message>
        <message>
            <source>Password or key lost?</source>
            <translation>遺失密碼或金鑰？</translation>
        </message>
        <message>
            <source>Payments</source>
            <translation>付款</translation>
        </message>
        <message>
            <source>People</source>
            <translation>員工</translation>
        </message>
        <message>
            <source>People are added and changed at head office: jewelcrm-office user.</source>
            <translation>員工由總公司新增及更改：jewelcrm-office user。</translation>
        </message>
        <message>
            <source>Phone of the shop</source>
            <translation>店舖電話</translation>
        </message>
        <message>
            <source>Picture (PNG or JPEG) of the shop's logo for reports.</source>
            <translation>報表上的店舖標誌圖片（PNG 或 JPEG）。</translation>
        </message>
        <message>
            <source>Pictures (*.png *.jpg *.jpeg)</source>
            <translation>圖片 (*.png *.jpg *.jpeg)</translation>
        </message>
        <message>
            <source>PIN</source>
            <translation>PIN 碼</translation>
        </message>
        <message>
            <source>Places for copies</source>
            <translation>副本存放處</translation>
        </message>
        <message>
            <source>Please wait</source>
            <translation>請稍候</translation>
        </message>
        <message>
            <source>Present password</source>
            <translation>現時密碼</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>列印</translation>
        </message>
        <message>
            <source>Print a test label</source>
            <translation>列印測試標籤</translation>
        </message>
        <message>
            <source>Print a test label: its frames lie 1, 2 and 3 mm from the edge. Type by how much it must move.</source>
            <translation>請列印測試標籤：框線距離邊緣 1、2 及 3 毫米。填寫標籤要移多少。</translation>
        </message>
        <message>
            <source>Print labels of the order</source>
            <translation>列印訂單標籤</translation>
        </message>
        <message>
            <source>Print the tag of a piece</source>
            <translation>列印貨品吊牌</translation>
        </message>
        <message>
            <source>Print this page</source>
            <translation>列印此頁</translation>
        </message>
        <message>
            <source>Printed in the head of every receipt; a receipt must state the address.</source>
            <translation>印於每張收據之首；收據必須列明地址。</translation>
        </message>
        <message>
            <source>Printer</source>
            <translation>打印機</translation>
        </message>
        <message>
            <source>Printer of labels</source>
            <translation>標籤打印機</translation>
        </message>
        <message>
            <source>Printer of labels; empty asks each time.</source>
            <translation>標籤打印機；留空則每次詢問。</translation>
        </message>
        <message>
            <source>Printer of receipts; empty asks each time.</source>
            <translation>收據打印機；留空則每次詢問。</translation>
        </message>
        <message>
            <source>Printer of reports</source>
            <translation>報表打印機</translation>
        </message>
        <message>
            <source>Printer of reports; empty asks each time.</source>
            <translation>報表打印機；留空則每次詢問。</translation>
        </message>
        <message>
            <source>Products</source>
            <translation>貨品</translation>
        </message>
        <message>
            <source>Products and gold prices belong to the whole chain: an administrator changes them, on any PC.</source>
            <translation>貨品及金價屬於整個集團：由管理員更改，在任何一部電腦均可。</translation>
        </message>
        <message>
            <source>Program</source>
            <translation>程式</translation>
        </message>
        <message>
            <source>Put a backup back</source>
            <translation>還原備份</translation>
        </message>
        <message>
            <source>Put customers away</source>
            <translation>封存顧客</translation>
        </message>
        <message>
            <source>Put it back</source>
            <translation>還原</translation>
        </message>
        <message>
            <source>reached within the last day</source>
            <translation>一天內曾聯絡</translation>
        </message>
        <message>
            <source>Read everything again</source>
            <translation>重新讀取</translation>
        </message>
        <message>
            <source>Read the audit log</source>
            <translation>查看審計記錄</translation>
        </message>
        <message>
            <source>Read: {text}</source>
            <translation>讀到：{text}</translation>
        </message>
        <message>
            <source>Receipts</source>
            <translation>收據</translation>
        </message>
        <message>
            <source>Recommended</source>
            <translation>建議</translation>
        </message>
        <message>
            <source>Recovery code</source>
            <translation>復原碼</translation>
        </message>
        <message>
            <source>Refund payments</source>
            <translation>退款</translation>
        </message>
        <message>
            <source>Reminder rules</source>
            <translation>提示規則</translation>
        </message>
        <message>
            <source>Reminders</source>
            <translation>提示</translation>
        </message>
        <message>
            <source>Reminders are made by themselves from these rules. Days are counted from the day the rule is about: -7, 0 means seven days before and on the day.</source>
            <translation>系統按這些規則自動產生提示。日數由規則所指的日子起計：-7, 0 即七天前及當天。</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>報告</translation>
        </message>
        <message>
            <source>Reports</source>
            <translation>報表</translation>
        </message>
        <message>
            <source>Request for head office</source>
            <translation>給總公司的請求</translation>
        </message>
        <message>
            <source>Required</source>
            <translation>必填</translation>
        </message>
        <message>
            <source>Restore trial</source>
            <translation>試還原</translation>
        </message>
        <message>
            <source>Results</source>
            <translation>結果</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>職級</translation>
        </message>
        <message>
            <source>Run reports</source>
            <translation>製作報表</translation>
        </message>
        <message>
            <source>Run reports that name customers</source>
            <translation>製作載有顧客姓名的報表</translation>
        </message>
        <message>
            <source>Run the reports one's department may see</source>
            <translation>製作所屬部門獲准查看的報表</translation>
        </message>
        <message>
            <source>Sales</source>
            <translation>銷售員</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>儲存</translation>
        </message>
        <message>
            <source>Save as a file…</source>
            <translation>儲存為檔案…</translation>
        </message>
        <message>
            <source>Save the terms</source>
            <translation>儲存條款</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>已儲存。</translation>
        </message>
        <message>
            <source>Say at sign-in that working off line will end</source>
            <translation>登入時提示離線期限將滿</translation>
        </message>
        <message>
            <source>Say where copies of the backups go</source>
            <translation>設定備份副本的存放處</translation>
        </message>
        <message>
            <source>Say which reports a department may see</source>
            <translation>決定部門可查看哪些報表</translation>
        </message>
        <message>
            <source>Scan something now: what is read is shown here.</source>
            <translation>現在掃描試試：讀到的內容會在此顯示。</translation>
        </message>
        <message>
            <source>Scanner</source>
            <translation>掃描器</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>搜尋</translation>
        </message>
        <message>
            <source>Search and do</source>
            <translation>搜尋及操作</translation>
        </message>
        <message>
            <source>Search for anything</source>
            <translation>搜尋任何資料</translation>
        </message>
        <message>
            <source>Search the help</source>
            <translation>搜尋說明</translation>
        </message>
        <message>
            <source>Search, or say what to do</source>
            <translation>搜尋，或輸入要做的事</translation>
        </message>
        <message>
            <source>Search, or say what to do: new order, payment, settings</source>
            <translation>搜尋，或輸入要做的事：新訂單、付款、設定</translation>
        </message>
        <message>
            <source>Search, pages and deeds in one list</source>
            <translation>搜尋、頁面及操作同列</translation>
        </message>
        <message>
            <source>See customers</source>
            <translation>查看顧客</translation>
        </message>
        <message>
            <source>See how the backups stand</source>
            <translation>查看備份情況</translation>
        </message>
        <message>
            <source>See orders</source>
            <translation>查看訂單</translation>
        </message>
        <message>
            <source>See payments</source>
            <translation>查看付款</translation>
        </message>
        <message>
            <source>See products and gold prices</source>
            <translation>查看貨品及金價</translation>
        </message>
        <message>
            <source>See reminders and follow-ups</source>
            <translation>查看提示及跟進</translation>
        </message>
        <message>
            <source>See settings</source>
            <translation>查看設定</translation>
        </message>
        <message>
            <source>See what head office knows</source>
            <translation>查看總公司所知的資料</translation>
        </message>
        <message>
            <source>See who changed what</source>
            <translation>查看更改紀錄</translation>
        </message>
        <message>
            <source>See who works here</source>
            <translation>查看員工</translation>
        </message>
        <message>
            <source>Send to head office and read from it now</source>
            <translation>立即與總公司收發資料</translation>
        </message>
        <message>
            <source>Sent to the printer</source>
            <translation>已傳送至打印機</translation>
        </message>
        <message>
            <source>Set one up in the computer's settings; until then receipts are saved as PDF.</source>
            <translation>請在電腦設定中加入打印機；在此之前收據會存成 PDF。</translation>
        </message>
        <message>
            <source>Set the computer's date and time, best by itself from the network.</source>
            <translation>請設定電腦的日期及時間，最好由網絡自動設定。</translation>
        </message>
        <message>
            <source>Set the computer's date and time.</source>
            <translation>請校正電腦的日期和時間。</translation>
        </message>
        <message>
            <source>Set the rules that make reminders</source>
            <translation>設定提示規則</translation>
        </message>
        <message>
            <source>Set up a shop of its own</source>
            <translation>設立獨立店舖</translation>
        </message>
        <message>
            <source>Set up this shop</source>
            <translation>建立店舖</translation>
        </message>
        <message>
            <source>Set your PIN</source>
            <translation>設定 PIN 碼</translation>
        </message>
        <message>
            <source>Set your PIN…</source>
            <translation>設定 PIN 碼…</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>設定</translation>
        </message>
        <message>
            <source>Settle what two have changed, and what was put aside</source>
            <translation>處理雙方的改動及被擱置的工作</translation>
        </message>
        <message>
            <source>Several shops of one company share people, products and orders through head office.</source>
            <translation>同一公司的多間分店透過總公司共用員工、貨品及訂單。</translation>
        </message>
        <message>
            <source>Several things have {text}. Type it into the search box.</source>
            <translation>有多項資料含 {text}，請在搜尋欄輸入。</translation>
        </message>
        <message>
            <source>Share customers with another branch</source>
            <translation>與其他分店共用顧客</translation>
        </message>
        <message>
            <source>Shop</source>
            <translation>店舖</translation>
        </message>
        <message>
            <source>Show a light beside the clock: backups and head office</source>
            <translation>在時鐘旁顯示燈號：備份和總公司</translation>
        </message>
        <message>
            <source>Show or hide what is typed</source>
            <translation>顯示或隱藏輸入內容</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>登入</translation>
        </message>
        <message>
            <source>Sign in with the password once; after that the PIN works for 12 hours.</source>
            <translation>請先用密碼登入一次，之後 12 小時內可用 PIN 碼。</translation>
        </message>
        <message>
            <source>Sign out</source>
            <translation>登出</translation>
        </message>
        <message>
            <source>Sign out and in again: it is written anew from the other one. Check the disk.</source>
            <translation>登出再登入：會由另一份重新寫出。請檢查硬碟。</translation>
        </message>
        <message>
            <source>Sign-in</source>
            <translation>登入設定</translation>
        </message>
        <message>
            <source>Silver</source>
            <translation>銀</translation>
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
            <translation>慢（藍牙）</translation>
        </message>
        <message>
            <source>So many rows about people leave only when somebody agrees. Nobody else here may, so type your own password again; it is noted that you agreed alone.</source>
            <translation>如此多的個人資料須有人同意方可取出。這裏沒有其他人有權同意，請再次輸入您自己的密碼；系統會記錄由您一人同意。</translation>
        </message>
        <message>
            <source>So many rows about people leave only when somebody else agrees, here and now.</source>
            <translation>如此多的個人資料，須另一人在場同意方可取出。</translation>
        </message>
        <message>
            <source>Somebody else…</source>
            <translation>其他人…</translation>
        </message>
        <message>
            <source>Somebody worked on the file with another program. Restore the newest backup.</source>
            <translation>有人用其他程式改動過檔案。請還原最新的備份。</translation>
        </message>
        <message>
            <source>Something went wrong</source>
            <translation>出現問題</translation>
        </message>
        <message>
            <source>Start when somebody logs on to this computer</source>
            <translation>有人登入這部電腦時啟動</translation>
        </message>
        <message>
            <source>Stick or folder with backups</source>
            <translation>有備份的手指或資料夾</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Stop working on this PC, keep the damaged file, and restore the newest checked backup.</source>
            <translation>請停止在這部電腦工作，保留損壞的檔案，並還原最近一個已檢查的備份。</translation>
        </message>
        <message>
            <source>Stopped. The rest was not looked at.</source>
            <translation>已停止。其餘未檢查。</translation>
        </message>
        <message>
            <source>Stopped. The store is as it was.</source>
            <translation>已停止。資料庫和之前一樣。</translation>
        </message>
        <message>
            <source>Stopping…</source>
            <translation>正在停止…</translation>
        </message>
        <message>
            <source>Store</source>
            <translation>資料庫</translation>
        </message>
        <message>
            <source>Switch it on (Windows: BitLocker, Linux: LUKS): receipts and exports lie there too.</source>
            <translation>請開啟（Windows：BitLocker，Linux：LUKS）：收據和匯出檔也在硬碟上。</translation>
        </message>
        <message>
            <source>Switch or sign out</source>
            <translation>換人或登出</translation>
        </message>
        <message>
            <source>Tags of pieces</source>
            <translation>貨品吊牌</translation>
        </message>
        <message>
            <source>Tags of pieces, in mm.</source>
            <translation>貨品吊牌的尺寸（毫米）。</translation>
        </message>
        <message>
            <source>Take customer lists out of the program</source>
            <translation>匯出顧客名單</translation>
        </message>
        <message>
            <source>Take orders</source>
            <translation>接訂單</translation>
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
            <translation>將資料以檔案形式取出</translation>
        </message>
        <message>
            <source>Taken off</source>
            <translation>已移除</translation>
        </message>
        <message>
            <source>Taken off by head office</source>
            <translation>已被總公司移除</translation>
        </message>
        <message>
            <source>Tell head office; the disk of this PC may be failing.</source>
            <translation>請通知總公司；這部電腦的硬碟可能有故障。</translation>
        </message>
        <message>
            <source>Terms under Chinese receipts</source>
            <translation>中文收據的條款</translation>
        </message>
        <message>
            <source>Terms under Chinese receipts; empty: our own.</source>
            <translation>中文收據下的條款；留空則用內置條款。</translation>
        </message>
        <message>
            <source>Terms under English receipts</source>
            <translation>英文收據的條款</translation>
        </message>
        <message>
            <source>Terms under English receipts; empty: our own.</source>
            <translation>英文收據下的條款；留空則用內置條款。</translation>
        </message>
        <message>
            <source>the chain breaks at entry {a}</source>
            <translation>紀錄鏈在第 {a} 項中斷</translation>
        </message>
        <message>
            <source>The code was printed when this shop was set up. It opens the store when a password or this computer's half of the key is lost. Afterwards everybody else needs a new password from the administrator.</source>
            <translation>復原碼在建立店舖時列印。遺失密碼或這部電腦的一半金鑰時，可用它開啟資料庫。之後其他員工需由管理員重設密碼。</translation>
        </message>
        <message>
            <source>the computer does not tell</source>
            <translation>電腦沒有提供資料</translation>
        </message>
        <message>
            <source>the copy at head office is not as it should be</source>
            <translation>總公司的副本不正常</translation>
        </message>
        <message>
            <source>The day's last backup is being made</source>
            <translation>正在做今日最後一個備份</translation>
        </message>
        <message>
            <source>the disk is encrypted, and the store in it</source>
            <translation>硬碟已加密，資料庫也已加密</translation>
        </message>
        <message>
            <source>The disk is full. Nothing was saved; free some space and try again.</source>
            <translation>磁碟已滿，未有儲存任何內容。請騰出空間後再試。</translation>
        </message>
        <message>
            <source>The disk is full. This is done when there is room; what people do is still kept.</source>
            <translation>磁碟已滿。有空間後才會進行；您所做的工作仍會保存。</translation>
        </message>
        <message>
            <source>The disk reports an error. Nothing was saved; check the disk.</source>
            <translation>磁碟出現錯誤，未有儲存任何內容。請檢查磁碟。</translation>
        </message>
        <message>
            <source>The folder cannot be written. Ask for write access, then try again.</source>
            <translation>資料夾無法寫入。請取得寫入權限後再試。</translation>
        </message>
        <message>
            <source>The folder cannot be written. Choose another one.</source>
            <translation>資料夾無法寫入，請選擇另一個。</translation>
        </message>
        <message>
            <source>The folder of the store may not be opened. Ask whoever set the computer up.</source>
            <translation>資料庫的資料夾不能開啟。請詢問設定這部電腦的人。</translation>
        </message>
        <message>
            <source>The half of the key kept by this computer's keyring is missing. Sign in to the computer as usual and unlock its keyring; if that does not help, use the recovery code.</source>
            <translation>這部電腦的鑰匙圈內的一半金鑰不見了。請如常登入電腦並解鎖鑰匙圈；若仍不行，請用復原碼。</translation>
        </message>
        <message>
            <source>the index finds what it should</source>
            <translation>索引正常</translation>
        </message>
        <message>
            <source>the index misses something: {a}</source>
            <translation>索引有遺漏：{a}</translation>
        </message>
        <message>
            <source>The key file is damaged.</source>
            <translation>金鑰檔已損壞。</translation>
        </message>
        <message>
            <source>The key file is there, but the store is not. It comes back with a backup:</source>
            <translation>金鑰檔還在，但資料庫不在。可用備份取回：</translation>
        </message>
        <message>
            <source>the key file was changed outside the program</source>
            <translation>金鑰檔案在程式以外被改動</translation>
        </message>
        <message>
            <source>The key file was changed outside the program.</source>
            <translation>金鑰檔案在程式以外被改動。</translation>
        </message>
        <message>
            <source>The key file was changed outside the program. Look in the audit log who was at this PC. Then change your own password first, which closes every other way in, and set everybody's anew.</source>
            <translation>鑰匙檔曾被程式以外更改。請在審計記錄查看誰用過這部電腦，然後先更改您自己的密碼（其他進入途徑會隨即關閉），再為每人重設密碼。</translation>
        </message>
        <message>
            <source>The key file was written by a newer JewelCRM. Update the program on this PC; nothing was changed.</source>
            <translation>金鑰檔由較新版本的 JewelCRM 寫成。請更新這部電腦的程式；甚麼都沒有更改。</translation>
        </message>
        <message>
            <source>the key was changed and head office does not have the new one yet</source>
            <translation>金鑰已更換，總公司還沒有新的金鑰</translation>
        </message>
        <message>
            <source>The keyring keeps half of the key now.</source>
            <translation>鑰匙圈現已保存一半金鑰。</translation>
        </message>
        <message>
            <source>The keyring of this computer, which keeps half of the key, is not there. Sign in to the computer as usual and unlock it, then try again. If that does not help:</source>
            <translation>保存一半金鑰的鑰匙圈不在。請如常登入電腦並解鎖鑰匙圈，然後再試。如果仍不行：</translation>
        </message>
        <message>
            <source>the keyring that holds half of the key is not there</source>
            <translation>保存一半金鑰的鑰匙圈不存在</translation>
        </message>
        <message>
            <source>The keyring then keeps half of the store's key: whoever copies the store's files and knows a password opens nothing without this computer. Passwords stay as they are; your colleagues' follow when they next sign in with theirs. Keep the printed recovery code: it helps when the keyring is lost. Each account of the computer has a keyring of its own, so do it in the one in which the shop works.</source>
            <translation>之後由鑰匙圈保存資料庫的一半金鑰：別人即使複製了資料庫檔案又知道密碼，沒有這部電腦也無法開啟。密碼維持不變；同事在下次用密碼登入時會自動改用。請保留已印出的復原碼，遺失鑰匙圈時可用。電腦的每個帳戶各有自己的鑰匙圈，請在店舖日常使用的帳戶中進行。</translation>
        </message>
        <message>
            <source>The language of the window.</source>
            <translation>視窗的語言。</translation>
        </message>
        <message>
            <source>The last entries before the power went may be incomplete. Compare today's papers with the screen.</source>
            <translation>斷電前最後輸入的資料可能不完整，請把今日的單據與畫面核對。</translation>
        </message>
        <message>
            <source>The last one went wrong. Look at the page Backups.</source>
            <translation>上一次備份出錯。請看「備份」頁。</translation>
        </message>
        <message>
            <source>the last try ({a}) failed: {b}</source>
            <translation>上次嘗試（{a}）失敗：{b}</translation>
        </message>
        <message>
            <source>The log-in name or the password is not right.</source>
            <translation>登入名稱或密碼不正確。</translation>
        </message>
        <message>
            <source>The log-in or the password is not right.</source>
            <translation>登入名稱或密碼不正確。</translation>
        </message>
        <message>
            <source>The log-in {login} is taken. Choose another.</source>
            <translation>登入名稱 {login} 已有人使用，請另選一個。</translation>
        </message>
        <message>
            <source>The new password works now.</source>
            <translation>新密碼已生效。</translation>
        </message>
        <message>
            <source>The newest backup is checked, and one was put back for trial and counted.</source>
            <translation>最新的備份已檢查，而且有一個已試還原並點算。</translation>
        </message>
        <message>
            <source>The newest checked backup is of {time}. Make one now.</source>
            <translation>最新已檢查的備份是 {time} 的。請立即備份。</translation>
        </message>
        <message>
            <source>the newest that was checked is {a} hours old</source>
            <translation>最近一個已檢查的備份是 {a} 小時前</translation>
        </message>
        <message>
            <source>The operating system's keyring did not keep the key.</source>
            <translation>作業系統的鑰匙圈未能保存金鑰。</translation>
        </message>
        <message>
            <source>The operating system's keyring does not answer. Unlock it, then try again.</source>
            <translation>作業系統的鑰匙圈沒有回應，請解鎖後再試。</translation>
        </message>
        <message>
            <source>The other language</source>
            <translation>切換語言</translation>
        </message>
        <message>
            <source>The pages of the side bar</source>
            <translation>側欄的頁面</translation>
        </message>
        <message>
            <source>The password alone protects the store</source>
            <translation>資料庫只靠密碼保護</translation>
        </message>
        <message>
            <source>the password alone protects this store</source>
            <translation>此資料庫只靠密碼保護</translation>
        </message>
        <message>
            <source>The password file cannot be read or is empty: {path}</source>
            <translation>密碼檔案無法讀取或是空白：{path}</translation>
        </message>
        <message>
            <source>The password may have at most {most} characters.</source>
            <translation>密碼最多 {most} 個字元。</translation>
        </message>
        <message>
            <source>The password needs at least {least} characters. A few words in a row are best.</source>
            <translation>密碼最少 {least} 個字元，用幾個詞語連成一句最好。</translation>
        </message>
        <message>
            <source>The person can sign in now.</source>
            <translation>該員工現在可以登入。</translation>
        </message>
        <message>
            <source>The PIN is not right.</source>
            <translation>PIN 碼不正確。</translation>
        </message>
        <message>
            <source>The program was updated</source>
            <translation>程式已更新</translation>
        </message>
        <message>
            <source>The recovery code is not right. Check it letter by letter.</source>
            <translation>復原碼不正確，請逐字核對。</translation>
        </message>
        <message>
            <source>The same again</source>
            <translation>再輸入一次</translation>
        </message>
        <message>
            <source>The same as a picture to be scanned</source>
            <translation>同樣內容的掃描圖</translation>
        </message>
        <message>
            <source>The six words</source>
            <translation>六個字詞</translation>
        </message>
        <message>
            <source>The store as it was before lies, whole, in {folder}.</source>
            <translation>之前的資料庫完整地保存在 {folder}。</translation>
        </message>
        <message>
            <source>The store cannot be opened. Check that the folder can be written.</source>
            <translation>無法開啟資料庫，請檢查資料夾能否寫入。</translation>
        </message>
        <message>
            <source>The store cannot lie on a network share: it would be damaged when the network drops. Choose a folder on this computer's own disk; backups may go to the share.</source>
            <translation>資料庫不可放在網絡共用資料夾：網絡中斷會令它損壞。請選擇這部電腦本身硬碟上的資料夾；備份則可放到共用資料夾。</translation>
        </message>
        <message>
            <source>The store goes back to that moment. The store as it is now, if there is one, is set aside first, whole.</source>
            <translation>資料庫會回到那個時間。現在的資料庫（如有）會先完整地另外保存。</translation>
        </message>
        <message>
            <source>The store is back as it was {time}: {customers}, {orders}.</source>
            <translation>資料庫已還原到{time}：{customers}，{orders}。</translation>
        </message>
        <message>
            <source>The store is damaged. Nothing was changed; restore a backup.</source>
            <translation>資料庫已損壞，內容未有改動。請還原備份。</translation>
        </message>
        <message>
            <source>the store is encrypted, the rest of the disk is not</source>
            <translation>資料庫已加密，但硬碟其餘部分沒有加密</translation>
        </message>
        <message>
            <source>The store is here, but both of its key files are missing. Put keyslots.json back from a backup; without it nobody can open the store. Nothing was changed.</source>
            <translation>資料庫仍在，但兩份鎖匙檔案均不見了。請由備份還原 keyslots.json；沒有它，任何人都不能開啟資料庫。資料並無改動。</translation>
        </message>
        <message>
            <source>The store is in use. Close the program on this PC, also for other people who are signed in to the computer, then try again.</source>
            <translation>資料庫正在使用中。請關閉這部電腦上的程式（包括其他已登入電腦的人），然後再試。</translation>
        </message>
        <message>
            <source>The store is in {folder}</source>
            <translation>資料庫位置：{folder}</translation>
        </message>
        <message>
            <source>the store is; of the disk nothing is told</source>
            <translation>資料庫已加密；硬碟的情況電腦沒有提供</translation>
        </message>
        <message>
            <source>the store lies on a network share and can be damaged when the network drops</source>
            <translation>資料庫放在網絡共用資料夾，網絡中斷時可能損壞</translation>
        </message>
        <message>
            <source>The store was written by a newer JewelCRM. Update the program on this computer.</source>
            <translation>資料庫由較新版本的 JewelCRM 寫成。請更新這部電腦的程式。</translation>
        </message>
        <message>
            <source>The two passwords are not the same.</source>
            <translation>兩次輸入的密碼不同。</translation>
        </message>
        <message>
            <source>The two passwords are not the same. Try again.</source>
            <translation>兩次輸入的密碼不同，請再試。</translation>
        </message>
        <message>
            <source>The two PINs are not the same.</source>
            <translation>兩次輸入的 PIN 碼不同。</translation>
        </message>
        <message>
            <source>The way in is closed at once. What the person did stays in every history.</source>
            <translation>登入權限會即時停止。該員工做過的事仍保留在所有紀錄中。</translation>
        </message>
        <message>
            <source>The way in is closed.</source>
            <translation>登入權限已停止。</translation>
        </message>
        <message>
            <source>Their password or PIN</source>
            <translation>對方的密碼或 PIN</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>主題</translation>
        </message>
        <message>
            <source>Then try again: jewelcrm-admin sync now</source>
            <translation>然後再試：jewelcrm-admin sync now</translation>
        </message>
        <message>
            <source>There is a store in this folder already. Choose another folder.</source>
            <translation>此資料夾已有資料庫，請選擇另一個資料夾。</translation>
        </message>
        <message>
            <source>There is no checked backup of this PC yet. Make one now.</source>
            <translation>這部電腦還沒有已檢查的備份。請立即備份。</translation>
        </message>
        <message>
            <source>There is no store in this folder. It comes back with a backup:</source>
            <translation>這個資料夾沒有資料庫。可用備份取回：</translation>
        </message>
        <message>
            <source>There is no store in this folder. Set one up first.</source>
            <translation>此資料夾沒有資料庫，請先建立。</translation>
        </message>
        <message>
            <source>There is no store on this computer yet. Set up your shop: this takes a minute, and everything can be changed later.</source>
            <translation>這部電腦還沒有資料庫。請建立您的店舖：只需一分鐘，之後都可更改。</translation>
        </message>
        <message>
            <source>There is no such person. Refresh the list.</source>
            <translation>沒有這位員工，請重新整理名單。</translation>
        </message>
        <message>
            <source>They ring up and have you read these six words: {words}</source>
            <translation>他們會打電話來，請您讀出這六個字：{words}</translation>
        </message>
        <message>
            <source>This backup is of a computer that belonged to no head office: nobody there has a key to it.</source>
            <translation>這份備份來自不屬於總公司的電腦，總公司沒有開啟它的金鑰。</translation>
        </message>
        <message>
            <source>This computer has a keyring now, which can keep half of the store's key.</source>
            <translation>這部電腦現在有鑰匙圈，可保存資料庫的一半金鑰。</translation>
        </message>
        <message>
            <source>This computer has lost its half of the key, perhaps because Windows or the user account was set up anew. The store is whole. Open it with the printed recovery code.</source>
            <translation>這部電腦遺失了它的一半金鑰，可能是因為重裝了 Windows 或使用者帳戶。資料庫完整無缺，請用列印的復原碼開啟。</translation>
        </message>
        <message>
            <source>This computer has no keyring that keeps secrets, so the password alone protects the store. Choose a long one.</source>
            <translation>這部電腦沒有可保存金鑰的鑰匙圈，資料庫只靠密碼保護。請選用較長的密碼。</translation>
        </message>
        <message>
            <source>This computer has no keyring. On Linux: install gnome-keyring and sign in again.</source>
            <translation>這部電腦沒有鑰匙圈。Linux：請安裝 gnome-keyring，然後重新登入。</translation>
        </message>
        <message>
            <source>This computer is as it should be. If somebody else can still sign in, the administrator gives you a new password under Settings, People. Otherwise:</source>
            <translation>這部電腦一切正常。如果其他人還能登入，管理員可在「設定」的「人員」中給您新密碼。否則：</translation>
        </message>
        <message>
            <source>This computer's clock was set back. Set its date and time.</source>
            <translation>這部電腦的時鐘曾被撥慢，請設定日期及時間。</translation>
        </message>
        <message>
            <source>this computer's keyring has lost its half of the key</source>
            <translation>這部電腦的鑰匙圈遺失了它的一半金鑰</translation>
        </message>
        <message>
            <source>This computer's keyring has lost its half of the key, perhaps because the Windows password was reset or the account was set up anew. The store is whole.</source>
            <translation>這部電腦的鑰匙圈失去了它的一半金鑰，可能因為 Windows 密碼被重設或帳戶重新建立。資料庫完好。</translation>
        </message>
        <message>
            <source>This computer's keyring holds another half than this store's. The store is whole.</source>
            <translation>這部電腦的鑰匙圈保存的是另一個資料庫的一半金鑰。資料庫完好。</translation>
        </message>
        <message>
            <source>This is a demo store with made-up customers.
Log-in: {login}   Password: {password}</source>
            <translation>這是示範資料庫，顧客均為虛構。
登入名稱：{login}　密碼：{password}</translation>
        </message>
        <message>
            <source>This is a fault of the program, not yours. What was saved before is safe; what you just did was not saved. You can go on working.</source>
            <translation>這是程式的問題，不是您的錯。之前儲存的資料安全；剛才的操作未有儲存。您可以繼續工作。</translation>
        </message>
        <message>
            <source>This is needed.</source>
            <translation>此項必須填寫。</translation>
        </message>
        <message>
            <source>This is not a day. Type it as day/month/year.</source>
            <translation>日期不正確，請輸入 日/月/年。</translation>
        </message>
        <message>
            <source>This is not a number.</source>
            <translation>這不是數字。</translation>
        </message>
        <message>
            <source>This is the last administrator. Make somebody else administrator first.</source>
            <translation>這是最後一位管理員，請先設定另一位管理員。</translation>
        </message>
        <message>
            <source>This password is easy to guess. Take a few words that only you would put together.</source>
            <translation>此密碼容易猜中。請用幾個只有您會連在一起的詞語。</translation>
        </message>
        <message>
            <source>This PC belongs to a head office.</source>
            <translation>這部電腦屬於總公司。</translation>
        </message>
        <message>
            <source>This PC belongs to head office now. The same six words must stand there beside its name; if they do not, somebody is in between: have this PC taken off.</source>
            <translation>這部電腦現已屬於總公司。總公司在其名稱旁須顯示同樣的六個字詞；如不同，即有人從中介入：請把這部電腦除名。</translation>
        </message>
        <message>
            <source>This PC has a keyring now: let it keep half of the key (settings, Sign-in).</source>
            <translation>這部電腦現在有鑰匙圈：請讓它保存一半金鑰（設定中的「登入設定」）。</translation>
        </message>
        <message>
            <source>this PC is locked until it reaches head office</source>
            <translation>這部電腦已鎖定，至聯絡得上總公司為止</translation>
        </message>
        <message>
            <source>This PC was taken off</source>
            <translation>這部電腦已被移除</translation>
        </message>
        <message>
            <source>this PC's clock and head office's agree</source>
            <translation>這部電腦與總公司的時鐘一致</translation>
        </message>
        <message>
            <source>this PC's clock is {a} minutes behind the last entry</source>
            <translation>這部電腦的時鐘比最後一項紀錄慢了 {a} 分鐘</translation>
        </message>
        <message>
            <source>this PC's clock is {a} minutes {b} head office's</source>
            <translation>這部電腦的時鐘與總公司相差 {a} 分鐘（{b}）</translation>
        </message>
        <message>
            <source>this PC's clock was set back</source>
            <translation>這部電腦的時鐘曾被撥慢</translation>
        </message>
        <message>
            <source>This PC's disk is full. The room that was kept back lasts for some days of work; backups and news of head office wait. Free some space today.</source>
            <translation>這部電腦的磁碟已滿。預留的空間足夠工作數天；備份及總公司的新資料須等候。請於今日騰出空間。</translation>
        </message>
        <message>
            <source>This person does not work here any more. Ask your administrator.</source>
            <translation>此員工已離職，請向管理員查詢。</translation>
        </message>
        <message>
            <source>This person left…</source>
            <translation>已離職…</translation>
        </message>
        <message>
            <source>This PIN is easy to guess. Take other digits.</source>
            <translation>此 PIN 碼容易猜中，請用其他數字。</translation>
        </message>
        <message>
            <source>This recovery code opens the store when a password or this computer's half of the key is lost. It is shown only now. Without it nobody can open a lost store, not even the makers of this program.</source>
            <translation>遺失密碼或這部電腦的一半金鑰時，可用此復原碼開啟資料庫。它只顯示這一次。沒有它，任何人（包括程式製作者）都無法開啟。</translation>
        </message>
        <message>
            <source>This recovery code opens the store when a password or this computer's half of the key is lost. It is shown only now. Without it only head office can help.</source>
            <translation>遺失密碼或這部電腦的一半金鑰時，可用此復原碼開啟資料庫。它只顯示這一次。沒有它，便只有總公司能協助。</translation>
        </message>
        <message>
            <source>This report holds no names and no numbers of customers:</source>
            <translation>此報告不含顧客姓名及號碼：</translation>
        </message>
        <message>
            <source>This shop stands alone: all data is on this computer.</source>
            <translation>本店獨立運作：所有資料均在這部電腦。</translation>
        </message>
        <message>
            <source>This shop's data is on this computer. Work goes on without a line.</source>
            <translation>本店資料在這部電腦，離線時照常工作。</translation>
        </message>
        <message>
            <source>This store is older than when this PC last worked: it was put back from a backup. What was done since then is not here. New papers get numbers of a new series, so that none is given twice; in a chain, connect this PC to head office now.</source>
            <translation>這份資料比本機上次使用時舊：它是從備份還原的，之後所做的都不在這裏。新單據改用新一組編號，不會重複；連鎖店請現在把本機連到總公司。</translation>
        </message>
        <message>
            <source>This store was made on another computer; the half of its key that is kept there did not come along. Work on one of the two only. The store is whole.</source>
            <translation>這個資料庫是在另一部電腦建立的；保存在那裏的一半金鑰沒有一起過來。請只在其中一部工作。資料庫完好。</translation>
        </message>
        <message>
            <source>Throw away</source>
            <translation>放棄</translation>
        </message>
        <message>
            <source>Throw away what you typed?</source>
            <translation>放棄已輸入的內容？</translation>
        </message>
        <message>
            <source>To be sent</source>
            <translation>待傳送</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今日</translation>
        </message>
        <message>
            <source>today</source>
            <translation>今日</translation>
        </message>
        <message>
            <source>tomorrow</source>
            <translation>明日</translation>
        </message>
        <message>
            <source>Too long off line</source>
            <translation>離線過久</translation>
        </message>
        <message>
            <source>Too many wrong PINs. Sign in with the password.</source>
            <translation>PIN 碼錯誤次數過多，請用密碼登入。</translation>
        </message>
        <message>
            <source>Too many wrong tries. You can try again in {left}.</source>
            <translation>錯誤次數過多，{left} 後可再試。</translation>
        </message>
        <message>
            <source>Try one: jewelcrm-admin backup drill</source>
            <translation>試做一次：jewelcrm-admin backup drill</translation>
        </message>
        <message>
            <source>Two people at head office allow it; neither can alone. The key is sealed to this computer, so that it is of no use to anybody on the way.</source>
            <translation>總公司要兩個人批准；一個人不能單獨批准。金鑰只為這部電腦封存，途中的人拿到也沒有用。</translation>
        </message>
        <message>
            <source>Type a password.</source>
            <translation>請輸入密碼。</translation>
        </message>
        <message>
            <source>Type days like -7, 0, 3</source>
            <translation>請輸入日數，如 -7, 0, 3</translation>
        </message>
        <message>
            <source>Type the person's name (up to 120 characters).</source>
            <translation>請輸入姓名（最多 120 個字元）。</translation>
        </message>
        <message>
            <source>Type the shop's address: receipts must state it.</source>
            <translation>請輸入店舖地址：收據必須列明。</translation>
        </message>
        <message>
            <source>Type the shop's name.</source>
            <translation>請輸入店舖名稱。</translation>
        </message>
        <message>
            <source>Type your log-in name.</source>
            <translation>請輸入登入名稱。</translation>
        </message>
        <message>
            <source>Type your password.</source>
            <translation>請輸入密碼。</translation>
        </message>
        <message>
            <source>Type your PIN.</source>
            <translation>請輸入 PIN 碼。</translation>
        </message>
        <message>
            <source>Type your present password.</source>
            <translation>請輸入現時密碼。</translation>
        </message>
        <message>
            <source>Undo a change</source>
            <translation>還原更改</translation>
        </message>
        <message>
            <source>Unlock it or sign in to the computer as usual; else use the recovery code.</source>
            <translation>請解鎖，或如常登入電腦；否則使用復原碼。</translation>
        </message>
        <message>
            <source>Until they are sent they are on this PC only. Check the network.</source>
            <translation>傳送前只存於這部電腦。請檢查網絡。</translation>
        </message>
        <message>
            <source>Update</source>
            <translation>請更新</translation>
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
            <translation>使用密碼</translation>
        </message>
        <message>
            <source>Use the PIN</source>
            <translation>使用 PIN 碼</translation>
        </message>
        <message>
            <source>Use this computer's keyring</source>
            <translation>使用這部電腦的鑰匙圈</translation>
        </message>
        <message>
            <source>Use this computer's keyring…</source>
            <translation>使用這部電腦的鑰匙圈…</translation>
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
            <translation>版本 {a}；總公司在等待較新的版本</translation>
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
            <translation>貴賓</translation>
        </message>
        <message>
            <source>Waits</source>
            <translation>等候中</translation>
        </message>
        <message>
            <source>Welcome</source>
            <translation>歡迎</translation>
        </message>
        <message>
            <source>What is asked</source>
            <translation>收集資料項目</translation>
        </message>
        <message>
            <source>what is here is what head office has</source>
            <translation>本機資料與總公司一致</translation>
        </message>
        <message>
            <source>What the store before had not sent to head office, nobody can say.</source>
            <translation>之前的資料庫有甚麼未傳送到總公司，無從得知。</translation>
        </message>
        <message>
            <source>What this belongs to is no longer on this PC. Look at it again; nothing was saved.</source>
            <translation>所屬的資料已不在本機。請重新查看；沒有儲存任何內容。</translation>
        </message>
        <message>
            <source>What this means</source>
            <translation>這是甚麼意思</translation>
        </message>
        <message>
            <source>What you typed here is not saved yet.</source>
            <translation>您在此輸入的內容尚未儲存。</translation>
        </message>
        <message>
            <source>Where we met</source>
            <translation>建立途徑</translation>
        </message>
        <message>
            <source>Who goes on?</source>
            <translation>由誰繼續？</translation>
        </message>
        <message>
            <source>Who may sign in on this computer, and what they may do.</source>
            <translation>誰可以在這部電腦登入，以及可以做甚麼。</translation>
        </message>
        <message>
            <source>Whole</source>
            <translation>完整性</translation>
        </message>
        <message>
            <source>Window</source>
            <translation>視窗</translation>
        </message>
        <message>
            <source>With a password</source>
            <translation>用密碼</translation>
        </message>
        <message>
            <source>With a PIN you can switch quickly at a shared counter, for 12 hours after you signed in with your password. The PIN works on this computer only.</source>
            <translation>設定 PIN 碼後，在共用櫃位用密碼登入後的 12 小時內可快速切換。PIN 碼只適用於這部電腦。</translation>
        </message>
        <message>
            <source>With head office's key</source>
            <translation>用總公司的復原金鑰</translation>
        </message>
        <message>
            <source>With the printed code</source>
            <translation>用印出的復原碼</translation>
        </message>
        <message>
            <source>Work on reminders and follow-ups</source>
            <translation>處理提示及跟進</translation>
        </message>
        <message>
            <source>Working off line</source>
            <translation>離線工作</translation>
        </message>
        <message>
            <source>Written: {name}. It holds no name and no number of anybody; read it before you send it.</source>
            <translation>已寫出：{name}。內裏沒有任何人的姓名或號碼；傳送前請先看一遍。</translation>
        </message>
        <message>
            <source>yesterday</source>
            <translation>昨日</translation>
        </message>
        <message>
            <source>You can switch the computer off at any time: the backup before is still there, and nothing of the store is lost.</source>
            <translation>您可以隨時關掉電腦：之前的備份仍在，資料庫不會失去任何資料。</translation>
        </message>
        <message>
            <source>You may not open this folder. Ask for access, or name another.</source>
            <translation>您無權開啟此資料夾。請申請權限，或改用另一資料夾。</translation>
        </message>
        <message>
            <source>Your log-in name: {login}</source>
            <translation>您的登入名稱：{login}</translation>
        </message>
        <message>
            <source>Your own password</source>
            <translation>您自己的密碼</translation>
        </message>
        <message>
            <source>Your own way in</source>
            <translation>您的登入方式</translation>
        </message>
        <message>
            <source>Your password</source>
            <translation>您的密碼</translation>
        </message>
        <message>
            <source>Your password is changed.</source>
            <translation>密碼已更改。</translation>
        </message>
        <message>
            <source>Your PIN is set.</source>
            <translation>PIN 碼已設定。</translation>
        </message>
        <message>
            <source>{a} besides this PC's own disk</source>
            <translation>除這部電腦的硬碟外另有 {a} 處</translation>
        </message>
        <message>
            <source>{a} changes, the oldest {b} days old</source>
            <translation>{a} 項改動，最舊的已 {b} 天</translation>
        </message>
        <message>
            <source>{a} damaged places</source>
            <translation>{a} 處損壞</translation>
        </message>
        <message>
            <source>{a} days without head office</source>
            <translation>可離線 {a} 天</translation>
        </message>
        <message>
            <source>{a} entries, the chain holds</source>
            <translation>{a} 項紀錄，紀錄鏈完整</translation>
        </message>
        <message>
            <source>{a} GB free</source>
            <translation>剩餘 {a} GB</translation>
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
            <translation>{a} 位員工無法在這部電腦登入</translation>
        </message>
        <message>
            <source>{a} of {b} parts are still being copied</source>
            <translation>{b} 部分中尚有 {a} 部分正在複製</translation>
        </message>
        <message>
            <source>{a} people and the recovery code open the store</source>
            <translation>{a} 位員工及復原碼可開啟資料庫</translation>
        </message>
        <message>
            <source>{a} set up on this computer</source>
            <translation>這部電腦已設定 {a} 部</translation>
        </message>
        <message>
            <source>{a} triggers are missing or changed: {b}</source>
            <translation>{a} 個觸發器缺少或被改動：{b}</translation>
        </message>
        <message>
            <source>{help} Choose {fits}.</source>
            <translation>{help}請選擇 {fits}。</translation>
        </message>
        <message>
            <source>{name}: {value}</source>
            <translation>{name}：{value}</translation>
        </message>
        <message>
            <source>{n} change had not been sent to head office; it is in the store set aside only. Once this PC has reached head office, the page Backups offers to bring it back.</source>
            <translation>有 {n} 項更改未傳送到總公司，只在另外保存的資料庫裏。這部電腦聯絡總公司後，可在「備份」頁取回。</translation>
        </message>
        <message>
            <source>{n} changes had not been sent to head office; they are in the store set aside only. Once this PC has reached head office, the page Backups offers to bring them back.</source>
            <translation>有 {n} 項更改未傳送到總公司，只在另外保存的資料庫裏。這部電腦聯絡總公司後，可在「備份」頁取回。</translation>
        </message>
        <message>
            <source>{n} customer</source>
            <translation>{n} 位顧客</translation>
        </message>
        <message>
            <source>{n} customers</source>
            <translation>{n} 位顧客</translation>
        </message>
        <message>
            <source>{n} open</source>
            <translation>{n} 項進行中</translation>
        </message>
        <message>
            <source>{n} order</source>
            <translation>{n} 張訂單</translation>
        </message>
        <message>
            <source>{n} orders</source>
            <translation>{n} 張訂單</translation>
        </message>
        <message>
            <source>{n} to send</source>
            <translation>{n} 項待傳送</translation>
        </message>
        <message>
            <source>{n} waiting</source>
            <translation>{n} 項待處理</translation>
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
            <translation>「{text}」的小數位超出 {currency} 所能表示。</translation>
        </message>
        <message>
            <source>“{text}” is more than an amount of money can be.</source>
            <translation>「{text}」超出金額可用的上限。</translation>
        </message>
        <message>
            <source>“{text}” is not a weight.</source>
            <translation>「{text}」不是重量。</translation>
        </message>
        <message>
            <source>“{text}” is not an amount of money.</source>
            <translation>「{text}」不是金額。</translation>
        </message>
        <message>
            <source>“{text}” is not in {currency}.</source>
            <translation>「{text}」不是 {currency}。</translation>
        </message>
        <message>
            <source>↑ ↓ to walk, Enter to open, Esc to close</source>
            <translation>↑ ↓ 移動，Enter 開啟，Esc 關閉</translation>
        </message>
    </context>
</TS>
