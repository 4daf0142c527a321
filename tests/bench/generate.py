"""Fill one database with generated careers: the same each time, and the first of many are the same as of few.

Run as ``python -m tests.bench.generate 1000`` with ``DATABASE_URL`` set.
"""

import sys
from datetime import UTC, date, datetime
from itertools import product
from random import Random

import django
from django.utils.text import slugify

from tests.bench import figures, words

BATCH = 200
WITHOUT_FIGURES = 120  # the first so many careers: what a profile costs is measured without figures, and with them
NAMES = tuple(product(words.ROLES, words.FIELDS, words.SPECIALITIES))
WHEN = datetime(2026, 1, 5, 12, tzinfo=UTC)


def title(number: int) -> str:
    """“Marine equipment technicians”: 20,000 different ones, neighbouring numbers far apart."""
    role, field, speciality = NAMES[number * 7919 % len(NAMES)]
    return f"{speciality.capitalize()} {field} {role}s"


def code(number: int) -> str:
    return f"{11 + number // 9000 % 80}-{1000 + number % 9000:04}.00"


def slug(number: int) -> str:
    return slugify(title(number))


def fill(size: int) -> None:
    from careers import search
    from careers.figures import drawn
    from careers.models import Career, ContentVersion

    taxonomy = make_taxonomy()
    for start in range(0, size, BATCH):
        write(range(start, min(start + BATCH, size)), *taxonomy)
    figures.write([code(number) for number in range(WITHOUT_FIGURES, size)])
    search.renew(Career.objects.all())
    drawn.draw_ahead(Career.objects.values_list("code", flat=True))
    ContentVersion.bump()


def make_taxonomy():
    from careers.models import CareerType, Category
    from careers.models.taxonomy import HUES

    described = "What people in this field do all day, in one plain sentence."
    categories = [
        Category(name=name, slug=slugify(name), description=described, position=place, hue=HUES[place])
        for place, name in enumerate(words.CATEGORIES)
    ]
    types = [
        CareerType(name=name, slug=slugify(name), description=described, position=place)
        for place, name in enumerate(words.TYPES)
    ]
    return Category.objects.bulk_create(categories), CareerType.objects.bulk_create(types)


def write(numbers: range, categories: list, types: list) -> None:
    from careers.models import AlternateTitle, Career, LeadsTo, Section, Typing

    careers = Career.objects.bulk_create(career(number, categories) for number in numbers)
    rows: dict[type, list] = {AlternateTitle: [], LeadsTo: [], Section: [], Typing: []}
    for number, made in zip(numbers, careers, strict=True):
        for row in (*typings(made, number, types), *alternates(made, number), *next_jobs(made, number)):
            rows[type(row)].append(row)
        rows[Section] += sections(made, number)
    for model, made in rows.items():
        model.objects.bulk_create(made, batch_size=500)


def career(number: int, categories: list):
    from careers.models import Career, Education, Remote, Status
    from careers.models.career import name_key

    random = Random(f"career {number}")
    return Career(
        title=title(number),
        slug=slug(number),
        name_key=name_key(title(number)),
        code=code(number),
        category=random.choice(categories),
        summary=summary(random),
        education=random.choice(Education.values),
        remote=random.choice(Remote.values),
        subjects=random.sample(words.SUBJECTS, 3),
        status=Status.PUBLISHED,
        published_on=date(2025, 1 + number % 12, 1 + number % 28),
        checked_on=WHEN.date(),
        created_at=WHEN,
        changed_at=WHEN,
    )


def summary(random: Random) -> str:
    (verb, verb2), things = random.sample(words.VERBS, 2), random.choice(words.THINGS)
    place, people = random.choice(words.PLACES), random.choice(words.PEOPLE)
    return f"{verb.capitalize()} {things} in {place}, and {verb2} what {people} bring."


def typings(made, number: int, types: list):
    from careers.models import Typing

    random = Random(f"types {number}")
    for position, type_ in enumerate(random.sample(types, random.randint(1, 3))):
        yield Typing(career=made, type=type_, position=position)


def alternates(made, number: int):
    from careers.models import AlternateTitle

    _, field, speciality = NAMES[number * 7919 % len(NAMES)]
    for position, role in enumerate(Random(f"titles {number}").sample(words.ROLES, 8)):
        yield AlternateTitle(career=made, title=f"{(field, speciality)[position % 2]} {role}", position=position)


def next_jobs(made, number: int):
    """Two careers among the first hundred, so that they are there at every size."""
    from careers.models import LeadsTo

    for position, other in enumerate(Random(f"next {number}").sample(range(100), 2)):
        yield LeadsTo(career=made, to_slug=slug(other), needs="A trade certificate", years="2–3", position=position)


def sections(made, number: int):
    from careers.models import Section
    from careers.sections import TEXTS
    from tests.bench import texts

    random = Random(f"texts {number}")
    filling = texts.filling(random, made.title, [title(other) for other in random.sample(range(100), 5)])
    for entry in TEXTS:
        text, html, items = texts.fill(entry.key, random.randrange(texts.VARIANTS), filling)
        yield Section(career=made, key=entry.key, text=text, html=html, items=items)


if __name__ == "__main__":
    django.setup()
    from django.core.management import call_command
    from django.db import transaction

    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    with transaction.atomic():
        fill(int(sys.argv[1]))
