<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_HK" sourcelanguage="en">
    <context>
        <name>JewelCRM</name>
        <message>
            <source>There is no target of this kind.</source>
            <translation>沒有這種目標。</translation>
        </message>
        <message>
            <source>This target cannot be reached. Type a smaller figure.</source>
            <translation>這個目標無法達到，請輸入較小的數字。</translation>
        </message>
    </context>
</TS>
