#!/usr/bin/env python3
"""Writes members.csv and requests.xlsx: an invented association's members and their requests.

Nobody here exists. Identity numbers and mobiles are made up; where a row is meant to be right, the
identity number has a right check digit. Some rows are wrong on purpose, in the ways real sheets are:
pasted marks, presentation forms, Persian letters, mixed digits, numbers that Excel spoiled, gaps.

The same input always gives the same bytes. Needs openpyxl.
"""
import csv
import io
import re
import zipfile
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

FOLDER = Path(__file__).resolve().parent
HIJRI_1448 = [29, 30, 29, 30, 30, 29, 30, 30, 29, 30, 29, 30]  # the first of Muharram is 2026-06-16


def hijri(month, day):
    """(day, month) of 1448 AH as an ordinal of datetime.date."""
    from datetime import date, timedelta

    return date(2026, 6, 16) + timedelta(days=sum(HIJRI_1448[: month - 1]) + day - 1)


def identity(nine_digits):
    """A ten-digit identity number from its first nine: the last one is the Luhn check digit."""
    total = 0
    for place, digit in enumerate(nine_digits):
        doubled = int(digit) * 2 if place % 2 == 0 else int(digit)
        total += doubled - 9 if doubled > 9 else doubled
    return nine_digits + str(-total % 10)


def arabic_indic(text):
    return text.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))


def persian(text):
    return text.translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))


M, F, UNKNOWN = "ذكر", "أنثى", ""

# name, gender, title, membership kind
MEMBERS = [
    ("عبد الله بن صالح بن عبدالرحمن آل سدرة", M, "الأستاذ", "عامل"),
    ("نورة بنت عبدالرحمن بن صالح آل سدرة", F, "الأستاذة", "عاملة"),
    ("محمد بن عبدالله الخزامي", M, "الأستاذ", "عامل"),
    ("هند بنت سعد الروضي", F, "الدكتورة", "عاملة"),
    ("أبو بكر بن عبدالعزيز الطلحي", M, "المهندس", "منتسب"),
    ("فاطمة بنت علي النخيلي", F, "الأستاذة", "عاملة"),
    ("سعود بن ناصر آل وادي", M, "الأستاذ", "عامل"),
    ("منى بنت إبراهيم الشيحي", F, "المهندسة", "منتسبة"),
    ("عبدالله بن خالد الغضوي", M, "الدكتور", "داعم"),
    ("جواهر بنت تركي الأثلي", F, "الأستاذة", "عاملة"),
    ("Mohammed  Ali KHAN", M, "الأستاذ", "منتسب"),
    ("\u200fسلطان بن فيصل السنوي\u200f", M, "الأستاذ", "عامل"),
    ("ﻣﺤﻤﺪ ﺑﻦ ﺣﺴﻦ اﻟﺴﺪري", M, "الأستاذ", "عامل"),
    ("علی بن کریم الواحي", M, "الأستاذ", "منتسب"),
    ("محمـــد بن راشـــد العرعري", M, "الأستاذ", "عامل"),
    ("لطيفة   بنت\u00a0يوسف  الهضبي", F, "الأستاذة", "عاملة"),
    ("مؤسسة غيمة الوادي للتجارة", UNKNOWN, "", "داعم"),
    ("Maria Teresa Santos", F, "الأستاذة", "منتسبة"),
    ("عبدالرحمن بن عبدالله بن عبدالعزيز بن عبدالمحسن آل نخيل الخزامي", M, "الأستاذ", "عامل"),
    ("إحسان الينبوعي", UNKNOWN, "", "منتسب"),
    ("ريم بنت عبد المحسن الروضي", F, "الأستاذة", "عاملة"),
    ("خالد بن وليد ابن ماضي", M, "الأستاذ", "عامل"),
    ("أم كلثوم بنت حمد السنابل", F, "الأستاذة", "منتسبة"),
    ("بندر بن مشعل الريحاني", M, "الأستاذ", "عامل"),
    ("العنود بنت فهد الطلحي", F, "الأستاذة", "عاملة"),
    ("John O’Connor", M, "المهندس", "منتسب"),
    ("عبد العزيز بن محمد النخيلي", M, "الأستاذ", "عامل"),
    ("سارة بنت عبدالإله الشيحي", F, "الدكتورة", "عاملة"),
    ("يوسف بن أحمد الغضوي", M, "الأستاذ", "عامل"),
    ("مشاعل بنت ماجد الأثلي", F, "الأستاذة", "عاملة"),
    ("\u202bفهد بن سلمان السدري\u202c", M, "الأستاذ", "عامل"),
    ("حصة بنت عبدالعزيز آل وادي", F, "الأستاذة", "عاملة"),
    ("تركي بن عبدالله الواحي", M, "المهندس", "عامل"),
    ("شركة سهل السدرة المحدودة", UNKNOWN, "", "داعم"),
    ("أمل بنت سعيد العرعري", F, "الأستاذة", "منتسبة"),
    ("ماجد بن عوض الهضبي", M, "الأستاذ", "عامل"),
    ("دلال بنت جاسر السنوي", F, "الأستاذة", "عاملة"),
    ("", M, "الأستاذ", "عامل"),
    ("عبدالمجيد بن صقر الخزامي", M, "الأستاذ", "عامل"),
    ("غادة بنت محمد الينبوعي", F, "الأستاذة", "عاملة"),
    ("ناصر بن زيد الروضي 🌿", M, "الأستاذ", "عامل"),
    ("بدرية بنت هادي الريحاني", F, "الأستاذة", "منتسبة"),
    ("Ahmed Hassan Ibrahim", M, "الدكتور", "منتسب"),
    ("شيخة بنت راكان السنابل", F, "الأستاذة", "عاملة"),
    ("عمر بن عبدالقادر الطلحي", M, "الأستاذ", "عامل"),
    ("وفاء بنت صالح ابن ماضي", F, "الأستاذة", "عاملة"),
    ("إبراهيم بن موسى النخيلي", M, "الأستاذ", "عامل"),
    ("هيفاء بنت عبدالله الشيحي", F, "المهندسة", "عاملة"),
    ("نور السدري", UNKNOWN, "", "منتسب"),
    ("جابر بن حسين الغضوي", M, "الأستاذ", "عامل"),
    ("مها بنت فيصل الأثلي", F, "الأستاذة", "عاملة"),
    ("زياد بن طارق آل سدرة", M, "الأستاذ", "منتسب"),
    ("أسماء بنت يحيى الواحي", F, "الأستاذة", "عاملة"),
    ("حمد بن سالم العرعري", M, "الأستاذ", "عامل"),
    ("رُبى بنت عبدالرؤوف الهضبي", F, "الدكتورة", "منتسبة"),
    ("مشاري بن نايف السنوي", M, "المهندس", "عامل"),
    ("Fatima Noor Hussain", F, "الأستاذة", "منتسبة"),
    ("عادل بن منصور الخزامي", M, "الأستاذ", "عامل"),
    ("موضي بنت سلطان آل نخيل", F, "الأستاذة", "عاملة"),
    ("وائل بن عبدالسلام الينبوعي", M, "الأستاذ", "عامل"),
]
ORGANISATIONS = {17, 34}
RESIDENTS = {11: "باكستاني", 18: "فلبينية", 26: "إيرلندي", 43: "مصري", 57: "باكستانية"}


