<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_HK" sourcelanguage="en">
    <context>
        <name>JewelCRM</name>
        <message>
            <source>Birthdays</source>
            <translation>生日</translation>
        </message>
        <message>
            <source>Birthdays and anniversaries, next 14 days</source>
            <translation>未來 14 天的生日及週年</translation>
        </message>
        <message>
            <source>Copy the phone number</source>
            <translation>複製電話號碼</translation>
        </message>
        <message>
            <source>Due today</source>
            <translation>今日到期</translation>
        </message>
        <message>
            <source>due today</source>
            <translation>今日到期</translation>
        </message>
        <message>
            <source>Everybody's</source>
            <translation>所有人</translation>
        </message>
        <message>
            <source>Follow-up</source>
            <translation>跟進</translation>
        </message>
        <message>
            <source>Mine</source>
            <translation>我的</translation>
        </message>
        <message>
            <source>Money due</source>
            <translation>應收款項</translation>
        </message>
        <message>
            <source>New follow-up</source>
            <translation>新跟進</translation>
        </message>
        <message>
            <source>No birthdays are near. Ask for birthdays: the month is enough.</source>
            <translation>近期沒有生日。可詢問顧客生日：只需月份。</translation>
        </message>
        <message>
            <source>no consent to marketing: do not send offers</source>
            <translation>未同意促銷：請勿發送優惠</translation>
        </message>
        <message>
            <source>No payment is due.</source>
            <translation>沒有應收款項。</translation>
        </message>
        <message>
            <source>Nothing is due. Use the time to complete a card.</source>
            <translation>沒有到期事項。不妨補全一張資料卡。</translation>
        </message>
        <message>
            <source>Nothing is overdue.</source>
            <translation>沒有逾期事項。</translation>
        </message>
        <message>
            <source>Nothing is promised for today.</source>
            <translation>今日沒有承諾交貨。</translation>
        </message>
        <message>
            <source>Nothing is waiting to be collected.</source>
            <translation>沒有待取的貨品。</translation>
        </message>
        <message>
            <source>Open card</source>
            <translation>開啟資料卡</translation>
        </message>
        <message>
            <source>Open order</source>
            <translation>開啟訂單</translation>
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
            <translation>承諾今日交貨</translation>
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
            <translation>今日備妥</translation>
        </message>
        <message>
            <source>rush order</source>
            <translation>加急</translation>
        </message>
        <message>
            <source>Show all {n}</source>
            <translation>顯示全部 {n} 項</translation>
        </message>
        <message>
            <source>this month</source>
            <translation>本月</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今日</translation>
        </message>
        <message>
            <source>Unread</source>
            <translation>未讀</translation>
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
            <translation>誰的跟進</translation>
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
