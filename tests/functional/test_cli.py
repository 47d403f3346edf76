"""The commands: what they make, print and return."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

import coachkit
from coachkit import files
from coachkit.bank.schema import schema_files
from coachkit.cli import app as cli
from coachkit.cli.options import columns, working

Run = Callable[..., Any]
ANSI = "\x1b"
BRIEF = """\
naam: Sanne
doel: meer bewegen
situatie: doel-te-groot
fase: beslissing
datum: 2026-11-22
"""


@pytest.fixture
def brief_file(tmp_path: Path) -> Path:
    path = tmp_path / "sanne.yaml"
    path.write_text(BRIEF, encoding="utf-8")
    return path


def made(folder: Path) -> dict[str, bytes]:
    """The files in a folder, by their last part."""
    return {path.suffix: path.read_bytes() for path in folder.iterdir()}


# Help, version and wrong use


def commands(command: object = None, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Yield every command and every group, by the words that call it."""
    found = command or typer.main.get_command(cli.app)
    yield path
    for name, child in getattr(found, "commands", {}).items():
        yield from commands(child, (*path, name))


ALL = sorted(commands())


def test_all_commands_are_there() -> None:
    wanted = {"demo", "make", "lint", "bank", *(f"bank {n}" for n in ("list", "show", "stats"))}
    assert wanted | {"bank schema"} <= {" ".join(path) for path in ALL}


@pytest.mark.parametrize("path", ALL, ids=" ".join)
def test_every_command_has_help_with_an_example(path: tuple[str, ...]) -> None:
    result = CliRunner().invoke(cli.app, [*path, "--help"])
    assert result.exit_code == 0
    example = "Begin met: coachkit demo" if not path else f"Voorbeeld: coachkit {' '.join(path)}"
    assert example in result.stdout
    assert ANSI not in result.stdout


@pytest.mark.parametrize("path", ALL, ids=" ".join)
def test_every_option_has_a_line_of_help(path: tuple[str, ...]) -> None:
    found: object = typer.main.get_command(cli.app)
    for name in path:
        found = found.commands[name]
    silent = [p.name for p in found.params if not getattr(p, "help", None)]
    assert silent == []


def test_the_version_is_told(run: Run) -> None:
    ran = run("--version")
    assert (ran.code, ran.out, ran.err) == (0, f"coachkit {coachkit.__version__}\n", "")


@pytest.mark.parametrize(
    "words",
    [
        ["onzin"],
        ["make"],
        ["make", "x.yaml", "--variant", "potlood"],
        ["make", "x.yaml", "--seed", "veel"],
        ["make", "x.yaml", "--date", "22-11-2026"],
        ["demo", "--onzin"],
        ["bank", "show"],
        ["bank", "list", "--category", "lust"],
        ["lint", "--format", "xml"],
        ["lint", "weg.yaml"],
    ],
    ids=" ".join,
)
def test_wrong_use_is_exit_2_and_says_what_to_do(run: Run, words: list[str]) -> None:
    ran = run(*words)
    assert ran.code == 2
    assert ran.out == ""
    assert words[-1] in ran.err or "--help" in ran.err


# demo and make


def test_the_demo_makes_one_notebook_one_pdf_and_one_web_page(run: Run, tmp_path: Path) -> None:
    ran = run("demo", "--out", tmp_path / "uit", "--date", "2026-11-22")
    assert ran.code == 0
    found = made(tmp_path / "uit")
    assert sorted(found) == [".html", ".ipynb", ".pdf"]
    assert found[".pdf"].startswith(b"%PDF-")
    assert found[".html"].startswith(b"<!DOCTYPE html>")
    assert json.loads(found[".ipynb"])["nbformat"] == 4
    told = ran.out.splitlines()
    assert [Path(line).suffix for line in told] == [".ipynb", ".pdf", ".html"]
    assert all(Path(line).is_file() for line in told)
    assert "werkvorm" in ran.err


def test_without_out_the_demo_stands_in_a_folder_of_its_own(run: Run, tmp_path: Path) -> None:
    assert run("demo").code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["coachkit-demo"]


def test_a_brief_becomes_a_worksheet(
    run: Run, small_shipped: None, brief_file: Path, tmp_path: Path
) -> None:
    ran = run("make", brief_file, "--out", tmp_path / "uit")
    assert ran.code == 0
    assert sorted(made(tmp_path / "uit")) == [".html", ".ipynb", ".pdf"]
    assert "Kort voor Sanne (je-vorm" in ran.err
    assert re.search(r"^ +1\. p-\w+: \w", ran.err, flags=re.MULTILINE)


