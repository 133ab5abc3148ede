"""Words and pictures for kinds and methods of payment."""

from __future__ import annotations

from ui.catalogue.words import word_of
from ui.i18n import N_

METHODS = (
    ("cash", N_("Cash")),
    ("card", N_("Bank card")),
    ("fps", N_("FPS")),
    ("octopus", N_("Octopus")),
    ("transfer", N_("Bank transfer")),
    ("cheque", N_("Cheque")),
    ("alipay_hk", N_("AlipayHK")),
    ("wechat_pay", N_("WeChat Pay")),
    ("unionpay", N_("UnionPay")),
    ("gold_trade_in", N_("Gold trade-in")),
    ("voucher", N_("Voucher")),
)
KINDS = (
    ("deposit", N_("Deposit")),
    ("instalment", N_("Instalment")),
    ("balance", N_("Balance")),
    ("refund", N_("Refund")),
)
TAKEN_KINDS = KINDS[:3]

_ICONS = {
    "cash": "cash",
    "card": "credit-card-outline",
    "fps": "cellphone",
    "octopus": "credit-card-outline",
    "transfer": "bank",
    "cheque": "file-document-outline",
    "alipay_hk": "qrcode",
    "wechat_pay": "wechat",
    "unionpay": "credit-card-outline",
    "gold_trade_in": "gold",
    "voucher": "gift",
}


def method_word(method: str) -> str:
    """How it was paid, in the present language."""
    return word_of(METHODS, method)


def method_icon(method: str) -> str:
    """A picture of it."""
    return _ICONS.get(method, "cash")


def kind_word(kind: str) -> str:
    """Deposit, instalment, balance or refund."""
    return word_of(KINDS, kind)
