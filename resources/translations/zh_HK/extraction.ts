<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_HK" sourcelanguage="en">
    <context>
        <name>JewelCRM</name>
        <message>
            <source>The second person may not take rows out. Ask a manager.</source>
            <translation>該名第二人無權取出資料，請找經理。</translation>
        </message>
        <message>
            <source>The second person must be somebody else than you.</source>
            <translation>第二人必須是您以外的人。</translation>
        </message>
        <message>
            <source>This is more than leaves without being agreed to: {limit} rows of people in one file, and today {left} more. Nobody else here may agree, so type your own password again (--second {login}); it is noted that you agreed alone.</source>
            <translation>超出無須同意便可取出的數量：每個檔案最多 {limit} 行個人資料，今日尚餘 {left} 行。這裏沒有其他人有權同意，請再次輸入您自己的密碼（--second {login}）；系統會記錄由您一人同意。</translation>
        </message>
        <message>
            <source>This is more than you may take out alone: {limit} rows of people in one file, and today {left} more. A second person who may take rows out must agree with their own password or PIN.</source>
            <translation>超出您可獨自取出的數量：每個檔案最多 {limit} 行個人資料，今日尚餘 {left} 行。須由另一名有權者以其密碼或 PIN 同意。</translation>
        </message>
        <message>
            <source>This names customers. Say what it is needed for (--purpose).</source>
            <translation>此項載有顧客姓名，請說明用途（--purpose）。</translation>
        </message>
        <message>
            <source>This names customers: “{said}” is too short to say what it is needed for (--purpose).</source>
            <translation>此項載有顧客姓名：「{said}」太短，未能說明用途（--purpose）。</translation>
        </message>
    </context>
</TS>
