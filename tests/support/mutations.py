"""Changes of homework by chance: of its bytes, of the objects in a PDF, of the data in JSON.

The same seed gives the same changes.
"""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Callable, Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from support.hostile import Homework, changed

Mutant = tuple[str, bytes, set[str]]
"""What was done, what came of it, and which fields were given the value of another."""

Mutate = Callable[[random.Random, bytes, bytes], bytes]
Change = Callable[[random.Random, pikepdf.Pdf], set[str] | None]
Edit = Callable[[random.Random, dict[str, Any], dict[str, Any]], set[str] | None]


def _flip(rng: random.Random, raw: bytes, other: bytes) -> bytes:
    out = bytearray(raw)
    for _ in range(rng.choice((1, 1, 2, 8))):
        out[rng.randrange(len(out))] ^= 1 << rng.randrange(8)
    return bytes(out)


def _cut(rng: random.Random, raw: bytes, other: bytes) -> bytes:
    at = rng.randrange(len(raw))
    return raw[:at] if rng.random() < 0.5 else raw[:at] + raw[at + rng.choice((1, 7, 300)) :]


def _double(rng: random.Random, raw: bytes, other: bytes) -> bytes:
    at, size = rng.randrange(len(raw)), rng.choice((1, 20, 400))
    return raw[: at + size] + raw[at : at + size] + raw[at + size :]


def _splice(rng: random.Random, raw: bytes, other: bytes) -> bytes:
    at = rng.randrange(min(len(raw), len(other)))
    if rng.random() < 0.5:
        return raw[:at] + other[at:]
    size = rng.choice((20, 200, 2000))
    return raw[:at] + other[at : at + size] + raw[at + size :]


def _swap_words(rng: random.Random, raw: bytes, other: bytes) -> bytes:
    """Put another word for one of the format; of the same length, so that the table holds."""
    words = [b"/T (v", b"/V ", b"/TU", b"/AS", b"/Kids", b"/FT", b"/Ff", b"/Tx", b"/Btn", b" 0 R"]
    word = rng.choice([each for each in words if each in raw] or [raw[:4]])
    places = [at for at in range(len(raw)) if raw.startswith(word, at)]
    at = rng.choice(places)
    new = rng.choice([each for each in words if len(each) == len(word)] or [b"(" * len(word)])
    if new == word:
        new = word[::-1]
    return raw[:at] + new + raw[at + len(word) :]


_ON_BYTES: tuple[Mutate, ...] = (_flip, _cut, _double, _splice, _swap_words)


def of_bytes(seed: int, each: int, raw: bytes, other: bytes) -> Iterator[Mutant]:
    """Yield a file with some of its bytes changed, or taken from another."""
    rng = random.Random(seed)
    for mutate in _ON_BYTES:
        for number in range(each):
            yield f"{mutate.__name__} {number}", mutate(rng, raw, other), set()


def _fields(pdf: pikepdf.Pdf) -> Array:
    fields: Array = pdf.Root.AcroForm.Fields
    return fields


def _two(rng: random.Random, pdf: pikepdf.Pdf) -> tuple[Any, Any]:
    one, two = rng.sample(range(len(_fields(pdf))), 2)
    return _fields(pdf)[one], _fields(pdf)[two]


def _put(field: Any, key: Name, value: Any) -> None:
    if value is not None:
        field[key] = value
    elif key in field:
        del field[key]


def _rename(rng: random.Random, pdf: pikepdf.Pdf) -> None:
    one, two = _two(rng, pdf)
    one.T = rng.choice([two.T, String("v99"), String(f"{one.T}."), String(""), String("V1")])


def _swap_names(rng: random.Random, pdf: pikepdf.Pdf) -> None:
    one, two = _two(rng, pdf)
    one.T, two.T = two.T, one.T


def _swap_keys(rng: random.Random, pdf: pikepdf.Pdf) -> None:
    one, two = _two(rng, pdf)
    key = rng.choice([Name.TU, Name.FT, Name.Kids, Name.Ff, Name.AP])
    first, second = one.get(key), two.get(key)
    for field, value in ((one, second), (two, first)):
        _put(field, key, value)


def _move_value(rng: random.Random, pdf: pikepdf.Pdf) -> set[str]:
    one, two = _two(rng, pdf)
    if Name.V in two:
        one.V = two.V
    return {str(one.T)}


def _strange_value(rng: random.Random, pdf: pikepdf.Pdf) -> None:
    one, _ = _two(rng, pdf)
    one.V = rng.choice(
        [
            *(7, 11, -1, True, Array([1]), Dictionary(A=1), Name("/11"), Name("/Yes"), Name("/")),
            *(String("11"), String("x"), String(b"\xfe\xff\xd8\x00"), pdf.make_stream(b"stroom")),
        ]
    )


