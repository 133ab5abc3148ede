<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_HK" sourcelanguage="en">
    <context>
        <name>JewelCRM</name>
        <message>
            <source>(left out)</source>
            <translation>（不匯入）</translation>
        </message>
        <message>
            <source>A backup is made first, so that this can be undone…</source>
            <translation>正在先行備份，以便日後可還原…</translation>
        </message>
        <message>
            <source>a cell holds more than {n} characters</source>
            <translation>有儲存格超過 {n} 個字元</translation>
        </message>
        <message>
            <source>a database</source>
            <translation>資料庫</translation>
        </message>
        <message>
            <source>a device or a socket</source>
            <translation>裝置或通訊端</translation>
        </message>
        <message>
            <source>a folder</source>
            <translation>資料夾</translation>
        </message>
        <message>
            <source>a list of our own export was changed and cannot be read</source>
            <translation>本系統匯出的清單欄被改動，無法讀取</translation>
        </message>
        <message>
            <source>A mapping kept by name</source>
            <translation>已儲存的欄位對應</translation>
        </message>
        <message>
            <source>a PDF</source>
            <translation>PDF</translation>
        </message>
        <message>
            <source>a picture</source>
            <translation>圖片</translation>
        </message>
        <message>
            <source>a pipe</source>
            <translation>管道</translation>
        </message>
        <message>
            <source>a program</source>
            <translation>程式</translation>
        </message>
        <message>
            <source>a quotation mark is opened and never closed</source>
            <translation>引號沒有結束</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>地址</translation>
        </message>
        <message>
            <source>an archive</source>
            <translation>壓縮檔</translation>
        </message>
        <message>
            <source>an entry holds more than {n} characters</source>
            <translation>有一項內容超過 {n} 個字元</translation>
        </message>
        <message>
            <source>An import was broken off: {kinds}. Choose the same file again: it goes on from there.</source>
            <translation>有匯入未完成：{kinds}。再次選擇同一檔案即可繼續。</translation>
        </message>
        <message>
            <source>Anniversary</source>
            <translation>週年</translation>
        </message>
        <message>
            <source>Another file</source>
            <translation>另一檔案</translation>
        </message>
        <message>
            <source>another price is kept for that time</source>
            <translation>該時間已有另一個價格</translation>
        </message>
        <message>
            <source>As CSV or XLSX. It is asked what for, and the audit log keeps it.</source>
            <translation>可存為 CSV 或 XLSX。須填用途，並記入審計記錄。</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Bar |</source>
            <translation>直線 |</translation>
        </message>
        <message>
            <source>Barcode</source>
            <translation>條碼</translation>
        </message>
        <message>
            <source>Birthday</source>
            <translation>生日</translation>
        </message>
        <message>
            <source>Buying price</source>
            <translation>買入價</translation>
        </message>
        <message>
            <source>Called</source>
            <translation>稱呼</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>類別</translation>
        </message>
        <message>
            <source>cells are missing and its quotation marks are broken</source>
            <translation>欠缺儲存格，且引號錯亂</translation>
        </message>
        <message>
            <source>Cells are parted by</source>
            <translation>分隔符號</translation>
        </message>
        <message>
            <source>Certificate</source>
            <translation>證書</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>途徑</translation>
        </message>
        <message>
            <source>Chinese name</source>
            <translation>中文姓名</translation>
        </message>
        <message>
            <source>Choose a file…</source>
            <translation>選擇檔案…</translation>
        </message>
        <message>
            <source>Choose what the file holds: {kinds}.</source>
            <translation>請選檔案內容：{kinds}。</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>選擇…</translation>
        </message>
        <message>
            <source>City</source>
            <translation>城市</translation>
        </message>
        <message>
            <source>Clarity</source>
            <translation>淨度</translation>
        </message>
        <message>
            <source>Collection</source>
            <translation>系列</translation>
        </message>
        <message>
            <source>Colour</source>
            <translation>顏色</translation>
        </message>
        <message>
            <source>Column</source>
            <translation>欄</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>欄位</translation>
        </message>
        <message>
            <source>Comma ,</source>
            <translation>逗號 ,</translation>
        </message>
        <message>
            <source>Company</source>
            <translation>公司</translation>
        </message>
        <message>
            <source>Consents (our own export)</source>
            <translation>促銷同意（本系統匯出）</translation>
        </message>
        <message>
            <source>control characters were taken out of {n} row</source>
            <translation>已從 {n} 行移除控制字元</translation>
        </message>
        <message>
            <source>control characters were taken out of {n} rows</source>
            <translation>已從 {n} 行移除控制字元</translation>
        </message>
        <message>
            <source>Cost</source>
            <translation>成本</translation>
        </message>
        <message>
            <source>Country</source>
            <translation>國家／地區</translation>
        </message>
        <message>
            <source>CSV in any encoding, XLSX, or vCard. Nothing is changed before you say so.</source>
            <translation>任何編碼的 CSV、XLSX 或 vCard。未經您確認不會更改任何資料。</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>貨幣</translation>
        </message>
        <message>
            <source>Customer number here</source>
            <translation>本系統顧客編號</translation>
        </message>
        <message>
            <source>Customer's number here</source>
            <translation>本系統顧客編號</translation>
        </message>
        <message>
            <source>Customer's number in the old system</source>
            <translation>舊系統顧客編號</translation>
        </message>
        <message>
            <source>Customers</source>
            <translation>顧客</translation>
        </message>
        <message>
            <source>Cut</source>
            <translation>切工</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>dates with strokes were read as day/month/year</source>
            <translation>日期按 日/月/年 讀取</translation>
        </message>
        <message>
            <source>dates with strokes were read as month/day/year</source>
            <translation>日期按 月/日/年 讀取</translation>
        </message>
        <message>
            <source>dates with strokes were read as year/month/day</source>
            <translation>日期按 年/月/日 讀取</translation>
        </message>
        <message>
            <source>day/month/year</source>
            <translation>日/月/年</translation>
        </message>
        <message>
            <source>Delete the mapping kept by this name</source>
            <translation>刪除以此名稱儲存的對應</translation>
        </message>
        <message>
            <source>Description</source>
            <translation>描述</translation>
        </message>
        <message>
            <source>Discount</source>
            <translation>折扣</translation>
        </message>
        <message>
            <source>Discount as a part</source>
            <translation>折扣率</translation>
        </message>
        <message>
            <source>District</source>
            <translation>地區</translation>
        </message>
        <message>
            <source>Drop a file here</source>
            <translation>將檔案拖放到此處</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>電郵</translation>
        </message>
        <message>
            <source>Encoding</source>
            <translation>編碼</translation>
        </message>
        <message>
            <source>Everything that could be taken is in the store.</source>
            <translation>所有可匯入的資料均已儲存。</translation>
        </message>
        <message>
            <source>fax</source>
            <translation>傳真</translation>
        </message>
        <message>
            <source>File</source>
            <translation>檔案</translation>
        </message>
        <message>
            <source>Fineness</source>
            <translation>成色</translation>
        </message>
        <message>
            <source>First name</source>
            <translation>名</translation>
        </message>
        <message>
            <source>Found out by itself</source>
            <translation>自動偵測</translation>
        </message>
        <message>
            <source>Gender</source>
            <translation>性別</translation>
        </message>
        <message>
            <source>Give it a name.</source>
            <translation>請填寫名稱。</translation>
        </message>
        <message>
            <source>Give the file a name that ends in .csv or .xlsx.</source>
            <translation>檔名須以 .csv 或 .xlsx 結尾。</translation>
        </message>
        <message>
            <source>Give the mapping a name of up to 80 characters.</source>
            <translation>請填不超過 80 字的名稱。</translation>
        </message>
        <message>
            <source>Goes to</source>
            <translation>對應欄位</translation>
        </message>
        <message>
            <source>Gold prices</source>
            <translation>金價</translation>
        </message>
        <message>
            <source>Guessed</source>
            <translation>自動推斷</translation>
        </message>
        <message>
            <source>has no date</source>
            <translation>沒有日期</translation>
        </message>
        <message>
            <source>has no name, phone or e-mail, and nobody here has its number</source>
            <translation>沒有姓名、電話或電郵，本店亦無人使用該編號</translation>
        </message>
        <message>
            <source>has no name, phone, e-mail or number</source>
            <translation>沒有姓名、電話、電郵或編號</translation>
        </message>
        <message>
            <source>has no order number</source>
            <translation>沒有訂單編號</translation>
        </message>
        <message>
            <source>has no price</source>
            <translation>沒有價格</translation>
        </message>
        <message>
            <source>has no stock code and no name</source>
            <translation>沒有貨號及名稱</translation>
        </message>
        <message>
            <source>head office looks whether anybody in this list was erased by request: a notice says who</source>
            <translation>總公司會查看名單中是否有人曾要求刪除資料，如有會以通知說明是誰</translation>
        </message>
        <message>
            <source>held back</source>
            <translation>因同一單據有錯而暫緩</translation>
        </message>
        <message>
            <source>home</source>
            <translation>住宅</translation>
        </message>
        <message>
            <source>How far it is</source>
            <translation>進度</translation>
        </message>
        <message>
            <source>How its days are written</source>
            <translation>日期格式</translation>
        </message>
        <message>
            <source>How they found us</source>
            <translation>得知途徑</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>匯入</translation>
        </message>
        <message>
            <source>Import done</source>
            <translation>匯入完成</translation>
        </message>
        <message>
            <source>Import now</source>
            <translation>立即匯入</translation>
        </message>
        <message>
            <source>Import stopped</source>
            <translation>匯入已停止</translation>
        </message>
        <message>
            <source>Imported</source>
            <translation>已匯入</translation>
        </message>
        <message>
            <source>imported orders bring no payments and are never shown as money due</source>
            <translation>匯入的訂單不包括付款，亦不會列為應收款項</translation>
        </message>
        <message>
            <source>Imported total</source>
            <translation>匯入總額</translation>
        </message>
        <message>
            <source>Importing</source>
            <translation>正在匯入</translation>
        </message>
        <message>
            <source>It went on where the last import was broken off, and is complete.</source>
            <translation>已由上次中斷處繼續，現已完成。</translation>
        </message>
        <message>
            <source>Keep this mapping</source>
            <translation>儲存此對應</translation>
        </message>
        <message>
            <source>Keep this mapping…</source>
            <translation>儲存此對應…</translation>
        </message>
        <message>
            <source>Kind of file</source>
            <translation>檔案類型</translation>
        </message>
        <message>
            <source>Kind of order</source>
            <translation>訂單類別</translation>
        </message>
        <message>
            <source>Known already</source>
            <translation>已有</translation>
        </message>
        <message>
            <source>Labour</source>
            <translation>手工</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>語言</translation>
        </message>
        <message>
            <source>Last name</source>
            <translation>姓</translation>
        </message>
        <message>
            <source>Line amount</source>
            <translation>項目金額</translation>
        </message>
        <message>
            <source>Look</source>
            <translation>檢視</translation>
        </message>
        <message>
            <source>Looking through the file…</source>
            <translation>正在讀取檔案…</translation>
        </message>
        <message>
            <source>Lunar birthday</source>
            <translation>農曆生日</translation>
        </message>
        <message>
            <source>Mapping deleted: {name}</source>
            <translation>已刪除對應：{name}</translation>
        </message>
        <message>
            <source>Mapping kept: {name}</source>
            <translation>已儲存對應：{name}</translation>
        </message>
        <message>
            <source>Metal</source>
            <translation>金屬</translation>
        </message>
        <message>
            <source>Middle name</source>
            <translation>中間名</translation>
        </message>
        <message>
            <source>mobile</source>
            <translation>手提</translation>
        </message>
        <message>
            <source>month/day/year</source>
            <translation>月/日/年</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Name of the mapping</source>
            <translation>對應名稱</translation>
        </message>
        <message>
            <source>Name of the old system</source>
            <translation>舊系統名稱</translation>
        </message>
        <message>
            <source>Name suffix</source>
            <translation>後綴</translation>
        </message>
        <message>
            <source>New</source>
            <translation>新增</translation>
        </message>
        <message>
            <source>no consent to marketing is assumed: ask before anybody is sent an offer</source>
            <translation>不會假定顧客同意促銷：發送優惠前請先徵求同意</translation>
        </message>
        <message>
            <source>No file can have this name: there is a zero byte in it.</source>
            <translation>檔案不能用此名稱：當中含有零位元組。</translation>
        </message>
        <message>
            <source>None of the columns ({columns}) could be taken for the {needed} of {kind}. Say which is which with a mapping.</source>
            <translation>各欄（{columns}）均不能作為 {kind} 的 {needed}，請設定欄位對應。</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>備註</translation>
        </message>
        <message>
            <source>Notes (our own export)</source>
            <translation>備註（本系統匯出）</translation>
        </message>
        <message>
            <source>Nothing in it is new: everything is here already, or is rejected.</source>
            <translation>沒有新資料：全部已存在或被拒收。</translation>
        </message>
        <message>
            <source>Nothing was written yet. It looks ready.</source>
            <translation>尚未寫入任何資料，可以匯入。</translation>
        </message>
        <message>
            <source>Number in the old system</source>
            <translation>舊系統編號</translation>
        </message>
        <message>
            <source>office</source>
            <translation>公司</translation>
        </message>
        <message>
            <source>On</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>On sale</source>
            <translation>上架</translation>
        </message>
        <message>
            <source>On to the columns</source>
            <translation>下一步：欄位</translation>
        </message>
        <message>
            <source>Open the rejected rows</source>
            <translation>開啟被拒收的資料</translation>
        </message>
        <message>
            <source>Option 1</source>
            <translation>規格 1</translation>
        </message>
        <message>
            <source>Option 2</source>
            <translation>規格 2</translation>
        </message>
        <message>
            <source>Option 3</source>
            <translation>規格 3</translation>
        </message>
        <message>
            <source>Order number here</source>
            <translation>本系統訂單編號</translation>
        </message>
        <message>
            <source>Order number in the old system</source>
            <translation>舊系統訂單編號</translation>
        </message>
        <message>
            <source>Orders</source>
            <translation>訂單</translation>
        </message>
        <message>
            <source>Ornament, pellet or bar</source>
            <translation>飾金、金粒或金條</translation>
        </message>
        <message>
            <source>other</source>
            <translation>其他</translation>
        </message>
        <message>
            <source>pager</source>
            <translation>傳呼機</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>電話</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>圖片</translation>
        </message>
        <message>
            <source>pos1</source>
            <translation>pos1</translation>
        </message>
        <message>
            <source>Postal code</source>
            <translation>郵政編碼</translation>
        </message>
        <message>
            <source>Preferences (our own export)</source>
            <translation>喜好（本系統匯出）</translation>
        </message>
        <message>
            <source>Price</source>
            <translation>價錢</translation>
        </message>
        <message>
            <source>Price of one</source>
            <translation>單價</translation>
        </message>
        <message>
            <source>Priced by</source>
            <translation>計價方式</translation>
        </message>
        <message>
            <source>Product it is a variant of</source>
            <translation>所屬主貨品</translation>
        </message>
        <message>
            <source>Products</source>
            <translation>貨品</translation>
        </message>
        <message>
            <source>Quantity</source>
            <translation>數量</translation>
        </message>
        <message>
            <source>read as {encoding}</source>
            <translation>以 {encoding} 讀取</translation>
        </message>
        <message>
            <source>Rejected</source>
            <translation>拒收</translation>
        </message>
        <message>
            <source>Rejected rows are written to</source>
            <translation>拒收資料寫入</translation>
        </message>
        <message>
            <source>Rejected rows could not be written to {path}: {why}. Nothing was imported. Say where they go (--rejects FILE).</source>
            <translation>拒收資料無法寫入 {path}：{why}。未匯入任何資料。請指定存放位置（--rejects FILE）。</translation>
        </message>
        <message>
            <source>Rejected rows with their reasons: {file}. Mend it and import it like any file.</source>
            <translation>拒收資料及原因：{file}。修正後可再次匯入。</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>備註</translation>
        </message>
        <message>
            <source>Ring sizes (our own export)</source>
            <translation>戒指尺寸（本系統匯出）</translation>
        </message>
        <message>
            <source>Row with the column names</source>
            <translation>標題所在行</translation>
        </message>
        <message>
            <source>Row {n}: {why}</source>
            <translation>第 {n} 行：{why}</translation>
        </message>
        <message>
            <source>Rows read</source>
            <translation>已讀行數</translation>
        </message>
        <message>
            <source>Say at least which column names the customer, order or product.</source>
            <translation>請最少指定顧客、訂單或貨品的識別欄。</translation>
        </message>
        <message>
            <source>Say what the list is needed for.</source>
            <translation>請填清單用途。</translation>
        </message>
        <message>
            <source>Say where the file goes.</source>
            <translation>請填檔案位置。</translation>
        </message>
        <message>
            <source>Selling price</source>
            <translation>賣出價</translation>
        </message>
        <message>
            <source>Selling price of a gram</source>
            <translation>每克賣出價</translation>
        </message>
        <message>
            <source>Selling price of a tael</source>
            <translation>每両賣出價</translation>
        </message>
        <message>
            <source>Selling price of a troy ounce</source>
            <translation>每安士賣出價</translation>
        </message>
        <message>
            <source>Semicolon ;</source>
            <translation>分號 ;</translation>
        </message>
        <message>
            <source>Sheet</source>
            <translation>工作表</translation>
        </message>
        <message>
            <source>Size in mm</source>
            <translation>尺寸（毫米）</translation>
        </message>
        <message>
            <source>Skipped</source>
            <translation>略過</translation>
        </message>
        <message>
            <source>Some of the first rows cannot be taken:</source>
            <translation>首數行有資料不能匯入：</translation>
        </message>
        <message>
            <source>Stage</source>
            <translation>進度</translation>
        </message>
        <message>
            <source>State or region</source>
            <translation>省份或地區</translation>
        </message>
        <message>
            <source>Steps of the import</source>
            <translation>匯入步驟</translation>
        </message>
        <message>
            <source>Stock code</source>
            <translation>貨號</translation>
        </message>
        <message>
            <source>Stock code of its parent</source>
            <translation>主貨號</translation>
        </message>
        <message>
            <source>Stone</source>
            <translation>寶石</translation>
        </message>
        <message>
            <source>Stone origin</source>
            <translation>寶石來源</translation>
        </message>
        <message>
            <source>Stone weight in carats</source>
            <translation>石重（卡）</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Stopped before anything was written.</source>
            <translation>已停止，未寫入任何資料。</translation>
        </message>
        <message>
            <source>Stopping after these rows…</source>
            <translation>完成這批資料後停止…</translation>
        </message>
        <message>
            <source>Supplier</source>
            <translation>供應商</translation>
        </message>
        <message>
            <source>Tab</source>
            <translation>定位字元</translation>
        </message>
        <message>
            <source>Tael, gram or ounce</source>
            <translation>両、克或安士</translation>
        </message>
        <message>
            <source>Tag</source>
            <translation>標籤</translation>
        </message>
        <message>
            <source>Tags</source>
            <translation>標籤</translation>
        </message>
        <message>
            <source>Take a list out of the program</source>
            <translation>匯出清單</translation>
        </message>
        <message>
            <source>the amount cannot be read</source>
            <translation>金額無法讀取</translation>
        </message>
        <message>
            <source>the buying price cannot be read</source>
            <translation>無法讀取買入價</translation>
        </message>
        <message>
            <source>the card has no end</source>
            <translation>名片沒有結束</translation>
        </message>
        <message>
            <source>the card is larger than {n} characters</source>
            <translation>名片超過 {n} 個字元</translation>
        </message>
        <message>
            <source>The cells of a sheet lie so far apart that it cannot be opened. Delete what stands far outside the table, or save it as CSV.</source>
            <translation>工作表的儲存格相距太遠，無法開啟。請刪除表格以外的遠處內容，或另存為 CSV。</translation>
        </message>
        <message>
            <source>the customer was put away here</source>
            <translation>此顧客已在本系統封存</translation>
        </message>
        <message>
            <source>the date cannot be read</source>
            <translation>日期無法讀取</translation>
        </message>
        <message>
            <source>the day is still to come</source>
            <translation>日期尚未到</translation>
        </message>
        <message>
            <source>the description is longer than {n} characters</source>
            <translation>描述超過 {n} 個字元</translation>
        </message>
        <message>
            <source>The file changed while it was read. What was taken in is whole and stays. Import the file again when nobody writes to it: what is in already is only recognised.</source>
            <translation>讀取期間檔案有變。已匯入的資料完整保留。請待無人寫入時再匯入一次：已有的資料只會被認出，不會重複。</translation>
        </message>
        <message>
            <source>The file has more than {limit} columns.</source>
            <translation>檔案超過 {limit} 欄。</translation>
        </message>
        <message>
            <source>The file has no column {column}. It has: {columns}.</source>
            <translation>檔案沒有「{column}」欄，現有：{columns}。</translation>
        </message>
        <message>
            <source>The file is empty.</source>
            <translation>檔案是空的。</translation>
        </message>
        <message>
            <source>The file is larger than {limit} GB.</source>
            <translation>檔案大於 {limit} GB。</translation>
        </message>
        <message>
            <source>The file is not {encoding} text.</source>
            <translation>檔案並非 {encoding} 文字。</translation>
        </message>
        <message>
            <source>The file unpacks to far more than a real one would. It was not opened.</source>
            <translation>檔案解壓後異常巨大，未有開啟。</translation>
        </message>
        <message>
            <source>The file {name} cannot be opened: {why}.</source>
            <translation>無法開啟檔案 {name}：{why}。</translation>
        </message>
        <message>
            <source>The file {name} is damaged.</source>
            <translation>檔案 {name} 已損壞。</translation>
        </message>
        <message>
            <source>The file {name} is damaged: it cannot be unpacked.</source>
            <translation>檔案 {name} 已損壞，無法解壓。</translation>
        </message>
        <message>
            <source>The first rows of the file</source>
            <translation>檔案首數行</translation>
        </message>
        <message>
            <source>the header once more</source>
            <translation>重複的標題行</translation>
        </message>
        <message>
            <source>the line is longer than {n} characters</source>
            <translation>該行超過 {n} 個字元</translation>
        </message>
        <message>
            <source>The mapping's date_order is dmy, mdy or ymd.</source>
            <translation>對應的 date_order 須為 dmy、mdy 或 ymd。</translation>
        </message>
        <message>
            <source>The mapping's kind is one of: {kinds}.</source>
            <translation>對應的類別須為：{kinds}。</translation>
        </message>
        <message>
            <source>the order number is longer than {n} characters</source>
            <translation>訂單編號超過 {n} 個字元</translation>
        </message>
        <message>
            <source>the order was put away here</source>
            <translation>此訂單已在本系統封存</translation>
        </message>
        <message>
            <source>the price cannot be read</source>
            <translation>價錢無法讀取</translation>
        </message>
        <message>
            <source>the price is in another currency than the shop's</source>
            <translation>價格貨幣與本店不同</translation>
        </message>
        <message>
            <source>the product was put away here</source>
            <translation>此貨品已在本系統封存</translation>
        </message>
        <message>
            <source>the quantity cannot be read</source>
            <translation>數量無法讀取</translation>
        </message>
        <message>
            <source>the row is empty</source>
            <translation>空白行</translation>
        </message>
        <message>
            <source>the rows are in, but the rejected ones could not be written; they are kept here: import the same file again and say where they go (--rejects)</source>
            <translation>資料已匯入，但拒收資料未能寫入檔案，現保存在系統內：請再匯入同一檔案並指定存放位置（--rejects）</translation>
        </message>
        <message>
            <source>the stock code is longer than {n} characters</source>
            <translation>貨號超過 {n} 個字元</translation>
        </message>
        <message>
            <source>the unit price cannot be read</source>
            <translation>單價無法讀取</translation>
        </message>
        <message>
            <source>The workbook cannot be read; it is damaged or not a workbook. Open and save it again.</source>
            <translation>無法讀取此活頁簿：檔案已損毀或不是活頁簿。請開啟後重新儲存。</translation>
        </message>
        <message>
            <source>The workbook has no sheet with cells.</source>
            <translation>活頁簿沒有資料工作表。</translation>
        </message>
        <message>
            <source>The workbook is larger than {limit} MB. Save it as CSV.</source>
            <translation>活頁簿大於 {limit} MB，請另存為 CSV。</translation>
        </message>
        <message>
            <source>The workbook is protected by a password. Save it without one, then import it.</source>
            <translation>此活頁簿有密碼保護，請移除密碼後儲存再匯入。</translation>
        </message>
        <message>
            <source>There are more rows than a sheet can hold. Write a CSV file.</source>
            <translation>行數超出工作表上限，請改存 CSV。</translation>
        </message>
        <message>
            <source>There is no encoding {encoding}.</source>
            <translation>沒有 {encoding} 編碼。</translation>
        </message>
        <message>
            <source>There is no folder {folder}.</source>
            <translation>沒有資料夾 {folder}。</translation>
        </message>
        <message>
            <source>There is no mapping called {name}. There are: {names}.</source>
            <translation>沒有名為 {name} 的對應，現有：{names}。</translation>
        </message>
        <message>
            <source>There is no place called {target}. The places are: {targets}.</source>
            <translation>沒有名為 {target} 的欄位，可用：{targets}。</translation>
        </message>
        <message>
            <source>There is no sheet {sheet}. The sheets are: {sheets}.</source>
            <translation>沒有工作表 {sheet}，現有：{sheets}。</translation>
        </message>
        <message>
            <source>This file is being imported already. Wait until that is done.</source>
            <translation>此檔案正在匯入，請等候完成。</translation>
        </message>
        <message>
            <source>this grade is not known</source>
            <translation>類別不明</translation>
        </message>
        <message>
            <source>This is a web page, not a table, whatever its name ends with. Open it in a spreadsheet program and save it as XLSX.</source>
            <translation>不論檔名結尾是甚麼，這是網頁，不是表格。請用試算表程式開啟，再存為 XLSX。</translation>
        </message>
        <message>
            <source>This is an archive or a workbook of another kind. Save it as XLSX or CSV, then import it.</source>
            <translation>這是壓縮檔或其他類型的活頁簿，請另存為 XLSX 或 CSV 後再匯入。</translation>
        </message>
        <message>
            <source>This is no table of text. Export the data as CSV or XLSX.</source>
            <translation>這不是文字表格，請將資料匯出為 CSV 或 XLSX。</translation>
        </message>
        <message>
            <source>This is not a column mapping. It needs kind and columns: {example}.</source>
            <translation>這不是欄位對應，須包含 kind 及 columns：{example}。</translation>
        </message>
        <message>
            <source>This is {what}, not a table. Export the data as CSV or XLSX.</source>
            <translation>這是 {what}，不是表格，請將資料匯出為 CSV 或 XLSX。</translation>
        </message>
        <message>
            <source>This mapping is for {kind}.</source>
            <translation>此對應適用於 {kind}。</translation>
        </message>
        <message>
            <source>this metal is not known</source>
            <translation>金屬不明</translation>
        </message>
        <message>
            <source>this unit is not known</source>
            <translation>單位不明</translation>
        </message>
        <message>
            <source>Tier</source>
            <translation>級別</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>稱謂</translation>
        </message>
        <message>
            <source>Total of the order</source>
            <translation>訂單總額</translation>
        </message>
        <message>
            <source>Treatment</source>
            <translation>優化處理</translation>
        </message>
        <message>
            <source>Try</source>
            <translation>試行</translation>
        </message>
        <message>
            <source>Try it without writing</source>
            <translation>試行（不寫入）</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>還原</translation>
        </message>
        <message>
            <source>Variant</source>
            <translation>規格</translation>
        </message>
        <message>
            <source>Variant's picture</source>
            <translation>規格圖片</translation>
        </message>
        <message>
            <source>Weight in grams</source>
            <translation>重量（克）</translation>
        </message>
        <message>
            <source>What it holds</source>
            <translation>內容</translation>
        </message>
        <message>
            <source>What it is needed for</source>
            <translation>用途</translation>
        </message>
        <message>
            <source>What names people is encrypted; the password is shown once, when it is written.</source>
            <translation>載有個人資料的檔案會加密；密碼只在寫出時顯示一次。</translation>
        </message>
        <message>
            <source>What the file holds</source>
            <translation>檔案內容</translation>
        </message>
        <message>
            <source>What was taken so far is kept. Choose the same file again to go on.</source>
            <translation>已匯入的資料會保留。再次選擇同一檔案即可繼續。</translation>
        </message>
        <message>
            <source>What would happen</source>
            <translation>試行結果</translation>
        </message>
        <message>
            <source>Where the price is from</source>
            <translation>價格來源</translation>
        </message>
        <message>
            <source>Where {column} goes</source>
            <translation>「{column}」的對應欄位</translation>
        </message>
        <message>
            <source>Which list</source>
            <translation>哪份清單</translation>
        </message>
        <message>
            <source>Wishes (our own export)</source>
            <translation>心願（本系統匯出）</translation>
        </message>
        <message>
            <source>Write the file</source>
            <translation>寫入檔案</translation>
        </message>
        <message>
            <source>year/month/day</source>
            <translation>年/月/日</translation>
        </message>
        <message>
            <source>{name} is {what}, not a file. Name the file with the list.</source>
            <translation>{name} 是 {what}，不是檔案，請指定存放清單的檔案。</translation>
        </message>
        <message>
            <source>{n} birthday or anniversary could not be read; it is kept in a note</source>
            <translation>{n} 個生日或紀念日無法讀取，已保留於備註</translation>
        </message>
        <message>
            <source>{n} birthdays or anniversaries could not be read; they are kept in a note</source>
            <translation>{n} 個生日或紀念日無法讀取，已記入備註</translation>
        </message>
        <message>
            <source>{n} column</source>
            <translation>{n} 欄</translation>
        </message>
        <message>
            <source>{n} columns</source>
            <translation>{n} 欄</translation>
        </message>
        <message>
            <source>{n} e-mail address looks wrong; it is kept as given and marked</source>
            <translation>{n} 個電郵地址似有錯誤，已照樣保留並標記</translation>
        </message>
        <message>
            <source>{n} e-mail addresses look wrong; they are kept as given and marked</source>
            <translation>{n} 個電郵地址似有錯誤，已照樣保留並標記</translation>
        </message>
        <message>
            <source>{n} key was left out</source>
            <translation>略去 {n} 個金鑰</translation>
        </message>
        <message>
            <source>{n} keys were left out</source>
            <translation>略去 {n} 個金鑰</translation>
        </message>
        <message>
            <source>{n} line amount is rounded to the cent or differs from quantity × price</source>
            <translation>{n} 行金額經四捨五入至分，或與數量 × 單價不符</translation>
        </message>
        <message>
            <source>{n} line amounts are rounded to the cent or differ from quantity × price</source>
            <translation>{n} 行金額經四捨五入至分，或與數量 × 單價不符</translation>
        </message>
        <message>
            <source>{n} line names a piece that is not in the chain's catalogue; it keeps the item code alone</source>
            <translation>{n} 行的貨品不在集團的貨品目錄內，只保留貨號</translation>
        </message>
        <message>
            <source>{n} lines name pieces that are not in the chain's catalogue; they keep the item code alone</source>
            <translation>{n} 行的貨品不在集團的貨品目錄內，只保留貨號</translation>
        </message>
        <message>
            <source>{n} new people are known by an old number alone; if their names are in another file of the same system, give both files one source</source>
            <translation>{n} 位新顧客只有舊編號；如姓名在同一系統的另一檔案，請為兩個檔案填寫同一來源名稱</translation>
        </message>
        <message>
            <source>{n} new person is known by an old number alone; if the name is in another file of the same system, give both files one source</source>
            <translation>{n} 位新顧客只有舊編號；如姓名在同一系統的另一檔案，請為兩個檔案填寫同一來源名稱</translation>
        </message>
        <message>
            <source>{n} of {total} rows</source>
            <translation>{total} 行中的 {n} 行</translation>
        </message>
        <message>
            <source>{n} people are customers of another branch; nothing of theirs was changed</source>
            <translation>{n} 人是其他分店的顧客，其資料沒有更改</translation>
        </message>
        <message>
            <source>{n} people have no name; their e-mail or phone stands in its place</source>
            <translation>{n} 人沒有姓名，以電郵或電話代替</translation>
        </message>
        <message>
            <source>{n} people were recognised by their old number alone</source>
            <translation>{n} 人僅憑舊編號認出</translation>
        </message>
        <message>
            <source>{n} person has no name; the e-mail or phone stands in its place</source>
            <translation>{n} 人沒有姓名，以電郵或電話代替</translation>
        </message>
        <message>
            <source>{n} person is a customer of another branch; nothing of hers was changed</source>
            <translation>{n} 人是其他分店的顧客，其資料沒有更改</translation>
        </message>
        <message>
            <source>{n} person was recognised by the old number alone</source>
            <translation>{n} 人僅憑舊編號認出</translation>
        </message>
        <message>
            <source>{n} phone number could not be made sure of; it is kept as given and marked</source>
            <translation>{n} 個電話號碼未能確認，已照樣保留並標記</translation>
        </message>
        <message>
            <source>{n} phone numbers could not be made sure of; they are kept as given and marked</source>
            <translation>{n} 個電話號碼未能確認，已照樣保留並標記</translation>
        </message>
        <message>
            <source>{n} picture was left out</source>
            <translation>略去 {n} 張圖片</translation>
        </message>
        <message>
            <source>{n} pictures were left out</source>
            <translation>略去 {n} 張圖片</translation>
        </message>
        <message>
            <source>{n} row has fewer cells than the header; the missing ones are empty</source>
            <translation>{n} 行的欄數少於標題，缺少的欄留空</translation>
        </message>
        <message>
            <source>{n} rows</source>
            <translation>{n} 行</translation>
        </message>
        <message>
            <source>{n} rows have fewer cells than the header; the missing ones are empty</source>
            <translation>{n} 行的儲存格少於標題，欠缺的視為空白</translation>
        </message>
        <message>
            <source>{n} rows written to {path}</source>
            <translation>已將 {n} 行寫入 {path}</translation>
        </message>
        <message>
            <source>{n} sound was left out</source>
            <translation>略去 {n} 個聲音檔</translation>
        </message>
        <message>
            <source>{n} sounds were left out</source>
            <translation>略去 {n} 個聲音檔</translation>
        </message>
        <message>
            <source>{n} value was too long for its place and is kept in a note</source>
            <translation>{n} 個值過長，已保留於備註</translation>
        </message>
        <message>
            <source>{n} values were too long for their place and are kept in a note</source>
            <translation>{n} 項資料過長，已記入備註</translation>
        </message>
        <message>
            <source>{path} cannot be written: {why}.</source>
            <translation>無法寫入 {path}：{why}。</translation>
        </message>
    </context>
</TS>
