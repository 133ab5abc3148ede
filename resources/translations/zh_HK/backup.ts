<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_HK" sourcelanguage="en">
    <context>
        <name>JewelCRM</name>
        <message>
            <source>A backup is being made or put back just now. Try again when it is done.</source>
            <translation>正在備份或還原。完成後再試。</translation>
        </message>
        <message>
            <source>A damaged backup</source>
            <translation>一個損壞的備份</translation>
        </message>
        <message>
            <source>A file cannot be read; the disk may be failing or was pulled out.</source>
            <translation>有檔案無法讀取；硬碟可能快壞，或已被拔出。</translation>
        </message>
        <message>
            <source>A folder of the backups there is a link to another place. Choose another folder.</source>
            <translation>該處的備份資料夾是指向其他位置的連結。請選擇其他資料夾。</translation>
        </message>
        <message>
            <source>A part of the backup is missing. It is not used.</source>
            <translation>備份缺少一部分，不會使用。</translation>
        </message>
        <message>
            <source>A place for copies</source>
            <translation>副本存放處</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>新增</translation>
        </message>
        <message>
            <source>Add a place…</source>
            <translation>新增存放處…</translation>
        </message>
        <message>
            <source>After every backup a copy goes there by itself. It is encrypted: whoever finds a stick can read nothing of it.</source>
            <translation>每次備份後會自動複製一份過去。內容已加密：拾到手指的人甚麼也讀不到。</translation>
        </message>
        <message>
            <source>Back up now</source>
            <translation>立即備份</translation>
        </message>
        <message>
            <source>Backed up: {what}.</source>
            <translation>已備份：{what}。</translation>
        </message>
        <message>
            <source>Backups</source>
            <translation>備份</translation>
        </message>
        <message>
            <source>Backups lie on this computer only</source>
            <translation>備份只在這部電腦上</translation>
        </message>
        <message>
            <source>before a backup was put back</source>
            <translation>還原備份之前</translation>
        </message>
        <message>
            <source>before an import</source>
            <translation>匯入之前</translation>
        </message>
        <message>
            <source>before an update</source>
            <translation>更新之前</translation>
        </message>
        <message>
            <source>before an update of the store</source>
            <translation>更新資料庫之前</translation>
        </message>
        <message>
            <source>Bring it back</source>
            <translation>取回</translation>
        </message>
        <message>
            <source>cannot be written</source>
            <translation>不能寫入</translation>
        </message>
        <message>
            <source>Carrying it to the other places…</source>
            <translation>正在複製到其他存放處…</translation>
        </message>
        <message>
            <source>Check again</source>
            <translation>再檢查</translation>
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
            <source>Choose…</source>
            <translation>選擇…</translation>
        </message>
        <message>
            <source>Connect this PC to head office before anybody works on it: what other PCs did since this backup comes first, and head office gives this PC a new letter.</source>
            <translation>使用前請先把這部電腦連接總公司：先取得其他電腦在這備份之後所做的，總公司並會給這部電腦一個新字母。</translation>
        </message>
        <message>
            <source>Copies go over the line, a little at a time, and cannot be deleted from here.</source>
            <translation>副本經連線逐少傳送，不能從這裏刪除。</translation>
        </message>
        <message>
            <source>Copying the store…</source>
            <translation>正在複製資料庫…</translation>
        </message>
        <message>
            <source>damaged</source>
            <translation>已損壞</translation>
        </message>
        <message>
            <source>did not take the last backup</source>
            <translation>沒有收到上一個備份</translation>
        </message>
        <message>
            <source>does not have the newest backup yet</source>
            <translation>還沒有最新的備份</translation>
        </message>
        <message>
            <source>Every page of it is as it was made.</source>
            <translation>每一頁都和備份時一樣。</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>資料夾</translation>
        </message>
        <message>
            <source>For example \\server\backups, on a computer that is always on.</source>
            <translation>例如 \\server\backups，在一部長期開啟的電腦上。</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>繼續</translation>
        </message>
        <message>
            <source>goes soon</source>
            <translation>即將移除</translation>
        </message>
        <message>
            <source>has the newest backup</source>
            <translation>有最新的備份</translation>
        </message>
        <message>
            <source>Head office</source>
            <translation>總公司</translation>
        </message>
        <message>
            <source>Head office could not be asked; the backup itself was tried as a whole.</source>
            <translation>未能聯絡總公司；備份本身已完整試還原。</translation>
        </message>
        <message>
            <source>Head office has not got the whole backup yet. It is sent again later.</source>
            <translation>總公司尚未收齊整個備份，稍後會再傳送。</translation>
        </message>
        <message>
            <source>Head office is reached from the window, or by jewelcrm-admin.</source>
            <translation>請從程式視窗或用 jewelcrm-admin 聯絡總公司。</translation>
        </message>
        <message>
            <source>Head office knows all that the backup says it knows.</source>
            <translation>備份所載已傳送的資料，總公司全部都有。</translation>
        </message>
        <message>
            <source>Health</source>
            <translation>健康檢查</translation>
        </message>
        <message>
            <source>holds damaged files</source>
            <translation>有損壞的檔案</translation>
        </message>
        <message>
            <source>How far it is</source>
            <translation>進度</translation>
        </message>
        <message>
            <source>If its disk breaks they are gone too. Add a USB stick or a network folder.</source>
            <translation>硬碟壞了備份也會失去。請加一個 USB 手指或網絡資料夾。</translation>
        </message>
        <message>
            <source>is full</source>
            <translation>已滿</translation>
        </message>
        <message>
            <source>is not plugged in or not connected</source>
            <translation>沒有插上或沒有連接</translation>
        </message>
        <message>
            <source>It cannot be written. Take off its write protection, or ask for write access.</source>
            <translation>不能寫入。請解除防寫，或要求寫入權限。</translation>
        </message>
        <message>
            <source>It comes back under its own times and persons, on top of what others did since. What clashes is kept under Changed by two.</source>
            <translation>會按原有時間及經手人取回，並加在其他人之後的改動之上；有衝突的會列於「雙方改動」。</translation>
        </message>
        <message>
            <source>It is back, and goes to head office now.</source>
            <translation>已取回，現正傳送至總公司。</translation>
        </message>
        <message>
            <source>It is damaged: {what}</source>
            <translation>已損壞：{what}</translation>
        </message>
        <message>
            <source>It is full. Free some space on it, or take a larger one.</source>
            <translation>已滿。請騰出空間，或換較大的。</translation>
        </message>
        <message>
            <source>It is not there just now. Plug it in, or connect to it.</source>
            <translation>現在找不到。請插上或連接。</translation>
        </message>
        <message>
            <source>It stays in the store that was set aside.</source>
            <translation>會留在另外保存的資料庫內。</translation>
        </message>
        <message>
            <source>Kind of place</source>
            <translation>存放處種類</translation>
        </message>
        <message>
            <source>Label</source>
            <translation>標記</translation>
        </message>
        <message>
            <source>last copy of {time}</source>
            <translation>最近副本：{time}</translation>
        </message>
        <message>
            <source>Last put back</source>
            <translation>上次試還原</translation>
        </message>
        <message>
            <source>Leave it away</source>
            <translation>不取回</translation>
        </message>
        <message>
            <source>made at closing</source>
            <translation>關閉時備份</translation>
        </message>
        <message>
            <source>made by hand</source>
            <translation>人手備份</translation>
        </message>
        <message>
            <source>made by itself</source>
            <translation>自動備份</translation>
        </message>
        <message>
            <source>Moments kept</source>
            <translation>保留的時間點</translation>
        </message>
        <message>
            <source>Moments to go back to</source>
            <translation>可還原的時間</translation>
        </message>
        <message>
            <source>Network folder</source>
            <translation>網絡資料夾</translation>
        </message>
        <message>
            <source>Newest checked backup</source>
            <translation>最新已檢查的備份</translation>
        </message>
        <message>
            <source>Next one</source>
            <translation>下一次</translation>
        </message>
        <message>
            <source>No backup has been restored for trial lately.</source>
            <translation>最近沒有試行還原任何備份。</translation>
        </message>
        <message>
            <source>No backup yet</source>
            <translation>還沒有備份</translation>
        </message>
        <message>
            <source>No stick with the label {label} is plugged in.</source>
            <translation>沒有插上標籤為 {label} 的手指。</translation>
        </message>
        <message>
            <source>not checked yet</source>
            <translation>未檢查</translation>
        </message>
        <message>
            <source>Not sent to head office before the store was put back: {what}, among them {more}.</source>
            <translation>還原之前尚未傳送至總公司：{what}，其中有 {more}。</translation>
        </message>
        <message>
            <source>Not sent to head office before the store was put back: {what}.</source>
            <translation>還原之前尚未傳送至總公司：{what}。</translation>
        </message>
        <message>
            <source>On another disk of this computer.</source>
            <translation>這部電腦的另一個硬碟。</translation>
        </message>
        <message>
            <source>One is made by itself every four hours while the program is open.</source>
            <translation>程式開啟時每四小時會自動備份一次。</translation>
        </message>
        <message>
            <source>Places for copies</source>
            <translation>副本存放處</translation>
        </message>
        <message>
            <source>Put a backup back?</source>
            <translation>還原備份？</translation>
        </message>
        <message>
            <source>Put back for trial in {n} seconds: {customers}, all counted.</source>
            <translation>試還原用了 {n} 秒：{customers}，全部已點算。</translation>
        </message>
        <message>
            <source>put back for trial {time}</source>
            <translation>{time} 試還原</translation>
        </message>
        <message>
            <source>Put back…</source>
            <translation>還原…</translation>
        </message>
        <message>
            <source>Puts the newest backup back beside the store, and counts it</source>
            <translation>把最新的備份試還原在資料庫旁邊並點算</translation>
        </message>
        <message>
            <source>Putting it back for trial…</source>
            <translation>試還原中…</translation>
        </message>
        <message>
            <source>Putting it back…</source>
            <translation>還原中…</translation>
        </message>
        <message>
            <source>Reading…</source>
            <translation>讀取中…</translation>
        </message>
        <message>
            <source>Somebody has been reading for too long. The backup is tried again later.</source>
            <translation>有人讀取資料太久，稍後會再試備份。</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Stopped. It goes on with the next backup.</source>
            <translation>已停止。下次備份時會繼續。</translation>
        </message>
        <message>
            <source>Stopped. It was not checked to the end.</source>
            <translation>已停止。未檢查完畢。</translation>
        </message>
        <message>
            <source>Stopped. It was not tried out to the end.</source>
            <translation>已停止。未試還原完畢。</translation>
        </message>
        <message>
            <source>Stopped. The backup before is still there.</source>
            <translation>已停止。之前的備份仍在。</translation>
        </message>
        <message>
            <source>Stopped. The backups of before are still there.</source>
            <translation>已停止。之前的備份仍然保留。</translation>
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
            <source>Take off the list</source>
            <translation>從清單移除</translation>
        </message>
        <message>
            <source>The backup file {name} is damaged. It is not used. Take another backup.</source>
            <translation>備份檔案 {name} 已損壞，不會使用。請選另一個備份。</translation>
        </message>
        <message>
            <source>The backup is whole, but head office does not know all that the backup says it knows: head office was put back to an older state. Let this PC sync, then tell head office.</source>
            <translation>備份完整，但備份所載已傳送的資料，總公司並非全部都有：總公司曾還原至較舊的狀態。請讓本機同步，然後通知總公司。</translation>
        </message>
        <message>
            <source>The file that describes this backup was changed. It is not used.</source>
            <translation>描述這個備份的檔案被更改過，不會使用。</translation>
        </message>
        <message>
            <source>The last checked backup is more than a day old.</source>
            <translation>最近一次已檢查的備份是一天之前的。</translation>
        </message>
        <message>
            <source>The last checked backup is more than two days old.</source>
            <translation>最近一次已檢查的備份是兩天之前的。</translation>
        </message>
        <message>
            <source>The list of the backup's parts is too long. It is not used.</source>
            <translation>備份的部件清單過長，不予使用。</translation>
        </message>
        <message>
            <source>The newest backup is checked, and one was restored for trial lately.</source>
            <translation>最新的備份已檢查，最近亦曾試行還原。</translation>
        </message>
        <message>
            <source>The newest backup is not in its folder any more: somebody took it away. Make a new one.</source>
            <translation>最新的備份已不在它的資料夾：有人拿走了。請做一個新的。</translation>
        </message>
        <message>
            <source>The newest backup is not on it yet.</source>
            <translation>還沒有最新的備份。</translation>
        </message>
        <message>
            <source>The next backup goes there too.</source>
            <translation>下一個備份也會複製到那裏。</translation>
        </message>
        <message>
            <source>The stick is known by its label, whichever socket it is in.</source>
            <translation>手指按標籤辨認，插在哪個插口都可以。</translation>
        </message>
        <message>
            <source>The store as it is now is set aside first, whole, so that this can be undone. You are signed out, give your password, and see how far it is.</source>
            <translation>現在的資料庫會先完整地另外保存，因此可以復原。您會登出、輸入密碼，並看到進度。</translation>
        </message>
        <message>
            <source>The store changed while it was copied. The backup is tried again.</source>
            <translation>複製時資料庫有變動，會再試備份。</translation>
        </message>
        <message>
            <source>The store of this computer goes back to this moment:</source>
            <translation>這部電腦的資料庫會回到這個時間：</translation>
        </message>
        <message>
            <source>The trial found something wrong: {what}</source>
            <translation>試還原發現問題：{what}</translation>
        </message>
        <message>
            <source>There is another store in this folder, and it does not open with this. Nothing was changed. Put the backup into another folder, or open the store there first.</source>
            <translation>此資料夾內有另一個資料庫，而它不能以此開啟。沒有任何改動。請把備份還原到另一個資料夾，或先開啟該處的資料庫。</translation>
        </message>
        <message>
            <source>There is no backup in {path}. Choose another folder.</source>
            <translation>{path} 沒有備份。請選擇另一個資料夾。</translation>
        </message>
        <message>
            <source>There is no backup yet. Make one first.</source>
            <translation>還沒有備份。請先做一個。</translation>
        </message>
        <message>
            <source>There is no backup {id} there. List them: jewelcrm-admin backup list</source>
            <translation>那裏沒有備份 {id}。列出備份：jewelcrm-admin backup list</translation>
        </message>
        <message>
            <source>There is no checked backup yet.</source>
            <translation>尚未有已檢查的備份。</translation>
        </message>
        <message>
            <source>There is no folder {path}. Make it, or plug in or connect the disk it lies on.</source>
            <translation>沒有資料夾 {path}。請建立資料夾，或接上它所在的磁碟。</translation>
        </message>
        <message>
            <source>There is something else in {path}. Choose an empty folder, or that of a store.</source>
            <translation>{path} 內有其他檔案。請選擇空的資料夾，或資料庫的資料夾。</translation>
        </message>
        <message>
            <source>This backup is damaged: {what}. It is not used. Take another backup.</source>
            <translation>此備份已損壞：{what}。不會使用，請選另一個備份。</translation>
        </message>
        <message>
            <source>This backup was made by a newer JewelCRM. Update the program first, then use it.</source>
            <translation>此備份由較新版本的 JewelCRM 製作。請先更新程式，再使用。</translation>
        </message>
        <message>
            <source>This backup was not made by this store. It is not used.</source>
            <translation>這個備份不是由這個資料庫所做，不會使用。</translation>
        </message>
        <message>
            <source>This computer's own disk</source>
            <translation>這部電腦的硬碟</translation>
        </message>
        <message>
            <source>This is a backup of branch {theirs}, and this PC belongs to branch {ours}. Nothing was changed. Take a backup of this branch.</source>
            <translation>這是分店 {theirs} 的備份，而這部電腦屬於分店 {ours}。甚麼都沒有更改。請用本分店的備份。</translation>
        </message>
        <message>
            <source>This is needed.</source>
            <translation>此項必須填寫。</translation>
        </message>
        <message>
            <source>This is the folder of the store itself. Choose another disk, or a stick.</source>
            <translation>這是資料庫本身的資料夾。請選擇另一個硬碟或手指。</translation>
        </message>
        <message>
            <source>This PC belongs to no head office.</source>
            <translation>這部電腦不屬於任何總公司。</translation>
        </message>
        <message>
            <source>today {time}</source>
            <translation>今日 {time}</translation>
        </message>
        <message>
            <source>Too much was written during the backup. It is tried again later.</source>
            <translation>備份期間寫入太多資料，稍後會再試。</translation>
        </message>
        <message>
            <source>Try it out</source>
            <translation>試還原</translation>
        </message>
        <message>
            <source>USB stick</source>
            <translation>USB 手指</translation>
        </message>
        <message>
            <source>What was done since then goes: {changes}, among them {what}.</source>
            <translation>之後所做的會失去：{changes}，其中包括 {what}。</translation>
        </message>
        <message>
            <source>What was done since then goes: {changes}.</source>
            <translation>之後所做的會失去：{changes}。</translation>
        </message>
        <message>
            <source>{n} change</source>
            <translation>{n} 項改動</translation>
        </message>
        <message>
            <source>{n} change was not sent to head office: it is on this computer only.</source>
            <translation>有 {n} 項更改未傳送到總公司：只在這部電腦上。</translation>
        </message>
        <message>
            <source>{n} changes</source>
            <translation>{n} 項改動</translation>
        </message>
        <message>
            <source>{n} changes were not sent to head office: they are on this computer only.</source>
            <translation>有 {n} 項更改未傳送到總公司：只在這部電腦上。</translation>
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
            <source>{n} new customer</source>
            <translation>{n} 位新顧客</translation>
        </message>
        <message>
            <source>{n} new customers</source>
            <translation>{n} 位新顧客</translation>
        </message>
        <message>
            <source>{n} new order</source>
            <translation>{n} 張新訂單</translation>
        </message>
        <message>
            <source>{n} new orders</source>
            <translation>{n} 張新訂單</translation>
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
            <source>{n} second</source>
            <translation>{n} 秒</translation>
        </message>
        <message>
            <source>{n} seconds</source>
            <translation>{n} 秒</translation>
        </message>
        <message>
            <source>{path} is a link to another place. Name the folder itself, or choose another one.</source>
            <translation>{path} 是指向其他位置的連結。請指明資料夾本身，或選擇其他資料夾。</translation>
        </message>
        <message>
            <source>{size} free</source>
            <translation>尚餘 {size}</translation>
        </message>
        <message>
            <source>{time}, {customers}, {state}</source>
            <translation>{time}，{customers}，{state}</translation>
        </message>
    </context>
</TS>
