<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_HK" sourcelanguage="en">
    <context>
        <name>JewelCRM</name>
        <message>
            <source>12.34, or 0.33 tael</source>
            <translation>12.34 或 3錢3分</translation>
        </message>
        <message>
            <source>A payment due is a deposit, an instalment or the balance.</source>
            <translation>應付款項須為訂金、分期或尾數。</translation>
        </message>
        <message>
            <source>A piece sold by weight needs its weight.</source>
            <translation>按重計價的貨品須填重量。</translation>
        </message>
        <message>
            <source>A piece that is taken along at once is paid in full.</source>
            <translation>即時取貨須付清全數。</translation>
        </message>
        <message>
            <source>Add a line</source>
            <translation>加一項</translation>
        </message>
        <message>
            <source>Add a piece</source>
            <translation>加貨品</translation>
        </message>
        <message>
            <source>Agree on instalments</source>
            <translation>約定分期</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>All kinds</source>
            <translation>所有類別</translation>
        </message>
        <message>
            <source>All of it</source>
            <translation>全數</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金額</translation>
        </message>
        <message>
            <source>Amount of this line</source>
            <translation>此項金額</translation>
        </message>
        <message>
            <source>An order needs at least one line.</source>
            <translation>訂單最少要有一項。</translation>
        </message>
        <message>
            <source>An order needs at least one line. Cancel the order instead.</source>
            <translation>訂單最少要有一項，請改為取消訂單。</translation>
        </message>
        <message>
            <source>An order that is {stage} cannot become {to_stage}. It can become: {next}.</source>
            <translation>訂單現為「{stage}」，不能轉為「{to_stage}」。可轉為：{next}。</translation>
        </message>
        <message>
            <source>Another piece</source>
            <translation>再加一件</translation>
        </message>
        <message>
            <source>Appraisal</source>
            <translation>估值</translation>
        </message>
        <message>
            <source>Ask the customer</source>
            <translation>請顧客確認</translation>
        </message>
        <message>
            <source>At another shop</source>
            <translation>其他分店取件</translation>
        </message>
        <message>
            <source>At the workshop</source>
            <translation>外發中</translation>
        </message>
        <message>
            <source>At this shop</source>
            <translation>本店取件</translation>
        </message>
        <message>
            <source>Awaiting approval</source>
            <translation>待確認</translation>
        </message>
        <message>
            <source>Back to the drawing board</source>
            <translation>退回重新設計</translation>
        </message>
        <message>
            <source>Back to work</source>
            <translation>退回製作</translation>
        </message>
        <message>
            <source>Balance</source>
            <translation>尾數</translation>
        </message>
        <message>
            <source>Board</source>
            <translation>看板</translation>
        </message>
        <message>
            <source>Board or list</source>
            <translation>看板或清單</translation>
        </message>
        <message>
            <source>Board: {price} {unit}. The price follows the weight.</source>
            <translation>牌價：{price}（{unit}）。售價按重量計算。</translation>
        </message>
        <message>
            <source>Brought home</source>
            <translation>送貨上門</translation>
        </message>
        <message>
            <source>By courier</source>
            <translation>速遞</translation>
        </message>
        <message>
            <source>By weight this piece is {price}. Give the difference as a discount.</source>
            <translation>按重計算此貨品為 {price}，差額請以折扣方式給予。</translation>
        </message>
        <message>
            <source>came in: {condition}</source>
            <translation>收件狀況：{condition}</translation>
        </message>
        <message>
            <source>Cancel order</source>
            <translation>取消訂單</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <translation>已取消</translation>
        </message>
        <message>
            <source>Certificate</source>
            <translation>證書</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>更改</translation>
        </message>
        <message>
            <source>Change the piece</source>
            <translation>修改貨品</translation>
        </message>
        <message>
            <source>Change this line</source>
            <translation>修改此項</translation>
        </message>
        <message>
            <source>Check quality</source>
            <translation>送質檢</translation>
        </message>
        <message>
            <source>Choose counter, phone or online.</source>
            <translation>請選門市、電話或網上。</translation>
        </message>
        <message>
            <source>Choose how it will be collected.</source>
            <translation>請選取件方式。</translation>
        </message>
        <message>
            <source>Choose sale, special order, custom order or repair.</source>
            <translation>請選銷售、訂貨、訂造或維修。</translation>
        </message>
        <message>
            <source>Choose the customer first.</source>
            <translation>請先選擇顧客。</translation>
        </message>
        <message>
            <source>Cleaning and polishing</source>
            <translation>清洗打磨</translation>
        </message>
        <message>
            <source>Close this order</source>
            <translation>關閉此訂單</translation>
        </message>
        <message>
            <source>Collected</source>
            <translation>已取件</translation>
        </message>
        <message>
            <source>Collected: {how}</source>
            <translation>取件：{how}</translation>
        </message>
        <message>
            <source>Commission</source>
            <translation>佣金</translation>
        </message>
        <message>
            <source>Condition as received</source>
            <translation>收件時狀況</translation>
        </message>
        <message>
            <source>Confirm</source>
            <translation>確認</translation>
        </message>
        <message>
            <source>Confirm the order before taking money for it.</source>
            <translation>收款前請先確認訂單。</translation>
        </message>
        <message>
            <source>Confirmed</source>
            <translation>已確認</translation>
        </message>
        <message>
            <source>Counter</source>
            <translation>門市</translation>
        </message>
        <message>
            <source>Custom order</source>
            <translation>訂造</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>顧客</translation>
        </message>
        <message>
            <source>Customer told</source>
            <translation>已通知顧客</translation>
        </message>
        <message>
            <source>Customer was told</source>
            <translation>已通知顧客</translation>
        </message>
        <message>
            <source>declared value {amount}</source>
            <translation>申報價值 {amount}</translation>
        </message>
        <message>
            <source>Describe the piece</source>
            <translation>補充貨品說明</translation>
        </message>
        <message>
            <source>Diamond</source>
            <translation>鑽石</translation>
        </message>
        <message>
            <source>Discount</source>
            <translation>折扣</translation>
        </message>
        <message>
            <source>discount {amount}</source>
            <translation>折扣 {amount}</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>完成</translation>
        </message>
        <message>
            <source>Draft</source>
            <translation>草稿</translation>
        </message>
        <message>
            <source>Each payment due must be more than nothing.</source>
            <translation>每筆應付款項須大於零。</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>編輯</translation>
        </message>
        <message>
            <source>Edit order</source>
            <translation>修改訂單</translation>
        </message>
        <message>
            <source>Engraving</source>
            <translation>刻字</translation>
        </message>
        <message>
            <source>Estimate</source>
            <translation>估價</translation>
        </message>
        <message>
            <source>Estimate anew</source>
            <translation>重新估價</translation>
        </message>
        <message>
            <source>Estimating</source>
            <translation>估價中</translation>
        </message>
        <message>
            <source>Find the customer and choose.</source>
            <translation>請搜尋並選擇顧客。</translation>
        </message>
        <message>
            <source>Follow-up</source>
            <translation>跟進</translation>
        </message>
        <message>
            <source>for {n} day</source>
            <translation>已 {n} 天</translation>
        </message>
        <message>
            <source>for {n} days</source>
            <translation>已 {n} 天</translation>
        </message>
        <message>
            <source>GIA 1234567890</source>
            <translation>GIA 1234567890</translation>
        </message>
        <message>
            <source>Give each payment its day and amount.</source>
            <translation>請填每筆付款的日期和金額。</translation>
        </message>
        <message>
            <source>Give the weight of each piece by itself.</source>
            <translation>請分別填每件貨品的重量。</translation>
        </message>
        <message>
            <source>Given back</source>
            <translation>已退款</translation>
        </message>
        <message>
            <source>Hand over</source>
            <translation>交貨</translation>
        </message>
        <message>
            <source>Hidden from the household until that day</source>
            <translation>在該日之前對家人保密</translation>
        </message>
        <message>
            <source>How it is collected</source>
            <translation>取件方式</translation>
        </message>
        <message>
            <source>Hurry</source>
            <translation>加急</translation>
        </message>
        <message>
            <source>In this stage</source>
            <translation>在此階段</translation>
        </message>
        <message>
            <source>In work</source>
            <translation>製作中</translation>
        </message>
        <message>
            <source>in {weight}</source>
            <translation>收件 {weight}</translation>
        </message>
        <message>
            <source>Job envelope</source>
            <translation>維修袋</translation>
        </message>
        <message>
            <source>Keep the order</source>
            <translation>保留訂單</translation>
        </message>
        <message>
            <source>Kind of order</source>
            <translation>訂單類別</translation>
        </message>
        <message>
            <source>Labels</source>
            <translation>標籤</translation>
        </message>
        <message>
            <source>Labour</source>
            <translation>手工</translation>
        </message>
        <message>
            <source>labour {amount}</source>
            <translation>手工 {amount}</translation>
        </message>
        <message>
            <source>Late</source>
            <translation>逾期</translation>
        </message>
        <message>
            <source>List</source>
            <translation>清單</translation>
        </message>
        <message>
            <source>Melting and remaking</source>
            <translation>熔金重造</translation>
        </message>
        <message>
            <source>Metal</source>
            <translation>金屬</translation>
        </message>
        <message>
            <source>Metal and stones</source>
            <translation>金屬及寶石</translation>
        </message>
        <message>
            <source>Mine</source>
            <translation>我的</translation>
        </message>
        <message>
            <source>Moved to: {stage}</source>
            <translation>已轉為：{stage}</translation>
        </message>
        <message>
            <source>New customer</source>
            <translation>新顧客</translation>
        </message>
        <message>
            <source>New order</source>
            <translation>新訂單</translation>
        </message>
        <message>
            <source>No further step</source>
            <translation>沒有下一步</translation>
        </message>
        <message>
            <source>No orders here</source>
            <translation>沒有訂單</translation>
        </message>
        <message>
            <source>No piece has the code {code}.</source>
            <translation>沒有編號為 {code} 的貨品。</translation>
        </message>
        <message>
            <source>Nobody came</source>
            <translation>逾期未取</translation>
        </message>
        <message>
            <source>none, heated, type A</source>
            <translation>無、熱處理、A貨</translation>
        </message>
        <message>
            <source>Old number {number}</source>
            <translation>舊編號 {number}</translation>
        </message>
        <message>
            <source>Online</source>
            <translation>網上</translation>
        </message>
        <message>
            <source>Only a confirmed sale is taken along at once.</source>
            <translation>只有已確認的銷售可即時取貨。</translation>
        </message>
        <message>
            <source>Only orders I took</source>
            <translation>只看我經手的訂單</translation>
        </message>
        <message>
            <source>Open an order first: its labels are printed from there.</source>
            <translation>請先開啟訂單，再列印標籤。</translation>
        </message>
        <message>
            <source>Open card</source>
            <translation>開啟資料卡</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>訂單</translation>
        </message>
        <message>
            <source>Order changed</source>
            <translation>訂單已修改</translation>
        </message>
        <message>
            <source>Order saved</source>
            <translation>訂單已儲存</translation>
        </message>
        <message>
            <source>Ordered by</source>
            <translation>下單途徑</translation>
        </message>
        <message>
            <source>Orders</source>
            <translation>訂單</translation>
        </message>
        <message>
            <source>Other work</source>
            <translation>其他工序</translation>
        </message>
        <message>
            <source>out {weight}</source>
            <translation>交件 {weight}</translation>
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
            <source>Paid in full and taken along now</source>
            <translation>即時付清並取貨</translation>
        </message>
        <message>
            <source>Paid now</source>
            <translation>現付</translation>
        </message>
        <message>
            <source>Payment</source>
            <translation>付款</translation>
        </message>
        <message>
            <source>Payments</source>
            <translation>付款</translation>
        </message>
        <message>
            <source>per gram</source>
            <translation>每克</translation>
        </message>
        <message>
            <source>per tael</source>
            <translation>每兩</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>電話</translation>
        </message>
        <message>
            <source>Piece</source>
            <translation>貨品</translation>
        </message>
        <message>
            <source>Pieces</source>
            <translation>貨品</translation>
        </message>
        <message>
            <source>Price of the work</source>
            <translation>工序價錢</translation>
        </message>
        <message>
            <source>Prices, labour and discounts are never negative.</source>
            <translation>價錢、手工和折扣不能為負數。</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>列印</translation>
        </message>
        <message>
            <source>Promised</source>
            <translation>取件日期</translation>
        </message>
        <message>
            <source>Promised for</source>
            <translation>取件日期</translation>
        </message>
        <message>
            <source>Prongs re-tipped or tightened</source>
            <translation>修爪</translation>
        </message>
        <message>
            <source>Quality check</source>
            <translation>質檢</translation>
        </message>
        <message>
            <source>Quantity</source>
            <translation>數量</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>可取件</translation>
        </message>
        <message>
            <source>Ready for collection</source>
            <translation>可取件</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Receipt</source>
            <translation>收據</translation>
        </message>
        <message>
            <source>Receipt {number}</source>
            <translation>收據 {number}</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>已收件</translation>
        </message>
        <message>
            <source>Refund</source>
            <translation>退款</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>備註</translation>
        </message>
        <message>
            <source>Remark (may be empty)</source>
            <translation>備註（可留空）</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>Remove this line</source>
            <translation>移除此項</translation>
        </message>
        <message>
            <source>Remove this piece</source>
            <translation>移除此貨品</translation>
        </message>
        <message>
            <source>Remove this piece?</source>
            <translation>移除此貨品？</translation>
        </message>
        <message>
            <source>Repair</source>
            <translation>維修</translation>
        </message>
        <message>
            <source>Resizing</source>
            <translation>改圈（改手寸）</translation>
        </message>
        <message>
            <source>Restringing</source>
            <translation>重新穿線</translation>
        </message>
        <message>
            <source>Return unrepaired</source>
            <translation>未修退回</translation>
        </message>
        <message>
            <source>Returned unrepaired</source>
            <translation>未維修退回</translation>
        </message>
        <message>
            <source>Rhodium plating</source>
            <translation>電白（鍍銠）</translation>
        </message>
        <message>
            <source>Ring size {size}</source>
            <translation>手寸 {size}</translation>
        </message>
        <message>
            <source>Rush</source>
            <translation>加急</translation>
        </message>
        <message>
            <source>Sale</source>
            <translation>銷售</translation>
        </message>
        <message>
            <source>Save order</source>
            <translation>儲存訂單</translation>
        </message>
        <message>
            <source>Say on which day it will be ready.</source>
            <translation>請填取件日期。</translation>
        </message>
        <message>
            <source>Say what it is.</source>
            <translation>請填貨品名稱。</translation>
        </message>
        <message>
            <source>Say why: this step needs a reason.</source>
            <translation>此步驟須填原因。</translation>
        </message>
        <message>
            <source>Schedule changed</source>
            <translation>付款日程已修改</translation>
        </message>
        <message>
            <source>Send to workshop</source>
            <translation>外發工場</translation>
        </message>
        <message>
            <source>Show the order</source>
            <translation>查看訂單</translation>
        </message>
        <message>
            <source>since today</source>
            <translation>今日開始</translation>
        </message>
        <message>
            <source>Sold by weight</source>
            <translation>按重計價</translation>
        </message>
        <message>
            <source>Soldering</source>
            <translation>焊接</translation>
        </message>
        <message>
            <source>Somebody else comes</source>
            <translation>代取</translation>
        </message>
        <message>
            <source>Special order</source>
            <translation>訂購</translation>
        </message>
        <message>
            <source>Stage</source>
            <translation>進度</translation>
        </message>
        <message>
            <source>Start work</source>
            <translation>開始製作</translation>
        </message>
        <message>
            <source>Stone</source>
            <translation>寶石</translation>
        </message>
        <message>
            <source>Stone is</source>
            <translation>寶石來源</translation>
        </message>
        <message>
            <source>Stone replacement</source>
            <translation>補石</translation>
        </message>
        <message>
            <source>Stone setting</source>
            <translation>鑲石</translation>
        </message>
        <message>
            <source>Surprise until</source>
            <translation>保密至</translation>
        </message>
        <message>
            <source>Surprise until {day}</source>
            <translation>保密至 {day}</translation>
        </message>
        <message>
            <source>Take in</source>
            <translation>收件</translation>
        </message>
        <message>
            <source>Take one with Ctrl+O, or choose another filter.</source>
            <translation>按 Ctrl+O 新增訂單，或選其他篩選條件。</translation>
        </message>
        <message>
            <source>Take payment</source>
            <translation>收款</translation>
        </message>
        <message>
            <source>Taken at {branch}: only there its pieces and terms are changed. Steps and payments can be entered here.</source>
            <translation>由{branch}接單：貨品與條款只可在該店更改；進度與付款可在這裏輸入。</translation>
        </message>
        <message>
            <source>The catalogue's price is {reference}. A discount is given from that price.</source>
            <translation>目錄價為 {reference}，折扣須由該價計算。</translation>
        </message>
        <message>
            <source>The customer's piece</source>
            <translation>顧客的貨品</translation>
        </message>
        <message>
            <source>The discount is more than the price of {price}.</source>
            <translation>折扣多於價錢 {price}。</translation>
        </message>
        <message>
            <source>The order's total becomes less; its schedule follows.</source>
            <translation>訂單總額會減少，付款日程隨之更新。</translation>
        </message>
        <message>
            <source>The payments due add up to {planned}, but the order is {total}.</source>
            <translation>應付款項合共 {planned}，但訂單總額為 {total}。</translation>
        </message>
        <message>
            <source>The price of this piece is by its weight. Change the line instead.</source>
            <translation>此貨品按重計價，請修改該項。</translation>
        </message>
        <message>
            <source>The promised date has already passed.</source>
            <translation>取件日期已過。</translation>
        </message>
        <message>
            <source>The quantity must be more than nothing.</source>
            <translation>數量須大於零。</translation>
        </message>
        <message>
            <source>The schedule</source>
            <translation>付款日程</translation>
        </message>
        <message>
            <source>The way so far</source>
            <translation>進度紀錄</translation>
        </message>
        <message>
            <source>This gold price is no longer on the board.</source>
            <translation>此金價已不在牌上。</translation>
        </message>
        <message>
            <source>This line is no longer there. Look the order up again.</source>
            <translation>此項已不存在，請重新查看訂單。</translation>
        </message>
        <message>
            <source>This order is in {currency}.</source>
            <translation>此訂單以 {currency} 計算。</translation>
        </message>
        <message>
            <source>This order is no longer there. Look it up again.</source>
            <translation>此訂單已不存在，請重新搜尋。</translation>
        </message>
        <message>
            <source>This order is over. What the piece cost stays; its receipt says it anew.</source>
            <translation>此訂單已完結。金額不會更改；收據會按新說明列印。</translation>
        </message>
        <message>
            <source>This order is {stage}: it cannot be changed any more.</source>
            <translation>訂單已是「{stage}」，不能再修改。</translation>
        </message>
        <message>
            <source>This order is {stage}: it cannot be moved any more.</source>
            <translation>訂單已是「{stage}」，不能再轉換進度。</translation>
        </message>
        <message>
            <source>This order was taken at another branch: only there its pieces and terms are changed.</source>
            <translation>此訂單由另一分店接下：貨品及條款只可在該店更改。</translation>
        </message>
        <message>
            <source>To be paid</source>
            <translation>應付款項</translation>
        </message>
        <message>
            <source>today</source>
            <translation>今日</translation>
        </message>
        <message>
            <source>Told once more</source>
            <translation>再次通知</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>總額</translation>
        </message>
        <message>
            <source>Treatment</source>
            <translation>優化處理</translation>
        </message>
        <message>
            <source>Two prongs worn, scratches inside</source>
            <translation>兩爪磨蝕，內圈有花痕</translation>
        </message>
        <message>
            <source>Type the weight: the price follows from the board.</source>
            <translation>輸入重量，即按牌價計算。</translation>
        </message>
        <message>
            <source>Uncollected</source>
            <translation>逾期未取</translation>
        </message>
        <message>
            <source>Under way</source>
            <translation>進行中</translation>
        </message>
        <message>
            <source>Unit price</source>
            <translation>單價</translation>
        </message>
        <message>
            <source>Value the customer declares</source>
            <translation>顧客申報價值</translation>
        </message>
        <message>
            <source>Walk-in customer</source>
            <translation>門市客</translation>
        </message>
        <message>
            <source>Watch battery or strap</source>
            <translation>手錶電池／錶帶</translation>
        </message>
        <message>
            <source>Weigh the piece and write the weight down.</source>
            <translation>請秤重並填上重量。</translation>
        </message>
        <message>
            <source>Weight at hand-back (g)</source>
            <translation>交件重量（克）</translation>
        </message>
        <message>
            <source>Weight taken in (g)</source>
            <translation>收件重量（克）</translation>
        </message>
        <message>
            <source>What is agreed</source>
            <translation>約定</translation>
        </message>
        <message>
            <source>What is paid when</source>
            <translation>付款日程</translation>
        </message>
        <message>
            <source>What is to be done</source>
            <translation>要做的事</translation>
        </message>
        <message>
            <source>Which orders</source>
            <translation>哪些訂單</translation>
        </message>
        <message>
            <source>Which price of the board</source>
            <translation>採用牌價</translation>
        </message>
        <message>
            <source>{balance} is still to be paid.</source>
            <translation>尚欠 {balance}。</translation>
        </message>
        <message>
            <source>{balance} is still to be paid. Take the payment, or say why the piece leaves now.</source>
            <translation>尚欠 {balance}。請收款，或填寫先行交貨的原因。</translation>
        </message>
        <message>
            <source>{balance} is to be paid by {day}.</source>
            <translation>{balance} 須於 {day} 前付清。</translation>
        </message>
        <message>
            <source>{n} day</source>
            <translation>{n} 天</translation>
        </message>
        <message>
            <source>{n} day late</source>
            <translation>逾期 {n} 天</translation>
        </message>
        <message>
            <source>{n} days</source>
            <translation>{n} 天</translation>
        </message>
        <message>
            <source>{n} days late</source>
            <translation>逾期 {n} 天</translation>
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
            <source>{paid} has been paid already, more than the new total of {total}. Refund first.</source>
            <translation>已付 {paid}，多於新總額 {total}。請先退款。</translation>
        </message>
        <message>
            <source>{piece}: came in at {weight}</source>
            <translation>{piece}：收件重量 {weight}</translation>
        </message>
    </context>
</TS>
