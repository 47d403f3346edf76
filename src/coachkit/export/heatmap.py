"""Draw the coverage of the bank: every cell has its number, so that colour says nothing alone."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from typing import TYPE_CHECKING

from coachkit.bank.coverage import THIN_PHASE, THIN_SITUATION, Count, Coverage
from coachkit.export.colour import luminance
from coachkit.export.fonts import bold_font, regular_font
from coachkit.model import House
from coachkit.vocabulary import Category

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.colors import Colormap
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties

TITLE = "Waar de vraagbank vragen voor heeft"
_INK, _QUIET, _PAPER, _RULE = "#101718", "#5b6668", "#ffffff", "#e4e9e8"
_CELL = 0.44
"""The height of a row, in inches."""


@dataclass(frozen=True)
class _Panel:
    """One heat map: rows of counts under a heading; the last column may be a total."""

    heading: str
    note: str
    rows: Mapping[str, Sequence[Count]]
    heads: Sequence[str]
    total: bool = False


def draw_coverage(coverage: Coverage, format_: str, *, accent: str = House().accent) -> bytes:
    """Return a picture of the coverage.

    Args:
        coverage: what to draw.
        format_: ``png`` or ``svg``; equal counts give equal bytes.
        accent: the colour of the house, ``#rrggbb``; the more questions, the more of it.

    """
    import matplotlib as mpl  # noqa: PLC0415  # slow to import
    from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415

    buffer = io.BytesIO()
    with mpl.rc_context({"svg.hashsalt": "coachkit"}):
        figure = _figure(coverage, accent)
        FigureCanvasAgg(figure)
        clockless = {"Date": None, "Creator": None} if format_ == "svg" else {"Software": None}
        figure.savefig(buffer, format=format_, dpi=160, facecolor=_PAPER, metadata=clockless)
    data = buffer.getvalue()
    return _told(data, coverage) if format_ == "svg" else data


def _panels(coverage: Coverage) -> tuple[_Panel, _Panel]:
    heads = [category.label for category in coverage.categories]
    phases = {
        str(phase): [row[c] for c in coverage.categories] for phase, row in coverage.phases.items()
    }
    situations = {
        str(situation): [*(row[c] for c in coverage.categories), coverage.totals[situation]]
        for situation, row in coverage.situations.items()
    }
    return (
        _Panel(
            "Per fase",
            "vragen die deze fase noemen en bij elke situatie passen; "
            f"dun: minder dan {THIN_PHASE}",
            phases,
            heads,
        ),
        _Panel(
            "Per situatie",
            f"vragen die deze situatie noemen; dun: minder dan {THIN_SITUATION} samen",
            situations,
            [*heads, coverage.total_label],
            total=True,
        ),
    )


def _figure(coverage: Coverage, accent: str) -> Figure:
    from matplotlib.colors import LinearSegmentedColormap  # noqa: PLC0415  # slow to import
    from matplotlib.figure import Figure  # noqa: PLC0415

    panels = _panels(coverage)
    colours = LinearSegmentedColormap.from_list("huis", ["#f6f9f8", accent])
    rows = [len(panel.rows) for panel in panels]
    height = _CELL * sum(rows) + 3.1
    figure = Figure(figsize=(9.2, height), facecolor=_PAPER)
    grid = figure.add_gridspec(
        2,
        1,
        height_ratios=rows,
        left=0.245,
        right=0.965,
        top=1 - 1.55 / height,
        bottom=0.25 / height,
        hspace=1.05 / (_CELL * sum(rows) / 2),
    )
    figure.text(
        0.0385, 1 - 0.46 / height, TITLE, fontsize=19, color=_INK, fontproperties=_font(bold=True)
    )
    for place, panel in enumerate(panels):
        _draw(figure.add_subplot(grid[place, 0]), panel, colours)
    return figure


def _draw(axes: Axes, panel: _Panel, colours: Colormap) -> None:
    """Draw one panel; both have the same width, so that categories stand below each other."""
    from matplotlib.colors import to_hex  # noqa: PLC0415  # slow to import

    highest = max((n for row in panel.rows.values() for n in _plain(row, panel)), default=0)
    highest = max(highest, THIN_PHASE)
    for line, (name, counts) in enumerate(panel.rows.items()):
        _write(axes, (-0.12, line), name, ha="right", fontsize=11.5)
        for place, count in enumerate(counts):
            is_total = panel.total and place == len(counts) - 1
            fill = _PAPER if is_total else to_hex(colours(count.number / highest))
            _draw_cell(axes, (place, line), count, fill)
    for place, head in enumerate(panel.heads):
        bold = panel.total and place == len(panel.heads) - 1
        _write(axes, (place + 0.5, -0.68), head, bold=bold, ha="center", fontsize=11)
    _write(axes, (-1.72, -1.52), panel.heading, bold=True, fontsize=14)
    _write(axes, (0.02, -1.5), panel.note, fontsize=10.5, color=_QUIET)
    axes.set_xlim(0, len(Category) + 1)
    axes.set_ylim(len(panel.rows) - 0.5, -0.5)
    axes.axis("off")


@cache
def _font(*, bold: bool = False) -> FontProperties:
    """Return the letters of the worksheets, by their file: matplotlib's own list stays as it is."""
    from matplotlib.font_manager import FontProperties  # noqa: PLC0415  # slow to import

    return FontProperties(fname=bold_font() if bold else regular_font())


