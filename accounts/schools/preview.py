"""What adding a list of students would do, row by row, before anything is written."""

import unicodedata
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from enum import StrEnum

from django.core.exceptions import ValidationError

from accounts.models import Cohort, Membership, Post, User
from accounts.schools.reading import Line

AT_ONCE = 500  # SQLite compares with so many values at a time
LONGEST_NAME, LONGEST_BASE = 80, 60
TAKEN = "Somebody else has this user name. Leave it empty to have one made, or let them join with the code."


class What(StrEnum):
    NEW = "new"
    HERE = "here already"
    MOVES = "moves"
    FAULT = "fault"


@dataclass
class Outcome:
    """``person`` is the number of an account that is there already; ``about`` says what is wrong, or where from."""

    number: int
    name: str
    username: str
    what: What = What.NEW
    about: str = ""
    person: int | None = None

    def as_shown(self) -> list:
        return list(asdict(self).values())


@dataclass
class Known:
    """What is asked of the database, in a number of queries that the length of the list hardly changes."""

    cohort: Cohort
    theirs: set[int]  # the cohorts whose students may be moved here
    heads: bool
    taken: set[str]
    people: dict[str, User]
    in_post: set[int]
    places: dict[int, Membership]
    here: dict[str, User]
    numbers: dict[str, int] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)


def outcomes(lines: list[Line], cohort: Cohort, by: User) -> list[Outcome]:
    known = known_about(lines, cohort, by)
    return [outcome(line, known) for line in lines]


def known_about(lines: list[Line], cohort: Cohort, by: User) -> Known:
    usernames = [User.normalize_username(line.username) for line in lines if usable(line.username)]
    people = {user.username: user for user in in_parts(usernames)}
    cohorts = Cohort.objects.of_staff(by)
    return Known(
        cohort=cohort,
        theirs=set(cohorts.values_list("pk", flat=True)),
        heads=Cohort.objects.headed_by(by).filter(pk=cohort.pk).exists(),
        taken=set(User.objects.values_list("username", flat=True)),
        people=people,
        in_post=set(Post.objects.current().values_list("user", flat=True)),
        places=last_places([user.pk for user in people.values()]),
        here={folded(user.name): user for user in students_in(cohort) if user.name},
    )


def students_in(cohort: Cohort):
    return User.objects.filter(memberships__cohort=cohort, memberships__until=None)


def in_parts(usernames: list[str]) -> Iterator[User]:
    for start in range(0, len(usernames), AT_ONCE):
        yield from User.objects.filter(username__in=usernames[start : start + AT_ONCE])


def last_places(numbers: list[int]) -> dict[int, Membership]:
    """Where each was last, or is now."""
    found = {}
    for start in range(0, len(numbers), AT_ONCE):
        rows = Membership.objects.filter(user__in=numbers[start : start + AT_ONCE]).select_related("cohort")
        found |= {row.user_id: row for row in rows.order_by("since", "pk")}
    return found


def outcome(line: Line, known: Known) -> Outcome:
    found = Outcome(line.number, unicodedata.normalize("NFC", line.name), User.normalize_username(line.username))
    found.about = fault_of(line, found, known)
    if found.about:
        found.what = What.FAULT
    elif found.username in known.people:
        settle(found, known.people[found.username], known)
    elif not found.username and (person := known.here.get(folded(found.name))):
        found.username, found.person, found.what = person.username, person.pk, What.HERE
    else:
        found.username = found.username or make_username(found.name, known)
    known.taken.add(found.username)
    return found


def fault_of(line: Line, found: Outcome, known: Known) -> str:
    """The sentence that says what is wrong with a row by itself, and beside the rows before it."""
    if not line.is_short:
        return "There are more cells in this row than in the first: is there a separator inside a name?"
    if not (found.name or found.username):
        return "There is neither a name nor a user name in this row."
    if not (usable(found.name) and usable(found.username)):
        return "There are characters in this row that no name has."
    if len(found.name) > LONGEST_NAME:
        return f"Keep the name to {LONGEST_NAME} characters; this has {len(found.name)}."
    return fault_of_username(found.username) or given_before(found, known)


def fault_of_username(username: str) -> str:
    try:
        if username:
            User._meta.get_field("username").run_validators(username)
    except ValidationError as error:
        return error.messages[0]
    return ""


def given_before(found: Outcome, known: Known) -> str:
    key = f"@{found.username}" if found.username else folded(found.name)
    before = known.rows.setdefault(key, found.number)
    if before == found.number:
        return ""
    if found.username:
        return f"This user name stands in row {before} too."
    return f"This name stands in row {before} too. If these are two people, give each a user name."


def settle(found: Outcome, user: User, known: Known) -> None:
    """What becomes of somebody who has an account: only a school's own is taken into a group without their doing."""
    found.person, place = user.pk, known.places.get(user.pk)
    is_here = place is not None and place.until is None and place.cohort_id == known.cohort.pk
    if user.closed_at and user.school_id == known.cohort.school_id:
        found.what, found.about = What.FAULT, "This account is closed. Open it again first."
    elif is_here:
        found.what = What.HERE
    elif user.school_id != known.cohort.school_id or user.is_staff or user.pk in known.in_post:
        found.what, found.about = What.FAULT, TAKEN
    elif place.cohort_id in known.theirs if place else known.heads:
        found.what, found.about = What.MOVES, f"from {place.cohort}" if place else ""
    else:
        found.what, found.about = What.FAULT, "They are in a group that you do not look after. Ask its counsellor."


def usable(words: str) -> bool:
    """Whether it is text that a name may hold, and every database takes."""
    return not any(unicodedata.category(letter) in {"Cc", "Cs"} for letter in words)


def folded(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def make_username(name: str, known: Known) -> str:
    """“Zoë Adams” is zoe.adams, and the next of that name zoe.adams2."""
    plain = "".join(unaccented(letter) for letter in unicodedata.normalize("NFKC", name)).casefold()
    words = "".join(letter if letter.isalnum() else " " for letter in plain).split()
    base = User.normalize_username(".".join(words))[:LONGEST_BASE].strip(".") or "student"
    username, number = base, known.numbers.get(base, 1)
    while username in known.taken:
        number += 1
        username = f"{base}{number}"
    known.numbers[base] = number
    return username


def unaccented(letter: str) -> str:
    """A Latin letter without its accents; in other scripts the marks are part of the letter."""
    base = unicodedata.normalize("NFD", letter)[0]
    return base if base.isascii() else letter
