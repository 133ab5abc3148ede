<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_HK" sourcelanguage="en">
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
            <translation>合共 {total}。</translation>
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
            <translation>金額</translation>
        </message>
        <message>
            <source>At most {most} of this payment can be given back.</source>
            <translation>此付款最多可退 {most}。</translation>
        </message>
        <message>
            <source>Balance</source>
            <translation>尾數</translation>
        </message>
        <message>
            <source>Bank card</source>
            <translation>信用卡</translation>
        </message>
        <message>
            <source>Bank transfer</source>
            <translation>銀行轉帳</translation>
        </message>
        <message>
            <source>Before it can be printed, fill in:</source>
            <translation>列印前請先補填：</translation>
        </message>
        <message>
            <source>Cash</source>
            <translation>現金</translation>
        </message>
        <message>
            <source>Cash handed over</source>
            <translation>實收現金</translation>
        </message>
        <message>
            <source>Cash of {total} is at or above {threshold}, linked payments together. Check the shop's dealer registration (category B) and the customer's identity before going on.</source>
            <translation>有關連的現金付款合共 {total}，已達 {threshold} 或以上。繼續前請核對本店的交易商註冊（B類）及顧客身份。</translation>
        </message>
        <message>
            <source>Change due</source>
            <translation>找贖</translation>
        </message>
        <message>
            <source>Change to give back: {amount}</source>
            <translation>找續：{amount}</translation>
        </message>
        <message>
            <source>Cheque</source>
            <translation>支票</translation>
        </message>
        <message>
            <source>Choose A5 or 80 mm, English or Chinese.</source>
            <translation>請選 A5 或 80 毫米，英文或中文。</translation>
        </message>
        <message>
            <source>Choose deposit, instalment or balance.</source>
            <translation>請選訂金、分期或尾數。</translation>
        </message>
        <message>
            <source>Choose how it was paid.</source>
            <translation>請選付款方式。</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>關閉</translation>
        </message>
        <message>
            <source>Coming</source>
            <translation>將到期</translation>
        </message>
        <message>
            <source>Confirm the order before taking money for it.</source>
            <translation>收款前請先確認訂單。</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>顧客</translation>
        </message>
        <message>
            <source>Deposit</source>
            <translation>訂金</translation>
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
            <translation>跟進</translation>
        </message>
        <message>
            <source>FPS</source>
            <translation>轉數快</translation>
        </message>
        <message>
            <source>Give back</source>
            <translation>退款</translation>
        </message>
        <message>
            <source>Give each payment its day and amount.</source>
            <translation>請填每筆付款的日期和金額。</translation>
        </message>
        <message>
            <source>Give the fineness of the gold (333 to 999.9 per mille).</source>
            <translation>請填黃金成色（333 至 999.9‰）。</translation>
        </message>
        <message>
            <source>Give the fineness of the platinum (850 or more; 足鉑金 990 or more).</source>
            <translation>請填鉑金成色（850 或以上；足鉑金 990 或以上）。</translation>
        </message>
        <message>
            <source>Give the total weight of the diamonds in carats.</source>
            <translation>請填鑽石總重（卡）。</translation>
        </message>
        <message>
            <source>Give the weight of the metal.</source>
            <translation>請填金屬重量。</translation>
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
            <translation>舊金換購</translation>
        </message>
        <message>
            <source>Her unpaid orders</source>
            <translation>顧客未付清的訂單</translation>
        </message>
        <message>
            <source>HK01-A-000123-7, or scan</source>
            <translation>HK01-A-000123-7，或掃描</translation>
        </message>
        <message>
            <source>How long it has been due</source>
            <translation>到期時間</translation>
        </message>
        <message>
            <source>Instalment</source>
            <translation>分期付款</translation>
        </message>
        <message>
            <source>Language of the paper</source>
            <translation>單據語言</translation>
        </message>
        <message>
            <source>Left to pay</source>
            <translation>尚欠</translation>
        </message>
        <message>
            <source>Less was handed over than the amount.</source>
            <translation>實收少於應收金額。</translation>
        </message>
        <message>
            <source>Line {line} came in at {weight_in} and goes out at {weight_out}. Explain the difference.</source>
            <translation>第 {line} 項收件重 {weight_in}，交件重 {weight_out}，請說明差異。</translation>
        </message>
        <message>
            <source>Look up the order first.</source>
            <translation>請先查找訂單。</translation>
        </message>
        <message>
            <source>Money due</source>
            <translation>應收款項</translation>
        </message>
        <message>
            <source>Money given back</source>
            <translation>已退款</translation>
        </message>
        <message>
            <source>Money is given back</source>
            <translation>退款給顧客</translation>
        </message>
        <message>
            <source>More than 30 days late</source>
            <translation>逾期超過 30 天</translation>
        </message>
        <message>
            <source>No order has this number.</source>
            <translation>沒有此編號的訂單。</translation>
        </message>
        <message>
            <source>No payments on this day</source>
            <translation>當日沒有收款</translation>
        </message>
        <message>
            <source>No printer is set up on this computer. Save the PDF instead.</source>
            <translation>這部電腦未設定打印機，請改為儲存 PDF。</translation>
        </message>
        <message>
            <source>Nothing is due here</source>
            <translation>沒有應收款項</translation>
        </message>
        <message>
            <source>Nothing is left to pay on this order.</source>
            <translation>此訂單已付清。</translation>
        </message>
        <message>
            <source>Octopus</source>
            <translation>八達通</translation>
        </message>
        <message>
            <source>Open order</source>
            <translation>開啟訂單</translation>
        </message>
        <message>
            <source>Order, job or receipt number</source>
            <translation>訂單、維修單或收據編號</translation>
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
            <translation>付清後會自動從清單移除。</translation>
        </message>
        <message>
            <source>Paper</source>
            <translation>紙張</translation>
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
            <translation>付款 {total} 已達 {threshold} 或以上。請核對本店的交易商註冊（A類或B類）。</translation>
        </message>
        <message>
            <source>Please note</source>
            <translation>請注意</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>預覽</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>列印</translation>
        </message>
        <message>
            <source>Printer</source>
            <translation>打印機</translation>
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
            <source>Receipts {first} to {last}, {count} entries</source>
            <translation>收據 {first} 至 {last}，共 {count} 筆</translation>
        </message>
        <message>
            <source>Reference</source>
            <translation>參考編號</translation>
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
            <source>Remove this payment</source>
            <translation>移除此筆付款</translation>
        </message>
        <message>
            <source>Save as PDF</source>
            <translation>儲存為 PDF</translation>
        </message>
        <message>
            <source>Saved: {path}</source>
            <translation>已儲存：{path}</translation>
        </message>
        <message>
            <source>Say how the stone was treated, or that it was not.</source>
            <translation>請註明寶石的優化處理，或未經處理。</translation>
        </message>
        <message>
            <source>Say whether the diamond is natural or laboratory-grown, in the description too.</source>
            <translation>請註明鑽石為天然或實驗室培育，描述亦須註明。</translation>
        </message>
        <message>
            <source>Say whether the fei cui is natural, and how it was treated.</source>
            <translation>請註明翡翠是否天然及其處理方式。</translation>
        </message>
        <message>
            <source>Say whether the stone is natural or laboratory-grown.</source>
            <translation>請註明寶石為天然或實驗室培育。</translation>
        </message>
        <message>
            <source>Say why the money is given back.</source>
            <translation>請填退款原因。</translation>
        </message>
        <message>
            <source>Sent to the printer</source>
            <translation>已傳送至打印機</translation>
        </message>
        <message>
            <source>Show all {n}</source>
            <translation>顯示全部 {n} 項</translation>
        </message>
        <message>
            <source>Slip or transfer number</source>
            <translation>單據或轉帳編號</translation>
        </message>
        <message>
            <source>Some of this payment was already given back.</source>
            <translation>此付款已有部分退回。</translation>
        </message>
        <message>
            <source>Stays in the shop</source>
            <translation>淨額</translation>
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
            <translation>金額須大於零。</translation>
        </message>
        <message>
            <source>The day</source>
            <translation>當日收款</translation>
        </message>
        <message>
            <source>The day after</source>
            <translation>後一日</translation>
        </message>
        <message>
            <source>The day before</source>
            <translation>前一日</translation>
        </message>
        <message>
            <source>The entry was a mistake</source>
            <translation>入錯帳</translation>
        </message>
        <message>
            <source>The printer does not answer. See that it is on and try again, or save the PDF.</source>
            <translation>打印機沒有回應。請確認已開機後再試，或儲存 PDF。</translation>
        </message>
        <message>
            <source>The printer has no ink or toner left. Change it and try again.</source>
            <translation>打印機墨水或碳粉已用完，更換後再試。</translation>
        </message>
        <message>
            <source>The printer has no paper. Put paper in and try again.</source>
            <translation>打印機缺紙，加紙後再試。</translation>
        </message>
        <message>
            <source>The printer's cover is open, or paper is stuck in it. See to it and try again.</source>
            <translation>打印機蓋未關上或夾紙，處理後再試。</translation>
        </message>
        <message>
            <source>The shop's name and address are missing.</source>
            <translation>欠缺店名及地址。</translation>
        </message>
        <message>
            <source>This entry is itself money given back.</source>
            <translation>此筆本身是退款。</translation>
        </message>
        <message>
            <source>This is more than the {balance} that is left to pay.</source>
            <translation>多於尚欠的 {balance}。</translation>
        </message>
        <message>
            <source>This looks like a card number. Note the slip's reference or the last four digits.</source>
            <translation>這似乎是信用卡號碼，請改填單據編號或最後四位數字。</translation>
        </message>
        <message>
            <source>This order is cancelled: no money is taken for it.</source>
            <translation>訂單已取消，不能收款。</translation>
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
            <source>This payment is no longer there. Look it up again.</source>
            <translation>此付款已不存在，請重新查找。</translation>
        </message>
        <message>
            <source>This printer is not set up on this computer any more. Choose another.</source>
            <translation>本電腦已沒有這部打印機，請選擇另一部。</translation>
        </message>
        <message>
            <source>This receipt cannot be printed yet. Fill in: {list}</source>
            <translation>收據未能列印，請補填：{list}</translation>
        </message>
        <message>
            <source>To be paid by</source>
            <translation>付款限期</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>總額</translation>
        </message>
        <message>
            <source>Treated jade is not natural. Correct the description.</source>
            <translation>經處理的翡翠不能稱為天然，請更正描述。</translation>
        </message>
        <message>
            <source>Understood</source>
            <translation>明白</translation>
        </message>
        <message>
            <source>UnionPay</source>
            <translation>銀聯</translation>
        </message>
        <message>
            <source>Up to 7 days late</source>
            <translation>逾期 7 天內</translation>
        </message>
        <message>
            <source>Voucher</source>
            <translation>禮券</translation>
        </message>
        <message>
            <source>Walk-in customer</source>
            <translation>門市客</translation>
        </message>
        <message>
            <source>WeChat Pay</source>
            <translation>微信支付</translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>退款類別</translation>
        </message>
        <message>
            <source>What it is</source>
            <translation>款項類別</translation>
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
            <translation>{n} 筆</translation>
        </message>
        <message>
            <source>{n} entry</source>
            <translation>{n} 筆</translation>
        </message>
        <message>
            <source>{over} too much is planned.</source>
            <translation>多安排了 {over}。</translation>
        </message>
        <message>
            <source>{paid} has been paid on this order. Refund it or agree what happens to it.</source>
            <translation>此訂單已收 {paid}，請退款或與顧客商定處理方法。</translation>
        </message>
        <message>
            <source>白金 is platinum: white gold is called 白色黃金. Correct the description.</source>
            <translation>「白金」指鉑金，white gold 應稱「白色黃金」，請更正描述。</translation>
        </message>
        <message>
            <source>足金 / Chuk Kam is 999 per mille or more. Correct the description or the fineness.</source>
            <translation>足金成色須為 999‰ 或以上，請更正描述或成色。</translation>
        </message>
    </context>
</TS>
