"""Questions of the bank that are almost the same, and the pairs that may be.

``dubbelgangers.yaml``, in a folder with question sets or the one above it, names those pairs:

    dubbelgangers:
      - {vragen: [stap-een, stap-twee], reden: "de ene is voor de start, de andere voor later"}
"""

from __future__ import annotations

from collections import defaultdict
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


def twin_problems(standing: Sequence[Standing], pairs_files: Iterable[Path]) -> Iterator[Problem]:
    """Yield a problem for each question that is like others and may not be."""
    allowed = {frozenset(pair.ids) for path in pairs_files for pair in _read(path)[0]}
    texts = [(place, plain.text) for place in standing for plain in expand(place.question)]
    ids = [place.question.id for place, _ in texts]
    alike: dict[str, dict[str, _Twin]] = defaultdict(dict)
    for first, second in near_pairs([text for _, text in texts], ids):
        both = (texts[first][0].question, texts[second][0].question)
        pair = frozenset((ids[first], ids[second]))
        if pair in allowed or any("dubbelganger" in question.allowed for question in both):
            continue
        # Told at the later one, unless only the other is looked at.
        here, other = (second, first) if texts[second][0].named else (first, second)
        if texts[here][0].named:
            twin = _Twin(texts[here][0], *texts[other], text=texts[here][1])
            alike[ids[here]].setdefault(ids[other], twin)
    for twins in alike.values():
        yield _problem(list(twins.values()))


@dataclass(frozen=True)
class _Twin:
    here: Standing
    other: Standing
    other_text: str
    text: str

    @property
    def distance(self) -> int:
        """How far the two are apart in length: of several, the nearest is told."""
        return abs(len(self.text) - len(self.other_text))


def _problem(twins: list[_Twin]) -> Problem:
    twin = min(twins, key=lambda twin: twin.distance)
    here, other = twin.here, twin.other
    same_file = other.document.path == here.document.path
    where = "" if same_file else f" in {Path(other.document.path).name}"
    more = f" (en op nog {len(twins) - 1} andere)" if len(twins) > 1 else ""
    message = f"dit lijkt bijna helemaal op '{other.question.id}'{where}{more}: '{twin.other_text}'"
    cure = f"vraag iets anders, haal er een weg, of zet het paar in {PAIRS_FILE}"
    problem = Problem(message, cure, "dubbelganger", loc=(*here.loc, "vraag"))
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
