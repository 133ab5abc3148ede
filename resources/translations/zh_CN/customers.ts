<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>JewelCRM</name>
        <message>
            <source>a correction</source>
            <translation>更正</translation>
        </message>
        <message>
            <source>A customer under 18 needs a guardian's consent.</source>
            <translation>未满 18 岁的顾客须有监护人同意。</translation>
        </message>
        <message>
            <source>A gift can be made to fit.</source>
            <translation>送给顾客的礼物便会合适。</translation>
        </message>
        <message>
            <source>A spoken consent must be confirmed in writing within {days} days.</source>
            <translation>口头同意须在 {days} 天内以书面向顾客确认。</translation>
        </message>
        <message>
            <source>A wide band: make it about half a size larger, HK {size}.</source>
            <translation>戒臂较阔：宜加大约半号，即港度 {size}。</translation>
        </message>
        <message>
            <source>About</source>
            <translation>关于</translation>
        </message>
        <message>
            <source>Add contact</source>
            <translation>添加联系方法</translation>
        </message>
        <message>
            <source>Add customer</source>
            <translation>添加顾客</translation>
        </message>
        <message>
            <source>Add day</source>
            <translation>添加日子</translation>
        </message>
        <message>
            <source>Add note</source>
            <translation>添加备注</translation>
        </message>
        <message>
            <source>Add relation</source>
            <translation>添加关系</translation>
        </message>
        <message>
            <source>Add size</source>
            <translation>添加尺寸</translation>
        </message>
        <message>
            <source>Add wish</source>
            <translation>添加心水</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>地址</translation>
        </message>
        <message>
            <source>Agreed to marketing</source>
            <translation>同意接收推广</translation>
        </message>
        <message>
            <source>Agrees</source>
            <translation>顾客同意</translation>
        </message>
        <message>
            <source>Alert</source>
            <translation>提醒</translation>
        </message>
        <message>
            <source>Alert on the card</source>
            <translation>卡上提醒</translation>
        </message>
        <message>
            <source>Alert until</source>
            <translation>提醒至</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>All is asked.</source>
            <translation>已全部询问。</translation>
        </message>
        <message>
            <source>Allergic: {what}</source>
            <translation>敏感：{what}</translation>
        </message>
        <message>
            <source>An e-mail address has an @, like name@example.com.</source>
            <translation>电子邮箱须有 @，例如 name@example.com。</translation>
        </message>
        <message>
            <source>an earlier change was undone</source>
            <translation>已恢复先前的更改</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>顾客的回答</translation>
        </message>
        <message>
            <source>Ask before calling the office</source>
            <translation>致电公司前请先询问</translation>
        </message>
        <message>
            <source>Ask your manager to undo it.</source>
            <translation>请经理恢复。</translation>
        </message>
        <message>
            <source>Asked by</source>
            <translation>询问者</translation>
        </message>
        <message>
            <source>Asked on</source>
            <translation>询问日期</translation>
        </message>
        <message>
            <source>Band width</source>
            <translation>戒臂阔度</translation>
        </message>
        <message>
            <source>band {width} mm</source>
            <translation>戒臂阔 {width} 毫米</translation>
        </message>
        <message>
            <source>Basis</source>
            <translation>依据</translation>
        </message>
        <message>
            <source>Birthday and other days</source>
            <translation>生日及重要日子</translation>
        </message>
        <message>
            <source>Birthday or another day</source>
            <translation>生日或其他日子</translation>
        </message>
        <message>
            <source>Body</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>Bought</source>
            <translation>已购买</translation>
        </message>
        <message>
            <source>Bring back</source>
            <translation>恢复</translation>
        </message>
        <message>
            <source>Budget</source>
            <translation>预算</translation>
        </message>
        <message>
            <source>By name</source>
            <translation>按姓名</translation>
        </message>
        <message>
            <source>By number</source>
            <translation>按编号</translation>
        </message>
        <message>
            <source>By which calendar</source>
            <translation>历法</translation>
        </message>
        <message>
            <source>Calendar</source>
            <translation>历法</translation>
        </message>
        <message>
            <source>Card</source>
            <translation>客户卡</translation>
        </message>
        <message>
            <source>Chan Tai Man</source>
            <translation>Chan Tai Man</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>更改</translation>
        </message>
        <message>
            <source>Change contact</source>
            <translation>更改联系方法</translation>
        </message>
        <message>
            <source>Change likes</source>
            <translation>更改喜好</translation>
        </message>
        <message>
            <source>Change this day</source>
            <translation>更改此日子</translation>
        </message>
        <message>
            <source>Change wish</source>
            <translation>更改心水</translation>
        </message>
        <message>
            <source>Changed by moving the customer: the three dots on the card.</source>
            <translation>须以转移顾客更改：客户卡上的三点。</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>途径</translation>
        </message>
        <message>
            <source>Channels</source>
            <translation>途径</translation>
        </message>
        <message>
            <source>Checked</source>
            <translation>核对</translation>
        </message>
        <message>
            <source>Chinese name</source>
            <translation>中文姓名</translation>
        </message>
        <message>
            <source>Choose</source>
            <translation>请选择</translation>
        </message>
        <message>
            <source>Choose a customer</source>
            <translation>请选择顾客</translation>
        </message>
        <message>
            <source>Choose a month.</source>
            <translation>请选择月份。</translation>
        </message>
        <message>
            <source>Choose another filter, or add a customer.</source>
            <translation>请改用其他筛选，或添加顾客。</translation>
        </message>
        <message>
            <source>Choose somebody else: this is the same customer.</source>
            <translation>请选择另一位：这是同一位顾客。</translation>
        </message>
        <message>
            <source>Choose the Gregorian or the lunar calendar.</source>
            <translation>请选择公历或农历。</translation>
        </message>
        <message>
            <source>Choose whether the customer agreed or refused.</source>
            <translation>请选择顾客同意还是拒绝。</translation>
        </message>
        <message>
            <source>Class</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Close the card</source>
            <translation>关闭客户卡</translation>
        </message>
        <message>
            <source>Coming</source>
            <translation>将到期</translation>
        </message>
        <message>
            <source>Completes the set</source>
            <translation>配成一套</translation>
        </message>
        <message>
            <source>Confirm in writing by</source>
            <translation>书面确认期限</translation>
        </message>
        <message>
            <source>Confirm in writing by {day}.</source>
            <translation>请于 {day} 或之前以书面向顾客确认。</translation>
        </message>
        <message>
            <source>Consent</source>
            <translation>同意</translation>
        </message>
        <message>
            <source>Consent on paper</source>
            <translation>同意记录（打印）</translation>
        </message>
        <message>
            <source>Consent to marketing</source>
            <translation>营销同意</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>联系方法</translation>
        </message>
        <message>
            <source>Contacts</source>
            <translation>联系方法</translation>
        </message>
        <message>
            <source>Copied: {text}</source>
            <translation>已复制：{text}</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Copy the phone number</source>
            <translation>复制电话号码</translation>
        </message>
        <message>
            <source>Correct note</source>
            <translation>更正备注</translation>
        </message>
        <message>
            <source>corrected since</source>
            <translation>其后已更正</translation>
        </message>
        <message>
            <source>Country</source>
            <translation>国家／地区</translation>
        </message>
        <message>
            <source>Country, two letters</source>
            <translation>国家／地区（两个字母）</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>货币</translation>
        </message>
        <message>
            <source>Custom order {number}</source>
            <translation>定制 {number}</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>顾客</translation>
        </message>
        <message>
            <source>Customer added</source>
            <translation>已添加顾客</translation>
        </message>
        <message>
            <source>Customer since</source>
            <translation>成为顾客日期</translation>
        </message>
        <message>
            <source>Customers</source>
            <translation>顾客</translation>
        </message>
        <message>
            <source>Customers found</source>
            <translation>找到的顾客</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日子</translation>
        </message>
        <message>
            <source>Day (may be empty)</source>
            <translation>日（可留空）</translation>
        </message>
        <message>
            <source>Day of the month</source>
            <translation>日</translation>
        </message>
        <message>
            <source>Description</source>
            <translation>描述</translation>
        </message>
        <message>
            <source>District</source>
            <translation>地区</translation>
        </message>
        <message>
            <source>Do you prefer yellow gold, white gold or platinum?</source>
            <translation>您喜欢黄金、白色黄金还是铂金？</translation>
        </message>
        <message>
            <source>Do you wear it every day or for occasions?</source>
            <translation>您是每日佩戴还是在特别场合佩戴？</translation>
        </message>
        <message>
            <source>Does any metal irritate your skin?</source>
            <translation>您对哪种金属敏感？</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>完成</translation>
        </message>
        <message>
            <source>Due today</source>
            <translation>今天到期</translation>
        </message>
        <message>
            <source>Earlier number</source>
            <translation>旧编号</translation>
        </message>
        <message>
            <source>Edit customer</source>
            <translation>编辑顾客</translation>
        </message>
        <message>
            <source>Enter saves. Everything else can be filled in later.</source>
            <translation>按 Enter 保存，其他数据可稍后补上。</translation>
        </message>
        <message>
            <source>Entries of a ledger stay for ever. Add one that corrects it.</source>
            <translation>分录会永久保留，请添加一笔更正。</translation>
        </message>
        <message>
            <source>EU</source>
            <translation>欧盟</translation>
        </message>
        <message>
            <source>Everything</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Family</source>
            <translation>家庭</translation>
        </message>
        <message>
            <source>Family and friends</source>
            <translation>亲友</translation>
        </message>
        <message>
            <source>Fill in a name, in English or Chinese.</source>
            <translation>请填写中文或英文姓名。</translation>
        </message>
        <message>
            <source>Fill in the phone number.</source>
            <translation>请填写顾客的电话。</translation>
        </message>
        <message>
            <source>Fill in: {label}.</source>
            <translation>请填写：{label}。</translation>
        </message>
        <message>
            <source>Find the customer and choose.</source>
            <translation>请搜索并选择顾客。</translation>
        </message>
        <message>
            <source>Finger</source>
            <translation>手指</translation>
        </message>
        <message>
            <source>Follow-up</source>
            <translation>跟进</translation>
        </message>
        <message>
            <source>Follow-up done</source>
            <translation>已完成跟进</translation>
        </message>
        <message>
            <source>Follow-up stopped</source>
            <translation>已停止跟进</translation>
        </message>
        <message>
            <source>Follow-ups</source>
            <translation>跟进</translation>
        </message>
        <message>
            <source>For certificates and receipts.</source>
            <translation>用于证书及收据。</translation>
        </message>
        <message>
            <source>For the wish list and those who give.</source>
            <translation>可加入心愿单，方便送礼者。</translation>
        </message>
        <message>
            <source>For which occasion</source>
            <translation>用于什么场合</translation>
        </message>
        <message>
            <source>Gender</source>
            <translation>性别</translation>
        </message>
        <message>
            <source>Giving data to others needs consent in writing (Cap. 486 s.35J). Use a signed form.</source>
            <translation>向他人提供数据须有书面同意（第 486 章第 35J 条）。请使用签署表格。</translation>
        </message>
        <message>
            <source>Gold</source>
            <translation>金</translation>
        </message>
        <message>
            <source>Hand</source>
            <translation>手</translation>
        </message>
        <message>
            <source>History</source>
            <translation>记录</translation>
        </message>
        <message>
            <source>HK</source>
            <translation>HK</translation>
        </message>
        <message>
            <source>HK 14, US 6½, UK M½, EU 54, 54.4 mm or 14</source>
            <translation>港度 14、US 6½、UK M½、EU 54、54.4 mm 或 14</translation>
        </message>
        <message>
            <source>Home branch</source>
            <translation>所属门店</translation>
        </message>
        <message>
            <source>Hong Kong</source>
            <translation>港度</translation>
        </message>
        <message>
            <source>Household</source>
            <translation>家庭户</translation>
        </message>
        <message>
            <source>Household: {name}</source>
            <translation>家庭户：{name}</translation>
        </message>
        <message>
            <source>How did you hear of us?</source>
            <translation>您怎样认识本店？</translation>
        </message>
        <message>
            <source>How do we know</source>
            <translation>数据来源</translation>
        </message>
        <message>
            <source>How do you like to be contacted and served?</source>
            <translation>您喜欢怎样的联系及服务方式？</translation>
        </message>
        <message>
            <source>How do you write your name in Chinese?</source>
            <translation>您的中文姓名怎样写？</translation>
        </message>
        <message>
            <source>How may we reach you?</source>
            <translation>怎样联系您最方便？</translation>
        </message>
        <message>
            <source>How the answer was given</source>
            <translation>回答方式</translation>
        </message>
        <message>
            <source>How the customer found us</source>
            <translation>得知途径</translation>
        </message>
        <message>
            <source>How you were in touch</source>
            <translation>接触方式</translation>
        </message>
        <message>
            <source>Husband</source>
            <translation>丈夫</translation>
        </message>
        <message>
            <source>In other words</source>
            <translation>其他（自行填写）</translation>
        </message>
        <message>
            <source>In our shop</source>
            <translation>本店数据</translation>
        </message>
        <message>
            <source>In the evening, a little swollen</source>
            <translation>傍晚量度，手指略肿</translation>
        </message>
        <message>
            <source>In which district do you live?</source>
            <translation>您住在哪一区？</translation>
        </message>
        <message>
            <source>In which month is your birthday?</source>
            <translation>您的生日在哪个月？</translation>
        </message>
        <message>
            <source>in {n} days</source>
            <translation>{n} 天后</translation>
        </message>
        <message>
            <source>Inner circumference</source>
            <translation>内圈周长</translation>
        </message>
        <message>
            <source>Is there a piece you dream of?</source>
            <translation>您有没有心仪的首饰？</translation>
        </message>
        <message>
            <source>Is to the customer</source>
            <translation>与顾客的关系</translation>
        </message>
        <message>
            <source>It has been changed since.</source>
            <translation>其后已再更改。</translation>
        </message>
        <message>
            <source>It has been sent</source>
            <translation>已经寄出</translation>
        </message>
        <message>
            <source>It is the leap month</source>
            <translation>闰月</translation>
        </message>
        <message>
            <source>It stays in the history and can be brought back.</source>
            <translation>记录会保留，并可恢复。</translation>
        </message>
        <message>
            <source>Jade bangle, 56 mm, like the sister's</source>
            <translation>玉镯，56 毫米，像姊姊那只</translation>
        </message>
        <message>
            <source>Jade bangles, no yellow gold</source>
            <translation>喜欢玉镯，不要黄金</translation>
        </message>
        <message>
            <source>Japan</source>
            <translation>日本</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Kinds of goods</source>
            <translation>货品类别</translation>
        </message>
        <message>
            <source>Label</source>
            <translation>标记</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Language of the wording</source>
            <translation>声明语言</translation>
        </message>
        <message>
            <source>Last order</source>
            <translation>最近订单</translation>
        </message>
        <message>
            <source>Last order first</source>
            <translation>最近订单先</translation>
        </message>
        <message>
            <source>Late: {what}</source>
            <translation>逾期：{what}</translation>
        </message>
        <message>
            <source>Leap month</source>
            <translation>闰月</translation>
        </message>
        <message>
            <source>Liked</source>
            <translation>顾客喜欢</translation>
        </message>
        <message>
            <source>Likes to be called</source>
            <translation>喜欢的称呼</translation>
        </message>
        <message>
            <source>likes to be called {name}</source>
            <translation>喜欢被称为 {name}</translation>
        </message>
        <message>
            <source>Likes, allergies and tags</source>
            <translation>喜好、敏感及标签</translation>
        </message>
        <message>
            <source>Likes, and what cannot be worn</source>
            <translation>喜好及不能佩戴的</translation>
        </message>
        <message>
            <source>Look the customer up</source>
            <translation>查找该顾客</translation>
        </message>
        <message>
            <source>Look up elsewhere</source>
            <translation>查询其他门店</translation>
        </message>
        <message>
            <source>Looked after by</source>
            <translation>负责店员</translation>
        </message>
        <message>
            <source>looks wrong, please check</source>
            <translation>似乎有误，请核对</translation>
        </message>
        <message>
            <source>Lunar month {n}</source>
            <translation>农历 {n} 月</translation>
        </message>
        <message>
            <source>Lunar year {year} has no leap month {month}.</source>
            <translation>农历 {year} 年没有闰 {month} 月。</translation>
        </message>
        <message>
            <source>Marketing consent</source>
            <translation>营销同意</translation>
        </message>
        <message>
            <source>May we send news of new pieces and offers?</source>
            <translation>可否向顾客介绍新货及优惠？</translation>
        </message>
        <message>
            <source>May we tell you about new pieces and offers?</source>
            <translation>可否向您介绍新货及优惠？</translation>
        </message>
        <message>
            <source>Measured on</source>
            <translation>量度日期</translation>
        </message>
        <message>
            <source>measured {day}</source>
            <translation>{day}量度</translation>
        </message>
        <message>
            <source>Merged into</source>
            <translation>合并至</translation>
        </message>
        <message>
            <source>Mine</source>
            <translation>我的</translation>
        </message>
        <message>
            <source>mm</source>
            <translation>毫米</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>月</translation>
        </message>
        <message>
            <source>Month only is enough for a birthday offer.</source>
            <translation>只需月份，便可提供生日优惠。</translation>
        </message>
        <message>
            <source>Months go from 1 to 12.</source>
            <translation>月份为 1 至 12。</translation>
        </message>
        <message>
            <source>More to do</source>
            <translation>更多操作</translation>
        </message>
        <message>
            <source>Moved abroad, asked to be taken off</source>
            <translation>移居外地，要求移除</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Name a witness of the spoken answer.</source>
            <translation>请填写口头回答的见证人。</translation>
        </message>
        <message>
            <source>Name of a new household</source>
            <translation>新家庭户名称</translation>
        </message>
        <message>
            <source>Name the household, or find who lives in it.</source>
            <translation>请填写家庭户名称，或搜索同住的顾客。</translation>
        </message>
        <message>
            <source>Name, phone or number</source>
            <translation>姓名、电话或编号</translation>
        </message>
        <message>
            <source>Names</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>New contact</source>
            <translation>新联系方法</translation>
        </message>
        <message>
            <source>New customer</source>
            <translation>新顾客</translation>
        </message>
        <message>
            <source>New follow-up</source>
            <translation>新跟进</translation>
        </message>
        <message>
            <source>New note</source>
            <translation>新备注</translation>
        </message>
        <message>
            <source>New order</source>
            <translation>新订单</translation>
        </message>
        <message>
            <source>New wish</source>
            <translation>新心水</translation>
        </message>
        <message>
            <source>Newest first</source>
            <translation>最新的先</translation>
        </message>
        <message>
            <source>next: {day}</source>
            <translation>下次：{day}</translation>
        </message>
        <message>
            <source>Nickel in a piece would be our mistake.</source>
            <translation>首饰含镍便是我们的疏忽。</translation>
        </message>
        <message>
            <source>No customers here</source>
            <translation>这里没有顾客</translation>
        </message>
        <message>
            <source>No follow-ups</source>
            <translation>没有跟进</translation>
        </message>
        <message>
            <source>No longer shown in lists; the records stay.</source>
            <translation>顾客不再在清单中显示，记录会保留。</translation>
        </message>
        <message>
            <source>No longer wanted</source>
            <translation>不再需要</translation>
        </message>
        <message>
            <source>No notes yet.</source>
            <translation>尚未有备注。</translation>
        </message>
        <message>
            <source>No orders yet</source>
            <translation>尚未有订单</translation>
        </message>
        <message>
            <source>No payments yet</source>
            <translation>尚未有付款</translation>
        </message>
        <message>
            <source>No phone or e-mail yet.</source>
            <translation>尚未有电话或电子邮件。</translation>
        </message>
        <message>
            <source>Nobody yet.</source>
            <translation>尚未有数据。</translation>
        </message>
        <message>
            <source>Not asked yet</source>
            <translation>尚未询问</translation>
        </message>
        <message>
            <source>Not asked yet. Without an answer nothing may be sent.</source>
            <translation>尚未询问顾客。未有回答前不可发送任何推广。</translation>
        </message>
        <message>
            <source>Not complete yet. Still to ask: {missing}.</source>
            <translation>尚未齐备，仍须询问：{missing}。</translation>
        </message>
        <message>
            <source>Not measured yet.</source>
            <translation>尚未量度。</translation>
        </message>
        <message>
            <source>Not now</source>
            <translation>稍后</translation>
        </message>
        <message>
            <source>Not wanted</source>
            <translation>不合适</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Note added</source>
            <translation>已添加备注</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Nothing has been changed yet.</source>
            <translation>尚未有更改。</translation>
        </message>
        <message>
            <source>Nothing has happened yet.</source>
            <translation>尚无记录。</translation>
        </message>
        <message>
            <source>Nothing is waiting. Ask what the customer is looking for.</source>
            <translation>没有待办事项。请询问顾客想找什么。</translation>
        </message>
        <message>
            <source>Nothing noted yet.</source>
            <translation>尚未有记录。</translation>
        </message>
        <message>
            <source>Nothing on the list.</source>
            <translation>清单上没有项目。</translation>
        </message>
        <message>
            <source>Notice language</source>
            <translation>声明语言</translation>
        </message>
        <message>
            <source>Notice version</source>
            <translation>声明版本</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Number in an older system</source>
            <translation>旧系统编号</translation>
        </message>
        <message>
            <source>Number or address</source>
            <translation>号码或地址</translation>
        </message>
        <message>
            <source>Occasion</source>
            <translation>重要日子</translation>
        </message>
        <message>
            <source>On paper</source>
            <translation>打印成文件</translation>
        </message>
        <message>
            <source>on the wish list</source>
            <translation>在心愿单上</translation>
        </message>
        <message>
            <source>Online only</source>
            <translation>只看网上</translation>
        </message>
        <message>
            <source>Only a spoken consent needs a confirmation in writing.</source>
            <translation>只有口头同意才须书面确认。</translation>
        </message>
        <message>
            <source>Only the lunar calendar has leap months.</source>
            <translation>只有农历才有闰月。</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>Open business</source>
            <translation>进行中</translation>
        </message>
        <message>
            <source>Open card</source>
            <translation>打开客户卡</translation>
        </message>
        <message>
            <source>Open now</source>
            <translation>进行中</translation>
        </message>
        <message>
            <source>Open order</source>
            <translation>打开订单</translation>
        </message>
        <message>
            <source>Open orders: {count}. Finish or cancel them first.</source>
            <translation>仍有 {count} 张未完成的订单，请先完成或取消。</translation>
        </message>
        <message>
            <source>Open the card of {name}</source>
            <translation>打开{name}的客户卡</translation>
        </message>
        <message>
            <source>Open WhatsApp</source>
            <translation>打开 WhatsApp</translation>
        </message>
        <message>
            <source>Or: lives with</source>
            <translation>或：与谁同住</translation>
        </message>
        <message>
            <source>Order it</source>
            <translation>落单</translation>
        </message>
        <message>
            <source>Order {number}</source>
            <translation>订单 {number}</translation>
        </message>
        <message>
            <source>Orders</source>
            <translation>订单</translation>
        </message>
        <message>
            <source>Other person</source>
            <translation>另一人</translation>
        </message>
        <message>
            <source>Others of the household</source>
            <translation>同住家人</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>逾期</translation>
        </message>
        <message>
            <source>Overview</source>
            <translation>概览</translation>
        </message>
        <message>
            <source>Parts of the card</source>
            <translation>客户卡分页</translation>
        </message>
        <message>
            <source>Payment</source>
            <translation>付款</translation>
        </message>
        <message>
            <source>Payment {number}</source>
            <translation>付款 {number}</translation>
        </message>
        <message>
            <source>Payments</source>
            <translation>付款</translation>
        </message>
        <message>
            <source>Perhaps known already</source>
            <translation>可能已有此顾客</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Pieces owned</source>
            <translation>拥有的首饰</translation>
        </message>
        <message>
            <source>Preference</source>
            <translation>喜好</translation>
        </message>
        <message>
            <source>Preferred</source>
            <translation>首选</translation>
        </message>
        <message>
            <source>Preferred name</source>
            <translation>喜欢的称呼</translation>
        </message>
        <message>
            <source>preferred one</source>
            <translation>首选</translation>
        </message>
        <message>
            <source>Product</source>
            <translation>货品</translation>
        </message>
        <message>
            <source>promised {day}</source>
            <translation>承诺 {day}</translation>
        </message>
        <message>
            <source>Promised: {what}</source>
            <translation>已承诺：{what}</translation>
        </message>
        <message>
            <source>Purpose</source>
            <translation>用途</translation>
        </message>
        <message>
            <source>Put away</source>
            <translation>已收起</translation>
        </message>
        <message>
            <source>Put away…</source>
            <translation>收起…</translation>
        </message>
        <message>
            <source>Put in what to ask next, and when.</source>
            <translation>填写下次要询问的事项及时间。</translation>
        </message>
        <message>
            <source>Put off</source>
            <translation>延后</translation>
        </message>
        <message>
            <source>Put the customer away</source>
            <translation>收起此顾客</translation>
        </message>
        <message>
            <source>Put the customer away instead.</source>
            <translation>请改为收起顾客。</translation>
        </message>
        <message>
            <source>Put this customer away?</source>
            <translation>收起此顾客？</translation>
        </message>
        <message>
            <source>Ready: {what}</source>
            <translation>可取件：{what}</translation>
        </message>
        <message>
            <source>Record answer</source>
            <translation>记录回答</translation>
        </message>
        <message>
            <source>Record is complete</source>
            <translation>数据已齐备</translation>
        </message>
        <message>
            <source>Refund {number}</source>
            <translation>退款 {number}</translation>
        </message>
        <message>
            <source>Refused marketing</source>
            <translation>拒绝接收推广</translation>
        </message>
        <message>
            <source>Refuses</source>
            <translation>顾客拒绝</translation>
        </message>
        <message>
            <source>Relation</source>
            <translation>关系</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Repair</source>
            <translation>维修</translation>
        </message>
        <message>
            <source>Repair {number}</source>
            <translation>维修 {number}</translation>
        </message>
        <message>
            <source>Ring size</source>
            <translation>戒指尺寸</translation>
        </message>
        <message>
            <source>Ring sizes</source>
            <translation>戒指尺寸</translation>
        </message>
        <message>
            <source>Sale {number}</source>
            <translation>销售 {number}</translation>
        </message>
        <message>
            <source>Same Chinese name</source>
            <translation>中文姓名相同</translation>
        </message>
        <message>
            <source>Same e-mail or account</source>
            <translation>电子邮件或账号相同</translation>
        </message>
        <message>
            <source>Same name</source>
            <translation>姓名相同</translation>
        </message>
        <message>
            <source>Same name with more words</source>
            <translation>姓名相同但字数较多</translation>
        </message>
        <message>
            <source>Same phone</source>
            <translation>电话相同</translation>
        </message>
        <message>
            <source>Save size</source>
            <translation>保存尺寸</translation>
        </message>
        <message>
            <source>Saved</source>
            <translation>已保存</translation>
        </message>
        <message>
            <source>Say what is wished for.</source>
            <translation>请填写顾客的心水。</translation>
        </message>
        <message>
            <source>Say why the customer is put away.</source>
            <translation>请填写收起顾客的原因。</translation>
        </message>
        <message>
            <source>Send the written confirmation of the spoken consent first.</source>
            <translation>请先寄出口头同意的书面确认。</translation>
        </message>
        <message>
            <source>Shall I measure your ring size?</source>
            <translation>可否替您量度戒指尺寸？</translation>
        </message>
        <message>
            <source>Show older</source>
            <translation>显示较早的</translation>
        </message>
        <message>
            <source>Show older changes</source>
            <translation>显示较旧的更改</translation>
        </message>
        <message>
            <source>Shown until</source>
            <translation>显示至</translation>
        </message>
        <message>
            <source>Silver</source>
            <translation>银</translation>
        </message>
        <message>
            <source>Size, as the customer says it</source>
            <translation>尺寸（按顾客的说法）</translation>
        </message>
        <message>
            <source>So that nobody calls too early.</source>
            <translation>以免过早致电打扰。</translation>
        </message>
        <message>
            <source>So that the right person calls.</source>
            <translation>由合适的同事致电。</translation>
        </message>
        <message>
            <source>Sorted by</source>
            <translation>排序</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>Speaks</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Special order {number}</source>
            <translation>订购 {number}</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>State of the card</source>
            <translation>客户卡状态</translation>
        </message>
        <message>
            <source>Still to ask</source>
            <translation>仍须询问</translation>
        </message>
        <message>
            <source>Stopped</source>
            <translation>已停止</translation>
        </message>
        <message>
            <source>Swiss</source>
            <translation>瑞士</translation>
        </message>
        <message>
            <source>System</source>
            <translation>系统</translation>
        </message>
        <message>
            <source>Take off</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>Take this off the card?</source>
            <translation>从客户卡移除？</translation>
        </message>
        <message>
            <source>Taken off the card</source>
            <translation>已从客户卡移除</translation>
        </message>
        <message>
            <source>That month has only {last} days.</source>
            <translation>该月只有 {last} 天。</translation>
        </message>
        <message>
            <source>The card opens here with all that is waiting.</source>
            <translation>客户卡会在此打开，显示所有待办事项。</translation>
        </message>
        <message>
            <source>The change has been undone</source>
            <translation>已恢复该更改</translation>
        </message>
        <message>
            <source>The customer does not want marketing here.</source>
            <translation>顾客不愿在此途径接收推广。</translation>
        </message>
        <message>
            <source>The customer has answered anew since. Look at the latest answer.</source>
            <translation>顾客其后已重新回答，请查看最新回答。</translation>
        </message>
        <message>
            <source>The customer has been put away</source>
            <translation>顾客已收起</translation>
        </message>
        <message>
            <source>The customer has not been asked.</source>
            <translation>未曾询问顾客。</translation>
        </message>
        <message>
            <source>The customer is back</source>
            <translation>已恢复顾客</translation>
        </message>
        <message>
            <source>The customer's own branch keeps what there is.</source>
            <translation>有关数据由顾客所属的门店保存。</translation>
        </message>
        <message>
            <source>The first note stays readable in the history.</source>
            <translation>原有备注仍会保留在记录中。</translation>
        </message>
        <message>
            <source>The month alone is enough for a birthday offer.</source>
            <translation>只需月份，已可提供生日优惠。</translation>
        </message>
        <message>
            <source>The other customer</source>
            <translation>另一位顾客</translation>
        </message>
        <message>
            <source>The preferred one</source>
            <translation>顾客首选</translation>
        </message>
        <message>
            <source>The {name} family</source>
            <translation>{name}家</translation>
        </message>
        <message>
            <source>There is no ring size {label} in {system}.</source>
            <translation>{system} 没有 {label} 号戒指。</translation>
        </message>
        <message>
            <source>These two are related already. Take that relation away first.</source>
            <translation>两位顾客已有关系，请先移除。</translation>
        </message>
        <message>
            <source>They appear here once taken.</source>
            <translation>收款后会在此显示。</translation>
        </message>
        <message>
            <source>They live in one household</source>
            <translation>同住一户</translation>
        </message>
        <message>
            <source>This answer is not here. Look at the card again.</source>
            <translation>找不到此回答，请重新查看客户卡。</translation>
        </message>
        <message>
            <source>This customer has been put away.</source>
            <translation>此顾客已收起。</translation>
        </message>
        <message>
            <source>This customer has been put away. Bring the card back first.</source>
            <translation>此顾客已收起，请先恢复客户卡。</translation>
        </message>
        <message>
            <source>This customer is not here. Search again.</source>
            <translation>找不到此顾客，请再搜索。</translation>
        </message>
        <message>
            <source>This field of another branch's customer is covered. Only the customer's own branch can change it.</source>
            <translation>这是其他门店的顾客，此字段已遮盖，只有顾客所属的门店可以更改。</translation>
        </message>
        <message>
            <source>This is a customer of another branch: only the initials are here. Look the customer up at head office and open the card first.</source>
            <translation>这是其他门店的顾客，这里只有姓名缩写。请先向总部查找该顾客并打开其客户卡。</translation>
        </message>
        <message>
            <source>This is undone where it was done: move, change or cancel it there.</source>
            <translation>请在原处移动、更改或取消。</translation>
        </message>
        <message>
            <source>This line is no longer there. Look at the card again.</source>
            <translation>此项目已不存在，请重新查看客户卡。</translation>
        </message>
        <message>
            <source>This looks like a Hong Kong identity card number. A shop may not keep it here (Cap. 486, Code of Practice on the Identity Card Number). Take it out; write # before an item code.</source>
            <translation>这似乎是香港身份证号码，商店不可在此保存（第 486 章《身份证号码及其他身份代号实务守则》）。请删除；如属货号，请在前面加上 #。</translation>
        </message>
        <message>
            <source>This note has been corrected already. Correct the newer one.</source>
            <translation>此备注已更正，请更正较新的一则。</translation>
        </message>
        <message>
            <source>This piece is not in the catalogue any more.</source>
            <translation>此货品已不在目录中。</translation>
        </message>
        <message>
            <source>Tick at least one channel and one kind of goods.</source>
            <translation>请最少剔选一个途径及一类货品。</translation>
        </message>
        <message>
            <source>Tick something or write it in other words.</source>
            <translation>请剔选项目或自行填写。</translation>
        </message>
        <message>
            <source>Tier</source>
            <translation>级别</translation>
        </message>
        <message>
            <source>Timeline</source>
            <translation>时间线</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>称谓</translation>
        </message>
        <message>
            <source>To call when one comes in.</source>
            <translation>到货时可致电通知。</translation>
        </message>
        <message>
            <source>To complete</source>
            <translation>待补数据</translation>
        </message>
        <message>
            <source>To confirm in writing</source>
            <translation>待书面确认</translation>
        </message>
        <message>
            <source>To know which advertising works.</source>
            <translation>了解哪种宣传有效。</translation>
        </message>
        <message>
            <source>To name the nearest branch.</source>
            <translation>可介绍最近的门店。</translation>
        </message>
        <message>
            <source>To propose what fits.</source>
            <translation>以便推介合适款式。</translation>
        </message>
        <message>
            <source>To send a reminder in time for a present.</source>
            <translation>可及时提醒选购礼物。</translation>
        </message>
        <message>
            <source>To show that tray first.</source>
            <translation>可先展示该类货品。</translation>
        </message>
        <message>
            <source>Tried the jade bangle, wants 56 mm</source>
            <translation>试戴玉镯，想要 56 毫米</translation>
        </message>
        <message>
            <source>turns {n}</source>
            <translation>{n} 岁</translation>
        </message>
        <message>
            <source>UK</source>
            <translation>英国</translation>
        </message>
        <message>
            <source>Under 18</source>
            <translation>未满 18 岁</translation>
        </message>
        <message>
            <source>Under 18: needs a guardian's consent</source>
            <translation>未满 18 岁：须监护人同意</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>恢复</translation>
        </message>
        <message>
            <source>Undo this change?</source>
            <translation>恢复此更改？</translation>
        </message>
        <message>
            <source>US</source>
            <translation>美国</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>VIP</source>
            <translation>贵宾</translation>
        </message>
        <message>
            <source>Wanted by</source>
            <translation>希望日期</translation>
        </message>
        <message>
            <source>wanted by {day}</source>
            <translation>希望于 {day} 前</translation>
        </message>
        <message>
            <source>What is it today?</source>
            <translation>顾客今天想要什么？</translation>
        </message>
        <message>
            <source>What is wished for</source>
            <translation>心水</translation>
        </message>
        <message>
            <source>When is your anniversary?</source>
            <translation>您的结婚周年是哪天？</translation>
        </message>
        <message>
            <source>Where it happened</source>
            <translation>发生于</translation>
        </message>
        <message>
            <source>Where it is</source>
            <translation>地点</translation>
        </message>
        <message>
            <source>Where we met</source>
            <translation>建立途径</translation>
        </message>
        <message>
            <source>Which customers</source>
            <translation>哪些顾客</translation>
        </message>
        <message>
            <source>Which language do you like to speak?</source>
            <translation>您喜欢用哪种语言？</translation>
        </message>
        <message>
            <source>Which stones do you like best?</source>
            <translation>您最喜欢哪种宝石？</translation>
        </message>
        <message>
            <source>Who else heard it.</source>
            <translation>还有谁听到。</translation>
        </message>
        <message>
            <source>Whose</source>
            <translation>谁的</translation>
        </message>
        <message>
            <source>Whose (empty: the customer's own)</source>
            <translation>谁的（留空即顾客本人）</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Width of the band, mm</source>
            <translation>戒臂阔度（毫米）</translation>
        </message>
        <message>
            <source>Wish</source>
            <translation>心水</translation>
        </message>
        <message>
            <source>Wish list</source>
            <translation>心愿单</translation>
        </message>
        <message>
            <source>with {name}</source>
            <translation>由{name}负责</translation>
        </message>
        <message>
            <source>Withdraws</source>
            <translation>顾客撤回</translation>
        </message>
        <message>
            <source>Without an answer no message may be sent (Cap. 486 s.35C).</source>
            <translation>未有回答前不可发送消息（第 486 章第 35C 条）。</translation>
        </message>
        <message>
            <source>Without it nobody can say that the piece is ready.</source>
            <translation>否则货品备妥时无法通知顾客。</translation>
        </message>
        <message>
            <source>Witness</source>
            <translation>见证人</translation>
        </message>
        <message>
            <source>witness: {name}</source>
            <translation>见证人：{name}</translation>
        </message>
        <message>
            <source>Wording version {version}: read it aloud.</source>
            <translation>声明版本 {version}：请读给顾客听。</translation>
        </message>
        <message>
            <source>wording {version}</source>
            <translation>声明 {version}</translation>
        </message>
        <message>
            <source>Write something first.</source>
            <translation>请先填写内容。</translation>
        </message>
        <message>
            <source>Write something in the note.</source>
            <translation>请填写备注内容。</translation>
        </message>
        <message>
            <source>Write the country in two letters, such as HK, MO or CN.</source>
            <translation>请以两个字母填写国家／地区，例如 HK、MO 或 CN。</translation>
        </message>
        <message>
            <source>Write the phone number in digits, like 9123 4567.</source>
            <translation>请以数字填写电话，例如 9123 4567。</translation>
        </message>
        <message>
            <source>Written by</source>
            <translation>撰写者</translation>
        </message>
        <message>
            <source>Year</source>
            <translation>年</translation>
        </message>
        <message>
            <source>Year (may be empty)</source>
            <translation>年（可留空）</translation>
        </message>
        <message>
            <source>Years go from 1901 to 2100. Leave the year out if unsure.</source>
            <translation>年份为 1901 至 2100，不肯定可留空。</translation>
        </message>
        <message>
            <source>You are not allowed to do this. Ask your manager.</source>
            <translation>您没有此权限，请向经理查询。</translation>
        </message>
        <message>
            <source>{amount} to pay</source>
            <translation>尚欠 {amount}</translation>
        </message>
        <message>
            <source>{day}, {year}</source>
            <translation>{year}年{day}</translation>
        </message>
        <message>
            <source>{field}: {old} taken out</source>
            <translation>{field}：已删除 {old}</translation>
        </message>
        <message>
            <source>{n} day ago</source>
            <translation>{n} 天前</translation>
        </message>
        <message>
            <source>{n} day past the promise</source>
            <translation>已过承诺日期 {n} 天</translation>
        </message>
        <message>
            <source>{n} days ago</source>
            <translation>{n} 天前</translation>
        </message>
        <message>
            <source>{n} days past the promise</source>
            <translation>已过承诺日期 {n} 天</translation>
        </message>
        <message>
            <source>{n} years</source>
            <translation>{n} 年</translation>
        </message>
        <message>
            <source>{n}{more} customer</source>
            <translation>{n}{more} 位顾客</translation>
        </message>
        <message>
            <source>{n}{more} customers</source>
            <translation>{n}{more} 位顾客</translation>
        </message>
        <message>
            <source>{thing} added</source>
            <translation>添加{thing}</translation>
        </message>
        <message>
            <source>{thing} brought back</source>
            <translation>恢复{thing}</translation>
        </message>
        <message>
            <source>{thing} changed</source>
            <translation>更改{thing}</translation>
        </message>
        <message>
            <source>{thing} put away</source>
            <translation>收起{thing}</translation>
        </message>
        <message>
            <source>{value} is on the card already.</source>
            <translation>{value} 已在客户卡上。</translation>
        </message>
        <message>
            <source>“{label}” may not be collected here: it is more than the shop needs (Cap. 486, data protection principle 1). Leave it empty.</source>
            <translation>此处不可收集“{label}”：超出本店所需（第 486 章保障数据第 1 原则）。请留空。</translation>
        </message>
        <message>
            <source>“{text}” is not a ring size. Write it like HK 14, US 6½, UK M½, EU 54 or 54.4 mm.</source>
            <translation>“{text}”不是戒指尺寸。请填写如 HK 14、US 6½、UK M½、EU 54 或 54.4 mm。</translation>
        </message>
        <message>
            <source>“{value}” is not in the list. Choose one of: {choices}.</source>
            <translation>“{value}”不在清单上，请选择：{choices}。</translation>
        </message>
        <message>
            <source>“{value}” is not in the list. Did you mean {nearest}?</source>
            <translation>“{value}”不在清单上。您是否指 {nearest}？</translation>
        </message>
    </context>
</TS>
