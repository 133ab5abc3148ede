"""Words of the import pages: places a column can go to, and why a row was not taken."""

from __future__ import annotations

import re

from jewelcrm.imports.rules.words import TARGETS, Kind
from ui.format import labelled
from ui.i18n import N_, later

KINDS = (
    ("customers", N_("Customers")),
    ("orders", N_("Orders")),
    ("products", N_("Products")),
    ("gold-rates", N_("Gold prices")),
)
NO_TABLES = (  # what a file may be instead (jewelcrm.imports.readers.open), marked here
    N_("a PDF"),
    N_("a picture"),
    N_("a database"),
    N_("an archive"),
    N_("a program"),
    N_("a folder"),
    N_("a pipe"),
    N_("a device or a socket"),
)
ENCODINGS = (
    ("", N_("Found out by itself")),
    ("utf-8-sig", "UTF-8"),
    ("utf-16", "UTF-16"),
    ("big5hkscs", "Big5 (HKSCS) 繁體"),
    ("gb18030", "GB18030 简体"),
    ("cp1252", "Windows-1252"),
    ("cp932", "Shift JIS"),
)
DELIMITERS = (
    ("", N_("Found out by itself")),
    (",", N_("Comma ,")),
    (";", N_("Semicolon ;")),
    ("\t", N_("Tab")),
    ("|", N_("Bar |")),
)
DATE_ORDERS = (
    ("dmy", N_("day/month/year")),
    ("mdy", N_("month/day/year")),
    ("ymd", N_("year/month/day")),
)
SHEET_FORMS = frozenset({"xlsx", "xls"})

