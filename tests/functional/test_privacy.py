"""What is for the coach alone stands in the notebook, and in nothing that a client gets."""

from __future__ import annotations

import email
import email.policy
import itertools
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from coachkit.bank.bank import Bank
from coachkit.model import Block, BlockKind, Brief, Note, Worksheet
from coachkit.session import save_worksheet
from coachkit.vocabulary import Phase, Situation
from coachkit.worksheet.compose import make_worksheet

REASON = "Reden voor de begeleider: cliënt houdt zich op de vlakte."
FOLLOW_UP = "Hoe reageert de cliënt hierop in het gesprek?"
NOTE = "Aantekening: de vorige keer liep het stroef."
SEED = 918_273_645


def sheet_of(bank: Bank, situation: Situation, phase: Phase) -> Worksheet:
    """Make a worksheet that has everything a client should not see."""
    brief = Brief(
        name="Sanne",
        mark="tweede",
        goal="meer bewegen",
        goal_te="meer te bewegen",
        situation=situation,
        phase=phase,
        coach="Noor",
        day=date(2026, 11, 22),
    )
    sheet = make_worksheet(bank, brief, "kort", seed=SEED)
    blocks = tuple(_with_remarks(block) for block in sheet.blocks)
    origin = sheet.origin.model_copy(update={"reason": REASON, "notes": (NOTE,)})
    return sheet.model_copy(update={"blocks": blocks, "origin": origin})


def _with_remarks(block: Block) -> Block:
    if block.question is None:
        return block
    remarks = {
        "reason": f"{block.question.reason} {REASON}",
        "follow_up": block.question.follow_up or FOLLOW_UP,
    }
    return block.model_copy(update={"question": block.question.model_copy(update=remarks)})


def secrets_of(sheet: Worksheet) -> set[str]:
    """Return all that is for the coach alone, also as it may be spelled otherwise."""
    origin = sheet.origin
    assert origin.situation is not None
    assert origin.phase is not None
    secrets = {origin.situation, origin.situation.replace("-", " "), origin.phase, "seed"}
    secrets |= {str(origin.seed), origin.reason, *origin.notes}
    for asked in sheet.questions:
        secrets |= {asked.reason, asked.follow_up, asked.reason.partition(": ")[2]}
    return {str(secret) for secret in secrets if secret}


def squeezed(text: str) -> str:
    """Return a text as it can be searched: lines may break anywhere in a PDF."""
    return "".join(text.split()).lower()


def leaks(secrets: set[str], texts: list[str]) -> set[str]:
    """Return the secrets that are in one of the texts."""
    searched = [squeezed(text) for text in texts]
    return {secret for secret in secrets if any(squeezed(secret) in text for text in searched)}


def texts_of(path: Path) -> list[str]:
    """Return all that can be read of a file, its name included."""
    raw = path.read_bytes()
    texts = [path.name, raw.decode("utf-8", "replace"), raw.decode("utf-16-be", "replace")]
    if path.suffix == ".pdf":
        with pikepdf.open(path) as pdf:
            texts += itertools.chain.from_iterable(_strings(thing) for thing in pdf.objects)
            texts.append(str(dict(pdf.docinfo)))
        document = pypdfium2.PdfDocument(path)
        texts.append("".join(page.get_textpage().get_text_bounded() for page in document))
        document.close()
    elif path.suffix == ".ics":
        texts.append(raw.decode().replace("\r\n ", ""))
    elif path.suffix == ".eml":
        message = email.message_from_bytes(raw, policy=email.policy.default)
        texts += [str(value) for value in message.values()]
        texts += [
            part.get_payload(decode=True).decode("utf-8", "replace")
            for part in message.walk()
            if not part.is_multipart()
        ]
    return texts


def _strings(thing: pikepdf.Object) -> Iterator[str]:
    """Yield the strings, names and decompressed streams in an object of a PDF."""
    if isinstance(thing, pikepdf.Stream):
        yield thing.read_bytes().decode("utf-8", "replace")
    if isinstance(thing, pikepdf.Stream | pikepdf.Dictionary):
        for key, value in thing.items():
            yield str(key)
            if not getattr(value, "is_indirect", False):
                yield from _strings(value)
    elif isinstance(thing, pikepdf.Array):
        for value in thing:
            if not getattr(value, "is_indirect", False):
                yield from _strings(value)
    elif isinstance(thing, pikepdf.String | pikepdf.Name):
        yield str(thing)