def test_the_recipe_and_the_seed_are_taken_as_given(
    run: Run, small_shipped: None, brief_file: Path
) -> None:
    ran = run("make", brief_file, "--recipe", "alles", "--seed", "7", "--format", "ipynb")
    assert "werkvorm alles, seed 7" in ran.err
    notebook = json.loads(Path(ran.out.strip()).read_text(encoding="utf-8"))
    assert notebook["metadata"]["coachkit"]["sheet"]["origin"]["seed"] == 7


def test_the_same_wishes_give_the_same_bytes(
    run: Run, small_shipped: None, brief_file: Path, tmp_path: Path
) -> None:
    for name in ("een", "twee"):
        assert run("make", brief_file, "--seed", "7", "--out", tmp_path / name).code == 0
    assert made(tmp_path / "een") == made(tmp_path / "twee")


def test_the_options_change_the_sheet(
    run: Run, small_shipped: None, brief_file: Path, tmp_path: Path
) -> None:
    changes = [[], ["--variant", "schrijven"], ["--large"], ["--date", "2026-12-01"]]
    pdfs = set()
    for number, words in enumerate(changes):
        out = tmp_path / str(number)
        ran = run("make", brief_file, "--seed", 1, "--format", "pdf", "--out", out, *words)
        assert ran.code == 0
        pdfs.add(made(out)[".pdf"])
    assert len(pdfs) == len(changes)


def test_only_the_formats_that_are_asked_are_made(
    run: Run, small_shipped: None, brief_file: Path, tmp_path: Path
) -> None:
    ran = run("make", brief_file, "--format", " html, ipynb,html", "--out", tmp_path / "uit")
    assert [Path(line).suffix for line in ran.out.splitlines()] == [".html", ".ipynb"]


def test_a_practice_gets_its_worksheets_in_its_own_folder(
    run: Run, small_shipped: None, brief_file: Path, tmp_path: Path
) -> None:
    own = tmp_path / "praktijk"
    own.mkdir()
    (own / "praktijk.yaml").write_text("naam: Praktijk De Linde\naanspreekvorm: u\n")
    ran = run("make", brief_file, "--practice", own, "--format", "html")
    assert ran.code == 0
    assert "(u-vorm" in ran.err
    [path] = (own / "werkbladen").iterdir()
    assert "Praktijk De Linde" in path.read_text(encoding="utf-8")


def test_letters_that_no_font_has_are_told_to_the_coach(
    run: Run, small_shipped: None, brief_file: Path, tmp_path: Path
) -> None:
    brief_file.write_text(BRIEF.replace("Sanne", "Sanne 🙂"), encoding="utf-8")
    ran = run("make", brief_file, "--format", "pdf", "--out", tmp_path / "uit")
    assert ran.code == 0
    assert re.search(r"^Let op: .*U\+1F642", ran.err, flags=re.MULTILINE)


# bank


def test_questions_are_listed_one_on_a_line_with_tabs(run: Run, small_shipped: None) -> None:
    ran = run("bank", "list", "--category", "pijn")
    assert ran.code == 0
    rows = [line.split("\t") for line in ran.out.splitlines()]
    assert [row[0] for row in rows] == ["p-open", "p-schaal", "p-levenswiel", "p-werk"]
    assert rows[0] == ["p-open", "pijn", "open", "2 min", "Wat zit je dwars, {{ naam }}?"]
    assert ran.err == "4 gevonden.\n"


def test_filters_narrow_the_list(run: Run, small_shipped: None) -> None:
    everything = run("bank", "list").out.splitlines()
    some = run("bank", "list", "--phase", "terugval", "--situation", "geen-overzicht").out
    assert set(some.splitlines()) < set(everything)
    assert "g-balans" not in some


def test_recipes_are_listed(run: Run, small_shipped: None) -> None:
    rows = [line.split("\t") for line in run("bank", "list", "--recipes").out.splitlines()]
    assert ["kort", "werkblad", "10 min", "Kort"] in rows


@pytest.mark.parametrize(
    "words", [["bank", "list"], ["bank", "list", "--recipes"], ["bank", "stats"]], ids=" ".join
)
def test_with_json_nothing_else_is_printed(run: Run, small_shipped: None, words: list[str]) -> None:
    ran = run(*words, "--json")
    assert ran.code == 0
    assert json.loads(ran.out)
    assert ran.err == ""


@pytest.mark.parametrize(("id_", "key"), [("p-open", "vraag"), ("kort", "onderdelen")])
def test_an_item_is_shown_as_json(run: Run, small_shipped: None, id_: str, key: str) -> None:
    ran = run("bank", "show", id_, "--json")
    assert json.loads(ran.out)["id"] == id_
    assert key in json.loads(ran.out)
    assert ran.err == ""


def test_a_question_and_a_recipe_are_shown(run: Run, small_shipped: None) -> None:
    assert run("bank", "show", "p-open").out.splitlines()[0] == "p-open"
    assert "  onderdelen:" in run("bank", "show", "kort").out


