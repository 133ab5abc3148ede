"""The places a column can go to, and the headings under which other systems keep them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Literal

Kind = Literal["customers", "orders", "products", "gold-rates"]
KINDS: tuple[Kind, ...] = ("customers", "orders", "products", "gold-rates")
OF_CATALOGUE: frozenset[Kind] = frozenset({"products", "gold-rates"})
"""What changes the catalogue, which is the whole chain's when there is one."""


@dataclass(frozen=True, slots=True)
class Target:
    """A place for a column. `many`: several columns may go there."""

    name: str
    label: str
    words: tuple[str, ...]
    many: bool = False


def _t(name: str, label: str, words: str, *, many: bool = False) -> Target:
    return Target(name, label, tuple(words.split()), many)


_PERSON = (
    _t(
        "first_name",
        "First name",
        "firstname first givenname given forename fname 名 名字 contactfirstname",
    ),
    _t("middle_name", "Middle name", "middlename additional additionalname"),
    _t(
        "last_name",
        "Last name",
        "lastname last surname familyname family lname 姓 姓氏 contactlastname",
    ),
    _t("suffix", "Name suffix", "suffix namesuffix"),
    _t(
        "name",
        "Name",
        "name fullname customername contactname clientname membername displayname "
        "englishname nameenglish "
        "nameeng engname contact customer client buyer shippingname billingname recipient "
        "customerfullname "
        "姓名 英文姓名 英文名 英文名字 名稱 名称 客戶姓名 客户姓名 客戶名稱 客户名称 "
        "顧客姓名 顾客姓名 會員姓名 会员姓名 "
        "顧客 客戶 客户 會員 会员 聯絡人 联系人 聯繫人 收件人",
    ),
    _t(
        "chinese_name",
        "Chinese name",
        "chinesename namechinese namezh namechi chiname cname 中文姓名 中文名 中文名字 "
        "中文名稱 中文名称",
    ),
    _t(
        "preferred_name",
        "Called",
        "preferredname nickname nick knownas alias 暱稱 昵称 別名 别名 稱呼",
    ),
    _t("title", "Title", "prefix title salutation courtesytitle nameprefix 稱謂 称谓 尊稱"),
    _t(
        "company",
        "Company",
        "company companyname organization organisation org 公司 公司名稱 公司名称 機構",
    ),
    _t(
        "phone",
        "Phone",
        "phone phones telephone tel mobile mobilephone cell cellphone cellular handphone "
        "hp phonenumber "
        "phoneno telno telephonenumber mobileno mobilenumber contactno contactnumber "
        "homephone homeno "
        "workphone officephone businessphone businesstelephone officeno customerphone "
        "shippingphone "
        "billingphone fax faxno faxnumber 電話 电话 電話號碼 电话号码 手機 手机 手機號碼 "
        "手机号码 手提 手提電話 "
        "流動電話 移动电话 聯絡電話 联系电话 聯繫電話 住宅電話 住宅电话 公司電話 公司电话 "
        "辦公室電話 傳真 传真",
        many=True,
    ),
    _t(
        "email",
        "E-mail",
        "email emails mail emailaddress mailaddress customeremail contactemail 電郵 电邮 "
        "電郵地址 电邮地址 "
        "電子郵件 电子邮件 電子郵箱 电子邮箱 郵箱 邮箱 電子信箱",
        many=True,
    ),
    _t("whatsapp", "WhatsApp", "whatsapp whatsappnumber whatsappno wa"),
    _t("wechat", "WeChat", "wechat wechatid weixin 微信 微信號 微信号"),
    _t(
        "address",
        "Address",
        "address streetaddress street address1 address2 address3 addressline1 addressline2 "
        "addressline3 "
        "billingaddress billingstreet shippingaddress billingaddress1 shippingaddress1 "
        "shipaddress "
        "地址 住址 通訊地址 通讯地址 郵寄地址 街道",
        many=True,
    ),
    _t("city", "City", "city town billingcity shippingcity shipcity 城市 市"),
    _t(
        "state",
        "State or region",
        "state province region billingstate shippingprovince shipregion 省 省份 州",
    ),
    _t(
        "postal_code",
        "Postal code",
        "postalcode postcode zip zipcode billingpostalcode shippingzip billingzip "
        "shippostalcode 郵編 邮编 "
        "郵政編碼 邮政编码 郵遞區號",
    ),
    _t(
        "country",
        "Country",
        "country countryregion countrycode nation billingcountry shippingcountry "
        "shipcountry 國家 国家 地區國家",
    ),
)

