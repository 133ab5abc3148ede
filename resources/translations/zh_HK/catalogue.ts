<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_HK" sourcelanguage="en">
    <context>
        <name>JewelCRM</name>
        <message>
            <source>37.43 or 1 tael</source>
            <translation>37.43 或 1兩</translation>
        </message>
        <message>
            <source>999.9, 750 or 18K</source>
            <translation>999.9、750 或 18K</translation>
        </message>
        <message>
            <source>A gold price is for one tael or one gram.</source>
            <translation>金價以每兩或每克計算。</translation>
        </message>
        <message>
            <source>A piece sold by weight needs its metal and weight.</source>
            <translation>按重計價的貨品須填金屬及重量。</translation>
        </message>
        <message>
            <source>A price is never negative.</source>
            <translation>價錢不能為負數。</translation>
        </message>
        <message>
            <source>A weight or size must be more than nothing.</source>
            <translation>重量或尺寸須大於零。</translation>
        </message>
        <message>
            <source>All categories</source>
            <translation>所有類別</translation>
        </message>
        <message>
            <source>Also what is not for sale</source>
            <translation>包括非賣品</translation>
        </message>
        <message>
            <source>Another metal</source>
            <translation>其他金屬</translation>
        </message>
        <message>
            <source>At today's board: {price}</source>
            <translation>按今日牌價：{price}</translation>
        </message>
        <message>
            <source>Barcode</source>
            <translation>條碼</translation>
        </message>
        <message>
            <source>Bars</source>
            <translation>金條</translation>
        </message>
        <message>
            <source>Buy back</source>
            <translation>回收</translation>
        </message>
        <message>
            <source>By weight</source>
            <translation>按重計價</translation>
        </message>
        <message>
            <source>by weight</source>
            <translation>按重計價</translation>
        </message>
        <message>
            <source>Carats</source>
            <translation>卡數</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>類別</translation>
        </message>
        <message>
            <source>Certificate</source>
            <translation>證書</translation>
        </message>
        <message>
            <source>Change the piece</source>
            <translation>修改貨品</translation>
        </message>
        <message>
            <source>Choose a fixed price or a price by weight.</source>
            <translation>請選定價或按重計價。</translation>
        </message>
        <message>
            <source>Choose a piece first: its tag is printed from there.</source>
            <translation>請先選擇貨品，再列印吊牌。</translation>
        </message>
        <message>
            <source>Choose ornament, pellet or bar.</source>
            <translation>請選飾金、金粒或金條。</translation>
        </message>
        <message>
            <source>Chuk Kam (pure gold)</source>
            <translation>足金</translation>
        </message>
        <message>
            <source>Code, name, stone or certificate</source>
            <translation>編號、名稱、寶石或證書</translation>
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
            <translation>鑽石</translation>
        </message>
        <message>
            <source>Dragon and phoenix bangle</source>
            <translation>Dragon and phoenix bangle</translation>
        </message>
        <message>
            <source>Find a piece</source>
            <translation>查找貨品</translation>
        </message>
        <message>
            <source>Fineness (‰)</source>
            <translation>成色（‰）</translation>
        </message>
        <message>
            <source>Fineness is between 0.1 and 1000 per mille.</source>
            <translation>成色須在 0.1 至 1000‰ 之間。</translation>
        </message>
        <message>
            <source>Fixed price</source>
            <translation>定價（一口價）</translation>
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
            <translation>請填貨品名稱。</translation>
        </message>
        <message>
            <source>Give the piece its item code.</source>
            <translation>請填貨品編號。</translation>
        </message>
        <message>
            <source>Gold</source>
            <translation>金</translation>
        </message>
        <message>
            <source>Gold prices</source>
            <translation>金價</translation>
        </message>
        <message>
            <source>Gold-plated</source>
            <translation>鍍金</translation>
        </message>
        <message>
            <source>Heated</source>
            <translation>熱處理</translation>
        </message>
        <message>
            <source>History</source>
            <translation>紀錄</translation>
        </message>
        <message>
            <source>HK 14 or US 6½</source>
            <translation>港度14 或 US 6½</translation>
        </message>
        <message>
            <source>Hong Kong Gold Exchange</source>
            <translation>香港黃金交易所</translation>
        </message>
        <message>
            <source>How it is priced</source>
            <translation>計價方式</translation>
        </message>
        <message>
            <source>Import a list</source>
            <translation>匯入清單</translation>
        </message>
        <message>
            <source>It is no longer found; orders and wishes keep it.</source>
            <translation>不再於搜尋結果出現；訂單及心願單仍會保留。</translation>
        </message>
        <message>
            <source>Item code</source>
            <translation>貨品編號</translation>
        </message>
        <message>
            <source>Item code, name, or scan</source>
            <translation>編號、名稱或掃描</translation>
        </message>
        <message>
            <source>Its Chinese name</source>
            <translation>中文名稱</translation>
        </message>
        <message>
            <source>Laboratory-grown</source>
            <translation>實驗室培育</translation>
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
            <translation>材質</translation>
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
            <source>Name of the piece</source>
            <translation>貨品名稱</translation>
        </message>
        <message>
            <source>Natural</source>
            <translation>天然</translation>
        </message>
        <message>
            <source>New product</source>
            <translation>新貨品</translation>
        </message>
        <message>
            <source>No pieces here</source>
            <translation>沒有貨品</translation>
        </message>
        <message>
            <source>No prices yet</source>
            <translation>未有牌價</translation>
        </message>
        <message>
            <source>none, heated, type A</source>
            <translation>無、熱處理、A貨</translation>
        </message>
        <message>
            <source>Not for sale</source>
            <translation>非賣品</translation>
        </message>
        <message>
            <source>Not treated</source>
            <translation>未經處理</translation>
        </message>
        <message>
            <source>Ornaments</source>
            <translation>飾金</translation>
        </message>
        <message>
            <source>Other metal</source>
            <translation>其他金屬</translation>
        </message>
        <message>
            <source>Palladium</source>
            <translation>鈀金</translation>
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
            <translation>每兩</translation>
        </message>
        <message>
            <source>Piece</source>
            <translation>貨品</translation>
        </message>
        <message>
            <source>Piece saved</source>
            <translation>貨品已儲存</translation>
        </message>
        <message>
            <source>Pieces</source>
            <translation>貨品</translation>
        </message>
        <message>
            <source>Pieces found</source>
            <translation>找到的貨品</translation>
        </message>
        <message>
            <source>Pieces or prices</source>
            <translation>貨品或牌價</translation>
        </message>
        <message>
            <source>Pieces sold by weight need today's price.</source>
            <translation>按重計價的貨品需要今日牌價。</translation>
        </message>
        <message>
            <source>Platinum</source>
            <translation>鉑金</translation>
        </message>
        <message>
            <source>Price</source>
            <translation>價錢</translation>
        </message>
        <message>
            <source>Price is on the board</source>
            <translation>牌價已更新</translation>
        </message>
        <message>
            <source>Prices here are in {currency}.</source>
            <translation>此處價錢以 {currency} 計算。</translation>
        </message>
        <message>
            <source>Prices in force</source>
            <translation>現行牌價</translation>
        </message>
        <message>
            <source>Print tag</source>
            <translation>列印吊牌</translation>
        </message>
        <message>
            <source>Products</source>
            <translation>貨品</translation>
        </message>
        <message>
            <source>Put away…</source>
            <translation>收起…</translation>
        </message>
        <message>
            <source>Put the piece away</source>
            <translation>收起此貨品</translation>
        </message>
        <message>
            <source>Put this piece away?</source>
            <translation>收起此貨品？</translation>
        </message>
        <message>
            <source>Put today's price for this metal on the board first.</source>
            <translation>請先輸入此金屬的今日牌價。</translation>
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
            <translation>請註明寶石為天然或實驗室培育。</translation>
        </message>
        <message>
            <source>Scan it</source>
            <translation>請掃描</translation>
        </message>
        <message>
            <source>Sell</source>
            <translation>賣出</translation>
        </message>
        <message>
            <source>Set today's price</source>
            <translation>更新今日牌價</translation>
        </message>
        <message>
            <source>Silver</source>
            <translation>銀</translation>
        </message>
        <message>
            <source>Steel</source>
            <translation>鋼</translation>
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
            <source>Supplier</source>
            <translation>供應商</translation>
        </message>
        <message>
            <source>The first {n} pieces</source>
            <translation>首 {n} 件貨品</translation>
        </message>
        <message>
            <source>The item code {sku} is already in use.</source>
            <translation>貨品編號 {sku} 已被使用。</translation>
        </message>
        <message>
            <source>The last price was {last}. Check the new one, then save it again.</source>
            <translation>上次牌價為 {last}。請核對新價，再按一次儲存。</translation>
        </message>
        <message>
            <source>The piece has been put away</source>
            <translation>貨品已收起</translation>
        </message>
        <message>
            <source>The price must be more than nothing.</source>
            <translation>價錢須大於零。</translation>
        </message>
        <message>
            <source>This piece is no longer there. Look it up again.</source>
            <translation>此貨品已不存在，請重新查找。</translation>
        </message>
        <message>
            <source>Today's price</source>
            <translation>今日牌價</translation>
        </message>
        <message>
            <source>Treatment</source>
            <translation>優化處理</translation>
        </message>
        <message>
            <source>Type A</source>
            <translation>A貨</translation>
        </message>
        <message>
            <source>Type less, add a piece, or import a list.</source>
            <translation>請減少關鍵字、新增貨品或匯入清單。</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>單位</translation>
        </message>
        <message>
            <source>We buy back at</source>
            <translation>回收價</translation>
        </message>
        <message>
            <source>We never buy back for more than we sell.</source>
            <translation>回收價不能高於賣出價。</translation>
        </message>
        <message>
            <source>We sell at</source>
            <translation>賣出價</translation>
        </message>
        <message>
            <source>Weight (g)</source>
            <translation>重量（克）</translation>
        </message>
        <message>
            <source>Where it is from</source>
            <translation>來源</translation>
        </message>
        <message>
            <source>White gold</source>
            <translation>白色黃金</translation>
        </message>
        <message>
            <source>Yellow gold</source>
            <translation>黃金</translation>
        </message>
        <message>
            <source>{n} g</source>
            <translation>{n} 克</translation>
        </message>
        <message>
            <source>{n} piece</source>
            <translation>{n} 件貨品</translation>
        </message>
        <message>
            <source>{n} pieces</source>
            <translation>{n} 件貨品</translation>
        </message>
        <message>
            <source>{n} tael</source>
            <translation>{n} 兩</translation>
        </message>
        <message>
            <source>“{text}” is not a fineness. Write it like 999.9, 750 or 18K.</source>
            <translation>「{text}」不是成色，請填如 999.9、750 或 18K。</translation>
        </message>
    </context>
</TS>