def membership(number):
    return f"{number:04d}"


def member_identity(number):
    if number in ORGANISATIONS:
        return ""
    first = "2" if number in RESIDENTS else "1"
    good = identity(f"{first}{(number * 7919 + 10203) % 10**8:08d}")
    return {
        4: arabic_indic(good),
        14: persian(good),
        21: f"{good[:4]} {good[4:7]} {good[7:]}",
        24: good[:9],  # a digit was lost
        36: good[:9] + str((int(good[9]) + 3) % 10),  # the check digit is wrong
        47: member_identity_of_45(),  # typed again from the row two above
    }.get(number, good)


def member_identity_of_45():
    return identity(f"1{(45 * 7919 + 10203) % 10**8:08d}")


def member_mobile(number):
    tail = f"55{(number * 4567 + 1234) % 10**6:06d}"
    return {
        2: arabic_indic("05" + tail),
        3: "+9665" + tail,
        6: f"0096 65 {tail}",
        8: f"05{tail[:1]} {tail[1:4]} {tail[4:]}",
        9: "5" + tail,
        14: persian("05" + tail),
        16: "٠5" + tail,
        22: f"05{tail[:1]}-{tail[1:4]}-{tail[4:]}",
        27: "05" + tail[:6],  # a digit short
        31: "\u202a+9665" + tail + "\u202c",
        40: "",
    }.get(number, "05" + tail)


def member_email(number):
    name = f"member{number:02d}@wadi.example"
    return {5: name.upper(), 13: "", 19: "abdulrahman.wadi", 33: "", 38: "", 44: name + " "}.get(number, name)


STREETS = ["شارع السدر", "طريق الواحة", "شارع الخزامى", "طريق المزارع", "شارع النخيل"]
DISTRICTS = ["حي الروضة", "حي الواحة", "حي السنابل", "حي الينابيع"]