def _plain(counts: Sequence[Count], panel: _Panel) -> list[int]:
    """Return the numbers that share a colour scale: totals have none."""
    numbers = [count.number for count in counts]
    return numbers[:-1] if panel.total else numbers


def _draw_cell(axes: Axes, place: tuple[int, int], count: Count, fill: str) -> None:
    """Draw a cell: a thin one has a dashed edge and says so."""
    from matplotlib.patches import FancyBboxPatch  # noqa: PLC0415  # slow to import

    x, y = place
    axes.add_patch(
        FancyBboxPatch(
            (x + 0.035, y - 0.43),
            0.93,
            0.86,
            boxstyle="round,pad=0,rounding_size=0.07",
            facecolor=fill,
            edgecolor=_INK if count.thin else _RULE,
            linewidth=1.4 if count.thin else 0.8,
            linestyle=(0, (3, 2)) if count.thin else "solid",
            clip_on=False,
        )
    )
    bold = count.thin or fill == _PAPER
    text, colour = str(count).replace(" ", "  "), _readable_on(fill)
    _write(axes, (x + 0.5, y + 0.02), text, bold=bold, ha="center", fontsize=12, color=colour)


def _write(
    axes: Axes, place: tuple[float, float], text: str, *, bold: bool = False, **style: str | float
) -> None:
    """Write in the letters of the worksheets, halfway up at a place."""
    letters = {"va": "center", "color": _INK, "fontproperties": _font(bold=bold)}
    axes.text(*place, text, fontdict={**letters, **style})


def _readable_on(fill: str) -> str:
    """Return the colour of letters that contrasts most with what is behind them."""
    behind = luminance(fill)
    on_light = (behind + 0.05) / (luminance(_INK) + 0.05)
    on_dark = (luminance(_PAPER) + 0.05) / (behind + 0.05)
    return _INK if on_light >= on_dark else _PAPER


def _told(svg: bytes, coverage: Coverage) -> bytes:
    """Put in words what the picture shows, for who cannot see it."""
    words = [TITLE + "."]
    for panel in _panels(coverage):
        words.append(f"{panel.heading}: {panel.note}.")
        for name, counts in panel.rows.items():
            pairs = zip(panel.heads, counts, strict=True)
            words.append(f"{name}: {', '.join(f'{head} {count}' for head, count in pairs)}.")
    head, mark, rest = svg.decode().partition("<svg ")
    attributes, _, body = rest.partition(">")
    title = f'<title id="titel">{escape(TITLE)}</title>'
    told = f'<desc id="uitleg">{escape(" ".join(words))}</desc>'
    role = 'role="img" lang="nl" aria-labelledby="titel uitleg" '
    return f"{head}{mark}{role}{attributes}>\n {title}\n {told}{body}".encode()
