"""Files made to do harm, written anew for each test."""

import gzip
import io
import zipfile

_HEAD = '<?xml version="1.0"?>'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_DOC = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_PARTS = {
    "[Content_Types].xml": f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
    f'content-types"><Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/></Types>',
    "_rels/.rels": f'{_HEAD}<Relationships xmlns="{_RELS}"><Relationship Id="rId1"'
    f' Type="{_DOC}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_DOC}"><sheets>'
    '<sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'{_HEAD}<Relationships xmlns="{_RELS}"><Relationship Id="rId1"'
    f' Type="{_DOC}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
}


def text_cell(ref, text):
    return f'<c r="{ref}" t="inlineStr"><is><t>{text}</t></is></c>'


def number_cell(ref, value):
    return f'<c r="{ref}"><v>{value}</v></c>'


ROW_1 = f'<row r="1">{text_cell("A1", "name")}{text_cell("B1", "phone")}</row>'
ANN = f'<row r="2">{text_cell("A2", "Ann Lee")}{text_cell("B2", "91234567")}</row>'


def sheet(rows, *, before="", size="", head=ROW_1):
    """A sheet with a heading row and `rows`."""
    whole = f"{size}<sheetData>{head}{rows}</sheetData>"
    return f'{_HEAD}{before}<worksheet xmlns="{_MAIN}">{whole}</worksheet>'


def book(rows=ANN, more=(), **how):
    """A workbook by hand, so that nothing is checked."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in [
            *_PARTS.items(),
            ("xl/worksheets/sheet1.xml", sheet(rows, **how)),
            *more,
        ]:
            made.writestr(name, text)
    return held.getvalue()


def laughing_book():
    """Ten entities, each ten times the one before: three billion letters."""
    ten = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    before = f'<!DOCTYPE w [<!ENTITY l0 "lol">{ten}]>'
    return book(f'<row r="2">{text_cell("A2", "&l9;")}</row>', before=before)


def prying_book():
    """A cell that would hold a file of the PC."""
    before = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    return book(f'<row r="2">{text_cell("A2", "&x;")}</row>', before=before)


def lying_book():
    """Its directory says ten bytes; a hundred megabytes come out."""
    whole = bytearray(book(more=[("xl/media/image1.png", b"\0" * (100 << 20))]))
    at = whole.rfind(b"PK\x01\x02")
    whole[at + 24 : at + 28] = (10).to_bytes(4, "little")
    return bytes(whole)


def nested_bomb():
    """Archives within archives."""
    inner = b"\0" * (1 << 20)
    for _ in range(4):
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
            for n in range(8):
                made.writestr(f"{n}.zip", inner)
        inner = held.getvalue()
    return inner


def gz(text):
    return gzip.compress(text if isinstance(text, bytes) else text.encode(), compresslevel=1)


def cards(*bodies):
    return "".join(f"BEGIN:VCARD\r\nVERSION:3.0\r\n{b}\r\nEND:VCARD\r\n" for b in bodies)


def photo_card(letters):
    """A card with a picture on one endless line, and one folded properly."""
    line = "A" * 74
    folded = "\r\n ".join([line] * (letters // 76))
    return cards(
        f"FN:Ann Lee\r\nTEL:91234567\r\nPHOTO;ENCODING=b;TYPE=JPEG:{'A' * letters}",
        f"FN:Bo Chan\r\nTEL:92345678\r\nPHOTO;ENCODING=b;TYPE=JPEG:{folded}",
    )
