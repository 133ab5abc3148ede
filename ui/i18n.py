"""Words in the language of the person: t(), tn(), say(), and switching at run time.

Texts are written in English in the code and translated by the Qt Linguist files under
resources/translations/<language>/*.ts, which are read as they are: no compiled copy can go stale.
Only literals may be given to t(), tn(), say() and N_(): packaging/translations.py collects them.

    say(button.setText, "Save")                     # said again at every switch of language
    say(label.setText, "Paid {amount}", amount=lambda: money(paid))
    bind(label.setText, lambda: format_day(day))    # anything that depends on the language
    t("{n} found", n=3)                             # for now only: painted cells, toasts
"""

from __future__ import annotations

import re
import time
import weakref
from collections import deque
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QLocale, QObject, QTranslator
from shiboken6 import isValid

from resources.find import root
from ui.typesetting import set_in

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

Language = Literal["en", "zh_HK", "zh_CN"]
PaperLanguage = Literal["en", "zh_HK"]
LANGUAGES: tuple[Language, ...] = ("en", "zh_HK", "zh_CN")
NATIVE_NAMES: dict[Language, str] = {"en": "English", "zh_HK": "繁體中文", "zh_CN": "简体中文"}
SHORT_NAMES: dict[Language, str] = {"en": "EN", "zh_HK": "繁中", "zh_CN": "简中"}
_LOCALES = {"en": "en_HK", "zh_HK": "zh_HK", "zh_CN": "zh_CN"}
_NUMBER = r"\d[\d,.]*\d|\d"
# Qt ships no zh_HK; Taiwan's words are the nearest.
_QT_OWN = {"zh_HK": "qtbase_zh_TW", "zh_CN": "qtbase_zh_CN"}


_Place = tuple[weakref.ref[QObject], str]  # a widget, and which of its setters


class _Voice:
    """What is in force now, and what has to be said again when that changes."""

    def __init__(self) -> None:
        self.language: Language = "en"
        self.words: dict[str, str] = {}
        self.qt_own: QTranslator | None = None
        self.soon: deque[_Place] = deque()
        self.waiting: deque[_Place] = deque()
        self.said: weakref.WeakKeyDictionary[QObject, dict[str, Callable[[], str]]] = (
            weakref.WeakKeyDictionary()
        )


_voice = _Voice()


def N_(text: str) -> str:
    """Mark a text for translation where it is declared; say it later with `later`."""
    return text


def t(text: str, /, **values: object) -> str:
    """The text in the present language, its {placeholders} filled in."""
    return _filled(_voice.words.get(text) or text, values)


def later(text: str, values: Mapping[str, object] | None = None) -> str:
    """Like t(), for a text marked elsewhere with N_() or carried by an error."""
    return _filled(_voice.words.get(text) or text, values or {})


def counted(text: str) -> str:
    """Translate a finished English sentence with numbers in it: they stand as {a}, {b} in the file.

    For what the doctor says, which is written where no translation is known.
    """
    if text in _voice.words:
        return _voice.words[text]
    numbers = re.findall(_NUMBER, text)
    names = iter("abcdefgh")
    template = re.sub(_NUMBER, lambda _match: f"{{{next(names, 'z')}}}", text)
    known = _voice.words.get(template)
    return _filled(known, dict(zip("abcdefgh", numbers, strict=False))) if known else text


def tn(many: str, n: int, /, *, one: str | None = None, **values: object) -> str:
    """Say how many: `tn("{n} orders", n, one="{n} order")`; Chinese needs only the first."""
    if _voice.language == "en" and n == 1 and one is not None:
        return _filled(one, {"n": n, **values})
    return _filled(_voice.words.get(many) or many, {"n": f"{n:,}", **values})


def _filled(text: str, values: Mapping[str, object]) -> str:
    if not values:
        return text
    now = {key: _now(value) for key, value in values.items()}
    try:
        return set_in(text, now) if chinese() else text.format(**now)
    except (KeyError, IndexError, ValueError):
        return text  # a brace in somebody's data must never stop a screen


def _now(value: object) -> object:
    return value() if callable(value) else value


def say(setter: Callable[[str], object], text: str, /, **values: object) -> None:
    """Set a text now and again at every switch of language. Values may be functions."""
    bind(setter, lambda: later(text, values))


def bind(setter: Callable[[str], object], make: Callable[[], str]) -> None:
    """Like say(), for anything computed. A second binding of the same setter replaces the first."""
    _voice.said.setdefault(_owner_of(setter), {})[setter.__name__] = make
    setter(make())


def unbind(setter: Callable[[str], object], text: str) -> None:
    """Set a text that needs no translation (a name) and forget what was bound before."""
    _voice.said.get(_owner_of(setter), {}).pop(setter.__name__, None)
    setter(text)


def _owner_of(setter: Callable[[str], object]) -> QObject:
    owner = getattr(setter, "__self__", None)
    if not isinstance(owner, QObject):
        raise TypeError("say() needs a method of a widget or action, e.g. label.setText")
    return owner


