"""A first question set or recipe for a trainer: good examples, with a comment on each key."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain, count
from pathlib import Path
from typing import Literal

from slugify import slugify

from coachkit.bank.filenames import is_kept_by_windows
from coachkit.bank.load import ids_in, load_documents
from coachkit.bank.setfile import scalar, schema_beside
from coachkit.errors import InputError, Problem
from coachkit.resources import data_folder
from coachkit.vocabulary import Phase, Situation
from coachkit.yamlfile import Document, parse_yaml, read_yaml

Kind = Literal["vragenset", "werkvorm"]

_MAX_SLUG = 40
_PREFIX = {"vragenset": "mijn-vragen", "werkvorm": "mijn-werkvorm"}
_NAMED = {
    "vragenset": re.compile(r"^naam: Mijn vragen\b", re.MULTILINE),
    "werkvorm": re.compile(r"^titel: Mijn werkvorm\b", re.MULTILINE),
}


def starter(kind: Kind, name: str, path: Path, base: Iterable[Path] = ()) -> bytes:
    """Return the YAML of a starter that loads and needs nothing filled in.

    Args:
        kind: ``vragenset`` or ``werkvorm``.
        name: what the set or recipe is called; its ids follow from it.
        path: where it will be; its first line names the JSON schema that is near, if there is one.
        base: the files of the bank that it will stand beside.

    Raises:
        InputError: the name cannot be one, or its ids are taken.

    """
    beside = {file.resolve(): file for file in base}
    beside.pop(path.resolve(), None)
    known = [read_yaml(file) for file in beside.values()]
    text = (data_folder("templates") / "begin" / f"{kind}.yaml").read_text(encoding="utf-8")
    key = "naam" if kind == "vragenset" else "titel"
    text = _NAMED[kind].sub(lambda _: f"{key}: {scalar(name)}", text)
    slug = _free(slug_of(name, kind), kind, known)
    id_ = scalar(slug) if kind == "werkvorm" else slug
    text = text.replace(f"id: {_PREFIX[kind]}", f"id: {id_}")
    if schema := schema_beside(path.parent, f"{kind}.schema.json"):
        text = f"# yaml-language-server: $schema={schema}\n{text}"
    data = text.encode()
    bank = load_documents([*known, parse_yaml(data, str(path))])
    if problems := [p for p in bank.problems if p.path == str(path)]:
        raise InputError(
            Problem(f"'{name[:60]}': {p.message}", "kies een andere naam") for p in problems[:1]
        )
    return data


def slug_of(name: str, kind: Kind) -> str:
    """Return what ids begin with: a client may see them, so no situation or phase is in them."""
    slug = slugify(name, max_length=_MAX_SLUG, word_boundary=True)
    for word in (*Situation, *Phase):
        slug = re.sub(rf"(?:^|(?<=-)){word}(?=-|$)", "", slug)
    return re.sub(r"-{2,}", "-", slug).strip("-") or _PREFIX[kind]


def file_name(name: str, kind: Kind) -> str:
    """Return the name of the file of a set or a recipe: unlike an id, no client sees it."""
    stem = slugify(name, max_length=_MAX_SLUG, word_boundary=True) or _PREFIX[kind]
    if kind == "werkvorm" and "werkvorm" not in stem:
        stem += "-werkvorm"
    return f"{stem}-vragen.yaml" if is_kept_by_windows(stem) else f"{stem}.yaml"


def _free(slug: str, kind: Kind, known: Iterable[Document]) -> str:
    """Number what ids begin with when nothing of the name may be in it, and others begin so too."""
    if slug != _PREFIX[kind]:
        return slug
    ids = {id_ for document in known for id_ in (*ids_in(document.data), _own_id(document.data))}
    beginnings = chain([slug], (f"{slug}-{number}" for number in count(2)))
    return next(
        free for free in beginnings if not any(f"{id_}-".startswith(f"{free}-") for id_ in ids)
    )


def _own_id(data: object) -> str:
    return str(data.get("id", "")) if isinstance(data, dict) else ""
