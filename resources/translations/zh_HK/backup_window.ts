<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_HK" sourcelanguage="en">
    <context>
        <name>JewelCRM</name>
        <message>
            <source>4 GB are needed to work well; add some.</source>
            <translation>要運作順暢需要 4 GB 記憶體；請加裝。</translation>
        </message>
        <message>
            <source>a folder is not as it should be</source>
            <translation>有一個資料夾不正常</translation>
        </message>
        <message>
            <source>a network folder is not as it should be</source>
            <translation>有一個網絡資料夾不正常</translation>
        </message>
        <message>
            <source>a USB stick is not as it should be</source>
            <translation>有一個 USB 手指不正常</translation>
        </message>
        <message>
            <source>Add a USB stick or a network folder: jewelcrm-admin backup targets</source>
            <translation>加一個 USB 手指或網絡資料夾：jewelcrm-admin backup targets</translation>
        </message>
        <message>
            <source>asked of the system when something is printed</source>
            <translation>列印時才詢問系統</translation>
        </message>
        <message>
            <source>backups lie on this PC's own disk only</source>
            <translation>備份只在這部電腦自己的硬碟上</translation>
        </message>
        <message>
            <source>Change the key of this PC's store</source>
            <translation>更換這部電腦資料庫的密鑰</translation>
        </message>
        <message>
            <source>Close programs that are not needed, or restart the computer.</source>
            <translation>請關閉不需要的程式，或重新啟動電腦。</translation>
        </message>
        <message>
            <source>Connect this PC to head office: jewelcrm-admin sync now</source>
            <translation>把這部電腦連接總公司：jewelcrm-admin sync now</translation>
        </message>
        <message>
            <source>Do not work on both copies: each would give papers the same numbers.</source>
            <translation>不要在兩份副本上同時工作：兩邊的單據會有相同編號。</translation>
        </message>
        <message>
            <source>Have the printed recovery code at hand: the next sign-in needs it.</source>
            <translation>請備妥印出的復原碼：下次登入需要用到。</translation>
        </message>
        <message>
            <source>holds its half, but the store was made on another computer</source>
            <translation>保存了它的一半密鑰，但資料庫是在另一部電腦建立的</translation>
        </message>
        <message>
            <source>Install the update; until then this PC works, but does not exchange.</source>
            <translation>請安裝更新；在此之前這部電腦可以工作，但不會與總公司交換資料。</translation>
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
            <source>no checked backup yet</source>
            <translation>還沒有已檢查的備份</translation>
        </message>
        <message>
            <source>none yet: nobody knows whether a backup can be restored</source>
            <translation>還沒有：沒有人知道備份能否還原</translation>
        </message>
        <message>
            <source>one of the two copies of the key file is lost or damaged</source>
            <translation>密鑰檔的兩份副本之一遺失或損壞</translation>
        </message>
        <message>
            <source>passed {a} days ago, in {b} seconds</source>
            <translation>{a} 天前通過，用了 {b} 秒</translation>
        </message>
        <message>
            <source>Sign out and in again: it is written anew from the other one. Check the disk.</source>
            <translation>登出再登入：會由另一份重新寫出。請檢查硬碟。</translation>
        </message>
        <message>
            <source>Stop working on this PC, keep the damaged file, and restore the newest checked backup.</source>
            <translation>請停止在這部電腦工作，保留損壞的檔案，並還原最近一個已檢查的備份。</translation>
        </message>
        <message>
            <source>Switch it on (Windows: BitLocker, Linux: LUKS): receipts and exports lie there too.</source>
            <translation>請開啟（Windows：BitLocker，Linux：LUKS）：收據和匯出檔也在硬碟上。</translation>
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
            <source>the disk is encrypted, and the store in it</source>
            <translation>硬碟已加密，資料庫也已加密</translation>
        </message>
        <message>
            <source>The key file is damaged.</source>
            <translation>密鑰檔已損壞。</translation>
        </message>
        <message>
            <source>The key file was changed outside the program. Look in the audit log who was at this PC, and set every password anew before the key is changed.</source>
            <translation>密鑰檔曾在程式以外被更改。請在稽核記錄查看誰用過這部電腦，更換密鑰前先為每個人重設密碼。</translation>
        </message>
        <message>
            <source>The key file was written by a newer JewelCRM. Update the program on this PC; nothing was changed.</source>
            <translation>密鑰檔由較新版本的 JewelCRM 寫成。請更新這部電腦的程式；甚麼都沒有更改。</translation>
        </message>
        <message>
            <source>the key was changed and head office does not have the new one yet</source>
            <translation>密鑰已更換，總公司還沒有新的密鑰</translation>
        </message>
        <message>
            <source>the newest that was checked is {a} hours old</source>
            <translation>最近一個已檢查的備份是 {a} 小時前</translation>
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
            <source>this computer's keyring has lost its half of the key</source>
            <translation>這部電腦的密鑰圈遺失了它的一半密鑰</translation>
        </message>
        <message>
            <source>Try one: jewelcrm-admin backup drill</source>
            <translation>試做一次：jewelcrm-admin backup drill</translation>
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
    </context>
</TS>