def _say_again(place: _Place) -> None:
    """As it is bound now: since the switch the place may have been given to somebody else."""
    owner = place[0]()
    if owner is None or not isValid(owner):
        return
    make = _voice.said.get(owner, {}).get(place[1])
    if make is not None:
        getattr(owner, place[1])(make())


def language() -> Language:
    """The language in force."""
    return _voice.language


def next_language() -> Language:
    """The one that the language button brings."""
    return LANGUAGES[(LANGUAGES.index(_voice.language) + 1) % len(LANGUAGES)]


def paper_language() -> PaperLanguage:
    """The language of what is printed and kept: Hong Kong's papers and notices know two."""
    return "en" if _voice.language == "en" else "zh_HK"


def in_script(text: str) -> str:
    """Chinese that the shop's own lists bring, in the script of the language in force."""
    return _voice.words.get(text, text) if _voice.language == "zh_CN" else text


def chinese() -> bool:
    """Whether Chinese names come first."""
    return _voice.language != "en"


def locale() -> QLocale:
    """Dates, weekdays and digits of the present language in Hong Kong."""
    return QLocale(_LOCALES[_voice.language])


def use(wanted: Language, *, later_on: Callable[[QObject], bool] | None = None) -> None:
    """Switch the language: everything bound is said again, Qt's own dialogs included.

    With `later_on` that is done by the next calls of go_on(): first what it is False of, which is
    in sight, then the rest: on a day's pages that is most of it.
    """
    _voice.language = wanted
    _voice.words = {} if wanted == "en" else _words_of(wanted)
    QLocale.setDefault(locale())
    _use_qt_own(wanted)
    _voice.soon.clear()
    _voice.waiting.clear()
    for owner, bound in list(_voice.said.items()):
        if isValid(owner):
            waits = later_on is not None and later_on(owner)
            queue = _voice.waiting if waits else _voice.soon
            queue.extend((weakref.ref(owner), name) for name in bound)
    if later_on is None:
        go_on()


def go_on(seconds: float = 3600.0) -> bool:
    """Say what can wait for at most so long; whether there is more."""
    until = time.perf_counter() + seconds
    while (queue := _voice.soon or _voice.waiting) and time.perf_counter() < until:
        _say_again(queue.popleft())
    return bool(_voice.soon or _voice.waiting)


def speaks_yet() -> bool:
    """Whether all that is in sight has been said in the language in force."""
    return not _voice.soon


class _Hush(QObject):
    """Keeps a new translator from being told to every widget there is: 80 ms on a day's pages.

    Our own words are said again by `use`; Qt's stand in dialogs that are made when they are shown.
    """

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        return event.type() == QEvent.Type.LanguageChange


def _use_qt_own(wanted: Language) -> None:
    app = QCoreApplication.instance()
    if app is None:
        return
    hush = _Hush()
    app.installEventFilter(hush)
    if _voice.qt_own is not None:
        app.removeTranslator(_voice.qt_own)
        _voice.qt_own = None
    if name := _QT_OWN.get(wanted):
        own = QTranslator(app)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if own.load(name, folder):
            app.installTranslator(own)
            _voice.qt_own = own
    app.removeEventFilter(hush)


def guess() -> Language:
    """The language the desktop speaks, when nobody has chosen one."""
    system = QLocale.system()
    if system.language() != QLocale.Language.Chinese:
        return "en"
    return "zh_CN" if system.script() == QLocale.Script.SimplifiedHanScript else "zh_HK"


def words_of(wanted: Language) -> dict[str, str]:
    """Every finished translation of a language, all rooms together."""
    words: dict[str, str] = words_of("zh_HK") if wanted == "zh_CN" else {}  # sooner than English
    for path in sorted((root() / "translations" / wanted).glob("*.ts")):
        words.update(read_ts(path))
    return words


_words_of = lru_cache(maxsize=len(LANGUAGES))(words_of)
"""Reading them takes 10 ms: once is enough."""


def learn() -> None:
    """Read the words of every language: off the UI thread, before anybody switches."""
    for known in LANGUAGES[1:]:
        _words_of(known)


def read_ts(path: Path) -> dict[str, str]:
    """English -> translation of one Qt Linguist file; unfinished entries are left out."""
    from xml.etree import ElementTree as ET  # English needs none of it

    pairs: dict[str, str] = {}
    tree = ET.parse(path)  # noqa: S314 - a file of ours, shipped with the program
    for message in tree.getroot().iter("message"):
        source, target = message.findtext("source") or "", message.find("translation")
        text = _translation(target)
        if source and text:
            pairs[source] = text
    return pairs


def _translation(node: Element | None) -> str:
    if node is None or node.get("type") in {"unfinished", "vanished", "obsolete"}:
        return ""
    form = node.find("numerusform")
    return (form.text if form is not None else node.text) or ""


def alive(thing: QObject) -> bool:
    """Whether Qt still has it: a dialog that closed itself is gone although we hold its name."""
    return isValid(thing)
