"""From the sign-in page to a way back in: what is the matter, the code, head office, a backup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from pathlib import Path

    from jewelcrm.backup.model import Point
    from ui.signin.recover import Recover
    from ui.signin.session import Session


class WaysBack(QObject):
    """Shows the pages one after the other; each goes when it is left."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session

    def show_lost(self) -> None:
        """What is the matter, and the ways there are."""
        from ui.signin.lost import Lost

        session = self._session
        page = Lost(session.desk, session.gate)
        session.dress(page)
        page.code.connect(session.show_recovery)
        page.office.connect(self.show_asking)
        page.backup.connect(self.show_put_back)
        page.back.connect(session.begin)
        for over in (page.code, page.office, page.backup, page.back):
            over.connect(page.deleteLater)
        session.window.front(page)
        page.start()

    def show_recovery(self) -> Recover:
        """The printed code."""
        from ui.signin.recover import Recover

        session = self._session
        page = Recover(session.desk, session.gate)
        session.dress(page)
        page.entered.connect(session.seat)
        page.back.connect(session.show_sign_in)
        for over in (page.entered, page.back):
            over.connect(page.deleteLater)
        session.window.front(page)
        page.start(session.typed_login())
        return page

    def show_asking(self) -> None:
        """Head office is asked for the key."""
        from ui.signin.asking import AskOffice

        session = self._session
        page = AskOffice(session.desk, session.gate)
        session.dress(page)
        page.entered.connect(session.seat)
        page.back.connect(self.show_lost)
        for over in (page.entered, page.back):
            over.connect(page.deleteLater)
        session.window.front(page)
        page.start(session.typed_login())

    def show_put_back(
        self,
        point: Point | None = None,
        source: Path | None = None,
        login: str = "",
        zone: str = "",
    ) -> None:
        """A backup is put back while the store is closed."""
        from ui.signin.putback import PutBack

        session = self._session
        page = PutBack(session.desk, session.gate)
        session.dress(page)
        page.back.connect(session.begin)
        page.done.connect(self._in_again)
        for over in (page.back, page.done):
            over.connect(page.deleteLater)
        session.window.front(page)
        page.start(point, source, login or session.typed_login(), zone)

    def _in_again(self, code: str) -> None:
        """Who came with the code gives herself a new password; all others sign in as usual."""
        if not code:
            self._session.show_sign_in()
            return
        page = self._session.show_recovery()
        page.code.set_text(code)
        page.login.input.setFocus()
