<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>JewelCRM</name>
        <message>
            <source>8 to 30 days late</source>
            <translation>逾期 8 至 30 天</translation>
        </message>
        <message>
            <source>80 mm</source>
            <translation>80 毫米</translation>
        </message>
        <message>
            <source>Add an instalment</source>
            <translation>加一期</translation>
        </message>
        <message>
            <source>Adds up to {total}.</source>
            <translation>合计 {total}。</translation>
        </message>
        <message>
            <source>AlipayHK</source>
            <translation>AlipayHK</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>At most {most} of this payment can be given back.</source>
            <translation>此付款最多可退 {most}。</translation>
        </message>
        <message>
            <source>Balance</source>
            <translation>尾款</translation>
        </message>
        <message>
            <source>Bank card</source>
            <translation>信用卡</translation>
        </message>
        <message>
            <source>Bank transfer</source>
            <translation>银行转账</translation>
        </message>
        <message>
            <source>Before it can be printed, fill in:</source>
            <translation>打印前请先补填：</translation>
        </message>
        <message>
            <source>Cash</source>
            <translation>现金</translation>
        </message>
        <message>
            <source>Cash handed over</source>
            <translation>实收现金</translation>
        </message>
        <message>
            <source>Cash of {total} is at or above {threshold}, linked payments together. Check the shop's dealer registration (category B) and the customer's identity before going on.</source>
            <translation>有关连的现金付款合计 {total}，已达 {threshold} 或以上。继续前请核对本店的交易商注册（B类）及顾客身份。</translation>
        </message>
        <message>
            <source>Change due</source>
            <translation>找赎</translation>
        </message>
        <message>
            <source>Change to give back: {amount}</source>
            <translation>找零：{amount}</translation>
        </message>
        <message>
            <source>Cheque</source>
            <translation>支票</translation>
        </message>
        <message>
            <source>Choose A5 or 80 mm, English or Chinese.</source>
            <translation>请选 A5 或 80 毫米，英文或中文。</translation>
        </message>
        <message>
            <source>Choose deposit, instalment or balance.</source>
            <translation>请选订金、分期或尾款。</translation>
        </message>
        <message>
            <source>Choose how it was paid.</source>
            <translation>请选付款方式。</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Coming</source>
            <translation>将到期</translation>
        </message>
        <message>
            <source>Confirm the order before taking money for it.</source>
            <translation>收款前请先确认订单。</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>顾客</translation>
        </message>
        <message>
            <source>Deposit</source>
            <translation>订金</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>完成</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>到期</translation>
        </message>
        <message>
            <source>Follow-up</source>
            <translation>跟进</translation>
        </message>
        <message>
            <source>FPS</source>
            <translation>转数快</translation>
        </message>
        <message>
            <source>Give back</source>
            <translation>退款</translation>
        </message>
        <message>
            <source>Give each payment its day and amount.</source>
            <translation>请填每笔付款的日期和金额。</translation>
        </message>
        <message>
            <source>Give the fineness of the gold (333 to 999.9 per mille).</source>
            <translation>请填黄金成色（333 至 999.9‰）。</translation>
        </message>
        <message>
            <source>Give the fineness of the platinum (850 or more; 足鉑金 990 or more).</source>
            <translation>请填铂金成色（850 或以上；足铂金 990 或以上）。</translation>
        </message>
        <message>
            <source>Give the total weight of the diamonds in carats.</source>
            <translation>请填钻石总重（卡）。</translation>
        </message>
        <message>
            <source>Give the weight of the metal.</source>
            <translation>请填金属重量。</translation>
        </message>
        <message>
            <source>Given back</source>
            <translation>已退款</translation>
        </message>
        <message>
            <source>Given back by</source>
            <translation>退款方式</translation>
        </message>
        <message>
            <source>given back {amount}</source>
            <translation>已退 {amount}</translation>
        </message>
        <message>
            <source>Gold trade-in</source>
            <translation>旧金换购</translation>
        </message>
        <message>
            <source>Her unpaid orders</source>
            <translation>顾客未付清的订单</translation>
        </message>
        <message>
            <source>HK01-A-000123-7, or scan</source>
            <translation>HK01-A-000123-7，或扫描</translation>
        </message>
        <message>
            <source>How long it has been due</source>
            <translation>到期时间</translation>
        </message>
        <message>
            <source>Instalment</source>
            <translation>分期付款</translation>
        </message>
        <message>
            <source>Language of the paper</source>
            <translation>单据语言</translation>
        </message>
        <message>
            <source>Left to pay</source>
            <translation>尚欠</translation>
        </message>
        <message>
            <source>Less was handed over than the amount.</source>
            <translation>实收少于应收金额。</translation>
        </message>
        <message>
            <source>Line {line} came in at {weight_in} and goes out at {weight_out}. Explain the difference.</source>
            <translation>第 {line} 项收件重 {weight_in}，交件重 {weight_out}，请说明差异。</translation>
        </message>
        <message>
            <source>Look up the order first.</source>
            <translation>请先查找订单。</translation>
        </message>
        <message>
            <source>Money due</source>
            <translation>应收款项</translation>
        </message>
        <message>
            <source>Money given back</source>
            <translation>已退款</translation>
        </message>
        <message>
            <source>Money is given back</source>
            <translation>退款给顾客</translation>
        </message>
        <message>
            <source>More than 30 days late</source>
            <translation>逾期超过 30 天</translation>
        </message>
        <message>
            <source>No order has this number.</source>
            <translation>没有此编号的订单。</translation>
        </message>
        <message>
            <source>No payments on this day</source>
            <translation>当日没有收款</translation>
        </message>
        <message>
            <source>No printer is set up on this computer. Save the PDF instead.</source>
            <translation>这台电脑未设置打印机，请改为保存 PDF。</translation>
        </message>
        <message>
            <source>Nothing is due here</source>
            <translation>没有应收款项</translation>
        </message>
        <message>
            <source>Nothing is left to pay on this order.</source>
            <translation>此订单已付清。</translation>
        </message>
        <message>
            <source>Octopus</source>
            <translation>八达通</translation>
        </message>
        <message>
            <source>Open order</source>
            <translation>打开订单</translation>
        </message>
        <message>
            <source>Order, job or receipt number</source>
            <translation>订单、维修单或收据编号</translation>
        </message>
        <message>
            <source>Outstanding</source>
            <translation>尚欠</translation>
        </message>
        <message>
            <source>Paid</source>
            <translation>已付款</translation>
        </message>
        <message>
            <source>Paid by</source>
            <translation>付款方式</translation>
        </message>
        <message>
            <source>Paid dues leave this list by themselves.</source>
            <translation>付清后会自动从清单移除。</translation>
        </message>
        <message>
            <source>Paper</source>
            <translation>纸张</translation>
        </message>
        <message>
            <source>Payment taken</source>
            <translation>已收款</translation>
        </message>
        <message>
            <source>Payments</source>
            <translation>付款</translation>
        </message>
        <message>
            <source>Payments of {total} are at or above {threshold}. Check the shop's dealer registration (category A or B).</source>
            <translation>付款 {total} 已达 {threshold} 或以上。请核对本店的交易商注册（A类或B类）。</translation>
        </message>
        <message>
            <source>Please note</source>
            <translation>请注意</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>预览</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>Printer</source>
            <translation>打印机</translation>
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
            <source>Receipts {first} to {last}, {count} entries</source>
            <translation>收据 {first} 至 {last}，共 {count} 笔</translation>
        </message>
        <message>
            <source>Reference</source>
            <translation>参考编号</translation>
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
            <source>Remove this payment</source>
            <translation>移除此笔付款</translation>
        </message>
        <message>
            <source>Save as PDF</source>
            <translation>保存为 PDF</translation>
        </message>
        <message>
            <source>Saved: {path}</source>
            <translation>已保存：{path}</translation>
        </message>
        <message>
            <source>Say how the stone was treated, or that it was not.</source>
            <translation>请注明宝石的优化处理，或未经处理。</translation>
        </message>
        <message>
            <source>Say whether the diamond is natural or laboratory-grown, in the description too.</source>
            <translation>请注明钻石为天然或实验室培育，描述也须注明。</translation>
        </message>
        <message>
            <source>Say whether the fei cui is natural, and how it was treated.</source>
            <translation>请注明翡翠是否天然及其处理方式。</translation>
        </message>
        <message>
            <source>Say whether the stone is natural or laboratory-grown.</source>
            <translation>请注明宝石为天然或实验室培育。</translation>
        </message>
        <message>
            <source>Say why the money is given back.</source>
            <translation>请填退款原因。</translation>
        </message>
        <message>
            <source>Sent to the printer</source>
            <translation>已传送至打印机</translation>
        </message>
        <message>
            <source>Show all {n}</source>
            <translation>显示全部 {n} 项</translation>
        </message>
        <message>
            <source>Slip or transfer number</source>
            <translation>单据或转账编号</translation>
        </message>
        <message>
            <source>Some of this payment was already given back.</source>
            <translation>此付款已有部分退回。</translation>
        </message>
        <message>
            <source>Stays in the shop</source>
            <translation>净额</translation>
        </message>
        <message>
            <source>Still missing: {amount}</source>
            <translation>尚差：{amount}</translation>
        </message>
        <message>
            <source>Take payment</source>
            <translation>收款</translation>
        </message>
        <message>
            <source>Taken</source>
            <translation>已收</translation>
        </message>
        <message>
            <source>The amount must be more than nothing.</source>
            <translation>金额须大于零。</translation>
        </message>
        <message>
            <source>The day</source>
            <translation>当日收款</translation>
        </message>
        <message>
            <source>The day after</source>
            <translation>后一日</translation>
        </message>
        <message>
            <source>The day before</source>
            <translation>前一日</translation>
        </message>
        <message>
            <source>The entry was a mistake</source>
            <translation>入错账</translation>
        </message>
        <message>
            <source>The printer does not answer. See that it is on and try again, or save the PDF.</source>
            <translation>打印机没有回应。请确认已开机后重试，或保存 PDF。</translation>
        </message>
        <message>
            <source>The printer has no ink or toner left. Change it and try again.</source>
            <translation>打印机墨水或碳粉已用完，更换后重试。</translation>
        </message>
        <message>
            <source>The printer has no paper. Put paper in and try again.</source>
            <translation>打印机缺纸，加纸后重试。</translation>
        </message>
        <message>
            <source>The printer's cover is open, or paper is stuck in it. See to it and try again.</source>
            <translation>打印机盖未关上或夹纸，处理后重试。</translation>
        </message>
        <message>
            <source>The shop's name and address are missing.</source>
            <translation>欠缺店名及地址。</translation>
        </message>
        <message>
            <source>This entry is itself money given back.</source>
            <translation>此笔本身是退款。</translation>
        </message>
        <message>
            <source>This is more than the {balance} that is left to pay.</source>
            <translation>多于尚欠的 {balance}。</translation>
        </message>
        <message>
            <source>This looks like a card number. Note the slip's reference or the last four digits.</source>
            <translation>这似乎是信用卡号码，请改填单据编号或最后四位数字。</translation>
        </message>
        <message>
            <source>This order is cancelled: no money is taken for it.</source>
            <translation>订单已取消，不能收款。</translation>
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
            <source>This payment is no longer there. Look it up again.</source>
            <translation>此付款已不存在，请重新查找。</translation>
        </message>
        <message>
            <source>This printer is not set up on this computer any more. Choose another.</source>
            <translation>本电脑已没有这台打印机，请选择另一台。</translation>
        </message>
        <message>
            <source>This receipt cannot be printed yet. Fill in: {list}</source>
            <translation>收据未能打印，请补填：{list}</translation>
        </message>
        <message>
            <source>To be paid by</source>
            <translation>付款限期</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>总额</translation>
        </message>
        <message>
            <source>Treated jade is not natural. Correct the description.</source>
            <translation>经处理的翡翠不能称为天然，请更正描述。</translation>
        </message>
        <message>
            <source>Understood</source>
            <translation>明白</translation>
        </message>
        <message>
            <source>UnionPay</source>
            <translation>银联</translation>
        </message>
        <message>
            <source>Up to 7 days late</source>
            <translation>逾期 7 天内</translation>
        </message>
        <message>
            <source>Voucher</source>
            <translation>礼券</translation>
        </message>
        <message>
            <source>Walk-in customer</source>
            <translation>散客</translation>
        </message>
        <message>
            <source>WeChat Pay</source>
            <translation>微信支付</translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>退款类别</translation>
        </message>
        <message>
            <source>What it is</source>
            <translation>款项类别</translation>
        </message>
        <message>
            <source>{left} is not planned yet.</source>
            <translation>尚有 {left} 未安排。</translation>
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
            <source>{n} entries</source>
            <translation>{n} 笔</translation>
        </message>
        <message>
            <source>{n} entry</source>
            <translation>{n} 笔</translation>
        </message>
        <message>
            <source>{over} too much is planned.</source>
            <translation>多安排了 {over}。</translation>
        </message>
        <message>
            <source>{paid} has been paid on this order. Refund it or agree what happens to it.</source>
            <translation>此订单已收 {paid}，请退款或与顾客商定处理方法。</translation>
        </message>
        <message>
            <source>白金 is platinum: white gold is called 白色黃金. Correct the description.</source>
            <translation>“白金”指铂金，white gold 应称“白色黄金”，请更正描述。</translation>
        </message>
        <message>
            <source>足金 / Chuk Kam is 999 per mille or more. Correct the description or the fineness.</source>
            <translation>足金成色须为 999‰ 或以上，请更正描述或成色。</translation>
        </message>
    </context>
</TS>
