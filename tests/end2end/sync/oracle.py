"""What every PC ought to hold, worked out from head office's rows by rules written down anew.

Nothing of the program's own scoping is used here: a branch has its records; a customer is where
her home is, where she is shared and where she is open; her parts go with her; an order is where it
was made and where its customer is at home, its parts with it; whoever has business with a customer
whom it may not see has her initials.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlcipher3 import dbapi2 as cipher

from db.tables import metadata
from db.types import Id

Images = dict[tuple[str, Id], dict[str, Any]]
CHAIN = ("branch", "staff", "product", "gold_rate")
HERS = ("contact_point", "note", "customer_share")
OF_ORDERS = ("order_line", "payment")
OF_BRANCHES = ("followup", "conflict", "quarantine", "notice")
TABLES = (*CHAIN, "customer", *HERS, "sales_order", *OF_ORDERS, *OF_BRANCHES)
COVERED = "•••"
BUSINESS = ("sales_order", "payment", "followup")


class Truth:
    """Head office's rows at one moment, and who may see what of them."""

    def __init__(self, raw: cipher.Connection, now: int) -> None:
        self.raw = raw
        self.rows = {table: read(raw, table) for table in TABLES}
        self.homes = {i: row["branch_id"] for i, row in self.rows["customer"].items()}
        self.leases = raw.execute(
            "SELECT device, customer_id, mask FROM lease WHERE until > ? AND ended_at IS NULL",
            (now,),
        ).fetchall()

    def rev(self, table: str, row_id: str) -> int:
        """The revision at which a row is."""
        return int(self.rows[table][bytes.fromhex(row_id)]["rev"])

    def of(self, device: Id) -> Images:
        """Every row that the PC ought to hold, as it ought to look."""
        (branch,) = self.raw.execute(
            "SELECT branch_id FROM device WHERE id = ?", (device,)
        ).fetchone()
        whole = {i for i, home in self.homes.items() if home == branch} | {
            row["customer_id"]
            for row in self.rows["customer_share"].values()
            if row["branch_id"] == branch and row["archived_at"] is None
        }
        leased = {i: mask for i, mask in self._leased(device).items() if i not in whole}
        found: Images = {}
        for table in CHAIN:
            found |= {(table, i): image(row) for i, row in self.rows[table].items()}
        for table, row_id, row in self._hers():
            owner = row_id if table == "customer" else row["customer_id"]
            if owner in whole:
                found[table, row_id] = image(row)
            elif owner in leased:
                found[table, row_id] = masked(table, image(row), leased[owner])
        self._orders(branch, found)
        self._stubs(branch, found)
        return found

    def _hers(self) -> Iterator[tuple[str, Id, dict[str, Any]]]:
        for table in ("customer", *HERS):
            for row_id, row in self.rows[table].items():
                yield table, row_id, row

    def _leased(self, device: Id) -> dict[Id, set[str]]:
        """Customers open on the PC, and the classes of columns hidden in every such lease."""
        found: dict[Id, set[str]] = {}
        for one, customer, mask in self.leases:
            if one == device and customer in self.homes:
                hidden = set(mask.split())
                found[customer] = found.get(customer, hidden) & hidden
        return found

    def _orders(self, branch: Id, found: Images) -> None:
        mine = {
            i
            for i, row in self.rows["sales_order"].items()
            if branch in (row["branch_id"], self.homes.get(row["customer_id"]))
        }
        found |= {("sales_order", i): image(self.rows["sales_order"][i]) for i in mine}
        for table in OF_ORDERS:
            for row_id, row in self.rows[table].items():
                if row["order_id"] in mine:
                    found[table, row_id] = image(row)
        for table in OF_BRANCHES:
            for row_id, row in self.rows[table].items():
                if branch in (row["branch_id"], row.get("other_branch_id")):
                    found[table, row_id] = image(row)

    def _stubs(self, branch: Id, found: Images) -> None:
        for table in BUSINESS:
            for row_id, row in self.rows[table].items():
                customer = row["customer_id"]
                if (table, row_id) in found and customer in self.homes:
                    found.setdefault(
                        ("customer", customer), stub(image(self.rows["customer"][customer]))
                    )


def read(raw: cipher.Connection, table: str) -> dict[Id, dict[str, Any]]:
    """A table's rows by id."""
    cursor = raw.execute(f"SELECT * FROM {table}")
    names = [column[0] for column in cursor.description]
    place = names.index("id")
    return {row[place]: dict(zip(names, row, strict=True)) for row in cursor}


def image(row: dict[str, Any]) -> dict[str, Any]:
    """A row without its key, revision and empty columns."""
    return {n: v for n, v in row.items() if v is not None and n not in ("id", "rev")}


def masked(table: str, whole: dict[str, Any], hidden: set[str]) -> dict[str, Any]:
    """Without the columns of these classes; a text that must be there is covered."""
    left = dict(whole)
    for column in metadata.tables[table].columns:
        if column.info.get("class") in hidden:
            left.pop(column.name, None)
            if not column.nullable:
                left[column.name] = COVERED
    return left


def stub(whole: dict[str, Any]) -> dict[str, Any]:
    """Initials and what tells one customer from another."""
    kept = ("branch_id", "number", "tier", "created_at", "updated_at")
    left = {name: whole[name] for name in kept if name in whole}
    return left | {"name": " ".join(f"{word[0].upper()}." for word in whole["name"].split())}
