#!/usr/bin/env python3
"""How many words of a text each PDF reader gets back from a file.

usage: textlayer.py TEXT FILE.pdf [--percent N] [--strict]

A word (split at white space) counts when its characters, marks included, stand in the
extracted text once white space, bidi controls and tatweel are taken out of both and both are in
NFKC.  --strict keeps tatweel and compares without NFKC, so that presentation forms fail.
--percent N exits 1 when pdftotext, PDFium, PyMuPDF or pypdf finds less than N % of the words,
or when one of them is not installed.
"""
import argparse
import re
import subprocess
import sys
import unicodedata

IGNORED = re.compile("[\u200b-\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff\u0000\u00ad]")
GATING = ("pdftotext", "PDFium", "PyMuPDF", "pypdf")


def output_of(*command):
    return subprocess.run(command, capture_output=True, text=True, errors="replace", check=True).stdout


def read_with_pdfium(path):
    import pypdfium2

    return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path))


def read_with_pymupdf(path):
    import pymupdf

    return "\n".join(page.get_text() for page in pymupdf.open(path))


def read_with_pypdf(path):
    import pypdf

    return "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


READERS = {
    "pdftotext": lambda path: output_of("pdftotext", "-q", path, "-"),
    "pdftotext -raw": lambda path: output_of("pdftotext", "-q", "-raw", path, "-"),
    "mutool": lambda path: output_of("mutool", "draw", "-q", "-F", "text", path),
    "PDFium": read_with_pdfium,
    "PyMuPDF": read_with_pymupdf,
    "pypdf": read_with_pypdf,
}


def folded(text, strict):
    text = IGNORED.sub("", text)
    if not strict:
        text = unicodedata.normalize("NFKC", text).replace("\u0640", "")
    return re.sub(r"\s+", "", text)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("text")
    parser.add_argument("pdf")
    parser.add_argument("--percent", type=float, default=0)
    parser.add_argument("--strict", action="store_true")
    arguments = parser.parse_args()
    with open(arguments.text, encoding="utf-8") as file:
        words = [word for word in (folded(word, arguments.strict) for word in file.read().split()) if word]
    failed = not words
    for name, read in READERS.items():
        try:
            text = folded(read(arguments.pdf), arguments.strict)
        except Exception as error:
            print(f"{name:15} not run: {error}")
            failed |= name in GATING
            continue
        missing = [word for word in words if word not in text]
        percent = 100 * (len(words) - len(missing)) / max(1, len(words))
        print(f"{name:15} {len(words) - len(missing)}/{len(words)} = {percent:.1f} %   {' | '.join(missing[:10])}")
        failed |= name in GATING and percent < arguments.percent
    sys.exit(1 if failed else 0)


main()
