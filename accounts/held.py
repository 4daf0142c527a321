"""What is held about a person: each model says it where it stands, and this module asks them all.

A model that points at a person, or whose rows go when such a row goes (a step of a plan, say), declares

    @classmethod
    def held_about(cls, user) -> list[dict]:
        steps = cls.objects.filter(plan__user=user)
        return [{"step": step.text, "due": step.due_on, "deleted on": step.removed_at} for step in steps]

One dict a row: keys in plain words; text, numbers, booleans, None, dates, times and lists of those as values.
Everything stored counts, rows taken out of sight (``removed_at``) too; keys of the database, hashes and tokens are left
out. A model with nothing of its own to tell returns ``[]`` and says why. A test fails where a model declares nothing.
Models that are not ours are declared here. What is held goes when the person goes: by ``on_delete``, and in
``actions.delete_people`` what no foreign key reaches.
"""

from collections.abc import Callable

from django.apps import apps
from django.contrib.admin.models import LogEntry
from django.db.models import Model, Q, QuerySet

from accounts import typed
from accounts.sessions import sessions_of

Rows = list[dict]
ACCOUNT = "accounts.user"
NAMES = {
    ACCOUNT: "you",
    "account.emailaddress": "e-mail addresses",
    "account.emailconfirmation": "letters to confirm an e-mail address",
    "mfa.authenticator": "second factor",
    "careers.career": "careers you changed last",
    "admin.logentry": "done in the admin",
    "reversion.revision": "saved in the admin",
    "sessions.session": "browsers signed in",
}
LAST = [label for label in NAMES if label != ACCOUNT]


def held_about(user) -> dict[str, Rows]:
    """Everything held about a person, by the name of what it is; only what there is. What matters most comes first."""
    rows = {model: declaration(model)(user) for model in sorted(apps.get_models(), key=place)}
    return {name(model): found for model, found in rows.items() if found}


def place(model: type[Model]) -> int:
    """The account, then what no list here names (a plan), then the rest in its order."""
    label = model._meta.label_lower
    return LAST.index(label) + 2 if label in LAST else int(label != ACCOUNT)


def name(model: type[Model]) -> str:
    return NAMES.get(model._meta.label_lower, str(model._meta.verbose_name_plural))


def declaration(model: type[Model]) -> Callable[..., Rows]:
    return getattr(model, "held_about", None) or OTHERS.get(model._meta.label_lower, nothing)


def nothing(user) -> Rows:
    return []


def log_entries(user) -> QuerySet[LogEntry]:
    """What the admin's log says of a person: what they did, and what was done to their account."""
    about = Q(content_type__app_label="accounts", content_type__model="user", object_id=str(user.pk))
    return LogEntry.objects.filter(Q(user=user) | about)


def of_email_addresses(user) -> Rows:
    addresses = user.emailaddress_set.all()
    return [{"address": row.email, "confirmed": row.verified, "main address": row.primary} for row in addresses]


def of_email_confirmations(user) -> Rows:
    model = apps.get_model("account", "EmailConfirmation")
    rows = model.objects.filter(email_address__user=user)
    rows = rows.select_related("email_address")
    return [{"to": row.email_address.email, "asked for": row.created, "sent": row.sent} for row in rows]


def of_second_factors(user) -> Rows:
    """That there is one and since when; never its secret, nor the codes."""
    kinds = {"totp": "codes from an app", "recovery_codes": "recovery codes"}
    rows = user.authenticator_set.order_by("pk")
    return [
        {"what": kinds.get(row.type, row.type), "set up": row.created_at, "last used": row.last_used_at} for row in rows
    ]


def of_log_entries(user) -> Rows:
    entries = log_entries(user).select_related("content_type")
    return [
        {"when": entry.action_time, "what": str(entry), "note": entry.get_change_message(),
         "done by you": entry.user_id == user.pk}
        for entry in entries
    ]  # fmt: skip


def of_revisions(user) -> Rows:
    model = apps.get_model("reversion", "Revision")
    return [{"when": row.date_created, "what": row.comment} for row in model.objects.filter(user=user)]


def of_sessions(user) -> Rows:
    """Until when a browser stays signed in and what it keeps; the keys that begin with _ prove who it is."""
    found = sessions_of(user)
    return [{"signed in until": session.expire_date} | kept(session.get_decoded()) for session in found]


def kept(data: dict) -> dict:
    """What was typed and could not be saved, as the person knows it; the rest under its name in words."""
    drafts = [recalled(entry) for entry in data.get(typed.SESSION_KEY, {}).values()]
    others = {key.replace("_", " "): data[key] for key in data if key != typed.SESSION_KEY and not key.startswith("_")}
    return ({"typed and not saved": drafts} if drafts else {}) | others


def recalled(entry: dict) -> dict:
    fields = [typed.Field(*pair) for pair in entry["fields"]]
    return {field.label: field.value for field in fields if not field.secret}


OTHERS: dict[str, Callable[..., Rows]] = {
    "account.emailaddress": of_email_addresses,
    "account.emailconfirmation": of_email_confirmations,
    "admin.logentry": of_log_entries,
    "reversion.revision": of_revisions,
    "sessions.session": of_sessions,
    "mfa.authenticator": of_second_factors,
}
