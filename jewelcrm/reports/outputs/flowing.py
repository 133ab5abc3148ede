"""A PDF that is written page by page: what is drawn does not wait in memory for the last page.

reportlab keeps every page's drawing until `save`. Here a page goes into the file, compressed, as
soon as it is shown; only its place is remembered, some tens of bytes.
"""

from __future__ import annotations

from typing import Any, BinaryIO

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

pdf: Any = pdfdoc  # its stubs leave out most of what is needed here
_Document: Any = pdfdoc.PDFDocument
_Object: Any = pdfdoc.PDFObject


class FlowingCanvas(Canvas):
    """A canvas whose finished pages are in the file already."""

    def __init__(self, stream: BinaryIO, pagesize: tuple[float, float]) -> None:
        super().__init__(stream, pagesize=pagesize, pageCompression=1)
        self._doc = _Flowing(stream)
        self._make_preamble()  # type: ignore[attr-defined] # names its font in the new document


class _Out:
    """The file, as reportlab's formatting expects it: says where each part was put."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.offset = 0

    def add(self, part: str | bytes) -> int:
        data = pdf.pdfdocEnc(part)
        at = self.offset
        self._stream.write(data)
        self.offset += len(data)
        return at

    def format(self, _document: object) -> bytes:
        """Nothing is left to write: it is in the file."""
        return b""


class _Gone(_Object):  # type: ignore[misc]
    """Stands for an object that is in the file."""

    def __init__(self, name: str) -> None:
        self.__InternalName__ = name


class _Flowing(_Document):  # type: ignore[misc]
    """A document that writes what is finished."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__(compression=1)
        self._out = _Out(stream)
        self._out.add(b"%PDF-1.4")
        self._out.add(b"\n%\xe2\xe3\xcf\xd3\n")
        self._written: dict[str, int] = {}

    def addPage(self, page: Any) -> None:
        name = self.thisPageName()
        drawn = pdf.PDFStream(content=page.stream, filters=[pdf.PDFZCompress])
        page.Contents = self.Reference(drawn)
        page.stream = None
        super().addPage(page)
        self._put(drawn.__InternalName__)
        self.Pages.pages[-1] = self.idToObject[name]

    def _put(self, name: str) -> None:
        """Write an object and forget it."""
        body = pdf.PDFIndirectObject(name, self.idToObject[name]).format(self)
        self._written[name] = self._out.add(body)
        self.idToObject[name] = _Gone(name)

    def format(self) -> bytes:
        """Write what was not finished before, then where everything is."""
        catalogue, info = self.Reference(self.Catalog), self.Reference(self.info)
        self.__accum__ = self._out
        names: list[str] = []
        while len(names) + 1 in self.numberToId:  # formatting may add objects
            name = self.numberToId[len(names) + 1]
            if name not in self._written:
                self._put(name)
            names.append(name)
        self.idToOffset.update(self._written)
        table = pdf.PDFCrossReferenceTable()
        table.addsection(0, names)
        start = self._out.add(table.format(self))
        trailer = pdf.PDFTrailer(
            startxref=start, Size=len(names) + 1, Root=catalogue, Info=info, ID=self.ID()
        )
        self._out.add(trailer.format(self))
        return b""
