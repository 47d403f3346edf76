"""Questions of the bank that are almost the same, and the pairs that may be.

``dubbelgangers.yaml``, in a folder with question sets or the one above it, names those pairs:

    dubbelgangers:
      - {vragen: [stap-een, stap-twee], reden: "de ene is voor de start, de andere voor later"}
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from coachkit.bank.load import PAIRS_FILE
from coachkit.errors import Problem
from coachkit.lint.near import near_pairs
from coachkit.model import Question
from coachkit.model.pattern import expand
from coachkit.slots import Text
from coachkit.validation import explain
from coachkit.yamlfile import Document, Loc, read_yaml

RULE = "dubbelganger"


class Pair(BaseModel):
    """Two questions that may be alike, and why."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    ids: tuple[str, str] = Field(alias="vragen")
    reason: Text = Field(alias="reden")


class Pairs(BaseModel):
    """The file with such pairs."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    pairs: tuple[Pair, ...] = Field(alias="dubbelgangers")


@dataclass(frozen=True)
class Standing:
    """A question with the place where it stands."""

    question: Question
    document: Document
    loc: Loc
    named: bool
    """Whether its file is one that problems are told of."""


def pairs_files_at(folder: Path) -> tuple[Path, Path]:
    """Return where a folder with question sets may have its file with pairs."""
    return folder / PAIRS_FILE, folder.parent / PAIRS_FILE


def allowed_pairs(pairs_files: Iterable[Path]) -> frozenset[frozenset[str]]:
    """Return the ids of questions that may be alike; files that are not there have none."""
    paths = [path for path in pairs_files if path.is_file()]
    return frozenset(frozenset(pair.ids) for path in paths for pair in _read(path)[0])


def twin_problems(standing: Sequence[Standing], pairs_files: Iterable[Path]) -> Iterator[Problem]:
    """Yield a problem for each question that is like others and may not be."""
    allowed = allowed_pairs(pairs_files)
    texts = [
        (place, plain.text)
        for place in standing
        if RULE not in place.question.allowed
        for plain in expand(place.question)
    ]
    ids = [place.question.id for place, _ in texts]
    nearest: dict[str, _Twin] = {}
    counts: Counter[str] = Counter()
    for first, second in near_pairs([text for _, text in texts], ids):
        if allowed and frozenset((ids[first], ids[second])) in allowed:
            continue
        # Told at the later one, unless only the other is looked at.
        here, other = (second, first) if texts[second][0].named else (first, second)
        (standing_here, text), (standing_other, other_text) = texts[here], texts[other]
        if not standing_here.named:
            continue
        id_ = ids[here]
        counts[id_] += 1
        apart = abs(len(text) - len(other_text))
        if id_ not in nearest or apart < nearest[id_].apart:
            nearest[id_] = _Twin(standing_here, standing_other, other_text, apart)
    for id_, twin in nearest.items():
        yield _problem(twin, counts[id_] - 1)


@dataclass(frozen=True)
class _Twin:
    """A question and the one that it is like; of several, the nearest in length is told."""

    here: Standing
    other: Standing
    other_text: str
    apart: int


def _problem(twin: _Twin, more: int) -> Problem:
    here, other = twin.here, twin.other
    same_file = other.document.path == here.document.path
    where = "" if same_file else f" in {Path(other.document.path).name}"
    rest = f" (en op nog {more} andere)" if more else ""
    message = f"dit lijkt bijna helemaal op '{other.question.id}'{where}{rest}: '{twin.other_text}'"
    cure = f"vraag iets anders, haal er een weg, of zet het paar in {PAIRS_FILE}"
    problem = Problem(message, cure, RULE, loc=(*here.loc, "vraag"))
    return here.document.locate(problem)


def pairs_problems(path: Path, known: Iterable[str]) -> list[Problem]:
    """Return what is wrong in a file with pairs; ``known`` are the ids of all questions."""
    pairs, problems = _read(path)
    ids = set(known)
    document = read_yaml(path)
    for i, pair in enumerate(pairs):
        problems += [
            document.locate(
                Problem(
                    f"er is geen vraag '{id_}'",
                    "controleer de id, of haal het paar weg",
                    "verwijzing",
                    "warning",
                    loc=("dubbelgangers", i, "vragen", j),
                )
            )
            for j, id_ in enumerate(pair.ids)
            if id_ not in ids
        ]
    return problems


def _read(path: Path) -> tuple[tuple[Pair, ...], list[Problem]]:
    document = read_yaml(path)
    if document.problems:
        return (), list(document.problems)
    try:
        return Pairs.model_validate(document.data).pairs, []
    except ValidationError as error:
        keys = ("dubbelgangers", "vragen", "reden")
        return (), [document.locate(problem) for problem in explain(error, keys)]
