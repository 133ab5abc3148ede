<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>JewelCRM</name>
        <message>
            <source>The second person may not take rows out. Ask a manager.</source>
            <translation>该名第二人无权取出数据，请找经理。</translation>
        </message>
        <message>
            <source>The second person must be somebody else than you.</source>
            <translation>第二人必须是您以外的人。</translation>
        </message>
        <message>
            <source>This is more than leaves without being agreed to: {limit} rows of people in one file, and today {left} more. Nobody else here may agree, so type your own password again (--second {login}); it is noted that you agreed alone.</source>
            <translation>超出无须同意便可取出的数量：每个文件最多 {limit} 行个人信息，今天还剩 {left} 行。这里没有其他人有权同意，请再次输入您自己的密码（--second {login}）；系统会记录由您一人同意。</translation>
        </message>
        <message>
            <source>This is more than you may take out alone: {limit} rows of people in one file, and today {left} more. A second person who may take rows out must agree with their own password or PIN.</source>
            <translation>超出您可独自取出的数量：每个文件最多 {limit} 行个人信息，今天还剩 {left} 行。须由另一名有权者以其密码或 PIN 同意。</translation>
        </message>
        <message>
            <source>This names customers. Say what it is needed for (--purpose).</source>
            <translation>此项载有顾客姓名，请说明用途（--purpose）。</translation>
        </message>
        <message>
            <source>This names customers: “{said}” is too short to say what it is needed for (--purpose).</source>
            <translation>此项载有顾客姓名：“{said}”太短，未能说明用途（--purpose）。</translation>
        </message>
    </context>
</TS>
