"""The homework of one client, and what goes along to the next sheet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from coachkit.desk.client import MAX_LETTERS, TOO_LONG
from coachkit.desk.pieces import Piece
from coachkit.errors import InputError, Problem
from coachkit.homework.earlier import Earlier, told_by
from coachkit.model import Brief
from coachkit.model.homework import Answers
from coachkit.safetext import one_line, shown

STEP, ANSWER = "vorige_stap", "vorige_antwoord"
"""What goes along, by its key in a brief."""

Own = Mapping[str, str]
"""What a coach changed in it; an empty text leaves it out."""


@dataclass(frozen=True)
class ClientHomework:
    """Whose homework it is: a key to choose by, a name to show, and the pieces."""

    key: str
    name: str
    pieces: tuple[Piece, ...]

    @property
    def answers(self) -> tuple[Answers, ...]:
        """All answers of this client."""
        return tuple(piece.answers for piece in self.pieces if piece.answers)

    @property
    def had_password(self) -> bool:
        """Whether a part of it was locked."""
        return any(piece.had_password for piece in self.pieces)

    @property
    def told(self) -> Earlier:
        """What the homework tells the next sheet."""
        return told_by(self.answers)

    def carried(self, own: Own) -> dict[str, str]:
        """Return the step and the words for the next sheet: the coach's own, or what is told."""
        told = self.told
        return {STEP: told.step or "", ANSWER: told.answer or "", **own}

    def brief(self, own: Own) -> Brief:
        """Return what is known for the next sheet.

        Raises:
            InputError: a text is far too long for a brief.

        """
        form = max(self.answers, key=lambda each: each.form.day or date.min).form
        given = {"naam": form.name, "kenmerk": form.mark, **self.carried(own)}
        return Brief(aanspreekvorm=form.form, **{key: text for key, text in given.items() if text})


def clients_of(pieces: Iterable[Piece]) -> tuple[ClientHomework, ...]:
    """Return homework by client; what has a password yet, or no name, is in none."""
    found: dict[str, list[Piece]] = {}
    for piece in pieces:
        if piece.client:
            found.setdefault(piece.client, []).append(piece)
    return tuple(ClientHomework(key, _name(each[0]), tuple(each)) for key, each in found.items())


def changed(client: ClientHomework, own: Own, key: str, words: str | None) -> dict[str, str]:
    """Return the coach's own words with those under a key changed; ``None`` takes them away.

    Raises:
        InputError: the words are far too long.

    """
    kept = {name: text for name, text in own.items() if name != key}
    if words is not None:
        if len(line := one_line(words)) > MAX_LETTERS:
            raise InputError([Problem(TOO_LONG, loc=(key,))])
        kept[key] = line
    client.brief(kept)
    return kept


def _name(piece: Piece) -> str:
    return shown(one_line(piece.form.whose if piece.form else ""), 80)
