"""What the templates get: a worksheet as a page, without anything that is for the coach alone."""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import io
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

import imagesize  # type: ignore[import-untyped]

from coachkit.answers import PLAN
from coachkit.export.colour import readable
from coachkit.export.markdown import Renderer, plain_text
from coachkit.language.dates import dutch_date
from coachkit.model import Asked, Block, BlockKind, Logo, Worksheet
from coachkit.vocabulary import PLAN_LABEL, Audience, Category, Depth

Variant = Literal["invullen", "schrijven"]
VARIANTS: tuple[Variant, ...] = ("invullen", "schrijven")

_DEPTHS = list(Depth)


@dataclass(frozen=True, slots=True)
class PageHouse:
    """The letterhead."""

    name: str
    contact: str
    footer: str
    logo: Logo | None

    @property
    def logo_uri(self) -> str:
        """The logo as a ``data:`` address; empty when there is none."""
        return f"data:{self.logo.media_type};base64,{self.logo.data}" if self.logo else ""

    @property
    def logo_file(self) -> str | None:
        """The name under which the logo is given to Typst: another one for each logo."""
        if self.logo is None:
            return None
        return f"coachkit/logo-{hashlib.sha256(self.logo.data.encode()).hexdigest()[:8]}.svg"

    @property
    def logo_svg(self) -> bytes:
        """The logo as an SVG: Typst takes no other picture among virtual files."""
        if self.logo is None:
            return b""
        data = base64.b64decode(self.logo.data)
        if self.logo.media_type == "image/svg+xml":
            return data
        width, height = (max(1, size) for size in imagesize.get(io.BytesIO(data)))
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
            f'width="{width}" height="{height}">'
            f'<image width="{width}" height="{height}" href="{self.logo_uri}"/></svg>'
        ).encode()


@dataclass(frozen=True, slots=True)
class Item:
    """One thing on the page; ``content`` and ``help`` are in the language of the renderer."""

    kind: str
    content: str = ""
    plain: str = ""
    level: int = 2
    category: str | None = None
    label: str = ""
    number: int = 0
    field: str = ""
    help: str | None = None
    answer: str = ""
    spec: dict[str, Any] = dataclasses.field(default_factory=dict)
    title: str = ""
    explanation: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """All that a template needs."""

    title: str
    kind: str
    lang: str
    form: str
    name: str
    date: str
    house: PageHouse
    accent: str
    large: bool
    variant: Variant
    time: str
    energy: str | None
    items: tuple[Item, ...]

    def __deepcopy__(self, memo: object) -> Page:
        """Return itself: nothing in it changes, and nbconvert copies all that a template gets."""
        return self

    @property
    def is_homework(self) -> bool:
        """Whether a client fills this in: it has his name and asks him something."""
        return bool(self.name) and any(item.kind == "question" for item in self.items)

    @property
    def opening(self) -> tuple[Item, ...]:
        """The items before the last question."""
        return self.items[: self._last]

    @property
    def ending(self) -> tuple[Item, ...]:
        """The last question and all that follows it, to be kept together; else the last item."""
        return self.items[self._last :]

    @property
    def _last(self) -> int:
        questions = [i for i, item in enumerate(self.items) if item.kind == "question"]
        return questions[-1] if questions else max(0, len(self.items) - 1)


def build_page(sheet: Worksheet, renderer: Renderer, *, variant: Variant, large: bool) -> Page:
    """Return a worksheet as a page, its texts written by a renderer."""
    house = sheet.house
    return Page(
        title=sheet_title(sheet),
        kind=str(sheet.kind),
        lang="nl",
        form=str(sheet.form),
        name=sheet_name(sheet),
        date=dutch_date(sheet.day) if sheet.day else "",
        house=PageHouse(house.name, house.contact, house.footer, house.logo),
        accent=readable(house.accent),
        large=large,
        variant=variant,
        time=time_needed(sheet.blocks),
        energy=_energy(sheet.questions) if sheet.audience is Audience.CLIENT else None,
        items=tuple(_Items(sheet, renderer).items()),
    )


def sheet_title(sheet: Worksheet) -> str:
    """Return the title as the coach left it; without one, that of the recipe."""
    titles = (plain_text(b.text) for b in sheet.blocks if b.kind is BlockKind.TITLE)
    return next((title for title in titles if title), sheet.title)


