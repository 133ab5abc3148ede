<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>JewelCRM</name>
        <message>
            <source>(left out)</source>
            <translation>（不导入）</translation>
        </message>
        <message>
            <source>A backup is made first, so that this can be undone…</source>
            <translation>正在先行备份，以便日后可恢复…</translation>
        </message>
        <message>
            <source>a cell holds more than {n} characters</source>
            <translation>有单元格超过 {n} 个字符</translation>
        </message>
        <message>
            <source>a database</source>
            <translation>数据库</translation>
        </message>
        <message>
            <source>a device or a socket</source>
            <translation>装置或通讯端</translation>
        </message>
        <message>
            <source>a folder</source>
            <translation>文件夹</translation>
        </message>
        <message>
            <source>a list of our own export was changed and cannot be read</source>
            <translation>本系统导出的清单列被改动，无法读取</translation>
        </message>
        <message>
            <source>A mapping kept by name</source>
            <translation>已保存的字段对应</translation>
        </message>
        <message>
            <source>a PDF</source>
            <translation>PDF</translation>
        </message>
        <message>
            <source>a picture</source>
            <translation>图片</translation>
        </message>
        <message>
            <source>a pipe</source>
            <translation>管道</translation>
        </message>
        <message>
            <source>a program</source>
            <translation>程序</translation>
        </message>
        <message>
            <source>a quotation mark is opened and never closed</source>
            <translation>引号没有结束</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>地址</translation>
        </message>
        <message>
            <source>an archive</source>
            <translation>压缩文件</translation>
        </message>
        <message>
            <source>an entry holds more than {n} characters</source>
            <translation>有一项内容超过 {n} 个字符</translation>
        </message>
        <message>
            <source>An import was broken off: {kinds}. Choose the same file again: it goes on from there.</source>
            <translation>有导入未完成：{kinds}。再次选择同一文件即可继续。</translation>
        </message>
        <message>
            <source>Anniversary</source>
            <translation>周年</translation>
        </message>
        <message>
            <source>Another file</source>
            <translation>另一文件</translation>
        </message>
        <message>
            <source>another price is kept for that time</source>
            <translation>该时间已有另一个价格</translation>
        </message>
        <message>
            <source>As CSV or XLSX. It is asked what for, and the audit log keeps it.</source>
            <translation>可存为 CSV 或 XLSX。须填用途，并记入审计日志。</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Bar |</source>
            <translation>直线 |</translation>
        </message>
        <message>
            <source>Barcode</source>
            <translation>条码</translation>
        </message>
        <message>
            <source>Birthday</source>
            <translation>生日</translation>
        </message>
        <message>
            <source>Buying price</source>
            <translation>买入价</translation>
        </message>
        <message>
            <source>Called</source>
            <translation>称呼</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>cells are missing and its quotation marks are broken</source>
            <translation>欠缺单元格，且引号错乱</translation>
        </message>
        <message>
            <source>Cells are parted by</source>
            <translation>分隔符号</translation>
        </message>
        <message>
            <source>Certificate</source>
            <translation>证书</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>途径</translation>
        </message>
        <message>
            <source>Chinese name</source>
            <translation>中文姓名</translation>
        </message>
        <message>
            <source>Choose a file…</source>
            <translation>选择文件…</translation>
        </message>
        <message>
            <source>Choose what the file holds: {kinds}.</source>
            <translation>请选文件内容：{kinds}。</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>选择…</translation>
        </message>
        <message>
            <source>City</source>
            <translation>城市</translation>
        </message>
        <message>
            <source>Clarity</source>
            <translation>净度</translation>
        </message>
        <message>
            <source>Collection</source>
            <translation>系列</translation>
        </message>
        <message>
            <source>Colour</source>
            <translation>颜色</translation>
        </message>
        <message>
            <source>Column</source>
            <translation>列</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>字段</translation>
        </message>
        <message>
            <source>Comma ,</source>
            <translation>逗号 ,</translation>
        </message>
        <message>
            <source>Company</source>
            <translation>公司</translation>
        </message>
        <message>
            <source>Consents (our own export)</source>
            <translation>营销同意（本系统导出）</translation>
        </message>
        <message>
            <source>control characters were taken out of {n} row</source>
            <translation>已从 {n} 行移除控制字符</translation>
        </message>
        <message>
            <source>control characters were taken out of {n} rows</source>
            <translation>已从 {n} 行移除控制字符</translation>
        </message>
        <message>
            <source>Cost</source>
            <translation>成本</translation>
        </message>
        <message>
            <source>Country</source>
            <translation>国家／地区</translation>
        </message>
        <message>
            <source>CSV in any encoding, XLSX, or vCard. Nothing is changed before you say so.</source>
            <translation>任何编码的 CSV、XLSX 或 vCard。未经您确认不会更改任何数据。</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>货币</translation>
        </message>
        <message>
            <source>Customer number here</source>
            <translation>本系统顾客编号</translation>
        </message>
        <message>
            <source>Customer's number here</source>
            <translation>本系统顾客编号</translation>
        </message>
        <message>
            <source>Customer's number in the old system</source>
            <translation>旧系统顾客编号</translation>
        </message>
        <message>
            <source>Customers</source>
            <translation>顾客</translation>
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
            <translation>日期按 日/月/年 读取</translation>
        </message>
        <message>
            <source>dates with strokes were read as month/day/year</source>
            <translation>日期按 月/日/年 读取</translation>
        </message>
        <message>
            <source>dates with strokes were read as year/month/day</source>
            <translation>日期按 年/月/日 读取</translation>
        </message>
        <message>
            <source>day/month/year</source>
            <translation>日/月/年</translation>
        </message>
        <message>
            <source>Delete the mapping kept by this name</source>
            <translation>删除以此名称保存的对应</translation>
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
            <translation>地区</translation>
        </message>
        <message>
            <source>Drop a file here</source>
            <translation>将文件拖放到此处</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>电子邮件</translation>
        </message>
        <message>
            <source>Encoding</source>
            <translation>编码</translation>
        </message>
        <message>
            <source>Everything that could be taken is in the store.</source>
            <translation>所有可导入的数据均已保存。</translation>
        </message>
        <message>
            <source>fax</source>
            <translation>传真</translation>
        </message>
        <message>
            <source>File</source>
            <translation>文件</translation>
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
            <translation>自动侦测</translation>
        </message>
        <message>
            <source>Gender</source>
            <translation>性别</translation>
        </message>
        <message>
            <source>Give it a name.</source>
            <translation>请填写名称。</translation>
        </message>
        <message>
            <source>Give the file a name that ends in .csv or .xlsx.</source>
            <translation>文件名须以 .csv 或 .xlsx 结尾。</translation>
        </message>
        <message>
            <source>Give the mapping a name of up to 80 characters.</source>
            <translation>请填不超过 80 字的名称。</translation>
        </message>
        <message>
            <source>Goes to</source>
            <translation>对应字段</translation>
        </message>
        <message>
            <source>Gold prices</source>
            <translation>金价</translation>
        </message>
        <message>
            <source>Guessed</source>
            <translation>自动推断</translation>
        </message>
        <message>
            <source>has no date</source>
            <translation>没有日期</translation>
        </message>
        <message>
            <source>has no name, phone or e-mail, and nobody here has its number</source>
            <translation>没有姓名、电话或电子邮件，本店也无人使用该编号</translation>
        </message>
        <message>
            <source>has no name, phone, e-mail or number</source>
            <translation>没有姓名、电话、电子邮件或编号</translation>
        </message>
        <message>
            <source>has no order number</source>
            <translation>没有订单编号</translation>
        </message>
        <message>
            <source>has no price</source>
            <translation>没有价格</translation>
        </message>
        <message>
            <source>has no stock code and no name</source>
            <translation>没有货号及名称</translation>
        </message>
        <message>
            <source>head office looks whether anybody in this list was erased by request: a notice says who</source>
            <translation>总部会查看名单中是否有人曾要求删除数据，如有会以通知说明是谁</translation>
        </message>
        <message>
            <source>held back</source>
            <translation>因同一单据有错而暂缓</translation>
        </message>
        <message>
            <source>home</source>
            <translation>住宅</translation>
        </message>
        <message>
            <source>How far it is</source>
            <translation>进度</translation>
        </message>
        <message>
            <source>How its days are written</source>
            <translation>日期格式</translation>
        </message>
        <message>
            <source>How they found us</source>
            <translation>得知途径</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>Import done</source>
            <translation>导入完成</translation>
        </message>
        <message>
            <source>Import now</source>
            <translation>立即导入</translation>
        </message>
        <message>
            <source>Import stopped</source>
            <translation>导入已停止</translation>
        </message>
        <message>
            <source>Imported</source>
            <translation>已导入</translation>
        </message>
        <message>
            <source>imported orders bring no payments and are never shown as money due</source>
            <translation>导入的订单不包括付款，也不会列为应收款项</translation>
        </message>
        <message>
            <source>Imported total</source>
            <translation>导入总额</translation>
        </message>
        <message>
            <source>Importing</source>
            <translation>正在导入</translation>
        </message>
        <message>
            <source>It went on where the last import was broken off, and is complete.</source>
            <translation>已由上次中断处继续，现已完成。</translation>
        </message>
        <message>
            <source>Keep this mapping</source>
            <translation>保存此对应</translation>
        </message>
        <message>
            <source>Keep this mapping…</source>
            <translation>保存此对应…</translation>
        </message>
        <message>
            <source>Kind of file</source>
            <translation>文件类型</translation>
        </message>
        <message>
            <source>Kind of order</source>
            <translation>订单类别</translation>
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
            <translation>语言</translation>
        </message>
        <message>
            <source>Last name</source>
            <translation>姓</translation>
        </message>
        <message>
            <source>Line amount</source>
            <translation>项目金额</translation>
        </message>
        <message>
            <source>Look</source>
            <translation>查看</translation>
        </message>
        <message>
            <source>Looking through the file…</source>
            <translation>正在读取文件…</translation>
        </message>
        <message>
            <source>Lunar birthday</source>
            <translation>农历生日</translation>
        </message>
        <message>
            <source>Mapping deleted: {name}</source>
            <translation>已删除对应：{name}</translation>
        </message>
        <message>
            <source>Mapping kept: {name}</source>
            <translation>已保存对应：{name}</translation>
        </message>
        <message>
            <source>Metal</source>
            <translation>金属</translation>
        </message>
        <message>
            <source>Middle name</source>
            <translation>中间名</translation>
        </message>
        <message>
            <source>mobile</source>
            <translation>手机</translation>
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
            <translation>对应名称</translation>
        </message>
        <message>
            <source>Name of the old system</source>
            <translation>旧系统名称</translation>
        </message>
        <message>
            <source>Name suffix</source>
            <translation>后缀</translation>
        </message>
        <message>
            <source>New</source>
            <translation>添加</translation>
        </message>
        <message>
            <source>no consent to marketing is assumed: ask before anybody is sent an offer</source>
            <translation>不会假定顾客同意营销：发送优惠前请先徵求同意</translation>
        </message>
        <message>
            <source>No file can have this name: there is a zero byte in it.</source>
            <translation>文件不能用此名称：当中含有零位元组。</translation>
        </message>
        <message>
            <source>None of the columns ({columns}) could be taken for the {needed} of {kind}. Say which is which with a mapping.</source>
            <translation>各列（{columns}）均不能作为 {kind} 的 {needed}，请设置字段对应。</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Notes (our own export)</source>
            <translation>备注（本系统导出）</translation>
        </message>
        <message>
            <source>Nothing in it is new: everything is here already, or is rejected.</source>
            <translation>没有新数据：全部已存在或被拒收。</translation>
        </message>
        <message>
            <source>Nothing was written yet. It looks ready.</source>
            <translation>尚未写入任何数据，可以导入。</translation>
        </message>
        <message>
            <source>Number in the old system</source>
            <translation>旧系统编号</translation>
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
            <translation>下一步：字段</translation>
        </message>
        <message>
            <source>Open the rejected rows</source>
            <translation>打开被拒收的数据</translation>
        </message>
        <message>
            <source>Option 1</source>
            <translation>规格 1</translation>
        </message>
        <message>
            <source>Option 2</source>
            <translation>规格 2</translation>
        </message>
        <message>
            <source>Option 3</source>
            <translation>规格 3</translation>
        </message>
        <message>
            <source>Order number here</source>
            <translation>本系统订单编号</translation>
        </message>
        <message>
            <source>Order number in the old system</source>
            <translation>旧系统订单编号</translation>
        </message>
        <message>
            <source>Orders</source>
            <translation>订单</translation>
        </message>
        <message>
            <source>Ornament, pellet or bar</source>
            <translation>饰金、金粒或金条</translation>
        </message>
        <message>
            <source>other</source>
            <translation>其他</translation>
        </message>
        <message>
            <source>pager</source>
            <translation>传呼机</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>图片</translation>
        </message>
        <message>
            <source>pos1</source>
            <translation>pos1</translation>
        </message>
        <message>
            <source>Postal code</source>
            <translation>邮政编码</translation>
        </message>
        <message>
            <source>Preferences (our own export)</source>
            <translation>喜好（本系统导出）</translation>
        </message>
        <message>
            <source>Price</source>
            <translation>价格</translation>
        </message>
        <message>
            <source>Price of one</source>
            <translation>单价</translation>
        </message>
        <message>
            <source>Priced by</source>
            <translation>计价方式</translation>
        </message>
        <message>
            <source>Product it is a variant of</source>
            <translation>所属主货品</translation>
        </message>
        <message>
            <source>Products</source>
            <translation>货品</translation>
        </message>
        <message>
            <source>Quantity</source>
            <translation>数量</translation>
        </message>
        <message>
            <source>read as {encoding}</source>
            <translation>以 {encoding} 读取</translation>
        </message>
        <message>
            <source>Rejected</source>
            <translation>拒收</translation>
        </message>
        <message>
            <source>Rejected rows are written to</source>
            <translation>拒收数据写入</translation>
        </message>
        <message>
            <source>Rejected rows could not be written to {path}: {why}. Nothing was imported. Say where they go (--rejects FILE).</source>
            <translation>拒收数据无法写入 {path}：{why}。未导入任何数据。请指定存放位置（--rejects FILE）。</translation>
        </message>
        <message>
            <source>Rejected rows with their reasons: {file}. Mend it and import it like any file.</source>
            <translation>拒收数据及原因：{file}。修正后可再次导入。</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Ring sizes (our own export)</source>
            <translation>戒指尺寸（本系统导出）</translation>
        </message>
        <message>
            <source>Row with the column names</source>
            <translation>标题所在行</translation>
        </message>
        <message>
            <source>Row {n}: {why}</source>
            <translation>第 {n} 行：{why}</translation>
        </message>
        <message>
            <source>Rows read</source>
            <translation>已读行数</translation>
        </message>
        <message>
            <source>Say at least which column names the customer, order or product.</source>
            <translation>请最少指定顾客、订单或货品的识别列。</translation>
        </message>
        <message>
            <source>Say what the list is needed for.</source>
            <translation>请填清单用途。</translation>
        </message>
        <message>
            <source>Say where the file goes.</source>
            <translation>请填文件位置。</translation>
        </message>
        <message>
            <source>Selling price</source>
            <translation>卖出价</translation>
        </message>
        <message>
            <source>Selling price of a gram</source>
            <translation>每克卖出价</translation>
        </message>
        <message>
            <source>Selling price of a tael</source>
            <translation>每两卖出价</translation>
        </message>
        <message>
            <source>Selling price of a troy ounce</source>
            <translation>每盎司卖出价</translation>
        </message>
        <message>
            <source>Semicolon ;</source>
            <translation>分号 ;</translation>
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
            <translation>略过</translation>
        </message>
        <message>
            <source>Some of the first rows cannot be taken:</source>
            <translation>首数行有数据不能导入：</translation>
        </message>
        <message>
            <source>Stage</source>
            <translation>进度</translation>
        </message>
        <message>
            <source>State or region</source>
            <translation>省份或地区</translation>
        </message>
        <message>
            <source>Steps of the import</source>
            <translation>导入步骤</translation>
        </message>
        <message>
            <source>Stock code</source>
            <translation>货号</translation>
        </message>
        <message>
            <source>Stock code of its parent</source>
            <translation>主货号</translation>
        </message>
        <message>
            <source>Stone</source>
            <translation>宝石</translation>
        </message>
        <message>
            <source>Stone origin</source>
            <translation>宝石来源</translation>
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
            <translation>已停止，未写入任何数据。</translation>
        </message>
        <message>
            <source>Stopping after these rows…</source>
            <translation>完成这批数据后停止…</translation>
        </message>
        <message>
            <source>Supplier</source>
            <translation>供应商</translation>
        </message>
        <message>
            <source>Tab</source>
            <translation>定位字符</translation>
        </message>
        <message>
            <source>Tael, gram or ounce</source>
            <translation>两、克或盎司</translation>
        </message>
        <message>
            <source>Tag</source>
            <translation>标签</translation>
        </message>
        <message>
            <source>Tags</source>
            <translation>标签</translation>
        </message>
        <message>
            <source>Take a list out of the program</source>
            <translation>导出清单</translation>
        </message>
        <message>
            <source>the amount cannot be read</source>
            <translation>金额无法读取</translation>
        </message>
        <message>
            <source>the buying price cannot be read</source>
            <translation>无法读取买入价</translation>
        </message>
        <message>
            <source>the card has no end</source>
            <translation>名片没有结束</translation>
        </message>
        <message>
            <source>the card is larger than {n} characters</source>
            <translation>名片超过 {n} 个字符</translation>
        </message>
        <message>
            <source>The cells of a sheet lie so far apart that it cannot be opened. Delete what stands far outside the table, or save it as CSV.</source>
            <translation>工作表的单元格相距太远，无法打开。请删除表格以外的远处内容，或另存为 CSV。</translation>
        </message>
        <message>
            <source>the customer was put away here</source>
            <translation>此顾客已在本系统归档</translation>
        </message>
        <message>
            <source>the date cannot be read</source>
            <translation>日期无法读取</translation>
        </message>
        <message>
            <source>the day is still to come</source>
            <translation>日期尚未到</translation>
        </message>
        <message>
            <source>the description is longer than {n} characters</source>
            <translation>描述超过 {n} 个字符</translation>
        </message>
        <message>
            <source>The file changed while it was read. What was taken in is whole and stays. Import the file again when nobody writes to it: what is in already is only recognised.</source>
            <translation>读取期间文件有变。已导入的数据完整保留。请待无人写入时再导入一次：已有的数据只会被认出，不会重复。</translation>
        </message>
        <message>
            <source>The file has more than {limit} columns.</source>
            <translation>文件超过 {limit} 列。</translation>
        </message>
        <message>
            <source>The file has no column {column}. It has: {columns}.</source>
            <translation>文件没有“{column}”列，现有：{columns}。</translation>
        </message>
        <message>
            <source>The file is empty.</source>
            <translation>文件是空的。</translation>
        </message>
        <message>
            <source>The file is larger than {limit} GB.</source>
            <translation>文件大于 {limit} GB。</translation>
        </message>
        <message>
            <source>The file is not {encoding} text.</source>
            <translation>文件并非 {encoding} 文字。</translation>
        </message>
        <message>
            <source>The file unpacks to far more than a real one would. It was not opened.</source>
            <translation>文件解压后异常巨大，未有打开。</translation>
        </message>
        <message>
            <source>The file {name} cannot be opened: {why}.</source>
            <translation>无法打开文件 {name}：{why}。</translation>
        </message>
        <message>
            <source>The file {name} is damaged.</source>
            <translation>文件 {name} 已损坏。</translation>
        </message>
        <message>
            <source>The file {name} is damaged: it cannot be unpacked.</source>
            <translation>文件 {name} 已损坏，无法解压。</translation>
        </message>
        <message>
            <source>The first rows of the file</source>
            <translation>文件首数行</translation>
        </message>
        <message>
            <source>the header once more</source>
            <translation>重复的标题行</translation>
        </message>
        <message>
            <source>the line is longer than {n} characters</source>
            <translation>该行超过 {n} 个字符</translation>
        </message>
        <message>
            <source>The mapping's date_order is dmy, mdy or ymd.</source>
            <translation>对应的 date_order 须为 dmy、mdy 或 ymd。</translation>
        </message>
        <message>
            <source>The mapping's kind is one of: {kinds}.</source>
            <translation>对应的类别须为：{kinds}。</translation>
        </message>
        <message>
            <source>the order number is longer than {n} characters</source>
            <translation>订单编号超过 {n} 个字符</translation>
        </message>
        <message>
            <source>the order was put away here</source>
            <translation>此订单已在本系统归档</translation>
        </message>
        <message>
            <source>the price cannot be read</source>
            <translation>价格无法读取</translation>
        </message>
        <message>
            <source>the price is in another currency than the shop's</source>
            <translation>价格货币与本店不同</translation>
        </message>
        <message>
            <source>the product was put away here</source>
            <translation>此货品已在本系统归档</translation>
        </message>
        <message>
            <source>the quantity cannot be read</source>
            <translation>数量无法读取</translation>
        </message>
        <message>
            <source>the row is empty</source>
            <translation>空白行</translation>
        </message>
        <message>
            <source>the rows are in, but the rejected ones could not be written; they are kept here: import the same file again and say where they go (--rejects)</source>
            <translation>数据已导入，但拒收数据未能写入文件，现保存在系统内：请再导入同一文件并指定存放位置（--rejects）</translation>
        </message>
        <message>
            <source>the stock code is longer than {n} characters</source>
            <translation>货号超过 {n} 个字符</translation>
        </message>
        <message>
            <source>the unit price cannot be read</source>
            <translation>单价无法读取</translation>
        </message>
        <message>
            <source>The workbook cannot be read; it is damaged or not a workbook. Open and save it again.</source>
            <translation>无法读取此活页簿：文件已损毁或不是活页簿。请打开后重新保存。</translation>
        </message>
        <message>
            <source>The workbook has no sheet with cells.</source>
            <translation>活页簿没有数据工作表。</translation>
        </message>
        <message>
            <source>The workbook is larger than {limit} MB. Save it as CSV.</source>
            <translation>活页簿大于 {limit} MB，请另存为 CSV。</translation>
        </message>
        <message>
            <source>The workbook is protected by a password. Save it without one, then import it.</source>
            <translation>此活页簿有密码保护，请移除密码后保存再导入。</translation>
        </message>
        <message>
            <source>There are more rows than a sheet can hold. Write a CSV file.</source>
            <translation>行数超出工作表上限，请改存 CSV。</translation>
        </message>
        <message>
            <source>There is no encoding {encoding}.</source>
            <translation>没有 {encoding} 编码。</translation>
        </message>
        <message>
            <source>There is no folder {folder}.</source>
            <translation>没有文件夹 {folder}。</translation>
        </message>
        <message>
            <source>There is no mapping called {name}. There are: {names}.</source>
            <translation>没有名为 {name} 的对应，现有：{names}。</translation>
        </message>
        <message>
            <source>There is no place called {target}. The places are: {targets}.</source>
            <translation>没有名为 {target} 的字段，可用：{targets}。</translation>
        </message>
        <message>
            <source>There is no sheet {sheet}. The sheets are: {sheets}.</source>
            <translation>没有工作表 {sheet}，现有：{sheets}。</translation>
        </message>
        <message>
            <source>This file is being imported already. Wait until that is done.</source>
            <translation>此文件正在导入，请等候完成。</translation>
        </message>
        <message>
            <source>this grade is not known</source>
            <translation>类别不明</translation>
        </message>
        <message>
            <source>This is a web page, not a table, whatever its name ends with. Open it in a spreadsheet program and save it as XLSX.</source>
            <translation>不论文件名结尾是什么，这是网页，不是表格。请用电子表格程序打开，再存为 XLSX。</translation>
        </message>
        <message>
            <source>This is an archive or a workbook of another kind. Save it as XLSX or CSV, then import it.</source>
            <translation>这是压缩文件或其他类型的活页簿，请另存为 XLSX 或 CSV 后再导入。</translation>
        </message>
        <message>
            <source>This is no table of text. Export the data as CSV or XLSX.</source>
            <translation>这不是文字表格，请将数据导出为 CSV 或 XLSX。</translation>
        </message>
        <message>
            <source>This is not a column mapping. It needs kind and columns: {example}.</source>
            <translation>这不是字段对应，须包含 kind 及 columns：{example}。</translation>
        </message>
        <message>
            <source>This is {what}, not a table. Export the data as CSV or XLSX.</source>
            <translation>这是 {what}，不是表格，请将数据导出为 CSV 或 XLSX。</translation>
        </message>
        <message>
            <source>This mapping is for {kind}.</source>
            <translation>此对应适用于 {kind}。</translation>
        </message>
        <message>
            <source>this metal is not known</source>
            <translation>金属不明</translation>
        </message>
        <message>
            <source>this unit is not known</source>
            <translation>单位不明</translation>
        </message>
        <message>
            <source>Tier</source>
            <translation>级别</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>称谓</translation>
        </message>
        <message>
            <source>Total of the order</source>
            <translation>订单总额</translation>
        </message>
        <message>
            <source>Treatment</source>
            <translation>优化处理</translation>
        </message>
        <message>
            <source>Try</source>
            <translation>试行</translation>
        </message>
        <message>
            <source>Try it without writing</source>
            <translation>试行（不写入）</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>恢复</translation>
        </message>
        <message>
            <source>Variant</source>
            <translation>规格</translation>
        </message>
        <message>
            <source>Variant's picture</source>
            <translation>规格图片</translation>
        </message>
        <message>
            <source>Weight in grams</source>
            <translation>重量（克）</translation>
        </message>
        <message>
            <source>What it holds</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>What it is needed for</source>
            <translation>用途</translation>
        </message>
        <message>
            <source>What names people is encrypted; the password is shown once, when it is written.</source>
            <translation>载有个人信息的文件会加密；密码只在写出时显示一次。</translation>
        </message>
        <message>
            <source>What the file holds</source>
            <translation>文件内容</translation>
        </message>
        <message>
            <source>What was taken so far is kept. Choose the same file again to go on.</source>
            <translation>已导入的数据会保留。再次选择同一文件即可继续。</translation>
        </message>
        <message>
            <source>What would happen</source>
            <translation>试行结果</translation>
        </message>
        <message>
            <source>Where the price is from</source>
            <translation>价格来源</translation>
        </message>
        <message>
            <source>Where {column} goes</source>
            <translation>“{column}”的对应字段</translation>
        </message>
        <message>
            <source>Which list</source>
            <translation>哪份清单</translation>
        </message>
        <message>
            <source>Wishes (our own export)</source>
            <translation>心愿（本系统导出）</translation>
        </message>
        <message>
            <source>Write the file</source>
            <translation>写入文件</translation>
        </message>
        <message>
            <source>year/month/day</source>
            <translation>年/月/日</translation>
        </message>
        <message>
            <source>{name} is {what}, not a file. Name the file with the list.</source>
            <translation>{name} 是 {what}，不是文件，请指定存放清单的文件。</translation>
        </message>
        <message>
            <source>{n} birthday or anniversary could not be read; it is kept in a note</source>
            <translation>{n} 个生日或纪念日无法读取，已保留于备注</translation>
        </message>
        <message>
            <source>{n} birthdays or anniversaries could not be read; they are kept in a note</source>
            <translation>{n} 个生日或纪念日无法读取，已记入备注</translation>
        </message>
        <message>
            <source>{n} column</source>
            <translation>{n} 列</translation>
        </message>
        <message>
            <source>{n} columns</source>
            <translation>{n} 列</translation>
        </message>
        <message>
            <source>{n} e-mail address looks wrong; it is kept as given and marked</source>
            <translation>{n} 个电子邮箱似有错误，已照样保留并标记</translation>
        </message>
        <message>
            <source>{n} e-mail addresses look wrong; they are kept as given and marked</source>
            <translation>{n} 个电子邮箱似有错误，已照样保留并标记</translation>
        </message>
        <message>
            <source>{n} key was left out</source>
            <translation>略去 {n} 个密钥</translation>
        </message>
        <message>
            <source>{n} keys were left out</source>
            <translation>略去 {n} 个密钥</translation>
        </message>
        <message>
            <source>{n} line amount is rounded to the cent or differs from quantity × price</source>
            <translation>{n} 行金额经四舍五入至分，或与数量 × 单价不符</translation>
        </message>
        <message>
            <source>{n} line amounts are rounded to the cent or differ from quantity × price</source>
            <translation>{n} 行金额经四舍五入至分，或与数量 × 单价不符</translation>
        </message>
        <message>
            <source>{n} line names a piece that is not in the chain's catalogue; it keeps the item code alone</source>
            <translation>{n} 行的货品不在集团的货品目录内，只保留货号</translation>
        </message>
        <message>
            <source>{n} lines name pieces that are not in the chain's catalogue; they keep the item code alone</source>
            <translation>{n} 行的货品不在集团的货品目录内，只保留货号</translation>
        </message>
        <message>
            <source>{n} new people are known by an old number alone; if their names are in another file of the same system, give both files one source</source>
            <translation>{n} 位新顾客只有旧编号；如姓名在同一系统的另一文件，请为两个文件填写同一来源名称</translation>
        </message>
        <message>
            <source>{n} new person is known by an old number alone; if the name is in another file of the same system, give both files one source</source>
            <translation>{n} 位新顾客只有旧编号；如姓名在同一系统的另一文件，请为两个文件填写同一来源名称</translation>
        </message>
        <message>
            <source>{n} of {total} rows</source>
            <translation>{total} 行中的 {n} 行</translation>
        </message>
        <message>
            <source>{n} people are customers of another branch; nothing of theirs was changed</source>
            <translation>{n} 人是其他门店的顾客，其数据没有更改</translation>
        </message>
        <message>
            <source>{n} people have no name; their e-mail or phone stands in its place</source>
            <translation>{n} 人没有姓名，以电子邮件或电话代替</translation>
        </message>
        <message>
            <source>{n} people were recognised by their old number alone</source>
            <translation>{n} 人仅凭旧编号认出</translation>
        </message>
        <message>
            <source>{n} person has no name; the e-mail or phone stands in its place</source>
            <translation>{n} 人没有姓名，以电子邮件或电话代替</translation>
        </message>
        <message>
            <source>{n} person is a customer of another branch; nothing of hers was changed</source>
            <translation>{n} 人是其他门店的顾客，其数据没有更改</translation>
        </message>
        <message>
            <source>{n} person was recognised by the old number alone</source>
            <translation>{n} 人仅凭旧编号认出</translation>
        </message>
        <message>
            <source>{n} phone number could not be made sure of; it is kept as given and marked</source>
            <translation>{n} 个电话号码未能确认，已照样保留并标记</translation>
        </message>
        <message>
            <source>{n} phone numbers could not be made sure of; they are kept as given and marked</source>
            <translation>{n} 个电话号码未能确认，已照样保留并标记</translation>
        </message>
        <message>
            <source>{n} picture was left out</source>
            <translation>略去 {n} 张图片</translation>
        </message>
        <message>
            <source>{n} pictures were left out</source>
            <translation>略去 {n} 张图片</translation>
        </message>
        <message>
            <source>{n} row has fewer cells than the header; the missing ones are empty</source>
            <translation>{n} 行的列数少于标题，缺少的列留空</translation>
        </message>
        <message>
            <source>{n} rows</source>
            <translation>{n} 行</translation>
        </message>
        <message>
            <source>{n} rows have fewer cells than the header; the missing ones are empty</source>
            <translation>{n} 行的单元格少于标题，欠缺的视为空白</translation>
        </message>
        <message>
            <source>{n} rows written to {path}</source>
            <translation>已将 {n} 行写入 {path}</translation>
        </message>
        <message>
            <source>{n} sound was left out</source>
            <translation>略去 {n} 个声音文件</translation>
        </message>
        <message>
            <source>{n} sounds were left out</source>
            <translation>略去 {n} 个声音文件</translation>
        </message>
        <message>
            <source>{n} value was too long for its place and is kept in a note</source>
            <translation>{n} 个值过长，已保留于备注</translation>
        </message>
        <message>
            <source>{n} values were too long for their place and are kept in a note</source>
            <translation>{n} 项数据过长，已记入备注</translation>
        </message>
        <message>
            <source>{path} cannot be written: {why}.</source>
            <translation>无法写入 {path}：{why}。</translation>
        </message>
    </context>
</TS>
