#!/usr/bin/env python3
"""Makes the workbooks and the database that the tests of Records read; all names and numbers are invented.

Needs openpyxl. Running it again gives the same bytes.
"""
import datetime
import io
import pathlib
import sqlite3
import zipfile

import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.utils.datetime import CALENDAR_MAC_1904

HERE = pathlib.Path(__file__).parent
MOMENT = datetime.datetime(2026, 1, 1)


def pack(name, parts):
    """Writes a ZIP archive of the given parts with one fixed date."""
    with zipfile.ZipFile(HERE / name, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            info = zipfile.ZipInfo(part, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)


def save(book, name):
    book.properties.created = book.properties.modified = MOMENT
    raw = io.BytesIO()
    book.save(raw)
    with zipfile.ZipFile(raw) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    parts["docProps/core.xml"] = b"<coreProperties/>"
    pack(name, parts)


def types():
    """One column of every type, stored in every way Excel stores it."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "الأعضاء"
    sheet.append(["رقم العضوية", "الاسم", "رقم الهوية", "الجوال", "تاريخ الميلاد", "المبلغ", "عدد الأبناء", "مؤهل"])
    sheet.append(["00123", "نورة بنت سعد", "1000000008", "0501234567", "1448/06/13هـ", "1500.5", "3", "نعم"])
    sheet.append([124, "x", 1000000008, 501234567, datetime.date(2026, 11, 23), 1500.5, 3, True])
    sheet["A3"].number_format = "00000"
    sheet["B3"] = CellRichText("محمد ", TextBlock(InlineFont(b=True), "العتيبي"))
    sheet.append([125, "هند", 100000000, 50123, datetime.datetime(2026, 11, 23, 9, 30), 0.1 + 0.2, 2.5, False])
    sheet.append(["=1+1", "=NA()", "1.0E+09", 9.66501234567e11, 46349, "1.500", "#N/A", "ربما"])
    sheet.append([1234567890123456789, "منى", None, 966501234567, datetime.date(1900, 2, 28), 12, None, None])
    sheet["E6"].number_format = "[$-1170401]B2dd/mm/yyyy;@"
    save(book, "types.xlsx")


def percentages():
    """Numbers that Excel shows as percentages, in fields of several types."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["رقم العضوية", "النسبة", "عدد الأبناء", "المبلغ"])
    sheet.append(["1", 0.15, 0.15, 1500])
    sheet.append(["2", 0.1 + 0.025, 0.125, 0.5])
    sheet.append(["3", 1, 1, None])
    sheet.append(["4", "50%", None, None])
    for row in sheet.iter_rows(min_row=2, min_col=2, max_col=3):
        for cell in row:
            cell.number_format = "0%"
    sheet["B3"].number_format = "0.0%"
    sheet["D3"].number_format = "0.00%"
    save(book, "percentages.xlsx")


def epoch1904():
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    sheet = book.active
    sheet.append(["رقم العضوية", "الاسم", "تاريخ الميلاد"])
    sheet.append(["1", "سعد", datetime.date(2026, 11, 23)])
    sheet.append(["2", "نورة", datetime.date(1904, 1, 1)])
    save(book, "epoch1904.xlsx")


def layout():
    """A title above the headings, merged headings and values, a hidden row, a hidden first sheet."""
    book = openpyxl.Workbook()
    book.active.title = "مخفية"
    book.active.sheet_state = "hidden"
    book.active.append(["رقم العضوية", "الاسم"])
    sheet = book.create_sheet("كشف الأعضاء")
    sheet["A1"] = "كشف أعضاء الجمعية"
    sheet.merge_cells("A1:E1")
    sheet["A3"], sheet["B3"], sheet["D3"] = "رقم العضوية", "الاسم", "التواصل"
    sheet.merge_cells("A3:A4")
    sheet.merge_cells("B3:B4")
    sheet.merge_cells("D3:E3")
    sheet["D4"], sheet["E4"] = "الجوال", "البريد"
    sheet["C4"] = "الجنس"
    sheet["A5"], sheet["B5"], sheet["C5"] = "1", "سعد", "ذكر"
    sheet["A6"], sheet["B6"], sheet["C6"] = "2", "نورة", "أنثى"
    sheet["A7"], sheet["B7"] = "3", "هند"
    sheet.merge_cells("C6:C7")
    sheet.row_dimensions[6].hidden = True
    sheet["XFD5"].number_format = "0.00"
    book.active = 1
    save(book, "layout.xlsx")


def requests():
    """Requests whose documents stand in a sheet of their own."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "الطلبات"
    sheet.append(["رقم الطلب", "رقم العضوية", "الاسم"])
    sheet.append(["1448/1", "0001", None])
    sheet.append(["1448/2", "0002", "نورة"])
    sheet.append(["1448/3", "0009", None])
    sheet.append(["1448/4", None, None])
    sheet = book.create_sheet("المستندات")
    sheet.append(["رقم الطلب", "المستند", "تاريخ الانتهاء"])
    sheet.append(["1448/2", "صورة الصك", None])
    sheet.append(["1448/1", "كشف حساب", "1449/01/01هـ"])
    sheet.append(["1448/1", None, datetime.date(2027, 1, 1)])
    sheet.append(["1448/8", "عقد", None])
    sheet.append([None, "عقد", None])
    save(book, "requests.xlsx")


TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s</Relationships>'
WORKBOOK = (
    '<x:workbook xmlns:x="m" xmlns:q="r"><x:sheets><x:sheet name="س" sheetId="1" q:id="r1"/></x:sheets></x:workbook>'
)


def by_hand(name, sheet, strings="<sst/>"):
    """A workbook whose sheet and shared strings are the given XML."""
    relationship = '<Relationship Id="%s" Type="' + TYPES + '/%s" Target="%s"/>'
    parts = {
        "_rels/.rels": RELS % (relationship % ("r0", "officeDocument", "/book/main.xml")),
        "book/main.xml": WORKBOOK,
        "book/_rels/main.xml.rels": RELS % (
            relationship % ("r1", "worksheet", "./../book/one.xml")
            + relationship % ("r2", "sharedStrings", "strings.xml")
        ),
        "book/strings.xml": strings,
        "book/one.xml": sheet,
    }
    pack(name, parts)


def odd():
    """What other programs than Excel write: prefixes, inline strings, cells without references, ISO dates."""
    cell = '<x:c t="inlineStr"><x:is><x:t>%s</x:t></x:is></x:c>'
    rows = [
        "".join(cell % text for text in ["رقم العضوية", "الاسم", "الجوال", "تاريخ الميلاد"]),
        cell % "1&#47;أ" + cell % "<![CDATA[سعد]]>_x0020_&amp;" + "<x:c><x:v>5.01234567E8</x:v></x:c>"
        + '<x:c t="d"><x:v>2026-11-23T00:00:00</x:v></x:c>',
        '<x:c r="B9" t="str"><x:f>A1</x:f><x:v>نورة</x:v></x:c><x:c r="A9"><x:v>7</x:v></x:c>',
    ]
    body = "<x:row>%s</x:row><!-- -- --><x:row>%s</x:row><x:row r='9'>%s</x:row>" % tuple(rows)
    body = body.replace("<!-- -- -->", "<!-- between -->")
    by_hand("odd.xlsx", '<x:worksheet xmlns:x="m"><x:sheetData>%s</x:sheetData></x:worksheet>' % body)


def shared():
    """Shared strings: plain, rich text, with a phonetic run, and a reference to one that isn't there."""
    strings = "<sst>%s</sst>" % "".join(
        f"<si>{item}</si>"
        for item in [
            "<t>رقم العضوية</t>", "<t>الاسم</t>", "<t>12</t>",
            '<r><t xml:space="preserve">محمد </t></r><r><rPr><b/></rPr><t>العتيبي</t></r>',
            "<t>سعد</t><rPh sb='0' eb='1'><t>SAAD</t></rPh><phoneticPr/>",
        ]
    )
    cell = '<c t="s"><v>%d</v></c>'
    rows = [cell % 0 + cell % 1, cell % 2 + cell % 3, cell % 2 + cell % 4, cell % 2 + cell % 99]
    body = "".join(f"<row>{row}</row>" for row in rows)
    by_hand("shared.xlsx", f"<worksheet><sheetData>{body}</sheetData></worksheet>", strings)


def hostile():
    """Workbooks that must be refused: a bomb, an entity bomb, a deep tree, a cell past every limit."""
    by_hand("bomb.xlsx", "<worksheet><sheetData>" + " " * (24 << 20) + "</sheetData></worksheet>")
    entities = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 10))
    by_hand("entities.xlsx", f'<!DOCTYPE w [<!ENTITY e0 "x">{entities}]><worksheet>&e9;</worksheet>')
    by_hand("deep.xlsx", "<a>" * 5_000 + "</a>" * 5_000)
    by_hand("far-cell.xlsx", '<worksheet><sheetData><row r="1"><c r="ZZZ1"><v>1</v></c></row></sheetData></worksheet>')
    by_hand("malformed.xlsx", "<worksheet><sheetData></worksheet>")


def database():
    path = HERE / "members.sqlite"
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path)
    connection.execute('CREATE TABLE "الأعضاء" ("رقم العضوية" TEXT, "الاسم" TEXT, "الجوال" INTEGER, "المبلغ" REAL)')
    connection.executemany(
        'INSERT INTO "الأعضاء" VALUES (?, ?, ?, ?)',
        [("0001", "سعد", 501234567, 1500.5), ("0002", None, None, None), ("0003", b"\x00", 966501234567, 2)],
    )
    connection.execute('CREATE TABLE "المستندات" ("رقم العضوية" TEXT, "المستند" TEXT)')
    connection.execute("""INSERT INTO "المستندات" VALUES ('0001', 'صورة الصك')""")
    connection.commit()
    connection.close()


if __name__ == "__main__":
    for make in (types, percentages, epoch1904, layout, requests, odd, shared, hostile, database):
        make()
