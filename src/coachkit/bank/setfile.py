"""Write question sets as YAML, in the style of the files in ``vraagbank/vragen/``."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from coachkit.model import Question, QuestionSet
from coachkit.slots import lists_in

Data = Mapping[str, Any]

SCHEMA = "vragenset.schema.json"
WIDTH = 110
"""How long a line may be, in characters, before its parts get lines of their own."""

_ALWAYS_QUOTED = ("bron", "u_nagekeken")


def set_data(item: QuestionSet) -> dict[str, object]:
    """Return what stands in the file of a set, by Dutch key: only what was given, and no echoes."""
    data = _given(item, leave_out=("questions",))
    return {**data, "vragen": [_question_data(question, item) for question in item.questions]}


def set_text(data: Data, schema: str = "") -> str:
    """Return the YAML of a set.

    Args:
        data: as :func:`set_data` gives it.
        schema: the way from the file to its JSON schema, for editors.

    """
    lines = [f"# yaml-language-server: $schema={schema}"] if schema else []
    for key, value in data.items():
        if key != "vragen":
            lines += _entry(key, value)
    questions = data["vragen"]
    lines.append("vragen:" if questions else "vragen: []")
    for question in questions:
        entries = lines_of(question, WIDTH)
        lines += ["", f"  - {entries[0]}", *(f"    {line}" for line in entries[1:])]
    return "\n".join(lines) + "\n"


def schema_beside(folder: Path, name: str = SCHEMA) -> str:
    """Return the way from a folder to a JSON schema that is there; empty when there is none."""
    ways = [f"{up}{at}{name}" for up in ("", "../", "../../") for at in ("schema/", "")]
    return next((way for way in ways if (folder / way).is_file()), "")


def flow(value: object, key: str = "") -> str:
    """Return a value on one line: ``{soort: open, regels: 4}``."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{flow(k)}: {flow(v, k)}" for k, v in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(flow(part) for part in value) + "]"
    return scalar(value, key, inside=True)


def scalar(value: object, key: str = "", *, inside: bool = False) -> str:
    """Return a text, number or yes/no as YAML; ``inside`` brackets more texts need quotes."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    text = str(value)
    plain = key not in _ALWAYS_QUOTED or text.isalpha()
    return text if plain and _is_plain(text, inside=inside) else quoted(text)


def quoted(text: str) -> str:
    """Return a text in double quotes; JSON's escapes are YAML's too."""
    said = json.dumps(text, ensure_ascii=False)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", said)


def lines_of(data: Data, width: int = 10**9) -> list[str]:
    """Return each key of some data with its value on one line; what is wider is spread out."""
    return [line for key, value in data.items() for line in _entry(key, value, width)]


def _given(item: QuestionSet | Question, leave_out: tuple[str, ...]) -> dict[str, object]:
    data = item.model_dump(
        mode="json", by_alias=True, exclude_unset=True, exclude={*leave_out, "lists"}
    )
    # An empty value says no more than one that is not there.
    return {key: value for key, value in data.items() if value not in (None, "", [], {})} | (
        _lists(item.lists) if isinstance(item, QuestionSet) else {}
    )


def _lists(lists: Mapping[str, Sequence[object]]) -> dict[str, object]:
    found = {
        name: [
            part.model_dump(mode="json", by_alias=True, exclude_none=True)  # type: ignore[attr-defined]
            for part in parts
        ]
        for name, parts in lists.items()
    }
    return {"lijsten": found} if found else {}


def _question_data(question: Question, item: QuestionSet) -> dict[str, object]:
    data = _given(question, leave_out=("audience", "category"))
    own: dict[str, object] = {}
    if question.audience != item.audience:
        own["doelgroep"] = str(question.audience)
    if question.category != item.category:
        own["categorie"] = question.category and str(question.category)
    own |= _lists(_own_lists(question, item))
    order = [info.alias or name for name, info in Question.model_fields.items()]
    return {key: (data | own)[key] for key in order if key in data or key in own}


def _own_lists(question: Question, item: QuestionSet) -> dict[str, Sequence[object]]:
    """Return the lists that do not come from the set: a set passes on those that are used."""
    texts = (
        *(question.text, question.text_formal, question.help, question.help_formal),
        *(question.follow_up, question.follow_up_formal),
    )
    used = {name for text in texts if text for name in lists_in(text)}
    return {
        name: parts
        for name, parts in question.lists.items()
        if name not in used or item.lists.get(name) != parts
    }


def _entry(key: str, value: object, width: int = WIDTH) -> list[str]:
    """Return a key with its value: on one line where it fits, else each part on its own."""
    name = scalar(key)
    if not isinstance(value, Mapping | list | tuple):
        return [f"{name}: {scalar(value, key)}"]
    line = f"{name}: {flow(value, key)}"
    if len(line) <= width or not value:
        return [line]
    return [f"{name}:", *(f"  {part}" for part in _parts(value))]


def _parts(value: object) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, part in value.items():
            yield from _entry(key, part)
    elif isinstance(value, list | tuple):
        for part in value:
            text = flow(part) if isinstance(part, Mapping | list | tuple) else scalar(part)
            yield f"- {text}"


_UNSAFE_START = re.compile(r"[-?:,\[\]{}#&*!|>'\"%@`=<~\s]")
_PRINTABLE = r"\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff"
_UNSAFE = re.compile(rf": |:$| #|\s$|[^{_PRINTABLE}]")
_UNSAFE_INSIDE = re.compile(r"[,\[\]{}]|:")


def _is_plain(text: str, *, inside: bool) -> bool:
    """Tell whether YAML reads a text back as it is, without quotes."""
    if not text or _UNSAFE_START.match(text) or _UNSAFE.search(text):
        return False
    if inside and _UNSAFE_INSIDE.search(text):
        return False
    return _tag(text) == _TEXT_TAG and not (_OTHER_NUMBERS.match(text))


def _tag(text: str) -> str:
    """Return what YAML takes a text for that has no quotes."""
    return str(_resolver.resolve(yaml.ScalarNode, text, (True, False)))  # type: ignore[no-untyped-call]


_resolver = yaml.SafeLoader("")
_TEXT_TAG = "tag:yaml.org,2002:str"
# Texts that other readers of YAML take for numbers: 1e5, 0o17.
_OTHER_NUMBERS = re.compile(r"[-+.]?[0-9][0-9_.eExXoO:+-]*$")

_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
