"""``coachkit bank new``, ``export``, ``import`` and ``coverage``: what trainers need."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from coachkit.bank.coverage import Coverage, bank_coverage, coverage_data
from coachkit.bank.filenames import is_stem, named
from coachkit.bank.load import bank_files, load_bank
from coachkit.bank.starter import Kind, file_name, starter
from coachkit.bank.tables.changes import Changes, changes_in
from coachkit.bank.tables.files import import_sets, read_sets, table_bytes, with_comments
from coachkit.bank.tables.read import SUFFIXES
from coachkit.cli.options import PracticeOption, columns, print_json, tell, working, write_results
from coachkit.export.colour import readable
from coachkit.practice import Practice, find_practice
from coachkit.vocabulary import Category
from coachkit.yamlfile import is_yaml

ForceOption = Annotated[bool, typer.Option("--force", help="Overschrijf wat er al staat.")]


def new(
    name: Annotated[
        str | None, typer.Argument(metavar="[NAAM of BESTAND.yaml]", help="Hoe de set heet.")
    ] = None,
    recipe: Annotated[bool, typer.Option("--recipe", help="Een werkvorm, geen set.")] = False,
    force: ForceOption = False,
    practice_folder: PracticeOption = None,
) -> None:
    """Begin een eigen set met vragen, met voorbeelden en uitleg; of een werkvorm.

    Voorbeeld: coachkit bank new "Rust en ruimte"
    """
    practice = find_practice(practice_folder)
    kind: Kind = "werkvorm" if recipe else "vragenset"
    given = name or ("Mijn werkvorm" if recipe else "Mijn vragen")
    is_path = is_yaml(Path(given))
    path = Path(given) if is_path else _own_folder(practice) / file_name(given, kind)
    if not is_stem(path.stem):
        raise typer.BadParameter(
            f"{path.name} kan geen naam van een bestand zijn; neem letters, cijfers en streepjes"
        )
    base = [*bank_files(practice), *filter(is_yaml, path.parent.glob("*"))]
    data = starter(kind, named(path) if is_path else given, path, base)
    write_results({path: data}, force=force)
    tell(f"Pas het aan, en kijk het na met: coachkit lint {path}")


def export(
    out: Annotated[Path, typer.Argument(metavar="UIT.xlsx|UIT.csv", help="De tabel.")],
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[PAD]...", help="Sets of mappen; anders de hele vraagbank."),
    ] = None,
    force: ForceOption = False,
    practice_folder: PracticeOption = None,
) -> None:
    """Zet vragen in een tabel voor Excel: een rij voor elke vraag.

    Voorbeeld: coachkit bank export vragen.xlsx praktijk/vraagbank
    """
    if out.suffix.lower() not in SUFFIXES:
        raise typer.BadParameter(f"{out} is geen {' of '.join(SUFFIXES)}")
    with working("De vragen worden gelezen ..."):
        sets = read_sets(paths or bank_files(find_practice(practice_folder)), strict=bool(paths))
        data = table_bytes(sets, out.suffix)
    write_results({out: data}, force=force)
    count = sum(len(one.item.questions) for one in sets)
    tell(f"{_told(count, 'vraag', 'vragen')} uit {_told(len(sets), 'set', 'sets')}.")


def import_(
    source: Annotated[Path, typer.Argument(metavar="IN.xlsx|IN.csv", help="De tabel.")],
    out: Annotated[
        Path, typer.Option("--out", help="SET.yaml; of een map, bij meer sets in een tabel.")
    ],
    force: ForceOption = False,
    practice_folder: PracticeOption = None,
) -> None:
    """Maak van een tabel weer een set met vragen. Bij een fout wordt er niets geschreven.

    Voorbeeld: coachkit bank import vragen.xlsx --out praktijk/vraagbank/rust.yaml
    """
    with working("De tabel wordt nagekeken ..."):
        files = import_sets(source, out, bank_files(find_practice(practice_folder)))
        lost = ", ".join(map(str, with_comments(files)))
        changes = {path: changes_in(path, data) for path, data in files.items()}
    if lost and not force:
        tell(f"Let op: met --force gaan de opmerkingen achter een # in {lost} verloren.")
    if not force:
        _tell_changes(changes, "met --force wordt dit: ")
    write_results(files, force=force)
    if lost:
        tell(f"Let op: de opmerkingen achter een # in {lost} zijn verloren gegaan.")
    if force:
        _tell_changes(changes)
    tell("Kijk ook de taal na met: coachkit lint " + " ".join(map(str, files)))


def _tell_changes(changes: Mapping[Path, Changes], start: str = "") -> None:
    for path, change in changes.items():
        if told := str(change):
            tell(f"{path}: {start}{told}")
    if any(change.gone for change in changes.values()):
        tell(
            "Had een cliënt een vraag die nu weg is? Zet haar terug met vervallen: true "
            "(in een tabel: ja in de kolom vervallen). Zo blijft haar id bezet."
        )


def coverage(
    category: Annotated[
        list[Category] | None,
        typer.Option("--category", help="Alleen deze categorie; mag vaker."),
    ] = None,
    png: Annotated[Path | None, typer.Option("--png", help="Schrijf een plaatje.")] = None,
    svg: Annotated[
        Path | None, typer.Option("--svg", help="Schrijf een plaatje dat scherp blijft.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Als JSON, en niets anders.")] = False,
    force: ForceOption = False,
    practice_folder: PracticeOption = None,
) -> None:
    """Toon waar vragen voor zijn, per fase en per situatie, en waar het dun is.

    Voorbeeld: coachkit bank coverage --png dekking.png
    """
    _refuse_other_suffix(png, ".png")
    _refuse_other_suffix(svg, ".svg")
    practice = find_practice(practice_folder)
    bank = load_bank(practice, lenient=True)
    for problem in bank.problems:
        tell(f"Let op: {problem}")
    found = bank_coverage(bank, category or ())
    pictures = {path: kind for path, kind in ((png, "png"), (svg, "svg")) if path is not None}
    if pictures:
        with working("Het plaatje wordt getekend ..."):
            drawn = {path: _picture(found, kind, practice) for path, kind in pictures.items()}
        write_results(drawn, force=force, quiet=as_json)
    if as_json:
        print_json(coverage_data(found))
        return
    _print_coverage(found, practice.settings.colour)
    for line in found.thin:
        tell(f"Dun: {line}")
    if not found.thin:
        tell("Nergens dun.")


def _refuse_other_suffix(path: Path | None, suffix: str) -> None:
    if path is not None and path.suffix.lower() != suffix:
        raise typer.BadParameter(
            f"{path} eindigt niet op {suffix}; bij --png hoort .png, bij --svg hoort .svg"
        )


def _picture(found: Coverage, kind: str, practice: Practice) -> bytes:
    from coachkit.export.heatmap import draw_coverage  # noqa: PLC0415  # matplotlib is slow

    return draw_coverage(found, kind, accent=readable(practice.settings.colour))


def _print_coverage(found: Coverage, colour: str) -> None:
    """Print the counts: rows for phases, then for situations; with colour on a terminal."""
    rows = [
        ("fase", str(phase), *(str(counts[c]) for c in found.categories), "")
        for phase, counts in found.phases.items()
    ]
    rows += [
        ("situatie", str(s), *(str(counts[c]) for c in found.categories), str(found.totals[s]))
        for s, counts in found.situations.items()
    ]
    heads = ("voor", "welke", *map(str, found.categories), found.total_label.lower())
    if sys.stdout.isatty():
        labels = ("", *(category.label for category in found.categories), found.total_label)
        _print_colours(rows, labels, readable(colour))
    else:
        columns([heads, *rows], heads)


def _print_colours(rows: list[tuple[str, ...]], heads: tuple[str, ...], colour: str) -> None:
    from rich import box  # noqa: PLC0415  # only for a terminal
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
    for place, head in enumerate(heads):
        table.add_column(head, justify="right" if place else "left", no_wrap=not place)
    for number, row in enumerate(rows):
        highest = max(_number(cell) for other in rows if other[0] == row[0] for cell in other[2:-1])
        cells = [Text(cell, style=_shade(cell, highest, colour)) for cell in row[2:-1]]
        last = number + 1 < len(rows) and rows[number + 1][0] != row[0]
        table.add_row(row[1], *cells, Text(row[-1], style="bold"), end_section=last)
    Console().print(table)


def _number(cell: str) -> int:
    return int(cell.split(maxsplit=1)[0])


def _shade(cell: str, highest: int, colour: str) -> str:
    """Return a style: the more questions, the more colour; a thin cell is bold, and says so."""
    share = _number(cell) / highest if highest else 0.0
    if cell.endswith("dun"):
        return "bold reverse"
    if share < 0.25:
        return ""
    mixed = [round(255 + (int(colour[i : i + 2], 16) - 255) * share) for i in (1, 3, 5)]
    letters = "white" if share > 0.75 else "black"
    return f"{letters} on #{mixed[0]:02x}{mixed[1]:02x}{mixed[2]:02x}"


def _own_folder(practice: Practice) -> Path:
    """Return where own sets go: the practice's ``vraagbank``, else the current folder."""
    return practice.folder / "vraagbank" if practice.folder else Path()


def _told(count: int, one: str, more: str) -> str:
    return f"{count} {one if count == 1 else more}"
