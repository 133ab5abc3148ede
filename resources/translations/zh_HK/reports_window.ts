<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_HK" sourcelanguage="en">
    <context>
        <name>JewelCRM</name>
        <message>
            <source>Copied. Paste it where it is needed, then copy something else.</source>
            <translation>已複製。貼到需要的地方後，請再複製其他內容。</translation>
        </message>
        <message>
            <source>Dashboard</source>
            <translation>業績概覽</translation>
        </message>
        <message>
            <source>I have it</source>
            <translation>已記下</translation>
        </message>
        <message>
            <source>It names customers. Whoever opens it needs this password; tell it another way than you send the file. It is shown only now.</source>
            <translation>檔案載有顧客姓名。開啟時需要此密碼；請以傳送檔案以外的方式告知對方。密碼只在此刻顯示。</translation>
        </message>
        <message>
            <source>Log-in of a second person</source>
            <translation>第二人的登入名稱</translation>
        </message>
        <message>
            <source>Password of the file</source>
            <translation>檔案密碼</translation>
        </message>
        <message>
            <source>Saved, and locked</source>
            <translation>已儲存並加密</translation>
        </message>
        <message>
            <source>So many rows about people leave only when somebody else agrees, here and now.</source>
            <translation>如此多的個人資料，須另一人在場同意方可取出。</translation>
        </message>
        <message>
            <source>Their password or PIN</source>
            <translation>對方的密碼或 PIN</translation>
        </message>
        <message>
            <source>{n} row left today</source>
            <translation>今天尚餘 {n} 行</translation>
        </message>
        <message>
            <source>{n} rows left for you today</source>
            <translation>今天你尚可取出 {n} 行</translation>
        </message>
        <message>
            <source>{n} rows; the first {shown} are shown</source>
            <translation>{n} 行；顯示首 {shown} 行</translation>
        </message>
    </context>
</TS>
