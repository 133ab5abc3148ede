<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>JewelCRM</name>
        <message>
            <source>Choose 1 to {most}.</source>
            <translation>请选择 1 至 {most}。</translation>
        </message>
        <message>
            <source>How many of each</source>
            <translation>每张打印数量</translation>
        </message>
        <message>
            <source>Labels</source>
            <translation>标签</translation>
        </message>
        <message>
            <source>Tag of the piece</source>
            <translation>货品吊牌</translation>
        </message>
    </context>
</TS>
