<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>JewelCRM</name>
        <message>
            <source>Birthdays</source>
            <translation>生日</translation>
        </message>
        <message>
            <source>Birthdays and anniversaries, next 14 days</source>
            <translation>未来 14 天的生日及周年</translation>
        </message>
        <message>
            <source>Copy the phone number</source>
            <translation>复制电话号码</translation>
        </message>
        <message>
            <source>Due today</source>
            <translation>今天到期</translation>
        </message>
        <message>
            <source>due today</source>
            <translation>今天到期</translation>
        </message>
        <message>
            <source>Everybody's</source>
            <translation>所有人</translation>
        </message>
        <message>
            <source>Follow-up</source>
            <translation>跟进</translation>
        </message>
        <message>
            <source>Mine</source>
            <translation>我的</translation>
        </message>
        <message>
            <source>Money due</source>
            <translation>应收款项</translation>
        </message>
        <message>
            <source>New follow-up</source>
            <translation>新跟进</translation>
        </message>
        <message>
            <source>No birthdays are near. Ask for birthdays: the month is enough.</source>
            <translation>近期没有生日。可询问顾客生日：只需月份。</translation>
        </message>
        <message>
            <source>no consent to marketing: do not send offers</source>
            <translation>未同意营销：请勿发送优惠</translation>
        </message>
        <message>
            <source>No payment is due.</source>
            <translation>没有应收款项。</translation>
        </message>
        <message>
            <source>Nothing is due. Use the time to complete a card.</source>
            <translation>没有到期事项。不妨补全一张客户卡。</translation>
        </message>
        <message>
            <source>Nothing is overdue.</source>
            <translation>没有逾期事项。</translation>
        </message>
        <message>
            <source>Nothing is promised for today.</source>
            <translation>今天没有承诺交货。</translation>
        </message>
        <message>
            <source>Nothing is waiting to be collected.</source>
            <translation>没有待取的货品。</translation>
        </message>
        <message>
            <source>Open card</source>
            <translation>打开客户卡</translation>
        </message>
        <message>
            <source>Open order</source>
            <translation>打开订单</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>逾期</translation>
        </message>
        <message>
            <source>Payment</source>
            <translation>付款</translation>
        </message>
        <message>
            <source>Promised today</source>
            <translation>承诺今天交货</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>可取件</translation>
        </message>
        <message>
            <source>Ready and not collected</source>
            <translation>可取件但未取</translation>
        </message>
        <message>
            <source>ready today</source>
            <translation>今天备妥</translation>
        </message>
        <message>
            <source>rush order</source>
            <translation>加急</translation>
        </message>
        <message>
            <source>Show all {n}</source>
            <translation>显示全部 {n} 项</translation>
        </message>
        <message>
            <source>this month</source>
            <translation>本月</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>Unread</source>
            <translation>未读</translation>
        </message>
        <message>
            <source>waiting for {n} day</source>
            <translation>已等候 {n} 天</translation>
        </message>
        <message>
            <source>waiting for {n} days</source>
            <translation>已等候 {n} 天</translation>
        </message>
        <message>
            <source>Whose follow-ups</source>
            <translation>谁的跟进</translation>
        </message>
        <message>
            <source>{amount} to pay</source>
            <translation>尚欠 {amount}</translation>
        </message>
        <message>
            <source>{n} day late</source>
            <translation>逾期 {n} 天</translation>
        </message>
        <message>
            <source>{n} days late</source>
            <translation>逾期 {n} 天</translation>
        </message>
        <message>
            <source>{what} {when}</source>
            <translation>{what}：{when}</translation>
        </message>
    </context>
</TS>
