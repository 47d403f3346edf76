"""Homework that came back: the answers to one worksheet, by question."""

from __future__ import annotations

from dataclasses import dataclass

from coachkit.answers.value import Filled, Value
from coachkit.model.form import FormQuestion, WorksheetForm


@dataclass(frozen=True, slots=True)
class Answered:
    """One question with what a client answered; ``value`` is empty when he left it open.

    ``remarks`` tell, in Dutch, what in the answer does not fit its type.
    """

    question: FormQuestion
    value: Value
    remarks: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The id of the question in the question bank."""
        return self.question.id

    @property
    def is_empty(self) -> bool:
        """Whether nothing was answered."""
        return self.value in (None, ())


@dataclass(frozen=True, slots=True)
class Answers:
    """All answers to one worksheet.

    ``answers["question-id"]`` is the typed value of one question; an id that is not on the sheet
    raises ``KeyError``. ``notes`` tell, in Dutch, what the coach should know of the file.
    """

    form: WorksheetForm
    questions: tuple[Answered, ...]
    notes: tuple[str, ...] = ()
    source: str = ""

    def __getitem__(self, id_: str) -> Value:
        for answered in self.questions:
            if answered.id == id_:
                return answered.value
        raise KeyError(id_)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was answered at all."""
        return all(answered.is_empty for answered in self.questions)

    @property
    def is_on_paper(self) -> bool:
        """Whether the file is a sheet for the pen: what was answered stands on paper."""
        return self.form.variant == "schrijven" and self.is_empty


def answers_of(
    form: WorksheetForm, filled: Filled, notes: tuple[str, ...] = (), source: str = ""
) -> Answers:
    """Return the answers in the fields of a form, each of the type of its question."""
    read = [(question, question.answer.read(question.field, filled)) for question in form.questions]
    answered = tuple(Answered(question, found.value, found.remarks) for question, found in read)
    return Answers(form, answered, notes, source)
