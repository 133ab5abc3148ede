"""A computer without a store: a new shop, or one of a company's; then straight to the sign-in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from jewelcrm.people.founding import Founded
    from ui.signin.panel import Panel
    from ui.signin.session import Session


class WaysNew(QObject):
    """Shows the pages one after the other; each goes when it is left."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session

    def show_founding(self) -> None:
        """A new shop."""
        from ui.signin.founding import NewShopPage

        session = self._session
        page = NewShopPage(session.desk, session.gate)
        session.dress(page)
        page.joining.connect(self.show_joining)
        page.commissioning.connect(self.show_commissioning)
        page.putting_back.connect(session.show_put_back)
        page.founded.connect(
            lambda login, password, made: self._founded(page, login, password, made)
        )
        session.window.front(page)
        page.start()

    def show_joining(self) -> None:
        """This PC becomes one of a company's."""
        from ui.signin.joining import JoinPage

        session = self._session
        page = JoinPage(session.desk, session.gate)
        session.dress(page)
        page.back.connect(session.begin)
        page.joined.connect(lambda *told: self._joined(page, *told))
        session.window.front(page)
        page.start()

    def show_commissioning(self) -> None:
        """The installer's wizard."""
        from ui.commissioning.wizard import Wizard

        session = self._session
        page = Wizard(session.desk, session.gate)
        session.dress(page)
        page.back.connect(session.begin)
        page.ready.connect(lambda login, password: self._enter_new(page, login, password))
        session.window.front(page)
        page.start()

    def _joined(self, page: Panel, login: str, password: str, code: str, words: str) -> None:
        """The recovery code first, when a new store was made."""
        from jewelcrm.people.founding import Founded

        if code:
            self._founded(page, login, password, Founded(login, code, "head office"), words)
        else:
            self._enter_new(page, login, password)

    def _founded(
        self, page: Panel, login: str, password: str, made: Founded, words: str = ""
    ) -> None:
        from ui.signin.founding import CodePage

        session = self._session
        code = CodePage(session.desk, made, words)
        session.dress(code)
        code.confirmed.connect(lambda: self._enter_new(code, login, password))
        session.window.front(code)
        page.deleteLater()

    def _enter_new(self, page: Panel, login: str, password: str) -> None:
        session = self._session
        page.deleteLater()
        way_in = session.show_sign_in()
        way_in.login.set_text(login)
        way_in.password.set_text(password)
        way_in.sign_in()
