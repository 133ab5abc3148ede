"""The words of a receipt in English and Traditional Chinese, and the trade's legal names.

Names of metals and stones stand in both languages whichever was chosen: they are what the Trade
Descriptions orders ask for (domain.md 2.2, 3.3).
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from db.types import Id
from jewelcrm.orders.model import OrderLine
from jewelcrm.orders.rules.disclosures import (
    GOLDS,
    MIN_CHUK_KAM,
    MIN_PURE_PLATINUM,
    Made,
    is_diamond,
    is_fei_cui,
    is_treated,
)
from jewelcrm.weights import carat_text, gram_text, tael_text

WORDS = {
    "receipt": ("Receipt", "收據"),
    "deposit_receipt": ("Deposit receipt", "訂金收據"),
    "instalment_receipt": ("Instalment receipt", "分期付款收據"),
    "refund_note": ("Refund note", "退款單"),
    "correction": ("Correction", "更正單"),
    "number": ("No.", "編號"),
    "date": ("Date", "日期"),
    "customer": ("Customer", "顧客"),
    "walk_in": ("Walk-in customer", "門市客"),
    "order": ("Order", "訂單"),
    "staff": ("Served by", "經手人"),
    "promised": ("Ready on", "預計可取"),
    "item": ("Item", "貨品"),
    "quantity": ("Qty", "數量"),
    "unit_price": ("Unit price", "單價"),
    "amount": ("Amount", "金額"),
    "labour": ("Labour", "手工費"),
    "discount": ("Discount", "折扣"),
    "gold_price": ("Gold price", "金價"),
    "fixed_price": ("Fixed price, sold by piece, not by weight", "定價（一口價），並非按重量計價"),
    "certificate": ("Certificate", "證書"),
    "size": ("Inner circumference", "內圈周長"),
    "condition": ("As received", "收件狀況"),
    "weight_in": ("In", "收件重"),
    "weight_out": ("Out", "交還重"),
    "metal_weight": ("Metal weight", "金屬重量"),
    "total": ("Total", "總額"),
    "paid_before": ("Paid before", "之前已付"),
    "this_payment": ("This payment", "是次付款"),
    "this_refund": ("This refund", "是次退款"),
    "paid": ("Paid so far", "累計已付"),
    "balance": ("Balance due", "尾數"),
    "paid_in_full": ("Paid in full", "已付清"),
    "due": ("To be paid", "應付款項"),
    "terms": ("Refund and exchange", "退換貨品"),
    "reference": ("Reference", "參考編號"),
    "page": ("Page {page} of {pages}", "第 {page} 頁，共 {pages} 頁"),
    "thanks": ("Thank you. Please keep this receipt.", "多謝惠顧，請保留此收據。"),
    "untreated": ("untreated", "未經優化處理"),
    "treatment": ("Treatment", "優化處理"),
    "tael": ("tael", "両"),
    "gram": ("g", "克"),
    "envelope": ("Job envelope", "維修袋／工單袋"),
    "phone": ("Phone", "電話"),
    "taken": ("Taken in", "收件"),
    "wanted": ("Promised", "取件日期"),
    "service": ("To be done", "服務"),
    "weight": ("Weight in", "收件重量"),
    "ring": ("Ring size", "手寸"),
    "stone": ("Stone", "寶石"),
    "value": ("Declared value", "申報價值"),
    "rush": ("RUSH", "加急"),
    "remark": ("Remark", "備註"),
    "customer_signs": ("Customer", "顧客簽署"),
    "shop_signs": ("Shop", "店方簽署"),
}

KINDS = {
    "sale": ("Sale", "銷售"),
    "special": ("Special order", "特別訂購"),
    "custom": ("Custom order", "訂造"),
    "repair": ("Repair", "維修"),
    "deposit": ("Deposit", "訂金"),
    "instalment": ("Instalment", "分期付款"),
    "balance": ("Balance", "尾數"),
    "refund": ("Refund", "退款"),
}

METHODS = {
    "cash": ("Cash", "現金"),
    "card": ("Card", "信用卡"),
    "fps": ("FPS", "轉數快"),
    "octopus": ("Octopus", "八達通"),
    "transfer": ("Bank transfer", "銀行轉帳"),
    "cheque": ("Cheque", "支票"),
    "alipay_hk": ("AlipayHK", "支付寶香港"),
    "wechat_pay": ("WeChat Pay", "微信支付"),
    "unionpay": ("UnionPay", "銀聯"),
    "gold_trade_in": ("Gold trade-in", "舊金換購"),
    "voucher": ("Voucher", "禮券"),
}

SERVICES = {
    "resize": ("Resizing", "改圈"),
    "polishing": ("Cleaning and polishing", "清洗打磨"),
    "rhodium_plating": ("Rhodium plating", "電白（鍍銠）"),
    "restring": ("Restringing", "重新穿線"),
    "engraving": ("Engraving", "刻字"),
    "stone_setting": ("Stone setting", "鑲石"),
    "stone_replacement": ("Stone replacement", "補石"),
    "prongs": ("Prongs re-tipped or tightened", "修爪"),
    "soldering": ("Soldering", "焊接"),
    "remake": ("Melting and remaking", "熔金重造"),
    "watch": ("Watch battery or strap", "手錶電池／錶帶"),
    "appraisal": ("Appraisal", "估值"),
    "commission": ("Commission", "佣金"),
    "other": ("Other work", "其他"),
}

_TREATMENTS = {
    "heated": ("heated", "加熱處理"),
    "h": ("heated", "加熱處理"),
    "oiled": ("oiled", "浸油"),
    "o": ("oiled", "浸油"),
    "fracture_filled": ("fracture-filled", "裂隙充填"),
    "f": ("filled", "充填"),
    "diffusion": ("diffusion-treated", "擴散處理"),
    "u": ("diffusion-treated", "擴散處理"),
    "irradiated": ("irradiated", "輻照處理"),
    "r": ("irradiated", "輻照處理"),
    "dyed": ("dyed", "染色"),
    "b": ("type B: bleached and filled", "B 貨：經漂白充填"),
    "c": ("type C: dyed", "C 貨：經染色"),
    "b+c": ("type B+C: bleached, filled and dyed", "B+C 貨：經漂白充填及染色"),
}
_GOLD_COLOURS = {
    "gold": ("gold", "金"),
    "yellow_gold": ("yellow gold", "黃金"),
    "white_gold": ("white gold", "白色黃金"),
    "rose_gold": ("rose gold", "玫瑰金"),
}
_OTHER_METALS = {
    "palladium": ("Pd", "palladium", "鈀金"),
    "silver": ("S", "silver", "銀"),
}
_CARATS = {
    3330: 8,
    3750: 9,
    4160: 10,
    4167: 10,
    4170: 10,
    5000: 12,
    5850: 14,
    6250: 15,
    7500: 18,
    8330: 20,
    8750: 21,
    9160: 22,
    9166: 22,
    9170: 22,
}


def word(key: str, language: str) -> str:
    return WORDS[key][_column(language)]


def both(key: str, language: str) -> str:
    """The chosen language first, the other behind it."""
    english, chinese = WORDS[key]
    return f"{chinese} {english}" if _column(language) else f"{english} {chinese}"


def person(name: str | None, name_zh: str | None, language: str) -> str:
    """Who it was, by the name of the chosen language; by the other when there is only that."""
    known = (name_zh, name) if _column(language) else (name, name_zh)
    return next(filter(None, known), "")


def called(line: OrderLine, names: Mapping[Id, tuple[str, str | None]], language: str) -> str:
    """The piece by the catalogue's name in the paper's language; else as it was typed."""
    return person(*names.get(line.id, (line.description, None)), language)


def name_of(names: dict[str, tuple[str, str]], code: str, language: str) -> str:
    """The word for a code; an unknown one (from an older system) as it is."""
    return names[code][_column(language)] if code in names else code.replace("_", " ")


def _column(language: str) -> int:
    return 1 if language.startswith("zh") else 0


def per_mille(fineness: int) -> str:
    """`999.9‰`, `750‰`."""
    return f"{(Decimal(fineness) / 10).normalize():f}‰"


def metal_words(line: Made) -> str | None:
    """The metal's legal name in both languages: `18K 白色黃金 White gold 750‰`."""
    if line.metal is None:
        return None
    if line.metal in GOLDS:
        return _gold_words(line.metal, line.fineness)
    if line.metal == "platinum":
        return _platinum_words(line.fineness)
    if line.metal in _OTHER_METALS:
        mark, english, chinese = _OTHER_METALS[line.metal]
        number = f"{mark}{_thousandths(line.fineness)} " if line.fineness else ""
        return f"{number}{chinese} {english.capitalize()}"
    if line.metal == "gold_plated":
        return "鍍金 Gold-plated"
    return line.metal.replace("_", " ").capitalize()


