"""O*NET occupations that no career has, as documents of new ones: everything that is fact is filled in.

What cannot be known from figures is left to a person: the texts, remote work, subjects. What is proposed (the types,
the category) is for a person to look at.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.utils.text import slugify

from careers.documents.document import CareerDocument
from careers.interests.profiles import ratings
from careers.models import (
    Career,
    CareerType,
    Category,
    ElementKind,
    Kind,
    Occupation,
    OccupationTitle,
    Projection,
    Rating,
    RelatedOccupation,
    Status,
)
from careers.models.career import name_key
from careers.official.crosswalk import codes_of
from careers.official.placing import category_of
from careers.proposing import education_in, education_of, summary, title_of, types_of

MOST_TITLES = 30
LONGEST_TITLE = 150
MOST_RELATED = 8


@dataclass(frozen=True)
class Draft:
    """A new career or, where none can be drafted, the reason why not."""

    occupation: Occupation
    document: CareerDocument | None = None
    category: Category | None = None
    refused: str = ""


@dataclass(frozen=True)
class Facts:
    """What the official tables say of the occupations to draft, by code."""

    titles: Mapping[str, list[str]]
    names: Mapping[str, str]
    related: Mapping[str, list[str]]
    zones: Mapping[str, float]
    answers: Mapping[str, Mapping[int, float]]
    interests: Mapping[str, list[float]]
    projections: Mapping[str, Projection]

    def projection(self, code: str) -> Projection | None:
        return next((self.projections[each] for each in codes_of(code) if each in self.projections), None)


def drafts(*, publish: bool = False) -> Iterator[Draft]:
    """One for each occupation whose code no career has, in the order of the codes."""
    standing = dict(Career.objects.exclude(code="").values_list("code", "title"))
    occupations = [each for each in Occupation.objects.select_related("source") if each.code not in standing]
    taken = dict(Career.objects.values_list("slug", "title"))
    facts = read(occupations, standing)
    categories, types = list(Category.objects.all()), list(CareerType.objects.all())
    for occupation in occupations:
        category = category_of(occupation.code, categories)
        slug = slugify(occupation.title)[:120].strip("-")
        if category is None:
            yield Draft(occupation, refused=f"no category covers the major group {occupation.code[:2]}-0000")
        elif slug in taken:
            yield Draft(occupation, category=category, refused=f"“{taken[slug]}” has its address, and another code")
        else:
            taken[slug] = occupation.title
            yield Draft(occupation, document_of(occupation, slug, category, types, facts, publish), category)


def document_of(
    occupation: Occupation, slug: str, category: Category, types: list[CareerType], facts: Facts, publish: bool
) -> CareerDocument:
    """The document, to be published where that is wanted and nothing is lacking."""
    code, projection = occupation.code, facts.projection(occupation.code)
    proposed = types_of(projection, facts.zones.get(code))
    names = {type_.slug: type_.name for type_ in types}
    education = education_of(projection)
    if education is None:
        education = education_in(facts.answers.get(code, {}))
    known_as = best(occupation.title, facts.titles.get(code, []))
    return CareerDocument(
        title=title_of(occupation.title),
        slug=slug,
        code=code,
        category=category.name,
        types=tuple(names[slug] for slug in proposed if slug in names),
        summary=summary(occupation.title, category, known_as, education, facts.interests.get(code, ())),
        titles=tuple(known_as),
        education=None if education is None else education.slug,
        kind=Kind.FACTS_ONLY,
        status=Status.PUBLISHED if publish and any(slug in names for slug in proposed) else Status.DRAFT,
        sections={"related": related(code, facts)} if code in facts.related else {},
        source=str(occupation.source),
    )


def best(title: str, titles: Iterable[str]) -> list[str]:
    """The first of them, each once in any capitals, without the title itself."""
    once = {name.casefold(): name for name in reversed(list(titles)) if len(name) <= LONGEST_TITLE}
    once.pop(title.casefold(), None)
    return list(reversed(once.values()))[:MOST_TITLES]


def related(code: str, facts: Facts) -> str:
    names = [facts.names[to] for to in facts.related[code] if to in facts.names]
    return "\n".join(f"- **{name}**" for name in names[:MOST_RELATED])


def read(occupations: list[Occupation], standing: Mapping[str, str]) -> Facts:
    """In seven queries, however many there are. An occupation goes by its career's title where it has a career."""
    zones = Rating.objects.filter(element__kind=ElementKind.ZONE).values_list("code", "value")
    names = {occupation.code: title_of(occupation.title) for occupation in occupations} | standing
    to_codes = defaultdict(list)
    for code, to_code in RelatedOccupation.objects.order_by("rank").values_list("code", "to_code"):
        to_codes[code].append(to_code)
    projections = {each.code: each for each in Projection.objects.all()}
    return Facts(read_titles(), names, to_codes, dict(zones), read_answers(), ratings()[0], projections)


def read_answers() -> dict[str, dict[int, float]]:
    """Per cent of those asked, by the number of the level of education that they say the job needs."""
    answers: dict[str, dict[int, float]] = defaultdict(dict)
    found = Rating.objects.filter(element__kind=ElementKind.EDUCATION)
    for code, key, percent in found.values_list("code", "element__key", "value"):
        answers[code][int(key.partition("/")[2])] = percent
    return answers


def read_titles() -> dict[str, list[str]]:
    """The telling ones first: of words that many names of the occupation share, and that few other occupations have."""
    rows = OccupationTitle.objects.values_list("code", "title").distinct()
    titles, shared = defaultdict(list), Counter()
    for code, title in rows:
        titles[code].append(title)
        shared[title] += 1
    return {code: in_order(names, shared) for code, names in titles.items()}


def in_order(titles: list[str], shared: Mapping[str, int]) -> list[str]:
    words = {title: name_key(title).split() for title in titles}
    frequent = Counter(word for title in titles for word in set(words[title]))

    def telling(title: str) -> float:
        return sum(frequent[word] for word in words[title]) / max(len(words[title]), 1) / shared[title]

    return sorted(titles, key=lambda title: (-telling(title), len(title), title))
