<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>JewelCRM</name>
        <message>
            <source>There is no history of {kind}.</source>
            <translation>没有 {kind} 的记录。</translation>
        </message>
        <message>
            <source>This change is no longer in the history.</source>
            <translation>此更改已不在记录中。</translation>
        </message>
        <message>
            <source>{label} was changed again since: it is now “{now}”. Undo that first, or mend it by hand.</source>
            <translation>“{label}”其后再被更改，现为“{now}”。请先恢复该更改，或自行修正。</translation>
        </message>
    </context>
</TS>
