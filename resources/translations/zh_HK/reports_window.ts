<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_HK" sourcelanguage="en">
    <context>
        <name>JewelCRM</name>
        <message>
            <source>A report could not be printed. It waits on the page Reports.</source>
            <translation>有一份報表未能列印，在「報表」頁等候。</translation>
        </message>
        <message>
            <source>At each opening</source>
            <translation>每次開店</translation>
        </message>
        <message>
            <source>Choose a report and press Prepare by itself.</source>
            <translation>選擇報表，然後按「自動編製」。</translation>
        </message>
        <message>
            <source>Copied. Paste it where it is needed, then copy something else.</source>
            <translation>已複製。貼到需要的地方後，請再複製其他內容。</translation>
        </message>
        <message>
            <source>Could not be made</source>
            <translation>未能編製</translation>
        </message>
        <message>
            <source>End it</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Every day</source>
            <translation>每日</translation>
        </message>
        <message>
            <source>Every month</source>
            <translation>每月</translation>
        </message>
        <message>
            <source>Every week</source>
            <translation>每星期</translation>
        </message>
        <message>
            <source>How often</source>
            <translation>多久一次</translation>
        </message>
        <message>
            <source>I have it</source>
            <translation>已記下</translation>
        </message>
        <message>
            <source>It is prepared from now on.</source>
            <translation>由現在起會自動編製。</translation>
        </message>
        <message>
            <source>It names customers. Whoever opens it needs this password; tell it another way than you send the file. It is shown only now.</source>
            <translation>檔案載有顧客姓名。開啟時需要此密碼；請以傳送檔案以外的方式告知對方。密碼只在此刻顯示。</translation>
        </message>
        <message>
            <source>It names customers: printing it counts as rows you take out.</source>
            <translation>載有顧客姓名：列印會計入你取出的行數。</translation>
        </message>
        <message>
            <source>Keep it on the page Reports</source>
            <translation>保留在「報表」頁</translation>
        </message>
        <message>
            <source>Log-in of a second person</source>
            <translation>第二人的登入名稱</translation>
        </message>
        <message>
            <source>Look at it</source>
            <translation>查看</translation>
        </message>
        <message>
            <source>No report is prepared by itself</source>
            <translation>沒有自動編製的報表</translation>
        </message>
        <message>
            <source>Nothing was prepared yet</source>
            <translation>尚未編製任何報表</translation>
        </message>
        <message>
            <source>Password of the file</source>
            <translation>檔案密碼</translation>
        </message>
        <message>
            <source>Prepare by itself</source>
            <translation>自動編製</translation>
        </message>
        <message>
            <source>Prepare by itself…</source>
            <translation>自動編製…</translation>
        </message>
        <message>
            <source>Prepare it</source>
            <translation>開始編製</translation>
        </message>
        <message>
            <source>Prepared</source>
            <translation>已編製</translation>
        </message>
        <message>
            <source>Prepared ({n} new)</source>
            <translation>已編製（{n} 份未看）</translation>
        </message>
        <message>
            <source>Prepared by themselves</source>
            <translation>自動編製的報表</translation>
        </message>
        <message>
            <source>Prepared reports</source>
            <translation>已編製的報表</translation>
        </message>
        <message>
            <source>Print it by itself</source>
            <translation>自動列印</translation>
        </message>
        <message>
            <source>Printed</source>
            <translation>已列印</translation>
        </message>
        <message>
            <source>Saved, and locked</source>
            <translation>已儲存並加密</translation>
        </message>
        <message>
            <source>So many rows about people leave only when somebody else agrees, here and now.</source>
            <translation>如此多的個人資料，須另一人在場同意方可取出。</translation>
        </message>
        <message>
            <source>Their password or PIN</source>
            <translation>對方的密碼或 PIN</translation>
        </message>
        <message>
            <source>When it is there</source>
            <translation>完成後</translation>
        </message>
        <message>
            <source>{every}, last for {day}</source>
            <translation>{every}，上次為 {day}</translation>
        </message>
        <message>
            <source>{n} reports could not be printed. They wait on the page Reports.</source>
            <translation>{n} 份報表未能列印，在「報表」頁等候。</translation>
        </message>
        <message>
            <source>{n} row left today</source>
            <translation>今天尚餘 {n} 行</translation>
        </message>
        <message>
            <source>{n} rows left for you today</source>
            <translation>今天你尚可取出 {n} 行</translation>
        </message>
        <message>
            <source>{n} rows; the first {shown} are shown</source>
            <translation>{n} 行；顯示首 {shown} 行</translation>
        </message>
    </context>
</TS>