def _strange_state(rng: random.Random, pdf: pikepdf.Pdf) -> None:
    buttons = [field for field in _fields(pdf) if str(field.FT) == "/Btn"]
    field = rng.choice(buttons)
    widget = rng.choice(list(field.get(Name.Kids, [field])))
    widget.AS = rng.choice(
        [Name("/0"), Name("/3"), Name("/11"), Name("/anders"), Name.Ja, Name.Off]
    )


def _delete(rng: random.Random, pdf: pikepdf.Pdf) -> None:
    one, _ = _two(rng, pdf)
    if rng.random() < 0.3:
        del _fields(pdf)[rng.randrange(len(_fields(pdf)))]
    else:
        keys = [Name.T, Name.TU, Name.V, Name.FT, Name.Ff, Name.Kids, Name.AP]
        _put(one, rng.choice(keys), None)


def _add(rng: random.Random, pdf: pikepdf.Pdf) -> None:
    one, two = _two(rng, pdf)
    match rng.randrange(4):
        case 0:
            _fields(pdf).append(one)
        case 1:
            new = Dictionary(FT=Name.Tx, T=String("naam"), V=String("Sanne"))
            _fields(pdf).append(pdf.make_indirect(new))
        case 2:
            one.Kids = Array([two])
        case _:
            above = pdf.make_indirect(Dictionary(T=one.T, Kids=Array([one])))
            _fields(pdf).append(above)


def _attach(rng: random.Random, pdf: pikepdf.Pdf) -> None:
    name = rng.choice(["coachkit.json", "foto.jpg", "coachkit.json "])
    data = bytearray(pdf.attachments["coachkit.json"].get_file().read_bytes())
    data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    pdf.attachments[name] = pikepdf.AttachedFileSpec(pdf, bytes(data), filename=name)


_ON_OBJECTS: tuple[Change, ...] = (
    *(_rename, _swap_names, _swap_keys, _move_value, _strange_value, _strange_state),
    *(_delete, _add, _attach),
)


def of_objects(seed: int, each: int, raw: bytes) -> Iterator[Mutant]:
    """Yield a PDF with a field or its attachment changed."""
    rng = random.Random(seed)
    for change in _ON_OBJECTS:
        for number in range(each):
            moved: set[str] = set()
            mutant = changed(raw, lambda pdf: moved.update(change(rng, pdf) or ()))  # noqa: B023
            yield f"{change.__name__} {number}", mutant, moved


def _edit_answers(rng: random.Random, data: dict[str, Any], other: dict[str, Any]) -> set[str]:
    answers = data["antwoorden"]
    one, two = rng.sample(list(answers), 2)
    match rng.randrange(5):
        case 0:
            del answers[one]
        case 1:
            answers[f"{one}_{two}"] = answers[one]
        case 2:
            answers[one], answers[two] = answers[two], answers[one]
        case 3:
            answers[one] = rng.choice([None, 7, 1.5, True, [], {}, "11", "x", "\ud800", "\0"])
        case _:
            answers[one] = other["antwoorden"].get(one)
    return {one, two}


def _edit_sheet(rng: random.Random, data: dict[str, Any], other: dict[str, Any]) -> None:
    sheet = data["blad"]
    match rng.randrange(4):
        case 0:
            data["blad"] = other["blad"]
        case 1:
            sheet["vragen"].reverse()
        case 2:
            one, two = rng.sample(sheet["vragen"], 2)
            one["veld"], two["veld"] = two["veld"], one["veld"]
        case _:
            sheet[rng.choice(list(sheet))] = rng.choice([None, 2, True, "", [], {}])


def _edit_rest(rng: random.Random, data: dict[str, Any], other: dict[str, Any]) -> None:
    key = rng.choice([*data, "nieuw"])
    data[key] = rng.choice([None, 2, True, 1.0, "1", "coachkit-werkblad", [], {}])


_ON_DATA: tuple[Edit, ...] = (_edit_answers, _edit_answers, _edit_sheet, _edit_rest)


def of_data(seed: int, each: int, pair: tuple[Homework, Homework]) -> Iterator[Mutant]:
    """Yield saved answers with a value changed, or taken from another."""
    rng = random.Random(seed)
    for edit in _ON_DATA:
        for number in range(each):
            data = copy.deepcopy(pair[0].data)
            moved = edit(rng, data, pair[1].data) or set()
            yield f"{edit.__name__} {number}", json.dumps(data).encode(), moved
