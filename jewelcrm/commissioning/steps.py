"""The steps of commissioning, one after the other; each is written down and not taken twice.

    run = Run(folder, answers, password)
    for outcome in run.go(): ...      # as each step ends
    run.recovery_code                 # when a store was made and the code went nowhere else

Cut short anywhere, the same call goes on where it stopped. A recovery code that was lost between
two runs is replaced by a new one, under a new key.
"""

from __future__ import annotations

import platform
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

from db.files import write_private
from db.shop import keys
from jewelcrm.access.rotating import rotate
from jewelcrm.backup import commands as backups
from jewelcrm.backup.model import Target, TargetKind
from jewelcrm.commissioning import journal, logon, looking, papers, preflight
from jewelcrm.commissioning.answers import Answers, ticket
from jewelcrm.commissioning.journal import Outcome
from jewelcrm.context import Context
from jewelcrm.doctor.model import N_, Line
from jewelcrm.errors import CanFix
from jewelcrm.people.founding import NewShop, found
from jewelcrm.settings import put
from jewelcrm.sync.arriving import sign_in
from jewelcrm.sync.enrolling import enrol

SHEET = "acceptance.pdf"
Tell = Callable[[str, int, int], None]
WITHIN = (
    N_("recovery"),
    N_("own"),
    N_("{a} customers, {b} orders"),
    N_("; also at {a} more places"),
)
"""What stands inside of sentences, and is said in the other language too."""


def _silent(_what: str, _done: int, _total: int) -> None:
    """Nobody watches."""


class NotFit(CanFix):
    """The computer is not fit yet; `lines` say why."""

    def __init__(self, lines: list[Line]) -> None:
        told = "; ".join(f"{one.check}: {one.words}. {one.advice}" for one in lines)
        super().__init__("This computer is not ready. {why}", why=told)
        self.lines = lines


