"""The form in a worksheet: which fields it has, and which question each of them answers.

It travels in the PDF and in the web page, so that what a client sends back can be read without
anything else. It holds nothing that is for the coach alone: never why a question was chosen.
"""

from __future__ import annotations

import hashlib
import json
from datetime import date
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)

from coachkit import answers
from coachkit.answers import AnyAnswer
from coachkit.errors import HomeworkError
from coachkit.model.worksheet import FileName
from coachkit.vocabulary import Category, Form

SCHEMA = 1
MAX_QUESTIONS = 1000
ATTACHMENT = "coachkit.json"
"""What the form is called in a PDF."""

TICKED = "Ja"
"""The state of a check box in a PDF that is ticked."""

_SEAL = "controle"


def _whole(text: str) -> str:
    """Return a text without halves of letters (lone surrogates), which no PDF can hold."""
    return text.encode("utf-8", "replace").decode()


Text = Annotated[str, AfterValidator(_whole)]


class _Noun(BaseModel):
    model_config = ConfigDict(
        frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True
    )

    def __deepcopy__(self, memo: dict[int, Any] | None = None) -> Self:
        """Return itself: nothing in it changes."""
        return self


class FormQuestion(_Noun):
    """One question of the form; ``field`` is what its fields begin with: ``v1``, ``v2`` ..."""

    field: Annotated[str, StringConstraints(pattern=r"^v[1-9][0-9]{0,5}$")] = Field(alias="veld")
    id: str
    text: Text = Field(alias="vraag")
    category: Category | None = Field(None, alias="categorie")
    answer: AnyAnswer = Field(alias="antwoord")

    @property
    def fields(self) -> tuple[answers.Field, ...]:
        """The fields of this question, in the order in which they stand on the page."""
        return self.answer.fields(self.field)

    def tooltip(self, field: answers.Field) -> str:
        """Return what a screen reader says at a field: the question, and which part of it."""
        return _whole(f"{self.text} {field.label}".strip())


class WorksheetForm(_Noun):
    """All questions of one worksheet, in their order, with the fields that answer them."""

    kind: Literal["coachkit-werkblad"] = Field("coachkit-werkblad", alias="soort")
    schema_version: Literal[1] = Field(1, alias="schema")
    worksheet: FileName = Field(alias="werkblad")
    title: Text = Field(alias="titel")
    name: Text = Field("", alias="naam")
    mark: Text = Field("", alias="kenmerk")
    day: date | None = Field(None, alias="datum")
    form: Form = Field(Form.INFORMAL, alias="aanspreekvorm")
    variant: Literal["invullen", "schrijven"] = "invullen"
    questions: tuple[FormQuestion, ...] = Field((), alias="vragen", max_length=MAX_QUESTIONS)

    @property
    def whose(self) -> str:
        """Whose sheet it is: the name, and the mark that tells two of one name apart."""
        return f"{self.name} ({self.mark})" if self.mark else self.name

    @property
    def names(self) -> dict[str, str]:
        """What comes back, by name: ``text``, ``check`` or ``radio``; a group counts once."""
        return {
            field.key: "text" if field.is_text else field.kind
            for question in self.questions
            for field in question.fields
        }

    @model_validator(mode="after")
    def _names_are_unique(self) -> Self:
        for what in ("field", "id"):
            found = [getattr(question, what) for question in self.questions]
            if len(set(found)) < len(found):
                raise ValueError("twee vragen hebben dezelfde naam")
        return self


def seal_form(form: WorksheetForm) -> bytes:
    """Return the form as JSON (ASCII, keys in order) with a fingerprint of itself."""
    data = form.model_dump(mode="json", by_alias=True, exclude={"questions"})
    data["vragen"] = [_question_data(question) for question in form.questions]
    return _canonical({**data, _SEAL: _fingerprint(data)})


def open_form(data: Any) -> WorksheetForm:
    """Return the form in data that came from JSON.

    Raises:
        HomeworkError: it is no form, is of another version, or was changed after it was sealed.

    """
    if not isinstance(data, dict) or data.get("soort") != "coachkit-werkblad":
        raise HomeworkError(f"hier zit geen werkblad van coachkit in; {_CURE}")
    if type(data.get("schema")) is not int or data["schema"] != SCHEMA:
        raise HomeworkError("dit werkblad is van een andere versie van coachkit; werk coachkit bij")
    rest = {key: value for key, value in data.items() if key != _SEAL}
    try:
        if data.get(_SEAL) != _fingerprint(rest):
            raise HomeworkError(f"de gegevens van dit werkblad zijn veranderd; {_CURE}")
        return WorksheetForm.model_validate(rest, by_alias=True, by_name=False)
    except (ValueError, RecursionError):
        raise HomeworkError(f"de gegevens van dit werkblad kloppen niet; {_CURE}") from None


_CURE = "vraag je cliënt het blad opnieuw te sturen"


def _question_data(question: FormQuestion) -> dict[str, Any]:
    answer = {"soort": question.answer.soort, **question.answer.spec()}
    whole = question.model_dump(mode="json", by_alias=True, exclude={"answer"}, exclude_none=True)
    return {**whole, "antwoord": answer}


def _fingerprint(data: dict[str, Any]) -> str:
    return hashlib.sha256(_canonical(data)).hexdigest()


def _canonical(data: dict[str, Any]) -> bytes:
    return json.dumps(data, sort_keys=True, separators=(",", ":")).encode("ascii")
