<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_HK" sourcelanguage="en">
    <context>
        <name>JewelCRM</name>
        <message>
            <source>Say what this is needed for.</source>
            <translation>請說明用途。</translation>
        </message>
        <message>
            <source>{n} rows; the first {shown} are shown</source>
            <translation>{n} 行；顯示首 {shown} 行</translation>
        </message>
    </context>
</TS>
