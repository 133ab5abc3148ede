<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_HK" sourcelanguage="en">
    <context>
        <name>JewelCRM</name>
        <message>
            <source>Give the file a name that ends in .pdf, .xlsx, .csv or .json.</source>
            <translation>請使用以 .pdf、.xlsx、.csv 或 .json 結尾的檔名。</translation>
        </message>
        <message>
            <source>The period ends on {until}, before it begins on {since}. Change one of the two dates.</source>
            <translation>期間結束日 {until} 早於開始日 {since}，請更改其中一個日期。</translation>
        </message>
        <message>
            <source>This PC knows of no branch “{code}”.</source>
            <translation>這部電腦沒有「{code}」分店的資料。</translation>
        </message>
        <message>
            <source>This report names customers. Say what it is needed for (--purpose).</source>
            <translation>此報表載有顧客姓名，請說明用途（--purpose）。</translation>
        </message>
        <message>
            <source>This report would have more than {most} rows. Take a shorter period, one branch, or a level with less detail.</source>
            <translation>此報表將超過 {most} 行。請縮短期間、只選一間分店，或選較簡略的層次。</translation>
        </message>
        <message>
            <source>“{name}” has no level of detail “{detail}”. Take one of: {known}.</source>
            <translation>「{name}」沒有「{detail}」這個層次，可選：{known}。</translation>
        </message>
        <message>
            <source>“{name}” is no period. Take one of: {known}.</source>
            <translation>「{name}」不是期間名稱，可選：{known}。</translation>
        </message>
        <message>
            <source>“{name}” is no report. Take one of: {known}.</source>
            <translation>「{name}」不是報表名稱，可選：{known}。</translation>
        </message>
    </context>
</TS>
