"""Write an invitation from facts by a text recipe: no sentence rests on anything else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from coachkit.errors import InputError, Problem
from coachkit.invitation.coherence import contradictions
from coachkit.invitation.days import training_days
from coachkit.invitation.facts import Facts
from coachkit.invitation.heading import Opening, opening
from coachkit.invitation.honesty import refusals
from coachkit.invitation.remarks import remarks
from coachkit.invitation.wording import as_markdown, closed, enumeration, number, without_marks
from coachkit.language.dates import dutch_date
from coachkit.model import TextRecipe
from coachkit.model.text_recipe import FACTS, Length, Paragraph, Sentence
from coachkit.slots import fill, slots_in
from coachkit.yamlfile import Document

BOUNDS = {Length.SHORT: (0, 110), Length.LONG: (150, 220)}
"""How many words a text of each length should have."""

_ALWAYS = ("dagen", "tijd", "plaats", "prijs", "aanmelden")
"""What no reader may have to ask for."""

_UNSAID = frozenset({"kop", "waarom_nu_bron", "na_afloop_aantal"})
"""What does not have to be in the text."""

_CARRYING = frozenset({"training", "last", "wens", "nog_vrij"})
"""What counts when no sentence names it too: it may be the heading, or carry what others say."""

_Values = Mapping[str, str]


@dataclass(frozen=True)
class Invitation:
    """An invitation, in Markdown and as plain text for a mail, with hints for the trainer."""

    markdown: str
    plain: str
    remarks: tuple[Problem, ...] = ()

    @property
    def words(self) -> int:
        """How many words the text has."""
        return len([word for word in self.plain.split() if any(c.isalnum() for c in word)])


def write_invitation(
    facts: Facts, recipe: TextRecipe, today: date, document: Document | None = None
) -> Invitation:
    """Write an invitation.

    Args:
        facts: what the trainer told.
        recipe: which sentences stand in which order.
        today: the day on which it is sent; days must come after it.
        document: the file of the facts, to tell the place of a problem.

    Raises:
        InputError: the facts contradict each other, or say what an honest invitation may not
            say, where it comes into the text; or the recipe leaves out what a reader must know.
            All of it at once.

    """
    place = document.locate if document else _without_place
    start = opening(facts)
    values = _values(facts, start)
    unsaid = _unsaid(recipe, facts, values)
    if found := _in_text([*contradictions(facts, today), *refusals(facts)], unsaid):
        raise InputError(place(problem) for problem in found)
    if hidden := [name for name in _ALWAYS if name in unsaid]:
        message = f"de tekstwerkvorm '{recipe.id}' noemt niet: {', '.join(hidden)}"
        raise InputError([Problem(message, "zet er een zin bij die het noemt", "prijs")])
    invitation = Invitation(
        _compose(recipe, facts, values, start, _AS_MARKDOWN),
        _compose(recipe, facts, values, start, _AS_PLAIN),
    )
    hints = [*_in_text(remarks(facts), unsaid), *_text_remarks(invitation, facts, start, unsaid)]
    return Invitation(invitation.markdown, invitation.plain, tuple(place(hint) for hint in hints))


def names_in(recipe: TextRecipe, length: str) -> frozenset[str]:
    """Return the keys of all facts that a text of some length may have a sentence for."""
    said = [s for part in recipe.paragraphs for s in part.sentences]
    return frozenset(name for s in said if s.length in (None, length) for name in _names(s))


def _unsaid(recipe: TextRecipe, facts: Facts, values: _Values) -> set[str]:
    """Return the facts that were given and do not come into the text."""
    said = [s for part in recipe.paragraphs for s in part.sentences if _is_said(s, facts, values)]
    return values.keys() - _UNSAID - {name for s in said for name in _names(s)}


def _in_text(problems: Iterable[Problem], unsaid: set[str]) -> list[Problem]:
    """Leave out what is only about a fact that does not come into the text."""
    apart = unsaid - _CARRYING
    return [each for each in problems if not (each.loc and each.loc[0] in apart)]


def _without_place(problem: Problem) -> Problem:
    return problem


@dataclass(frozen=True)
class _Markup:
    """How a fact, a sentence of a recipe and the heading are set."""

    fact: Callable[[str], str]
    sentence: Callable[[str], str]
    heading: str


_AS_MARKDOWN = _Markup(as_markdown, str, "**{}**")
_AS_PLAIN = _Markup(str, without_marks, "{}")


def _values(facts: Facts, start: Opening) -> dict[str, str]:
    """Return the facts that were given, as words for in a sentence."""
    first = min(facts.days)
    closing = facts.closing_day
    free = facts.free
    given = {
        "training": facts.training,
        "voor_wie": _bare(facts.audience).removeprefix("Voor ").removeprefix("voor "),
        "last": start.pain and closed(start.pain),
        "wens": start.desire and closed(start.desire),
        "na_afloop": enumeration([_bare(outcome) for outcome in facts.outcomes]),
        "na_afloop_aantal": number(len(facts.outcomes)),
        "dagen": training_days(facts.days),
        "tijd": _bare(facts.times),
        "plaats": _bare(facts.place),
        "prijs": _bare(facts.price),
        "aanmelden": _bare(facts.sign_up),
        "aanmelden_tot": closing and dutch_date(closing).removesuffix(f" {first.year}"),
        "plaatsen": facts.places and number(facts.places),
        "nog_vrij": free and f"{number(free.number)} plaats{'en' if free.number > 1 else ''}",
        "geteld_op": free and dutch_date(free.counted).removesuffix(f" {first.year}"),
        "aanpak": facts.approach and closed(facts.approach),
        "waarom_nu": facts.why_now and closed(facts.why_now),
        "waarom_nu_bron": facts.why_now_source,
        "trainer": facts.trainer and closed(facts.trainer),
        "iets_vragen": facts.questions and closed(facts.questions),
        "kop": facts.heading,
    }
    return {name: str(value) for name, value in given.items() if value}


def _is_said(sentence: Sentence, facts: Facts, values: _Values) -> bool:
    """Tell whether all facts that a sentence rests on were given."""
    return (
        sentence.length in (None, facts.length)
        and sentence.without not in values
        and _names(sentence) <= values.keys()
    )


def _names(sentence: Sentence) -> frozenset[str]:
    return slots_in(sentence.text, FACTS) | ({sentence.listed} if sentence.listed else frozenset())


def _compose(
    recipe: TextRecipe, facts: Facts, values: _Values, start: Opening, markup: _Markup
) -> str:
    marked = {name: markup.fact(value) for name, value in values.items()}

    def paragraphs() -> Iterator[str]:
        yield markup.heading.format(markup.fact(start.heading or facts.training))
        for part in recipe.paragraphs:
            yield _paragraph(part, facts, marked, markup)

    return "\n\n".join(filter(None, paragraphs())) + "\n"


def _paragraph(part: Paragraph, facts: Facts, values: _Values, markup: _Markup) -> str:
    said = [s.in_form(facts.form) for s in part.sentences if _is_said(s, facts, values)]
    text = " ".join(fill(markup.sentence(sentence.text), values) for sentence in said)
    if said and said[-1].listed:
        items = [f"- {markup.fact(_bare(outcome))}" for outcome in facts.outcomes]
        text += "\n\n" + ";\n".join(items) + "."
    return text


def _text_remarks(
    invitation: Invitation, facts: Facts, start: Opening, unsaid: set[str]
) -> Iterator[Problem]:
    low, high = BOUNDS[facts.length]
    if not low <= invitation.words <= high:
        wanted = f"{low} tot {high}" if low else f"hoogstens {high}"
        message = f"de tekst heeft {invitation.words} woorden; {facts.length} is {wanted}"
        cure = _SHORTER if invitation.words > high else "vertel meer, of kies 'lengte: kort'"
        yield Problem(message, cure, "uitnodiging", "hint", loc=("lengte",))
    if not start.heading:
        message = "geen zin is geschikt als kop; nu staat de naam van de training er"
        yield Problem(message, "geef zelf een 'kop'", "uitnodiging", "hint")
    for name in sorted(unsaid):
        message = f"'{name}' staat niet in een {_LENGTHS[facts.length]} tekst"
        cure = "laat het zo, of kies een andere lengte"
        yield Problem(message, cure, "uitnodiging", "hint", loc=(name,))


_LENGTHS = {Length.SHORT: "korte", Length.LONG: "lange"}
_SHORTER = "kort 'last', 'wens' of 'aanpak' in"


def _bare(text: str) -> str:
    return text.rstrip(".; ")
