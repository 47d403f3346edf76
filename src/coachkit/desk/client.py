"""For whom a session is: the brief as a coach fills it in, field by field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from coachkit.errors import InputError
from coachkit.language.goal import MAY_BE_DANGER, goal_forms, te_clause
from coachkit.model import Brief
from coachkit.model.brief import brief_keys
from coachkit.slots import fill
from coachkit.vocabulary import Form

Value = str | list[str]

KEYS = tuple(key for key in brief_keys() if key != "datum")
"""What a coach fills in, by the keys of a brief in YAML."""

_MANY = "leefwereld"
MAX_LETTERS = 1_000
"""In letters: what a field holds, here and where words go along to the next sheet."""

TOO_LONG = f"hier staan meer dan {MAX_LETTERS} letters; maak het korter"


@dataclass(frozen=True, slots=True)
class GoalEcho:
    """How the client's goal reads on a sheet.

    Attributes:
        sentence: a sentence with it, to be said yes or no to; empty when the goal is.
        why: why its grammar is not certain, so that the goal stands in quotes; else empty.
        care: whether it may be about death or harm, so that a person must look first.

    """

    sentence: str = ""
    why: str = ""
    care: bool = False


class ClientForm:
    """What a coach filled in of a client: all of it is kept, also what is not right yet."""

    def __init__(self, values: Mapping[str, object] | None = None) -> None:
        self.values: dict[str, Value] = {key: [] if key == _MANY else "" for key in KEYS}
        self.messages: dict[str, str] = {}
        for key, value in (values or {}).items():
            self.tell(key, value)

    def tell(self, key: str, value: object) -> None:
        """Fill in one field; a key that is not known is left out, a value becomes text."""
        if key not in self.values:
            return
        if key == _MANY:
            many = value if isinstance(value, list | tuple) else []
            self.values[key] = [str(each) for each in many]
        else:
            self.values[key] = "" if value is None else str(value)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was filled in yet; how the practice speaks to clients does not count."""
        return not any(_said(v) for key, v in self.values.items() if key != "aanspreekvorm")

    def brief(self, day: date) -> Brief | None:
        """Return the brief, or ``None`` while a field is not right; ``messages`` tells which.

        What a field says that is not right stands in ``messages`` by its key; a missing name does
        not, because an empty form is no mistake.
        """
        self.messages = {
            key: TOO_LONG
            for key, value in self.values.items()
            if isinstance(value, str) and len(value) > MAX_LETTERS
        }
        given = {key: value for key, value in self.values.items() if _said(value)}
        if "naam" not in given or self.messages:
            return None
        try:
            return Brief(**given, datum=day)
        except InputError as error:
            for problem in error.problems:
                key = str(problem.loc[0]) if problem.loc else "naam"
                told = f"{problem.message}; {problem.cure}" if problem.cure else problem.message
                self.messages.setdefault(key, told)
            return None

    def goal_echo(self, standard: Form) -> GoalEcho:
        """Return the goal in a sentence.

        Args:
            standard: how the practice speaks to clients, when the form does not say.

        """
        goal, te = str(self.values["doel"]).strip(), te_clause(str(self.values["doel_te"]))
        if not goal or len(goal) > MAX_LETTERS:
            return GoalEcho()
        is_formal = (self.values["aanspreekvorm"] or standard) == Form.FORMAL
        form = Form.FORMAL if is_formal else Form.INFORMAL
        found = goal_forms(goal, form)
        care = found.why == MAY_BE_DANGER
        if te := te or found.te or "":
            asks = f"Wat helpt {form} om {{{{ doel.te }}}}?"
            return GoalEcho(fill(asks, {"doel.te": te}), care=care)
        wanted = "U wilt" if is_formal else "Je wilt"
        sentence = fill(f"{wanted} {{{{ doel.citaat }}}}.", {"doel.citaat": found.quoted})
        return GoalEcho(sentence, found.why, care)


def _said(value: Value) -> bool:
    return bool(value.strip() if isinstance(value, str) else value)
