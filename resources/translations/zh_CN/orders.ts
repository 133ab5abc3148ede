<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>JewelCRM</name>
        <message>
            <source>12.34, or 0.33 tael</source>
            <translation>12.34 或 3钱3分</translation>
        </message>
        <message>
            <source>A payment due is a deposit, an instalment or the balance.</source>
            <translation>应付款项须为订金、分期或尾款。</translation>
        </message>
        <message>
            <source>A piece sold by weight needs its weight.</source>
            <translation>按重计价的货品须填重量。</translation>
        </message>
        <message>
            <source>A piece that is taken along at once is paid in full.</source>
            <translation>立即取货须付清全数。</translation>
        </message>
        <message>
            <source>Add a line</source>
            <translation>加一项</translation>
        </message>
        <message>
            <source>Add a piece</source>
            <translation>加货品</translation>
        </message>
        <message>
            <source>Agree on instalments</source>
            <translation>约定分期</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>All kinds</source>
            <translation>所有类别</translation>
        </message>
        <message>
            <source>All of it</source>
            <translation>全数</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Amount of this line</source>
            <translation>此项金额</translation>
        </message>
        <message>
            <source>An order needs at least one line.</source>
            <translation>订单最少要有一项。</translation>
        </message>
        <message>
            <source>An order needs at least one line. Cancel the order instead.</source>
            <translation>订单最少要有一项，请改为取消订单。</translation>
        </message>
        <message>
            <source>An order that is {stage} cannot become {to_stage}. It can become: {next}.</source>
            <translation>订单现为“{stage}”，不能转为“{to_stage}”。可转为：{next}。</translation>
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
            <translation>请顾客确认</translation>
        </message>
        <message>
            <source>At another shop</source>
            <translation>其他门店取件</translation>
        </message>
        <message>
            <source>At the workshop</source>
            <translation>外发中</translation>
        </message>
        <message>
            <source>At this shop</source>
            <translation>本店取件</translation>
        </message>
        <message>
            <source>Awaiting approval</source>
            <translation>待确认</translation>
        </message>
        <message>
            <source>Back to the drawing board</source>
            <translation>退回重新设计</translation>
        </message>
        <message>
            <source>Back to work</source>
            <translation>退回制作</translation>
        </message>
        <message>
            <source>Balance</source>
            <translation>尾款</translation>
        </message>
        <message>
            <source>Board</source>
            <translation>看板</translation>
        </message>
        <message>
            <source>Board or list</source>
            <translation>看板或清单</translation>
        </message>
        <message>
            <source>Board: {price} {unit}. The price follows the weight.</source>
            <translation>牌价：{price}（{unit}）。售价按重量计算。</translation>
        </message>
        <message>
            <source>Brought home</source>
            <translation>送货上门</translation>
        </message>
        <message>
            <source>By courier</source>
            <translation>速递</translation>
        </message>
        <message>
            <source>By weight this piece is {price}. Give the difference as a discount.</source>
            <translation>按重计算此货品为 {price}，差额请以折扣方式给予。</translation>
        </message>
        <message>
            <source>came in: {condition}</source>
            <translation>收件状况：{condition}</translation>
        </message>
        <message>
            <source>Cancel order</source>
            <translation>取消订单</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <translation>已取消</translation>
        </message>
        <message>
            <source>Certificate</source>
            <translation>证书</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>更改</translation>
        </message>
        <message>
            <source>Change the piece</source>
            <translation>修改货品</translation>
        </message>
        <message>
            <source>Change this line</source>
            <translation>修改此项</translation>
        </message>
        <message>
            <source>Check quality</source>
            <translation>送质检</translation>
        </message>
        <message>
            <source>Choose counter, phone or online.</source>
            <translation>请选门市、电话或网上。</translation>
        </message>
        <message>
            <source>Choose how it will be collected.</source>
            <translation>请选取件方式。</translation>
        </message>
        <message>
            <source>Choose sale, special order, custom order or repair.</source>
            <translation>请选销售、订货、定制或维修。</translation>
        </message>
        <message>
            <source>Choose the customer first.</source>
            <translation>请先选择顾客。</translation>
        </message>
        <message>
            <source>Cleaning and polishing</source>
            <translation>清洗打磨</translation>
        </message>
        <message>
            <source>Close this order</source>
            <translation>关闭此订单</translation>
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
            <translation>收件时状况</translation>
        </message>
        <message>
            <source>Confirm</source>
            <translation>确认</translation>
        </message>
        <message>
            <source>Confirm the order before taking money for it.</source>
            <translation>收款前请先确认订单。</translation>
        </message>
        <message>
            <source>Confirmed</source>
            <translation>已确认</translation>
        </message>
        <message>
            <source>Counter</source>
            <translation>门市</translation>
        </message>
        <message>
            <source>Custom order</source>
            <translation>定制</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>顾客</translation>
        </message>
        <message>
            <source>Customer told</source>
            <translation>已通知顾客</translation>
        </message>
        <message>
            <source>Customer was told</source>
            <translation>已通知顾客</translation>
        </message>
        <message>
            <source>declared value {amount}</source>
            <translation>申报价值 {amount}</translation>
        </message>
        <message>
            <source>Describe the piece</source>
            <translation>补充货品说明</translation>
        </message>
        <message>
            <source>Diamond</source>
            <translation>钻石</translation>
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
            <translation>每笔应付款项须大于零。</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>编辑</translation>
        </message>
        <message>
            <source>Edit order</source>
            <translation>修改订单</translation>
        </message>
        <message>
            <source>Engraving</source>
            <translation>刻字</translation>
        </message>
        <message>
            <source>Estimate</source>
            <translation>估价</translation>
        </message>
        <message>
            <source>Estimate anew</source>
            <translation>重新估价</translation>
        </message>
        <message>
            <source>Estimating</source>
            <translation>估价中</translation>
        </message>
        <message>
            <source>Find the customer and choose.</source>
            <translation>请搜索并选择顾客。</translation>
        </message>
        <message>
            <source>Follow-up</source>
            <translation>跟进</translation>
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
            <translation>请填每笔付款的日期和金额。</translation>
        </message>
        <message>
            <source>Give the weight of each piece by itself.</source>
            <translation>请分别填每件货品的重量。</translation>
        </message>
        <message>
            <source>Given back</source>
            <translation>已退款</translation>
        </message>
        <message>
            <source>Hand over</source>
            <translation>交货</translation>
        </message>
        <message>
            <source>Hidden from the household until that day</source>
            <translation>在该日之前对家人保密</translation>
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
            <translation>在此阶段</translation>
        </message>
        <message>
            <source>In work</source>
            <translation>制作中</translation>
        </message>
        <message>
            <source>in {weight}</source>
            <translation>收件 {weight}</translation>
        </message>
        <message>
            <source>Job envelope</source>
            <translation>维修袋</translation>
        </message>
        <message>
            <source>Keep the order</source>
            <translation>保留订单</translation>
        </message>
        <message>
            <source>Kind of order</source>
            <translation>订单类别</translation>
        </message>
        <message>
            <source>Labels</source>
            <translation>标签</translation>
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
            <translation>清单</translation>
        </message>
        <message>
            <source>Melting and remaking</source>
            <translation>熔金重造</translation>
        </message>
        <message>
            <source>Metal</source>
            <translation>金属</translation>
        </message>
        <message>
            <source>Metal and stones</source>
            <translation>金属及宝石</translation>
        </message>
        <message>
            <source>Mine</source>
            <translation>我的</translation>
        </message>
        <message>
            <source>Moved to: {stage}</source>
            <translation>已转为：{stage}</translation>
        </message>
        <message>
            <source>New customer</source>
            <translation>新顾客</translation>
        </message>
        <message>
            <source>New order</source>
            <translation>新订单</translation>
        </message>
        <message>
            <source>No further step</source>
            <translation>没有下一步</translation>
        </message>
        <message>
            <source>No orders here</source>
            <translation>没有订单</translation>
        </message>
        <message>
            <source>No piece has the code {code}.</source>
            <translation>没有编号为 {code} 的货品。</translation>
        </message>
        <message>
            <source>Nobody came</source>
            <translation>逾期未取</translation>
        </message>
        <message>
            <source>none, heated, type A</source>
            <translation>无、热处理、A货</translation>
        </message>
        <message>
            <source>Old number {number}</source>
            <translation>旧编号 {number}</translation>
        </message>
        <message>
            <source>Online</source>
            <translation>网上</translation>
        </message>
        <message>
            <source>Only a confirmed sale is taken along at once.</source>
            <translation>只有已确认的销售可立即取货。</translation>
        </message>
        <message>
            <source>Only orders I took</source>
            <translation>只看我经手的订单</translation>
        </message>
        <message>
            <source>Open an order first: its labels are printed from there.</source>
            <translation>请先打开订单，再打印标签。</translation>
        </message>
        <message>
            <source>Open card</source>
            <translation>打开客户卡</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>订单</translation>
        </message>
        <message>
            <source>Order changed</source>
            <translation>订单已修改</translation>
        </message>
        <message>
            <source>Order saved</source>
            <translation>订单已保存</translation>
        </message>
        <message>
            <source>Ordered by</source>
            <translation>下单途径</translation>
        </message>
        <message>
            <source>Orders</source>
            <translation>订单</translation>
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
            <translation>立即付清并取货</translation>
        </message>
        <message>
            <source>Paid now</source>
            <translation>现付</translation>
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
            <translation>每两</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Piece</source>
            <translation>货品</translation>
        </message>
        <message>
            <source>Pieces</source>
            <translation>货品</translation>
        </message>
        <message>
            <source>Price of the work</source>
            <translation>工序价格</translation>
        </message>
        <message>
            <source>Prices, labour and discounts are never negative.</source>
            <translation>价格、手工和折扣不能为负数。</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>打印</translation>
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
            <translation>质检</translation>
        </message>
        <message>
            <source>Quantity</source>
            <translation>数量</translation>
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
            <translation>收据</translation>
        </message>
        <message>
            <source>Receipt {number}</source>
            <translation>收据 {number}</translation>
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
            <translation>备注</translation>
        </message>
        <message>
            <source>Remark (may be empty)</source>
            <translation>备注（可留空）</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>Remove this line</source>
            <translation>移除此项</translation>
        </message>
        <message>
            <source>Remove this piece</source>
            <translation>移除此货品</translation>
        </message>
        <message>
            <source>Remove this piece?</source>
            <translation>移除此货品？</translation>
        </message>
        <message>
            <source>Repair</source>
            <translation>维修</translation>
        </message>
        <message>
            <source>Resizing</source>
            <translation>改圈（改手寸）</translation>
        </message>
        <message>
            <source>Restringing</source>
            <translation>重新穿线</translation>
        </message>
        <message>
            <source>Return unrepaired</source>
            <translation>未修退回</translation>
        </message>
        <message>
            <source>Returned unrepaired</source>
            <translation>未维修退回</translation>
        </message>
        <message>
            <source>Rhodium plating</source>
            <translation>电白（镀铑）</translation>
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
            <translation>销售</translation>
        </message>
        <message>
            <source>Save order</source>
            <translation>保存订单</translation>
        </message>
        <message>
            <source>Say on which day it will be ready.</source>
            <translation>请填取件日期。</translation>
        </message>
        <message>
            <source>Say what it is.</source>
            <translation>请填货品名称。</translation>
        </message>
        <message>
            <source>Say why: this step needs a reason.</source>
            <translation>此步骤须填原因。</translation>
        </message>
        <message>
            <source>Schedule changed</source>
            <translation>付款日程已修改</translation>
        </message>
        <message>
            <source>Send to workshop</source>
            <translation>外发工厂</translation>
        </message>
        <message>
            <source>Show the order</source>
            <translation>查看订单</translation>
        </message>
        <message>
            <source>since today</source>
            <translation>今天开始</translation>
        </message>
        <message>
            <source>Sold by weight</source>
            <translation>按重计价</translation>
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
            <translation>订购</translation>
        </message>
        <message>
            <source>Stage</source>
            <translation>进度</translation>
        </message>
        <message>
            <source>Start work</source>
            <translation>开始制作</translation>
        </message>
        <message>
            <source>Stone</source>
            <translation>宝石</translation>
        </message>
        <message>
            <source>Stone is</source>
            <translation>宝石来源</translation>
        </message>
        <message>
            <source>Stone replacement</source>
            <translation>补石</translation>
        </message>
        <message>
            <source>Stone setting</source>
            <translation>镶石</translation>
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
            <translation>按 Ctrl+O 添加订单，或选其他筛选条件。</translation>
        </message>
        <message>
            <source>Take payment</source>
            <translation>收款</translation>
        </message>
        <message>
            <source>Taken at {branch}: only there its pieces and terms are changed. Steps and payments can be entered here.</source>
            <translation>由{branch}接单：货品与条款只可在该店更改；进度与付款可在这里输入。</translation>
        </message>
        <message>
            <source>The catalogue's price is {reference}. A discount is given from that price.</source>
            <translation>目录价为 {reference}，折扣须由该价计算。</translation>
        </message>
        <message>
            <source>The customer's piece</source>
            <translation>顾客的货品</translation>
        </message>
        <message>
            <source>The discount is more than the price of {price}.</source>
            <translation>折扣多于价格 {price}。</translation>
        </message>
        <message>
            <source>The order's total becomes less; its schedule follows.</source>
            <translation>订单总额会减少，付款日程随之更新。</translation>
        </message>
        <message>
            <source>The payments due add up to {planned}, but the order is {total}.</source>
            <translation>应付款项合计 {planned}，但订单总额为 {total}。</translation>
        </message>
        <message>
            <source>The price of this piece is by its weight. Change the line instead.</source>
            <translation>此货品按重计价，请修改该项。</translation>
        </message>
        <message>
            <source>The promised date has already passed.</source>
            <translation>取件日期已过。</translation>
        </message>
        <message>
            <source>The quantity must be more than nothing.</source>
            <translation>数量须大于零。</translation>
        </message>
        <message>
            <source>The schedule</source>
            <translation>付款日程</translation>
        </message>
        <message>
            <source>The way so far</source>
            <translation>进度记录</translation>
        </message>
        <message>
            <source>This gold price is no longer on the board.</source>
            <translation>此金价已不在牌上。</translation>
        </message>
        <message>
            <source>This line is no longer there. Look the order up again.</source>
            <translation>此项已不存在，请重新查看订单。</translation>
        </message>
        <message>
            <source>This order is in {currency}.</source>
            <translation>此订单以 {currency} 计算。</translation>
        </message>
        <message>
            <source>This order is no longer there. Look it up again.</source>
            <translation>此订单已不存在，请重新搜索。</translation>
        </message>
        <message>
            <source>This order is over. What the piece cost stays; its receipt says it anew.</source>
            <translation>此订单已完结。金额不会更改；收据会按新说明打印。</translation>
        </message>
        <message>
            <source>This order is {stage}: it cannot be changed any more.</source>
            <translation>订单已是“{stage}”，不能再修改。</translation>
        </message>
        <message>
            <source>This order is {stage}: it cannot be moved any more.</source>
            <translation>订单已是“{stage}”，不能再转换进度。</translation>
        </message>
        <message>
            <source>This order was taken at another branch: only there its pieces and terms are changed.</source>
            <translation>此订单由另一门店接下：货品及条款只可在该店更改。</translation>
        </message>
        <message>
            <source>To be paid</source>
            <translation>应付款项</translation>
        </message>
        <message>
            <source>today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>Told once more</source>
            <translation>再次通知</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>总额</translation>
        </message>
        <message>
            <source>Treatment</source>
            <translation>优化处理</translation>
        </message>
        <message>
            <source>Two prongs worn, scratches inside</source>
            <translation>两爪磨蚀，内圈有花痕</translation>
        </message>
        <message>
            <source>Type the weight: the price follows from the board.</source>
            <translation>输入重量，即按牌价计算。</translation>
        </message>
        <message>
            <source>Uncollected</source>
            <translation>逾期未取</translation>
        </message>
        <message>
            <source>Under way</source>
            <translation>进行中</translation>
        </message>
        <message>
            <source>Unit price</source>
            <translation>单价</translation>
        </message>
        <message>
            <source>Value the customer declares</source>
            <translation>顾客申报价值</translation>
        </message>
        <message>
            <source>Walk-in customer</source>
            <translation>散客</translation>
        </message>
        <message>
            <source>Watch battery or strap</source>
            <translation>手表电池／表带</translation>
        </message>
        <message>
            <source>Weigh the piece and write the weight down.</source>
            <translation>请秤重并填上重量。</translation>
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
            <translation>约定</translation>
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
            <translation>哪些订单</translation>
        </message>
        <message>
            <source>Which price of the board</source>
            <translation>采用牌价</translation>
        </message>
        <message>
            <source>{balance} is still to be paid.</source>
            <translation>尚欠 {balance}。</translation>
        </message>
        <message>
            <source>{balance} is still to be paid. Take the payment, or say why the piece leaves now.</source>
            <translation>尚欠 {balance}。请收款，或填写先行交货的原因。</translation>
        </message>
        <message>
            <source>{balance} is to be paid by {day}.</source>
            <translation>{balance} 须于 {day} 前付清。</translation>
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
            <translation>{n} 张订单</translation>
        </message>
        <message>
            <source>{n} orders</source>
            <translation>{n} 张订单</translation>
        </message>
        <message>
            <source>{paid} has been paid already, more than the new total of {total}. Refund first.</source>
            <translation>已付 {paid}，多于新总额 {total}。请先退款。</translation>
        </message>
        <message>
            <source>{piece}: came in at {weight}</source>
            <translation>{piece}：收件重量 {weight}</translation>
        </message>
    </context>
</TS>
