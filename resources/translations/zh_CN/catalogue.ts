<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>JewelCRM</name>
        <message>
            <source>37.43 or 1 tael</source>
            <translation>37.43 或 1两</translation>
        </message>
        <message>
            <source>999.9, 750 or 18K</source>
            <translation>999.9、750 或 18K</translation>
        </message>
        <message>
            <source>A gold price is for one tael or one gram.</source>
            <translation>金价以每两或每克计算。</translation>
        </message>
        <message>
            <source>A piece sold by weight needs its metal and weight.</source>
            <translation>按重计价的货品须填金属及重量。</translation>
        </message>
        <message>
            <source>A price is never negative.</source>
            <translation>价格不能为负数。</translation>
        </message>
        <message>
            <source>A weight or size must be more than nothing.</source>
            <translation>重量或尺寸须大于零。</translation>
        </message>
        <message>
            <source>All categories</source>
            <translation>所有类别</translation>
        </message>
        <message>
            <source>Also what is not for sale</source>
            <translation>包括非卖品</translation>
        </message>
        <message>
            <source>Another metal</source>
            <translation>其他金属</translation>
        </message>
        <message>
            <source>At today's board: {price}</source>
            <translation>按今天牌价：{price}</translation>
        </message>
        <message>
            <source>Barcode</source>
            <translation>条码</translation>
        </message>
        <message>
            <source>Bars</source>
            <translation>金条</translation>
        </message>
        <message>
            <source>Buy back</source>
            <translation>回收</translation>
        </message>
        <message>
            <source>By weight</source>
            <translation>按重计价</translation>
        </message>
        <message>
            <source>by weight</source>
            <translation>按重计价</translation>
        </message>
        <message>
            <source>Carats</source>
            <translation>卡数</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Certificate</source>
            <translation>证书</translation>
        </message>
        <message>
            <source>Change the piece</source>
            <translation>修改货品</translation>
        </message>
        <message>
            <source>Choose a fixed price or a price by weight.</source>
            <translation>请选定价或按重计价。</translation>
        </message>
        <message>
            <source>Choose a piece first: its tag is printed from there.</source>
            <translation>请先选择货品，再打印吊牌。</translation>
        </message>
        <message>
            <source>Choose ornament, pellet or bar.</source>
            <translation>请选饰金、金粒或金条。</translation>
        </message>
        <message>
            <source>Chuk Kam (pure gold)</source>
            <translation>足金</translation>
        </message>
        <message>
            <source>Code, name, stone or certificate</source>
            <translation>编号、名称、宝石或证书</translation>
        </message>
        <message>
            <source>Collection</source>
            <translation>系列</translation>
        </message>
        <message>
            <source>Cost</source>
            <translation>成本</translation>
        </message>
        <message>
            <source>Description</source>
            <translation>描述</translation>
        </message>
        <message>
            <source>Diamond</source>
            <translation>钻石</translation>
        </message>
        <message>
            <source>Dragon and phoenix bangle</source>
            <translation>Dragon and phoenix bangle</translation>
        </message>
        <message>
            <source>Find a piece</source>
            <translation>查找货品</translation>
        </message>
        <message>
            <source>Fineness (‰)</source>
            <translation>成色（‰）</translation>
        </message>
        <message>
            <source>Fineness is between 0.1 and 1000 per mille.</source>
            <translation>成色须在 0.1 至 1000‰ 之间。</translation>
        </message>
        <message>
            <source>Fixed price</source>
            <translation>定价（一口价）</translation>
        </message>
        <message>
            <source>For</source>
            <translation>用途</translation>
        </message>
        <message>
            <source>For sale</source>
            <translation>可供出售</translation>
        </message>
        <message>
            <source>GIA 1234567890</source>
            <translation>GIA 1234567890</translation>
        </message>
        <message>
            <source>Give the piece a name.</source>
            <translation>请填货品名称。</translation>
        </message>
        <message>
            <source>Give the piece its item code.</source>
            <translation>请填货品编号。</translation>
        </message>
        <message>
            <source>Gold</source>
            <translation>金</translation>
        </message>
        <message>
            <source>Gold prices</source>
            <translation>金价</translation>
        </message>
        <message>
            <source>Gold-plated</source>
            <translation>镀金</translation>
        </message>
        <message>
            <source>Heated</source>
            <translation>热处理</translation>
        </message>
        <message>
            <source>History</source>
            <translation>记录</translation>
        </message>
        <message>
            <source>HK 14 or US 6½</source>
            <translation>港度14 或 US 6½</translation>
        </message>
        <message>
            <source>Hong Kong Gold Exchange</source>
            <translation>香港黄金交易所</translation>
        </message>
        <message>
            <source>How it is priced</source>
            <translation>计价方式</translation>
        </message>
        <message>
            <source>Import a list</source>
            <translation>导入清单</translation>
        </message>
        <message>
            <source>It is no longer found; orders and wishes keep it.</source>
            <translation>不再于搜索结果出现；订单及心愿单仍会保留。</translation>
        </message>
        <message>
            <source>Item code</source>
            <translation>货品编号</translation>
        </message>
        <message>
            <source>Item code, name, or scan</source>
            <translation>编号、名称或扫描</translation>
        </message>
        <message>
            <source>Its Chinese name</source>
            <translation>中文名称</translation>
        </message>
        <message>
            <source>Laboratory-grown</source>
            <translation>实验室培育</translation>
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
            <source>Made of</source>
            <translation>材质</translation>
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
            <source>Name of the piece</source>
            <translation>货品名称</translation>
        </message>
        <message>
            <source>Natural</source>
            <translation>天然</translation>
        </message>
        <message>
            <source>New product</source>
            <translation>新货品</translation>
        </message>
        <message>
            <source>No pieces here</source>
            <translation>没有货品</translation>
        </message>
        <message>
            <source>No prices yet</source>
            <translation>未有牌价</translation>
        </message>
        <message>
            <source>none, heated, type A</source>
            <translation>无、热处理、A货</translation>
        </message>
        <message>
            <source>Not for sale</source>
            <translation>非卖品</translation>
        </message>
        <message>
            <source>Not treated</source>
            <translation>未经处理</translation>
        </message>
        <message>
            <source>Ornaments</source>
            <translation>饰金</translation>
        </message>
        <message>
            <source>Other metal</source>
            <translation>其他金属</translation>
        </message>
        <message>
            <source>Palladium</source>
            <translation>钯金</translation>
        </message>
        <message>
            <source>Pellets</source>
            <translation>金粒</translation>
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
            <source>Piece</source>
            <translation>货品</translation>
        </message>
        <message>
            <source>Piece saved</source>
            <translation>货品已保存</translation>
        </message>
        <message>
            <source>Pieces</source>
            <translation>货品</translation>
        </message>
        <message>
            <source>Pieces found</source>
            <translation>找到的货品</translation>
        </message>
        <message>
            <source>Pieces or prices</source>
            <translation>货品或牌价</translation>
        </message>
        <message>
            <source>Pieces sold by weight need today's price.</source>
            <translation>按重计价的货品需要今天牌价。</translation>
        </message>
        <message>
            <source>Platinum</source>
            <translation>铂金</translation>
        </message>
        <message>
            <source>Price</source>
            <translation>价格</translation>
        </message>
        <message>
            <source>Price is on the board</source>
            <translation>牌价已更新</translation>
        </message>
        <message>
            <source>Prices here are in {currency}.</source>
            <translation>此处价格以 {currency} 计算。</translation>
        </message>
        <message>
            <source>Prices in force</source>
            <translation>现行牌价</translation>
        </message>
        <message>
            <source>Print tag</source>
            <translation>打印吊牌</translation>
        </message>
        <message>
            <source>Products</source>
            <translation>货品</translation>
        </message>
        <message>
            <source>Put away…</source>
            <translation>收起…</translation>
        </message>
        <message>
            <source>Put the piece away</source>
            <translation>收起此货品</translation>
        </message>
        <message>
            <source>Put this piece away?</source>
            <translation>收起此货品？</translation>
        </message>
        <message>
            <source>Put today's price for this metal on the board first.</source>
            <translation>请先输入此金属的今天牌价。</translation>
        </message>
        <message>
            <source>R18K-00231</source>
            <translation>R18K-00231</translation>
        </message>
        <message>
            <source>Ring</source>
            <translation>戒指</translation>
        </message>
        <message>
            <source>Ring size</source>
            <translation>戒指尺寸</translation>
        </message>
        <message>
            <source>Rose gold</source>
            <translation>玫瑰金</translation>
        </message>
        <message>
            <source>Say whether the stone is natural or laboratory-grown.</source>
            <translation>请注明宝石为天然或实验室培育。</translation>
        </message>
        <message>
            <source>Scan it</source>
            <translation>请扫描</translation>
        </message>
        <message>
            <source>Sell</source>
            <translation>卖出</translation>
        </message>
        <message>
            <source>Set today's price</source>
            <translation>更新今天牌价</translation>
        </message>
        <message>
            <source>Silver</source>
            <translation>银</translation>
        </message>
        <message>
            <source>Steel</source>
            <translation>钢</translation>
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
            <source>Supplier</source>
            <translation>供应商</translation>
        </message>
        <message>
            <source>The first {n} pieces</source>
            <translation>前 {n} 件货品</translation>
        </message>
        <message>
            <source>The item code {sku} is already in use.</source>
            <translation>货品编号 {sku} 已被使用。</translation>
        </message>
        <message>
            <source>The last price was {last}. Check the new one, then save it again.</source>
            <translation>上次牌价为 {last}。请核对新价，再按一次保存。</translation>
        </message>
        <message>
            <source>The piece has been put away</source>
            <translation>货品已收起</translation>
        </message>
        <message>
            <source>The price must be more than nothing.</source>
            <translation>价格须大于零。</translation>
        </message>
        <message>
            <source>This piece is no longer there. Look it up again.</source>
            <translation>此货品已不存在，请重新查找。</translation>
        </message>
        <message>
            <source>Today's price</source>
            <translation>今天牌价</translation>
        </message>
        <message>
            <source>Treatment</source>
            <translation>优化处理</translation>
        </message>
        <message>
            <source>Type A</source>
            <translation>A货</translation>
        </message>
        <message>
            <source>Type less, add a piece, or import a list.</source>
            <translation>请减少关键字、添加货品或导入清单。</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>We buy back at</source>
            <translation>回收价</translation>
        </message>
        <message>
            <source>We never buy back for more than we sell.</source>
            <translation>回收价不能高于卖出价。</translation>
        </message>
        <message>
            <source>We sell at</source>
            <translation>卖出价</translation>
        </message>
        <message>
            <source>Weight (g)</source>
            <translation>重量（克）</translation>
        </message>
        <message>
            <source>Where it is from</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>White gold</source>
            <translation>白色黄金</translation>
        </message>
        <message>
            <source>Yellow gold</source>
            <translation>黄金</translation>
        </message>
        <message>
            <source>{n} g</source>
            <translation>{n} 克</translation>
        </message>
        <message>
            <source>{n} piece</source>
            <translation>{n} 件货品</translation>
        </message>
        <message>
            <source>{n} pieces</source>
            <translation>{n} 件货品</translation>
        </message>
        <message>
            <source>{n} tael</source>
            <translation>{n} 两</translation>
        </message>
        <message>
            <source>“{text}” is not a fineness. Write it like 999.9, 750 or 18K.</source>
            <translation>“{text}”不是成色，请填如 999.9、750 或 18K。</translation>
        </message>
    </context>
</TS>
