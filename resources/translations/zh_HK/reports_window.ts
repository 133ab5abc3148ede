<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_HK" sourcelanguage="en">
    <context>
        <name>JewelCRM</name>
        <message>
            <source>Say what this is needed for.</source>
            <translation>請說明用途。</translation>
        </message>
    </context>
</TS>
