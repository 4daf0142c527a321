"""The figures on our own careers as fixtures: written from imported releases, and loaded on a new site in a second.

The files are what ``loaddata`` reads, a row a line, without what is empty. ``load`` does the same in a few queries.
"""

import json
import uuid
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core import serializers
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Field, Model

from careers.models import (
    Area,
    Element,
    Occupation,
    OccupationTitle,
    Pay,
    Projection,
    Rating,
    RelatedOccupation,
    Source,
    Technology,
)
from careers.models.natural import NaturallyKeyed
from careers.official.crosswalk import codes_of

SOURCES = "sources.json"
FIGURES = (Occupation, Projection, Pay, Rating, Technology)
ALL = (*FIGURES, OccupationTitle, RelatedOccupation)
MOST_TECHNOLOGIES = 20


def build(codes: Iterable[str]) -> dict[str, str]:
    """The content of every file by its name: the figures of a SOC major group in one, what they refer to in another."""
    majors = {major: list(each) for major, each in groupby(sorted(codes), key=lambda code: code[:2])}
    figures = {major: [row for code in listed for row in rows_of(code)] for major, listed in majors.items()}
    figures = {major: once(rows) for major, rows in figures.items()}
    files = {f"{major}.json": as_json(rows) for major, rows in figures.items()}
    return {SOURCES: as_json(referred([row for rows in figures.values() for row in rows]))} | files


def rows_of(code: str) -> Iterator[Any]:
    """What there is on an O*NET-SOC code, its SOC code and its group, in the order of its natural keys."""
    for model in FIGURES:
        relations = [name.partition("__")[0] for name in model.natural_fields if "__" in name]
        rows = model.objects.filter(code__in=filter(None, codes_of(code))).select_related("source", *relations)
        yield from best_known(rows) if model is Technology else rows.order_by(*model.natural_fields)


def best_known(technologies) -> list[Technology]:
    return list(technologies.order_by("-in_demand", "-hot", "name")[:MOST_TECHNOLOGIES])


def once(rows: Sequence[NaturallyKeyed]) -> list[NaturallyKeyed]:
    """Two careers may share a SOC code, and a row."""
    return list({(type(row), row.natural_key()): row for row in rows}.values())


def referred(figures: list[Any]) -> list[Model]:
    """The sources, places and elements that the figures name. No description goes along, only numbers and names."""
    sources = {row.source.pk: row.source for row in figures}
    areas = {row.area.code: row.area for row in figures if isinstance(row, Pay)}
    elements = {row.element.key: row.element for row in figures if isinstance(row, Rating)}
    for source in sources.values():
        source.token = uuid.uuid5(uuid.NAMESPACE_URL, f"{source.address} {source}")
    by_family = sorted(sources.values(), key=lambda source: source.natural_key())
    return [*by_family, *(areas[code] for code in sorted(areas)), *(elements[key] for key in sorted(elements))]


def as_json(rows: Iterable[Model]) -> str:
    made = serializers.serialize("python", rows, use_natural_foreign_keys=True, use_natural_primary_keys=True)
    return "[\n" + ",\n".join(map(line, made)) + "\n]\n"


def line(row: dict[str, Any]) -> str:
    fields = {name: value for name, value in row["fields"].items() if name != "description" and stated(value)}
    return json.dumps({"model": row["model"], "fields": fields}, cls=DjangoJSONEncoder, ensure_ascii=False)


def stated(value: Any) -> bool:
    """Not what a field holds anyway; nought is a figure."""
    return value is not None and value is not False and value not in ("", {})


def load(folder: Path) -> int:
    """Put them in, where no official figure is yet; returns how many rows that were."""
    if Source.objects.exists():
        return 0
    known: dict[tuple, int] = {}
    count = 0
    for path in sorted(folder.glob("*.json"), key=lambda path: path.name != SOURCES):
        rows = json.loads(path.read_text(encoding="utf-8"))
        for label, group in groupby(rows, key=lambda row: row["model"]):
            model = apps.get_model(label)
            made = [model(**values(model, row["fields"], known)) for row in group]
            model._default_manager.bulk_create(made, batch_size=500)
            count += len(made)
            if model in (Source, Area, Element):
                known |= {(model, each.natural_key()): each.pk for each in made}
    return count


def values(model: type[Model], fields: dict[str, Any], known: dict[tuple, int]) -> dict[str, Any]:
    found = {}
    for name, value in fields.items():
        field = model._meta.get_field(name)
        assert isinstance(field, Field)
        found[field.attname] = known[field.related_model, tuple(value)] if field.is_relation else field.to_python(value)
    return found
