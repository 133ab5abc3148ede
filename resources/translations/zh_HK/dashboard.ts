<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_HK" sourcelanguage="en">
    <context>
        <name>JewelCRM</name>
        <message>
            <source>All this PC knows of</source>
            <translation>本機已知的全部分店</translation>
        </message>
        <message>
            <source>as before</source>
            <translation>與上期相同</translation>
        </message>
        <message>
            <source>as of {at}</source>
            <translation>截至 {at}</translation>
        </message>
        <message>
            <source>Average order</source>
            <translation>平均每單</translation>
        </message>
        <message>
            <source>Call: your order is ready</source>
            <translation>致電：您的訂單已完成</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>關閉</translation>
        </message>
        <message>
            <source>Customers who have not agreed to be told of offers are left out.</source>
            <translation>未同意接收推廣的顧客會略過。</translation>
        </message>
        <message>
            <source>Dashboard</source>
            <translation>業績概覽</translation>
        </message>
        <message>
            <source>Dotted: the period before</source>
            <translation>虛線：上一期</translation>
        </message>
        <message>
            <source>Follow-ups in time</source>
            <translation>準時跟進</translation>
        </message>
        <message>
            <source>Follow-ups overdue</source>
            <translation>逾期跟進</translation>
        </message>
        <message>
            <source>For {n} customer</source>
            <translation>為 {n} 位顧客</translation>
        </message>
        <message>
            <source>For {n} customers</source>
            <translation>為 {n} 位顧客</translation>
        </message>
        <message>
            <source>For {n} order</source>
            <translation>為 {n} 張訂單</translation>
        </message>
        <message>
            <source>For {n} orders</source>
            <translation>為 {n} 張訂單</translation>
        </message>
        <message>
            <source>in per cent</source>
            <translation>百分比</translation>
        </message>
        <message>
            <source>Late orders</source>
            <translation>逾期訂單</translation>
        </message>
        <message>
            <source>Make follow-ups</source>
            <translation>建立跟進</translation>
        </message>
        <message>
            <source>Make follow-ups…</source>
            <translation>建立跟進…</translation>
        </message>
        <message>
            <source>Make them</source>
            <translation>建立</translation>
        </message>
        <message>
            <source>Mark all</source>
            <translation>全選</translation>
        </message>
        <message>
            <source>Mine</source>
            <translation>我的</translation>
        </message>
        <message>
            <source>More about it</source>
            <translation>詳情</translation>
        </message>
        <message>
            <source>Net sales</source>
            <translation>淨銷售額</translation>
        </message>
        <message>
            <source>Net sales by person</source>
            <translation>各人淨銷售額</translation>
        </message>
        <message>
            <source>New customers</source>
            <translation>新客</translation>
        </message>
        <message>
            <source>No order is open.</source>
            <translation>沒有未完成的訂單。</translation>
        </message>
        <message>
            <source>No orders are behind this figure</source>
            <translation>這個數字沒有訂單</translation>
        </message>
        <message>
            <source>Nobody has sold anything yet.</source>
            <translation>未有銷售。</translation>
        </message>
        <message>
            <source>Nobody in particular</source>
            <translation>未指定</translation>
        </message>
        <message>
            <source>Nothing was sold in this period yet.</source>
            <translation>這段期間未有銷售。</translation>
        </message>
        <message>
            <source>of {target}: {gap} over</source>
            <translation>超出 {gap} / {target}</translation>
        </message>
        <message>
            <source>of {target}: {gap} to go</source>
            <translation>差 {gap} / {target}</translation>
        </message>
        <message>
            <source>On</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Open orders by stage</source>
            <translation>未完成訂單（按階段）</translation>
        </message>
        <message>
            <source>Orders</source>
            <translation>訂單</translation>
        </message>
        <message>
            <source>Other periods get their part of it. Empty: no target.</source>
            <translation>其他期間按比例計算。留空即沒有目標。</translation>
        </message>
        <message>
            <source>Owed and overdue</source>
            <translation>逾期欠款</translation>
        </message>
        <message>
            <source>Period</source>
            <translation>期間</translation>
        </message>
        <message>
            <source>Ready, not collected</source>
            <translation>已完成待取</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>已儲存。</translation>
        </message>
        <message>
            <source>Takings</source>
            <translation>收款</translation>
        </message>
        <message>
            <source>Targets of a month</source>
            <translation>每月目標</translation>
        </message>
        <message>
            <source>Targets…</source>
            <translation>目標…</translation>
        </message>
        <message>
            <source>The same days of the period before: {figure}</source>
            <translation>上期同日：{figure}</translation>
        </message>
        <message>
            <source>The shop</source>
            <translation>全店</translation>
        </message>
        <message>
            <source>There is no target of this kind.</source>
            <translation>沒有這種目標。</translation>
        </message>
        <message>
            <source>This month</source>
            <translation>本月</translation>
        </message>
        <message>
            <source>This quarter</source>
            <translation>本季</translation>
        </message>
        <message>
            <source>This target cannot be reached. Type a smaller figure.</source>
            <translation>這個目標無法達到，請輸入較小的數字。</translation>
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
            <source>Today</source>
            <translation>今日</translation>
        </message>
        <message>
            <source>What is to be done</source>
            <translation>要做的事</translation>
        </message>
        <message>
            <source>Who does it</source>
            <translation>由誰跟進</translation>
        </message>
        <message>
            <source>Whose figures</source>
            <translation>誰的數字</translation>
        </message>
        <message>
            <source>Your own figures</source>
            <translation>您的數字</translation>
        </message>
        <message>
            <source>{days}: {now} (before: {before})</source>
            <translation>{days}：{now}（上期：{before}）</translation>
        </message>
        <message>
            <source>{n} follow-up made</source>
            <translation>已建立 {n} 個跟進</translation>
        </message>
        <message>
            <source>{n} follow-ups made</source>
            <translation>已建立 {n} 個跟進</translation>
        </message>
        <message>
            <source>{n} had this to do already</source>
            <translation>{n} 個已有此跟進</translation>
        </message>
        <message>
            <source>{n} have not agreed to be told of offers</source>
            <translation>{n} 位未同意接收推廣</translation>
        </message>
        <message>
            <source>{n} marked</source>
            <translation>已選 {n} 張</translation>
        </message>
        <message>
            <source>{n} order</source>
            <translation>{n} 張訂單</translation>
        </message>
        <message>
            <source>{n} orders</source>
            <translation>{n} 張訂單</translation>
        </message>
        <message>
            <source>{n} points</source>
            <translation>{n} 個百分點</translation>
        </message>
        <message>
            <source>▲ ▼ against {days}</source>
            <translation>▲ ▼ 與 {days} 比較</translation>
        </message>
    </context>
</TS>
