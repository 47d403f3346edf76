"""PDFs put together by hand, for what no library would write."""

from __future__ import annotations

import zlib
from collections.abc import Mapping

PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Resources << >> >>"


def raw_pdf(objects: Mapping[int, bytes], *, catalog: bytes = b"") -> bytes:
    """Return a PDF of one page with some objects; 1, 2 and 3 are its catalog, pages and page."""
    whole = {
        1: b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalog,
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: PAGE,
        **objects,
    }
    out, at = bytearray(b"%PDF-1.7\n"), {}
    for number, body in whole.items():
        at[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start, size = len(out), max(whole) + 1
    out += b"xref\n0 %d\n" % size
    free = b"0000000000 65535 f \n"
    out += b"".join(b"%010d 00000 n \n" % at[i] if i in at else free for i in range(size))
    out += b"trailer\n<< /Root 1 0 R /Size %d >>\nstartxref\n%d\n%%%%EOF\n" % (size, start)
    return bytes(out)


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """Return a stream with some entries in its dictionary."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), entries, data)


def flate(data: bytes, entries: bytes = b"") -> bytes:
    """Return a stream, packed."""
    return stream(zlib.compress(data, 9), b"/Filter /FlateDecode " + entries)


def packed_zeros(megabytes: int) -> bytes:
    """Return very many zeros, packed."""
    packer, zeros = zlib.compressobj(9), bytes(10_000_000)
    first = packer.compress(zeros) + packer.flush(zlib.Z_FULL_FLUSH)
    block = packer.compress(zeros) + packer.flush(zlib.Z_FULL_FLUSH)
    return first + block * (megabytes // 10) + packer.flush()


def packed_pages(pages: int, beside: bytes) -> bytes:
    """Return a PDF whose pages are in an object stream each, with something large beside them."""
    first, streams = 10, 10 + 2 * pages
    table = streams + pages
    kids = b" ".join(b"%d 0 R" % (first + 2 * i) for i in range(pages))
    out = bytearray(b"%PDF-1.7\n")
    rows: dict[int, bytes] = {}

    def put(number: int, body: bytes) -> None:
        rows[number] = b"\1" + len(out).to_bytes(4, "big") + b"\0\0"
        out.extend(b"%d 0 obj\n%s\nendobj\n" % (number, body))

    put(1, b"<< /Type /Catalog /Pages 2 0 R >>")
    put(2, b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, pages))
    for i in range(pages):
        head = b"%d 0 %d %d " % (first + 2 * i, first + 2 * i + 1, len(PAGE) + 1)
        entries = b"/Type /ObjStm /N 2 /First %d" % len(head)
        put(streams + i, flate(head + PAGE + b" " + beside, entries))
        for place in (0, 1):
            stands = (streams + i).to_bytes(4, "big") + place.to_bytes(2, "big")
            rows[first + 2 * i + place] = b"\2" + stands
    start = len(out)
    rows[table] = b"\1" + start.to_bytes(4, "big") + b"\0\0"
    index = b" ".join(b"%d 1" % number for number in sorted(rows))
    entries = b"/Type /XRef /W [1 4 2] /Root 1 0 R /Size %d /Index [%s]" % (table + 1, index)
    put(table, flate(b"".join(rows[number] for number in sorted(rows)), entries))
    return bytes(out) + b"startxref\n%d\n%%%%EOF\n" % start


def long_table(entries: int, size: int) -> bytes:
    """Return a PDF whose table of objects is far longer than what it holds."""
    base = raw_pdf({})
    body = base[: base.rindex(b"xref\n0")] + b"%" + bytes(range(128, 256)) * (size // 128) + b"\n"
    start, number, step = len(body), 4, 250_000
    out, before = bytearray(body), b""
    for first in range(number + 1, entries, step):
        at = len(out)
        head = b"/Type /XRef /W [1 2 0] /Root 1 0 R /Size %d " % entries
        rows = b"".join(b"\1" + base.index(b"%d 0 obj" % i).to_bytes(2, "big") for i in (1, 2, 3))
        index = b"/Index [1 3 %d %d] " % (first, step)
        data = flate(rows + b"\1\0\x10" * step, head + index + before)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, data)
        before, start = b"/Prev %d" % at, at
    return bytes(out) + b"startxref\n%d\n%%%%EOF\n" % start
