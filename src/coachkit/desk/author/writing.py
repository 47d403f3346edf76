"""The question that is being written: its fields, and what there is to see of it on every key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from coachkit.desk.author.fields import ANSWER, FormField
from coachkit.desk.author.form import QuestionForm, plain
from coachkit.desk.author.naming import proposed_id
from coachkit.desk.author.near import Near, Neighbours
from coachkit.desk.author.remarks import Checked, Remark, check
from coachkit.desk.author.trial import trial_sheet
from coachkit.errors import InputError, Problem
from coachkit.language.formal import FormalResult, to_formal
from coachkit.lint.twins import RULE
from coachkit.model import Question, expand, fingerprint
from coachkit.practice import Practice
from coachkit.vocabulary import Category, Form

if TYPE_CHECKING:
    from coachkit.export.page import Variant
    from coachkit.export.preview import Preview

_MAX_ID = 200


@dataclass(frozen=True, eq=False)
class Around:
    """What a question is written in: the practice, its set, and the rest of the bank."""

    practice: Practice
    set_name: str
    shared: Mapping[str, Any]
    taken: frozenset[str]
    neighbours: Neighbours


@dataclass
class InSet:
    """Where a question stands in its set: its id there, and whether that is for good."""

    id: str = ""
    permanent: bool = False
    unread: dict[str, str] = field(default_factory=dict)
    """Keys with a text that nobody looked at yet, each with what must be decided (or nothing)."""


class Writing:
    """One question on the desk.

    Args:
        around: what it is written in; the desk gives a new one when the set changes.
        data: what stands in the file; ``None`` for a new question.
        in_set: where it stands in the set.

    """

    def __init__(
        self, around: Around, data: Mapping[str, Any] | None = None, in_set: InSet | None = None
    ) -> None:
        self.around = around
        self.form = QuestionForm(data)
        self.in_set = in_set or InSet()
        self.own_id = ""
        self._unread_before = dict(self.in_set.unread)
        self._checked: tuple[dict[str, Any], Around, Checked] | None = None
        self._shown: tuple[Question, str, Form, Preview] | None = None

    @property
    def id(self) -> str:
        """The id: what it is in the set, what was chosen, or a proposal from the text."""
        if self.own_id or self.in_set.id:
            return self.own_id or self.in_set.id
        text = self.form.written.get("text", "")
        return proposed_id(text, self.around.set_name, self.around.taken)

    @property
    def changed(self) -> bool:
        """Whether anything was written that is not in the set."""
        marks = self.in_set.unread != self._unread_before
        return self.form.changed or marks or self.own_id not in ("", self.in_set.id)

    @property
    def reviewed(self) -> bool:
        """Whether a person looked at the text with *u*, and the question is still the same."""
        return self.form.reviewed == fingerprint(self.form.written.get("text", ""))

    @property
    def fields(self) -> tuple[FormField, ...]:
        """The fields that this question has; those of its answer follow its kind."""
        return self.form.fields

    def value(self, name: str) -> str:
        """Return what stands in a field; ``id`` is one too."""
        return self.id if name == "id" else self.form.written.get(name, "")

    def write(self, name: str, words: str) -> None:
        """Take what a person wrote in a field.

        Raises:
            InputError: there is no such field, it is far too much, or the id is for good; nothing
                changes.

        """
        if name == "id":
            self._name(words.strip())
            return
        self.form.write(name, words)
        if name.endswith("_formal"):
            self.in_set.unread.pop(self._key(name), None)

    def data(self) -> dict[str, Any]:
        """Return what the file will hold."""
        return {"id": self.id, **self.form.data(self.around.shared)}

    def check(self) -> Checked:
        """Return the question as far as it can be read, with all remarks."""
        data = self.data()
        if self._checked is None or self._checked[:2] != (data, self.around):
            checked = self._with_taken(check(data, self.around.shared))
            self._checked = data, self.around, checked
        return self._checked[2]

    def problems(self) -> tuple[Remark, ...]:
        """Return what there is to say, by field: what blocks comes first."""
        return self.check().remarks

    def near(self) -> tuple[Near, ...]:
        """Return the questions of the bank that are almost the same, the most alike first."""
        question = self.check().question
        text = self.form.written.get("text", "")
        wordings = [plain.text for plain in expand(question)] if question else [text]
        own_id, allowed = self.in_set.id or self.id, RULE in (self.data().get("mag") or ())
        return self.around.neighbours.near(wordings, own_id, allowed=allowed)

    def proposed_formal(self, name: str = "text") -> FormalResult:
        """Return a text with *u* for a field, with ``auto``, or ``ask`` and why.

        Args:
            name: the field with *je*; of several lines each is done by itself.

        Raises:
            InputError: the field has no companion with *u*.

        """
        self._companion(name)
        lines = self.form.written.get(name, "").split("\n")
        results = [to_formal(line) for line in lines]
        why = "; ".join(dict.fromkeys(result.why for result in results if result.why))
        text = "\n".join(result.text for result in results)
        return FormalResult(text, "ask" if why else "auto", why)

    def wants_formal(self) -> tuple[str, ...]:
        """Return the fields of which the text with *u* is missing."""
        return self.form.wants_formal()

    def take_formal(self, name: str = "text") -> None:
        """Take over the proposal for a field; it counts as not looked at.

        Raises:
            InputError: the field has no companion with *u*.

        """
        result = self.proposed_formal(name)
        companion = self._companion(name)
        self.form.write(companion, result.text)
        self.in_set.unread[self._key(companion)] = result.why
        self.form.reviewed = ""

    def mark_reviewed(self) -> None:
        """Note that a person looked at all texts with *u*.

        Raises:
            InputError: one is missing.

        """
        missing = self.wants_formal()
        if missing or not self.form.written.get("text", "").strip():
            name = missing[0] if missing else "text"
            cure = "neem het voorstel over, of schrijf de tekst met u"
            raise InputError([Problem("er is nog geen u-tekst om na te kijken", cure, loc=(name,))])
        self.in_set.unread.clear()
        self.form.reviewed = fingerprint(self.form.written["text"])

    def preview(self, variant: Variant = "invullen", form: Form = Form.INFORMAL) -> Preview:
        """Return a small sheet with just this question, as it will be printed.

        What is not written yet is filled in for the while: the text with *u*, the category.

        Args:
            variant: ``invullen`` (boxes) or ``schrijven`` (lines for a pen).
            form: whether the client reads *je* or *u*.

        Raises:
            InputError: too little is there to show; all problems.
            ExportError: it cannot be laid out.

        """
        from coachkit.export.preview import preview  # noqa: PLC0415  # draws in Typst

        question = self._showable()
        if self._shown is None or self._shown[:3] != (question, variant, form):
            sheet = trial_sheet(question, self.around.practice, form)
            self._shown = question, variant, form, preview(sheet, variant=variant)
        return self._shown[3]

    def take_over(self, other: Writing, *, only_new: bool) -> None:
        """Take over what was written of the same question.

        Args:
            other: what was written.
            only_new: only what was not in the set yet; else all of it, with the id.

        """
        if not only_new:
            self.form.written, self.own_id = dict(other.form.written), other.id
            self.form.reviewed, self.in_set.unread = other.form.reviewed, other.in_set.unread
            return
        self.form.written.update(other.form.changes())
        self.own_id = other.own_id
        if other.form.review_changed:
            self.form.reviewed = other.form.reviewed
        if other.in_set.unread != other._unread_before:
            self.in_set.unread = dict(other.in_set.unread)

    def _showable(self) -> Question:
        checked = self.check()
        if checked.question is None:
            data = self.data()
            data.setdefault("vraag_u", self.proposed_formal().text or None)
            shared = {"categorie": Category.DESIRE, **self.around.shared}
            question = check(data, shared).question
            if question is None:
                raise InputError(checked.blocking)
            return question
        return checked.question

    def _with_taken(self, checked: Checked) -> Checked:
        if self.id not in self.around.taken - {self.in_set.id}:
            return checked
        message, cure = f"de id '{self.id}' is al in gebruik", "kies een andere id"
        told = Remark("id", message, cure, "error", "dubbele-id", blocks=True)
        return Checked(checked.question, (told, *checked.remarks))

    def _name(self, id_: str) -> None:
        if self.in_set.permanent and id_ != self.in_set.id:
            message = f"de id '{self.in_set.id}' is bewaard, en een id verandert nooit meer"
            cure = "laat deze vraag vervallen en schrijf een nieuwe, als het echt anders moet"
            raise InputError([Problem(message, cure, loc=("id",))])
        self.own_id = plain(id_[:_MAX_ID])

    def _companion(self, name: str) -> str:
        found = next((each.formal for each in self.fields if each.name == name), "")
        if not found:
            message = f"bij het veld '{name[:40]}' hoort geen tekst met u"
            raise InputError([Problem(message, "kies een veld met een tekst", loc=(name[:40],))])
        return found

    def _key(self, name: str) -> str:
        """Return the key of the question at which a mark for a field stands."""
        if name.startswith(ANSWER):
            return "antwoord"
        return next(each.key for each in self.fields if each.name == name)
