<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_HK" sourcelanguage="en">
    <context>
        <name>JewelCRM</name>
        <message>
            <source>a correction</source>
            <translation>更正</translation>
        </message>
        <message>
            <source>A customer under 18 needs a guardian's consent.</source>
            <translation>未滿 18 歲的顧客須有監護人同意。</translation>
        </message>
        <message>
            <source>A gift can be made to fit.</source>
            <translation>送給顧客的禮物便會合適。</translation>
        </message>
        <message>
            <source>A spoken consent must be confirmed in writing within {days} days.</source>
            <translation>口頭同意須在 {days} 天內以書面向顧客確認。</translation>
        </message>
        <message>
            <source>A wide band: make it about half a size larger, HK {size}.</source>
            <translation>戒臂較闊：宜加大約半號，即港度 {size}。</translation>
        </message>
        <message>
            <source>About</source>
            <translation>關於</translation>
        </message>
        <message>
            <source>Add contact</source>
            <translation>新增聯絡方法</translation>
        </message>
        <message>
            <source>Add customer</source>
            <translation>新增顧客</translation>
        </message>
        <message>
            <source>Add day</source>
            <translation>新增日子</translation>
        </message>
        <message>
            <source>Add note</source>
            <translation>新增備註</translation>
        </message>
        <message>
            <source>Add relation</source>
            <translation>新增關係</translation>
        </message>
        <message>
            <source>Add size</source>
            <translation>新增尺寸</translation>
        </message>
        <message>
            <source>Add wish</source>
            <translation>新增心水</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>地址</translation>
        </message>
        <message>
            <source>Agreed to marketing</source>
            <translation>同意接收推廣</translation>
        </message>
        <message>
            <source>Agrees</source>
            <translation>顧客同意</translation>
        </message>
        <message>
            <source>Alert</source>
            <translation>提示</translation>
        </message>
        <message>
            <source>Alert on the card</source>
            <translation>卡上提示</translation>
        </message>
        <message>
            <source>Alert until</source>
            <translation>提示至</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>All is asked.</source>
            <translation>已全部詢問。</translation>
        </message>
        <message>
            <source>Allergic: {what}</source>
            <translation>敏感：{what}</translation>
        </message>
        <message>
            <source>An e-mail address has an @, like name@example.com.</source>
            <translation>電郵地址須有 @，例如 name@example.com。</translation>
        </message>
        <message>
            <source>an earlier change was undone</source>
            <translation>已還原先前的更改</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>顧客的回答</translation>
        </message>
        <message>
            <source>Ask before calling the office</source>
            <translation>致電公司前請先詢問</translation>
        </message>
        <message>
            <source>Ask your manager to undo it.</source>
            <translation>請經理還原。</translation>
        </message>
        <message>
            <source>Asked by</source>
            <translation>詢問者</translation>
        </message>
        <message>
            <source>Asked on</source>
            <translation>詢問日期</translation>
        </message>
        <message>
            <source>Band width</source>
            <translation>戒臂闊度</translation>
        </message>
        <message>
            <source>band {width} mm</source>
            <translation>戒臂闊 {width} 毫米</translation>
        </message>
        <message>
            <source>Basis</source>
            <translation>依據</translation>
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
            <translation>內容</translation>
        </message>
        <message>
            <source>Bought</source>
            <translation>已購買</translation>
        </message>
        <message>
            <source>Bring back</source>
            <translation>還原</translation>
        </message>
        <message>
            <source>Budget</source>
            <translation>預算</translation>
        </message>
        <message>
            <source>By name</source>
            <translation>按姓名</translation>
        </message>
        <message>
            <source>By number</source>
            <translation>按編號</translation>
        </message>
        <message>
            <source>By which calendar</source>
            <translation>曆法</translation>
        </message>
        <message>
            <source>Calendar</source>
            <translation>曆法</translation>
        </message>
        <message>
            <source>Card</source>
            <translation>資料卡</translation>
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
            <translation>更改聯絡方法</translation>
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
            <translation>須以轉移顧客更改：資料卡上的三點。</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>途徑</translation>
        </message>
        <message>
            <source>Channels</source>
            <translation>途徑</translation>
        </message>
        <message>
            <source>Checked</source>
            <translation>核對</translation>
        </message>
        <message>
            <source>Chinese name</source>
            <translation>中文姓名</translation>
        </message>
        <message>
            <source>Choose</source>
            <translation>請選擇</translation>
        </message>
        <message>
            <source>Choose a customer</source>
            <translation>請選擇顧客</translation>
        </message>
        <message>
            <source>Choose a month.</source>
            <translation>請選擇月份。</translation>
        </message>
        <message>
            <source>Choose another filter, or add a customer.</source>
            <translation>請改用其他篩選，或新增顧客。</translation>
        </message>
        <message>
            <source>Choose somebody else: this is the same customer.</source>
            <translation>請選擇另一位：這是同一位顧客。</translation>
        </message>
        <message>
            <source>Choose the Gregorian or the lunar calendar.</source>
            <translation>請選擇公曆或農曆。</translation>
        </message>
        <message>
            <source>Choose whether the customer agreed or refused.</source>
            <translation>請選擇顧客同意還是拒絕。</translation>
        </message>
        <message>
            <source>Class</source>
            <translation>類別</translation>
        </message>
        <message>
            <source>Close the card</source>
            <translation>關閉資料卡</translation>
        </message>
        <message>
            <source>Coming</source>
            <translation>將到期</translation>
        </message>
        <message>
            <source>Completes the set</source>
            <translation>配成一套</translation>
        </message>
        <message>
            <source>Confirm in writing by</source>
            <translation>書面確認期限</translation>
        </message>
        <message>
            <source>Confirm in writing by {day}.</source>
            <translation>請於 {day} 或之前以書面向顧客確認。</translation>
        </message>
        <message>
            <source>Consent</source>
            <translation>同意</translation>
        </message>
        <message>
            <source>Consent on paper</source>
            <translation>同意紀錄（列印）</translation>
        </message>
        <message>
            <source>Consent to marketing</source>
            <translation>促銷同意</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>聯絡方法</translation>
        </message>
        <message>
            <source>Contacts</source>
            <translation>聯絡方法</translation>
        </message>
        <message>
            <source>Copied: {text}</source>
            <translation>已複製：{text}</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>複製</translation>
        </message>
        <message>
            <source>Copy the phone number</source>
            <translation>複製電話號碼</translation>
        </message>
        <message>
            <source>Correct note</source>
            <translation>更正備註</translation>
        </message>
        <message>
            <source>corrected since</source>
            <translation>其後已更正</translation>
        </message>
        <message>
            <source>Country</source>
            <translation>國家／地區</translation>
        </message>
        <message>
            <source>Country, two letters</source>
            <translation>國家／地區（兩個字母）</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>貨幣</translation>
        </message>
        <message>
            <source>Custom order {number}</source>
            <translation>訂造 {number}</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>顧客</translation>
        </message>
        <message>
            <source>Customer added</source>
            <translation>已新增顧客</translation>
        </message>
        <message>
            <source>Customer since</source>
            <translation>成為顧客日期</translation>
        </message>
        <message>
            <source>Customers</source>
            <translation>顧客</translation>
        </message>
        <message>
            <source>Customers found</source>
            <translation>找到的顧客</translation>
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
            <translation>地區</translation>
        </message>
        <message>
            <source>Do you prefer yellow gold, white gold or platinum?</source>
            <translation>您喜歡黃金、白色黃金還是鉑金？</translation>
        </message>
        <message>
            <source>Do you wear it every day or for occasions?</source>
            <translation>您是每日佩戴還是在特別場合佩戴？</translation>
        </message>
        <message>
            <source>Does any metal irritate your skin?</source>
            <translation>您對哪種金屬敏感？</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>完成</translation>
        </message>
        <message>
            <source>Due today</source>
            <translation>今日到期</translation>
        </message>
        <message>
            <source>Earlier number</source>
            <translation>舊編號</translation>
        </message>
        <message>
            <source>Edit customer</source>
            <translation>編輯顧客</translation>
        </message>
        <message>
            <source>Enter saves. Everything else can be filled in later.</source>
            <translation>按 Enter 儲存，其他資料可稍後補上。</translation>
        </message>
        <message>
            <source>Entries of a ledger stay for ever. Add one that corrects it.</source>
            <translation>分錄會永久保留，請新增一筆更正。</translation>
        </message>
        <message>
            <source>EU</source>
            <translation>歐盟</translation>
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
            <translation>親友</translation>
        </message>
        <message>
            <source>Fill in a name, in English or Chinese.</source>
            <translation>請填寫中文或英文姓名。</translation>
        </message>
        <message>
            <source>Fill in the phone number.</source>
            <translation>請填寫顧客的電話。</translation>
        </message>
        <message>
            <source>Fill in: {label}.</source>
            <translation>請填寫：{label}。</translation>
        </message>
        <message>
            <source>Find the customer and choose.</source>
            <translation>請搜尋並選擇顧客。</translation>
        </message>
        <message>
            <source>Finger</source>
            <translation>手指</translation>
        </message>
        <message>
            <source>Follow-up</source>
            <translation>跟進</translation>
        </message>
        <message>
            <source>Follow-up done</source>
            <translation>已完成跟進</translation>
        </message>
        <message>
            <source>Follow-up stopped</source>
            <translation>已停止跟進</translation>
        </message>
        <message>
            <source>Follow-ups</source>
            <translation>跟進</translation>
        </message>
        <message>
            <source>For certificates and receipts.</source>
            <translation>用於證書及收據。</translation>
        </message>
        <message>
            <source>For the wish list and those who give.</source>
            <translation>可加入心水清單，方便送禮者。</translation>
        </message>
        <message>
            <source>For which occasion</source>
            <translation>用於甚麼場合</translation>
        </message>
        <message>
            <source>Gender</source>
            <translation>性別</translation>
        </message>
        <message>
            <source>Giving data to others needs consent in writing (Cap. 486 s.35J). Use a signed form.</source>
            <translation>向他人提供資料須有書面同意（第 486 章第 35J 條）。請使用簽署表格。</translation>
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
            <translation>紀錄</translation>
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
            <translation>所屬分店</translation>
        </message>
        <message>
            <source>Hong Kong</source>
            <translation>港度</translation>
        </message>
        <message>
            <source>Household</source>
            <translation>家庭戶</translation>
        </message>
        <message>
            <source>Household: {name}</source>
            <translation>家庭戶：{name}</translation>
        </message>
        <message>
            <source>How did you hear of us?</source>
            <translation>您怎樣認識本店？</translation>
        </message>
        <message>
            <source>How do we know</source>
            <translation>資料來源</translation>
        </message>
        <message>
            <source>How do you like to be contacted and served?</source>
            <translation>您喜歡怎樣的聯絡及服務方式？</translation>
        </message>
        <message>
            <source>How do you write your name in Chinese?</source>
            <translation>您的中文姓名怎樣寫？</translation>
        </message>
        <message>
            <source>How may we reach you?</source>
            <translation>怎樣聯絡您最方便？</translation>
        </message>
        <message>
            <source>How the answer was given</source>
            <translation>回答方式</translation>
        </message>
        <message>
            <source>How the customer found us</source>
            <translation>得知途徑</translation>
        </message>
        <message>
            <source>How you were in touch</source>
            <translation>接觸方式</translation>
        </message>
        <message>
            <source>Husband</source>
            <translation>丈夫</translation>
        </message>
        <message>
            <source>In other words</source>
            <translation>其他（自行填寫）</translation>
        </message>
        <message>
            <source>In our shop</source>
            <translation>本店資料</translation>
        </message>
        <message>
            <source>In the evening, a little swollen</source>
            <translation>傍晚量度，手指略腫</translation>
        </message>
        <message>
            <source>In which district do you live?</source>
            <translation>您住在哪一區？</translation>
        </message>
        <message>
            <source>In which month is your birthday?</source>
            <translation>您的生日在哪個月？</translation>
        </message>
        <message>
            <source>in {n} days</source>
            <translation>{n} 天後</translation>
        </message>
        <message>
            <source>Inner circumference</source>
            <translation>內圈周長</translation>
        </message>
        <message>
            <source>Is there a piece you dream of?</source>
            <translation>您有沒有心儀的首飾？</translation>
        </message>
        <message>
            <source>Is to the customer</source>
            <translation>與顧客的關係</translation>
        </message>
        <message>
            <source>It has been changed since.</source>
            <translation>其後已再更改。</translation>
        </message>
        <message>
            <source>It has been sent</source>
            <translation>已經寄出</translation>
        </message>
        <message>
            <source>It is the leap month</source>
            <translation>閏月</translation>
        </message>
        <message>
            <source>It stays in the history and can be brought back.</source>
            <translation>紀錄會保留，並可還原。</translation>
        </message>
        <message>
            <source>Jade bangle, 56 mm, like the sister's</source>
            <translation>玉鈪，56 毫米，像姊姊那隻</translation>
        </message>
        <message>
            <source>Jade bangles, no yellow gold</source>
            <translation>喜歡玉鈪，不要黃金</translation>
        </message>
        <message>
            <source>Japan</source>
            <translation>日本</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>類別</translation>
        </message>
        <message>
            <source>Kinds of goods</source>
            <translation>貨品類別</translation>
        </message>
        <message>
            <source>Label</source>
            <translation>標記</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>語言</translation>
        </message>
        <message>
            <source>Language of the wording</source>
            <translation>聲明語言</translation>
        </message>
        <message>
            <source>Last order</source>
            <translation>最近訂單</translation>
        </message>
        <message>
            <source>Last order first</source>
            <translation>最近訂單先</translation>
        </message>
        <message>
            <source>Late: {what}</source>
            <translation>逾期：{what}</translation>
        </message>
        <message>
            <source>Leap month</source>
            <translation>閏月</translation>
        </message>
        <message>
            <source>Liked</source>
            <translation>顧客喜歡</translation>
        </message>
        <message>
            <source>Likes to be called</source>
            <translation>喜歡的稱呼</translation>
        </message>
        <message>
            <source>likes to be called {name}</source>
            <translation>喜歡被稱為 {name}</translation>
        </message>
        <message>
            <source>Likes, allergies and tags</source>
            <translation>喜好、敏感及標籤</translation>
        </message>
        <message>
            <source>Likes, and what cannot be worn</source>
            <translation>喜好及不能佩戴的</translation>
        </message>
        <message>
            <source>Look the customer up</source>
            <translation>查找該顧客</translation>
        </message>
        <message>
            <source>Look up elsewhere</source>
            <translation>查詢其他分店</translation>
        </message>
        <message>
            <source>Looked after by</source>
            <translation>負責店員</translation>
        </message>
        <message>
            <source>looks wrong, please check</source>
            <translation>似乎有誤，請核對</translation>
        </message>
        <message>
            <source>Lunar month {n}</source>
            <translation>農曆 {n} 月</translation>
        </message>
        <message>
            <source>Lunar year {year} has no leap month {month}.</source>
            <translation>農曆 {year} 年沒有閏 {month} 月。</translation>
        </message>
        <message>
            <source>Marketing consent</source>
            <translation>促銷同意</translation>
        </message>
        <message>
            <source>May we send news of new pieces and offers?</source>
            <translation>可否向顧客介紹新貨及優惠？</translation>
        </message>
        <message>
            <source>May we tell you about new pieces and offers?</source>
            <translation>可否向您介紹新貨及優惠？</translation>
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
            <translation>合併至</translation>
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
            <translation>只需月份，便可提供生日優惠。</translation>
        </message>
        <message>
            <source>Months go from 1 to 12.</source>
            <translation>月份為 1 至 12。</translation>
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
            <translation>請填寫口頭回答的見證人。</translation>
        </message>
        <message>
            <source>Name of a new household</source>
            <translation>新家庭戶名稱</translation>
        </message>
        <message>
            <source>Name the household, or find who lives in it.</source>
            <translation>請填寫家庭戶名稱，或搜尋同住的顧客。</translation>
        </message>
        <message>
            <source>Name, phone or number</source>
            <translation>姓名、電話或編號</translation>
        </message>
        <message>
            <source>Names</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>New contact</source>
            <translation>新聯絡方法</translation>
        </message>
        <message>
            <source>New customer</source>
            <translation>新顧客</translation>
        </message>
        <message>
            <source>New follow-up</source>
            <translation>新跟進</translation>
        </message>
        <message>
            <source>New note</source>
            <translation>新備註</translation>
        </message>
        <message>
            <source>New order</source>
            <translation>新訂單</translation>
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
            <translation>首飾含鎳便是我們的疏忽。</translation>
        </message>
        <message>
            <source>No customers here</source>
            <translation>這裏沒有顧客</translation>
        </message>
        <message>
            <source>No follow-ups</source>
            <translation>沒有跟進</translation>
        </message>
        <message>
            <source>No longer shown in lists; the records stay.</source>
            <translation>顧客不再在清單中顯示，紀錄會保留。</translation>
        </message>
        <message>
            <source>No longer wanted</source>
            <translation>不再需要</translation>
        </message>
        <message>
            <source>No notes yet.</source>
            <translation>尚未有備註。</translation>
        </message>
        <message>
            <source>No orders yet</source>
            <translation>尚未有訂單</translation>
        </message>
        <message>
            <source>No payments yet</source>
            <translation>尚未有付款</translation>
        </message>
        <message>
            <source>No phone or e-mail yet.</source>
            <translation>尚未有電話或電郵。</translation>
        </message>
        <message>
            <source>Nobody yet.</source>
            <translation>尚未有資料。</translation>
        </message>
        <message>
            <source>Not asked yet</source>
            <translation>尚未詢問</translation>
        </message>
        <message>
            <source>Not asked yet. Without an answer nothing may be sent.</source>
            <translation>尚未詢問顧客。未有回答前不可發送任何推廣。</translation>
        </message>
        <message>
            <source>Not complete yet. Still to ask: {missing}.</source>
            <translation>尚未齊備，仍須詢問：{missing}。</translation>
        </message>
        <message>
            <source>Not measured yet.</source>
            <translation>尚未量度。</translation>
        </message>
        <message>
            <source>Not now</source>
            <translation>稍後</translation>
        </message>
        <message>
            <source>Not wanted</source>
            <translation>不合適</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>備註</translation>
        </message>
        <message>
            <source>Note added</source>
            <translation>已新增備註</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>備註</translation>
        </message>
        <message>
            <source>Nothing has been changed yet.</source>
            <translation>尚未有更改。</translation>
        </message>
        <message>
            <source>Nothing has happened yet.</source>
            <translation>尚無紀錄。</translation>
        </message>
        <message>
            <source>Nothing is waiting. Ask what the customer is looking for.</source>
            <translation>沒有待辦事項。請詢問顧客想找甚麼。</translation>
        </message>
        <message>
            <source>Nothing noted yet.</source>
            <translation>尚未有紀錄。</translation>
        </message>
        <message>
            <source>Nothing on the list.</source>
            <translation>清單上沒有項目。</translation>
        </message>
        <message>
            <source>Notice language</source>
            <translation>聲明語言</translation>
        </message>
        <message>
            <source>Notice version</source>
            <translation>聲明版本</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>編號</translation>
        </message>
        <message>
            <source>Number in an older system</source>
            <translation>舊系統編號</translation>
        </message>
        <message>
            <source>Number or address</source>
            <translation>號碼或地址</translation>
        </message>
        <message>
            <source>Occasion</source>
            <translation>重要日子</translation>
        </message>
        <message>
            <source>On paper</source>
            <translation>列印成文件</translation>
        </message>
        <message>
            <source>on the wish list</source>
            <translation>在心水清單上</translation>
        </message>
        <message>
            <source>Online only</source>
            <translation>只看網上</translation>
        </message>
        <message>
            <source>Only a spoken consent needs a confirmation in writing.</source>
            <translation>只有口頭同意才須書面確認。</translation>
        </message>
        <message>
            <source>Only the lunar calendar has leap months.</source>
            <translation>只有農曆才有閏月。</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>開啟</translation>
        </message>
        <message>
            <source>Open business</source>
            <translation>進行中</translation>
        </message>
        <message>
            <source>Open card</source>
            <translation>開啟資料卡</translation>
        </message>
        <message>
            <source>Open now</source>
            <translation>進行中</translation>
        </message>
        <message>
            <source>Open order</source>
            <translation>開啟訂單</translation>
        </message>
        <message>
            <source>Open orders: {count}. Finish or cancel them first.</source>
            <translation>仍有 {count} 張未完成的訂單，請先完成或取消。</translation>
        </message>
        <message>
            <source>Open the card of {name}</source>
            <translation>開啟{name}的資料卡</translation>
        </message>
        <message>
            <source>Open WhatsApp</source>
            <translation>開啟 WhatsApp</translation>
        </message>
        <message>
            <source>Or: lives with</source>
            <translation>或：與誰同住</translation>
        </message>
        <message>
            <source>Order it</source>
            <translation>落單</translation>
        </message>
        <message>
            <source>Order {number}</source>
            <translation>訂單 {number}</translation>
        </message>
        <message>
            <source>Orders</source>
            <translation>訂單</translation>
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
            <translation>概覽</translation>
        </message>
        <message>
            <source>Parts of the card</source>
            <translation>資料卡分頁</translation>
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
            <translation>可能已有此顧客</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>電話</translation>
        </message>
        <message>
            <source>Pieces owned</source>
            <translation>擁有的首飾</translation>
        </message>
        <message>
            <source>Preference</source>
            <translation>喜好</translation>
        </message>
        <message>
            <source>Preferred</source>
            <translation>首選</translation>
        </message>
        <message>
            <source>Preferred name</source>
            <translation>喜歡的稱呼</translation>
        </message>
        <message>
            <source>preferred one</source>
            <translation>首選</translation>
        </message>
        <message>
            <source>Product</source>
            <translation>貨品</translation>
        </message>
        <message>
            <source>promised {day}</source>
            <translation>承諾 {day}</translation>
        </message>
        <message>
            <source>Promised: {what}</source>
            <translation>已承諾：{what}</translation>
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
            <translation>填寫下次要詢問的事項及時間。</translation>
        </message>
        <message>
            <source>Put off</source>
            <translation>延後</translation>
        </message>
        <message>
            <source>Put the customer away</source>
            <translation>收起此顧客</translation>
        </message>
        <message>
            <source>Put the customer away instead.</source>
            <translation>請改為收起顧客。</translation>
        </message>
        <message>
            <source>Put this customer away?</source>
            <translation>收起此顧客？</translation>
        </message>
        <message>
            <source>Ready: {what}</source>
            <translation>可取件：{what}</translation>
        </message>
        <message>
            <source>Record answer</source>
            <translation>記錄回答</translation>
        </message>
        <message>
            <source>Record is complete</source>
            <translation>資料已齊備</translation>
        </message>
        <message>
            <source>Refund {number}</source>
            <translation>退款 {number}</translation>
        </message>
        <message>
            <source>Refused marketing</source>
            <translation>拒絕接收推廣</translation>
        </message>
        <message>
            <source>Refuses</source>
            <translation>顧客拒絕</translation>
        </message>
        <message>
            <source>Relation</source>
            <translation>關係</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>備註</translation>
        </message>
        <message>
            <source>Repair</source>
            <translation>維修</translation>
        </message>
        <message>
            <source>Repair {number}</source>
            <translation>維修 {number}</translation>
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
            <translation>銷售 {number}</translation>
        </message>
        <message>
            <source>Same Chinese name</source>
            <translation>中文姓名相同</translation>
        </message>
        <message>
            <source>Same e-mail or account</source>
            <translation>電郵或帳號相同</translation>
        </message>
        <message>
            <source>Same name</source>
            <translation>姓名相同</translation>
        </message>
        <message>
            <source>Same name with more words</source>
            <translation>姓名相同但字數較多</translation>
        </message>
        <message>
            <source>Same phone</source>
            <translation>電話相同</translation>
        </message>
        <message>
            <source>Save size</source>
            <translation>儲存尺寸</translation>
        </message>
        <message>
            <source>Saved</source>
            <translation>已儲存</translation>
        </message>
        <message>
            <source>Say what is wished for.</source>
            <translation>請填寫顧客的心水。</translation>
        </message>
        <message>
            <source>Say why the customer is put away.</source>
            <translation>請填寫收起顧客的原因。</translation>
        </message>
        <message>
            <source>Send the written confirmation of the spoken consent first.</source>
            <translation>請先寄出口頭同意的書面確認。</translation>
        </message>
        <message>
            <source>Shall I measure your ring size?</source>
            <translation>可否替您量度戒指尺寸？</translation>
        </message>
        <message>
            <source>Show older</source>
            <translation>顯示較早的</translation>
        </message>
        <message>
            <source>Show older changes</source>
            <translation>顯示較舊的更改</translation>
        </message>
        <message>
            <source>Shown until</source>
            <translation>顯示至</translation>
        </message>
        <message>
            <source>Silver</source>
            <translation>銀</translation>
        </message>
        <message>
            <source>Size, as the customer says it</source>
            <translation>尺寸（按顧客的說法）</translation>
        </message>
        <message>
            <source>So that nobody calls too early.</source>
            <translation>以免過早致電打擾。</translation>
        </message>
        <message>
            <source>So that the right person calls.</source>
            <translation>由合適的同事致電。</translation>
        </message>
        <message>
            <source>Sorted by</source>
            <translation>排序</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>來源</translation>
        </message>
        <message>
            <source>Speaks</source>
            <translation>語言</translation>
        </message>
        <message>
            <source>Special order {number}</source>
            <translation>訂購 {number}</translation>
        </message>
        <message>
            <source>State</source>
            <translation>狀態</translation>
        </message>
        <message>
            <source>State of the card</source>
            <translation>資料卡狀態</translation>
        </message>
        <message>
            <source>Still to ask</source>
            <translation>仍須詢問</translation>
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
            <translation>系統</translation>
        </message>
        <message>
            <source>Take off</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>Take this off the card?</source>
            <translation>從資料卡移除？</translation>
        </message>
        <message>
            <source>Taken off the card</source>
            <translation>已從資料卡移除</translation>
        </message>
        <message>
            <source>That month has only {last} days.</source>
            <translation>該月只有 {last} 天。</translation>
        </message>
        <message>
            <source>The card opens here with all that is waiting.</source>
            <translation>資料卡會在此開啟，顯示所有待辦事項。</translation>
        </message>
        <message>
            <source>The change has been undone</source>
            <translation>已還原該更改</translation>
        </message>
        <message>
            <source>The customer does not want marketing here.</source>
            <translation>顧客不願在此途徑接收推廣。</translation>
        </message>
        <message>
            <source>The customer has answered anew since. Look at the latest answer.</source>
            <translation>顧客其後已重新回答，請查看最新回答。</translation>
        </message>
        <message>
            <source>The customer has been put away</source>
            <translation>顧客已收起</translation>
        </message>
        <message>
            <source>The customer has not been asked.</source>
            <translation>未曾詢問顧客。</translation>
        </message>
        <message>
            <source>The customer is back</source>
            <translation>已還原顧客</translation>
        </message>
        <message>
            <source>The customer's own branch keeps what there is.</source>
            <translation>有關資料由顧客所屬的分店保存。</translation>
        </message>
        <message>
            <source>The first note stays readable in the history.</source>
            <translation>原有備註仍會保留在紀錄中。</translation>
        </message>
        <message>
            <source>The month alone is enough for a birthday offer.</source>
            <translation>只需月份，已可提供生日優惠。</translation>
        </message>
        <message>
            <source>The other customer</source>
            <translation>另一位顧客</translation>
        </message>
        <message>
            <source>The preferred one</source>
            <translation>顧客首選</translation>
        </message>
        <message>
            <source>The {name} family</source>
            <translation>{name}家</translation>
        </message>
        <message>
            <source>There is no ring size {label} in {system}.</source>
            <translation>{system} 沒有 {label} 號戒指。</translation>
        </message>
        <message>
            <source>These two are related already. Take that relation away first.</source>
            <translation>兩位顧客已有關係，請先移除。</translation>
        </message>
        <message>
            <source>They appear here once taken.</source>
            <translation>收款後會在此顯示。</translation>
        </message>
        <message>
            <source>They live in one household</source>
            <translation>同住一戶</translation>
        </message>
        <message>
            <source>This answer is not here. Look at the card again.</source>
            <translation>找不到此回答，請重新查看資料卡。</translation>
        </message>
        <message>
            <source>This customer has been put away.</source>
            <translation>此顧客已收起。</translation>
        </message>
        <message>
            <source>This customer has been put away. Bring the card back first.</source>
            <translation>此顧客已收起，請先還原資料卡。</translation>
        </message>
        <message>
            <source>This customer is not here. Search again.</source>
            <translation>找不到此顧客，請再搜尋。</translation>
        </message>
        <message>
            <source>This field of another branch's customer is covered. Only the customer's own branch can change it.</source>
            <translation>這是其他分店的顧客，此欄位已遮蓋，只有顧客所屬的分店可以更改。</translation>
        </message>
        <message>
            <source>This is a customer of another branch: only the initials are here. Look the customer up at head office and open the card first.</source>
            <translation>這是其他分店的顧客，這裏只有姓名縮寫。請先向總公司查找該顧客並開啟其資料卡。</translation>
        </message>
        <message>
            <source>This is undone where it was done: move, change or cancel it there.</source>
            <translation>請在原處移動、更改或取消。</translation>
        </message>
        <message>
            <source>This line is no longer there. Look at the card again.</source>
            <translation>此項目已不存在，請重新查看資料卡。</translation>
        </message>
        <message>
            <source>This looks like a Hong Kong identity card number. A shop may not keep it here (Cap. 486, Code of Practice on the Identity Card Number). Take it out; write # before an item code.</source>
            <translation>這似乎是香港身份證號碼，商店不可在此保存（第 486 章《身份證號碼及其他身分代號實務守則》）。請刪除；如屬貨號，請在前面加上 #。</translation>
        </message>
        <message>
            <source>This note has been corrected already. Correct the newer one.</source>
            <translation>此備註已更正，請更正較新的一則。</translation>
        </message>
        <message>
            <source>This piece is not in the catalogue any more.</source>
            <translation>此貨品已不在目錄中。</translation>
        </message>
        <message>
            <source>Tick at least one channel and one kind of goods.</source>
            <translation>請最少剔選一個途徑及一類貨品。</translation>
        </message>
        <message>
            <source>Tick something or write it in other words.</source>
            <translation>請剔選項目或自行填寫。</translation>
        </message>
        <message>
            <source>Tier</source>
            <translation>級別</translation>
        </message>
        <message>
            <source>Timeline</source>
            <translation>時間線</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>稱謂</translation>
        </message>
        <message>
            <source>To call when one comes in.</source>
            <translation>到貨時可致電通知。</translation>
        </message>
        <message>
            <source>To complete</source>
            <translation>待補資料</translation>
        </message>
        <message>
            <source>To confirm in writing</source>
            <translation>待書面確認</translation>
        </message>
        <message>
            <source>To know which advertising works.</source>
            <translation>了解哪種宣傳有效。</translation>
        </message>
        <message>
            <source>To name the nearest branch.</source>
            <translation>可介紹最近的分店。</translation>
        </message>
        <message>
            <source>To propose what fits.</source>
            <translation>以便推介合適款式。</translation>
        </message>
        <message>
            <source>To send a reminder in time for a present.</source>
            <translation>可及時提醒選購禮物。</translation>
        </message>
        <message>
            <source>To show that tray first.</source>
            <translation>可先展示該類貨品。</translation>
        </message>
        <message>
            <source>Tried the jade bangle, wants 56 mm</source>
            <translation>試戴玉鈪，想要 56 毫米</translation>
        </message>
        <message>
            <source>turns {n}</source>
            <translation>{n} 歲</translation>
        </message>
        <message>
            <source>UK</source>
            <translation>英國</translation>
        </message>
        <message>
            <source>Under 18</source>
            <translation>未滿 18 歲</translation>
        </message>
        <message>
            <source>Under 18: needs a guardian's consent</source>
            <translation>未滿 18 歲：須監護人同意</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>還原</translation>
        </message>
        <message>
            <source>Undo this change?</source>
            <translation>還原此更改？</translation>
        </message>
        <message>
            <source>US</source>
            <translation>美國</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>內容</translation>
        </message>
        <message>
            <source>VIP</source>
            <translation>貴賓</translation>
        </message>
        <message>
            <source>Wanted by</source>
            <translation>希望日期</translation>
        </message>
        <message>
            <source>wanted by {day}</source>
            <translation>希望於 {day} 前</translation>
        </message>
        <message>
            <source>What is it today?</source>
            <translation>顧客今日想要甚麼？</translation>
        </message>
        <message>
            <source>What is wished for</source>
            <translation>心水</translation>
        </message>
        <message>
            <source>When is your anniversary?</source>
            <translation>您的結婚週年是哪天？</translation>
        </message>
        <message>
            <source>Where it happened</source>
            <translation>發生於</translation>
        </message>
        <message>
            <source>Where it is</source>
            <translation>地點</translation>
        </message>
        <message>
            <source>Where we met</source>
            <translation>建立途徑</translation>
        </message>
        <message>
            <source>Which customers</source>
            <translation>哪些顧客</translation>
        </message>
        <message>
            <source>Which language do you like to speak?</source>
            <translation>您喜歡用哪種語言？</translation>
        </message>
        <message>
            <source>Which stones do you like best?</source>
            <translation>您最喜歡哪種寶石？</translation>
        </message>
        <message>
            <source>Who else heard it.</source>
            <translation>還有誰聽到。</translation>
        </message>
        <message>
            <source>Whose</source>
            <translation>誰的</translation>
        </message>
        <message>
            <source>Whose (empty: the customer's own)</source>
            <translation>誰的（留空即顧客本人）</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Width of the band, mm</source>
            <translation>戒臂闊度（毫米）</translation>
        </message>
        <message>
            <source>Wish</source>
            <translation>心水</translation>
        </message>
        <message>
            <source>Wish list</source>
            <translation>心水清單</translation>
        </message>
        <message>
            <source>with {name}</source>
            <translation>由{name}負責</translation>
        </message>
        <message>
            <source>Withdraws</source>
            <translation>顧客撤回</translation>
        </message>
        <message>
            <source>Without an answer no message may be sent (Cap. 486 s.35C).</source>
            <translation>未有回答前不可發送訊息（第 486 章第 35C 條）。</translation>
        </message>
        <message>
            <source>Without it nobody can say that the piece is ready.</source>
            <translation>否則貨品備妥時無法通知顧客。</translation>
        </message>
        <message>
            <source>Witness</source>
            <translation>見證人</translation>
        </message>
        <message>
            <source>witness: {name}</source>
            <translation>見證人：{name}</translation>
        </message>
        <message>
            <source>Wording version {version}: read it aloud.</source>
            <translation>聲明版本 {version}：請讀給顧客聽。</translation>
        </message>
        <message>
            <source>wording {version}</source>
            <translation>聲明 {version}</translation>
        </message>
        <message>
            <source>Write something first.</source>
            <translation>請先填寫內容。</translation>
        </message>
        <message>
            <source>Write something in the note.</source>
            <translation>請填寫備註內容。</translation>
        </message>
        <message>
            <source>Write the country in two letters, such as HK, MO or CN.</source>
            <translation>請以兩個字母填寫國家／地區，例如 HK、MO 或 CN。</translation>
        </message>
        <message>
            <source>Write the phone number in digits, like 9123 4567.</source>
            <translation>請以數字填寫電話，例如 9123 4567。</translation>
        </message>
        <message>
            <source>Written by</source>
            <translation>撰寫者</translation>
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
            <translation>年份為 1901 至 2100，不肯定可留空。</translation>
        </message>
        <message>
            <source>You are not allowed to do this. Ask your manager.</source>
            <translation>您沒有此權限，請向經理查詢。</translation>
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
            <translation>{field}：已刪除 {old}</translation>
        </message>
        <message>
            <source>{n} day ago</source>
            <translation>{n} 天前</translation>
        </message>
        <message>
            <source>{n} day past the promise</source>
            <translation>已過承諾日期 {n} 天</translation>
        </message>
        <message>
            <source>{n} days ago</source>
            <translation>{n} 天前</translation>
        </message>
        <message>
            <source>{n} days past the promise</source>
            <translation>已過承諾日期 {n} 天</translation>
        </message>
        <message>
            <source>{n} years</source>
            <translation>{n} 年</translation>
        </message>
        <message>
            <source>{n}{more} customer</source>
            <translation>{n}{more} 位顧客</translation>
        </message>
        <message>
            <source>{n}{more} customers</source>
            <translation>{n}{more} 位顧客</translation>
        </message>
        <message>
            <source>{thing} added</source>
            <translation>新增{thing}</translation>
        </message>
        <message>
            <source>{thing} brought back</source>
            <translation>還原{thing}</translation>
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
            <translation>{value} 已在資料卡上。</translation>
        </message>
        <message>
            <source>“{label}” may not be collected here: it is more than the shop needs (Cap. 486, data protection principle 1). Leave it empty.</source>
            <translation>此處不可收集「{label}」：超出本店所需（第 486 章保障資料第 1 原則）。請留空。</translation>
        </message>
        <message>
            <source>“{text}” is not a ring size. Write it like HK 14, US 6½, UK M½, EU 54 or 54.4 mm.</source>
            <translation>「{text}」不是戒指尺寸。請填寫如 HK 14、US 6½、UK M½、EU 54 或 54.4 mm。</translation>
        </message>
        <message>
            <source>“{value}” is not in the list. Choose one of: {choices}.</source>
            <translation>「{value}」不在清單上，請選擇：{choices}。</translation>
        </message>
        <message>
            <source>“{value}” is not in the list. Did you mean {nearest}?</source>
            <translation>「{value}」不在清單上。您是否指 {nearest}？</translation>
        </message>
    </context>
</TS>
