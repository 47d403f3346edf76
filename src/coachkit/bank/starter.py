"""A first question set or recipe for a trainer: good examples, with a comment on each key."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from slugify import slugify

from coachkit.bank.load import load_documents
from coachkit.bank.setfile import scalar, schema_beside
from coachkit.errors import InputError, Problem
from coachkit.resources import data_folder
from coachkit.vocabulary import Phase, Situation
from coachkit.yamlfile import parse_yaml, read_yaml

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
    text = (data_folder("templates") / "begin" / f"{kind}.yaml").read_text(encoding="utf-8")
    key = "naam" if kind == "vragenset" else "titel"
    text = _NAMED[kind].sub(lambda _: f"{key}: {scalar(name)}", text)
    slug = slug_of(name, kind)
    id_ = scalar(slug) if kind == "werkvorm" else slug
    text = text.replace(f"id: {_PREFIX[kind]}", f"id: {id_}")
    if schema := schema_beside(path.parent, f"{kind}.schema.json"):
        text = f"# yaml-language-server: $schema={schema}\n{text}"
    data = text.encode()
    known = [read_yaml(file) for file in base if file.resolve() != path.resolve()]
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
    """Return the name of the file of a set or a recipe that is called so."""
    slug = slug_of(name, kind)
    more = "-werkvorm" if kind == "werkvorm" and "werkvorm" not in slug else ""
    return f"{slug}{more}.yaml"


def named(path: Path) -> str:
    """Return the name of a set whose file is called so: ``rust-en-ruimte.yaml``."""
    words = re.sub(r"[-_\s]+", " ", path.stem).strip()
    return words[:1].upper() + words[1:]
