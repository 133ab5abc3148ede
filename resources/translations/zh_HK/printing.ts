<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_HK" sourcelanguage="en">
    <context>
        <name>JewelCRM</name>
        <message>
            <source>Choose 1 to {most}.</source>
            <translation>請選擇 1 至 {most}。</translation>
        </message>
        <message>
            <source>How many of each</source>
            <translation>每張列印數量</translation>
        </message>
        <message>
            <source>Labels</source>
            <translation>標籤</translation>
        </message>
        <message>
            <source>Tag of the piece</source>
            <translation>貨品吊牌</translation>
        </message>
    </context>
</TS>
