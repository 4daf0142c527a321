"""All that a profile page shows of a career, in a few queries whose cost does not grow with the portal."""

import re
from dataclasses import dataclass
from datetime import date

from django.db.models import BooleanField, ExpressionWrapper, F, IntegerField, Q, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Cast

from careers.models import AlternateTitle, Career, Category, LeadsTo, Section, Typing
from careers.models.career import today
from careers.prepared import Prepared

NAMED = re.compile(r'<a data-career="([^"]*)">')
# So many careers a profile can link to of those it names, and of those it leads to.
NAME_PLACES = [f"name{place}" for place in range(30)]
SLUG_PLACES = [f"slug{place}" for place in range(20)]
PLACES = NAME_PLACES + SLUG_PLACES

SHOWN = (
    "id",
    "slug",
    "title",
    "summary",
    "code",
    "kind",
    "education",
    "remote",
    "subjects",
    "checked_on",
    "status",
    "published_on",
)
CATEGORY_SHOWN = tuple(f"category__{field.attname}" for field in Category._meta.concrete_fields)


@dataclass(frozen=True)
class Named:
    """A career, or a type, by what a link to it needs."""

    slug: str
    title: str


@dataclass(frozen=True)
class NextJob:
    """A career of ours that this one leads to, and what the step takes."""

    career: Named
    needs: str
    years: str


@dataclass(frozen=True)
class Profile:
    """``texts`` is the HTML of each section that is written, by key; ``jobs_before`` lead to this career."""

    career: Career
    types: list[Named]
    titles: list[str]
    texts: dict[str, str]
    next_jobs: list[NextJob]
    jobs_before: list[Named]
    before: Named | None
    after: Named | None


def find_public(slug: str) -> Career | None:
    """The published career at this address, with what a page shows of it and of its category."""
    rows = PUBLIC_CAREER.rows(slug=slug, day=today())
    return career_of(SHOWN, rows[0]) if rows else None


def career_of(columns: tuple[str, ...], row: tuple) -> Career:
    """A career with these columns of a row, and with its category, which makes up the rest."""
    facts, category = row[: len(columns)], row[len(columns) :]
    return Career(**dict(zip(columns, facts, strict=True)), category=Category(*category))


def read_profile(career: Career) -> Profile:
    parts: dict[str, list[tuple[str, str, str]]] = {part: [] for part in PARTS}
    for part, _, *words in sorted(OF_CAREER.rows(career=career.pk)):
        parts[part].append(tuple(words))
    types = [Named(slug, name) for slug, name, _ in parts["types"]]
    titles = [title for title, *_ in parts["titles"]]
    texts = {key: html for key, html, _ in parts["texts"]}
    names = NAMED.findall(texts.get("related", ""))
    led_from = [slug for slug, *_ in parts["jobs_before"]]
    slugs, by_name = linked(names, [slug for slug, *_ in parts["next_jobs"]] + led_from)
    if "related" in texts:
        texts["related"] = link(texts["related"], by_name)
    next_jobs = [NextJob(slugs[slug], needs, years) for slug, needs, years in parts["next_jobs"] if slug in slugs]
    jobs_before = [slugs[slug] for slug in led_from if slug in slugs]
    return Profile(career, types, titles, texts, next_jobs, jobs_before, **neighbours(career))


def of_career(career: int) -> QuerySet:
    """All that belongs to a career in one query, as (part, place in it, and up to three of its words)."""
    of_it = Q(career=career)
    leads_here = Q(to_slug=Subquery(Career.objects.filter(pk=career).values("slug")))
    first, *others = (
        part(name, rows.filter(leads_here if name == "jobs_before" else of_it).order_by(), *columns)
        for name, (rows, *columns) in PARTS.items()
    )
    return first.union(*others, all=True)


def part(name: str, rows: QuerySet, place: str | None, *columns: str) -> QuerySet:
    words = [Cast(column, TextField()) for column in columns] + [Value("", TextField())] * (3 - len(columns))
    return rows.values_list(Value(name, TextField()), F(place) if place else Value(0, IntegerField()), *words)


# What belongs to a career: from which rows, by which column in order, and which words of it.
PARTS: dict[str, tuple] = {
    "types": (Typing.objects.all(), "position", "type__slug", "type__name"),
    "titles": (AlternateTitle.objects.all(), "position", "title"),
    "texts": (Section.objects.all(), None, "key", "html"),
    "next_jobs": (LeadsTo.objects.all(), "position", "to_slug", "needs", "years"),
    "jobs_before": (LeadsTo.objects.all(), None, "career__slug"),
}


def around(category: int, title: str, pk: int, day: date) -> QuerySet:
    """The published careers just before and after this one by title in its category."""
    others = Career.objects.published(on=day).filter(category=category)
    # The first condition says nothing new: it lets the database begin at this title in its index.
    earlier = Q(title__lte=title) & (Q(title__lt=title) | Q(pk__lt=pk))
    later = Q(title__gte=title) & (Q(title__gt=title) | Q(pk__gt=pk))
    before = others.filter(earlier).order_by("-title", "-pk").values("pk")[:1]
    after = others.filter(later).order_by("title", "pk").values("pk")[:1]
    found = Career.objects.filter(Q(pk=Subquery(before)) | Q(pk=Subquery(after))).order_by()
    is_later = ExpressionWrapper(later, output_field=BooleanField())
    return found.annotate(is_later=is_later).values_list("is_later", "slug", "title")


def among(day: date, **named: str) -> QuerySet:
    """The published careers whose names or slugs stand in the places; an empty place is nobody's."""
    names, slugs = [named[place] for place in NAME_PLACES], [named[place] for place in SLUG_PLACES]
    found = Career.objects.published(on=day).filter(Q(name_key__in=names) | Q(slug__in=slugs))
    return found.order_by().values_list("slug", "title", "name_key")


def public_career(slug: str, day: date) -> QuerySet:
    return Career.objects.published(on=day).filter(slug=slug).values_list(*SHOWN, *CATEGORY_SHOWN)


OF_CAREER = Prepared(of_career, career=int)
AMONG = Prepared(among, day=date, **dict.fromkeys(PLACES, str))
PUBLIC_CAREER = Prepared(public_career, slug=str, day=date)
AROUND = Prepared(around, category=int, title=str, pk=int, day=date)


def neighbours(career: Career) -> dict[str, Named | None]:
    rows = AROUND.rows(category=career.category_id, title=career.title, pk=career.pk, day=today())
    found = {bool(is_later): Named(slug, title) for is_later, slug, title in rows}
    return {"before": found.get(False), "after": found.get(True)}


def linked(names: list[str], slugs: list[str]) -> tuple[dict[str, Named], dict[str, Named]]:
    """The published careers among those named and those led to: by slug, and by the key of their name."""
    if not names and not slugs:
        return {}, {}
    wanted = dict.fromkeys(PLACES, "") | dict(zip(NAME_PLACES, names, strict=False))
    rows = AMONG.rows(day=today(), **wanted | dict(zip(SLUG_PLACES, slugs, strict=False)))
    return {row[0]: Named(*row[:2]) for row in rows}, {row[2]: Named(*row[:2]) for row in rows}


def link(html: str, careers: dict[str, Named]) -> str:
    """Fill the places that the renderer left round names of careers; the others stay plain text."""
    return NAMED.sub(lambda match: opening(careers[match[1]]) if match[1] in careers else match[0], html)


def opening(career: Named) -> str:
    return f'<a href="/careers/{career.slug}/">'
