"""Write an invitation to a training: facts in, text out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal

from pydantic import Field
from slugify import slugify

from coachkit.bank.bank import Bank
from coachkit.desk.desk import Desk, Work
from coachkit.desk.invitation_ahead import wrong_ahead
from coachkit.desk.invitation_fields import (
    FIELDS,
    facts_data,
    field_of,
    fields_of,
    in_words,
)
from coachkit.desk.invitation_files import FOLDER
from coachkit.errors import FileError, InputError, Problem, SelectionError
from coachkit.files import write_under_free_names
from coachkit.invitation.facts import Facts, facts_in
from coachkit.invitation.text import names_in, write_invitation
from coachkit.language.formal import FormalResult, to_formal
from coachkit.model import TextRecipe
from coachkit.practice import Practice
from coachkit.safetext import one_line, shown
from coachkit.vocabulary import Form
from coachkit.yamlfile import parse_yaml

RECIPE = "uitnodiging"
MAX_LETTERS = 5_000
"""In characters, of one field: more than any fact may have."""

TextFormat = Literal["md", "txt"]
FORMATS: tuple[TextFormat, ...] = ("md", "txt")
"""Markdown, and plain text for a mail."""

_ASIDE = frozenset({"aanpak", "trainer", "iets_vragen"})
"""Facts on which nothing else rests."""

_NO_SHEET = Problem("dit is geen blad met feiten", "geef een bestand met sleutels als training:")


@dataclass(frozen=True)
class Written:
    """What the facts give.

    Attributes:
        texts: the text in each format; empty as long as something is missing or not right.
        words: how many words it has.
        missing: the keys of the facts without which there is no text, in their order.
        problems: by the key of a field what is wrong with it, in Dutch; under an empty key what
            is of no field.
        remarks: in the same way what may be better.
        proposals: by the key of a field that says je, where the reader is u, the same with u.

    """

    texts: Mapping[TextFormat, str] = field(default_factory=dict)
    words: int = 0
    missing: tuple[str, ...] = ()
    problems: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    remarks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    proposals: Mapping[str, FormalResult] = field(default_factory=dict)


class InvitationWork(Work):
    """What is kept of an invitation: all fields as they were typed."""

    fields: dict[str, str] = Field({})
    recipe: str = RECIPE


class Invitation(Desk[InvitationWork]):
    """One invitation that a trainer writes.

    Attributes:
        bank: where the text recipes are.
        recipe: the id of the text recipe.
        fields: what was typed, by the keys of :data:`~coachkit.desk.invitation_fields.FIELDS`.
        messages: what the last action told, in Dutch.

    """

    _kind = "uitnodiging"
    _model = InvitationWork
    recipe: str
    fields: dict[str, str]
    messages: tuple[str, ...]

    def __init__(self, bank: Bank, practice: Practice, day: date) -> None:
        self.bank = bank
        self._last: tuple[object, Written] | None = None
        super().__init__(practice, day)

    def put(self, key: str, text: str) -> None:
        """Fill in a fact, as it was typed; what is wrong with it stands in :attr:`written`.

        Raises:
            InputError: there is no such fact, or the text is far too long; what stood there stays.

        """
        self.fields = {**self.fields, **_checked({key: text})}
        self._save()

    def take_formal(self, key: str) -> None:
        """Take over the text with *u* that :attr:`written` proposes for a field, if it does so."""
        if proposal := self.written.proposals.get(key):
            self.put(key, proposal.text)

    @property
    def written(self) -> Written:
        """The text that the facts of now give, or what it lacks."""
        asked = (self.fields, self.recipe)
        if self._last is None or self._last[0] != asked:
            self._last = asked, self._write()
        return self._last[1]

    def _write(self) -> Written:
        missing = tuple(each.key for each in FIELDS if self._lacks(each.key) and each.is_needed)
        try:
            recipe = self.bank.text_recipe(self.recipe)
            made = write_invitation(self._facts(recipe), recipe, self.day)
        except InputError as error:
            wrong = [each for each in error.problems if field_of(each) not in missing]
            proposals = self._proposals(wrong)
            return Written(missing=missing, problems=_by_field(wrong), proposals=proposals)
        except SelectionError as error:
            return Written(problems={"": (str(error),)})
        texts: dict[TextFormat, str] = {"md": made.markdown, "txt": made.plain}
        return Written(texts, made.words, remarks=_by_field(made.remarks))

    def choose(self, recipe: str) -> None:
        """Choose another text recipe.

        Raises:
            SelectionError: there is none with this id.

        """
        self.recipe = self.bank.text_recipe(recipe).id
        self._save()

    def read_facts(self, name: str, raw: bytes) -> tuple[str, ...]:
        """Begin with the facts in a YAML file; what lay here stays in its own draft.

        Facts that are not right are taken too, to be put right on the screen.

        Args:
            name: of the file.
            raw: the file itself.

        Returns:
            in Dutch, what could not be taken over.

        Raises:
            InputError: it is no sheet of facts; the desk is as it was.

        """
        document = parse_yaml(raw, shown(name, 120))
        if document.problems:
            raise InputError(document.problems)
        if not isinstance(document.data, dict):
            raise InputError([document.locate(_NO_SHEET)])
        found, told = fields_of(document.data)
        if not found:
            raise InputError([document.locate(_NO_SHEET)])
        fields = _checked(found)
        self.start_over()
        self.fields = {**self.fields, **fields}
        self.messages = tuple(told)
        self._save()
        return self.messages

    def as_file(self, format_: TextFormat) -> tuple[str, bytes]:
        """Return the text as a file, to download: its name and its bytes.

        Raises:
            InputError: there is no text yet; it tells what is missing or wrong.
            FileError: the format is not known.

        """
        if format_ not in FORMATS:
            raise FileError(f"formaat '{format_}' is onbekend; kies uit: {', '.join(FORMATS)}")
        written = self.written
        if not written.texts:
            raise InputError(_obstacles(written))
        stem = slugify(f"uitnodiging {self.fields['training']}", max_length=80)
        return f"{stem}.{format_}", written.texts[format_].encode()

    def save(self, format_: TextFormat) -> Path:
        """Write the text into ``uitnodigingen/`` of the practice, over nothing that is there.

        Returns:
            where it stands.

        Raises:
            InputError: there is no text yet; it tells what is missing or wrong.
            FileError: there is no practice folder, it cannot be written, or the format is not
                known.

        """
        file = self.as_file(format_)
        (path,) = write_under_free_names(self.folder / FOLDER, [file])
        return path

    @property
    def is_bare(self) -> bool:
        """Whether there is nothing on the desk to keep."""
        return all(self._lacks(key) for key in self.fields.keys() - self._standard.keys())

    def _facts(self, recipe: TextRecipe) -> Facts:
        """Return the facts; a wrong one for which this text has no sentence is left out."""
        data = facts_data(self.fields)
        try:
            return facts_in(data, self.day)
        except InputError as error:
            wrong = {field_of(each) for each in error.problems}
            if not wrong or wrong - (_ASIDE - names_in(recipe, self.fields["lengte"])):
                ahead = wrong_ahead(self.fields, wrong, recipe, self.day)
                raise InputError([*error.problems, *ahead]) from None
        return facts_in({key: data[key] for key in data if key not in wrong}, self.day)

    def _proposals(self, problems: Iterable[Problem]) -> dict[str, FormalResult]:
        if self.fields.get("aanspreekvorm") != Form.FORMAL:
            return {}
        keys = {field_of(each) for each in problems if each.rule == "aanspreekvorm"}
        found = {each.key: to_formal(self.fields[each.key]) for each in FIELDS if each.key in keys}
        return {key: made for key, made in found.items() if made.text != self.fields[key]}

    def _lacks(self, key: str) -> bool:
        return not self.fields.get(key, "").strip()

    @property
    def _standard(self) -> dict[str, str]:
        """What is filled in from the start."""
        length = str(Facts.model_fields["length"].default)
        return {"aanspreekvorm": str(self.practice.settings.form), "lengte": length}

    @property
    def _title(self) -> str:
        return shown(one_line(self.fields.get("training", "")), 80) or "een uitnodiging zonder naam"

    @property
    def _work(self) -> InvitationWork:
        return InvitationWork(fields=self.fields, recipe=self.recipe)

    def _put_back(self, work: InvitationWork) -> None:
        known = {each.key: "" for each in FIELDS}
        self.fields = {key: {**self._standard, **work.fields}.get(key, "") for key in known}
        self.recipe, self.messages = work.recipe, ()


def _checked(fields: Mapping[str, str]) -> dict[str, str]:
    """Return fields that can be kept: known ones, of texts that are not endless."""
    known = {each.key: each.label for each in FIELDS}
    problems = []
    for key, text in fields.items():
        if key not in known:
            message = f"'{shown(key)}' is geen feit van een training"
            problems.append(Problem(message, "kies een vak van dit scherm"))
        elif len(text) > MAX_LETTERS:
            message = f"bij '{known[key]}' staan meer dan {MAX_LETTERS} letters"
            problems.append(Problem(message, "maak het korter", loc=(key,)))
    if problems:
        raise InputError(problems)
    return dict(fields)


def _by_field(problems: Iterable[Problem]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for problem in problems:
        key = field_of(problem)
        found[key] = (*found.get(key, ()), in_words(problem))
    return found


def _obstacles(written: Written) -> list[Problem]:
    """Return all that stands between the facts and a text."""
    labels = [f"'{each.label}'" for each in FIELDS if each.key in written.missing]
    cure = "vul het in, dan komt er een tekst"
    missing = [Problem(f"er ontbreekt nog: {', '.join(labels)}", cure)] if labels else []
    known = {each.key: f"'{each.label}'" for each in FIELDS}
    wrong = [
        Problem(each if known.get(key, "") in each else f"{known[key]}: {each}")
        for key, told in written.problems.items()
        for each in told
    ]
    return [*missing, *wrong]
