"""Form fields in the PDF: each answer box that Typst marked becomes a tagged AcroForm field.

Typst has no form fields. It does write a tagged link annotation with an exact rectangle for
``link("coachkit:NAME", box(..))``. Here that annotation becomes a widget, and its structure element
a Form, in place (ISO 32000-1, 12.5.6.19 and 12.7; ISO 14289-1, 7.18.4).
"""

from __future__ import annotations

import io
from functools import cached_property

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from coachkit import answers
from coachkit.answers.scale import Scale
from coachkit.errors import ExportError
from coachkit.export.appearance import FONT_NAME, INK, dot, filled_figure, tick
from coachkit.export.form_font import embed_form_font
from coachkit.model.form import ATTACHMENT, TICKED, FormQuestion, WorksheetForm, seal_form

MARK = "coachkit:"

_MULTILINE = 1 << 12
_RADIO = 1 << 15
_PRINT = 1 << 2
_OFF = Name.Off
_BUTTON_FONT = f"/ZaDb 0 Tf {INK} rg"
_SIZE, _LARGE_SIZE = 12, 16
_LINE = 1.26
"""Height of a line of typed text, in times its size."""
_AIR = (4.0, 1.5)
"""Points left free between the edge of a box and its field: beside, and above or under."""
_INNER = 2.0
"""Points that a viewer keeps for an edge inside a field, above and under together."""
_NOTHING = "q Q"
"""What a button shows when it is not chosen; viewers complain of a stream without a byte."""


