"""F1: the help of this screen, with all other pages beside it and a search over them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, QUrl
from PySide6.QtGui import (
    QKeySequence,
    QShortcut,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextTable,
    QTextTableCellFormat,
)
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QWidget,
)

from ui import icons, theme
from ui.dress import wear
from ui.help import book
from ui.i18n import bind, say
from ui.widgets.buttons import IconButton
from ui.widgets.frames import Card, Column, Row

_NAME = Qt.ItemDataRole.UserRole
_SIZE = QSize(920, 680)
_SECTION = 2  # the level of its heading
_SOLID = QTextFrameFormat.BorderStyle.BorderStyle_Solid


class HelpWindow(QDialog):
    """A window of its own beside the work, one for the whole program."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setModal(False)
        wear(self)
        say(self.setWindowTitle, "Help")
        self.back = IconButton("arrow-left", "Back", self.go_back)
        self.print = IconButton("printer", "Print this page", self.print_page)
        self.search = QLineEdit()
        say(self.search.setPlaceholderText, "Search the help")
        say(self.search.setAccessibleName, "Search the help")
        self.search.addAction(
            icons.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition
        )
        self.contents = QListWidget()
        say(self.contents.setAccessibleName, "Pages of the help")
        self.text = QTextBrowser()
        self.text.setOpenLinks(False)
        say(self.text.setAccessibleName, "Help text")
        self._past: list[str] = []
        self._shown = ""
        self._section = 0
        self._lay(over)
        self._tie()

    def _lay(self, over: QWidget) -> None:
        self.contents.setFixedWidth(250)
        top = Row(self.back, self.search, self.print)
        body = Row(Card(self.contents, margins=6), Card(self.text, margins=6), spacing=14)
        body.setStretch(1, 1)
        column = Column(top, body, spacing=14, margins=18)
        column.setStretch(1, 1)
        self.setLayout(column)
        self.resize(_SIZE.boundedTo(_bottom(over).size() - QSize(40, 60)))

    def _tie(self) -> None:
        self.search.textChanged.connect(self._list)
        self.search.returnPressed.connect(lambda: self.contents.setCurrentRow(0))
        self.contents.currentItemChanged.connect(self._picked)
        self.text.anchorClicked.connect(self._followed)
        QShortcut(QKeySequence("Alt+Left"), self).activated.connect(self.go_back)
        QShortcut(QKeySequence.StandardKey.Print, self).activated.connect(self.print_page)
        bind(self._again, lambda: "")

    def _again(self, _text: str = "") -> None:
        self._list(self.search.text())
        if self._shown:
            self.show_page(self._shown, remember=False)

    def _list(self, text: str) -> None:
        self.contents.blockSignals(True)
        self.contents.clear()
        for found in book.find(text) if text.strip() else book.pages():
            item = QListWidgetItem(found.title)
            item.setData(_NAME, found.name)
            item.setSizeHint(QSize(100, theme.px(38)))
            self.contents.addItem(item)
            if found.name == self._shown:
                self.contents.setCurrentItem(item)
        self.contents.blockSignals(False)

    def _picked(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.show_page(str(item.data(_NAME)))

    def _followed(self, link: QUrl) -> None:
        self.show_page(link.fileName().removesuffix(".md"))

    def show_page(self, where: str, *, remember: bool = True) -> None:
        """Show a page, at the section after its `#`; the beginning when there is no such page."""
        name, _, title = where.partition("#")
        found = book.page(name) or book.page("start")
        if found is None:
            return
        if remember and self._shown and self._shown != found.name:
            self._past.append(self._shown)
        self._shown = found.name
        document = self.text.document()
        document.setDefaultFont(theme.font(15))
        document.setMarkdown(found.text, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        _give_air(document)
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
        self.text.verticalScrollBar().setValue(0)
        self._section = book.section(found.name, title)
        QTimer.singleShot(0, self, self._to_section)  # once it is known how wide the lines are
        self.back.setEnabled(bool(self._past))
        if remember:
            self._list(self.search.text())

    def _to_section(self) -> None:
        place = _heading(self.text.document(), self._section)
        if place is not None:
            top = self.text.document().documentLayout().blockBoundingRect(place).top()
            self.text.verticalScrollBar().setValue(round(top))

    def go_back(self) -> None:
        """The page read before."""
        if self._past:
            self.show_page(self._past.pop(), remember=False)
            self.back.setEnabled(bool(self._past))
            self._list(self.search.text())

    def print_page(self) -> None:
        """On paper, black on white whatever the window's colours."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            self.paper().print_(printer)

    def paper(self) -> QTextDocument:
        """The page as it is printed."""
        made = QTextDocument()
        made.setDefaultFont(theme.font(12))
        found = book.page(self._shown)
        text = found.text if found is not None else ""
        made.setMarkdown(text, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        return made

    def shown(self) -> str:
        """The page shown."""
        return self._shown


def _bottom(widget: QWidget) -> QWidget:
    """The window at the very bottom: a dialog is too small to measure help by."""
    below = widget.window()
    while (under := below.parentWidget()) is not None:
        below = under.window()
    return below


def _heading(document: QTextDocument, number: int) -> QTextBlock | None:
    """The heading of the section with this number; None for the beginning."""
    block = document.begin()
    while number and block.isValid():
        number -= block.blockFormat().headingLevel() == _SECTION
        if not number:
            return block
        block = block.next()
    return None


def _rule(table: QTextTable) -> None:
    """Lines around every cell: the table's own leave out the outer ones."""
    lines = table.format()
    lines.setCellPadding(theme.px(5))
    lines.setBorderCollapse(True)
    lines.setBorder(1)
    lines.setBorderStyle(_SOLID)
    lines.setBorderBrush(theme.color("line"))
    table.setFormat(lines)
    for row in range(table.rows()):
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            shape = QTextTableCellFormat(cell.format().toTableCellFormat())
            shape.setBorder(1)
            shape.setBorderStyle(_SOLID)
            shape.setBorderBrush(theme.color("line"))
            cell.setFormat(shape)


def _give_air(document: QTextDocument) -> None:
    """Markdown comes without margins: headings our size, room between paragraphs and in tables."""
    for table in document.rootFrame().childFrames():
        if isinstance(table, QTextTable):
            _rule(table)
    block = document.begin()
    while block.isValid():
        cursor = QTextCursor(block)
        level = block.blockFormat().headingLevel()
        shape = QTextBlockFormat()
        shape.setTopMargin({1: 4, 2: 22, 3: 16}.get(level, 2))
        shape.setBottomMargin(8 if level or block.textList() is None else 3)
        shape.setLineHeight(125.0, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.mergeBlockFormat(shape)
        if level:
            letters = QTextCharFormat()
            letters.setFont(theme.font({1: 24, 2: 18}.get(level, 16), theme.BOLD))
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            cursor.mergeCharFormat(letters)
        block = block.next()


def open_help(over: QWidget, name: str) -> HelpWindow:
    """Open the help at a page (`sync`) or its section (`sync#Notices`), or turn the open one to it.

    Over a dialog it is a window of that dialog, or the dialog would keep it from being touched.
    """
    window = next((w for w in over.findChildren(HelpWindow) if w.parent() is over), None)
    if window is None:
        window = HelpWindow(over)
    window.show_page(name)
    window.show()
    window.raise_()
    window.activateWindow()
    return window