_CUSTOMER_ONLY = (
    _t("number", "Customer number here", "jewelcrmnumber"),
    _t(
        "external_key",
        "Number in the old system",
        "customerid customerkey customerno customernumber customercode custid custno "
        "clientid clientno "
        "memberid memberno membernumber membershipno membershipnumber cardno accountno "
        "accountnumber id key uid "
        "externalkey oldnumber 會員編號 会员编号 會員號 会员号 會員號碼 会员号码 會員卡號 "
        "客戶編號 客户编号 客戶號 顧客編號 "
        "顾客编号 編號 编号",
    ),
    _t("district", "District", "district area 地區 地区 區域 区域 區"),
    _t(
        "birthday",
        "Birthday",
        "birthday birthdate dateofbirth dob bday born 生日 出生日期 出生年月日 生日日期 "
        "新曆生日 西曆生日 陽曆生日",
    ),
    _t("lunar_birthday", "Lunar birthday", "lunarbirthday 農曆生日 农历生日 舊曆生日"),
    _t(
        "anniversary",
        "Anniversary",
        "anniversary weddinganniversary weddingdate weddingday 結婚周年 結婚週年 结婚周年 "
        "結婚紀念日 结婚纪念日 結婚日期",
    ),
    _t("gender", "Gender", "gender sex 性別 性别"),
    _t("language", "Language", "language lang preferredlanguage spokenlanguage 語言 语言"),
    _t(
        "source",
        "How they found us",
        "source leadsource referral howfound 來源 来源 客戶來源 得知途徑",
    ),
    _t(
        "tier",
        "Tier",
        "tier level grade membership membershiptier membertype vip 會員級別 会员级别 等級 "
        "等级 級別",
    ),
    _t("tag", "Tag", "tag tags labels 標籤 标签", many=True),
    _t(
        "note",
        "Note",
        "note notes remark remarks comment comments memo 備註 备注 附註 備忘 註釋",
        many=True,
    ),
    _t("jewelcrm_ring_sizes", "Ring sizes (our own export)", ""),
    _t("jewelcrm_preferences", "Preferences (our own export)", ""),
    _t("jewelcrm_wishes", "Wishes (our own export)", ""),
    _t("jewelcrm_consents", "Consents (our own export)", ""),
    _t("jewelcrm_notes", "Notes (our own export)", ""),
)

