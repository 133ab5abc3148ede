"""The shop's name, address and phone: the head of every receipt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.i18n import t
from ui.settings.part import Part
from ui.shell.words import words_for
from ui.widgets.buttons import PrimaryButton
from ui.widgets.fields import Field
from ui.widgets.frames import Row

if TYPE_CHECKING:
    from jewelcrm.context import Context
    from jewelcrm.people.queries import ShopDetails
    from ui.shell.desk import Desk


class Shop(Part):
    """What the law wants on a receipt, and what the customer needs to find the way back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk, "Shop", "Printed in the head of every receipt; a receipt must state the address."
        )
        self.fields = {
            "name": Field("Name of the shop", name="name"),
            "name_zh": Field("Chinese name of the shop", name="name_zh"),
            "address": Field("Address", name="address"),
            "address_zh": Field("Chinese address", name="address_zh"),
            "phone": Field("Phone of the shop", name="phone"),
        }
        self.save = PrimaryButton("Save", pressed=self._save)
        for field in self.fields.values():
            self.box.addWidget(field)
        self.box.addLayout(Row(self.save, None))

    def load(self) -> None:
        """Read what is printed now."""
        may = self.desk.allows("shop.edit")
        self.save.setEnabled(may)
        self.save.setVisible(may or not self.desk.line.enrolled)
        self.desk.read(self, _shop, self._show, key="shop")

    def _show(self, shop: ShopDetails) -> None:
        for name, field in self.fields.items():
            if not field.input.hasFocus():
                field.set_text(getattr(shop, name) or "")

    def _save(self) -> None:
        words = {name: field.text() for name, field in self.fields.items()}
        for field in self.fields.values():
            field.error("")
        self.desk.write(
            self,
            lambda ctx: _keep(ctx, words),
            lambda _n: self.desk.toast(t("Saved.")),
            self._wrong,
        )

    def _wrong(self, error: Exception) -> None:
        said = words_for(error)
        if said is None or said.field not in self.fields:
            self.desk.fail(error)
            return
        self.fields[said.field].tell(said.words)
        self.fields[said.field].input.setFocus()


def _shop(ctx: Context) -> ShopDetails:
    from jewelcrm.people.queries import shop

    return shop(ctx)


def _keep(ctx: Context, words: dict[str, str]) -> None:
    from jewelcrm.people.commands import edit_shop

    edit_shop(ctx, **words)
