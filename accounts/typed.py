"""What somebody typed into a form that could not be saved, kept so that nothing of it is lost.

A form can fail for two reasons that are nobody's fault: the person was signed out meanwhile, or the page was so old
that its token no longer holds. Both lead to one page that shows what was typed and sends it again with one press.
"""

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
ENDS_OF_HIDDEN = ("_FORMS", "-id", "next", "token", "version", "time_zone")
STARTS_OF_HIDDEN = ("_", "initial-")
LABELS = {"login": "User name", "username": "User name", "password1": "Password", "oldpassword": "Password now"}


@dataclass(frozen=True)
class Field:
    name: str
    value: str

    @property
    def label(self):
        return LABELS.get(self.name) or self.name.replace("_", " ").replace("-", " ").strip().capitalize()

    @property
    def hidden(self):
        """What a form carries for itself: a person would not know it."""
        return self.name.endswith(ENDS_OF_HIDDEN) or self.name.startswith(STARTS_OF_HIDDEN)

    @property
    def secret(self):
        """Passwords are not kept: they are asked for again."""
        return "password" in self.name.lower()

    @property
    def long(self):
        return len(self.value) > 60 or "\n" in self.value


@dataclass(frozen=True)
class Typed:
    action: str
    fields: list[Field]

    def size(self):
        return sum(len(field.name) + len(field.value) for field in self.fields)


def read(request) -> Typed:
    pairs = [(name, value) for name, values in request.POST.lists() for value in values if name not in LEFT_OUT]
    fields = [Field(name, value) for name, value in pairs]
    return Typed(request.get_full_path(), [Field(field.name, "") if field.secret else field for field in fields])


def keep(request, typed: Typed) -> str | None:
    """Keep it in the session, which outlives signing in, under a key nobody guesses; None where it is too long."""
    if typed.size() > LIMIT:
        return None
    key = get_random_string(22)
    now = int(time.time())
    entry = {"at": now, "action": typed.action, "fields": [[field.name, field.value] for field in typed.fields]}
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
    return Typed(entry["action"], [Field(name, value) for name, value in entry["fields"]])


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
