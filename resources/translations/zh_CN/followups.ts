<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>JewelCRM</name>
        <message>
            <source>A rule has 1 to {most} steps.</source>
            <translation>每项规则有 1 至 {most} 个步骤。</translation>
        </message>
        <message>
            <source>A step is at most a year before or after the day.</source>
            <translation>步骤最多为该天前后一年。</translation>
        </message>
        <message>
            <source>A wish is wanted soon: tell the customer what we have</source>
            <translation>心水日期将到：告诉顾客现有货品</translation>
        </message>
        <message>
            <source>A wish is wanted today: call the customer</source>
            <translation>心水日期是今天：致电顾客</translation>
        </message>
        <message>
            <source>A wish was wanted: call the customer</source>
            <translation>心水日期已过：致电顾客</translation>
        </message>
        <message>
            <source>A word about it</source>
            <translation>补充一句</translation>
        </message>
        <message>
            <source>After a purchase: thank the customer</source>
            <translation>购买后：向顾客致谢</translation>
        </message>
        <message>
            <source>After a purchase: thank the customer and offer a check and clean</source>
            <translation>购买后：向顾客致谢，并提供检查及清洗</translation>
        </message>
        <message>
            <source>All read</source>
            <translation>全部已读</translation>
        </message>
        <message>
            <source>Anniversary</source>
            <translation>周年</translation>
        </message>
        <message>
            <source>Anniversary soon: offer help with a gift</source>
            <translation>周年将到：协助选购礼物</translation>
        </message>
        <message>
            <source>Anniversary today: send a greeting</source>
            <translation>今天周年：致送祝贺</translation>
        </message>
        <message>
            <source>Anniversary: send a belated greeting</source>
            <translation>周年已过：补送祝贺</translation>
        </message>
        <message>
            <source>Balance due</source>
            <translation>尾款到期</translation>
        </message>
        <message>
            <source>Balance is due soon: remind the customer</source>
            <translation>尾款快到期：提醒顾客</translation>
        </message>
        <message>
            <source>Balance is due today: remind the customer</source>
            <translation>尾款今天到期：提醒顾客</translation>
        </message>
        <message>
            <source>Balance is overdue: call the customer</source>
            <translation>尾款逾期：致电顾客</translation>
        </message>
        <message>
            <source>Balance is overdue: manager to decide</source>
            <translation>尾款逾期：由经理决定</translation>
        </message>
        <message>
            <source>Birthday</source>
            <translation>生日</translation>
        </message>
        <message>
            <source>Birthday in the family soon: offer help with a gift</source>
            <translation>家人生日将到：协助选购礼物</translation>
        </message>
        <message>
            <source>Birthday soon: send a greeting</source>
            <translation>生日将到：致送祝贺</translation>
        </message>
        <message>
            <source>Birthday today: send a greeting</source>
            <translation>今天生日：致送祝贺</translation>
        </message>
        <message>
            <source>Birthday: send a belated greeting</source>
            <translation>生日已过：补送祝贺</translation>
        </message>
        <message>
            <source>Bought</source>
            <translation>已购买</translation>
        </message>
        <message>
            <source>By when</source>
            <translation>限期</translation>
        </message>
        <message>
            <source>Call about the jade bangle</source>
            <translation>致电商讨玉镯</translation>
        </message>
        <message>
            <source>Choose a day after today.</source>
            <translation>请选择今天之后的日子。</translation>
        </message>
        <message>
            <source>Choose somebody who works here.</source>
            <translation>请选择本店员工。</translation>
        </message>
        <message>
            <source>Choose what came of it.</source>
            <translation>请选择结果。</translation>
        </message>
        <message>
            <source>Close follow-up</source>
            <translation>完成跟进</translation>
        </message>
        <message>
            <source>Collected</source>
            <translation>已取件</translation>
        </message>
        <message>
            <source>Comes on Saturday with the family</source>
            <translation>星期六与母亲同来</translation>
        </message>
        <message>
            <source>Coming</source>
            <translation>将到期</translation>
        </message>
        <message>
            <source>Confirmed in writing</source>
            <translation>已书面确认</translation>
        </message>
        <message>
            <source>Customer (may be empty)</source>
            <translation>顾客（可留空）</translation>
        </message>
        <message>
            <source>Customer archived</source>
            <translation>顾客已收起</translation>
        </message>
        <message>
            <source>Date changed</source>
            <translation>日期已更改</translation>
        </message>
        <message>
            <source>Deposit due</source>
            <translation>订金到期</translation>
        </message>
        <message>
            <source>Deposit is due soon: remind the customer</source>
            <translation>订金快到期：提醒顾客</translation>
        </message>
        <message>
            <source>Deposit is due today: remind the customer</source>
            <translation>订金今天到期：提醒顾客</translation>
        </message>
        <message>
            <source>Deposit is overdue: call the customer</source>
            <translation>订金逾期：致电顾客</translation>
        </message>
        <message>
            <source>Deposit is overdue: manager to decide</source>
            <translation>订金逾期：由经理决定</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>完成</translation>
        </message>
        <message>
            <source>Due now</source>
            <translation>现在到期</translation>
        </message>
        <message>
            <source>Due today</source>
            <translation>今天到期</translation>
        </message>
        <message>
            <source>Everybody's</source>
            <translation>所有人</translation>
        </message>
        <message>
            <source>Follow-up added</source>
            <translation>已添加跟进</translation>
        </message>
        <message>
            <source>Follow-up closed</source>
            <translation>跟进已完成</translation>
        </message>
        <message>
            <source>Follow-ups</source>
            <translation>跟进</translation>
        </message>
        <message>
            <source>Followed by the next reminder</source>
            <translation>由下一提醒取代</translation>
        </message>
        <message>
            <source>for {name}</source>
            <translation>由{name}跟进</translation>
        </message>
        <message>
            <source>Give it</source>
            <translation>交付</translation>
        </message>
        <message>
            <source>Give to somebody</source>
            <translation>交给其他人</translation>
        </message>
        <message>
            <source>Given to {name}</source>
            <translation>已交给{name}</translation>
        </message>
        <message>
            <source>In 3 days</source>
            <translation>3 天后</translation>
        </message>
        <message>
            <source>In a month</source>
            <translation>一个月后</translation>
        </message>
        <message>
            <source>In a week</source>
            <translation>一星期后</translation>
        </message>
        <message>
            <source>In two weeks</source>
            <translation>两星期后</translation>
        </message>
        <message>
            <source>Instalment due</source>
            <translation>分期付款到期</translation>
        </message>
        <message>
            <source>Instalment is due soon: remind the customer</source>
            <translation>分期付款快到期：提醒顾客</translation>
        </message>
        <message>
            <source>Instalment is due today: remind the customer</source>
            <translation>分期付款今天到期：提醒顾客</translation>
        </message>
        <message>
            <source>Instalment is overdue: call the customer</source>
            <translation>分期付款逾期：致电顾客</translation>
        </message>
        <message>
            <source>Instalment is overdue: manager to decide</source>
            <translation>分期付款逾期：由经理决定</translation>
        </message>
        <message>
            <source>Left a message</source>
            <translation>已留言</translation>
        </message>
        <message>
            <source>Made an appointment</source>
            <translation>已预约</translation>
        </message>
        <message>
            <source>Made by a rule</source>
            <translation>由规则产生</translation>
        </message>
        <message>
            <source>Made by hand</source>
            <translation>自行添加</translation>
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
            <source>New customer: say welcome</source>
            <translation>新顾客：致电欢迎</translation>
        </message>
        <message>
            <source>New customer: say welcome and complete the card</source>
            <translation>新顾客：致电欢迎并补全数据</translation>
        </message>
        <message>
            <source>New follow-up</source>
            <translation>新跟进</translation>
        </message>
        <message>
            <source>No answer</source>
            <translation>无人接听</translation>
        </message>
        <message>
            <source>No consent to marketing</source>
            <translation>未同意营销</translation>
        </message>
        <message>
            <source>no customer</source>
            <translation>没有顾客</translation>
        </message>
        <message>
            <source>No time today</source>
            <translation>今天没有时间</translation>
        </message>
        <message>
            <source>Nobody answered</source>
            <translation>无人接听</translation>
        </message>
        <message>
            <source>Not interested</source>
            <translation>没有兴趣</translation>
        </message>
        <message>
            <source>Not needed</source>
            <translation>无需跟进</translation>
        </message>
        <message>
            <source>Nothing here</source>
            <translation>这里没有项目</translation>
        </message>
        <message>
            <source>On</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Open again</source>
            <translation>重新打开</translation>
        </message>
        <message>
            <source>Open again for today</source>
            <translation>已重新打开，今天到期</translation>
        </message>
        <message>
            <source>Open card</source>
            <translation>打开客户卡</translation>
        </message>
        <message>
            <source>Order cancelled</source>
            <translation>订单已取消</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>结果</translation>
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
            <translation>承诺日期已过：通知顾客</translation>
        </message>
        <message>
            <source>Promised date is near</source>
            <translation>承诺日期将到</translation>
        </message>
        <message>
            <source>Promised date is near: check that it will be ready</source>
            <translation>承诺日期将到：查核能否备妥</translation>
        </message>
        <message>
            <source>Promised to pay or come</source>
            <translation>承诺付款或前来</translation>
        </message>
        <message>
            <source>Put off</source>
            <translation>延后</translation>
        </message>
        <message>
            <source>put off: {why}</source>
            <translation>已延后：{why}</translation>
        </message>
        <message>
            <source>Reached</source>
            <translation>已联系</translation>
        </message>
        <message>
            <source>Ready and not collected</source>
            <translation>可取件但未取</translation>
        </message>
        <message>
            <source>Ready and not collected: call the customer</source>
            <translation>可取件但未取：致电顾客</translation>
        </message>
        <message>
            <source>Ready for collection: tell the customer</source>
            <translation>可取件：通知顾客</translation>
        </message>
        <message>
            <source>Rule changed</source>
            <translation>规则已更改</translation>
        </message>
        <message>
            <source>Rule switched off</source>
            <translation>规则已停用</translation>
        </message>
        <message>
            <source>Rules add reminders by themselves; you can add your own.</source>
            <translation>规则会自动加入提醒，您也可自行添加。</translation>
        </message>
        <message>
            <source>Say until when.</source>
            <translation>请填写延后至何时。</translation>
        </message>
        <message>
            <source>Say what is to be done (up to 200 characters).</source>
            <translation>请填写要做的事（最多 200 字）。</translation>
        </message>
        <message>
            <source>Say why it is put off (up to 200 characters).</source>
            <translation>请填写延后原因（最多 200 字）。</translation>
        </message>
        <message>
            <source>Show more</source>
            <translation>显示更多</translation>
        </message>
        <message>
            <source>Spoken consent to confirm</source>
            <translation>口头同意待确认</translation>
        </message>
        <message>
            <source>Spoken consent: send the confirmation in writing</source>
            <translation>口头同意：请寄出书面确认</translation>
        </message>
        <message>
            <source>Spoken consent: the confirmation in writing is due today</source>
            <translation>口头同意：书面确认今天到期</translation>
        </message>
        <message>
            <source>Spoken consent: the confirmation in writing is overdue</source>
            <translation>口头同意：书面确认已逾期</translation>
        </message>
        <message>
            <source>Take payment</source>
            <translation>收款</translation>
        </message>
        <message>
            <source>Thank-you after a purchase</source>
            <translation>购买后致谢</translation>
        </message>
        <message>
            <source>The customer asked for it</source>
            <translation>顾客要求</translation>
        </message>
        <message>
            <source>There is no such rule.</source>
            <translation>没有此规则。</translation>
        </message>
        <message>
            <source>This customer is no longer there. Look it up again.</source>
            <translation>此顾客已不存在，请重新搜索。</translation>
        </message>
        <message>
            <source>This day has passed. Choose today or a later day.</source>
            <translation>此日已过，请选择今天或之后的日子。</translation>
        </message>
        <message>
            <source>This day is more than two years away. Check the year.</source>
            <translation>此日在两年之后，请核对年份。</translation>
        </message>
        <message>
            <source>This follow-up is closed already. Refresh the list.</source>
            <translation>此跟进已完成，请重新整理清单。</translation>
        </message>
        <message>
            <source>This follow-up is no longer there. Refresh the list.</source>
            <translation>此跟进已不存在，请重新整理清单。</translation>
        </message>
        <message>
            <source>This follow-up is open already.</source>
            <translation>此跟进仍在进行中。</translation>
        </message>
        <message>
            <source>This order is no longer there. Look it up again.</source>
            <translation>此订单已不存在，请重新搜索。</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>Tomorrow</source>
            <translation>明天</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>恢复</translation>
        </message>
        <message>
            <source>Unread</source>
            <translation>未读</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>直至</translation>
        </message>
        <message>
            <source>Until when</source>
            <translation>延后至何时</translation>
        </message>
        <message>
            <source>Waiting for the workshop</source>
            <translation>等候工厂</translation>
        </message>
        <message>
            <source>Welcome a new customer</source>
            <translation>欢迎新顾客</translation>
        </message>
        <message>
            <source>What came of it?</source>
            <translation>结果如何？</translation>
        </message>
        <message>
            <source>What is to be done</source>
            <translation>要做的事</translation>
        </message>
        <message>
            <source>Which follow-ups</source>
            <translation>哪些跟进</translation>
        </message>
        <message>
            <source>Who does it</source>
            <translation>由谁跟进</translation>
        </message>
        <message>
            <source>Who does it?</source>
            <translation>由谁跟进？</translation>
        </message>
        <message>
            <source>Whose follow-ups</source>
            <translation>谁的跟进</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Wish wanted soon</source>
            <translation>心水日期将到</translation>
        </message>
        <message>
            <source>With a note …</source>
            <translation>附备注…</translation>
        </message>
        <message>
            <source>Wrong number</source>
            <translation>号码错误</translation>
        </message>
        <message>
            <source>{n} follow-up</source>
            <translation>{n} 项跟进</translation>
        </message>
        <message>
            <source>{n} follow-ups</source>
            <translation>{n} 项跟进</translation>
        </message>
        <message>
            <source>{n} marked as read</source>
            <translation>{n} 项已标为已读</translation>
        </message>
    </context>
</TS>
