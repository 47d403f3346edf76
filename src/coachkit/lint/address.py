"""Rules about who is spoken to: *je* or *u*, never both, and never *hij* for the client."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coachkit.address import address_problems, speaks_informally
from coachkit.errors import Problem
from coachkit.language.clause import FINITE_VERBS, PREPOSITIONS, QUESTION_WORDS
from coachkit.lint.reading import Reading
from coachkit.lint.rule import Finding
from coachkit.model import Question, fingerprint

_FORMAL = re.compile(r"\b(?:u|uw|uzelf)\b", re.IGNORECASE)
_CLIENT = re.compile(r"\b(?:de|een|deze|elke) cliënte?\b|\bhij of zij\b|\b(?:hem|zijn) of haar\b")


def mixed(reading: Reading) -> Finding | None:
    """Find *je* and *u* in one text."""
    if not (speaks_informally(reading.plain) and _FORMAL.search(reading.plain)):
        return None
    return Finding("je en u staan door elkaar", "kies er een: je in 'vraag', u in 'vraag_u'")


def third_person(reading: Reading) -> Finding | None:
    """Find a question to a client that speaks of the client as somebody else."""
    found = _CLIENT.search(reading.small)
    word = found[0] if found else _bare_he(reading)
    if not word:
        return None
    return Finding(f"'{word}': de cliënt leest dit zelf", "spreek de cliënt aan met je of u")


def _bare_he(reading: Reading) -> str:
    """Return *hij* when nobody was named whom it could mean: *Wat wil hij bereiken?*."""
    tokens = reading.sentences[0].tokens if reading.sentences else ()
    if "hij" not in tokens[:4]:
        return ""
    before = tokens[: tokens.index("hij")]
    known = QUESTION_WORDS | FINITE_VERBS | PREPOSITIONS | {"en", "maar", "of"}
    return "hij" if len(before) == 2 or set(before) <= known else ""


def differ_in_address_only(informal: str, formal: str) -> bool:
    """Tell whether two texts are the same but for *je* and *u*, and the verbs that go with them."""
    if informal == formal:
        return True
    one, other = informal.lower().split(), formal.lower().split()
    return len(one) == len(other) and all(map(_same_but_for_address, one, other))


def _same_but_for_address(word: str, formal: str) -> bool:
    if formal in (word, f"{word}t"):
        return True
    bare = word.rstrip(",.?!:;")
    mark = word[len(bare) :]
    return formal in (f"{bare}t{mark}", f"{bare}{bare[-1:]}t{mark}") or (
        bare in _YOUR_WORDS and formal.removesuffix(mark) in _FORMAL_WORDS
    )


_YOUR_WORDS = frozenset(("je", "jij", "jou", "jouw", "jezelf"))
_FORMAL_WORDS = frozenset(("u", "uw", "uzelf", "zich", "zichzelf"))


def address_of(question: Question) -> Iterator[Problem]:
    """Yield what is wrong between the two forms of a question."""
    yield from address_problems(question)
    if question.review_is_old:
        message = "'vraag' is veranderd nadat 'vraag_u' was nagekeken"
        cure = f'kijk vraag_u na en zet u_nagekeken: "{fingerprint(question.text)}"'
        yield Problem(message, cure, "u-vorm-verouderd", "warning", loc=("u_nagekeken",))