def sheet_name(sheet: Worksheet) -> str:
    """Return whose sheet it is: the client's name, and none on a sheet for the coach."""
    return sheet.name if sheet.audience is Audience.CLIENT else ""


def people_of(sheet: Worksheet) -> dict[str, str]:
    """Return how ``client`` and ``coach`` are called on the sheet."""
    return {"client": sheet.name, "coach": sheet.coach or "Coach"}


class _Items:
    def __init__(self, sheet: Worksheet, renderer: Renderer) -> None:
        self._sheet, self._renderer = sheet, renderer
        self._people = people_of(sheet)
        self._number = 0
        self._level = 2

    def items(self) -> Iterable[Item]:
        blocks = self._sheet.blocks
        for i, block in enumerate(blocks):
            match block.kind:
                case BlockKind.TITLE:
                    yield from self._below(block)
                case BlockKind.SECTION:
                    following = blocks[i + 1].question if i + 1 < len(blocks) else None
                    yield self._section(block, following)
                    yield from self._below(block)
                case BlockKind.QUESTION if block.question is not None:
                    yield self._question(block, block.question)
                case BlockKind.MOMENT:
                    title, words = map(self._renderer.inline, (block.text, block.body))
                    yield Item("moment", title=title, explanation=words)
                case _:
                    yield self._words(block)

    def _section(self, block: Block, following: Asked | None) -> Item:
        self._level = 3
        return Item(
            "section",
            content=self._renderer.inline(block.text),
            plain=plain_text(block.text),
            category=_drawn_as(following, block.category),
            label=block.label,
        )

    def _question(self, block: Block, asked: Asked) -> Item:
        self._number += 1
        word = asked.category.client_label if asked.category else ""
        return Item(
            "question",
            content=self._renderer.inline(block.text),
            plain=plain_text(block.text),
            level=self._level,
            category=_drawn_as(asked, asked.category),
            label=PLAN_LABEL if asked.answer.soort == PLAN else word,
            number=self._number,
            field=f"v{self._number}",
            help=self._renderer.inline(block.body) if block.body else None,
            answer=asked.answer.soort,
            spec=asked.answer.for_people(self._people).spec(),
        )

    def _below(self, block: Block) -> Iterable[Item]:
        """Yield what a coach wrote below a heading that has nothing below it of itself."""
        if block.body.strip():
            yield self._words(Block(kind=BlockKind.TEXT, text=block.body))

    def _words(self, block: Block) -> Item:
        kind = str(block.kind) if block.kind is not BlockKind.QUESTION else "text"
        words = f"{block.text}\n\n{block.body}" if block.body else block.text
        one_line = block.kind in (BlockKind.CLOSING, BlockKind.HELP_LINE)
        return Item(
            kind,
            content=self._renderer.inline(words)
            if one_line
            else self._renderer.under(self._level).blocks(words),
            plain=plain_text(words),
            level=self._level,
        )


def _drawn_as(asked: Asked | None, category: Category | None) -> str | None:
    """Return which sign stands at a question, or at what it is the first of."""
    if asked is not None and asked.answer.soort == PLAN:
        return "plan"
    return str(category) if category else None


def time_needed(blocks: tuple[Block, ...]) -> str:
    """Return about how long the sheet takes, in words; empty when nothing is asked."""
    parts = [0]
    for block in blocks:
        if block.kind is BlockKind.MOMENT:
            parts.append(0)
        elif block.question is not None:
            parts[-1] += block.question.minutes
    if not any(parts):
        return ""
    today, *tomorrow = [_rounded(minutes) for minutes in parts]
    if tomorrow:
        return f"vandaag {today}, morgen {sum(tomorrow)} minuten"
    return f"ongeveer {today} minuten"


def _rounded(minutes: int) -> int:
    """Round up to five minutes; nobody times himself to the minute."""
    return minutes if minutes < 5 else -(-minutes // 5) * 5


def _energy(questions: tuple[Asked, ...]) -> str | None:
    if not questions:
        return None
    mean = sum(_DEPTHS.index(question.depth) for question in questions) / len(questions)
    return str(_DEPTHS[min(2, int(mean + 0.5))])
