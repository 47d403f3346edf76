"""Files that are far more than they seem: each is refused, in little time and little memory."""

from __future__ import annotations

import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from support.hostile import is_plain, refusal
from support.raw_pdf import PAGE, long_table, packed_pages, packed_zeros, raw_pdf, stream

_SECONDS = 20
_MEGABYTES = 400
_ROW = b"[" + b"[]" * 9_000 + b"]"
BOMBS: dict[str, Callable[[], bytes]] = {
    "a large object": lambda: raw_pdf({5: b"[" + _ROW * 520 + b"]"}, catalog=b"/AcroForm 5 0 R"),
    "many streams of objects": lambda: packed_pages(300, b"[" + _ROW * 44 + b"]"),
    "a long table": lambda: long_table(3_000_000, 9_500_000),
    "a million fields": lambda: raw_pdf(
        {5: b"<< /Fields [%s] >>" % (b"6 0 R " * 1_000_000), 6: b"<< /FT /Tx /T (v1) >>"},
        catalog=b"/AcroForm 5 0 R",
    ),
    "more than a million things": lambda: raw_pdf(
        {number: b"<< /FT /Tx /T (v%d) /V () >>" % number for number in range(5, 1_000_000)}
    ),
    "a table of fields that refers to itself": lambda: raw_pdf(
        {
            5: b"<< /Fields [%s] >>" % (b"6 0 R " * 90_000),
            6: b"<< /T (a) /Kids [%s] >>" % (b"6 0 R " * 90_000),
        },
        catalog=b"/AcroForm 5 0 R",
    ),
    "many pages": lambda: raw_pdf(
        {
            **dict.fromkeys(range(3, 80_000), PAGE),
            2: b"<< /Type /Pages /Count 9 /Kids [%s] >>"
            % b" ".join(b"%d 0 R" % number for number in range(3, 80_000)),
        }
    ),
    "packed": lambda: _with_attachment(stream(packed_zeros(2_000), b"/Filter /FlateDecode")),
    "packed twice": lambda: _with_attachment(
        stream(zlib.compress(packed_zeros(9_000)), b"/Filter [/FlateDecode /FlateDecode]")
    ),
    "runs": lambda: _with_attachment(
        stream(b"\x81a" * 4_000_000 + b"\x80", b"/Filter /RunLengthDecode")
    ),
    "a tree of files": lambda: raw_pdf(
        {5: b"<< /Kids [%s] >>" % (b"5 0 R " * 90_000)},
        catalog=b"/Names << /EmbeddedFiles 5 0 R >>",
    ),
}
_MEASURE = """
import sys, time
from pathlib import Path
from coachkit.homework.read import read_returned
returned = read_returned([Path(name) for name in sys.argv[1:]])
print(*returned.problems, sep="\\n")
status = Path("/proc/self/status").read_text()
print(int(status.partition("VmHWM:")[2].split()[0]) // 1024, time.process_time())
"""


def _with_attachment(content: bytes) -> bytes:
    """Return a PDF with a file attached, named as ours."""
    return raw_pdf(
        {
            5: b"<< /Names [(coachkit.json) 6 0 R] >>",
            6: b"<< /Type /Filespec /F (coachkit.json) /EF << /F 7 0 R >> >>",
            7: content,
        },
        catalog=b"/Names << /EmbeddedFiles 5 0 R >>",
    )


def test_what_unpacks_to_too_much_is_told_everywhere() -> None:
    content = stream(packed_zeros(10), b"/Filter /FlateDecode")
    assert "veel meer dan" in refusal(_with_attachment(content))


@pytest.mark.skipif(sys.platform != "linux", reason="only there memory is limited")
@pytest.mark.parametrize("case", BOMBS)
def test_bombs_take_little(tmp_path: Path, case: str) -> None:
    path = tmp_path / "bom.pdf"
    path.write_bytes(BOMBS[case]())
    problem = _measured(path)
    assert is_plain(problem)


@pytest.mark.skipif(sys.platform != "linux", reason="only there memory is limited")
def test_a_file_without_end_takes_little(tmp_path: Path) -> None:
    path = tmp_path / "groot.pdf"
    with path.open("wb") as file:
        file.write(b"%PDF-1.7\n")
        file.truncate(500_000_000)
    assert "veel te groot" in _measured(path)


def _measured(path: Path) -> str:
    """Read a file in a process of its own; return the problem when it took little."""
    words = [sys.executable, "-c", _MEASURE, str(path)]
    done = subprocess.run(words, capture_output=True, text=True, timeout=120, check=True)
    problem, figures = done.stdout.splitlines()
    megabytes, seconds = map(float, figures.split())
    assert megabytes < _MEGABYTES
    assert seconds < _SECONDS
    return problem.removeprefix(f"{path}: ")
