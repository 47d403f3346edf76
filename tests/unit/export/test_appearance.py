"""How chosen buttons look: the strokes stay within the box, and a figure in the middle."""

from __future__ import annotations

from collections.abc import Callable

import pikepdf
import pytest

from coachkit.export.appearance import FONT_NAME, dot, filled_figure, tick
from coachkit.export.form_font import form_font

SIZES = [(18.4, 18.4), (21.3, 21.3), (28.0, 28.0), (40.0, 20.0)]
sizes = pytest.mark.parametrize("size", SIZES, ids=str)


def commands(content: str) -> list[tuple[str, list[float | str]]]:
    """Take a content stream apart."""
    with pikepdf.new() as pdf:
        stream = pdf.make_stream(content.encode("ascii"))
        return [
            (
                str(operator),
                [float(x) if not isinstance(x, pikepdf.Object) else str(x) for x in operands],
            )
            for operands, operator in pikepdf.parse_content_stream(stream)
        ]


def points(content: str) -> list[tuple[float, float]]:
    """Return the points of the lines and curves in a content stream."""
    found = [numbers for name, numbers in commands(content) if name in ("m", "l", "c")]
    return [(float(n[i]), float(n[i + 1])) for n in found for i in range(0, len(n), 2)]


@sizes
@pytest.mark.parametrize("draw", [tick, dot, lambda w, h: filled_figure(w, h, "7")])
def test_all_of_it_is_within_the_box(
    draw: Callable[[float, float], str], size: tuple[float, float]
) -> None:
    width, height = size
    found = points(draw(width, height))
    assert len(found) >= 3
    for x, y in found:
        assert 1 <= x <= width - 1
        assert 1 <= y <= height - 1


@sizes
@pytest.mark.parametrize("draw", [dot, lambda w, h: filled_figure(w, h, "7")])
def test_a_circle_is_round_and_in_the_middle(
    draw: Callable[[float, float], str], size: tuple[float, float]
) -> None:
    found = points(draw(*size))
    spans = []
    for axis, length in enumerate(size):
        low, high = min(p[axis] for p in found), max(p[axis] for p in found)
        assert (low + high) / 2 == pytest.approx(length / 2, abs=0.01)
        spans.append(high - low)
    assert spans[0] == pytest.approx(spans[1], abs=0.02)


@sizes
@pytest.mark.parametrize("figure", ["0", "7", "10"])
def test_a_figure_is_in_the_middle_and_white(figure: str, size: tuple[float, float]) -> None:
    content = dict(commands(filled_figure(*size, figure)))
    font, letters = content["Tf"]
    x, y = (float(n) for n in content["Td"])
    assert (font, content["Tj"]) == (f"/{FONT_NAME}", [figure])
    assert x + float(letters) * form_font().width(figure) / 2 == pytest.approx(
        size[0] / 2, abs=0.02
    )
    assert y + float(letters) * form_font().cap_height / 2000 == pytest.approx(
        size[1] / 2, abs=0.02
    )
    colours = [numbers for name, numbers in commands(filled_figure(*size, figure)) if name == "rg"]
    assert colours[-1] == [1, 1, 1]
    assert sum(float(n) for n in colours[0]) < 1


def test_what_is_drawn_leaves_the_rest_as_it_was() -> None:
    for content in (tick(20, 20), dot(20, 20), filled_figure(20, 20, "7")):
        names = [name for name, _ in commands(content)]
        assert (names[0], names[-1]) == ("q", "Q")
        assert names.count("BT") == names.count("ET")