# The labels of jewelcrm/imports/rules/words.py, marked here so that they are translated.
LABELS = (
    N_("First name"),
    N_("Middle name"),
    N_("Last name"),
    N_("Name suffix"),
    N_("Name"),
    N_("Chinese name"),
    N_("Called"),
    N_("Title"),
    N_("Company"),
    N_("Phone"),
    N_("E-mail"),
    N_("Address"),
    N_("City"),
    N_("State or region"),
    N_("Postal code"),
    N_("Country"),
    N_("Customer number here"),
    N_("Number in the old system"),
    N_("District"),
    N_("Birthday"),
    N_("Lunar birthday"),
    N_("Anniversary"),
    N_("Gender"),
    N_("Language"),
    N_("How they found us"),
    N_("Tier"),
    N_("Tag"),
    N_("Note"),
    N_("Order number here"),
    N_("Order number in the old system"),
    N_("Date"),
    N_("Customer's number in the old system"),
    N_("Customer's number here"),
    N_("Stock code"),
    N_("Description"),
    N_("Quantity"),
    N_("Price of one"),
    N_("Labour"),
    N_("Discount"),
    N_("Discount as a part"),
    N_("Line amount"),
    N_("Total of the order"),
    N_("Currency"),
    N_("Channel"),
    N_("Kind of order"),
    N_("Stage"),
    N_("Remark"),
    N_("Product it is a variant of"),
    N_("Category"),
    N_("Collection"),
    N_("Supplier"),
    N_("Variant"),
    N_("Stock code of its parent"),
    N_("Option 1"),
    N_("Option 2"),
    N_("Option 3"),
    N_("Metal"),
    N_("Fineness"),
    N_("Weight in grams"),
    N_("Stone"),
    N_("Stone weight in carats"),
    N_("Stone origin"),
    N_("Treatment"),
    N_("Cut"),
    N_("Colour"),
    N_("Clarity"),
    N_("Certificate"),
    N_("Size in mm"),
    N_("Priced by"),
    N_("Price"),
    N_("Cost"),
    N_("Barcode"),
    N_("Picture"),
    N_("Variant's picture"),
    N_("Tags"),
    N_("On sale"),
    N_("Ring sizes (our own export)"),
    N_("Preferences (our own export)"),
    N_("Wishes (our own export)"),
    N_("Consents (our own export)"),
    N_("Notes (our own export)"),
    N_("Ornament, pellet or bar"),
    N_("Selling price of a tael"),
    N_("Selling price of a gram"),
    N_("Selling price of a troy ounce"),
    N_("Selling price"),
    N_("Tael, gram or ounce"),
    N_("Buying price"),
    N_("Where the price is from"),
    "WhatsApp",
    "WeChat",
)
PHONE_LABELS = (
    ("mobile", N_("mobile")),
    ("home", N_("home")),
    ("office", N_("office")),
    ("fax", N_("fax")),
    ("pager", N_("pager")),
    ("other", N_("other")),
)
# Why rows were not taken, as the readers say it.
REASONS = (
    N_("the row is empty"),
    N_("the header once more"),
    N_("held back"),
    N_("has no name, phone, e-mail or number"),
    N_("has no name, phone or e-mail, and nobody here has its number"),
    N_("has no order number"),
    N_("has no date"),
    N_("has no stock code and no name"),
    N_("the date cannot be read"),
    N_("the day is still to come"),
    N_("another price is kept for that time"),
    N_("has no price"),
    N_("this metal is not known"),
    N_("this grade is not known"),
    N_("this unit is not known"),
    N_("the buying price cannot be read"),
    N_("the price is in another currency than the shop's"),
    N_("a list of our own export was changed and cannot be read"),
    N_("the amount cannot be read"),
    N_("the quantity cannot be read"),
    N_("the unit price cannot be read"),
    N_("the price cannot be read"),
    N_("the description is longer than {n} characters"),
    N_("the stock code is longer than {n} characters"),
    N_("the order number is longer than {n} characters"),
    N_("a cell holds more than {n} characters"),
    N_("a quotation mark is opened and never closed"),
    N_("cells are missing and its quotation marks are broken"),
    N_("the customer was put away here"),
    N_("the order was put away here"),
    N_("the product was put away here"),
    N_("the card has no end"),
    N_("the card is larger than {n} characters"),
    N_("an entry holds more than {n} characters"),
    N_("the line is longer than {n} characters"),
)
NOTES = (
    N_("no consent to marketing is assumed: ask before anybody is sent an offer"),
    N_("head office looks whether anybody in this list was erased by request: a notice says who"),
    N_("imported orders bring no payments and are never shown as money due"),
    N_("dates with strokes were read as day/month/year"),
    N_("dates with strokes were read as month/day/year"),
    N_("dates with strokes were read as year/month/day"),
    N_("{n} rows have fewer cells than the header; the missing ones are empty"),
    N_("{n} people have no name; their e-mail or phone stands in its place"),
    N_("{n} phone numbers could not be made sure of; they are kept as given and marked"),
    N_("{n} e-mail addresses look wrong; they are kept as given and marked"),
    N_("{n} birthdays or anniversaries could not be read; they are kept in a note"),
    N_("{n} values were too long for their place and are kept in a note"),
    N_("control characters were taken out of {n} rows"),
    N_("{n} picture was left out"),
    N_("{n} pictures were left out"),
    N_("{n} sound was left out"),
    N_("{n} sounds were left out"),
    N_("{n} key was left out"),
    N_("{n} keys were left out"),
    N_("{n} row has fewer cells than the header; the missing ones are empty"),
    N_("{n} line amount is rounded to the cent or differs from quantity × price"),
    N_("{n} line amounts are rounded to the cent or differ from quantity × price"),
    N_("{n} person has no name; the e-mail or phone stands in its place"),
    N_("{n} phone number could not be made sure of; it is kept as given and marked"),
    N_("{n} e-mail address looks wrong; it is kept as given and marked"),
    N_("{n} birthday or anniversary could not be read; it is kept in a note"),
    N_("{n} value was too long for its place and is kept in a note"),
    N_("control characters were taken out of {n} row"),
    N_("{n} person is a customer of another branch; nothing of hers was changed"),
    N_("{n} people are customers of another branch; nothing of theirs was changed"),
    N_("{n} line names a piece that is not in the chain's catalogue; it keeps the item code alone"),
    N_(
        "{n} lines name pieces that are not in the chain's catalogue; they keep the item code alone"
    ),
    N_("{n} person was recognised by the old number alone"),
    N_("{n} people were recognised by their old number alone"),
    N_(
        "{n} new person is known by an old number alone; if the name is in another file"
        " of the same system, give both files one source"
    ),
    N_(
        "{n} new people are known by an old number alone; if their names are in another"
        " file of the same system, give both files one source"
    ),
    N_(
        "the rows are in, but the rejected ones could not be written; they are kept"
        " here: import the same file again and say where they go (--rejects)"
    ),
)


def places(kind: Kind) -> list[tuple[str, str]]:
    """(name, English label) of every place a column of such a file can go to."""
    return [(target.name, target.label) for target in TARGETS[kind]]


def plain_words(text: str) -> str:
    """A reason or note of the readers in the present language, as far as it is known."""
    head, _, tail = text.partition(": ")
    for whole in (text, head):
        translated = _known(whole)
        if translated != whole:
            return translated if whole is text else labelled(translated, tail)
    return text


def _known(text: str) -> str:
    number = re.search(r"\d[\d,]*", text)
    if number is None:
        return later(text)
    pattern = text.replace(number[0], "{n}", 1)
    said = later(pattern)
    return text if said == pattern else said.replace("{n}", number[0])
