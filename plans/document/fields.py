"""What a value of a document may be, one small check a kind. Each raises ``Wrong`` with the end of a sentence."""

import re
import uuid
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, URLValidator
from django.db import models

from plans.models import FIRST_DAY, LAST_DAY

Check = Callable[[Any], None]
HOURS = re.compile(r"\d{1,4}(\.\d)?", re.ASCII)
DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class Wrong(Exception):
    """Its text follows the name of the field: “text” *is not text*."""


def words(value: Any, *, longest: int, needed: bool = False) -> None:
    if not isinstance(value, str):
        raise Wrong("is not text")
    if len(value) > longest:
        raise Wrong(f"has {len(value):,} characters, and {longest:,} is the most")
    if needed and not value.strip():
        raise Wrong("is empty")
    if "\0" in value or any("\ud800" <= character <= "\udfff" for character in value):
        raise Wrong("holds a character that stands for nothing")


def choice(value: Any, *, values: tuple[str, ...]) -> None:
    if not isinstance(value, str) or value not in values:
        raise Wrong(f"is none of {', '.join(values)}")


def day(value: Any) -> None:
    if not isinstance(value, str) or not DAY.fullmatch(value):
        raise Wrong("is not a day such as 2026-11-30")
    try:
        found = date.fromisoformat(value)
    except ValueError:
        raise Wrong("is a day that does not exist") from None
    if not FIRST_DAY <= found <= LAST_DAY:
        raise Wrong("is not a day between 1900 and 2200")


def whole(value: Any, *, least: int, most: int) -> None:
    if type(value) is not int or not least <= value <= most:
        raise Wrong(f"is not a whole number from {least} to {most}")


def hours(value: Any, *, most: int) -> None:
    if not isinstance(value, str) or not HOURS.fullmatch(value) or Decimal(value) > most:
        raise Wrong(f"is not a number of hours such as “12.5”, and at most {most:,}")


def link(value: Any, *, longest: int) -> None:
    words(value, longest=longest)
    try:
        if value:
            URLValidator()(value)
    except ValidationError:
        raise Wrong("is not an address such as https://example.org/") from None


def identity(value: Any) -> None:
    try:
        fits = isinstance(value, str) and str(uuid.UUID(value)) == value
    except ValueError:
        fits = False
    if not fits:
        raise Wrong("is not an id such as 6d1c1a52-6df1-4a0c-9d3e-5c1f7e5b0a11")


def truth(value: Any) -> None:
    if not isinstance(value, bool):
        raise Wrong("is neither true nor false")


def or_none(check: Check, value: Any) -> None:
    if value is not None:
        check(value)


def optional(check: Check) -> Check:
    return partial(or_none, check)


def of_field(field: models.Field) -> Check:
    """The check of a model's field: what its form and the database would say."""
    check = of_kind(field)
    return optional(check) if field.null else check


def of_kind(field: models.Field) -> Check:
    if field.choices:
        return partial(choice, values=tuple(value for value, _ in field.choices))
    if isinstance(field, models.DateField):
        return day
    if isinstance(field, models.DecimalField):
        return partial(hours, most=most_of(field))
    if isinstance(field, models.IntegerField):
        return partial(whole, least=1, most=most_of(field))
    if isinstance(field, models.URLField):
        return partial(link, longest=field.max_length or 0)
    return partial(words, longest=field.max_length or 0, needed=not field.blank)


def most_of(field: models.Field) -> int:
    return next(each.limit_value for each in field.validators if isinstance(each, MaxValueValidator))
