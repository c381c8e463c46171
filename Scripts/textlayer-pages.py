#!/usr/bin/env python3
"""Sets the pages of Tests/PDFTests/TextPages in each face and checks what PDF readers give back of them.

usage: textlayer-pages.py KHITAB [FOLDER]

KHITAB is the built program; FOLDER (demo-output/textlayer) takes the files it makes. Checked are
- that pdftotext, PDFium, PyMuPDF and pypdf give back every word, marks included, and pdftotext -raw and mutool
  at least the share they are known to;
- that PDFium's own search finds every word, and names with their spaces;
- that pdfinfo -struct-text gives all words in the order of the text.
What a reader can't do is listed in KNOWN, with the reason in Docs/TextLayer.md. Ends with 1 if anything is short.

needs poppler-utils and mupdf-tools (Debian), pypdfium2, pymupdf and pypdf (PyPI)
"""

import pathlib
import re
import shutil
import subprocess
import sys

import textlayer

ROOT = pathlib.Path(__file__).resolve().parent.parent
FACES = {"Amiri": "[Amiri, Noto Naskh Arabic]", "Noto Naskh Arabic": "[Noto Naskh Arabic, Amiri]"}
HEAD = """النوع: خطاب
العنوان: صفحة
المعرّف: TL-%d
الإصدار: 1
السلسلة: صادر
المخاطب: بلا
الموقّع: بلا
التحية: بلا
الخاتمة: بلا
---
"""
# Words that a reader never gives back, and words that PDFium's search can't find in one piece.
KNOWN = {"PDFium": {"﷼"}}
NOT_SEARCHED = {"﷼", "وPDF/A-3", "//www.horizon.example/ar/help?id=42", "20–30", "القبول/الرفض"}
NAMES = ["محمد بن عبد الله آل سعود", "عبد الرحمن بن ناصر العتيبي", "مريم بنت سليمان بن أحمد الحربي"]
SHARES = {"pdftotext -raw": 1, "mutool": 0.985}
MARKS = re.compile("[\u200e\u200f\u2069]")


def template(text, number):
    paragraphs = [re.sub(r"([*#\\])", r"\\\1", line) for line in text.splitlines() if line.strip()]
    paragraphs = [re.sub(r"^(\d+)([.)-])", r"\1\\\2", line) for line in paragraphs]
    return HEAD % number + "\n\n".join(paragraphs) + "\n"


def themes(folder):
    for number, (face, families) in enumerate(FACES.items()):
        theme = folder / f"theme-{number}"
        shutil.copytree(ROOT / "Templates/theme", theme, dirs_exist_ok=True)
        settings = theme / "theme.yaml"
        settings.write_text(re.sub("الخطوط: .*", "الخطوط: " + families, settings.read_text("utf-8")), "utf-8")
        yield face, theme


def searched(path, words, text):
    """The words PDFium's search doesn't find, brackets and stops around them left aside."""
    import pypdfium2
    pages = [page.get_textpage() for page in pypdfium2.PdfDocument(path)]
    parts = [part for word in words for part in re.split(r"[()\[\]{}«»“”<>\"،؛؟!…:]+|\.$", word) if part]
    parts += [name for name in NAMES if name in text]
    return [part for part in parts if part not in NOT_SEARCHED
            and not any(page.search(part, match_case=True).get_next() for page in pages)]


def misplaced(path, words):
    """The first words that pdfinfo doesn't give in their order."""
    read = MARKS.sub("", textlayer.output_of("pdfinfo", "-struct-text", path))
    given = iter(re.sub(r"\s+", " ", read).split())
    # Poppler writes each element's text in quotation marks.
    return [word for word in words if not any(word.strip('"') == other.strip('"') for other in given)][:1]


def main():
    khitab = sys.argv[1]
    folder = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else ROOT / "demo-output/textlayer")
    folder.mkdir(parents=True, exist_ok=True)
    sources = sorted((ROOT / "Tests/PDFTests/TextPages").glob("*.txt"))
    is_short = False
    for face, theme in themes(folder):
        found, total = {}, 0
        for number, source in enumerate(sources):
            text = source.read_text("utf-8")
            words = text.split()
            total += len(words)
            place = folder / f"template-{source.stem}"
            place.mkdir(exist_ok=True)
            (place / "template.khitab").write_text(template(text, number), "utf-8")
            path = str(folder / f"{source.stem}-{theme.name}.pdf")
            subprocess.run([khitab, "preview", "--quiet", "--template", place, "--office", ROOT / "samples",
                            "--theme", theme, "--output", path], check=True)
            for name, read in (textlayer.DEMANDED | textlayer.SHOWN).items():
                extracted = textlayer.PASSED_OVER.sub("", read(path))
                missing = [word for word in words if textlayer.PASSED_OVER.sub("", word) not in extracted]
                found[name] = found.get(name, 0) + len(words) - len(missing)
                missing = [word for word in missing if word not in KNOWN.get(name, ())]
                if missing and name in textlayer.DEMANDED:
                    is_short = True
                    print(f"{face}, {source.stem}: {name} doesn't give back " + " | ".join(missing))
            for name, words_left in (("PDFium's search doesn't find", searched(path, words, text)),
                                     ("pdfinfo -struct-text loses the order at", misplaced(path, words))):
                if words_left:
                    is_short = True
                    print(f"{face}, {source.stem}: {name} " + " | ".join(words_left))
        for name, count in found.items():
            is_short |= count < SHARES.get(name, 0) * total
            print(f"{face:18} {name:15} {count}/{total} ({count / total:.1%})")
    sys.exit(1 if is_short else 0)


main()
