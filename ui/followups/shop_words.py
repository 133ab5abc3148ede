"""English words that the rules of follow-ups hand to the window; see customers/shop_words."""

from __future__ import annotations

from ui.i18n import N_

OUTCOMES = (
    N_("Reached"),
    N_("Left a message"),
    N_("No answer"),
    N_("Promised to pay or come"),
    N_("Bought"),
    N_("Made an appointment"),
    N_("Not interested"),
    N_("Wrong number"),
    N_("Not needed"),
    N_("Done"),
)
STOPS = (
    N_("Paid"),
    N_("Collected"),
    N_("Confirmed in writing"),
    N_("Order cancelled"),
    N_("Date changed"),
    N_("Followed by the next reminder"),
    N_("No consent to marketing"),
    N_("Rule changed"),
    N_("Rule switched off"),
    N_("Customer archived"),
)
RULES = (
    N_("Deposit due"),
    N_("Deposit is due soon: remind the customer"),
    N_("Deposit is due today: remind the customer"),
    N_("Deposit is overdue: call the customer"),
    N_("Deposit is overdue: manager to decide"),
    N_("Instalment due"),
    N_("Instalment is due soon: remind the customer"),
    N_("Instalment is due today: remind the customer"),
    N_("Instalment is overdue: call the customer"),
    N_("Instalment is overdue: manager to decide"),
    N_("Balance due"),
    N_("Balance is due soon: remind the customer"),
    N_("Balance is due today: remind the customer"),
    N_("Balance is overdue: call the customer"),
    N_("Balance is overdue: manager to decide"),
)
