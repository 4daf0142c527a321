"""What somebody typed into a form that could not be saved, kept so that nothing of it is lost.

A form can fail for two reasons that are nobody's fault: the person was signed out meanwhile, or the page was so old
that its token no longer holds. Both lead to one page that shows what was typed and sends it again with one press.
"""

import re
import time
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.urls import reverse
from django.utils.crypto import get_random_string
from django.utils.http import url_has_allowed_host_and_scheme

SESSION_KEY = "typed"
LIMIT = 200_000  # characters that a session may keep
KEPT_FOR = 3600  # seconds
LEFT_OUT = {"csrfmiddlewaretoken"}
ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
LABELS = {
    "login": "User name",
    "username": "User name",
    "password1": "Password",
    "oldpassword": "Password now",
    "name": "Name",
    "email": "E-mail",
    "text": "What you will do",
    "due_on": "By when",
    "notes": "Your notes",
    "after_school": "Goal after school",
    "in_work": "Goal in work",
    "why": "Why it matters",
    "helper": "Who helps",
    "evidence": "What shows that you did it",
    "evidence_link": "Link that shows it",
    "reflection": "What you learned",
    "title": "Title",
    "titles": "Other titles",
    "summary": "Summary",
    "code": "O*NET-SOC code",
    "published_on": "Published on",
    "checked_on": "Facts checked on",
}
# What is pressed or chosen from a list is sent as a code that says nothing to the person who chose it.
CHOSEN = frozenset(
    """
    target goal state done item out saved way roles is_active seen action select_across index status kind category
    education remote main_type other_types next token version
    """.split()  # noqa: SIM905
)
ENDS_OF_HIDDEN = ("_FORMS", "-id", "time_zone")
STARTS_OF_HIDDEN = ("_", "initial-", "leads_to-", "accepted-")


@dataclass(frozen=True)
class Field:
    name: str
    value: str

    @property
    def label(self):
        """Words for a name; the name of a section begins with “section_”."""
        words = self.name.removeprefix("section_").replace("_", " ").replace("-", " ").split()
        return LABELS.get(self.name) or " ".join(words).capitalize()

    @property
    def hidden(self):
        """What a form carries for itself, and what was not typed: a person would not know it."""
        if self.name in LABELS:
            return False
        own = self.name.endswith(ENDS_OF_HIDDEN) or self.name.startswith(STARTS_OF_HIDDEN)
        return own or self.name in CHOSEN or not self.value.strip() or self.value.isdigit()

    @property
    def secret(self):
        """Passwords are not kept: they are asked for again."""
        return "password" in self.name.lower()

    @property
    def day(self):
        """Whether it goes into a browser's calendar, which would empty what is not a day written as 2026-11-30."""
        return self.name.endswith("_on") and (not self.value or ISO_DAY.fullmatch(self.value) is not None)

    @property
    def long(self):
        return len(self.value) > 60 or "\n" in self.value


@dataclass(frozen=True)
class Typed:
    action: str
    fields: list[Field]
    signed_out: bool = False

    def size(self):
        return sum(len(field.name) + len(field.value) for field in self.fields)


def read(request, *, signed_out: bool = False) -> Typed:
    pairs = [(name, value) for name, values in request.POST.lists() for value in values if name not in LEFT_OUT]
    fields = [Field(name, value) for name, value in pairs]
    fields = [Field(field.name, "") if field.secret else field for field in fields]
    return Typed(request.get_full_path(), fields, signed_out)


def keep(request, typed: Typed) -> str | None:
    """Keep it in the session, which outlives signing in, under a key nobody guesses; None where it is too long."""
    if typed.size() > LIMIT:
        return None
    key = get_random_string(22)
    now = int(time.time())
    fields = [[field.name, field.value] for field in typed.fields]
    entry = {"at": now, "action": typed.action, "fields": fields, "signed_out": typed.signed_out}
    room = LIMIT - typed.size()
    request.session[SESSION_KEY] = {key: entry, **newest(request.session.get(SESSION_KEY, {}), room, now)}
    return key


def newest(entries: dict, room: int, now: int) -> dict:
    """The newest of what is kept, as far as there is room."""
    left = {}
    for key, entry in entries.items():
        room -= sum(len(name) + len(value) for name, value in entry["fields"])
        if room >= 0 and now - entry["at"] < KEPT_FOR:
            left[key] = entry
    return left


def recall(request, key: str) -> Typed | None:
    entry = request.session.get(SESSION_KEY, {}).get(key)
    if entry is None or time.time() - entry["at"] > KEPT_FOR:
        return None
    fields = [Field(name, value) for name, value in entry["fields"]]
    return Typed(entry["action"], fields, entry.get("signed_out", False))


def address(key: str) -> str:
    return reverse("accounts:unsaved", args=[key])


def own_path(url: str) -> bool:
    return url.startswith("/") and url_has_allowed_host_and_scheme(url, allowed_hosts=None)


def from_our_page(request) -> bool:
    """Whether the browser says that the form stood on a page of ours: else it is somebody else's trick."""
    source = request.headers.get("Origin") or request.headers.get("Referer") or ""
    try:
        parts = urlsplit(source)
    except ValueError:
        return False
    ours = (parts.scheme, parts.netloc) == (request.scheme, request.get_host())
    return ours and request.headers.get("Sec-Fetch-Site", "same-origin") == "same-origin"
