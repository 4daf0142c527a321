"""What is held about a person: each model says it where it stands, and this module asks them all.

A model that points at a person, or whose rows go when such a row goes (a step of a plan, say), declares

    @classmethod
    def held_about(cls, user) -> list[dict]:
        return list(cls.objects.filter(plan__user=user).values("text", "due_on", "removed_at"))

One dict a row: readable keys; text, numbers, booleans, None, dates, times and lists of those as values. Everything
stored counts, rows taken out of sight (``removed_at``) too; keys of the database, hashes and tokens are left out. A
model with nothing of its own to tell returns ``[]`` and says why. A test fails where a model declares nothing. Models
that are not ours are declared here. What is held goes when the person goes: by ``on_delete``, and in
``actions.delete_people`` what no foreign key reaches.
"""

from collections.abc import Callable, Iterator

from django.apps import apps
from django.contrib.admin.models import LogEntry
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.db.models import Model, Q, QuerySet
from django.utils import timezone

Rows = list[dict]


def held_about(user) -> dict[str, Rows]:
    """Everything held about a person, by the name of what it is; only what there is."""
    held = {}
    for model in apps.get_models():
        rows = declaration(model)(user)
        if rows:
            held[str(model._meta.verbose_name_plural)] = rows
    return held


def declaration(model: type[Model]) -> Callable[..., Rows]:
    return getattr(model, "held_about", None) or OTHERS.get(model._meta.label_lower, nothing)


def nothing(user) -> Rows:
    return []


def log_entries(user) -> QuerySet[LogEntry]:
    """What the admin's log says of a person: what they did, and what was done to their account."""
    about = Q(content_type__app_label="accounts", content_type__model="user", object_id=str(user.pk))
    return LogEntry.objects.filter(Q(user=user) | about)


def sessions(*people) -> Iterator[Session]:
    """The browsers these people are signed in with. Sessions have no foreign key, so each is opened, once for all."""
    keys = {str(person.pk) for person in people}
    for session in Session.objects.filter(expire_date__gt=timezone.now()).iterator():
        if session.get_decoded().get(SESSION_KEY) in keys:
            yield session


def of_email_addresses(user) -> Rows:
    return list(user.emailaddress_set.values("email", "verified", "primary"))


def of_email_confirmations(user) -> Rows:
    model = apps.get_model("account", "EmailConfirmation")
    return list(model.objects.filter(email_address__user=user).values("created", "sent"))


def of_log_entries(user) -> Rows:
    entries = log_entries(user).select_related("content_type")
    return [{"when": entry.action_time, "what": str(entry), "by_you": entry.user_id == user.pk} for entry in entries]


def of_revisions(user) -> Rows:
    model = apps.get_model("reversion", "Revision")
    return list(model.objects.filter(user=user).values("date_created", "comment"))


def of_sessions(user) -> Rows:
    """Until when a browser stays signed in and what it keeps; the keys that begin with _ prove who it is."""
    return [{"until": session.expire_date, "kept": kept(session.get_decoded())} for session in sessions(user)]


def kept(data: dict) -> dict:
    return {key: value for key, value in data.items() if not key.startswith("_")}


OTHERS: dict[str, Callable[..., Rows]] = {
    "account.emailaddress": of_email_addresses,
    "account.emailconfirmation": of_email_confirmations,
    "admin.logentry": of_log_entries,
    "reversion.revision": of_revisions,
    "sessions.session": of_sessions,
}
