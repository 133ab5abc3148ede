<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>JewelCRM</name>
        <message>
            <source>All this PC knows of</source>
            <translation>本机已知的全部门店</translation>
        </message>
        <message>
            <source>as before</source>
            <translation>与上期相同</translation>
        </message>
        <message>
            <source>as of {at}</source>
            <translation>截至 {at}</translation>
        </message>
        <message>
            <source>Average order</source>
            <translation>平均每单</translation>
        </message>
        <message>
            <source>Call: your order is ready</source>
            <translation>致电：您的订单已完成</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Customers who have not agreed to be told of offers are left out.</source>
            <translation>未同意接收推广的顾客会略过。</translation>
        </message>
        <message>
            <source>Dashboard</source>
            <translation>业绩概览</translation>
        </message>
        <message>
            <source>Dotted: the period before</source>
            <translation>虚线：上一期</translation>
        </message>
        <message>
            <source>Follow-ups in time</source>
            <translation>准时跟进</translation>
        </message>
        <message>
            <source>Follow-ups overdue</source>
            <translation>逾期跟进</translation>
        </message>
        <message>
            <source>For {n} customer</source>
            <translation>为 {n} 位顾客</translation>
        </message>
        <message>
            <source>For {n} customers</source>
            <translation>为 {n} 位顾客</translation>
        </message>
        <message>
            <source>For {n} order</source>
            <translation>为 {n} 张订单</translation>
        </message>
        <message>
            <source>For {n} orders</source>
            <translation>为 {n} 张订单</translation>
        </message>
        <message>
            <source>in per cent</source>
            <translation>百分比</translation>
        </message>
        <message>
            <source>Late orders</source>
            <translation>逾期订单</translation>
        </message>
        <message>
            <source>Make follow-ups</source>
            <translation>建立跟进</translation>
        </message>
        <message>
            <source>Make follow-ups…</source>
            <translation>建立跟进…</translation>
        </message>
        <message>
            <source>Make them</source>
            <translation>建立</translation>
        </message>
        <message>
            <source>Mark all</source>
            <translation>全选</translation>
        </message>
        <message>
            <source>Mine</source>
            <translation>我的</translation>
        </message>
        <message>
            <source>More about it</source>
            <translation>详情</translation>
        </message>
        <message>
            <source>Net sales</source>
            <translation>净销售额</translation>
        </message>
        <message>
            <source>Net sales by person</source>
            <translation>各人净销售额</translation>
        </message>
        <message>
            <source>New customers</source>
            <translation>新客</translation>
        </message>
        <message>
            <source>No order is open.</source>
            <translation>没有未完成的订单。</translation>
        </message>
        <message>
            <source>No orders are behind this figure</source>
            <translation>这个数字没有订单</translation>
        </message>
        <message>
            <source>Nobody has sold anything yet.</source>
            <translation>未有销售。</translation>
        </message>
        <message>
            <source>Nobody in particular</source>
            <translation>未指定</translation>
        </message>
        <message>
            <source>Nothing was sold in this period yet.</source>
            <translation>这段期间未有销售。</translation>
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
            <translation>未完成订单（按阶段）</translation>
        </message>
        <message>
            <source>Orders</source>
            <translation>订单</translation>
        </message>
        <message>
            <source>Other periods get their part of it. Empty: no target.</source>
            <translation>其他期间按比例计算。留空即没有目标。</translation>
        </message>
        <message>
            <source>Owed and overdue</source>
            <translation>逾期欠款</translation>
        </message>
        <message>
            <source>Period</source>
            <translation>期间</translation>
        </message>
        <message>
            <source>Ready, not collected</source>
            <translation>已完成待取</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>已保存。</translation>
        </message>
        <message>
            <source>Takings</source>
            <translation>收款</translation>
        </message>
        <message>
            <source>Targets of a month</source>
            <translation>每月目标</translation>
        </message>
        <message>
            <source>Targets…</source>
            <translation>目标…</translation>
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
            <translation>没有这种目标。</translation>
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
            <translation>这个目标无法达到，请输入较小的数字。</translation>
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
            <translation>今天</translation>
        </message>
        <message>
            <source>What is to be done</source>
            <translation>要做的事</translation>
        </message>
        <message>
            <source>Who does it</source>
            <translation>由谁跟进</translation>
        </message>
        <message>
            <source>Whose figures</source>
            <translation>谁的数字</translation>
        </message>
        <message>
            <source>Your own figures</source>
            <translation>您的数字</translation>
        </message>
        <message>
            <source>{days}: {now} (before: {before})</source>
            <translation>{days}：{now}（上期：{before}）</translation>
        </message>
        <message>
            <source>{n} follow-up made</source>
            <translation>已建立 {n} 个跟进</translation>
        </message>
        <message>
            <source>{n} follow-ups made</source>
            <translation>已建立 {n} 个跟进</translation>
        </message>
        <message>
            <source>{n} had this to do already</source>
            <translation>{n} 个已有此跟进</translation>
        </message>
        <message>
            <source>{n} have not agreed to be told of offers</source>
            <translation>{n} 位未同意接收推广</translation>
        </message>
        <message>
            <source>{n} marked</source>
            <translation>已选 {n} 张</translation>
        </message>
        <message>
            <source>{n} order</source>
            <translation>{n} 张订单</translation>
        </message>
        <message>
            <source>{n} orders</source>
            <translation>{n} 张订单</translation>
        </message>
        <message>
            <source>{n} points</source>
            <translation>{n} 个百分点</translation>
        </message>
        <message>
            <source>▲ ▼ against {days}</source>
            <translation>▲ ▼ 与 {days} 比较</translation>
        </message>
    </context>
</TS>
