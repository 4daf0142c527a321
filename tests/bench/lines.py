"""What is measured: each line with the addresses it asks for and the ratio to the bare view that it may cost.

A repeated read asks for one address again and again. A first read asks for many, each once and after a change of
content, so that no worker has any of them ready; the index of facets is made anew before the clock starts.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from random import Random
from urllib.parse import urlencode

from django.utils.text import slugify

from tests.bench import words
from tests.bench.generate import WITHOUT_FIGURES, slug

PASS = 120
PAGE = 24
TENFOLD = (1_000, 10_000)
ONCE_MORE = "/careers/?remote=none&remote=mostly&education=school"


@dataclass(frozen=True)
class Line:
    """``addresses`` of a number of careers, and what they may cost.

    ``growth`` is what 10,000 careers may cost over 100, where the pages are alike, and ``tenfold`` over 1,000.
    ``served`` is the goal where the database is a server of its own, whose CPU counts.
    """

    name: str
    addresses: Callable[[int], list[str]]
    goal: float
    served: float | None = None
    growth: float | None = None
    tenfold: float | None = None
    first: bool = False
    conditional: bool = False

    @property
    def key(self) -> str:
        return slugify(self.name)

    def grows(self, size: int) -> bool:
        """Whether it is to be measured with so many careers, too."""
        return bool(self.growth or (self.tenfold and size >= TENFOLD[0]))

    def asked(self, beginnings: Iterable[str]) -> bool:
        """Whether its name begins so, or what follows the portal in it: “Search” are also those of every occupation."""
        names = {self.name.casefold(), self.name.partition(": ")[2].casefold()}
        return any(name.startswith(each.casefold()) for each in beginnings for name in names)


def profiles(size: int) -> list[str]:
    return [f"/careers/{slug(number)}/" for number in range(min(size, PASS))]


def with_figures(size: int) -> list[str]:
    """Careers that official figures are known of; the nation's, and one in four with a state's beside them."""
    numbers = range(WITHOUT_FIGURES, min(size, WITHOUT_FIGURES + PASS))
    return [f"/careers/{slug(number)}/{'?area=AC' * (number % 4 == 3)}" for number in numbers]


def compared(size: int) -> list[str]:
    """Four careers with figures, each time others, and what weighs how much."""
    return comparison([slug(number) for number in range(WITHOUT_FIGURES, size)])


def comparison(slugs: list[str]) -> list[str]:
    fours = [[slugs[(first * 4 + place) % len(slugs)] for place in range(4)] for first in range(PASS)]
    return [f"/compare/?{urlencode({'career': four, 'pay': 3, 'study': 1, 'security': 2}, True)}" for four in fours]


def pages(size: int) -> list[str]:
    """Full pages of the list in its four orders."""
    sorts = ("", "-title", "education", "newest")
    numbers = range(1, min(size // PAGE, PASS // len(sorts)) + 1)
    return [f"/careers/?{urlencode({'sort': sort, 'page': number})}" for number in numbers for sort in sorts]


def narrow(size: int) -> list[str]:
    return filters(2, 2)


def wide(size: int) -> list[str]:
    """Choices so many that a page is full at every size."""
    return filters(10, 5)


def filters(categories: int, types: int) -> list[str]:
    """Different choices of so many categories and types, of all there are."""
    random, found = Random(f"{categories} {types}"), {}
    while len(found) < PASS:
        picked = sorted(random.sample(words.CATEGORIES, categories)), sorted(random.sample(words.TYPES, types))
        pairs = [("category", slugify(name)) for name in picked[0]] + [("type", slugify(name)) for name in picked[1]]
        found[f"/careers/?{urlencode(pairs)}"] = None
    return list(found)


def broad(size: int) -> list[str]:
    """Names of jobs and their beginnings, as people type them: each finds about four careers in ten."""
    typed = [role[:length] for role in words.ROLES for length in range(max(4, len(role) - 5), len(role) + 1)]
    return searches(sorted(dict.fromkeys(typed), key=lambda word: word not in words.ROLES))


def two_words(size: int) -> list[str]:
    return searches([f"{field} {role}" for role in words.ROLES[:5] for field in words.FIELDS[:24]])


def combined(size: int) -> list[str]:
    """A word with filters, whose options are counted: four fields in ten and up to two years of college."""
    filtered = [address.partition("?")[2] for address in filters(6, 4)]
    found = broad(size)
    return [f"{found[place % len(found)]}&{chosen}&education=associate" for place, chosen in enumerate(filtered)]


def suggested(size: int) -> list[str]:
    """As somebody types: two words, letter by letter from the third one of the second."""
    typed = [f"{field} {role[:length]}" for role in words.ROLES[:5] for field in words.FIELDS[:8] for length in (3, 5)]
    return suggestions(dict.fromkeys([role[:length] for role in words.ROLES for length in (2, 4)] + typed))


def suggestions(typed: Iterable[str]) -> list[str]:
    return [f"/careers/suggest/?{urlencode({'q': query})}" for query in typed][:PASS]


def finder(size: int) -> list[str]:
    """What came out of thirty answers, each time others."""
    random = Random("answers")
    return [f"/interests/result/?a={''.join(random.choices('12345', k=30))}" for _ in range(PASS)]


def searches(queries: list[str]) -> list[str]:
    return [f"/careers/?{urlencode({'q': query})}" for query in queries[:PASS]]


LINES = (
    Line("Profile, first read", profiles, 5, growth=1.1, first=True),
    Line("Profile, repeated", profiles, 2.5, growth=1.1),
    Line("Profile, conditional", profiles, 2.5, growth=1.1, conditional=True),
    Line("Profile with figures, first read", with_figures, 5, first=True),
    Line("Profile with figures, repeated", with_figures, 2.5),
    Line("Compare four, first read", compared, 20, first=True),
    Line("Compare four, repeated", compared, 20),
    Line("List, first read", pages, 8, growth=1.5, first=True),
    Line("List, repeated", pages, 8, growth=1.5),
    Line("Filter by 2 categories and 2 types, first read", narrow, 8, first=True),
    Line("Filter by 2 categories and 2 types, repeated", narrow, 8),
    Line("Filter by 10 categories and 5 types, first read", wide, 8, growth=1.5, first=True),
    Line("Filter by 10 categories and 5 types, repeated", wide, 8, growth=1.5),
    Line("Search for one broad word, first read", broad, 12, growth=3, tenfold=2.5, first=True),
    Line("Search for one broad word, repeated", broad, 12, growth=3),
    Line("Search for two words, first read", two_words, 12, tenfold=2.5, first=True),
    Line("Search for two words, repeated", two_words, 12),
    Line("Search with filters and counts, first read", combined, 25, served=60, tenfold=2.5, first=True),
    Line("Suggestions, first read", suggested, 12, served=30, tenfold=2, first=True),
)
