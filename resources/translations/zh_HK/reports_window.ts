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
            <source>All this PC knows of</source>
            <translation>本機已知的全部分店</translation>
        </message>
        <message>
            <source>As it stands now</source>
            <translation>現時狀況</translation>
        </message>
        <message>
            <source>Ask your manager for the figures you need.</source>
            <translation>請向經理索取所需數字。</translation>
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
            <source>Choose a report, then press Show</source>
            <translation>選擇報表，然後按「顯示」</translation>
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
            <source>CSV, for other programs</source>
            <translation>CSV（供其他程式使用）</translation>
        </message>
        <message>
            <source>Dashboard</source>
            <translation>業績概覽</translation>
        </message>
        <message>
            <source>e.g. call those whose repairs are ready</source>
            <translation>例如：致電維修已完成的顧客</translation>
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
            <source>Figures come from this computer; no line is needed.</source>
            <translation>數字來自本電腦，無需連線。</translation>
        </message>
        <message>
            <source>Figures of the report</source>
            <translation>報表數字</translation>
        </message>
        <message>
            <source>From</source>
            <translation>由</translation>
        </message>
        <message>
            <source>How it is computed</source>
            <translation>計算方法</translation>
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
            <source>Internal</source>
            <translation>內部文件</translation>
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
            <source>Larger</source>
            <translation>放大</translation>
        </message>
        <message>
            <source>Last 30 days</source>
            <translation>過去 30 日</translation>
        </message>
        <message>
            <source>Last 365 days</source>
            <translation>過去 365 日</translation>
        </message>
        <message>
            <source>Last month</source>
            <translation>上月</translation>
        </message>
        <message>
            <source>Last quarter</source>
            <translation>上季</translation>
        </message>
        <message>
            <source>Last week</source>
            <translation>上星期</translation>
        </message>
        <message>
            <source>Last year</source>
            <translation>去年</translation>
        </message>
        <message>
            <source>Level of detail</source>
            <translation>詳細程度</translation>
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
            <source>Make follow-ups…</source>
            <translation>建立跟進…</translation>
        </message>
        <message>
            <source>Narrow</source>
            <translation>篩選</translation>
        </message>
        <message>
            <source>Narrow ({n})</source>
            <translation>篩選（{n}）</translation>
        </message>
        <message>
            <source>Next page</source>
            <translation>下一頁</translation>
        </message>
        <message>
            <source>No paper waits</source>
            <translation>沒有待印文件</translation>
        </message>
        <message>
            <source>No report is prepared by itself</source>
            <translation>沒有自動編製的報表</translation>
        </message>
        <message>
            <source>No rows</source>
            <translation>沒有資料</translation>
        </message>
        <message>
            <source>Nothing matches what was asked for.</source>
            <translation>沒有符合所選條件的資料。</translation>
        </message>
        <message>
            <source>Nothing was prepared yet</source>
            <translation>尚未編製任何報表</translation>
        </message>
        <message>
            <source>Own dates</source>
            <translation>自訂日期</translation>
        </message>
        <message>
            <source>Page before</source>
            <translation>上一頁</translation>
        </message>
        <message>
            <source>Page {page} of {pages}</source>
            <translation>第 {page} 頁，共 {pages} 頁</translation>
        </message>
        <message>
            <source>Papers waiting</source>
            <translation>待印文件</translation>
        </message>
        <message>
            <source>Password of the file</source>
            <translation>檔案密碼</translation>
        </message>
        <message>
            <source>PDF, to print or send</source>
            <translation>PDF（列印或傳送）</translation>
        </message>
        <message>
            <source>Period</source>
            <translation>期間</translation>
        </message>
        <message>
            <source>Personal data</source>
            <translation>個人資料</translation>
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
            <source>Print a report</source>
            <translation>列印報表</translation>
        </message>
        <message>
            <source>Print again</source>
            <translation>再列印</translation>
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
            <source>Printer of reports</source>
            <translation>報表打印機</translation>
        </message>
        <message>
            <source>Printer of reports; empty asks each time.</source>
            <translation>報表打印機；留空則每次詢問。</translation>
        </message>
        <message>
            <source>Printing…</source>
            <translation>正在列印…</translation>
        </message>
        <message>
            <source>Print…</source>
            <translation>列印…</translation>
        </message>
        <message>
            <source>Reading the figures…</source>
            <translation>正在讀取數字…</translation>
        </message>
        <message>
            <source>Reports</source>
            <translation>報表</translation>
        </message>
        <message>
            <source>Reports are for managers</source>
            <translation>報表供經理使用</translation>
        </message>
        <message>
            <source>Save a report</source>
            <translation>儲存報表</translation>
        </message>
        <message>
            <source>Save as…</source>
            <translation>另存為…</translation>
        </message>
        <message>
            <source>Saved, and locked</source>
            <translation>已儲存並加密</translation>
        </message>
        <message>
            <source>Save…</source>
            <translation>儲存…</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>顯示</translation>
        </message>
        <message>
            <source>Smaller</source>
            <translation>縮小</translation>
        </message>
        <message>
            <source>So many rows about people leave only when somebody else agrees, here and now.</source>
            <translation>如此多的個人資料，須另一人在場同意方可取出。</translation>
        </message>
        <message>
            <source>Stopped.</source>
            <translation>已停止。</translation>
        </message>
        <message>
            <source>The paper is kept: it can be printed again under “Papers waiting”.</source>
            <translation>文件已保留，可在「待印文件」再列印。</translation>
        </message>
        <message>
            <source>The printer has no ink or toner left. Change it and try again.</source>
            <translation>打印機墨水或碳粉已用完，更換後再試。</translation>
        </message>
        <message>
            <source>The printer has no paper. Put paper in and try again.</source>
            <translation>打印機缺紙，加紙後再試。</translation>
        </message>
        <message>
            <source>The printer's cover is open, or paper is stuck in it. See to it and try again.</source>
            <translation>打印機蓋未關上或夾紙，處理後再試。</translation>
        </message>
        <message>
            <source>Their password or PIN</source>
            <translation>對方的密碼或 PIN</translation>
        </message>
        <message>
            <source>This month</source>
            <translation>本月</translation>
        </message>
        <message>
            <source>This printer is not set up on this computer any more. Choose another.</source>
            <translation>本電腦已沒有這部打印機，請選擇另一部。</translation>
        </message>
        <message>
            <source>This quarter</source>
            <translation>本季</translation>
        </message>
        <message>
            <source>This report names customers. It is noted in the audit log that you took it out, and what for; it must not leave the shop.</source>
            <translation>此報表載有顧客姓名。稽核記錄會記下由你取出及其用途；不得帶離店舖。</translation>
        </message>
        <message>
            <source>This week</source>
            <translation>本星期</translation>
        </message>
        <message>
            <source>This year</source>
            <translation>今年</translation>
        </message>
        <message>
            <source>To</source>
            <translation>至</translation>
        </message>
        <message>
            <source>What a printer did not take is kept here.</source>
            <translation>打印機未能印出的文件會保留在此。</translation>
        </message>
        <message>
            <source>What is it needed for?</source>
            <translation>用途是甚麼？</translation>
        </message>
        <message>
            <source>When it is there</source>
            <translation>完成後</translation>
        </message>
        <message>
            <source>Writing the file…</source>
            <translation>正在寫入檔案…</translation>
        </message>
        <message>
            <source>XLSX, for Excel</source>
            <translation>XLSX（供 Excel 使用）</translation>
        </message>
        <message>
            <source>Yesterday</source>
            <translation>昨日</translation>
        </message>
        <message>
            <source>{branch} (closed)</source>
            <translation>{branch}（已結業）</translation>
        </message>
        <message>
            <source>{branch}: as of {at}</source>
            <translation>{branch}：截至 {at}</translation>
        </message>
        <message>
            <source>{branch}: OLD, as of {at}</source>
            <translation>{branch}：過時，截至 {at}</translation>
        </message>
        <message>
            <source>{every}, last for {day}</source>
            <translation>{every}，上次為 {day}</translation>
        </message>
        <message>
            <source>{n} more branches</source>
            <translation>另外 {n} 間分店</translation>
        </message>
        <message>
            <source>{n} paper waiting</source>
            <translation>{n} 份待印文件</translation>
        </message>
        <message>
            <source>{n} papers waiting</source>
            <translation>{n} 份待印文件</translation>
        </message>
        <message>
            <source>{n} reports could not be printed. They wait on the page Reports.</source>
            <translation>{n} 份報表未能列印，在「報表」頁等候。</translation>
        </message>
        <message>
            <source>{n} row</source>
            <translation>{n} 行</translation>
        </message>
        <message>
            <source>{n} row left today</source>
            <translation>今日尚餘 {n} 行</translation>
        </message>
        <message>
            <source>{n} rows left for you today</source>
            <translation>今日你尚可取出 {n} 行</translation>
        </message>
        <message>
            <source>{n} rows; the first {shown} are shown</source>
            <translation>{n} 行；顯示首 {shown} 行</translation>
        </message>
    </context>
</TS>
