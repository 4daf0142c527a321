"""What the site says about the machine it stands on when it starts."""

import sqlite3
import sys

from django.apps import apps
from django.core.checks import Error, Info, register
from django.db import connection

from pathways.classified import MODELS

SOUND = (3, 51, 3)
TELLING = {"check", "runserver", "start"}


def old_sqlite() -> str:
    """The sentence about an SQLite whose write-ahead log has a rare fault; empty where there is nothing to say."""
    if connection.vendor != "sqlite" or sqlite3.sqlite_version_info >= SOUND:
        return ""
    return (
        f"SQLite {sqlite3.sqlite_version} has a rare fault, mended in 3.51.3, that can damage a database "
        "when two processes write at the same instant: keep backups (docs/running.md), or use PostgreSQL."
    )


@register
def sqlite_is_sound(app_configs, **kwargs):
    """For information: most systems still bring an older SQLite, and a school can do little about it today.

    Said where somebody asks or starts the site; in front of what other commands print it would only be in the way.
    """
    message = old_sqlite() if TELLING & set(sys.argv[1:2]) else ""
    return [Info(message, id="pathways.I001")] if message else []


def unclassified() -> list[str]:
    """Fields that are in the models or in the table of what they say about people, and not in both."""
    in_models = {
        f"{model._meta.label_lower}.{field.name}"
        for model in apps.get_models()
        for field in (*model._meta.concrete_fields, *model._meta.many_to_many)
    }
    return sorted(in_models ^ {f"{label}.{name}" for label, fields in MODELS.items() for name in fields.names()})


@register
def every_field_is_classified(app_configs, **kwargs):
    hint = "Say there whether it is public, personal or sensitive, or take out what is gone."
    return [
        Error(f"{name} stands in the models or in pathways/classified.py, not in both.", hint=hint, id="pathways.E001")
        for name in unclassified()
    ]
