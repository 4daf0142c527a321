"""Every field is classified once, and whatever is about a person is in what they download."""

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.db import models, transaction

from accounts.held import OTHERS, declaration
from accounts.models import User
from pathways import checks
from pathways.classified import MODELS, Fields
from tests.factories import UserFactory
from tests.pathways.canaries import Nest, columns, models_about_people, other_value

ELSEWHERE = {"sessions.session"}  # a session has no foreign key: tests/accounts/test_held.py
EXEMPT_FROM = {"plans.exemption.assignment", "plans.exemption.requirement"}  # from one of the two, never both


def test_every_field_is_classified():
    assert checks.unclassified() == []


def test_no_field_is_classified_twice():
    twice = [label for label, fields in MODELS.items() if len(set(fields.names())) != len(fields.names())]

    assert twice == []


def test_a_new_field_and_one_that_is_gone_are_refused_by_name(monkeypatch):
    school = MODELS["accounts.school"]
    monkeypatch.setitem(MODELS, "accounts.school", school._replace(public="id name keep_days motto"))

    assert checks.unclassified() == ["accounts.school.digest_day", "accounts.school.motto"]
    assert [error.id for error in checks.every_field_is_classified(None)] == ["pathways.E001", "pathways.E001"]


def test_a_new_model_is_refused_too(monkeypatch):
    monkeypatch.delitem(MODELS, "plans.link")

    assert "plans.link.name" in checks.unclassified()


def test_what_is_not_told_is_about_people_and_has_a_reason():
    strange = {
        (label, name)
        for label, fields in MODELS.items()
        for name, why in fields.untold.items()
        if name not in fields.about_people() or not why
    }

    assert strange == set()


def test_whatever_points_at_a_person_holds_something_about_them():
    """A new model with a key to a person cannot call all of itself public."""
    labels = {model._meta.label_lower for model in models_about_people()}

    assert {label for label in labels if not MODELS.get(label, Fields()).about_people()} == set()


def test_nothing_is_kept_in_files():
    """What students hand in stands in the database, and goes with its row."""
    files = [field for model in apps.get_models() for field in model._meta.concrete_fields
             if isinstance(field, models.FileField)]  # fmt: skip

    assert files == []


@pytest.fixture
def nest(db):
    return Nest(other=UserFactory())


def shown_in_download(nest, label, field) -> bool:
    """Whether the download is another when the field is; what was changed for that is undone."""
    row, tell = nest.rows[label], declaration(apps.get_model(label))
    with transaction.atomic():
        before = tell(User.objects.get(pk=nest.person.pk))
        change(nest, row, field)
        after = tell(User.objects.get(pk=nest.person.pk))
        transaction.set_rollback(True)
    return before != after


def change(nest, row, field):
    if field.many_to_many:
        getattr(row, field.name).add(field.related_model._base_manager.first())
        return
    name = f"{row._meta.label_lower}.{field.name}"
    if name in EXEMPT_FROM:
        values = {"assignment": None, "requirement": requirement(nest)}
    else:
        values = {field.name: other_value(nest, row, field)}
    if name == "plans.step.state":
        values |= {"state": "started", "done_on": None}
    type(row)._base_manager.filter(pk=row.pk).update(**values)


def requirement(nest):
    pack = nest.rows["accounts.school"].packs.create(name="A")
    return pack.requirements.create(measure="goals", words="A goal.")


def test_whatever_is_about_a_person_is_in_their_download(nest):
    Group.objects.create(name="student")
    assert Permission.objects.exists()
    silent = {
        f"{label}.{field.name}"
        for label in set(nest.rows) & set(MODELS) - ELSEWHERE
        if apps.get_model(label) in models_about_people()
        for field in columns(label)
        if not shown_in_download(nest, label, field)
    }

    assert "\n".join(sorted(silent)) == ""


def test_every_declaration_of_others_is_classified():
    assert set(OTHERS) <= {label for label, fields in MODELS.items() if fields.told()}


def test_from_where_somebody_came_is_told_to_them_alone(nest):
    """A counsellor's address is in the counsellor's download, not in the student's."""
    tell = declaration(apps.get_model("plans.access"))

    assert [row.get("from") for row in tell(nest.person)] == [None]
    assert [row["from"] for row in tell(nest.other)] == ["203.0.113.77"]