def test_an_id_that_is_not_there_is_exit_1_with_what_was_meant(
    run: Run, small_shipped: None
) -> None:
    ran = run("bank", "show", "p-opn")
    assert (ran.code, ran.out) == (1, "")
    assert "bedoel je p-open" in ran.err


def test_a_recipe_is_shown_by_its_old_id(run: Run, small_shipped: None, tmp_path: Path) -> None:
    own = tmp_path / "vraagbank"
    own.mkdir()
    (own / "eigen.yaml").write_text(
        "id: eigen\ntitel: Eigen\nminuten: 5\nvervangt: kort\nonderdelen: [{categorie: verlangen}]\n"
    )
    assert run("bank", "show", "kort", "--practice", tmp_path).out.splitlines()[0] == "eigen"


@pytest.mark.parametrize(
    ("id_", "answer"),
    [("p-open", "Deze vraag past."), ("p-werk", "Deze vraag past niet bij sanne.yaml: ")],
)
def test_it_is_told_whether_a_question_fits_a_brief(
    run: Run, small_shipped: None, brief_file: Path, id_: str, answer: str
) -> None:
    ran = run("bank", "show", id_, "--brief", brief_file)
    assert ran.code == 0
    assert ran.out.splitlines()[-1].startswith(answer)


def test_figures_are_rows_of_three(run: Run, small_shipped: None) -> None:
    rows = [line.split("\t") for line in run("bank", "stats").out.splitlines()]
    assert ["totaal", "werkvormen", "2"] in rows
    assert all(len(row) == 3 for row in rows)


def test_the_schemas_are_written(run: Run, tmp_path: Path) -> None:
    ran = run("bank", "schema", "--out", tmp_path / "uit")
    assert {p.name: p.read_bytes() for p in (tmp_path / "uit").iterdir()} == schema_files()
    assert len(ran.out.splitlines()) == len(schema_files())


