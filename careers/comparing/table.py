"""The whole comparison, as the page shows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from django.http import QueryDict
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import escape, format_html_join
from django.utils.http import urlencode
from django.utils.safestring import SafeString, mark_safe

from careers.comparing.asking import MOST, WEIGHED, Asked
from careers.comparing.measures import MEASURES
from careers.comparing.reading import Compared, find, read
from careers.comparing.rows import Row, rows_of, text_rows
from careers.comparing.weighing import LEVELS, Ranked, rank
from careers.figures.people import INTERESTS
from careers.figures.sourced import Origin
from careers.sections import IN_CHAPTERS, Entry

FORMS_KEPT = 256
# Stands in the form that is kept, where it says which careers are compared.
CAREERS = "<!--careers-->"
# And here, the link to the answers that are weighed.
RESULT = "<!--result-->"


@dataclass(frozen=True)
class Head:
    """A column: the career, where it ranks, and the address of the page without it."""

    ranked: Ranked
    without: str


@dataclass(frozen=True)
class Group:
    """Rows under one heading. ``same``: every career says the same there, so one cell stands for all."""

    key: str
    label: str
    rows: list[Row]
    same: bool = False


class Comparison:
    def __init__(self, data: QueryDict, user):
        self.asked = Asked.of(data)
        found = find(self.asked.to_find, user)
        self.careers = read(found[:MOST], self.asked.sections)
        self.slugs = [each.career.slug for each in self.careers]
        self.told = self.asked.told(self.slugs, [career.slug for career in found])
        self.ranked = rank(self.careers, self.asked.counted, self.asked.likes)
        self.is_full = len(self.careers) == MOST

    @property
    def in_order(self) -> list[Compared]:
        return [each.compared for each in self.ranked]

    @cached_property
    def heads(self) -> list[Head]:
        return [Head(each, self.address(without=each.compared.career.slug)) for each in self.ranked]

    @property
    def groups(self) -> list[Group]:
        titles = [each.career.title for each in self.in_order]
        rows = [row.named(titles) for row in rows_of(self.in_order)]
        texts = [row.named(titles) for row in text_rows(self.in_order, self.asked.sections)]
        if len(self.careers) == 1:
            return grouped(Group("known", "What is known", rows), Group("texts", "In the profile’s own words", texts))
        return grouped(
            Group("different", "Where they differ", [row for row in rows if row.differs]),
            Group("same", "Where they are the same", [row for row in rows if not row.differs], same=True),
            Group("texts", "In the profiles’ own words", texts),
        )

    @property
    def origins(self) -> list[Origin]:
        return list(dict.fromkeys(origin for each in self.careers for origin in each.figures.origins))

    @property
    def choices(self) -> SafeString:
        """The form, with what is chosen in it."""
        asked = self.asked
        weights = tuple(asked.weights.values())
        answered, several = asked.answers is not None, len(self.careers) > 1
        form = choices_form(weights, asked.liked, tuple(asked.sections), several=several, answered=answered)
        pairs = [("career", slug) for slug in self.slugs] + self.answers
        hidden = format_html_join("", '<input type="hidden" name="{}" value="{}">', pairs)
        result = f"{reverse('careers:interests_result')}?{urlencode(self.answers)}"
        return mark_safe(form.replace(CAREERS, hidden).replace(RESULT, escape(result)))  # noqa: S308 — both are escaped

    @property
    def answers(self) -> list[tuple[str, str]]:
        return [("a", self.asked.answers.code)] if self.asked.answers else []

    def address(self, *, without: str) -> str:
        """This comparison less one career."""
        pairs = [("career", slug) for slug in self.slugs if slug != without]
        pairs += [(key, weight) for key, weight in self.asked.weights.items() if weight]
        pairs += [("like", letter) for letter in self.asked.liked] + self.answers
        return "?" + urlencode(pairs + [("section", entry.key) for entry in self.asked.sections])


@lru_cache(maxsize=FORMS_KEPT)
def choices_form(
    weights: tuple[int, ...], liked: str, sections: tuple[Entry, ...], *, several: bool, answered: bool
) -> str:
    """Made once a process for each choice: some thirty boxes, and the same for whatever is compared."""
    context = {"measures": list(zip(MEASURES, weights, strict=True)), "levels": LEVELS, "interests": INTERESTS}
    context |= {"liked": liked, "lacks_likes": dict(zip(WEIGHED, weights, strict=True))["interests"] and not liked}
    context |= {"answered": answered, "result": mark_safe(RESULT)}  # noqa: S308 — our own mark
    context |= {"chapters": IN_CHAPTERS, "sections": sections, "several": several, "hidden": mark_safe(CAREERS)}  # noqa: S308
    return render_to_string("careers/compare/_choose.html", context)


def grouped(*groups: Group) -> Sequence[Group]:
    return [group for group in groups if group.rows]
