"""Seeds to fixtures: our own documents as rows that ``loaddata`` takes, the same on every machine."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from itertools import chain
from pathlib import Path

import yaml
from django.core import serializers
from django.db.models import Model

from careers import markdown
from careers.documents import reading, rows
from careers.documents.document import CareerDocument
from careers.models import Career, CareerType, Category, Section
from careers.models.career import name_key
from careers.sections import TEXTS


def build(seeds: Path) -> dict[str, str]:
    """The content of every fixture, by its file's name."""
    categories, types = taxonomy(seeds / "taxonomy.yaml")
    terms = rows.Terms.of(categories, types)
    by_category: dict[str, list[Model]] = {category.slug: [] for category in categories}
    sources: dict[str, str] = {}
    for document in map(reading.read, reading.find([seeds / "careers"])):
        document.refuse_twin(document.address(), sources)
        career, parts = rows_of(document, terms)
        by_category[career.category.slug] += [career, *parts]
    files = {f"{slug}.json": as_json(careers) for slug, careers in by_category.items() if careers}
    return {"taxonomy.json": as_json([*categories, *types])} | files


def taxonomy(path: Path) -> tuple[list[Category], list[CareerType]]:
    terms = yaml.safe_load(path.read_text(encoding="utf-8"))
    categories = [
        Category(soc_major_groups=term.pop("soc"), position=place, **term)
        for place, term in enumerate(terms["categories"])
    ]
    return categories, [CareerType(position=place, **term) for place, term in enumerate(terms["types"])]


def rows_of(document: CareerDocument, terms: rows.Terms) -> tuple[Career, list[Model]]:
    """The career, and everything that belongs to it."""
    if document.checked_on is None:
        raise document.error("title", "A seed states “checked_on”: its fixture is dated by it.")
    category = terms.category(document)
    career = Career(slug=document.address(), **(rows.facts(document, terms) | {"category": category}))
    career.name_key = name_key(career.title)
    career.published_on = document.checked_on
    career.created_at = career.changed_at = midnight(document.checked_on)
    lists = rows.lists(career, document, terms).values()
    return career, [*chain.from_iterable(lists), *sections(career, document)]


def sections(career: Career, document: CareerDocument) -> Iterable[Section]:
    for entry in TEXTS:
        if text := document.sections.get(entry.key):
            rendered = markdown.render(text, entry)
            items = [item.as_json() for item in rendered.items]
            yield Section(career=career, key=entry.key, text=text, html=rendered.html, items=items)


def midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def as_json(objects: Iterable[Model]) -> str:
    return (
        serializers.serialize("json", objects, indent=1, use_natural_foreign_keys=True, use_natural_primary_keys=True)
        + "\n"
    )
