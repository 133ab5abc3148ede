<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>JewelCRM</name>
        <message>
            <source>80 mm roll</source>
            <translation>80 毫米纸卷</translation>
        </message>
        <message>
            <source>A report could not be printed. It waits on the page Reports.</source>
            <translation>有一份报表未能打印，在“报表”页等候。</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>All this PC knows of</source>
            <translation>本机已知的全部门店</translation>
        </message>
        <message>
            <source>As it stands now</source>
            <translation>现时状况</translation>
        </message>
        <message>
            <source>Ask your manager for the figures you need.</source>
            <translation>请向经理索取所需数字。</translation>
        </message>
        <message>
            <source>At each opening</source>
            <translation>每次开店</translation>
        </message>
        <message>
            <source>Branch</source>
            <translation>门店</translation>
        </message>
        <message>
            <source>Chart</source>
            <translation>图表</translation>
        </message>
        <message>
            <source>Chart of the report</source>
            <translation>报表图表</translation>
        </message>
        <message>
            <source>Choose a report and press Prepare by itself.</source>
            <translation>选择报表，然后按“自动编制”。</translation>
        </message>
        <message>
            <source>Choose a report, then press Show</source>
            <translation>选择报表，然后按“显示”</translation>
        </message>
        <message>
            <source>Choose how often: opening, daily, weekly or monthly.</source>
            <translation>请选择频率：开店时、每日、每周或每月。</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Copied. Paste it where it is needed, then copy something else.</source>
            <translation>已复制。贴到需要的地方后，请再复制其他内容。</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Could not be made</source>
            <translation>未能编制</translation>
        </message>
        <message>
            <source>CSV, for other programs</source>
            <translation>CSV（供其他程序使用）</translation>
        </message>
        <message>
            <source>Department</source>
            <translation>部门</translation>
        </message>
        <message>
            <source>Departments…</source>
            <translation>部门…</translation>
        </message>
        <message>
            <source>e.g. call those whose repairs are ready</source>
            <translation>例如：致电维修已完成的顾客</translation>
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
            <translation>数字来自本电脑，无需连接。</translation>
        </message>
        <message>
            <source>Figures of the report</source>
            <translation>报表数字</translation>
        </message>
        <message>
            <source>File</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>From</source>
            <translation>由</translation>
        </message>
        <message>
            <source>Give the file a name that ends in .pdf, .xlsx, .csv or .json.</source>
            <translation>请使用以 .pdf、.xlsx、.csv 或 .json 结尾的文件名。</translation>
        </message>
        <message>
            <source>How far it is</source>
            <translation>进度</translation>
        </message>
        <message>
            <source>How it is computed</source>
            <translation>计算方法</translation>
        </message>
        <message>
            <source>How often</source>
            <translation>多久一次</translation>
        </message>
        <message>
            <source>I have it</source>
            <translation>已记下</translation>
        </message>
        <message>
            <source>Internal</source>
            <translation>内部文件</translation>
        </message>
        <message>
            <source>It is prepared from now on.</source>
            <translation>由现在起会自动编制。</translation>
        </message>
        <message>
            <source>It names customers. Whoever opens it needs this password; tell it another way than you send the file. It is shown only now.</source>
            <translation>文件载有顾客姓名。打开时需要此密码；请以传送文件以外的方式告知对方。密码只在此刻显示。</translation>
        </message>
        <message>
            <source>It names customers: printing it counts as rows you take out.</source>
            <translation>载有顾客姓名：打印会计入您取出的行数。</translation>
        </message>
        <message>
            <source>Keep it on the page Reports</source>
            <translation>保留在“报表”页</translation>
        </message>
        <message>
            <source>Kept. It counts from now on.</source>
            <translation>已保存，立即生效。</translation>
        </message>
        <message>
            <source>Larger</source>
            <translation>放大</translation>
        </message>
        <message>
            <source>Last 30 days</source>
            <translation>过去 30 天</translation>
        </message>
        <message>
            <source>Last 365 days</source>
            <translation>过去 365 天</translation>
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
            <translation>详细程度</translation>
        </message>
        <message>
            <source>Look at it</source>
            <translation>查看</translation>
        </message>
        <message>
            <source>Make follow-ups…</source>
            <translation>建立跟进…</translation>
        </message>
        <message>
            <source>Narrow</source>
            <translation>筛选</translation>
        </message>
        <message>
            <source>Narrow ({n})</source>
            <translation>筛选（{n}）</translation>
        </message>
        <message>
            <source>Next page</source>
            <translation>下一页</translation>
        </message>
        <message>
            <source>No customer here has the number “{number}”. Look her up: it stands on her card.</source>
            <translation>这里没有编号为“{number}”的顾客。请先查找：编号在顾客卡上。</translation>
        </message>
        <message>
            <source>No paper waits</source>
            <translation>没有待印文件</translation>
        </message>
        <message>
            <source>No report is prepared by itself</source>
            <translation>没有自动编制的报表</translation>
        </message>
        <message>
            <source>No rows</source>
            <translation>没有数据</translation>
        </message>
        <message>
            <source>Nobody is in this report, so there is nothing to write to a file.</source>
            <translation>此报表没有任何人，无须写成文件。</translation>
        </message>
        <message>
            <source>Nothing matches what was asked for.</source>
            <translation>没有符合所选条件的数据。</translation>
        </message>
        <message>
            <source>Nothing was prepared yet</source>
            <translation>尚未编制任何报表</translation>
        </message>
        <message>
            <source>Own dates</source>
            <translation>自订日期</translation>
        </message>
        <message>
            <source>Page before</source>
            <translation>上一页</translation>
        </message>
        <message>
            <source>Page {page} of {pages}</source>
            <translation>第 {page} 页，共 {pages} 页</translation>
        </message>
        <message>
            <source>Paper</source>
            <translation>纸张</translation>
        </message>
        <message>
            <source>Papers waiting</source>
            <translation>待印文件</translation>
        </message>
        <message>
            <source>Password of the file</source>
            <translation>文件密码</translation>
        </message>
        <message>
            <source>PDF, to print or send</source>
            <translation>PDF（打印或传送）</translation>
        </message>
        <message>
            <source>People of the department</source>
            <translation>部门成员</translation>
        </message>
        <message>
            <source>Period</source>
            <translation>期间</translation>
        </message>
        <message>
            <source>Personal data</source>
            <translation>个人信息</translation>
        </message>
        <message>
            <source>Prepare by itself</source>
            <translation>自动编制</translation>
        </message>
        <message>
            <source>Prepare by itself…</source>
            <translation>自动编制…</translation>
        </message>
        <message>
            <source>Prepare it</source>
            <translation>开始编制</translation>
        </message>
        <message>
            <source>Prepared</source>
            <translation>已编制</translation>
        </message>
        <message>
            <source>Prepared ({n} new)</source>
            <translation>已编制（{n} 份未看）</translation>
        </message>
        <message>
            <source>Prepared by themselves</source>
            <translation>自动编制的报表</translation>
        </message>
        <message>
            <source>Prepared reports</source>
            <translation>已编制的报表</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>预览</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>Print a report</source>
            <translation>打印报表</translation>
        </message>
        <message>
            <source>Print again</source>
            <translation>再打印</translation>
        </message>
        <message>
            <source>Print it by itself</source>
            <translation>自动打印</translation>
        </message>
        <message>
            <source>Printed</source>
            <translation>已打印</translation>
        </message>
        <message>
            <source>Printer</source>
            <translation>打印机</translation>
        </message>
        <message>
            <source>Printing…</source>
            <translation>打印中…</translation>
        </message>
        <message>
            <source>Print…</source>
            <translation>打印…</translation>
        </message>
        <message>
            <source>Read</source>
            <translation>已阅</translation>
        </message>
        <message>
            <source>Reading the figures…</source>
            <translation>正在读取数字…</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>Reports</source>
            <translation>报表</translation>
        </message>
        <message>
            <source>Reports and their levels of detail</source>
            <translation>报表及详细程度</translation>
        </message>
        <message>
            <source>Reports are for managers</source>
            <translation>报表供经理使用</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Save a report</source>
            <translation>保存报表</translation>
        </message>
        <message>
            <source>Save as…</source>
            <translation>另存为…</translation>
        </message>
        <message>
            <source>Saved, and locked</source>
            <translation>已保存并加密</translation>
        </message>
        <message>
            <source>Saved: {path}</source>
            <translation>已保存：{path}</translation>
        </message>
        <message>
            <source>Save…</source>
            <translation>保存…</translation>
        </message>
        <message>
            <source>Sent to the printer</source>
            <translation>已传送至打印机</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>显示</translation>
        </message>
        <message>
            <source>Smaller</source>
            <translation>缩小</translation>
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
            <translation>日期请选 {first} 至 {last} 之间。</translation>
        </message>
        <message>
            <source>The department “{department}” may not see this anyway.</source>
            <translation>部门“{department}”本来就不可查看此项。</translation>
        </message>
        <message>
            <source>The paper is kept: it can be printed again under “Papers waiting”.</source>
            <translation>文件已保留，可在“待印文件”再打印。</translation>
        </message>
        <message>
            <source>The period ends on {until}, before it begins on {since}. Change one of the two dates.</source>
            <translation>期间结束日 {until} 早于开始日 {since}，请更改其中一个日期。</translation>
        </message>
        <message>
            <source>The {n} largest are drawn; the table has all.</source>
            <translation>图中为前 {n} 项，全部见下表。</translation>
        </message>
        <message>
            <source>This month</source>
            <translation>本月</translation>
        </message>
        <message>
            <source>This paper is not here any more. Run the report again.</source>
            <translation>此份报表已不在，请重新制作。</translation>
        </message>
        <message>
            <source>This PC knows of no branch “{code}”.</source>
            <translation>这台电脑没有“{code}”门店的数据。</translation>
        </message>
        <message>
            <source>This quarter</source>
            <translation>本季</translation>
        </message>
        <message>
            <source>This report is about one at a time. Say which: {name} (--filter {name}=…).</source>
            <translation>此报表每次只关于一项，请指明：{name}（--filter {name}=…）。</translation>
        </message>
        <message>
            <source>This report names customers. It is noted in the audit log that you took it out, and what for; it must not leave the shop.</source>
            <translation>此报表载有顾客姓名。审计日志会记下由您取出及其用途；不得带离门店。</translation>
        </message>
        <message>
            <source>This report would have more than {most} rows. Take a shorter period, one branch, or a level with less detail.</source>
            <translation>此报表将超过 {most} 行。请缩短期间、只选一间门店，或选较简略的层次。</translation>
        </message>
        <message>
            <source>This subscription is not yours, or has ended.</source>
            <translation>此订阅不属于您，或已终止。</translation>
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
            <translation>今天</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>总额</translation>
        </message>
        <message>
            <source>Unread</source>
            <translation>未读</translation>
        </message>
        <message>
            <source>What a printer did not take is kept here.</source>
            <translation>打印机未能印出的文件会保留在此。</translation>
        </message>
        <message>
            <source>What departments may see</source>
            <translation>部门可看的报表</translation>
        </message>
        <message>
            <source>What is it needed for?</source>
            <translation>用途是什么？</translation>
        </message>
        <message>
            <source>When it is there</source>
            <translation>完成后</translation>
        </message>
        <message>
            <source>Whoever is not granted a report sees none of it. Each change is noted.</source>
            <translation>未获授权者完全看不到该报表。每次更改均会记录。</translation>
        </message>
        <message>
            <source>Writing the file…</source>
            <translation>正在写入文件…</translation>
        </message>
        <message>
            <source>XLSX, for Excel</source>
            <translation>XLSX（供 Excel 使用）</translation>
        </message>
        <message>
            <source>Yesterday</source>
            <translation>昨天</translation>
        </message>
        <message>
            <source>{branch} (closed)</source>
            <translation>{branch}（已结业）</translation>
        </message>
        <message>
            <source>{branch}: as of {at}</source>
            <translation>{branch}：截至 {at}</translation>
        </message>
        <message>
            <source>{branch}: OLD, as of {at}</source>
            <translation>{branch}：过时，截至 {at}</translation>
        </message>
        <message>
            <source>{every}, last for {day}</source>
            <translation>{every}，上次为 {day}</translation>
        </message>
        <message>
            <source>{n} more branches</source>
            <translation>另外 {n} 间门店</translation>
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
            <translation>{n} 份报表未能打印，在“报表”页等候。</translation>
        </message>
        <message>
            <source>{n} row</source>
            <translation>{n} 行</translation>
        </message>
        <message>
            <source>{n} row left today</source>
            <translation>今天还剩 {n} 行</translation>
        </message>
        <message>
            <source>{n} rows</source>
            <translation>{n} 行</translation>
        </message>
        <message>
            <source>{n} rows are too long for a roll of 80 mm. Take A4, or a level with less detail.</source>
            <translation>{n} 行对 80 毫米纸卷来说太长。请用 A4，或选较简略的层次。</translation>
        </message>
        <message>
            <source>{n} rows left for you today</source>
            <translation>今天您尚可取出 {n} 行</translation>
        </message>
        <message>
            <source>{n} rows; the first {shown} are shown</source>
            <translation>{n} 行；显示首 {shown} 行</translation>
        </message>
        <message>
            <source>{path} is a folder. Name the file in it.</source>
            <translation>{path} 是文件夹，请写上其中的文件名称。</translation>
        </message>
        <message>
            <source>“{department}” is no department. Take one of: {known}.</source>
            <translation>没有部门“{department}”。可选：{known}。</translation>
        </message>
        <message>
            <source>“{name}” has no level of detail “{detail}”. Take one of: {known}.</source>
            <translation>“{name}”没有“{detail}”这个层次，可选：{known}。</translation>
        </message>
        <message>
            <source>“{name}” is no period. Take one of: {known}.</source>
            <translation>“{name}”不是期间名称，可选：{known}。</translation>
        </message>
        <message>
            <source>“{name}” is no report. Take one of: {known}.</source>
            <translation>“{name}”不是报表名称，可选：{known}。</translation>
        </message>
        <message>
            <source>“{name}” is not laid out for {paper}. Take one of: {known}.</source>
            <translation>“{name}”没有 {paper} 的版面，请选：{known}。</translation>
        </message>
        <message>
            <source>“{report}” cannot be narrowed by “{name}”. It can be by: {known}.</source>
            <translation>“{report}”不可按“{name}”筛选。可按：{known}。</translation>
        </message>
    </context>
</TS>
