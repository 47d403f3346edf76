"""Any house colour becomes readable."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coachkit.export.colour import CONTRAST, contrast_on_white, readable


def rgb(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return red, green, blue


@pytest.mark.parametrize(
    ("part", "ratio"), [(0.0, 21.0), (1.0, 1.0), (0x77 / 255, 4.48), (0x03 / 255, 20.6)]
)
def test_contrast_is_that_of_wcag(part: float, ratio: float) -> None:
    assert contrast_on_white((part, part, part)) == pytest.approx(ratio, abs=0.05)


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 0xFFFFFF))
def test_every_colour_becomes_readable(number: int) -> None:
    found = contrast_on_white(rgb(readable(f"#{number:06x}")))
    assert found > CONTRAST - 0.1  # what rounding to 256 steps may cost


def test_a_colour_that_reads_stays_as_it_is() -> None:
    assert readable("#1f6b66") == "#1f6b66"
    assert readable("#1F6B66") == "#1f6b66"


def test_yellow_is_darkened() -> None:
    assert readable("#ffff00") != "#ffff00"