_ORDER_ONLY = (
    _t("number", "Order number here", "jewelcrmnumber"),
    _t(
        "order_number",
        "Order number in the old system",
        "invoiceno invoiceid invoicenumber invoice orderno orderid ordernumber order "
        "receiptno receiptnumber "
        "receipt billno billnumber transactionid transactionno saleid salesno docno "
        "documentno externalkey oldnumber "
        "訂單編號 订单编号 訂單號 订单号 訂單號碼 單號 单号 發票號碼 发票号码 發票號 "
        "收據編號 收據號碼 單據編號 "
        "交易編號",
    ),
    _t(
        "order_date",
        "Date",
        "invoicedate orderdate date saledate salesdate transactiondate purchasedate "
        "createdat placedat datetime "
        "soldon billdate 日期 訂單日期 订单日期 下單日期 購買日期 购买日期 銷售日期 "
        "销售日期 發票日期 交易日期 時間",
    ),
    _t(
        "customer_key",
        "Customer's number in the old system",
        "customerid customerkey customerno customercode customernumber custid custno "
        "clientid memberid memberno "
        "membershipno cardno customeroldnumber 客戶編號 客户编号 顧客編號 顾客编号 "
        "會員編號 会员编号 會員號碼 會員號",
    ),
    _t("customer_number", "Customer's number here", "customerjewelcrmnumber"),
    _t(
        "sku",
        "Stock code",
        "stockcode sku productid productcode productno itemcode itemno itemid itemnumber "
        "code partno styleno model "
        "lineitemsku trackid 貨號 货号 產品編號 产品编号 商品編號 商品编号 貨品編號 款號 "
        "款号 條碼",
    ),
    _t(
        "description",
        "Description",
        "description productname product item itemname itemdescription details "
        "lineitemname title goods track "
        "產品 产品 產品名稱 产品名称 商品 商品名稱 商品名称 貨品 貨品名稱 品名 描述 說明 "
        "项目 項目",
    ),
    _t(
        "quantity",
        "Quantity",
        "quantity qty pcs pieces count units lineitemquantity 數量 数量 件數 件数",
    ),
    _t(
        "unit_price",
        "Price of one",
        "unitprice price priceeach rate lineitemprice unitcost 單價 单价 價格 价格 售價",
    ),
    _t("labour", "Labour", "labour labor labourcharge workmanship 工費 工费 手工"),
    _t("discount", "Discount", "discount discountamount lineitemdiscount 折扣 折扣額 優惠"),
    _t("discount_rate", "Discount as a part", "discountrate discountpercent discountpct 折扣率"),
    _t(
        "amount",
        "Line amount",
        "amount lineamount linetotal subtotal sales extendedprice 金額 金额 小計 小计",
    ),
    _t(
        "total",
        "Total of the order",
        "total ordertotal invoicetotal grandtotal totalamount 總額 总额 總計 总计 合計 合计",
    ),
    _t("currency", "Currency", "currency currencycode ccy 貨幣 货币 幣種"),
    _t("channel", "Channel", "channel salechannel 渠道"),
    _t("kind", "Kind of order", "kind ordertype orderkind 訂單類型"),
    _t("stage", "Stage", "stage status orderstatus fulfillmentstatus state2 狀態 状态 訂單狀態"),
    _t("remark", "Remark", "remark remarks note notes comment comments memo 備註 备注"),
)

_PRODUCT = (
    _t(
        "sku",
        "Stock code",
        "sku variantsku stockcode productid productcode productno itemcode itemno itemid "
        "code partno styleno model id "
        "stocknumber stockno 貨號 货号 產品編號 产品编号 商品編號 商品编号 貨品編號 款號 "
        "款号 編號 编号",
    ),
    _t("parent", "Product it is a variant of", "handle"),
    _t(
        "name",
        "Name",
        "title name productname itemname product item englishname 名稱 名称 產品名稱 "
        "产品名称 商品名稱 商品名称 品名 "
        "貨品名稱",
    ),
    _t(
        "chinese_name",
        "Chinese name",
        "chinesename namezh namechinese 中文名稱 中文名称 中文名 中文品名",
    ),
    _t(
        "description",
        "Description",
        "bodyhtml description body details longdescription 描述 說明 说明 詳情",
    ),
    _t(
        "category",
        "Category",
        "type category producttype productcategory categoryname department 類別 类别 分類 "
        "种类 種類",
    ),
    _t("collection", "Collection", "collection series range 系列"),
    _t(
        "vendor",
        "Supplier",
        "vendor brand supplier manufacturer suppliername 供應商 供应商 品牌",
    ),
    _t("variant", "Variant", "variant varianttitle variantname"),
    _t("parent_sku", "Stock code of its parent", "parentsku parentcode 母貨號"),
    _t("option1", "Option 1", "option1value size 規格 规格"),
    _t("option2", "Option 2", "option2value"),
    _t("option3", "Option 3", "option3value"),
    _t("metal", "Metal", "metal material metaltype 材質 材质 金屬 金属"),
    _t("fineness", "Fineness", "fineness purity karat carats18 成色 純度"),
    _t(
        "weight",
        "Weight in grams",
        "weight weightg grams variantgrams goldweight netweight 重量 金重 淨重",
    ),
    _t("stone", "Stone", "stone gem gemstone mainstone 寶石 宝石 主石"),
    _t(
        "stone_weight",
        "Stone weight in carats",
        "carat carats stoneweight ctw caratweight 石重 卡 克拉",
    ),
    _t("stone_origin", "Stone origin", "stoneorigin"),
    _t("treatment", "Treatment", "treatment 處理"),
    _t("cut", "Cut", "cut 切工"),
    _t("color", "Colour", "color colour 顏色 颜色 成色級"),
    _t("clarity", "Clarity", "clarity 淨度 净度"),
    _t(
        "certificate",
        "Certificate",
        "certificate certificateno certno gia giano 證書 证书 證書號碼",
    ),
    _t("size", "Size in mm", "sizemm 尺寸"),
    _t("pricing_mode", "Priced by", "pricingmode"),
    _t(
        "price",
        "Price",
        "price variantprice unitprice sellingprice retailprice listprice msrp 價格 价格 "
        "售價 售价 單價 定價",
    ),
    _t("labour", "Labour", "labour labor labourcharge 工費 工费"),
    _t("cost", "Cost", "cost unitcost costprice costperitem standardcost 成本 成本價 來貨價"),
    _t("currency", "Currency", "currency currencycode ccy 貨幣 货币"),
    _t("barcode", "Barcode", "barcode variantbarcode ean upc gtin isbn 條碼 条码 條形碼"),
    _t(
        "picture",
        "Picture",
        "imagesrc picture image imageurl photo pictureurl imagelink 圖片 图片 相片",
    ),
    _t("variant_picture", "Variant's picture", "variantimage"),
    _t("tag", "Tags", "tags tag labels keywords 標籤 标签", many=True),
    _t("active", "On sale", "published active status available onsale 上架 有效"),
)

