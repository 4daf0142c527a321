"""What a career is found by: its titles one by one, and the words of all that is said of it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from django.db.models import QuerySet

from careers.models import (
    AlternateTitle,
    Career,
    ElementKind,
    Occupation,
    OccupationTitle,
    Rating,
    Section,
    Technology,
)
from careers.search.words import stem, stems, words
from careers.sections import TEXTS, Kind

OF_OTHERS = [entry.key for entry in TEXTS if entry.kind is Kind.CAREERS]
MATTERS = 3.5  # of 5: between “important” and “very important”
MOST_TITLES = 4_000
LONGEST_TITLE = 15  # in words: longer ones rank alike
CATCH_ALL = 2  # words by which the titles of such an occupation seem longer
SEPARATOR = " · "  # no engine takes it for a word
OTHER, SIZE, CAREER = 60, 44, 12  # the bits at which these begin in a title's key


@dataclass
class Said:
    """All that is said of one career."""

    career: Career
    titles: list[str] = field(default_factory=list)
    sections: list[str] = field(default_factory=list)
    skills: list[str] = field(default_factory=list)

    def title_rows(self) -> Iterator[tuple[int, int, str, str]]:
        """(key, career, title, tokens) of each different title."""
        seen = set()
        for number, title in enumerate([self.career.title, *self.titles][:MOST_TITLES]):
            tokens = title_tokens(title)
            if tokens and tokens not in seen:
                seen.add(tokens)
                size = len(words(title)) + (CATCH_ALL if self.catches_all else 0)
                yield title_key(self.career.pk, number, size), self.career.pk, title, tokens

    @property
    def catches_all(self) -> bool:
        """“Production workers, all other” has the titles that fit nowhere else."""
        return self.career.title.casefold().endswith("all other")

    def text_row(self) -> tuple[int, str, str, str, str]:
        """(career, and the stems of its names, summary, sections, skills)."""
        names = " ".join([self.career.title, *self.titles])
        sections, skills = " ".join(self.sections), " ".join(self.skills)
        return self.career.pk, stemmed(names), stemmed(self.career.summary), stemmed(sections), stemmed(skills)


def stemmed(text: str) -> str:
    return " ".join(stems(text))


def title_tokens(title: str) -> str:
    """Its words in order, so that phrases are found, then the stems that are no word of it; empty without words."""
    found = words(title)
    roots = dict.fromkeys(stem(word) for word in found if stem(word) not in found)
    return SEPARATOR.join(" ".join(part) for part in (found, roots) if part)


def title_key(career: int, number: int, size: int) -> int:
    """In the order of these keys a career's own title comes first, then the other titles, the shortest first."""
    return (number > 0) << OTHER | min(size, LONGEST_TITLE) << SIZE | career << CAREER | number


def read_key(key: int) -> tuple[bool, int, int]:
    """(whether it is the career's own title, how many words it has, the career)."""
    return not key >> OTHER, key >> SIZE & 15, key >> CAREER & 0xFFFFFFFF


def said(careers: Iterable[Career]) -> list[Said]:
    """As it stands now, whatever the caller holds of it."""
    found = {career.pk: Said(career) for career in careers}
    by_code = defaultdict(list)
    for each in found.values():
        if each.career.code:
            by_code[each.career.code].append(each)
    for career, title in AlternateTitle.objects.filter(career_id__in=found).values_list("career_id", "title"):
        found[career].titles.append(title)
    for career, text in own_sections(found).values_list("career_id", "text"):
        found[career].sections.append(text)
    add_official(by_code)
    return list(found.values())


def own_sections(careers: Collection[int]) -> QuerySet[Section]:
    """What is said of these careers themselves: sections that list other careers would find this one by their names."""
    return Section.objects.filter(career_id__in=careers).exclude(key__in=OF_OTHERS).order_by("pk")


def add_official(by_code: Mapping[str, list[Said]]) -> None:
    """What O*NET says of their occupations."""
    codes = list(by_code)
    for read, name in ((official_titles, "titles"), (official_texts, "sections"), (official_skills, "skills")):
        for code, text in read(codes):
            for each in by_code[code]:
                getattr(each, name).append(text)


def official_titles(codes: list[str]) -> Iterator[tuple[str, str]]:
    yield from Occupation.objects.filter(code__in=codes).values_list("code", "title").order_by()
    titles = OccupationTitle.objects.filter(code__in=codes).values_list("code", "title", "short").order_by("pk")
    for code, title, short in titles:
        yield code, title
        if short:
            yield code, short


def official_texts(codes: list[str]) -> Iterator[tuple[str, str]]:
    yield from Occupation.objects.filter(code__in=codes).values_list("code", "description").order_by()


def official_skills(codes: list[str]) -> Iterator[tuple[str, str]]:
    """Skills and knowledge that matter in the job, and the software people use in it."""
    yield from rated(codes).values_list("code", "element__name").order_by()
    yield from Technology.objects.filter(code__in=codes).values_list("code", "name").order_by()


def rated(codes: Collection[str]) -> QuerySet[Rating]:
    """Of the skills and knowledge of these occupations, those that matter there."""
    found = Rating.objects.filter(code__in=codes, value__gte=MATTERS, not_relevant=False, suppress=False)
    return found.filter(element__kind__in=[ElementKind.SKILL, ElementKind.KNOWLEDGE])
