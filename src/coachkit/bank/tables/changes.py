"""What an import does to a set that is there already: new, changed and lost questions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from coachkit.bank.load import ids_in, read_item
from coachkit.model import Question, QuestionSet
from coachkit.yamlfile import Document, parse_yaml, read_yaml

_SHOWN = 5


@dataclass(frozen=True)
class Changes:
    """How many questions are new and changed, and the ids of those that are gone."""

    new: int = 0
    changed: int = 0
    gone: tuple[str, ...] = ()

    def __str__(self) -> str:
        """``1 nieuw, 2 veranderd, 1 weg (linde-moed)``; empty when nothing changed."""
        more = ", ..." if len(self.gone) > _SHOWN else ""
        ids = f" ({', '.join(self.gone[:_SHOWN])}{more})"
        counts = ((self.new, "nieuw"), (self.changed, "veranderd"), (len(self.gone), "weg" + ids))
        return ", ".join(f"{count} {word}" for count, word in counts if count)


def changes_in(path: Path, data: bytes) -> Changes:
    """Compare the set in a file with the YAML that will replace it; no file gives no changes."""
    if not path.is_file():
        return Changes()
    old, new = _questions(read_yaml(path)), _questions(parse_yaml(data, str(path)))
    return Changes(
        new=len(new.keys() - old.keys()),
        changed=sum(new[id_] != old[id_] for id_ in new.keys() & old.keys()),
        gone=tuple(id_ for id_ in old if id_ not in new),
    )


def _questions(document: Document) -> Mapping[str, Question | None]:
    """Return the questions by id; of a file that is broken only the ids are known."""
    item, _ = read_item(document)
    if isinstance(item, QuestionSet):
        return {question.id: question for question in item.questions}
    return dict.fromkeys(sorted(ids_in(document.data)))
