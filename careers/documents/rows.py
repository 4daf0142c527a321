"""What a document states, as values and rows of the models."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Model

from careers.documents import labels
from careers.documents.document import CareerDocument
from careers.models import AlternateTitle, Career, CareerType, Category, Education, LeadsTo, Remote, Typing

PLAIN = ("title", "code", "summary", "kind", "status", "checked_on")
AS_VALUES: dict[str, Callable[[Any], Any]] = {
    "education": lambda word: Education[word.upper()],
    "remote": lambda word: Remote[word.upper()],
    "subjects": list,
    "accepted": lambda findings: [dict(finding) for finding in findings],
}


@dataclass(frozen=True)
class Terms:
    """The taxonomy by label, in any spelling of it."""

    categories: Mapping[str, Category]
    types: Mapping[str, CareerType]

    @classmethod
    def of(cls, categories: Iterable[Category], types: Iterable[CareerType]) -> "Terms":
        return cls(
            {labels.plain(term.name): term for term in categories}, {labels.plain(term.name): term for term in types}
        )

    def category(self, document: CareerDocument) -> Category:
        if document.category is None:
            raise document.error("title", "A new career needs a category, and this document states none.")
        return self.find(document, "category", document.category, self.categories)

    def types_of(self, document: CareerDocument) -> list[CareerType]:
        found = [self.find(document, "types", label, self.types) for label in document.types or ()]
        twice = next((type_ for place, type_ in enumerate(found) if type_ in found[:place]), None)
        if twice is not None:
            raise document.error("types", f"The type “{twice}” stands twice.")
        return found

    @staticmethod
    def find(document: CareerDocument, name: str, label: str, known: Mapping[str, Any]) -> Any:
        term = known.get(labels.plain(label))
        if term is None:
            kind = "category" if name == "category" else "type"
            hint = labels.nearest(label, [term.name for term in known.values()])
            raise document.error(name, f"There is no {kind} “{label[:80]}”. {hint}")
        return term


def facts(document: CareerDocument, terms: Terms) -> dict[str, Any]:
    """The stated fields of the career's own row."""
    values = {name: getattr(document, name) for name in (*PLAIN, *AS_VALUES)}
    values = {
        name: AS_VALUES.get(name, lambda value: value)(value) for name, value in values.items() if value is not None
    }
    if document.category is not None:
        values["category"] = terms.category(document)
    return values


def lists(career: Career, document: CareerDocument, terms: Terms) -> dict[str, Sequence[Model]]:
    """The rows of each stated list, in order and unsaved, by the career's name for them."""
    if any(step.career == career.slug for step in document.leads_to or ()):
        raise document.error("leads_to", "It leads to itself.")
    made: dict[str, Sequence[Model]] = {}
    if document.types is not None:
        made["typings"] = numbered(Typing(career=career, type=type_) for type_ in terms.types_of(document))
    if document.titles is not None:
        made["alternate_titles"] = numbered(AlternateTitle(career=career, title=title) for title in document.titles)
    if document.leads_to is not None:
        made["leads_to"] = numbered(
            LeadsTo(career=career, to_slug=step.career, needs=step.needs, years=step.years)
            for step in document.leads_to
        )
    return made


def numbered(made: Iterable[Any]) -> Sequence[Model]:
    made = list(made)
    for position, row in enumerate(made):
        row.position = position
    return made
