"""The one waist: what a format reads into, what is written from, and what is applied to the models."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.utils.text import slugify

from careers.sections import Entry


class DocumentError(ValueError):
    """What is wrong with a document: a sentence, the line (1-based, 0 where none can be named), the file once known."""

    def __init__(self, message: str, line: int = 0, name: str = ""):
        super().__init__(message)
        self.message = message
        self.line = line
        self.name = name

    def __str__(self) -> str:
        """“file, line 3: sentence.”"""
        place = [self.name] * bool(self.name) + [f"line {self.line}"] * bool(self.line)
        return f"{', '.join(place)}: {self.message}" if place else self.message


@dataclass(frozen=True)
class Step:
    """A next job: the slug of the career it leads to, what it needs, and for how many years (``"2–3"``)."""

    career: str
    needs: str = ""
    years: str = ""


def everything(text: str, entry: Entry) -> str:
    return text


@dataclass(frozen=True)
class CareerDocument:
    """One career as its document states it. ``None`` means not stated: what is not stated is left as it is.

    ``category``, ``types``: labels as written (``Education & Training``). ``education``, ``remote``, ``kind`` and
    ``status``: single words (``associate``, ``limited``, ``full``, ``draft``). ``sections``: Markdown by section key;
    an empty text says that the section is empty. ``source`` is the file it was read from; ``lines`` tells where each
    field, and each section by its label, stands in it; ``held`` what its format leaves of a section's text.
    """

    title: str
    slug: str | None = None
    code: str | None = None
    category: str | None = None
    types: tuple[str, ...] | None = None
    summary: str | None = None
    titles: tuple[str, ...] | None = None
    education: str | None = None
    remote: str | None = None
    subjects: tuple[str, ...] | None = None
    leads_to: tuple[Step, ...] | None = None
    kind: str | None = None
    status: str | None = None
    accepted: tuple[Mapping[str, str], ...] | None = None
    checked_on: date | None = None
    sections: Mapping[str, str] = field(default_factory=dict)

    # Where it comes from rather than what it says: two documents are equal without it.
    source: str = field(default="", compare=False)
    lines: Mapping[str, int] = field(default_factory=dict, compare=False, repr=False)
    held: Callable[[str, Entry], str] = field(default=everything, compare=False, repr=False)

    def error(self, name: str, message: str) -> DocumentError:
        """What is wrong with a field, on the line where it stands or, where it is not stated, on the title's."""
        return DocumentError(message, self.lines.get(name) or self.lines.get("title", 0), self.source)

    def address(self) -> str:
        """Its slug: as stated, or made of the title."""
        slug = self.slug or slugify(self.title)[:120].strip("-")
        if not slug:
            raise self.error("title", "No address can be made of this title: state a slug.")
        return slug

    def refuse_twin(self, slug: str, sources: dict[str, str]) -> None:
        """One career stands in one document of a run: ``sources`` is what each slug so far was read from."""
        if slug in sources:
            raise self.error("slug", f"The career “{slug}” stands in {sources[slug] or 'another document'} already.")
        sources[slug] = self.source
