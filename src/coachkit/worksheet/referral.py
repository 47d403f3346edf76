"""A referral card as blocks of a worksheet: what holds always, signals by urgency, who helps."""

from __future__ import annotations

from collections.abc import Iterator

from coachkit.language.dates import dutch_date
from coachkit.model import Block, BlockKind, ReferralCard
from coachkit.model.referral import Help, Signal, Urgency
from coachkit.vocabulary import Form
from coachkit.worksheet.commonmark import escape

_HEADINGS = {
    Urgency.NOW: "Nu meteen",
    Urgency.TODAY: "Vandaag",
    Urgency.THIS_WEEK: "Deze week",
    Urgency.CALM: "Op een rustig moment",
}

_SIGNAL_HEADS = ("Wat je ziet of hoort", "Wie helpt", "Zeg bijvoorbeeld")
_HELP_HEADS = ("Wie, en hoe te bereiken", "Waarvoor")


def referral_blocks(card: ReferralCard, form: Form) -> Iterator[Block]:
    """Yield the blocks of a referral card; help that must be asked itself bears an asterisk."""
    if card.agreements:
        yield _heading("Wat altijd geldt")
        yield _text(_listed(escape(rule.in_form(form).text) for rule in card.agreements))
    names = {help_.id: escape(_short(help_.name)) + _mark(help_) for help_ in card.help}
    for urgency, heading in _HEADINGS.items():
        signals = [signal for signal in card.signals if signal.urgency is urgency]
        if signals:
            yield _heading(heading)
            yield _text(_table(_SIGNAL_HEADS, [_signal(s.in_form(form), names) for s in signals]))
    yield _heading("Wie helpt")
    yield _text(_table(_HELP_HEADS, [_help(help_) for help_ in card.help]))
    yield _text(_checked(card))


def _signal(signal: Signal, names: dict[str, str]) -> list[str]:
    helpers = ", ".join(names[id_] for id_ in signal.help)
    words = f"“{escape(signal.words)}”"
    return [f"**{escape(signal.signal)}**", helpers, f"{words} {escape(signal.note or '')}".strip()]


def _help(help_: Help) -> list[str]:
    ways = "".join(f" · **{escape(way)}**" for way in (help_.phone, help_.chat, help_.web) if way)
    who = f"**{escape(help_.name)}**{_mark(help_)}{ways}: {escape(help_.reach.rstrip('.'))}."
    return [who, " ".join(map(escape, _told(help_)))]


def _told(help_: Help) -> list[str]:
    return [text for text in (help_.purpose, help_.note) if text]


def _short(name: str) -> str:
    """Return a name without what stands behind it in brackets."""
    return name.partition(" (")[0]


def _mark(help_: Help) -> str:
    return "\\*" if help_.check else ""


def _checked(card: ReferralCard) -> str:
    said = f"Nummers en tijden zijn nagekeken op {dutch_date(card.checked)}. Ze kunnen veranderen."
    if any(help_.check for help_ in card.help):
        said += " Staat er een sterretje bij, vraag het dan na bij de hulp zelf."
    return escape(said)


def _table(heads: tuple[str, ...], rows: list[list[str]]) -> str:
    """Return a table in markdown; no cell holds a bare ``|``, for every text was escaped."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _listed(texts: Iterator[str]) -> str:
    return "\n".join(f"- {text}" for text in texts)


def _heading(text: str) -> Block:
    return Block(kind=BlockKind.SECTION, text=text)


def _text(text: str) -> Block:
    return Block(kind=BlockKind.TEXT, text=text)
