"""Counting searches that found nothing, and answering them. A decision in docs says what is kept, and what is not."""

import re
import unicodedata
from datetime import timedelta

from django.db import OperationalError, transaction
from django.db.models import Case, F, Value, When
from django.utils.crypto import salted_hmac

from careers import history
from careers.actions import save_career
from careers.models import AlternateTitle, Career, MissedSearch
from careers.models.career import today
from careers.models.missed import SHOWN_FROM

LONGEST = MissedSearch._meta.get_field("words").max_length
MOST_DIGITS = 4  # more may be a telephone number, a date of birth or a postal address
MOST_ROWS = 5_000  # nobody can fill the database by typing nonsense
FORGET_AFTER = timedelta(days=90)


def countable(typed: str) -> str:
    """The words as they are counted: one form for all ways to write them; empty where they may be about a person."""
    words = " ".join(unicodedata.normalize("NFKC", typed).casefold().split())
    too_many_digits = sum(character.isdigit() for character in words) > MOST_DIGITS
    if len(words) > LONGEST or "@" in words or "://" in words or too_many_digits:
        return ""
    return words if re.search(r"[^\W\d_]{2}", words) else ""


def count(typed: str, *, corrected: str = "") -> None:
    """One more search for this. A search must be answered even where it cannot be counted now."""
    if words := countable(typed):
        try:
            with transaction.atomic():
                add(words, corrected[:LONGEST])
        except OperationalError:  # the database takes no writing now: somebody else writes, or the disk is full
            return


def add(words: str, corrected: str) -> None:
    digest = salted_hmac("careers.missed", words, algorithm="sha256").hexdigest()
    third = {"count__gte": SHOWN_FROM - 1}
    known = MissedSearch.objects.filter(digest=digest).update(
        words=Case(When(**third, then=Value(words)), default=Value("")),
        searched_as=Case(When(**third, then=Value(corrected)), default=Value("")),
        count=F("count") + 1,
        last_on=today(),
    )
    if not known and has_room():
        MissedSearch.objects.bulk_create([MissedSearch(digest=digest, last_on=today())], ignore_conflicts=True)


def has_room() -> bool:
    """Whether a new search can be counted; what was searched for once or twice, long ago, makes room."""
    if MissedSearch.objects.count() < MOST_ROWS:
        return True
    MissedSearch.objects.filter(words="", last_on__lt=today() - FORGET_AFTER).delete()
    return MissedSearch.objects.count() < MOST_ROWS


@transaction.atomic
def answer(*, missed: MissedSearch, career: Career, title: str, user=None) -> None:
    """Make it another name of a career, which finds it from now on, and take it off the list."""
    history.remember(career)
    names = [*career.alternate_titles.values_list("title", flat=True), title]
    rows = [AlternateTitle(career=career, title=name) for name in names]
    comment = f"Added “{title}”, which people search for."
    save_career(career=career, user=user, rows={"alternate_titles": rows}, comment=comment)
    missed.delete()
