"""Takes the signatures of a PDF file apart: NUMBER.der is what stands in Contents, NUMBER.bin what it signs.

usage: signature-parts.py FILE FOLDER
Document time-stamps are left out. Nothing of the file is interpreted but ByteRange and SubFilter.
"""
import re
import sys

file, folder = sys.argv[1:]
data = open(file, "rb").read()
number = 0
for found in re.finditer(rb"/ByteRange *\[ *(\d+) +(\d+) +(\d+) +(\d+) *\]", data):
    start, length, second, rest = map(int, found.groups())
    # The dictionary that the range stands in.
    if b"ETSI.RFC3161" in data[data.rfind(b"\nendobj", 0, found.start()) : found.end()]:
        continue
    number += 1
    signature = bytes.fromhex(data[start + length : second].strip(b"<>").decode())
    # DER says how long it is; what follows is padding.
    size = 4 + int.from_bytes(signature[2:4], "big")
    assert signature[:2] == b"\x30\x82" and not signature[size:].strip(b"\0")
    open(f"{folder}/{number}.der", "wb").write(signature[:size])
    open(f"{folder}/{number}.bin", "wb").write(data[start : start + length] + data[second : second + rest])
