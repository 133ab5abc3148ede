<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_HK" sourcelanguage="en">
    <context>
        <name>JewelCRM</name>
        <message>
            <source>1. Send this request to head office:</source>
            <translation>1. 把這個請求傳給總公司：</translation>
        </message>
        <message>
            <source>2. Type or paste their answer:</source>
            <translation>2. 輸入或貼上他們的答覆：</translation>
        </message>
        <message>
            <source>4 GB are needed to work well; add some.</source>
            <translation>要運作順暢需要 4 GB 記憶體；請加裝。</translation>
        </message>
        <message>
            <source>A backup is being made or put back just now. Try again when it is done.</source>
            <translation>正在備份或還原。完成後再試。</translation>
        </message>
        <message>
            <source>A damaged backup</source>
            <translation>一個損壞的備份</translation>
        </message>
        <message>
            <source>a folder is not as it should be</source>
            <translation>有一個資料夾不正常</translation>
        </message>
        <message>
            <source>A letter of the answer is wrong or missing. Compare it with head office's.</source>
            <translation>答覆有字母錯誤或缺少。請與總公司核對。</translation>
        </message>
        <message>
            <source>a network folder is not as it should be</source>
            <translation>有一個網絡資料夾不正常</translation>
        </message>
        <message>
            <source>A place for copies</source>
            <translation>副本存放處</translation>
        </message>
        <message>
            <source>a USB stick is not as it should be</source>
            <translation>有一個 USB 手指不正常</translation>
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
            <source>Add a USB stick or a network folder on the page Backups.</source>
            <translation>請在「備份」頁加一個 USB 手指或網絡資料夾。</translation>
        </message>
        <message>
            <source>After every backup a copy goes there by itself. It is encrypted: whoever finds a stick can read nothing of it.</source>
            <translation>每次備份後會自動複製一份過去。內容已加密：拾到手指的人甚麼也讀不到。</translation>
        </message>
        <message>
            <source>Ask</source>
            <translation>詢問</translation>
        </message>
        <message>
            <source>Ask head office for the key</source>
            <translation>向總公司取回金鑰</translation>
        </message>
        <message>
            <source>asked of the system when something is printed</source>
            <translation>列印時才詢問系統</translation>
        </message>
        <message>
            <source>Back up now</source>
            <translation>立即備份</translation>
        </message>
        <message>
            <source>Backed up</source>
            <translation>已備份</translation>
        </message>
        <message>
            <source>Backed up {time}</source>
            <translation>{time} 已備份</translation>
        </message>
        <message>
            <source>Backed up: {what}.</source>
            <translation>已備份：{what}。</translation>
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
            <source>Backups lie on this computer only</source>
            <translation>備份只在這部電腦上</translation>
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
            <source>Both copies of the key file beside the store are lost or damaged. The store itself is left as it is. The key file comes back with a backup:</source>
            <translation>資料庫旁的金鑰檔兩份都遺失或損壞。資料庫本身不會更動。金鑰檔可隨備份取回：</translation>
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
            <source>Change the key of this PC's store</source>
            <translation>更換這部電腦資料庫的金鑰</translation>
        </message>
        <message>
            <source>Check again</source>
            <translation>再檢查</translation>
        </message>
        <message>
            <source>Check sums</source>
            <translation>校驗和</translation>
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
            <source>Clock and head office</source>
            <translation>時鐘與總公司</translation>
        </message>
        <message>
            <source>Close programs that are not needed, or restart the computer.</source>
            <translation>請關閉不需要的程式，或重新啟動電腦。</translation>
        </message>
        <message>
            <source>Close without waiting</source>
            <translation>不等待，立即關閉</translation>
        </message>
        <message>
            <source>Connect this PC to head office before anybody works on it: what other PCs did since this backup comes first, and head office gives this PC a new letter.</source>
            <translation>使用前請先把這部電腦連接總公司：先取得其他電腦在這備份之後所做的，總公司並會給這部電腦一個新字母。</translation>
        </message>
        <message>
            <source>Connect this PC to head office: jewelcrm-admin sync now</source>
            <translation>把這部電腦連接總公司：jewelcrm-admin sync now</translation>
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
            <source>Disk encryption</source>
            <translation>硬碟加密</translation>
        </message>
        <message>
            <source>Do not work on both copies: each would give papers the same numbers.</source>
            <translation>不要在兩份副本上同時工作：兩邊的單據會有相同編號。</translation>
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
            <source>From a stick or folder…</source>
            <translation>從手指或資料夾…</translation>
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
            <source>Have the printed recovery code at hand: the next sign-in needs it.</source>
            <translation>請備妥印出的復原碼：下次登入需要用到。</translation>
        </message>
        <message>
            <source>Head office has been asked; {n} of 2 people have allowed it. Ask again when they have: the request waits.</source>
            <translation>已詢問總公司；2 人中有 {n} 人批准。他們批准後再按一次：請求會保留。</translation>
        </message>
        <message>
            <source>Head office's answer</source>
            <translation>總公司的答覆</translation>
        </message>
        <message>
            <source>Head office's key does not open this store: it is of before the key was changed, or the file is damaged. Nothing was changed. Use the printed recovery code, or restore a checked backup.</source>
            <translation>總公司的金鑰不能開啟這個資料庫：那是更換金鑰之前的，或者檔案已損壞。甚麼都沒有更改。請用印出的復原碼，或還原一個已檢查的備份。</translation>
        </message>
        <message>
            <source>holds damaged files</source>
            <translation>有損壞的檔案</translation>
        </message>
        <message>
            <source>holds its half, but the store was made on another computer</source>
            <translation>保存了它的一半金鑰，但資料庫是在另一部電腦建立的</translation>
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
            <source>If its disk breaks they are gone too. Add a USB stick or a network folder.</source>
            <translation>硬碟壞了備份也會失去。請加一個 USB 手指或網絡資料夾。</translation>
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
            <source>Install the update; until then this PC works, but does not exchange.</source>
            <translation>請安裝更新；在此之前這部電腦可以工作，但不會與總公司交換資料。</translation>
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
            <source>It could not be made.</source>
            <translation>未能備份。</translation>
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
            <source>JCRA …</source>
            <translation>JCRA …</translation>
        </message>
        <message>
            <source>JewelCRM</source>
            <translation>JewelCRM</translation>
        </message>
        <message>
            <source>Kind of place</source>
            <translation>存放處種類</translation>
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
            <source>Looking…</source>
            <translation>查看中…</translation>
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
            <source>Memory</source>
            <translation>記憶體</translation>
        </message>
        <message>
            <source>Moment to go back to</source>
            <translation>要還原的時間</translation>
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
            <source>No stick with the label {label} is plugged in.</source>
            <translation>沒有插上標籤為 {label} 的手指。</translation>
        </message>
        <message>
            <source>none yet: nobody knows whether a backup can be restored</source>
            <translation>還沒有：沒有人知道備份能否還原</translation>
        </message>
        <message>
            <source>not checked yet</source>
            <translation>未檢查</translation>
        </message>
        <message>
            <source>Nothing is deleted on any of these ways.</source>
            <translation>以上任何方法都不會刪除資料。</translation>
        </message>
        <message>
            <source>On another disk of this computer.</source>
            <translation>這部電腦的另一個硬碟。</translation>
        </message>
        <message>
            <source>On paper or by phone</source>
            <translation>書面或電話</translation>
        </message>
        <message>
            <source>One is made by itself every four hours while the program is open.</source>
            <translation>程式開啟時每四小時會自動備份一次。</translation>
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
            <source>Open with the printed recovery code</source>
            <translation>用印出的復原碼開啟</translation>
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
            <source>passed {a} days ago, in {b} seconds</source>
            <translation>{a} 天前通過，用了 {b} 秒</translation>
        </message>
        <message>
            <source>Password or key lost</source>
            <translation>遺失密碼或金鑰</translation>
        </message>
        <message>
            <source>Places for copies</source>
            <translation>副本存放處</translation>
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
            <source>Put it back</source>
            <translation>還原</translation>
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
            <source>Request for head office</source>
            <translation>給總公司的請求</translation>
        </message>
        <message>
            <source>Restore trial</source>
            <translation>試還原</translation>
        </message>
        <message>
            <source>Save as a file…</source>
            <translation>儲存為檔案…</translation>
        </message>
        <message>
            <source>Say where copies of the backups go</source>
            <translation>設定備份副本的存放處</translation>
        </message>
        <message>
            <source>See how the backups stand</source>
            <translation>查看備份情況</translation>
        </message>
        <message>
            <source>Sign out and in again: it is written anew from the other one. Check the disk.</source>
            <translation>登出再登入：會由另一份重新寫出。請檢查硬碟。</translation>
        </message>
        <message>
            <source>Stick or folder with backups</source>
            <translation>有備份的手指或資料夾</translation>
        </message>
        <message>
            <source>Stop working on this PC, keep the damaged file, and restore the newest checked backup.</source>
            <translation>請停止在這部電腦工作，保留損壞的檔案，並還原最近一個已檢查的備份。</translation>
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
            <source>Switch it on (Windows: BitLocker, Linux: LUKS): receipts and exports lie there too.</source>
            <translation>請開啟（Windows：BitLocker，Linux：LUKS）：收據和匯出檔也在硬碟上。</translation>
        </message>
        <message>
            <source>Take off the list</source>
            <translation>從清單移除</translation>
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
            <source>The file that describes this backup was changed. It is not used.</source>
            <translation>描述這個備份的檔案被更改過，不會使用。</translation>
        </message>
        <message>
            <source>The folder of the store may not be opened. Ask whoever set the computer up.</source>
            <translation>資料庫的資料夾不能開啟。請詢問設定這部電腦的人。</translation>
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
            <source>The key file was changed outside the program. Look in the audit log who was at this PC, and set every password anew before the key is changed.</source>
            <translation>金鑰檔曾在程式以外被更改。請在審計記錄查看誰用過這部電腦，更換金鑰前先為每個人重設密碼。</translation>
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
            <source>The keyring of this computer, which keeps half of the key, is not there. Sign in to the computer as usual and unlock it, then try again. If that does not help:</source>
            <translation>保存一半金鑰的鑰匙圈不在。請如常登入電腦並解鎖鑰匙圈，然後再試。如果仍不行：</translation>
        </message>
        <message>
            <source>The last one went wrong. Look at the page Backups.</source>
            <translation>上一次備份出錯。請看「備份」頁。</translation>
        </message>
        <message>
            <source>The newest backup is checked, and one was put back for trial and counted.</source>
            <translation>最新的備份已檢查，而且有一個已試還原並點算。</translation>
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
            <source>The newest checked backup is of {time}. Make one now.</source>
            <translation>最新已檢查的備份是 {time} 的。請立即備份。</translation>
        </message>
        <message>
            <source>the newest that was checked is {a} hours old</source>
            <translation>最近一個已檢查的備份是 {a} 小時前</translation>
        </message>
        <message>
            <source>The next backup goes there too.</source>
            <translation>下一個備份也會複製到那裏。</translation>
        </message>
        <message>
            <source>The same as a picture to be scanned</source>
            <translation>同樣內容的掃描圖</translation>
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
            <source>The store as it was before lies, whole, in {folder}.</source>
            <translation>之前的資料庫完整地保存在 {folder}。</translation>
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
            <source>the store is encrypted, the rest of the disk is not</source>
            <translation>資料庫已加密，但硬碟其餘部分沒有加密</translation>
        </message>
        <message>
            <source>The store is in use. Close the program on this PC, also for other people who are signed in to the computer, then try again.</source>
            <translation>資料庫正在使用中。請關閉這部電腦上的程式（包括其他已登入電腦的人），然後再試。</translation>
        </message>
        <message>
            <source>the store is; of the disk nothing is told</source>
            <translation>資料庫已加密；硬碟的情況電腦沒有提供</translation>
        </message>
        <message>
            <source>The store of this computer goes back to this moment:</source>
            <translation>這部電腦的資料庫會回到這個時間：</translation>
        </message>
        <message>
            <source>The store was written by a newer JewelCRM. Update the program on this computer.</source>
            <translation>資料庫由較新版本的 JewelCRM 寫成。請更新這部電腦的程式。</translation>
        </message>
        <message>
            <source>The trial found something wrong: {what}</source>
            <translation>試還原發現問題：{what}</translation>
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
            <source>There is no checked backup of this PC yet. Make one now.</source>
            <translation>這部電腦還沒有已檢查的備份。請立即備份。</translation>
        </message>
        <message>
            <source>There is no folder {path}. Make it, or plug in or connect the disk it lies on.</source>
            <translation>沒有資料夾 {path}。請建立資料夾，或接上它所在的磁碟。</translation>
        </message>
        <message>
            <source>There is no store in this folder. It comes back with a backup:</source>
            <translation>這個資料夾沒有資料庫。可用備份取回：</translation>
        </message>
        <message>
            <source>They ring up and have you read these six words: {words}</source>
            <translation>他們會打電話來，請您讀出這六個字：{words}</translation>
        </message>
        <message>
            <source>This answers another request. Send head office the request that is shown now.</source>
            <translation>這是另一個請求的答覆。請把現在顯示的請求傳給總公司。</translation>
        </message>
        <message>
            <source>This backup was not made by this store. It is not used.</source>
            <translation>這個備份不是由這個資料庫所做，不會使用。</translation>
        </message>
        <message>
            <source>This computer is as it should be. If somebody else can still sign in, the administrator gives you a new password under Settings, People. Otherwise:</source>
            <translation>這部電腦一切正常。如果其他人還能登入，管理員可在「設定」的「人員」中給您新密碼。否則：</translation>
        </message>
        <message>
            <source>This computer's keyring changed since. Make a new request.</source>
            <translation>這部電腦的鑰匙圈已改變。請建立新的請求。</translation>
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
            <source>This computer's own disk</source>
            <translation>這部電腦的硬碟</translation>
        </message>
        <message>
            <source>This is a backup of branch {theirs}, and this PC belongs to branch {ours}. Nothing was changed. Take a backup of this branch.</source>
            <translation>這是分店 {theirs} 的備份，而這部電腦屬於分店 {ours}。甚麼都沒有更改。請用本分店的備份。</translation>
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
            <source>This PC has a keyring now. Change your password once and it will be used.</source>
            <translation>這部電腦現在有鑰匙圈。更改一次密碼便會使用。</translation>
        </message>
        <message>
            <source>This PC has not asked for its key. Make a request first.</source>
            <translation>這部電腦還沒有請求金鑰。請先建立請求。</translation>
        </message>
        <message>
            <source>This store was made on another computer; the half of its key that is kept there did not come along. Work on one of the two only. The store is whole.</source>
            <translation>這個資料庫是在另一部電腦建立的；保存在那裏的一半金鑰沒有一起過來。請只在其中一部工作。資料庫完好。</translation>
        </message>
        <message>
            <source>To be sent</source>
            <translation>待傳送</translation>
        </message>
        <message>
            <source>today {time}</source>
            <translation>今日 {time}</translation>
        </message>
        <message>
            <source>Try it out</source>
            <translation>試還原</translation>
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
            <source>USB stick</source>
            <translation>USB 手指</translation>
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
            <source>What the store before had not sent to head office, nobody can say.</source>
            <translation>之前的資料庫有甚麼未傳送到總公司，無從得知。</translation>
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
            <source>With a password</source>
            <translation>用密碼</translation>
        </message>
        <message>
            <source>With the printed code</source>
            <translation>用印出的復原碼</translation>
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
            <source>You can switch the computer off at any time: the backup before is still there, and nothing of the store is lost.</source>
            <translation>您可以隨時關掉電腦：之前的備份仍在，資料庫不會失去任何資料。</translation>
        </message>
        <message>
            <source>{a} besides this PC's own disk</source>
            <translation>除這部電腦的硬碟外另有 {a} 處</translation>
        </message>
        <message>
            <source>{a} GB, {b} GB of it free</source>
            <translation>{a} GB，其中 {b} GB 可用</translation>
        </message>
        <message>
            <source>{a} set up on this computer</source>
            <translation>這部電腦已設定 {a} 部</translation>
        </message>
        <message>
            <source>{n} change had not been sent to head office; it is in the store set aside only.</source>
            <translation>有 {n} 項更改未傳送到總公司；只在另外保存的資料庫裏。</translation>
        </message>
        <message>
            <source>{n} change was not sent to head office: it is on this computer only.</source>
            <translation>有 {n} 項更改未傳送到總公司：只在這部電腦上。</translation>
        </message>
        <message>
            <source>{n} changes had not been sent to head office; they are in the store set aside only.</source>
            <translation>有 {n} 項更改未傳送到總公司；只在另外保存的資料庫裏。</translation>
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
            <source>{n} second</source>
            <translation>{n} 秒</translation>
        </message>
        <message>
            <source>{n} seconds</source>
            <translation>{n} 秒</translation>
        </message>
        <message>
            <source>{size} free</source>
            <translation>尚餘 {size}</translation>
        </message>
        <message>
            <source>{time}, {customers}, {state}</source>
            <translation>{time}，{customers}，{state}</translation>
        </message>
        <message>
            <source>The backup that is made before this could not be checked, so nothing was begun. See the page Backups, or run: jewelcrm-admin doctor</source>
            <translation>事前的備份未能通過檢查，因此沒有開始。請查看「備份」頁，或執行：jewelcrm-admin doctor</translation>
        </message>
        <message>
            <source>Stopped. Nothing was begun.</source>
            <translation>已停止，沒有開始任何操作。</translation>
        </message>
        <message>
            <source>With head office's key</source>
            <translation>用總公司的復原金鑰</translation>
        </message>
        <message>
            <source>This backup is of a computer that belonged to no head office: nobody there has a key to it.</source>
            <translation>這份備份來自不屬於總公司的電腦，總公司沒有開啟它的金鑰。</translation>
        </message>
        <message>
            <source>For a computer that is lost or broken, when neither its password nor its code opens the backup. Two people at head office allow it, with the recovery key.</source>
            <translation>適用於電腦遺失或損壞，而密碼及復原碼均無法開啟備份。須由總公司兩人以復原金鑰批准。</translation>
        </message>
        <message>
            <source>Bring it back</source>
            <translation>取回</translation>
        </message>
        <message>
            <source>Leave it away</source>
            <translation>不取回</translation>
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
            <source>It stays in the store that was set aside.</source>
            <translation>會留在另外保存的資料庫內。</translation>
        </message>
        <message>
            <source>Not sent to head office before the store was put back: {what}.</source>
            <translation>還原之前尚未傳送至總公司：{what}。</translation>
        </message>
        <message>
            <source>Not sent to head office before the store was put back: {what}, among them {more}.</source>
            <translation>還原之前尚未傳送至總公司：{what}，其中有 {more}。</translation>
        </message>
        <message>
            <source>Connect this PC to head office first, and wait until everything is sent: what others did since comes before what is brought back.</source>
            <translation>請先將本電腦連接總公司，並等候所有資料傳送完成：其他人之後的改動須先到達，才可取回。</translation>
        </message>
        <message>
            <source>There is nothing from before a restore that was not sent.</source>
            <translation>還原之前沒有尚未傳送的資料。</translation>
        </message>
        <message>
            <source>The file {name} beside the backups was changed. It is not used. Check the backups again.</source>
            <translation>備份旁的檔案 {name} 曾被改動，不會使用。請重新檢查備份。</translation>
        </message>
    </context>
</TS>
