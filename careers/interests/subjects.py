"""Which careers a school subject leads to: those whose profile names it and, where a profile names none, those whose
people say in O*NET that they need knowledge of it. ``TAUGHT`` is our own table of which knowledge that is."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from django.utils.text import slugify

from careers.facets import Facets
from careers.figures.people import IMPORTANCE
from careers.models import Career, ElementKind, Rating

VERY, HIGHLY = 3.5, 4.0  # from here on it is “very important”; English is that nearly everywhere
IMPORTANT = 3.0  # for what few jobs need at all


class Taught(NamedTuple):
    """A school subject, the O*NET knowledge that it teaches, and how important that must be."""

    subject: str
    knowledge: tuple[str, ...]
    least: float = VERY


TAUGHT = (
    Taught("Agriculture", ("2.C.2.b",)),  # food production
    Taught("Art", ("2.C.7.c",), IMPORTANT),  # fine arts
    Taught("Biology", ("2.C.4.d",)),
    Taught("Business Studies", ("2.C.1.a", "2.C.1.d"), HIGHLY),  # administration and management, sales and marketing
    Taught("Chemistry", ("2.C.4.c",)),
    Taught("Computing", ("2.C.3.a",)),  # computers and electronics
    Taught("Design & Technology", ("2.C.3.b", "2.C.3.c", "2.C.3.d", "2.C.3.e")),  # engineering, design, building, …
    Taught("Economics", ("2.C.1.c",)),  # economics and accounting
    Taught("English", ("2.C.7.a",), HIGHLY),
    Taught("Geography", ("2.C.4.g",)),
    Taught("Health science", ("2.C.5.a", "2.C.5.b")),  # medicine and dentistry, therapy
    Taught("History", ("2.C.7.d",), IMPORTANT),
    Taught("Languages", ("2.C.7.b",), IMPORTANT),
    Taught("Law & Government", ("2.C.8.b",)),
    Taught("Mathematics", ("2.C.4.a",)),
    Taught("Media Studies", ("2.C.9.b",)),  # communications and media
    Taught("Philosophy & Religion", ("2.C.7.e",), IMPORTANT),
    Taught("Physics", ("2.C.4.b",)),
    Taught("Psychology", ("2.C.4.e",)),
    Taught("Sociology", ("2.C.4.f",)),
)
KNOWLEDGE = {key for each in TAUGHT for key in each.knowledge}


class Official(NamedTuple):
    """What O*NET says of a career that states no subject: the knowledge, and how important it is, 1 to 5."""

    value: float
    knowledge: str

    @property
    def words(self) -> str:
        return f"{self.knowledge}: {IMPORTANCE[int(self.value + 0.5)].lower()} ({self.value:.1f} of 5)"


@dataclass
class Subject:
    """``stated`` are careers whose profile names it, in order of titles; ``official`` those O*NET places here."""

    name: str
    slug: str
    stated: list[int] = field(default_factory=list)
    official: dict[int, Official] = field(default_factory=dict)

    @property
    def keys(self) -> list[int]:
        """What editors state comes first, then by how important the knowledge is."""
        return self.stated + sorted(self.official, key=lambda key: -self.official[key].value)

    @property
    def count(self) -> int:
        return len(self.stated) + len(self.official)


@dataclass(frozen=True)
class Subjects:
    """``by_slug`` in order of names; then how many careers state subjects, have some by O*NET, have none."""

    by_slug: dict[str, Subject]
    stated: int
    official: int
    without: int


def current(index: Facets) -> Subjects:
    """Kept with the index, whose stamp is new after each change of content and each import."""
    if "subjects" not in index.kept:
        index.kept["subjects"] = build(index)
    return index.kept["subjects"]


def build(index: Facets) -> Subjects:
    rows = {key: row for key, *row in Career.objects.published().order_by().values_list("pk", "subjects", "code")}
    careers = [(key, *rows[key]) for key in index.keys if key in rows]
    found: dict[str, Subject] = {}
    for key, names, _ in careers:
        for name in unlike(names):
            subject_of(found, name).stated.append(key)
    official = by_code()
    silent = [(key, official.get(code, {})) for key, names, code in careers if not names]
    for key, needed in silent:
        for name, said in needed.items():
            subject_of(found, name).official[key] = said
    derived = sum(bool(needed) for _, needed in silent)
    ordered = dict(sorted(found.items(), key=lambda item: item[1].name.casefold()))
    return Subjects(ordered, len(careers) - len(silent), derived, len(silent) - derived)


def unlike(names: Iterable[str]) -> list[str]:
    """Each subject once, though a profile names it twice."""
    return list({slugify(name): name for name in reversed(list(names)) if slugify(name)}.values())


def subject_of(found: dict[str, Subject], name: str) -> Subject:
    slug = slugify(name)
    return found.setdefault(slug, Subject(name, slug))


def by_code() -> dict[str, dict[str, Official]]:
    """The subjects of each occupation by O*NET, with the knowledge that says so."""
    ratings = Rating.objects.filter(element__kind=ElementKind.KNOWLEDGE, element__key__in=KNOWLEDGE, suppress=False)
    rows = ratings.filter(value__gte=IMPORTANT, not_relevant=False).order_by()
    found: dict[str, dict[str, Official]] = {}
    for code, key, name, value in rows.values_list("code", "element__key", "element__name", "value"):
        for each in TAUGHT:
            if key in each.knowledge and value >= each.least:
                subjects = found.setdefault(code, {})
                subjects[each.subject] = max(Official(value, name), subjects.get(each.subject, Official(0, "")))
    return found
