"""``coachkit bank``: look into the question bank."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from coachkit.bank.bank import Bank
from coachkit.bank.describe import (
    Wanted,
    describe_question,
    describe_recipe,
    describe_text_recipe,
    find_questions,
    find_recipes,
    find_text_recipes,
)
from coachkit.bank.load import load_bank
from coachkit.bank.schema import schema_files, schema_folder
from coachkit.bank.stats import bank_stats, rows_without_recipe
from coachkit.cli import formal, trainer
from coachkit.cli.options import PracticeOption, columns, print_json, tell
from coachkit.errors import SelectionError
from coachkit.files import write_files
from coachkit.model import Question, Recipe, TextRecipe, expand
from coachkit.practice import find_practice, load_brief
from coachkit.vocabulary import Category, Phase, Situation
from coachkit.worksheet.candidates import wishes_of
from coachkit.worksheet.selection import why_not

app = typer.Typer(
    help="Kijk in de vraagbank.\n\nVoorbeeld: coachkit bank list --category pijn",
    no_args_is_help=True,
    rich_markup_mode=None,
)

app.command("new")(trainer.new)
app.command("export")(trainer.export)
app.command("import")(trainer.import_)
app.command("coverage")(trainer.coverage)
app.command("formal")(formal.formal)

JsonOption = Annotated[bool, typer.Option("--json", help="Als JSON, en niets anders.")]


@app.command("list")
def list_items(
    recipes: Annotated[bool, typer.Option("--recipes", help="Werkvormen, geen vragen.")] = False,
    category: Annotated[Category | None, typer.Option("--category", help="Categorie.")] = None,
    phase: Annotated[Phase | None, typer.Option("--phase", help="Past bij deze fase.")] = None,
    situation: Annotated[
        Situation | None, typer.Option("--situation", help="Past bij deze situatie.")
    ] = None,
    as_json: JsonOption = False,
    practice_folder: PracticeOption = None,
) -> None:
    """Toon de vragen, of de werkvormen.

    Voorbeeld: coachkit bank list --category kleine-stappen --phase actie
    """
    bank = _bank(practice_folder)
    wanted = Wanted(category, phase, situation)
    if recipes:
        fitting, texts = find_recipes(bank, wanted), find_text_recipes(bank, wanted)
        found: Sequence[Question | Recipe | TextRecipe] = [*fitting, *texts]
        rows: list[tuple[str, ...]] = [
            *((r.id, str(r.kind), f"{r.minutes} min", r.title) for r in fitting),
            *((text.id, "tekst", "", text.title) for text in texts),
        ]
        heads: tuple[str, ...] = ("werkvorm", "soort", "tijd", "titel")
    else:
        found = find_questions(bank, wanted)
        rows = [
            (q.id, str(q.category or q.audience), q.answer.soort, f"{q.minutes} min", q.text)
            for q in found
        ]
        heads = ("vraag", "categorie", "antwoord", "tijd", "tekst")
    if as_json:
        print_json([item.model_dump(mode="json", by_alias=True) for item in found])
    else:
        columns(rows, heads)
        tell(f"{len(rows)} gevonden.")


@app.command("show")
def show(
    id_: Annotated[str, typer.Argument(metavar="ID", help="Id van een vraag of werkvorm.")],
    brief_file: Annotated[
        Path | None,
        typer.Option("--brief", help="Zeg ook of de vraag past bij deze briefing."),
    ] = None,
    every: Annotated[
        bool, typer.Option("--all", help="Van een patroon: alle vragen die het geeft.")
    ] = False,
    as_json: JsonOption = False,
    practice_folder: PracticeOption = None,
) -> None:
    """Toon alles van een vraag of werkvorm.

    Voorbeeld: coachkit bank show stap-ladder --brief sanne.yaml
    """
    bank = _bank(practice_folder)
    item = _item(bank, id_)
    if every and isinstance(item, Question):
        _show_expansions(item, as_json=as_json)
        return
    if as_json:
        print_json(item.model_dump(mode="json", by_alias=True))
        return
    typer.echo("\n".join(_describe(item)))
    if brief_file and isinstance(item, Question):
        brief = load_brief(brief_file)
        coach = find_practice(practice_folder).settings.coach or ""
        reasons = why_not(item, bank, wishes_of(brief, item.audience, coach=brief.coach or coach))
        answer = f"past niet bij {brief_file.name}: {'; '.join(reasons)}" if reasons else "past"
        typer.echo(f"\nDeze vraag {answer}.")


def _show_expansions(question: Question, *, as_json: bool) -> None:
    wordings = expand(question)
    if as_json:
        print_json([wording.model_dump(mode="json", by_alias=True) for wording in wordings])
        return
    columns([(w.id, w.text, w.text_formal) for w in wordings], ("vraag", "met je", "met u"))
    tell(f"{len(wordings)} vragen." if question.is_pattern else "Dit is één vraag, geen patroon.")


@app.command("stats")
def stats(as_json: JsonOption = False, practice_folder: PracticeOption = None) -> None:
    """Tel wat er in de vraagbank staat.

    Voorbeeld: coachkit bank stats
    """
    figures = bank_stats(_bank(practice_folder))
    if as_json:
        print_json(figures)
        return
    rows = [
        (group, name, str(count))
        for group, counts in figures.items()
        for name, count in counts.items()
    ]
    columns(rows, ("wat", "welke", "aantal"))
    if missing := rows_without_recipe(figures):
        tell(f"Nog zonder werkvorm: {', '.join(missing)}.")


@app.command("schema")
def schema(
    out: Annotated[
        Path | None, typer.Option("--out", help="Map; anders vraagbank/schema/.")
    ] = None,
) -> None:
    """Schrijf de JSON-schema's waarmee een editor de YAML aanvult en nakijkt.

    Voorbeeld: coachkit bank schema --out mijn-map
    """
    folder = out or schema_folder(Path("vraagbank"))
    for path in write_files(folder, schema_files(), force=True):
        typer.echo(str(path))


def _bank(practice_folder: Path | None) -> Bank:
    """Load the bank; what is wrong in it is a warning here, and the rest can be looked at."""
    bank = load_bank(find_practice(practice_folder), lenient=True)
    for problem in bank.problems:
        tell(f"Let op: {problem}")
    return bank


def _item(bank: Bank, id_: str) -> Question | Recipe | TextRecipe:
    """Return a recipe or a question, also by an id that was replaced."""
    for find in (bank.recipe, bank.text_recipe):
        with suppress(SelectionError):
            return find(id_)
    return bank.question(id_)


def _describe(item: Question | Recipe | TextRecipe) -> list[str]:
    if isinstance(item, TextRecipe):
        return describe_text_recipe(item)
    return describe_recipe(item) if isinstance(item, Recipe) else describe_question(item)
