"""The fields and the structure of a PDF, as they are: what checks and fillers both need."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf


def widgets(pdf: pikepdf.Pdf) -> Iterator[tuple[int, pikepdf.Object]]:
    """Yield every widget with the number of its page, as they stand in ``/Annots``."""
    for number, page in enumerate(pdf.pages):
        for annotation in page.get("/Annots", ()):
            if annotation.Subtype == "/Widget":
                yield number, annotation


def name_of(widget: pikepdf.Object) -> str:
    """Return the name of a field as the form knows it; of a button in a group with its option."""
    if "/T" in widget:
        return str(widget.T)
    return f"{widget.Parent.T}_{','.join(on_states(widget))}"


def rectangle(widget: pikepdf.Object) -> tuple[float, float, float, float]:
    """Return where a widget is, in points from bottom left."""
    x0, y0, x1, y1 = (float(edge) for edge in widget.Rect)
    return x0, y0, x1, y1


def is_button(widget: pikepdf.Object) -> bool:
    """Whether a widget is a check box or a button of a group."""
    return of_field(widget, "/FT") == "/Btn"


def on_states(widget: pikepdf.Object) -> list[str]:
    """Return what a button can be, besides off."""
    normal = widget.get("/AP", {}).get("/N", {})
    states = [] if isinstance(normal, pikepdf.Stream) else normal.keys()
    return [state[1:] for state in states if state != "/Off"]


def of_field(widget: pikepdf.Object, key: str) -> pikepdf.Object | None:
    """Return a value of a widget, or of the group that it is in."""
    return widget.get(key, widget.get("/Parent", {}).get(key))


def elements(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Yield the structure elements in the order of reading."""

    def walk(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
        if isinstance(element, pikepdf.Array):
            for kid in element:
                yield from walk(kid)
        elif isinstance(element, pikepdf.Dictionary):
            if "/S" in element:
                yield element
            yield from walk(element.get("/K", pikepdf.Array()))

    return walk(pdf.Root.StructTreeRoot.K)


def kids_of(element: pikepdf.Object) -> list[pikepdf.Object]:
    """Return what is in a structure element."""
    kids = element.get("/K", pikepdf.Array())
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def is_embedded(font: pikepdf.Object) -> bool:
    """Whether a font is in the file as a program, or as drawings."""
    if font.Subtype == "/Type3":
        return True
    if "/DescendantFonts" in font:
        return all(is_embedded(kid) for kid in font.DescendantFonts)
    return bool({"/FontFile", "/FontFile2", "/FontFile3"} & set(font.get("/FontDescriptor", {})))
