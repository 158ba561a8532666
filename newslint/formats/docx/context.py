"""What surrounds a text in Word and decides whether it is read, and whether it may be edited."""

from __future__ import annotations

from dataclasses import dataclass, field

from newslint.formats.docx.markup import attribute
from newslint.formats.language_tags import language_tag

OFF = ("0", "false", "off")
FROZEN = ("contentLocked", "sdtContentLocked")

Attributes = dict[str, str]


@dataclass(slots=True)
class Field:
    """A field: its instruction, and whether what Word made of it has begun."""

    instruction: str = ""
    shown: bool = False

    @property
    def computed(self) -> bool:
        """Whether Word will write the text anew; that of a link is its author's."""
        return not self.instruction.lstrip().upper().startswith("HYPERLINK")


@dataclass(slots=True)
class Circumstances:
    """The fields, content controls, runs and revisions that are open."""

    fields: list[Field] = field(default_factory=list)
    controls: list[bool] = field(default_factory=list)
    """Of each content control, whether its text is locked, or comes from elsewhere."""
    runs: list[bool | None] = field(default_factory=list)
    """Of each run, whether it is hidden; None for a paragraph, which begins anew."""
    language: str = ""
    """What the run declares, as a BCP 47 tag."""
    removed: int = 0
    """Elements around that hold what is deleted, was moved away, or tells how to pronounce."""
    former: int = 0
    """Elements around that hold properties of before a tracked change."""

    @property
    def unread(self) -> bool:
        """Whether text here is none of the document's, such as the instruction of a field."""
        return any(not field.shown for field in self.fields)

    @property
    def hidden(self) -> bool:
        """Whether text here is the document's and not seen."""
        return self.removed > 0 or bool(self.runs and self.runs[-1])

    @property
    def locked(self) -> bool:
        """Whether text here is written by Word, or may not be edited."""
        return any(self.controls) or any(field.computed for field in self.fields)

    @property
    def in_run(self) -> bool:
        """Whether this is the inside of a run."""
        return bool(self.runs) and self.runs[-1] is not None

    def field_mark(self, attributes: Attributes) -> None:
        """The beginning of a field, of its text, or its end."""
        what = attribute(attributes, "fldCharType")
        if what == "begin":
            self.fields.append(Field())
        elif self.fields and what == "separate":
            self.fields[-1].shown = True
        elif self.fields and what == "end":
            self.fields.pop()

    def simple_field(self, attributes: Attributes) -> None:
        """A field that has its instruction in an attribute."""
        self.fields.append(Field(attribute(attributes, "instr"), shown=True))

    def end_simple_field(self) -> None:
        """The end of such a field, and of those inside that were left open."""
        if self.fields:
            self.fields.pop()

    def instruct(self, text: str) -> None:
        """More of the instruction of the innermost field."""
        if self.fields:
            self.fields[-1].instruction += text

    def control(self, _: Attributes) -> None:
        """A content control."""
        self.controls.append(False)

    def end_control(self) -> None:
        """Its end."""
        self.controls.pop()

    def lock(self, attributes: Attributes) -> None:
        """What a content control says of a lock."""
        if attribute(attributes, "val") in FROZEN:
            self.bind(attributes)

    def bind(self, _: Attributes) -> None:
        """What a content control says of where its text comes from."""
        if self.controls:
            self.controls[-1] = True

    def paragraph(self) -> None:
        """A paragraph, which may stand in a text box in a run."""
        self.runs.append(None)

    def run(self, _: Attributes) -> None:
        """A run."""
        self.runs.append(False)
        self.language = ""

    def end_run(self) -> None:
        """Its end, or that of a paragraph."""
        self.runs.pop()

    def vanish(self, attributes: Attributes) -> None:
        """That a run is hidden; the mark at the end of a paragraph can be so as well."""
        if self.in_run and not self.former:
            self.runs[-1] = attribute(attributes, "val") not in OFF

    def speak(self, attributes: Attributes) -> None:
        """The language of a run."""
        if self.in_run and not self.former:
            self.language = language_tag(attribute(attributes, "val"))

    def remove(self, _: Attributes) -> None:
        """What holds removed text."""
        self.removed += 1

    def end_remove(self) -> None:
        """Its end."""
        self.removed -= 1

    def was(self, _: Attributes) -> None:
        """What holds former properties."""
        self.former += 1

    def end_was(self) -> None:
        """Its end."""
        self.former -= 1
