#!/usr/bin/env python3
"""Counts the words of a text that PDF readers give back.

usage: textlayer.py TEXT.txt FILE.pdf [--min SHARE] [--missing]

A word is what stands between white space. It counts as found when its characters, marks included, occur
in a row in what a reader extracts, white space and bidi controls left aside in both. With --min 0.85 the
exit status is 1 when pdftotext, PDFium, PyMuPDF or pypdf finds a smaller share. --missing lists the rest.

needs poppler-utils and mupdf-tools (Debian), pypdfium2, pymupdf and pypdf (PyPI)
"""

import argparse
import re
import subprocess
import sys

PASSED_OVER = re.compile("[\\s\u200b-\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff\u00ad\x00]+")


def output_of(*command):
    return subprocess.run(command, capture_output=True, text=True, errors="replace", check=True).stdout


def pdfium(path):
    import pypdfium2
    return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path))


def pymupdf(path):
    import pymupdf
    with pymupdf.open(path) as document:
        return "\n".join(page.get_text() for page in document)


def pypdf(path):
    import pypdf
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


DEMANDED = {
    "pdftotext": lambda path: output_of("pdftotext", "-q", path, "-"),
    "PDFium": pdfium,
    "PyMuPDF": pymupdf,
    "pypdf": pypdf,
}
SHOWN = {
    "pdftotext -raw": lambda path: output_of("pdftotext", "-q", "-raw", path, "-"),
    "mutool": lambda path: output_of("mutool", "draw", "-q", "-F", "text", path),
}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("text")
    parser.add_argument("pdf")
    parser.add_argument("--min", type=float, default=0)
    parser.add_argument("--missing", action="store_true")
    arguments = parser.parse_args()
    with open(arguments.text, encoding="utf-8") as file:
        words = [word for word in (PASSED_OVER.sub("", word) for word in file.read().split()) if word]
    is_short = False
    for name, read in (DEMANDED | SHOWN).items():
        extracted = PASSED_OVER.sub("", read(arguments.pdf))
        missing = [word for word in words if word not in extracted]
        found = len(words) - len(missing)
        print(f"{name:15} {found}/{len(words)} ({found / len(words):.1%})")
        if arguments.missing and missing:
            print("  " + " | ".join(missing))
        is_short |= name in DEMANDED and found < arguments.min * len(words)
    sys.exit(1 if is_short else 0)


if __name__ == "__main__":
    main()
