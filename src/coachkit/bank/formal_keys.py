"""Which keys of a file of the bank have a companion for *u*, as the models tell."""

from __future__ import annotations

import typing
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import yaml
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from coachkit.address import Addressed
from coachkit.bank.formal_edit import pairs


@dataclass(frozen=True)
class Companion:
    """A key and that of its text with *u*; ``required``: always needed; ``many``: a list."""

    key: str
    formal: str
    required: bool
    many: bool


def places(
    root: yaml.Node, kind: type[BaseModel], of: type[BaseModel] | None = None
) -> Iterator[tuple[yaml.MappingNode, tuple[Companion, ...]]]:
    """Yield each mapping of a file, with the companions that it may have.

    Args:
        root: the composed node of the whole file.
        kind: the model of the whole file.
        of: only the mappings of this model.
    """
    for node, found in _walk(root, (kind,)):
        if of is None or found is of:
            yield node, companions(found)


@cache
def companions(model: type[BaseModel]) -> tuple[Companion, ...]:
    """Return the pairs of keys of a model, as they are written in YAML."""
    if not issubclass(model, Addressed):
        return ()
    fields = model.model_fields
    return tuple(
        Companion(
            fields[name].alias or name,
            fields[f"{name}_formal"].alias or f"{name}_formal",
            fields[f"{name}_formal"].is_required(),
            "tuple" in str(fields[f"{name}_formal"].annotation),
        )
        for name in model.pairs()
    )


def _walk(
    node: yaml.Node, models: tuple[type[BaseModel], ...]
) -> Iterator[tuple[yaml.MappingNode, type[BaseModel]]]:
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _walk(item, models)
    if not isinstance(node, yaml.MappingNode) or not models:
        return
    model = _model_of(node, models)
    if model is None:
        return
    yield node, model
    known = pairs(node)
    for name, info in model.model_fields.items():
        key = info.alias or name
        for value in _values(known[key][1], info) if key in known else ():
            yield from _walk(value, tuple(_models_in(info.annotation)))


def _values(node: yaml.Node, info: FieldInfo) -> list[yaml.Node]:
    """Return what the models of a field describe: of lists by their name, each list."""
    if typing.get_origin(info.annotation) is dict and isinstance(node, yaml.MappingNode):
        return [value for _, value in node.value]
    return [node]


def _model_of(
    node: yaml.MappingNode, models: tuple[type[BaseModel], ...]
) -> type[BaseModel] | None:
    """Return the model of a mapping: the one of its ``soort``, or one whose keys it has."""
    known = set(pairs(node))
    kind = pairs(node)["soort"][1].value if "soort" in known else None
    named = [m for m in models if "soort" in m.model_fields and kind == _kind(m)]
    fitting = named or [m for m in models if known & {i.alias or n for n, i in _fields(m)}]
    return fitting[0] if fitting else None


def _kind(model: type[BaseModel]) -> object:
    return model.model_fields["soort"].default


def _fields(model: type[BaseModel]) -> Iterable[tuple[str, FieldInfo]]:
    return model.model_fields.items()


def _models_in(annotation: object) -> Iterator[type[BaseModel]]:
    """Yield the models that an annotation names, also inside tuples and unions."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in typing.get_args(annotation):
        yield from _models_in(part)
