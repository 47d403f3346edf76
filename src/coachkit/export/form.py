"""The form of a worksheet: what travels in the PDF and the web page, to read answers back."""

from __future__ import annotations

from coachkit.errors import ExportError
from coachkit.export.markdown import plain_text
from coachkit.export.page import Variant, people_of, sheet_name, sheet_title
from coachkit.model import Worksheet
from coachkit.model.form import MAX_QUESTIONS, FormQuestion, WorksheetForm


def build_form(sheet: Worksheet, variant: Variant) -> WorksheetForm:
    """Return the form of a worksheet, its questions as they stand on the page.

    Raises:
        ExportError: there are more questions than a form can hold.

    """
    people = people_of(sheet)
    asked = [(block, block.question) for block in sheet.blocks if block.question is not None]
    if len(asked) > MAX_QUESTIONS:
        raise ExportError(f"op een blad passen {MAX_QUESTIONS} vragen; haal er een paar weg")
    return WorksheetForm(
        worksheet=sheet.id,
        title=sheet_title(sheet),
        name=sheet_name(sheet),
        mark=sheet.mark if sheet_name(sheet) else "",
        day=sheet.day,
        form=sheet.form,
        variant=variant,
        questions=tuple(
            FormQuestion(
                field=f"v{number}",
                id=question.id,
                text=plain_text(block.text) or f"Vraag {number}",
                category=question.category,
                answer=question.answer.for_people(people),
            )
            for number, (block, question) in enumerate(asked, 1)
        ),
    )


def hints_of(sheet: Worksheet) -> dict[str, str]:
    """Return what stands under each question on the page, by its id."""
    asked = [(block, block.question) for block in sheet.blocks if block.question is not None]
    return {question.id: plain_text(block.body) for block, question in asked if block.body}