@pytest.mark.parametrize("phase", Phase)
@pytest.mark.parametrize("situation", Situation)
def test_nothing_for_the_coach_alone_reaches_the_client(
    small_bank: Bank, tmp_path: Path, situation: Situation, phase: Phase
) -> None:
    sheet = sheet_of(small_bank, situation, phase)
    sheet = sheet.model_copy(update={"reminders": (Note(after_days=2, text="Wat je wilt, Sanne"),)})
    paths = save_worksheet(sheet, tmp_path, ("pdf", "html", "ics", "eml"))
    assert len(paths) == 4
    for path in paths:
        texts = texts_of(path)
        assert leaks({"Wat je wilt", "Sanne"}, texts) == {"Wat je wilt", "Sanne"}
        assert leaks(secrets_of(sheet), texts) == set()


@pytest.mark.parametrize("format_", ["pdf", "html"])
@pytest.mark.parametrize("variant", ["invullen", "schrijven"])
def test_nor_does_it_from_a_long_sheet_in_any_variant(
    small_bank: Bank, tmp_path: Path, variant: str, format_: str
) -> None:
    long = make_worksheet(
        small_bank,
        Brief(name="Sanne", goal="meer bewegen", goal_te="meer te bewegen",
              situation="doel-te-groot", phase="actie"),
        "alles",
        seed=SEED,
    )  # fmt: skip
    remarked = long.model_copy(update={"blocks": tuple(_with_remarks(b) for b in long.blocks)})
    (path,) = save_worksheet(remarked, tmp_path, (format_,), variant=variant, large=True)
    assert leaks(secrets_of(remarked), texts_of(path)) == set()


def test_the_notebook_holds_it_all(small_bank: Bank, tmp_path: Path) -> None:
    sheet = sheet_of(small_bank, Situation.GOAL_TOO_BIG, Phase.RELAPSE)
    (path,) = save_worksheet(sheet, tmp_path, ("ipynb",))
    kept = {str(secret) for secret in (REASON, NOTE, FOLLOW_UP, SEED, "terugval", "doel-te-groot")}
    assert leaks(kept, [path.read_text(encoding="utf-8")]) == kept
    assert leaks(secrets_of(sheet), [path.name]) == set()


def with_title(sheet: Worksheet, words: str) -> Worksheet:
    title = Block(kind=BlockKind.TITLE, text=words)
    return sheet.model_copy(update={"blocks": (title, *sheet.blocks[1:])})


def with_text(sheet: Worksheet, words: str) -> Worksheet:
    return sheet.model_copy(update={"blocks": (*sheet.blocks, _own(words))})


def with_stem(sheet: Worksheet, words: str) -> Worksheet:
    return sheet.model_copy(update={"stem": words.replace(" ", "-")})


def with_house(sheet: Worksheet, words: str) -> Worksheet:
    return sheet.model_copy(update={"house": sheet.house.model_copy(update={"name": words})})


def _own(words: str) -> Block:
    return Block(kind=BlockKind.TEXT, text=words)


def with_reminder(sheet: Worksheet, words: str) -> Worksheet:
    return sheet.model_copy(update={"reminders": (Note(after_days=2, text=words),)})


@pytest.mark.parametrize(("leak", "format_"), [(with_reminder, "ics"), (with_title, "eml")])
def test_nor_is_the_calendar_or_the_mail_blind(
    small_bank: Bank,
    tmp_path: Path,
    leak: Callable[[Worksheet, str], Worksheet],
    format_: str,
) -> None:
    sheet = sheet_of(small_bank, Situation.GOAL_TOO_BIG, Phase.RELAPSE)
    (path,) = save_worksheet(leak(sheet, "doel-te-groot terugval"), tmp_path, (format_,))
    assert {"doel-te-groot", "terugval"} <= leaks(secrets_of(sheet), texts_of(path))


@pytest.mark.parametrize("format_", ["pdf", "html"])
@pytest.mark.parametrize("leak", [with_title, with_text, with_stem, with_house])
def test_the_search_finds_what_does_leak(
    small_bank: Bank,
    tmp_path: Path,
    leak: Callable[[Worksheet, str], Worksheet],
    format_: str,
) -> None:
    sheet = sheet_of(small_bank, Situation.GOAL_TOO_BIG, Phase.RELAPSE)
    leaking = leak(sheet, "doel-te-groot-terugval")
    (path,) = save_worksheet(leaking, tmp_path, (format_,))
    assert {"doel-te-groot", "terugval"} <= leaks(secrets_of(sheet), texts_of(path))