@dataclass
class Run:
    """One commissioning of one PC."""

    folder: Path
    answers: Answers
    password: str = field(repr=False)
    screens: list[tuple[int, int]] | None = None
    tell: Tell = _silent
    words: Callable[[str], None] = lambda _six: None
    """Hears the six words that head office shows too."""
    confirm: Callable[[str, str], bool] = lambda _login, _code: False
    """Shows log-in and code to a person; whether she has it and typed its end."""
    print_paper: Callable[[Path, str], bool | None] = looking.send_to_printer
    done: dict[str, Outcome] = field(default_factory=dict)
    login: str = ""
    recovery_code: str = field(default="", repr=False)

    def go(self) -> Iterator[Outcome]:
        """Take every step that has not been taken, and yield each as it ends.

        Raises:
            NotFit: the computer is not ready; nothing was made. CanFix, Unavailable, StoreError:
            a step cannot be done now; what was done is kept.
        """
        self.done = {name: one for name, one in journal.load(self.folder).items() if one.good()}
        self.login = self.done["store"].facts.get("login", "") if "store" in self.done else ""
        yield from self._look()
        for name, step in self._steps().items():
            if name not in self.done:
                yield self._take(name, step)

    def _look(self) -> Iterator[Outcome]:
        """The computer is looked over each time: a printer may be there now."""
        place = preflight.Place(self.folder, self.answers, self.screens)
        lines = preflight.look(place)
        refused = preflight.stops(lines, self.answers)
        for line in lines:
            outcome = Outcome(line.check, line.light, line.words, line.advice, at=journal.stamp())
            self.done[line.check] = outcome
            yield outcome
        if refused:
            raise NotFit(refused)

    def _steps(self) -> dict[str, Callable[[], Outcome]]:
        return {
            "store": self._store,
            "recovery code": self._code,
            "settings": self._settings,
            "test page": self._test_page,
            "label": self._label,
            "backup": self._backup,
            "restore drill": self._drill,
            "sheet": self._sheet,
        }

    def _take(self, name: str, step: Callable[[], Outcome]) -> Outcome:
        self.tell(name, 0, 0)
        began = time.perf_counter()
        outcome = step()
        took = round(time.perf_counter() - began, 1)
        outcome = replace(outcome, step=name, seconds=took, at=journal.stamp())
        self.done[name] = outcome
        journal.keep(self.folder, self.done)
        return outcome

    def _signed_in(self) -> Context:
        return sign_in(self.folder, self.login, self.password)

    # The steps ---------------------------------------------------------------------------------

    def _store(self) -> Outcome:
        if self.answers.join is not None:
            return self._joined()
        shop = self.answers.shop
        if shop is None:
            return self._found_here()
        new = NewShop(
            branch_code=shop.branch,
            branch_name=shop.name,
            branch_name_zh=shop.name_zh or None,
            admin_name=shop.admin,
            admin_login=shop.admin_login,
            password=self.password,
            address=shop.address or None,
            phone=shop.phone or None,
            currency=shop.currency,
            time_zone=shop.time_zone,
        )
        made = found(self.folder, new)
        self.login, self.recovery_code = made.login, made.recovery_code
        facts = {"login": made.login, "branch": shop.branch.upper()}
        return Outcome("", "green", f"made for {shop.branch.upper()}", facts=facts)

    def _joined(self) -> Outcome:
        """Enrolment, and everything that this PC may see."""
        join = self.answers.join
        assert join is not None
        url, code = ticket(join)
        done = enrol(
            self.folder,
            url,
            code,
            login=join.login,
            password=self.password,
            name=join.computer_name or None,
            progress=self.tell,
            words=self.words,
            whole=True,
        )
        self.login, self.recovery_code = done.login or join.login, done.recovery_code
        facts = {"login": self.login, "branch": f"{done.branch_code}-{done.letter}"}
        facts["words"] = done.words
        if done.complete:
            return Outcome("", "green", f"joined as {facts['branch']}; all is copied", facts=facts)
        later = N_("Leave the program open and connected: the rest comes by itself.")
        return Outcome("", "amber", f"joined as {facts['branch']}; copying", later, facts=facts)

    def _found_here(self) -> Outcome:
        """A store that is there already is opened, not made."""
        with closing(self._signed_in().store) as store:
            del store
        return Outcome("", "green", "was there already and opens")

    def _code(self) -> Outcome:
        """On paper or in a file, and tried: a code that opens nothing must be found out today."""
        if not self.recovery_code and not self._was_here():
            renewed = rotate(self.folder, self.login, self.password)
            self.recovery_code = renewed.recovery_code
        if not self.recovery_code:
            return Outcome("", "green", "was there already and stays")
        keys.open_with_code(self.folder, self.recovery_code)
        where = self._kept_code()
        if not where and self.confirm(self.login, self.recovery_code):
            where = N_("somebody has it and typed its end")
        if where:
            self.recovery_code = ""
            return Outcome("", "green", f"opens the store; {where}")
        advice = N_("Write it down and lock it away: it is not shown again.")
        return Outcome("", "amber", "opens the store; is nowhere but on the screen", advice)

    def _was_here(self) -> bool:
        return self.answers.shop is None and self.answers.join is None

    def _kept_code(self) -> str:
        """Where the code went; empty when it could go nowhere."""
        file = self.answers.keys.recovery_code_file
        if file:
            place = Path(file).expanduser().absolute()
            if place.resolve().is_relative_to(self.folder.resolve()):
                raise CanFix(
                    "The recovery code must not lie beside the store. Name a file on a stick.",
                    field="recovery_code_file",
                )
            write_private(place, f"{self.recovery_code}\n".encode())
            if place.read_text("ascii").strip() == self.recovery_code:
                return N_("written, and read again")
        return N_("printed") if self._print("code", self._code_paper()) else ""

    def _code_paper(self) -> bytes:
        language = self.answers.sheet.language
        return papers.recovery_paper(self.login, self.recovery_code, language)

    def _settings(self) -> Outcome:
        """Printers, labels, backups, language, start at log-on."""
        computer, everyday = self.answers.computer, self.answers.everyday
        wanted: dict[str, str | int] = {
            "receipt_printer": computer.receipt_printer,
            "label_printer": computer.label_printer,
            "language": everyday.language,
            "theme": everyday.theme,
            "text_size": everyday.text_size,
            "label_right_mm10": round(computer.label_offset_mm[0] * 10),
            "label_down_mm10": round(computer.label_offset_mm[1] * 10),
        }
        ctx = self._signed_in()
        with closing(ctx.store):
            for key, value in wanted.items():
                if value:
                    put(ctx, key, value)
            if self.answers.backups.targets:
                backups.set_targets(ctx, [target_of(one) for one in self.answers.backups.targets])
        logon.switch(on=everyday.start_at_logon)
        starts = (
            N_("starts at log-on") if everyday.start_at_logon else N_("does not start at log-on")
        )
        return Outcome("", "green", f"kept; {starts}")

    def _test_page(self) -> Outcome:
        computer = self.answers.computer
        if not computer.test_page:
            return Outcome("", "green", "not asked for")
        page = papers.test_page(computer.receipt_printer, self.answers.sheet.language)
        return self._printed("test page", page, computer.receipt_printer)

    def _label(self) -> Outcome:
        computer = self.answers.computer
        if not computer.test_page or not computer.label_printer:
            return Outcome("", "green", "not asked for")
        label = papers.test_label(computer.label_offset_mm)
        return self._printed("label", label, computer.label_printer)

    def _printed(self, name: str, pdf: bytes, printer: str) -> Outcome:
        if self._print(name, pdf, printer):
            return Outcome("", "green", "sent to the printer; compare it with the ruler")
        advice = f"Print {name.replace(' ', '-')}.pdf beside the store from the computer's viewer."
        return Outcome("", "amber", "kept as a PDF", advice)

    def _print(self, name: str, pdf: bytes, printer: str = "") -> bool:
        """Whether the paper was taken by a printer; what must not stay on the disk does not."""
        printer = printer or self.answers.computer.receipt_printer
        file = self.folder / f"{name.replace(' ', '-')}.pdf"
        if not printer and name == "code":
            return False
        write_private(file, pdf)
        taken = bool(printer) and bool(self.print_paper(file, printer))
        if taken or name == "code":
            file.unlink()
        return taken

    def _backup(self) -> Outcome:
        ctx = self._signed_in()
        with closing(ctx.store):
            made = backups.back_up(ctx)
        if not made.verified:
            raise CanFix("The test backup could not be checked. Look at the disk, then try again.")
        to = f"; also at {len(made.carried)} more places" if made.carried else ""
        if made.warnings:
            return Outcome("", "amber", f"made and read again{to}", "; ".join(made.warnings))
        return Outcome("", "green", f"made and read again{to}")

    def _drill(self) -> Outcome:
        ctx = self._signed_in()
        with closing(ctx.store):
            drilled = backups.drill(ctx)
        if not drilled.passed:
            raise CanFix("The trial restore found: {faults}", faults="; ".join(drilled.faults))
        counted = f"{drilled.customers:,} customers, {drilled.orders:,} orders"
        return Outcome("", "green", f"put back and opened by the {drilled.way} key: {counted}")

    def _sheet(self) -> Outcome:
        sheet = self.answers.sheet
        place = Path(sheet.file).expanduser() if sheet.file else self.folder / SHEET
        about = papers.About(
            branch=self.done["store"].facts.get("branch", ""),
            computer=platform.node(),
            folder=str(self.folder),
            installer=sheet.installer,
            date=journal.stamp()[:10],
            language=sheet.language,
        )
        write_private(place.absolute(), papers.acceptance(about, list(self.done.values())))
        return Outcome("", "green", f"in {place.name}", facts={"file": str(place.absolute())})


def target_of(text: str) -> Target:
    """`stick:LABEL`, `office`, a share, or a folder."""
    kinds: dict[str, TargetKind] = {"stick": "usb", "share": "share", "folder": "folder"}
    kind, colon, place = text.partition(":")
    if text == "office":
        return Target("head_office")
    if colon and kind in kinds:
        return Target(kinds[kind], place)
    path = Path(text).expanduser().absolute()
    return Target("share" if looking.is_share(path) else "folder", str(path))
