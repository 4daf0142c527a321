"""The school subjects that careers name, as filters have them: two spellings of one slug are one subject."""

from collections.abc import Iterable
from functools import lru_cache

from django.utils.text import slugify


@lru_cache(maxsize=2_000)
def slug_of(name: str) -> str:
    return slugify(name, allow_unicode=True)


def subjects_by_slug(lists: Iterable[Iterable[str]]) -> dict[str, str]:
    """Every subject that any of these lists names, from A to Z."""
    names = sorted({name for names in lists for name in names}, key=str.casefold)
    return {slug: name for name in names if (slug := slug_of(name))}
