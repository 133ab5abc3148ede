<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_HK" sourcelanguage="en">
    <context>
        <name>JewelCRM</name>
        <message>
            <source>80 mm roll</source>
            <translation>80 毫米紙卷</translation>
        </message>
        <message>
            <source>A report could not be printed. It waits on the page Reports.</source>
            <translation>有一份報表未能列印，在「報表」頁等候。</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
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
            <source>Branch</source>
            <translation>分店</translation>
        </message>
        <message>
            <source>Chart</source>
            <translation>圖表</translation>
        </message>
        <message>
            <source>Chart of the report</source>
            <translation>報表圖表</translation>
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
            <source>Choose how often: opening, daily, weekly or monthly.</source>
            <translation>請選擇頻率：開店時、每日、每週或每月。</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>關閉</translation>
        </message>
        <message>
            <source>Copied. Paste it where it is needed, then copy something else.</source>
            <translation>已複製。貼到需要的地方後，請再複製其他內容。</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>複製</translation>
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
            <source>Department</source>
            <translation>部門</translation>
        </message>
        <message>
            <source>Departments…</source>
            <translation>部門…</translation>
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
            <source>File</source>
            <translation>檔案</translation>
        </message>
        <message>
            <source>From</source>
            <translation>由</translation>
        </message>
        <message>
            <source>Give the file a name that ends in .pdf, .xlsx, .csv or .json.</source>
            <translation>請使用以 .pdf、.xlsx、.csv 或 .json 結尾的檔名。</translation>
        </message>
        <message>
            <source>How far it is</source>
            <translation>進度</translation>
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
            <translation>載有顧客姓名：列印會計入您取出的行數。</translation>
        </message>
        <message>
            <source>Keep it on the page Reports</source>
            <translation>保留在「報表」頁</translation>
        </message>
        <message>
            <source>Kept. It counts from now on.</source>
            <translation>已儲存，即時生效。</translation>
        </message>
        <message>
            <source>Larger</source>
            <translation>放大</translation>
        </message>
        <message>
            <source>Last 30 days</source>
            <translation>過去 30 天</translation>
        </message>
        <message>
            <source>Last 365 days</source>
            <translation>過去 365 天</translation>
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
            <source>No customer here has the number “{number}”. Look her up: it stands on her card.</source>
            <translation>這裏沒有編號為「{number}」的顧客。請先查找：編號在顧客卡上。</translation>
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
            <source>Nobody is in this report, so there is nothing to write to a file.</source>
            <translation>此報表沒有任何人，無須寫成檔案。</translation>
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
            <source>Paper</source>
            <translation>紙張</translation>
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
            <source>People of the department</source>
            <translation>部門成員</translation>
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
            <source>Preview</source>
            <translation>預覽</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>列印</translation>
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
            <source>Printer</source>
            <translation>打印機</translation>
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
            <source>Read</source>
            <translation>已閱</translation>
        </message>
        <message>
            <source>Reading the figures…</source>
            <translation>正在讀取數字…</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>Reports</source>
            <translation>報表</translation>
        </message>
        <message>
            <source>Reports and their levels of detail</source>
            <translation>報表及詳細程度</translation>
        </message>
        <message>
            <source>Reports are for managers</source>
            <translation>報表供經理使用</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>儲存</translation>
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
            <source>Saved: {path}</source>
            <translation>已儲存：{path}</translation>
        </message>
        <message>
            <source>Save…</source>
            <translation>儲存…</translation>
        </message>
        <message>
            <source>Sent to the printer</source>
            <translation>已傳送至打印機</translation>
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
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Stopped.</source>
            <translation>已停止。</translation>
        </message>
        <message>
            <source>Stopping…</source>
            <translation>正在停止…</translation>
        </message>
        <message>
            <source>Take days between {first} and {last}.</source>
            <translation>日期請選 {first} 至 {last} 之間。</translation>
        </message>
        <message>
            <source>The department “{department}” may not see this anyway.</source>
            <translation>部門「{department}」本來就不可查看此項。</translation>
        </message>
        <message>
            <source>The paper is kept: it can be printed again under “Papers waiting”.</source>
            <translation>文件已保留，可在「待印文件」再列印。</translation>
        </message>
        <message>
            <source>The period ends on {until}, before it begins on {since}. Change one of the two dates.</source>
            <translation>期間結束日 {until} 早於開始日 {since}，請更改其中一個日期。</translation>
        </message>
        <message>
            <source>The {n} largest are drawn; the table has all.</source>
            <translation>圖中為首 {n} 項，全部見下表。</translation>
        </message>
        <message>
            <source>This month</source>
            <translation>本月</translation>
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
            <source>This quarter</source>
            <translation>本季</translation>
        </message>
        <message>
            <source>This report is about one at a time. Say which: {name} (--filter {name}=…).</source>
            <translation>此報表每次只關於一項，請指明：{name}（--filter {name}=…）。</translation>
        </message>
        <message>
            <source>This report names customers. It is noted in the audit log that you took it out, and what for; it must not leave the shop.</source>
            <translation>此報表載有顧客姓名。審計記錄會記下由您取出及其用途；不得帶離店舖。</translation>
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
            <source>Today</source>
            <translation>今日</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>總額</translation>
        </message>
        <message>
            <source>Unread</source>
            <translation>未讀</translation>
        </message>
        <message>
            <source>What a printer did not take is kept here.</source>
            <translation>打印機未能印出的文件會保留在此。</translation>
        </message>
        <message>
            <source>What departments may see</source>
            <translation>部門可看的報表</translation>
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
            <source>Whoever is not granted a report sees none of it. Each change is noted.</source>
            <translation>未獲授權者完全看不到該報表。每次更改均會記錄。</translation>
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
            <source>{n} rows</source>
            <translation>{n} 行</translation>
        </message>
        <message>
            <source>{n} rows are too long for a roll of 80 mm. Take A4, or a level with less detail.</source>
            <translation>{n} 行對 80 毫米紙卷來說太長。請用 A4，或選較簡略的層次。</translation>
        </message>
        <message>
            <source>{n} rows left for you today</source>
            <translation>今日您尚可取出 {n} 行</translation>
        </message>
        <message>
            <source>{n} rows; the first {shown} are shown</source>
            <translation>{n} 行；顯示首 {shown} 行</translation>
        </message>
        <message>
            <source>{path} is a folder. Name the file in it.</source>
            <translation>{path} 是資料夾，請寫上其中的檔案名稱。</translation>
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
            <source>“{name}” is not laid out for {paper}. Take one of: {known}.</source>
            <translation>「{name}」沒有 {paper} 的版面，請選：{known}。</translation>
        </message>
        <message>
            <source>“{report}” cannot be narrowed by “{name}”. It can be by: {known}.</source>
            <translation>「{report}」不可按「{name}」篩選。可按：{known}。</translation>
        </message>
    </context>
</TS>
