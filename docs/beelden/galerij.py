"""Make docs/galerij.md: what each recipe is for, with a picture of its first page.

Run: python docs/beelden/galerij.py
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from coachkit.bank.bank import Bank
from coachkit.bank.load import load_bank
from coachkit.model import Brief, Recipe, Worksheet
from coachkit.session import example_practice
from coachkit.vocabulary import Audience, RecipeKind
from coachkit.worksheet.compose import make_worksheet
from coachkit.worksheet.notebook import build_notebook

DOCS = Path(__file__).parents[1]
PAGE = DOCS / "galerij.md"
PICTURES = DOCS / "beelden" / "galerij"
PIXELS_PER_INCH = 60
MAX_BYTES = 90_000
DAY = date(2026, 11, 22)

_INTRO = """# Galerij

Alle werkvormen van coachkit, elk met zijn eerste bladzijde. Maak er een met
`coachkit make sanne.yaml --recipe ID`; de ID staat onder de titel. De vragen verschillen per
cliënt: dit zijn voorbeelden voor Sanne, die niet bestaat. Zelf een werkvorm maken staat in
[De vraagbank](vraagbank.md#een-werkvorm).

Deze bladzijde en de plaatjes maakt `python docs/beelden/galerij.py`.
"""
_GROUPS: dict[str, tuple[Audience, tuple[RecipeKind, ...]]] = {
    "Werkbladen voor je cliënt": (Audience.CLIENT, (RecipeKind.WORKSHEET,)),
    "Kaartjes voor je cliënt": (Audience.CLIENT, (RecipeKind.CARDS,)),
    "Afspraken en een brief voor thuis": (
        Audience.CLIENT,
        (RecipeKind.AGREEMENT, RecipeKind.LETTER),
    ),
    "Voor jezelf als coach": (Audience.COACH, tuple(RecipeKind)),
}


def example(bank: Bank, recipe: Recipe) -> Worksheet:
    """Return a worksheet of a recipe for a client (or a coach) who does not exist."""
    coach = recipe.audience is Audience.COACH
    brief = Brief(
        name="Noor" if coach else "Sanne",
        goal="meer bewegen",
        goal_te="meer te bewegen",
        goal_nominal="meer bewegen",
        phase=recipe.phases[0] if recipe.phases else None,
        situation=recipe.suits[0] if recipe.suits else None,
        previous_step="elke dag een rondje lopen",
        day=DAY,
    )
    return make_worksheet(bank, brief, recipe.id, seed=7, practice=example_practice())


def gallery(bank: Bank) -> str:
    """Return the text of the page."""
    parts = [_INTRO]
    for heading, (audience, kinds) in _GROUPS.items():
        recipes = [r for r in bank.recipes.values() if r.audience is audience and r.kind in kinds]
        parts.append(f"## {heading}\n")
        parts += [_entry(recipe) for recipe in sorted(recipes, key=lambda recipe: recipe.title)]
    return "\n".join(parts)


def _entry(recipe: Recipe) -> str:
    facts = [f"`{recipe.id}` · ongeveer {recipe.minutes} minuten"]
    if recipe.phases:
        facts.append(f"Voor de fasen: {_listed(recipe.phases)}.")
    if recipe.suits:
        facts.append(f"Past goed bij: {_listed(recipe.suits)}.")
    picture = f'<img src="beelden/galerij/{recipe.id}.png" width="360" alt="{_alt(recipe)}">'
    return f"### {recipe.title}\n\n" + "\n".join(facts) + f"\n\n{picture}\n"


def _alt(recipe: Recipe) -> str:
    headings = [section.heading for section in recipe.sections if section.heading]
    return f"Bladzijde 1 van '{recipe.title}', met: {_listed(headings) or 'vragen op kaarten'}"


def _listed(words: Iterable[str | None]) -> str:
    return ", ".join(str(word).replace('"', "'") for word in words)


def pictures(bank: Bank) -> Iterator[tuple[Path, bytes]]:
    """Yield the picture of each recipe, with its place."""
    from maak import page_one  # noqa: PLC0415  # draws in Typst

    for recipe in bank.recipes.values():
        notebook = build_notebook(example(bank, recipe))
        yield PICTURES / f"{recipe.id}.png", page_one(notebook, PIXELS_PER_INCH)


def main() -> int:
    """Write the page and its pictures; return 1 when a picture is too large to show."""
    bank = load_bank()
    PICTURES.mkdir(exist_ok=True)
    PAGE.write_text(gallery(bank), encoding="utf-8")
    sizes = []
    for path, picture in pictures(bank):
        path.write_bytes(picture)
        sizes.append(len(picture))
    print(f"{len(sizes)} pictures, the largest {max(sizes) / 1000:.0f} kB")
    return 0 if max(sizes) < MAX_BYTES else 1


if __name__ == "__main__":
    sys.exit(main())