def member_address(number):
    building, extra = 2100 + number * 13, 6200 + number * 7
    street, district = STREETS[number % 5], DISTRICTS[number % 4]
    plain = f"{building} {street}، {district}، وادي الريحان 65948-{extra}"
    return {
        7: f"WRRA{building}",
        10: f"{building} {street}, {district}, وادي الريحان 65948-{extra}",
        15: f"{building} {street}\n{district}\nوادي الريحان 65948",
        28: f"{building} {street}، {district}، وادي الريحان 6594",  # the postcode is a digit short
        35: "",
        50: "",
    }.get(number, plain)


def member_birth(number):
    year, month, day = 1375 + number % 40, number % 12 + 1, number % 28 + 1
    return {
        1: f"{day}/{month}/{year}",
        6: f"{1955 + number}-{month:02d}-{day:02d}",
        9: "5/4/1385",  # the fifth of the fourth, or the fourth of the fifth?
        12: arabic_indic(f"{day}-{month}-{year}هـ"),
        18: "23/11/1988م",
        23: "31/04/1990",  # no such day
        30: "",
        39: "12/23/1410",  # the month before the day
    }.get(number, f"{year}/{month:02d}/{day:02d}هـ")


MEMBER_COLUMNS = [
    "رقم العضوية", "الاسم", "الجنس", "شخص أو جهة", "اللقب", "نوع العضوية", "رقم الهوية", "الجنسية", "تاريخ الميلاد",
    "رقم الجوال", "البريد الإلكتروني", "العنوان الوطني",
]  # fmt: skip


def member_row(number):
    name, gender, title, kind = MEMBERS[number - 1]
    is_body = number in ORGANISATIONS
    return [
        membership(number), name, {29: "Male", 37: "انثى", 54: "م"}.get(number, gender), "جهة" if is_body else "",
        title, kind, member_identity(number), "" if is_body else RESIDENTS.get(number, "سعودي" if gender == M else "سعودية"),
        "" if is_body else member_birth(number), member_mobile(number), member_email(number), member_address(number),
    ]  # fmt: skip


def write_members():
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(MEMBER_COLUMNS)
    for number in range(1, len(MEMBERS) + 1):
        writer.writerow(member_row(number))
    (FOLDER / "members.csv").write_bytes(b"\xef\xbb\xbf" + text.getvalue().encode("utf-8"))


# Services, each with what is asked for and the documents that go with it.
SERVICES = [
    ("كفالة مقعد دراسي", "نرجو النظر في كفالة مقعد دراسي للفصل القادم.", ["صك إعالة", "إشعار قبول دراسي"]),
    ("ترميم مسكن", "سقف المجلس متضرر من الأمطار الأخيرة ويحتاج إلى ترميم.", ["صك ملكية", "تقرير هندسي"]),
    ("جهاز طبي منزلي", "الحاجة إلى جهاز أكسجين منزلي بحسب التقرير المرفق.", ["تقرير طبي"]),
    ("سداد فاتورة كهرباء", "تعذر سداد فاتورة الكهرباء لشهرين متتاليين.", ["فاتورة خدمة", "تعريف راتب"]),
    ("تدريب مهني", "الرغبة في الالتحاق ببرنامج صيانة الحاسب.", ["شهادة دراسية"]),
    ("أثاث منزلي", "أثاث أساسي لأسرة انتقلت إلى مسكن جديد.", ["عقد إيجار", "تعريف راتب"]),
    ("مشورة اجتماعية", "طلب جلسة مع المختص الاجتماعي في الجمعية.", []),
]
REASONS = {
    "ceiling": "استيفاء المخصص المعتمد لهذه الخدمة في العام الحالي.",
    "twice": "سبق تقديم الخدمة نفسها خلال الأشهر الاثني عشر الماضية.",
    "papers": "عدم اكتمال المستندات المطلوبة بعد انتهاء المدة المحددة لاستكمالها.",
    "scope": "وقوع الخدمة المطلوبة خارج نطاق الخدمات المعتمدة في دليل الدعم.",
    "income": "تجاوز دخل الأسرة الحد المبين في دليل الدعم.",
}


