<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_HK" sourcelanguage="en">
    <context>
        <name>JewelCRM</name>
        <message>
            <source>A rule has 1 to {most} steps.</source>
            <translation>每項規則有 1 至 {most} 個步驟。</translation>
        </message>
        <message>
            <source>A step is at most a year before or after the day.</source>
            <translation>步驟最多為該日前後一年。</translation>
        </message>
        <message>
            <source>A wish is wanted soon: tell the customer what we have</source>
            <translation>心水日期將到：告訴顧客現有貨品</translation>
        </message>
        <message>
            <source>A wish is wanted today: call the customer</source>
            <translation>心水日期是今日：致電顧客</translation>
        </message>
        <message>
            <source>A wish was wanted: call the customer</source>
            <translation>心水日期已過：致電顧客</translation>
        </message>
        <message>
            <source>A word about it</source>
            <translation>補充一句</translation>
        </message>
        <message>
            <source>After a purchase: thank the customer</source>
            <translation>購買後：向顧客致謝</translation>
        </message>
        <message>
            <source>After a purchase: thank the customer and offer a check and clean</source>
            <translation>購買後：向顧客致謝，並提供檢查及清洗</translation>
        </message>
        <message>
            <source>All read</source>
            <translation>全部已讀</translation>
        </message>
        <message>
            <source>Anniversary</source>
            <translation>週年</translation>
        </message>
        <message>
            <source>Anniversary soon: offer help with a gift</source>
            <translation>週年將到：協助選購禮物</translation>
        </message>
        <message>
            <source>Anniversary today: send a greeting</source>
            <translation>今日週年：致送祝賀</translation>
        </message>
        <message>
            <source>Anniversary: send a belated greeting</source>
            <translation>週年已過：補送祝賀</translation>
        </message>
        <message>
            <source>Balance due</source>
            <translation>尾數到期</translation>
        </message>
        <message>
            <source>Balance is due soon: remind the customer</source>
            <translation>尾數快到期：提醒顧客</translation>
        </message>
        <message>
            <source>Balance is due today: remind the customer</source>
            <translation>尾數今日到期：提醒顧客</translation>
        </message>
        <message>
            <source>Balance is overdue: call the customer</source>
            <translation>尾數逾期：致電顧客</translation>
        </message>
        <message>
            <source>Balance is overdue: manager to decide</source>
            <translation>尾數逾期：由經理決定</translation>
        </message>
        <message>
            <source>Birthday</source>
            <translation>生日</translation>
        </message>
        <message>
            <source>Birthday in the family soon: offer help with a gift</source>
            <translation>家人生日將到：協助選購禮物</translation>
        </message>
        <message>
            <source>Birthday soon: send a greeting</source>
            <translation>生日將到：致送祝賀</translation>
        </message>
        <message>
            <source>Birthday today: send a greeting</source>
            <translation>今日生日：致送祝賀</translation>
        </message>
        <message>
            <source>Birthday: send a belated greeting</source>
            <translation>生日已過：補送祝賀</translation>
        </message>
        <message>
            <source>Bought</source>
            <translation>已購買</translation>
        </message>
        <message>
            <source>By when</source>
            <translation>限期</translation>
        </message>
        <message>
            <source>Call about the jade bangle</source>
            <translation>致電商討玉鈪</translation>
        </message>
        <message>
            <source>Choose a day after today.</source>
            <translation>請選擇今日之後的日子。</translation>
        </message>
        <message>
            <source>Choose somebody who works here.</source>
            <translation>請選擇本店員工。</translation>
        </message>
        <message>
            <source>Choose what came of it.</source>
            <translation>請選擇結果。</translation>
        </message>
        <message>
            <source>Close follow-up</source>
            <translation>完成跟進</translation>
        </message>
        <message>
            <source>Collected</source>
            <translation>已取件</translation>
        </message>
        <message>
            <source>Comes on Saturday with the family</source>
            <translation>星期六與母親同來</translation>
        </message>
        <message>
            <source>Coming</source>
            <translation>將到期</translation>
        </message>
        <message>
            <source>Confirmed in writing</source>
            <translation>已書面確認</translation>
        </message>
        <message>
            <source>Customer (may be empty)</source>
            <translation>顧客（可留空）</translation>
        </message>
        <message>
            <source>Customer archived</source>
            <translation>顧客已收起</translation>
        </message>
        <message>
            <source>Date changed</source>
            <translation>日期已更改</translation>
        </message>
        <message>
            <source>Deposit due</source>
            <translation>訂金到期</translation>
        </message>
        <message>
            <source>Deposit is due soon: remind the customer</source>
            <translation>訂金快到期：提醒顧客</translation>
        </message>
        <message>
            <source>Deposit is due today: remind the customer</source>
            <translation>訂金今日到期：提醒顧客</translation>
        </message>
        <message>
            <source>Deposit is overdue: call the customer</source>
            <translation>訂金逾期：致電顧客</translation>
        </message>
        <message>
            <source>Deposit is overdue: manager to decide</source>
            <translation>訂金逾期：由經理決定</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>完成</translation>
        </message>
        <message>
            <source>Due now</source>
            <translation>現在到期</translation>
        </message>
        <message>
            <source>Due today</source>
            <translation>今日到期</translation>
        </message>
        <message>
            <source>Everybody's</source>
            <translation>所有人</translation>
        </message>
        <message>
            <source>Follow-up added</source>
            <translation>已新增跟進</translation>
        </message>
        <message>
            <source>Follow-up closed</source>
            <translation>跟進已完成</translation>
        </message>
        <message>
            <source>Follow-ups</source>
            <translation>跟進</translation>
        </message>
        <message>
            <source>Followed by the next reminder</source>
            <translation>由下一提示取代</translation>
        </message>
        <message>
            <source>for {name}</source>
            <translation>由{name}跟進</translation>
        </message>
        <message>
            <source>Give it</source>
            <translation>交付</translation>
        </message>
        <message>
            <source>Give to somebody</source>
            <translation>交給其他人</translation>
        </message>
        <message>
            <source>Given to {name}</source>
            <translation>已交給{name}</translation>
        </message>
        <message>
            <source>In 3 days</source>
            <translation>3 天後</translation>
        </message>
        <message>
            <source>In a month</source>
            <translation>一個月後</translation>
        </message>
        <message>
            <source>In a week</source>
            <translation>一星期後</translation>
        </message>
        <message>
            <source>In two weeks</source>
            <translation>兩星期後</translation>
        </message>
        <message>
            <source>Instalment due</source>
            <translation>分期付款到期</translation>
        </message>
        <message>
            <source>Instalment is due soon: remind the customer</source>
            <translation>分期付款快到期：提醒顧客</translation>
        </message>
        <message>
            <source>Instalment is due today: remind the customer</source>
            <translation>分期付款今日到期：提醒顧客</translation>
        </message>
        <message>
            <source>Instalment is overdue: call the customer</source>
            <translation>分期付款逾期：致電顧客</translation>
        </message>
        <message>
            <source>Instalment is overdue: manager to decide</source>
            <translation>分期付款逾期：由經理決定</translation>
        </message>
        <message>
            <source>Left a message</source>
            <translation>已留言</translation>
        </message>
        <message>
            <source>Made an appointment</source>
            <translation>已預約</translation>
        </message>
        <message>
            <source>Made by a rule</source>
            <translation>由規則產生</translation>
        </message>
        <message>
            <source>Made by hand</source>
            <translation>自行新增</translation>
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
            <source>New customer: say welcome</source>
            <translation>新顧客：致電歡迎</translation>
        </message>
        <message>
            <source>New customer: say welcome and complete the card</source>
            <translation>新顧客：致電歡迎並補全資料</translation>
        </message>
        <message>
            <source>New follow-up</source>
            <translation>新跟進</translation>
        </message>
        <message>
            <source>No answer</source>
            <translation>無人接聽</translation>
        </message>
        <message>
            <source>No consent to marketing</source>
            <translation>未同意促銷</translation>
        </message>
        <message>
            <source>no customer</source>
            <translation>沒有顧客</translation>
        </message>
        <message>
            <source>No time today</source>
            <translation>今日沒有時間</translation>
        </message>
        <message>
            <source>Nobody answered</source>
            <translation>無人接聽</translation>
        </message>
        <message>
            <source>Not interested</source>
            <translation>沒有興趣</translation>
        </message>
        <message>
            <source>Not needed</source>
            <translation>無需跟進</translation>
        </message>
        <message>
            <source>Nothing here</source>
            <translation>這裏沒有項目</translation>
        </message>
        <message>
            <source>On</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Open again</source>
            <translation>重新開啟</translation>
        </message>
        <message>
            <source>Open again for today</source>
            <translation>已重新開啟，今日到期</translation>
        </message>
        <message>
            <source>Open card</source>
            <translation>開啟資料卡</translation>
        </message>
        <message>
            <source>Order cancelled</source>
            <translation>訂單已取消</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>結果</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>逾期</translation>
        </message>
        <message>
            <source>Paid</source>
            <translation>已付款</translation>
        </message>
        <message>
            <source>Promised date has passed: tell the customer</source>
            <translation>承諾日期已過：通知顧客</translation>
        </message>
        <message>
            <source>Promised date is near</source>
            <translation>承諾日期將到</translation>
        </message>
        <message>
            <source>Promised date is near: check that it will be ready</source>
            <translation>承諾日期將到：查核能否備妥</translation>
        </message>
        <message>
            <source>Promised to pay or come</source>
            <translation>承諾付款或前來</translation>
        </message>
        <message>
            <source>Put off</source>
            <translation>延後</translation>
        </message>
        <message>
            <source>put off: {why}</source>
            <translation>已延後：{why}</translation>
        </message>
        <message>
            <source>Reached</source>
            <translation>已聯絡</translation>
        </message>
        <message>
            <source>Ready and not collected</source>
            <translation>可取件但未取</translation>
        </message>
        <message>
            <source>Ready and not collected: call the customer</source>
            <translation>可取件但未取：致電顧客</translation>
        </message>
        <message>
            <source>Ready for collection: tell the customer</source>
            <translation>可取件：通知顧客</translation>
        </message>
        <message>
            <source>Rule changed</source>
            <translation>規則已更改</translation>
        </message>
        <message>
            <source>Rule switched off</source>
            <translation>規則已停用</translation>
        </message>
        <message>
            <source>Rules add reminders by themselves; you can add your own.</source>
            <translation>規則會自動加入提示，您亦可自行新增。</translation>
        </message>
        <message>
            <source>Say until when.</source>
            <translation>請填寫延後至何時。</translation>
        </message>
        <message>
            <source>Say what is to be done (up to 200 characters).</source>
            <translation>請填寫要做的事（最多 200 字）。</translation>
        </message>
        <message>
            <source>Say why it is put off (up to 200 characters).</source>
            <translation>請填寫延後原因（最多 200 字）。</translation>
        </message>
        <message>
            <source>Show more</source>
            <translation>顯示更多</translation>
        </message>
        <message>
            <source>Spoken consent to confirm</source>
            <translation>口頭同意待確認</translation>
        </message>
        <message>
            <source>Spoken consent: send the confirmation in writing</source>
            <translation>口頭同意：請寄出書面確認</translation>
        </message>
        <message>
            <source>Spoken consent: the confirmation in writing is due today</source>
            <translation>口頭同意：書面確認今日到期</translation>
        </message>
        <message>
            <source>Spoken consent: the confirmation in writing is overdue</source>
            <translation>口頭同意：書面確認已逾期</translation>
        </message>
        <message>
            <source>Take payment</source>
            <translation>收款</translation>
        </message>
        <message>
            <source>Thank-you after a purchase</source>
            <translation>購買後致謝</translation>
        </message>
        <message>
            <source>The customer asked for it</source>
            <translation>顧客要求</translation>
        </message>
        <message>
            <source>There is no such rule.</source>
            <translation>沒有此規則。</translation>
        </message>
        <message>
            <source>This customer is no longer there. Look it up again.</source>
            <translation>此顧客已不存在，請重新搜尋。</translation>
        </message>
        <message>
            <source>This day has passed. Choose today or a later day.</source>
            <translation>此日已過，請選擇今日或之後的日子。</translation>
        </message>
        <message>
            <source>This day is more than two years away. Check the year.</source>
            <translation>此日在兩年之後，請核對年份。</translation>
        </message>
        <message>
            <source>This follow-up is closed already. Refresh the list.</source>
            <translation>此跟進已完成，請重新整理清單。</translation>
        </message>
        <message>
            <source>This follow-up is no longer there. Refresh the list.</source>
            <translation>此跟進已不存在，請重新整理清單。</translation>
        </message>
        <message>
            <source>This follow-up is open already.</source>
            <translation>此跟進仍在進行中。</translation>
        </message>
        <message>
            <source>This order is no longer there. Look it up again.</source>
            <translation>此訂單已不存在，請重新搜尋。</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今日</translation>
        </message>
        <message>
            <source>Tomorrow</source>
            <translation>明日</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>還原</translation>
        </message>
        <message>
            <source>Unread</source>
            <translation>未讀</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>直至</translation>
        </message>
        <message>
            <source>Until when</source>
            <translation>延後至何時</translation>
        </message>
        <message>
            <source>Waiting for the workshop</source>
            <translation>等候工場</translation>
        </message>
        <message>
            <source>Welcome a new customer</source>
            <translation>歡迎新顧客</translation>
        </message>
        <message>
            <source>What came of it?</source>
            <translation>結果如何？</translation>
        </message>
        <message>
            <source>What is to be done</source>
            <translation>要做的事</translation>
        </message>
        <message>
            <source>Which follow-ups</source>
            <translation>哪些跟進</translation>
        </message>
        <message>
            <source>Who does it</source>
            <translation>由誰跟進</translation>
        </message>
        <message>
            <source>Who does it?</source>
            <translation>由誰跟進？</translation>
        </message>
        <message>
            <source>Whose follow-ups</source>
            <translation>誰的跟進</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Wish wanted soon</source>
            <translation>心水日期將到</translation>
        </message>
        <message>
            <source>With a note …</source>
            <translation>附備註…</translation>
        </message>
        <message>
            <source>Wrong number</source>
            <translation>號碼錯誤</translation>
        </message>
        <message>
            <source>{n} follow-up</source>
            <translation>{n} 項跟進</translation>
        </message>
        <message>
            <source>{n} follow-ups</source>
            <translation>{n} 項跟進</translation>
        </message>
        <message>
            <source>{n} marked as read</source>
            <translation>{n} 項已標為已讀</translation>
        </message>
    </context>
</TS>