def test_without_out_the_schemas_go_into_the_bank(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coachkit.cli.bank.data_folder", lambda name: tmp_path / name)
    assert run("bank", "schema").code == 0
    assert (tmp_path / "vraagbank" / "schema" / "werkvorm.schema.json").is_file()


def test_a_text_of_more_lines_is_one_line_in_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    columns([("een", "twee\nregels\ten een tab")], ("id", "tekst"))
    assert capsys.readouterr().out == "een\ttwee regels en een tab\n"


# lint


def test_a_good_bank_is_exit_0(run: Run, small_shipped: None) -> None:
    ran = run("lint")
    assert (ran.code, ran.out, ran.err) == (0, "", "Alles in orde.\n")


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    path = tmp_path / "kapot, en: zo.yaml"
    path.write_text("naam: S\nvragen:\n  - {id: A, vraag: 'x', vraag_u: 'x', categorie: 50%}\n")
    return path


def test_problems_are_exit_1_with_place_message_cure_and_rule(
    run: Run, small_shipped: None, broken: Path
) -> None:
    ran = run("lint", broken)
    assert ran.code == 1
    lines = ran.out.splitlines()
    assert len(lines) == 2
    assert lines[0].startswith(f"{broken}:3:10: 'id' heeft een vorm die niet kan ('A'); gebruik")
    assert lines[0].endswith("[structuur]")
    assert ran.err == "2 problemen.\n"


def test_one_problem_is_counted_in_the_singular(
    run: Run, small_shipped: None, tmp_path: Path
) -> None:
    (tmp_path / "a.yaml").write_text("a: [\n")
    assert run("lint", "a.yaml").err == "1 probleem.\n"


def test_problems_come_as_json(run: Run, small_shipped: None, broken: Path) -> None:
    ran = run("lint", broken, "--format", "json")
    first = json.loads(ran.out)[0]
    assert (first["line"], first["column"], first["level"]) == (3, 10, "error")
    assert (ran.code, ran.err) == (1, "")


def test_problems_come_as_notes_for_github(run: Run, small_shipped: None, broken: Path) -> None:
    ran = run("lint", broken, "--format", "github")
    first, second = ran.out.splitlines()
    name = str(broken).replace(":", "%3A").replace(",", "%2C")
    assert first.startswith(f"::error file={name},line=3,col=10,title=structuur::'id' heeft")
    assert "'50%25'" in second


@pytest.mark.parametrize(
    ("level", "strict", "code", "kind"),
    [
        ("error", False, 1, "::error "),
        ("warning", False, 0, "::warning "),
        ("warning", True, 1, "::warning "),
        ("hint", True, 0, "::notice "),
    ],
)
def test_what_counts_as_a_problem_depends_on_its_level(
    run: Run,
    small_shipped: None,
    monkeypatch: pytest.MonkeyPatch,
    level: str,
    strict: bool,
    code: int,
    kind: str,
) -> None:
    problem = coachkit.Problem("let\nop", level=level, path="a.yaml")
    monkeypatch.setattr("coachkit.cli.lint.lint_paths", lambda paths, base: [problem])
    ran = run("lint", "--format", "github", *(["--strict"] if strict else []))
    assert ran.code == code
    assert ran.out.startswith(kind)
    assert ran.out.endswith("::let%0Aop\n")


def test_the_practices_own_bank_is_checked_too(
    run: Run, small_shipped: None, tmp_path: Path
) -> None:
    (tmp_path / "vraagbank").mkdir()
    (tmp_path / "vraagbank" / "eigen.yaml").write_text("a: [\n")
    assert run("lint", "--practice", tmp_path).code == 1
    assert run("lint").code == 0


# On a terminal


def test_on_a_terminal_rows_become_a_table(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    columns([("een", "[bold]twee[/bold]")], ("id", "tekst"))
    told = capsys.readouterr().out
    assert "id" in told
    assert "[bold]twee[/bold]" in told


def test_progress_is_shown_on_a_terminal_only(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with working("Even geduld"):
        pass
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with working("Even geduld"):
        pass
    assert "Even geduld" in capsys.readouterr().err


# Interrupted


def test_ctrl_c_is_told_in_dutch_and_is_exit_130(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(files.os, "fsync", _raise(KeyboardInterrupt()))
    ran = run("bank", "schema", "--out", tmp_path / "uit")
    assert (ran.code, ran.out, ran.err) == (130, "", "Gestopt.\n")
    assert list((tmp_path / "uit").iterdir()) == []


def _raise(error: BaseException) -> Callable[..., None]:
    def call(*args: object) -> None:
        raise error

    return call


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_command_that_is_stopped_half_way_leaves_no_file(tmp_path: Path, number: int) -> None:
    code = (
        "import os, sys, time\n"
        "os.fsync = lambda handle: (print('bezig', flush=True), time.sleep(60))\n"
        f"sys.argv = ['coachkit', 'bank', 'schema', '--out', {str(tmp_path)!r}]\n"
        "from coachkit.cli import main\n"
        "main()\n"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"bezig\n"
        assert len(list(tmp_path.iterdir())) == 1
        process.send_signal(number)
        assert process.wait(30) == 128 + number
    assert list(tmp_path.iterdir()) == []


# As a process of its own


def coachkit_process(*words: object, **more: object) -> subprocess.CompletedProcess[str]:
    command = Path(sys.executable).with_name("coachkit")
    environment = {**os.environ, "COLUMNS": "40", "FORCE_COLOR": "1"}
    environment.pop("COACHKIT_PRACTICE", None)
    return subprocess.run(
        [command, *map(str, words)],
        capture_output=True,
        text=True,
        env=environment,
        timeout=120,
        check=False,
        encoding="utf-8",
        **more,
    )


def test_the_demo_runs_as_a_process(tmp_path: Path) -> None:
    ran = coachkit_process("demo", "--out", "uit", cwd=tmp_path)
    assert ran.returncode == 0, ran.stderr
    assert sorted(made(tmp_path / "uit")) == [".html", ".ipynb", ".pdf"]
    assert len(ran.stdout.splitlines()) == 3


def test_output_to_a_pipe_is_never_wrapped_or_coloured(tmp_path: Path) -> None:
    ran = coachkit_process("bank", "list", cwd=tmp_path)
    assert ran.returncode == 0
    lines = ran.stdout.splitlines()
    assert all(line.count("\t") == 4 for line in lines)
    assert max(map(len, lines)) > 80
    assert ANSI not in ran.stdout + ran.stderr


def test_a_pipe_that_closes_early_gives_no_traceback(tmp_path: Path) -> None:
    command = Path(sys.executable).with_name("coachkit")
    with subprocess.Popen(
        [command, "bank", "list", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        told = process.stderr.read()
    assert b"Traceback" not in told


def test_a_narrow_encoding_of_the_terminal_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text("naam: Zoë\nfase: é\n", encoding="utf-8")
    command = Path(sys.executable).with_name("coachkit")
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    ran = subprocess.run(
        [command, "make", "x.yaml"],
        capture_output=True,
        env=environment,
        cwd=tmp_path,
        check=False,
    )
    assert ran.returncode == 1
    assert b"'fase' kan geen '?' zijn" in ran.stderr
    assert b"Traceback" not in ran.stderr


def test_importing_coachkit_stays_light(tmp_path: Path) -> None:
    heavy = "{'nbconvert', 'nbformat', 'typst', 'rich.table', 'mistune'} & set(sys.modules)"
    code = f"import sys, coachkit; print(sorted({heavy}))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"