class Sheet:
    """A sheet being filled, with what Excel users do to one."""

    def __init__(self, book, title, columns, first=False):
        self.sheet = book.active if first else book.create_sheet()
        self.sheet.title = title
        self.sheet.sheet_view.rightToLeft = True
        self.sheet.freeze_panes = "A2"
        self.columns = columns
        self.sheet.append(columns)
        for number, cell in enumerate(self.sheet[1], start=1):
            cell.font = Font(bold=True, color="FFFFFF")
            cell.fill = PatternFill("solid", fgColor="0F4A3C")
            cell.alignment = Alignment(horizontal="center")
            self.sheet.column_dimensions[get_column_letter(number)].width = 22

    def add(self, **values):
        self.sheet.append([values.get(column) for column in self.columns])
        for column, cell in zip(self.columns, self.sheet[self.sheet.max_row]):
            if column in ("تاريخ الطلب", "موعد الرد", "تاريخ الاجتماع", "تاريخ الخطاب", "تاريخ الانتهاء"):
                cell.number_format = "yyyy-mm-dd"


def person(number):
    name, gender, title, _ = MEMBERS[number - 1]
    return {
        "رقم العضوية": membership(number), "الاسم": name, "الجنس": gender, "اللقب": title,
        "شخص أو جهة": "جهة" if number in ORGANISATIONS else None,
        "رقم الجوال": f"0555{(number * 4567 + 1234) % 10**6:06d}",
    }  # fmt: skip


def request(number, serial, asked):
    service, details, papers = SERVICES[serial % len(SERVICES)]
    return person(number) | {
        "رقم الطلب": f"1448/{serial:04d}", "تاريخ الطلب": asked, "الخدمة المطلوبة": service,
        "تفاصيل الطلب": details,
    }, papers  # fmt: skip


PERSON = ["رقم العضوية", "الاسم", "الجنس", "اللقب", "شخص أو جهة", "رقم الجوال"]
REQUEST = ["رقم الطلب", "تاريخ الطلب", *PERSON, "الخدمة المطلوبة", "تفاصيل الطلب"]
LETTER = ["رقم الخطاب", "تاريخ الخطاب"]
CHANNELS_IN = ["حضوري", "الموقع", "هاتفياً", "الموقع الإلكتروني", "بريد"]
CHANNELS_OUT = ["رسالة نصية", "البريد الإلكتروني", "رسالة", "التسليم في مقر الجمعية"]


def add_papers(sheet, serial, papers):
    for place, paper in enumerate(papers):
        expiry = hijri(12, 1 + (serial + place) % 28) if paper in ("عقد إيجار", "تعريف راتب") else None
        sheet.add(**{
            "رقم الطلب": f"1448/{serial:04d}", "المستند": paper,
            "الرقم": f"{4100 + serial * 3 + place}", "تاريخ الانتهاء": expiry,
        })  # fmt: skip


