<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_HK" sourcelanguage="en">
    <context>
        <name>JewelCRM</name>
        <message>
            <source>Choose how often: opening, daily, weekly or monthly.</source>
            <translation>請選擇頻率：開店時、每日、每週或每月。</translation>
        </message>
        <message>
            <source>Give the file a name that ends in .pdf, .xlsx, .csv or .json.</source>
            <translation>請使用以 .pdf、.xlsx、.csv 或 .json 結尾的檔名。</translation>
        </message>
        <message>
            <source>The department “{department}” may not see this anyway.</source>
            <translation>部門「{department}」本來就不可查看此項。</translation>
        </message>
        <message>
            <source>The period ends on {until}, before it begins on {since}. Change one of the two dates.</source>
            <translation>期間結束日 {until} 早於開始日 {since}，請更改其中一個日期。</translation>
        </message>
        <message>
            <source>This names customers. Say what it is needed for (--purpose).</source>
            <translation>此項載有顧客姓名，請說明用途（--purpose）。</translation>
        </message>
        <message>
            <source>This paper is not here any more. Run the report again.</source>
            <translation>此份報表已不在，請重新製作。</translation>
        </message>
        <message>
            <source>This PC knows of no branch “{code}”.</source>
            <translation>這部電腦沒有「{code}」分店的資料。</translation>
        </message>
        <message>
            <source>This report is about one at a time. Say which: {name} (--filter {name}=…).</source>
            <translation>此報表每次只關於一項，請指明：{name}（--filter {name}=…）。</translation>
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
            <source>This subscription is not yours, or has ended.</source>
            <translation>此訂閱不屬於您，或已終止。</translation>
        </message>
        <message>
            <source>“{department}” is no department. Take one of: {known}.</source>
            <translation>沒有部門「{department}」。可選：{known}。</translation>
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
        <message>
            <source>“{report}” cannot be narrowed by “{name}”. It can be by: {known}.</source>
            <translation>「{report}」不可按「{name}」篩選。可按：{known}。</translation>
        </message>
    </context>
</TS>
