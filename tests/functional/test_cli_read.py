"""The command read, and the way from one sheet to the next: make, fill in, read, make --after."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from coachkit.model import Block, Worksheet
from coachkit.session import save_worksheet
from support.pdfium import type_into

Run = Callable[..., Any]

STEP = "trek ik mijn schoenen aan"
ANSWERS = {"v1": "Rust.\nEn ruimte", "v3_3": "=1+1", "v5_als": "ik thuiskom", "v5_dan": STEP}
BRIEF = "naam: Sanne\ndoel: meer bewegen\nfase: actie\ndatum: 2026-11-22\n"


@pytest.fixture
def brief_file(tmp_path: Path) -> Path:
    path = tmp_path / "sanne.yaml"
    path.write_text(BRIEF, encoding="utf-8")
    return path


@pytest.fixture
def homework(run: Run, brief_file: Path, tmp_path: Path) -> Path:
    """A PDF that a client filled in."""
    words = ("--recipe", "eerste-stap", "--seed", 7, "--format", "pdf", "--out", tmp_path / "uit")
    made = Path(run("make", brief_file, *words).out.strip())
    filled = tmp_path / "ingevuld.pdf"
    type_into(made, filled, ANSWERS)
    return filled


def test_answers_are_told_to_the_coach(run: Run, homework: Path) -> None:
    ran = run("read", homework)
    assert ran.code == 0
    lines = ran.out.splitlines()
    assert lines[0] == "Mijn eerste stap · Sanne · 22 november 2026"
    assert lines[2:4] == ["     Rust.", "     En ruimte"]
    assert f"     dan (wat doe ik meteen?): {STEP}" in lines
    assert "     (niet ingevuld)" in lines


def test_as_json_there_is_nothing_else(run: Run, homework: Path) -> None:
    ran = run("read", homework, "--json")
    (found,) = json.loads(ran.out)
    assert ran.err == ""
    assert (found["name"], found["day"], found["title"]) == (
        "Sanne",
        "2026-11-22",
        "Mijn eerste stap",
    )
    values = {question["kind"]: question["value"] for question in found["questions"]}
    assert values["ladder"] == [{"id": "3", "label": "Vandaag", "value": "=1+1"}]
    assert [part["value"] for part in values["als-dan"]] == ["ik thuiskom", STEP]
    assert found["questions"][0]["value"] == "Rust.\nEn ruimte"


def test_as_csv_a_text_calculates_nothing(run: Run, homework: Path) -> None:
    ran = run("read", homework, "--csv")
    assert ran.out.startswith("\ufeff")
    head, *rows = csv.reader(io.StringIO(ran.out[1:], newline=""), delimiter=";")
    assert head == [
        "bestand",
        "werkblad",
        "naam",
        "kenmerk",
        "datum",
        "vraag",
        "onderdeel",
        "antwoord",
        "let op",
    ]
    assert [row[6:8] for row in rows if row[6] == "Vandaag"] == [["Vandaag", "'=1+1"]]
    assert ["", "Rust.\nEn ruimte"] in [row[6:8] for row in rows]
    assert {row[4] for row in rows} == {"2026-11-22"}


def test_as_a_table_each_part_is_a_line(run: Run, homework: Path) -> None:
    rows = [line.split("\t") for line in run("read", homework, "--table").out.splitlines()]
    assert {len(row) for row in rows} == {9}
    assert ["dan (wat doe ik meteen?)", STEP] in [row[6:8] for row in rows]


def test_one_way_at_a_time(run: Run, homework: Path) -> None:
    ran = run("read", homework, "--json", "--csv")
    assert (ran.code, ran.out) == (1, "")
    assert "kies één van" in ran.err


def test_a_client_cannot_command_the_terminal(run: Run, homework: Path, tmp_path: Path) -> None:
    with pikepdf.open(homework) as pdf:
        pdf.Root.AcroForm.Fields[0].V = pikepdf.String("\x1b[2Jweg\x07")
        pdf.save(tmp_path / "b.pdf")
    for options in ((), ("--table",), ("--csv",)):
        out = run("read", tmp_path / "b.pdf", *options).out
        assert "■[2Jweg■" in out
        assert "\x1b" not in out
    (found,) = json.loads(run("read", tmp_path / "b.pdf", "--json").out)
    assert found["questions"][0]["value"] == "\x1b[2Jweg\x07"


def test_one_bad_file_does_not_stop_the_others(run: Run, homework: Path, tmp_path: Path) -> None:
    bad, absent = tmp_path / "raar.pdf", tmp_path / "weg.pdf"
    bad.write_bytes(b"%PDF-1.7 kapot")
    ran = run("read", bad, homework, absent)
    assert ran.code == 1
    assert "Mijn eerste stap · Sanne" in ran.out
    problems = ran.err.splitlines()
    assert [line.partition(": ")[0] for line in problems] == [str(bad), str(absent)]


def test_a_report_that_fails_hides_no_problem(run: Run, homework: Path, tmp_path: Path) -> None:
    bad, report = tmp_path / "raar.pdf", tmp_path / "bestaat.pdf"
    bad.write_bytes(b"%PDF-1.7 kapot")
    report.write_bytes(b"iets anders")
    told = run("read", homework, bad, "--report", report).err
    assert str(bad) in told
    assert "bestaat al" in told


def test_an_open_pdf_needs_no_password(
    run: Run, homework: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COACHKIT_PASSWORD", "lindebloesem")
    ran = run("read", homework, "--password")
    assert (ran.code, ran.err) == (0, "")


def test_nothing_of_a_file_calculates_or_makes_a_line(
    run: Run, sheet_with: Callable[..., Worksheet], question: Callable[..., Block], tmp_path: Path
) -> None:
    asked = question("a", "Wat?")
    sheet = sheet_with(asked, name="=1+1\nLet op: bel mij", mark="-2", title="+3")
    save_worksheet(sheet, tmp_path, ("pdf",))
    (path,) = tmp_path.glob("*.pdf")
    text = run("read", path).out.splitlines()
    assert len(text) == 4
    rows = list(csv.reader(io.StringIO(run("read", path, "--csv").out[1:]), delimiter=";"))
    assert rows[1][2].startswith("'=1+1")
    assert rows[1][3] == "'-2"


def test_the_same_homework_twice_counts_once(run: Run, homework: Path, tmp_path: Path) -> None:
    twin = tmp_path / "nog-eens.pdf"
    twin.write_bytes(homework.read_bytes())
    ran = run("read", homework, twin, "--json")
    assert len(json.loads(ran.out)) == 1
    assert ran.code == 0
    assert f"{twin}: dit is hetzelfde als {homework}" in ran.err


def test_a_report_is_a_pdf_with_all_answers(run: Run, homework: Path, tmp_path: Path) -> None:
    report = tmp_path / "verslag.pdf"
    ran = run("read", homework, "--report", report)
    assert (ran.code, ran.out.strip()) == (0, str(report))
    document = pypdfium2.PdfDocument(report)
    text = " ".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    for words in ("Antwoorden van Sanne", "Rust.", "En ruimte", STEP, "=1+1", "Niet ingevuld."):
        assert words in text
    report.write_bytes(b"van mij")
    assert run("read", homework, "--report", report).code == 1
    assert report.read_bytes() == b"van mij"
    assert run("read", homework, "--report", report, "--force").code == 0


def test_a_report_never_takes_the_place_of_homework(run: Run, homework: Path) -> None:
    before = homework.read_bytes()
    ran = run("read", homework, "--report", homework, "--force")
    assert ran.code == 1
    assert "is het huiswerk zelf" in ran.err
    assert homework.read_bytes() == before


def test_a_report_is_called_pdf(run: Run, homework: Path, tmp_path: Path) -> None:
    ran = run("read", homework, "--report", tmp_path / "verslag.docx")
    assert (ran.code, (tmp_path / "verslag.docx").exists()) == (1, False)
    assert "verslag.pdf" in ran.err


def test_a_pattern_that_no_shell_expanded_is_expanded(
    run: Run, homework: Path, tmp_path: Path
) -> None:
    (found,) = json.loads(run("read", tmp_path / "*.pdf", "--json").out)
    assert found["file"] == str(homework)
    assert run("read", tmp_path / "*.doc").code == 1


def test_a_report_beside_json_leaves_json_alone(run: Run, homework: Path, tmp_path: Path) -> None:
    ran = run("read", homework, "--json", "--report", tmp_path / "verslag.pdf")
    assert json.loads(ran.out)
    assert str(tmp_path / "verslag.pdf") in ran.err


def test_the_next_sheet_opens_with_the_step(
    run: Run, brief_file: Path, homework: Path, tmp_path: Path
) -> None:
    words = ("--recipe", "terugblik", "--format", "ipynb", "--out", tmp_path / "verder")
    ran = run("make", brief_file, *words, "--after", homework)
    assert ran.code == 0, ran.err
    assert f'Let op: de vorige stap, uit het huiswerk: "{STEP}".' in ran.err
    cells = json.loads(Path(ran.out.strip()).read_text(encoding="utf-8"))["cells"]
    assert STEP in "".join(cells[1]["source"])
    asked = {cell["metadata"]["coachkit"].get("question", {}).get("id") for cell in cells if
             cell["metadata"]["coachkit"].get("question")}  # fmt: skip
    before = {q["id"] for q in json.loads(run("read", homework, "--json").out)[0]["questions"]}
    assert not asked & before


def test_without_homework_that_recipe_says_what_is_missing(run: Run, brief_file: Path) -> None:
    ran = run("make", brief_file, "--recipe", "terugblik")
    assert ran.code == 1
    assert "vorige_stap" in ran.err


def test_homework_of_another_client_is_refused(
    run: Run, brief_file: Path, homework: Path, tmp_path: Path
) -> None:
    brief_file.write_text(BRIEF.replace("Sanne", "Bram"), encoding="utf-8")
    ran = run("make", brief_file, "--after", homework, "--out", tmp_path / "verder")
    assert ran.code == 1
    assert "van Sanne, en de briefing is voor Bram" in ran.err
    assert not (tmp_path / "verder").exists()


@pytest.fixture
def secret(monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("COACHKIT_PASSWORD", "paarse olifant")
    return "paarse olifant"


def test_a_password_comes_from_the_environment(
    run: Run, brief_file: Path, tmp_path: Path, secret: str
) -> None:
    ran = run(
        "make", brief_file, "--recipe", "eerste-stap", "--password", "--out", tmp_path / "uit"
    )
    assert ran.code == 0, ran.err
    assert [Path(line).suffix for line in ran.out.splitlines()] == [
        ".ipynb",
        ".pdf",
        ".ics",
        ".eml",
    ]
    assert secret not in ran.out + ran.err
    (pdf,) = (tmp_path / "uit").glob("*.pdf")
    refused = run("read", pdf)
    assert refused.code == 1
    assert "--password" in refused.err
    assert run("read", pdf, "--password").code == 0


def test_a_wrong_password_is_told(
    run: Run, brief_file: Path, tmp_path: Path, secret: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("make", brief_file, "--password", "--format", "pdf", "--out", tmp_path / "uit")
    (pdf,) = (tmp_path / "uit").glob("*.pdf")
    monkeypatch.setenv("COACHKIT_PASSWORD", "groene olifant")
    ran = run("read", pdf, "--password")
    assert ran.code == 1
    assert "het wachtwoord past niet" in ran.err
    assert "olifant" not in ran.err


def test_with_a_password_a_web_page_is_refused(
    run: Run, brief_file: Path, tmp_path: Path, secret: str
) -> None:
    ran = run("make", brief_file, "--password", "--format", "pdf,html", "--out", tmp_path / "uit")
    assert ran.code == 1
    assert "iedereen lezen" in ran.err
    assert not (tmp_path / "uit").exists()


def test_where_nobody_can_type_the_environment_is_named(
    run: Run, brief_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COACHKIT_PASSWORD", raising=False)
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    ran = run("make", brief_file, "--password")
    assert ran.code == 1
    assert "COACHKIT_PASSWORD" in ran.err


@pytest.mark.parametrize(
    ("typed", "code", "told"),
    [
        (["paarse olifant", "paarse olifant"], 0, ""),
        (["paarse olifant", "groene olifant"], 1, "niet gelijk"),
        (["kort", "kort"], 1, "minstens 8 tekens"),
    ],
)
def test_a_password_is_asked_for_twice_and_not_shown(
    run: Run,
    brief_file: Path,
    monkeypatch: pytest.MonkeyPatch,
    typed: list[str],
    code: int,
    told: str,
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    shown: list[bool] = []

    def prompt(text: str, *, hide_input: bool, err: bool) -> str:
        shown.append(hide_input)
        return typed[len(shown) - 1]

    monkeypatch.delenv("COACHKIT_PASSWORD", raising=False)
    monkeypatch.setattr("sys.stdin", Terminal())
    monkeypatch.setattr("typer.prompt", prompt)
    ran = run("make", brief_file, "--password", "--format", "pdf", "--out", "uit")
    assert (ran.code, shown) == (code, [True, True])
    assert told in ran.err
    assert "olifant" not in ran.out + ran.err