def write_incoming(sheet, papers_sheet):
    """Requests just received: a receipt notice each."""
    members = [
        2, 5, 7, 10, 12, 15, 17, 19, 22, 24, 26, 28, 31, 33, 35, 38, 41, 44, 46, 50, 51, 52, 53, 57, 58, 60,
    ]  # fmt: skip
    for place, number in enumerate(members):
        serial = 201 + place
        asked = hijri(6, 1 + place // 2)
        row, papers = request(number, serial, asked)
        row |= {
            "قناة التقديم": CHANNELS_IN[place % 5], "قناة الرد": CHANNELS_OUT[place % 4], "الصفة": "أصيل",
            "موعد الرد": asked.fromordinal(asked.toordinal() + 14),
            "رقم الخطاب": f"1448/{310 + place}", "تاريخ الخطاب": asked,
        }  # fmt: skip
        if number == 5:
            row["تاريخ الطلب"] = "1448/6/1"
        if number == 12:
            row |= {"تاريخ الطلب": arabic_indic("1448-6-3هـ"), "الصفة": "وكيل"}
        if number == 22:
            row["رقم العضوية"] = 22  # the zeros in front are gone
        if number == 28:
            row["رقم الجوال"] = 966550128910.0  # Excel shows 9.66E+11
        if number == 33:
            row["تاريخ الطلب"] = "30/6/1448"  # that month has 29 days
        if number == 41:
            row["قناة الرد"] = "حمام زاجل"  # no such channel
        if number == 44:
            row["تاريخ الخطاب"] = "04/06/48"  # a year of two digits
        sheet.add(**row)
        add_papers(papers_sheet, serial, papers)


AMOUNTS = [
    1500, "١٬٥٠٠٫٥٠", 2750.5, "4,000", None, 3200, 11000, None, 125, 2000, None, 101, "1,234.75", 105000, None, 8, 200,
    None, 12000, 999.99,
]  # fmt: skip


def write_accepted(sheet, papers_sheet):
    """Requests the committee accepted."""
    members = [
        1, 3, 4, 6, 8, 11, 13, 16, 18, 20, 23, 25, 27, 29, 34, 39, 42, 43, 46, 48, 50, 52, 53, 55, 57, 60,
    ]  # fmt: skip
    for place, number in enumerate(members):
        serial = 101 + place
        asked = hijri(5, 2 + place // 2)
        row, papers = request(number, serial, asked)
        meeting = 12 + place // 10
        row |= {
            "رقم الاجتماع": meeting, "تاريخ الاجتماع": hijri(5, 24 + 3 * (place // 10)),
            "المبلغ": AMOUNTS[place % len(AMOUNTS)], "مدة المراجعة": [10, 15, 7, 14, 11][place % 5],
            "رقم الخطاب": f"1448/{270 + place}", "تاريخ الخطاب": hijri(6, 2 + place // 10),
        }  # fmt: skip
        if number == 6:
            row |= {"تاريخ الاجتماع": "24/5/1448هـ", "تاريخ الطلب": "2026-10-15"}
        if number == 16:
            row["المبلغ"] = "1250.3333"  # a third of a riyal
        if number == 25:
            row["المبلغ"] = "1.500"  # one and a half, or fifteen hundred?
        if number == 29:
            row["رقم الخطاب"] = None
        sheet.add(**row)
        add_papers(papers_sheet, serial, papers)
    sheet.sheet.cell(sheet.sheet.max_row, sheet.columns.index("رقم الاجتماع") + 1).value = "#REF!"


def write_declined(sheet, papers_sheet, reasons_sheet):
    """Requests the committee declined, with its reasons."""
    cases = [
        (14, ["ceiling"], "إعادة التقديم في مطلع العام القادم"), (21, ["twice"], None),
        (30, ["papers"], "التقديم مجدداً عند اكتمال المستندات"), (32, ["scope"], "الاستفادة من خدمة المشورة الاجتماعية"),
        (36, ["income", "scope"], None), (40, ["ceiling", "papers"], "إعادة التقديم في مطلع العام القادم"),
        (42, ["twice"], None), (45, ["income"], "الاستفادة من برامج التدريب المهني"), (48, ["scope"], None),
        (51, ["ceiling"], "إعادة التقديم في مطلع العام القادم"), (56, ["income"], None), (59, ["papers", "twice", "scope"], None),
    ]  # fmt: skip
    for place, (number, reasons, alternative) in enumerate(cases):
        serial = 151 + place
        row, papers = request(number, serial, hijri(5, 4 + place // 2))
        row |= {
            "رقم الاجتماع": 13, "تاريخ الاجتماع": hijri(5, 27), "البديل": alternative, "مدة التظلم": 30,
            "رقم الخطاب": f"1448/{340 + place}", "تاريخ الخطاب": hijri(6, 4),
        }  # fmt: skip
        if number == 48:
            row["الجنس"] = None
        sheet.add(**row)
        add_papers(papers_sheet, serial, papers)
        for reason in reasons:
            reasons_sheet.add(**{"رقم الطلب": row["رقم الطلب"], "السبب": REASONS[reason]})


def write_requests():
    from datetime import datetime

    book = Workbook()
    incoming = Sheet(
        book, "الواردة", REQUEST + ["قناة التقديم", "قناة الرد", "الصفة", "موعد الرد"] + LETTER, first=True)
    decision = ["رقم الاجتماع", "تاريخ الاجتماع"]
    accepted = Sheet(book, "المقبولة", REQUEST + decision + ["المبلغ", "مدة المراجعة"] + LETTER)
    declined = Sheet(book, "المعتذر عنها", REQUEST + decision + ["البديل", "مدة التظلم"] + LETTER)
    papers = Sheet(book, "المستندات", ["رقم الطلب", "المستند", "الرقم", "تاريخ الانتهاء"])
    reasons = Sheet(book, "أسباب الاعتذار", ["رقم الطلب", "السبب"])
    write_incoming(incoming, papers)
    write_accepted(accepted, papers)
    write_declined(declined, papers, reasons)
    book.properties.creator = "samples/build.py"
    book.properties.created = datetime(2026, 11, 23)
    raw = io.BytesIO()
    book.save(raw)
    (FOLDER / "requests.xlsx").write_bytes(without_clock(raw.getvalue()))


def without_clock(archive):
    """The same archive with no trace of when it was made."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            content = old.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>2026-11-23T00:00:00Z", content)
            entry = zipfile.ZipInfo(name, date_time=(2026, 11, 23, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, content)
    return result.getvalue()


if __name__ == "__main__":
    write_members()
    write_requests()
