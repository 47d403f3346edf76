"""The documents tell what the program does: commands, keys, examples and links."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer
from pydantic import BaseModel, TypeAdapter

import coachkit
from coachkit.answers import KINDS, AnyAnswer
from coachkit.bank.load import bank_files, load_files, yaml_files
from coachkit.cli.app import app
from coachkit.export.exporters import reused_exporter
from coachkit.invitation.facts import Facts, FreePlaces, read_facts
from coachkit.lint.files import lint_paths
from coachkit.model import Brief, Question, QuestionSet, Recipe, Reminder, Section, TextRecipe
from coachkit.model.text_recipe import Paragraph, Sentence
from coachkit.practice import Practice, Settings, load_brief, load_practice
from coachkit.resources import data_folder
from coachkit.vocabulary import Audience, Phase, RecipeKind, Situation, World
from coachkit.yamlfile import parse_yaml

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])
DUTCH = {
    page: (DOCS / f"{page}.md")
    for page in (
        *("werkblad-maken", "huiswerk", "praktijk", "vraagbank"),
        *("u-vorm", "vragen-delen", "uitnodiging", "coachkit-starten"),
    )
}
ANSWERS = DOCS / "antwoordsoorten.md"
READ_BACK = "Wat er terugkomt"

FENCE = re.compile(r"^```(?P<language>\w*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?P<target>[^)\s]+)\)|\bsrc=\"(?P<picture>[^\"]+)\"")


def blocks(page: Path, language: str) -> list[str]:
    found = FENCE.finditer(page.read_text(encoding="utf-8"))
    return [match["body"] for match in found if match["language"] == language]


def examples() -> Iterator[object]:
    """Every YAML block of the documents, by its page and number."""
    for page in PAGES:
        for number, body in enumerate(blocks(page, "yaml"), 1):
            yield pytest.param(body, id=f"{page.stem}-{number}")


def documented_commands() -> dict[str, set[str]]:
    """Return the options of each command in the table of docs/README.md."""
    rows = re.findall(
        r"^\| `(coachkit[\w ]*)` \|[^|]*\|([^|]*)\|$",
        (DOCS / "README.md").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
    return {name: set(re.findall(r"`(--[\w-]+)`", options)) for name, options in rows}


def real_commands() -> dict[str, set[str]]:
    """Return the options of each command that does something."""

    def walk(command: object, name: str) -> Iterator[tuple[str, set[str]]]:
        options = {
            option
            for parameter in command.params  # type: ignore[attr-defined]
            if parameter.param_type_name == "option"
            for option in parameter.opts
        }
        commands = getattr(command, "commands", {})
        if options or not commands:
            yield name, options - {"--help"}
        for part, below in commands.items():
            yield from walk(below, f"{name} {part}")

    return dict(walk(typer.main.get_command(app), "coachkit"))


def keys_of(model: type[BaseModel]) -> set[str]:
    return {info.alias or name for name, info in model.model_fields.items()} - {"soort"}


def told(page: Path) -> set[str]:
    """Return all words that a page sets as code."""
    return set(re.findall(r"`([^`\n]+)`", page.read_text(encoding="utf-8")))


def section(page: Path, heading: str) -> str:
    return page.read_text(encoding="utf-8").partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


def test_the_table_of_commands_is_that_of_the_program() -> None:
    assert documented_commands() == real_commands()


def test_every_option_is_explained_to_coaches_or_trainers() -> None:
    text = "\n".join(page.read_text(encoding="utf-8") for page in DUTCH.values())
    for name, options in real_commands().items():
        for option in options - {"--version"}:
            assert re.search(rf"{option}\b", text), f"{name} {option}"


@pytest.mark.parametrize(
    ("page", "models"),
    [
        ("werkblad-maken", [Brief]),
        ("praktijk", [Settings]),
        ("uitnodiging", [Facts, FreePlaces, TextRecipe, Paragraph, Sentence]),
        ("vraagbank", [QuestionSet, Question, Recipe, Section, Reminder]),
    ],
    ids=["brief", "practice", "invitation", "bank"],
)
def test_every_key_is_told(page: str, models: list[type[BaseModel]]) -> None:
    assert set().union(*(keys_of(model) for model in models)) <= told(DUTCH[page])


def test_every_word_to_choose_from_is_told() -> None:
    assert {*Situation, *Phase, *World} <= told(DUTCH["werkblad-maken"])
    assert {*Phase, *World, *RecipeKind} <= told(DUTCH["vraagbank"])


def test_every_answer_kind_has_its_section() -> None:
    headings = re.findall(r"^## (.+)$", ANSWERS.read_text(encoding="utf-8"), re.MULTILINE)
    assert headings == [*KINDS, READ_BACK]


def test_what_each_kind_gives_back_is_told() -> None:
    assert set(KINDS) <= set(re.findall(r"`([\w-]+)`", section(ANSWERS, READ_BACK)))


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_of_an_answer_kind_is_told_with_an_example(kind: str) -> None:
    text = section(ANSWERS, kind)
    assert keys_of(KINDS[kind]) <= set(re.findall(r"`(\w+)`", text))
    assert f"soort: {kind}" in text


@pytest.mark.parametrize("example", list(examples()))
def test_every_example_in_yaml_loads(example: str, tmp_path: Path) -> None:
    document = parse_yaml(example.encode(), "voorbeeld.yaml")
    assert not document.problems
    assert isinstance(document.data, dict)
    path = tmp_path / "voorbeeld.yaml"
    path.write_text(example, encoding="utf-8")
    if set(document.data) == {"antwoord"}:
        TypeAdapter(AnyAnswer).validate_python(document.data["antwoord"])
    elif "training" in document.data:
        assert read_facts(path)[0].training
    elif {"vragen", "onderdelen", "alineas"} & set(document.data):
        bank = load_files([*yaml_files(data_folder("vraagbank")), path])
        assert not bank.problems
    elif example.startswith("# praktijk.yaml\n"):
        (tmp_path / "logo.png").write_bytes((ROOT / "docs/beelden/werkblad.png").read_bytes())
        path.rename(tmp_path / "praktijk.yaml")
        assert load_practice(tmp_path).settings.name
    else:
        assert load_brief(path).name


def test_there_are_examples_of_everything() -> None:
    text = "\n".join(body for page in PAGES for body in blocks(page, "yaml"))
    for word in ("vragen:", "onderdelen:", "# praktijk.yaml", "aanspreekvorm:", "vervangt:"):
        assert word in text


def test_the_help_line_is_quoted_as_it_is() -> None:
    quoted = re.sub(r"\n> ", " ", DUTCH["praktijk"].read_text(encoding="utf-8"))
    assert Settings().help_line in quoted


def test_every_recipe_of_the_shipped_bank_is_told_to_coaches() -> None:
    assert set(coachkit.load_bank().recipes) <= told(DUTCH["werkblad-maken"])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_links_point_to_files_and_headings_that_exist(page: Path) -> None:
    for match in LINK.finditer(page.read_text(encoding="utf-8")):
        target = match["target"] or match["picture"]
        if target.startswith(("https://", "http://", "mailto:")):
            continue
        name, _, anchor = target.partition("#")
        path = (page.parent / name).resolve() if name else page
        assert path.is_relative_to(ROOT.resolve()), target
        assert path.is_file(), target
        if anchor:
            text = path.read_text(encoding="utf-8")
            headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
            assert anchor in [heading.lower().replace(" ", "-") for heading in headings], target


def test_every_page_of_the_documentation_is_in_its_index() -> None:
    index = (DOCS / "README.md").read_text(encoding="utf-8")
    for page in DOCS.glob("*.md"):
        assert page.name == "README.md" or f"({page.name})" in index


def test_pictures_are_small() -> None:
    pictures = list((DOCS / "beelden").glob("*.png"))
    assert pictures
    assert all(picture.stat().st_size < 200_000 for picture in pictures)


def test_the_newest_version_in_the_changelog_is_that_of_the_package() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    newest = re.search(r"^## \[(\d[^\]]*)\]", changelog, re.MULTILINE)
    assert newest is not None
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert newest[1] == project["version"]


def test_the_readme_has_the_two_commands() -> None:
    commands = [line for body in blocks(ROOT / "README.md", "bash") for line in body.splitlines()]
    assert "pip install -e . && coachkit demo" in commands
    assert 'pip install -e ".[test]" && pytest' in commands


def test_the_python_example_of_the_readme_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    [example] = blocks(ROOT / "README.md", "python")
    exec(compile(example, "README.md", "exec"), {})  # our own example
    assert sorted(path.suffix for path in (tmp_path / "uit").iterdir()) == [".html", ".pdf"]


def test_the_options_of_the_exporter_are_called_as_told() -> None:
    exporter = type(reused_exporter("werkblad", "invullen", large=False))
    text = DUTCH["werkblad-maken"].read_text(encoding="utf-8")
    named = set(re.findall(r"--(\w+)\.(\w+)=", text))
    assert named == {(exporter.__name__, "variant"), (exporter.__name__, "large")}
    assert {"variant", "large"} <= set(exporter.class_trait_names(config=True))


@pytest.mark.parametrize("page", ["praktijk", "vraagbank"])
def test_the_sets_and_recipes_of_the_guides_are_as_good_as_they_ask(
    page: str, tmp_path: Path
) -> None:
    files = []
    for number, body in enumerate(blocks(DUTCH[page], "yaml")):
        if "vragen:" in body or "onderdelen:" in body:
            files.append(tmp_path / f"{number}.yaml")
            files[-1].write_text(body, encoding="utf-8")
    problems = lint_paths(files, bank_files(Practice()))
    assert files
    assert [str(problem) for problem in problems if problem.level != "hint"] == []


def test_the_method_names_for_each_row_the_recipes_that_serve_it() -> None:
    text = (DOCS / "methode.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (S\d+) \| .* \| ([^|]*) \|$", text, re.MULTILINE)
    bank = coachkit.load_bank()
    served = {
        row: [r.id for r in (*bank.recipes.values(), *bank.texts.values()) if row in r.rows]
        for row in (f"S{number}" for number in range(1, 27))
    }
    assert {row: re.findall(r"`([\w-]+)`", ids) for row, ids in rows} == served
    sources = {question.source for question in bank.questions.values()}
    assert sources - {"coachkit"} == set(re.findall(r"^\| `(\d+)` \|", text, re.MULTILINE))


@pytest.mark.parametrize("page", ["README.md", "CHANGELOG.md"])
def test_the_size_of_the_bank_is_told_as_it_is(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    bank = coachkit.load_bank()
    counts = Counter(question.audience for question in bank.questions.values())
    assert f"{counts[Audience.CLIENT]} questions for clients" in " ".join(text.split())
    assert f"{counts[Audience.COACH]} for coaches" in " ".join(text.split())
    assert re.search(rf"\b{len(bank.recipes)} (recipes|sheets)", text)


def test_the_page_for_clients_is_the_same_with_u() -> None:
    informal, formal = (
        (DOCS / f"{name}.md").read_text(encoding="utf-8")
        for name in ("voor-clienten", "voor-clienten-u")
    )
    assert not re.search(r"\b(je|jij|jou|jouw)\b", formal, re.IGNORECASE)
    changed = {
        (old, new) for old, new in zip(informal.split(), formal.split(), strict=True) if old != new
    }
    verbs = {("vul", "vult"), ("stuur", "stuurt"), ("zie", "ziet"), ("krijg", "krijgt")}
    assert {(old.lower(), new.lower()) for old, new in changed} == {
        *(("je", "u"), ("je", "uw"), ("jij,", "u,")),
        *verbs,
    }
