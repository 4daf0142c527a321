"""What is said of the careers of a page beside their titles: kind by kind, as ``rows`` puts it into the index."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice

from careers.models import Career, Occupation, Technology
from careers.prepared import Prepared
from careers.search import rows

MOST = 24  # careers of one query
PLACES = [f"place{number}" for number in range(MOST)]
Said = Iterator[tuple[int, str]]  # career, text

CAREERS = Prepared(
    lambda **pks: Career.objects.filter(pk__in=list(pks.values())).order_by().values_list("pk", "summary", "code"),
    **dict.fromkeys(PLACES, int),
)
SECTIONS = Prepared(
    lambda **pks: rows.own_sections(list(pks.values())).order_by().values_list("pk", "career_id", "html"),
    **dict.fromkeys(PLACES, int),
)
OCCUPATIONS = Prepared(
    lambda **codes: (
        Occupation.objects.filter(code__in=list(codes.values())).order_by().values_list("code", "description")
    ),
    **dict.fromkeys(PLACES, str),
)
RATED = Prepared(
    lambda **codes: rows.rated(list(codes.values())).order_by().values_list("code", "element__name"),
    **dict.fromkeys(PLACES, str),
)
TOOLS = Prepared(
    lambda **codes: Technology.objects.filter(code__in=list(codes.values())).order_by().values_list("code", "name"),
    **dict.fromkeys(PLACES, str),
)


def summaries(pks: Sequence[int]) -> Said:
    return ((pk, summary) for pk, summary, _ in found(CAREERS, pks))


def sections(pks: Sequence[int]) -> Said:
    """Sorted here, for a database would carry the texts along."""
    return ((pk, html) for _, pk, html in sorted(found(SECTIONS, pks)))


def descriptions(pks: Sequence[int]) -> Said:
    return official(OCCUPATIONS, pks)


def skills(pks: Sequence[int]) -> Said:
    """All of a career at once, a line each: they are many and short."""
    names: dict[int, list[str]] = {pk: [] for pk in pks}
    for pk, name in chain(official(RATED, pks), official(TOOLS, pks)):
        names[pk].append(name)
    return ((pk, "\n".join(each)) for pk, each in names.items())


def official(query: Prepared, pks: Sequence[int]) -> Said:
    by_code = {code: pk for pk, _, code in found(CAREERS, pks) if code}
    return ((by_code[code], text) for code, text in found(query, list(by_code)))


def found(query: Prepared, values: Iterable[int | str]) -> Iterator[tuple]:
    """The rows of these careers or codes, some two dozen at a time; what no career has fills the other places."""
    values = iter(values)
    while some := list(islice(values, MOST)):
        none: int | str = 0 if isinstance(some[0], int) else "none"
        yield from query.rows(**dict.fromkeys(PLACES, none) | dict(zip(PLACES, some, strict=False)))


KINDS: tuple[tuple[str, Callable[[Sequence[int]], Said]], ...] = (
    ("summary", summaries),
    ("section", sections),
    ("section", descriptions),
    ("skill", skills),
)
