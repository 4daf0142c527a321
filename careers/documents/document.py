"""The one waist: what a format reads into, what is written from, and what is applied to the models."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Step:
    """A next job: the slug of the career it leads to, what it needs, and for how many years (``"2–3"``)."""

    career: str
    needs: str = ""
    years: str = ""


@dataclass(frozen=True)
class CareerDocument:
    """One career as its document states it. ``None`` means not stated: what is not stated is left as it is.

    ``category``, ``types``: labels as written (``Education & Training``). ``education``, ``remote``: words of content.md
    (``associate``, ``limited``). ``sections``: Markdown by section key, stated ones only.
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


class DocumentError(ValueError):
    """What is wrong with a document, and on which line (1-based; 0 where no line can be named)."""

    def __init__(self, message: str, line: int = 0):
        super().__init__(message)
        self.message = message
        self.line = line

    def at(self, name: str) -> str:
        """“file, line 3: sentence.”"""
        return f"{name}, line {self.line}: {self.message}" if self.line else f"{name}: {self.message}"
