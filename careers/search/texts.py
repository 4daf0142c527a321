"""What is said of the careers of a page beside their titles: kind by kind, as ``rows`` puts it into the index."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice

from django.db.models import Aggregate, TextField

from careers.models import Career, Occupation, Technology
from careers.prepared import Prepared
from careers.search import rows

MOST = 24  # careers of one query
PLACES = [f"place{number}" for number in range(MOST)]
Said = Iterator[tuple[int, str]]  # career, text
Row = tuple[int, str, str]  # career, summary, code


class Lines(Aggregate):
    """All values of a group, a line each."""

    output_field = TextField()
    function, template = "string_agg", "%(function)s(%(expressions)s, chr(10))"

    def as_sqlite(self, compiler, connection, **extra):
        template = "%(function)s(%(expressions)s, char(10))"
        return self.as_sql(compiler, connection, function="group_concat", template=template, **extra)


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
    lambda **codes: (
        rows.rated(list(codes.values())).order_by().values_list("code").annotate(names=Lines("element__name"))
    ),
    **dict.fromkeys(PLACES, str),
)
TOOLS = Prepared(
    lambda **codes: (
        Technology.objects.filter(code__in=list(codes.values()))
        .order_by()
        .values_list("code")
        .annotate(names=Lines("name"))
    ),
    **dict.fromkeys(PLACES, str),
)


def careers(pks: Iterable[int]) -> list[Row]:
    return list(found(CAREERS, pks))


def summaries(careers: Sequence[Row]) -> Said:
    return ((pk, summary) for pk, summary, _ in careers)


def sections(careers: Sequence[Row]) -> Said:
    """Sorted here, for a database would carry the texts along."""
    return ((pk, html) for _, pk, html in sorted(found(SECTIONS, [pk for pk, *_ in careers])))


def descriptions(careers: Sequence[Row]) -> Said:
    return official(careers, OCCUPATIONS)


def skills(careers: Sequence[Row]) -> Said:
    """All of a career at once, a line each: they are many and short."""
    names: dict[int, list[str]] = defaultdict(list)
    for pk, lines in chain(official(careers, RATED), official(careers, TOOLS)):
        names[pk].append(lines)
    return ((pk, "\n".join(each)) for pk, each in names.items())


def official(careers: Sequence[Row], query: Prepared) -> Said:
    by_code = defaultdict(list)
    for pk, _, code in careers:
        by_code[code].append(pk)
    by_code.pop("", None)
    return ((pk, text) for code, text in found(query, by_code) for pk in by_code[code])


def found(query: Prepared, values: Iterable[int | str]) -> Iterator[tuple]:
    """The rows of these careers or codes, some two dozen at a time; what no career has fills the other places."""
    values = iter(values)
    while some := list(islice(values, MOST)):
        none: int | str = 0 if isinstance(some[0], int) else "none"
        yield from query.rows(**dict.fromkeys(PLACES, none) | dict(zip(PLACES, some, strict=False)))


KINDS: tuple[tuple[str, Callable[[Sequence[Row]], Said]], ...] = (
    ("summary", summaries),
    ("section", sections),
    ("section", descriptions),
    ("skill", skills),
)