def _gold_words(metal: str, fineness: int | None) -> str:
    english, chinese = _GOLD_COLOURS[metal]
    if fineness is None:
        return f"{chinese} {english.capitalize()}"
    if fineness >= MIN_CHUK_KAM and metal != "white_gold":
        return f"足金 Chuk Kam {per_mille(fineness)}"
    carats = _CARATS.get(fineness)
    mark = f"{carats}K " if carats else ""
    return f"{mark}{chinese} {english.capitalize()} {per_mille(fineness)}"


def _platinum_words(fineness: int | None) -> str:
    if fineness is None:
        return "鉑金 Platinum"
    name = "足鉑金 Chuk Pak Kam" if fineness >= MIN_PURE_PLATINUM else "鉑金 Platinum"
    return f"Pt{_thousandths(fineness)} {name}"


def _thousandths(fineness: int | None) -> str:
    return f"{(Decimal(fineness or 0) / 10).normalize():f}"


def weight_words(grams: Decimal) -> str:
    """Both units of the trade: `9.9935 g（2錢6分7厘）`."""
    return f"{gram_text(grams)}（{tael_text(grams)}）"


def stone_words(line: Made) -> str | None:
    """The stone's legal name, weight and treatment in both languages."""
    if not line.stone:
        return None
    parts = [_stone_name(line)]
    if line.stone_weight:
        parts.append(f"{carat_text(line.stone_weight)} 卡")
    if line.treatment:
        parts.append(_treatment(line))
    return "，".join(parts)


def _stone_name(line: Made) -> str:
    if is_diamond(line):
        return {
            "natural": "天然鑽石 Natural diamond",
            "lab_grown": "實驗室培育鑽石 Laboratory-grown diamond",
        }.get(line.stone_origin or "", line.stone or "")
    if is_fei_cui(line) and line.stone_origin == "natural":
        return "翡翠 Fei cui (treated)" if is_treated(line) else "天然翡翠 Natural fei cui"
    origin = {"natural": "天然 Natural ", "lab_grown": "實驗室培育 Laboratory-grown "}
    return f"{origin.get(line.stone_origin or '', '')}{line.stone}"


def _treatment(line: Made) -> str:
    if not is_treated(line):
        return "未經優化處理 Untreated"
    code = (line.treatment or "").strip().lower()
    english, chinese = _TREATMENTS.get(code, (line.treatment or "", ""))
    return f"{chinese} {english.capitalize()}".strip()