_GOLD_RATE = (
    _t("day", "Date", "day date datum time at 日期 時間 交易日"),
    _t("metal", "Metal", "metal commodity symbol 金屬 金属 品種"),
    _t("grade", "Ornament, pellet or bar", "grade form kind 類別 类别 種類"),
    _t("tael_price", "Selling price of a tael", "pricepertael taelprice 每両 每兩 每两 両價"),
    _t("gram_price", "Selling price of a gram", "pricepergram gramprice 每克 克價"),
    _t("ounce_price", "Selling price of a troy ounce", "priceperounce ounceprice usdperoz 每安士"),
    _t("price", "Selling price", "price sell selling sellprice close value 賣出 卖出 價格 金價"),
    _t("unit", "Tael, gram or ounce", "unit per 單位 单位"),
    _t("buy", "Buying price", "buy buying buyprice buyback 買入 买入 回購"),
    _t("currency", "Currency", "currency currencycode ccy 貨幣 货币 幣種"),
    _t("source", "Where the price is from", "source 來源 来源"),
)

TARGETS: Mapping[Kind, tuple[Target, ...]] = MappingProxyType(
    {
        "customers": _PERSON + _CUSTOMER_ONLY,
        "orders": _ORDER_ONLY + _PERSON,
        "products": _PRODUCT,
        "gold-rates": _GOLD_RATE,
    }
)
"""Every place a column can go to, by kind of file, in the order they are shown."""

LABELS = ("mobile", "home", "office", "fax", "pager", "other")
"""Labels of a phone or e-mail; a target is written `phone:home`."""


def normal_heading(heading: str) -> str:
    """`Customer ID`, `customer_id` and `ＣｕｓｔｏｍｅｒＩＤ` are one word."""
    folded = unicodedata.normalize("NFKC", heading).casefold()
    return re.sub(r"[\W_]+", "", folded)


@lru_cache(maxsize=4)
def headings(kind: Kind) -> Mapping[str, str]:
    """Each known heading, in normal form, with the name of its target."""
    known: dict[str, str] = {}
    for target in TARGETS[kind]:
        for word in (*target.words, normal_heading(target.name)):
            known.setdefault(word, target.name)
    return known


def is_known(heading: str) -> bool:
    """True when a cell reads like the name of a column."""
    plain = normal_heading(heading)
    return bool(plain) and any(plain in headings(kind) for kind in KINDS)


def target(kind: Kind, name: str) -> Target | None:
    """The target called `name`, its label (`:home`) left aside."""
    plain = name.partition(":")[0]
    return next((t for t in TARGETS[kind] if t.name == plain), None)
