"""Find questions, and tell in Dutch all that is known of a question or recipe."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from coachkit.bank.bank import Bank
from coachkit.model import Question, Recipe, TextRecipe, expand
from coachkit.vocabulary import Category, Phase, Situation


@dataclass(frozen=True)
class Wanted:
    """What questions to find; ``None`` is any."""

    category: Category | None = None
    phase: Phase | None = None
    situation: Situation | None = None


def find_questions(bank: Bank, wanted: Wanted) -> list[Question]:
    """Return the questions that fit, without those that were retired, in the order of the bank."""
    return [
        question
        for question in bank.questions.values()
        if not question.retired
        and wanted.category in (None, question.category)
        and (wanted.phase is None or not question.phases or wanted.phase in question.phases)
        and (
            wanted.situation is None
            or not question.situations
            or wanted.situation in question.situations
        )
    ]


def find_recipes(bank: Bank, wanted: Wanted) -> list[Recipe]:
    """Return the recipes that fit, in the order of the bank."""
    return [
        recipe
        for recipe in bank.recipes.values()
        if (wanted.phase is None or not recipe.phases or wanted.phase in recipe.phases)
        and (
            wanted.situation is None
            or not recipe.situations
            or wanted.situation in recipe.situations
        )
        and (
            wanted.category is None
            or wanted.category in [section.category for section in recipe.sections]
        )
    ]


def find_text_recipes(bank: Bank, wanted: Wanted) -> list[TextRecipe]:
    """Return all text recipes; they are for no category, phase or situation."""
    return list(bank.texts.values()) if wanted == Wanted() else []


def describe_question(question: Question) -> list[str]:
    """Return lines on a question."""
    facts = {
        "vraag": question.text,
        "u-vorm": question.text_formal,
        "hulp": question.help,
        "voor": str(question.audience),
        "categorie": question.category,
        "fasen": ", ".join(question.phases) or "alle",
        "situaties": ", ".join(question.situations) or "alle",
        "antwoord": _answer(question),
        "minuten": question.minutes,
        "diepte": question.depth,
        "vervolgvraag": question.follow_up,
        "bron": question.source,
        "labels": ", ".join(question.labels),
        "patroon": f"staat voor {count} vragen (zie: bank show {question.id} --all)"
        if (count := len(expand(question))) > 1
        else None,
        "mag": "; ".join(f"{rule}: {why}" for rule, why in question.allowed.items()),
        "vervangt": question.replaces,
        "alleen op naam": "ja" if question.by_name_only else None,
        "vervallen": "ja" if question.retired else None,
    }
    return [question.id, *_lines(facts)]


def describe_recipe(recipe: Recipe) -> list[str]:
    """Return lines on a recipe."""
    facts = {
        "titel": recipe.title,
        "voor": str(recipe.audience),
        "soort": recipe.kind,
        "rijen": ", ".join(recipe.rows),
        "gegevens": recipe.data,
        "fasen": ", ".join(recipe.phases) or "alle",
        "situaties": ", ".join(recipe.situations) or "alle",
        "past bij": ", ".join(recipe.suits),
        "minuten": recipe.minutes,
        "inleiding": recipe.intro,
        "slot": recipe.closing,
    }
    sections = []
    for section in recipe.sections:
        what = " of ".join(section.fixed) or " ".join(
            [str(section.category or "vragen"), *section.labels, *section.kinds]
        )
        count = f" ({section.count} vragen)" if section.count > 1 else ""
        sections.append(f"  - {section.heading or '(zonder kop)'}: {what}{count}")
    return [recipe.id, *_lines(facts), "  onderdelen:", *("  " + line for line in sections)]


def describe_text_recipe(recipe: TextRecipe) -> list[str]:
    """Return lines on a text recipe: its paragraphs, and the sentences in them."""
    facts = {
        "titel": recipe.title,
        "soort": "tekst",
        "rijen": ", ".join(recipe.rows),
        "bron": recipe.source,
    }
    lines = [recipe.id, *_lines(facts), "  alinea's:"]
    for paragraph in recipe.paragraphs:
        lines.append(f"    - {paragraph.name}:")
        for sentence in paragraph.sentences:
            only = f" (alleen {sentence.length})" if sentence.length else ""
            lines.append(f"        {sentence.text}{only}")
    return lines


def _lines(facts: Mapping[str, object]) -> list[str]:
    return [f"  {key}: {value}" for key, value in facts.items() if value]


def _answer(question: Question) -> str:
    spec = question.answer.spec()
    details = ", ".join(f"{key}: {_flat(value)}" for key, value in spec.items() if value)
    return f"{question.answer.soort} ({details})" if details else question.answer.soort


def _flat(value: object) -> str:
    return " / ".join(str(part) for part in value) if isinstance(value, tuple) else str(value)