def add_form(pdf: bytes, form: WorksheetForm, *, large: bool = False) -> bytes:
    """Return the PDF with its fields, and the form itself attached; without questions as it is.

    Args:
        pdf: from Typst, its answer boxes marked; with none marked it gets the attachment only.
        form: the questions on it.
        large: large print, also in the fields.

    Raises:
        ExportError: the boxes on the page are not those of the form.

    """
    if not form.questions:
        return pdf
    with pikepdf.open(io.BytesIO(pdf)) as document:
        if form.variant == "invullen":
            _Overlay(document, form, large=large).draw()
        document.attachments[ATTACHMENT] = pikepdf.AttachedFileSpec(
            document,
            seal_form(form),
            filename=ATTACHMENT,
            description="Gegevens waarmee de antwoorden te lezen zijn",
            mime_type="application/json",
            relationship=Name.Data,
        )
        buffer = io.BytesIO()
        document.save(
            buffer,
            deterministic_id=True,
            fix_metadata_version=False,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return buffer.getvalue()


class _Overlay:
    """Draws the fields of one form into one PDF."""

    def __init__(self, pdf: pikepdf.Pdf, form: WorksheetForm, *, large: bool) -> None:
        self._pdf = pdf
        self._places = {
            field.name: (question, field)
            for question in form.questions
            for field in question.fields
        }
        self._size = _LARGE_SIZE if large else _SIZE
        self._font = embed_form_font(pdf)
        self._fields: list[pikepdf.Object] = []
        self._groups: dict[str, pikepdf.Object] = {}
        self._looks: dict[str, pikepdf.Object] = {}
        self._elements = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)

    def draw(self) -> None:
        """Make a field of every mark, and the form of all fields.

        Raises:
            ExportError: a mark is of no field, or a field has no mark.

        """
        waiting = dict(self._places)
        for page in self._pdf.pages:
            for annotation in page.get(Name.Annots, ()):
                if (name := _marked(annotation)) is None:
                    continue
                if name not in waiting:
                    raise ExportError(f"het vak '{name}' staat dubbel of te veel op het werkblad")
                self._place(page, annotation, *waiting.pop(name))
        if waiting:
            raise ExportError(f"het vak '{next(iter(waiting))}' ontbreekt op het werkblad")
        self._pdf.Root.AcroForm = self._pdf.make_indirect(
            Dictionary(
                Fields=Array(self._fields),
                DA=self._appearance,
                DR=Dictionary(Font=Dictionary({f"/{FONT_NAME}": self._font, "/ZaDb": self._signs})),
            )
        )

    def _place(
        self,
        page: pikepdf.Page,
        annotation: pikepdf.Object,
        question: FormQuestion,
        field: answers.Field,
    ) -> None:
        """Make a widget of a link, and a Form of its structure element."""
        for key in (Name.A, Name.Border, Name.Contents):
            del annotation[key]
        annotation.Subtype = Name.Widget
        annotation.F = _PRINT
        annotation.P = page.obj
        tip = String(question.tooltip(field))
        element = self._elements[int(annotation.StructParent)]
        element.S = Name.Form
        element.Alt = annotation.TU = tip
        if field.kind == "radio":
            self._button(annotation, question, field)
            return
        annotation.T = String(field.name)
        self._fields.append(annotation)
        if field.kind == "check":
            self._box(annotation)
        else:
            self._text(annotation)

    def _text(self, widget: pikepdf.Object) -> None:
        x0, y0, x1, y1 = (float(n) for n in widget.Rect)
        beside, above = _AIR
        widget.FT = Name.Tx
        lines = int((y1 - y0 - above - _INNER) / (_LINE * self._size))
        if lines > 1:
            widget.Ff = _MULTILINE
            # Whole lines only: of a long text no line is cut through at the foot.
            above = (y1 - y0 - lines * _LINE * self._size - _INNER) / 2
        widget.Rect = Array([x0 + beside, y0 + above, x1 - beside, y1 - above])
        width, height = _measures(widget)
        widget.DA = self._appearance
        widget.V = String("")
        # An own stream for each: who fills in a form rewrites it in place, and a shared one would
        # show one answer in all fields.
        widget.AP = Dictionary(N=self._form_xobject("/Tx BMC\nEMC\n", width, height))

    def _box(self, widget: pikepdf.Object) -> None:
        width, height = _measures(widget)
        widget.FT = Name.Btn
        widget.V = widget.AS = _OFF
        widget.DA = String(_BUTTON_FONT)
        widget.MK = Dictionary(CA=String("4"))
        self._states(widget, f"/{TICKED}", tick(width, height))

    def _button(self, widget: pikepdf.Object, question: FormQuestion, field: answers.Field) -> None:
        width, height = _measures(widget)
        group = self._groups.get(field.group) or self._group(question, field)
        group.Kids.append(widget)
        widget.Parent = group
        widget.AS = _OFF
        widget.DA = String(_BUTTON_FONT)
        widget.MK = Dictionary(CA=String("l"))
        is_figure = isinstance(question.answer, Scale)
        look = filled_figure(width, height, field.option) if is_figure else dot(width, height)
        self._states(widget, f"/{field.option}", look)

    def _group(self, question: FormQuestion, field: answers.Field) -> pikepdf.Object:
        group = self._pdf.make_indirect(
            Dictionary(
                FT=Name.Btn,
                Ff=_RADIO,
                T=String(field.group),
                TU=String(question.text),
                V=_OFF,
                Kids=Array(),
            )
        )
        self._groups[field.group] = group
        self._fields.append(group)
        return group

    def _states(self, widget: pikepdf.Object, on: str, look: str) -> None:
        """Give a button its two looks; looks are shared, for nothing rewrites them."""
        size = _measures(widget)
        for content in (look, _NOTHING):
            if content not in self._looks:
                self._looks[content] = self._form_xobject(content, *size)
        widget.AP = Dictionary(N=Dictionary({on: self._looks[look], "/Off": self._looks[_NOTHING]}))

    def _form_xobject(self, content: str, width: float, height: float) -> pikepdf.Object:
        return self._pdf.make_stream(
            content.encode("ascii"),
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=Array([0, 0, round(width, 2), round(height, 2)]),
            Resources=self._resources,
        )

    @cached_property
    def _resources(self) -> pikepdf.Object:
        return self._pdf.make_indirect(Dictionary(Font=Dictionary({f"/{FONT_NAME}": self._font})))

    @cached_property
    def _appearance(self) -> pikepdf.Object:
        return String(f"/{FONT_NAME} {self._size} Tf {INK} rg")

    @cached_property
    def _signs(self) -> pikepdf.Object:
        """The font that viewers expect for buttons; it is named, and no appearance uses it."""
        return self._pdf.make_indirect(
            Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.ZapfDingbats)
        )


def _marked(annotation: pikepdf.Object) -> str | None:
    """Return the name of the field that an annotation is to become; ``None`` for a plain link."""
    action = annotation.get(Name.A)
    uri = str(action.get(Name.URI, "")) if action is not None else ""
    return uri.removeprefix(MARK) if uri.startswith(MARK) else None


def _measures(widget: pikepdf.Object) -> tuple[float, float]:
    x0, y0, x1, y1 = (float(n) for n in widget.Rect)
    return x1 - x0, y1 - y0
