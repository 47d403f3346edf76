"""How much is read of a stranger, and that limits are put back."""

from __future__ import annotations

import sys
import threading

import pikepdf
import pytest
from pikepdf import settings

from coachkit.errors import HomeworkError
from coachkit.homework import limits
from coachkit.homework.limits import (
    MAX_ANSWER,
    MAX_ANSWERS,
    MAX_STEPS,
    Steps,
    check_answer,
    limited_pdf,
)


def _limits() -> dict[str, int | bool]:
    """Return the limits of this process: what setting others gives back."""
    before = settings.set_qpdf_limits(flate_max_memory=1, max_stream_filters=1, doc_max_warnings=1)
    settings.set_qpdf_limits(**before)  # type: ignore[arg-type]
    return before


@pytest.mark.parametrize("error", [None, HomeworkError, MemoryError, KeyboardInterrupt])
def test_limits_are_put_back_whatever_happens(error: type[BaseException] | None) -> None:
    before = _limits()
    try:
        with limited_pdf():
            assert _limits() != before
            if error:
                raise error
    except BaseException as raised:
        assert type(raised) is error
    assert _limits() == before


def test_limits_within_limits_are_put_back() -> None:
    before = _limits()
    with limited_pdf():
        with limited_pdf():
            pass
        assert _limits() != before
    assert _limits() == before


def test_threads_wait_for_each_other() -> None:
    entered = threading.Event()

    def read() -> None:
        with limited_pdf():
            entered.set()

    thread = threading.Thread(target=read)
    with limited_pdf():
        thread.start()
        assert not entered.wait(0.2)
    assert entered.wait(10)
    thread.join()


@pytest.mark.skipif(sys.platform != "linux", reason="only there memory is limited")
def test_memory_is_limited_for_a_while() -> None:
    import resource  # noqa: PLC0415

    before = resource.getrlimit(resource.RLIMIT_AS)
    with limited_pdf(), pytest.raises(MemoryError):
        bytearray(limits._MAX_MEMORY + 50_000_000)
    assert resource.getrlimit(resource.RLIMIT_AS) == before


def test_steps_are_counted_over_all_arrays() -> None:
    steps = Steps()
    assert list(steps.over(pikepdf.Array([1, 2]))) == [1, 2]
    assert list(steps.over((None,) * (MAX_STEPS - 2))) == [None] * (MAX_STEPS - 2)
    with pytest.raises(HomeworkError, match="veel meer vakken"):
        list(steps.over((None,)))


@pytest.mark.parametrize("no_array", [5, "ab", None, pikepdf.Dictionary(A=1)])
def test_steps_are_over_arrays_only(no_array: object) -> None:
    with pytest.raises(ValueError, match="no array"):
        list(Steps().over(no_array))


def test_an_answer_keeps_its_letters() -> None:
    text = "één 🙂 \u202e\0 e\u0301"
    assert check_answer("v1", text) == text
    assert check_answer("v1", "a\r\nb\rc\n") == "a\nb\nc\n"
    assert check_answer("v1", "\ud83d\ude42 \ud800") == "🙂 \ufffd"
    assert check_answer("v1", "a" * MAX_ANSWER)
    with pytest.raises(HomeworkError, match="'v1' is veel te lang"):
        check_answer("v1", "a" * (MAX_ANSWER + 1))


def test_answers_together_have_a_limit() -> None:
    steps = Steps()
    assert steps.letters("x" * MAX_ANSWERS)
    with pytest.raises(HomeworkError, match="samen"):
        steps.letters("x")
