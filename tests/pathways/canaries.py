"""A person with a row of every model that holds something about people; in every field a word found nowhere else."""

import datetime
from dataclasses import dataclass, field

from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.db import connection, models
from django.utils import timezone

from careers.models import Career
from pathways.classified import MODELS
from tests.factories import CareerFactory, CohortFactory, PlanFactory, UserFactory

DAY = datetime.date(2026, 2, 3)
TIME = datetime.datetime(2026, 2, 3, 4, 5, tzinfo=datetime.UTC)
# Who wrote it, where that is somebody else.
BY_OTHERS = {
    "plans.access.actor", "plans.review.by", "plans.comment.author", "plans.note.author", "plans.exemption.by",
    "accounts.hold.by",
}  # fmt: skip
# What the rules of a table ask for.
FITTING = {
    "accounts.user": {"closed_at": None, "is_active": True, "is_staff": False, "is_superuser": False},
    "plans.step": {"state": "done"},
    "plans.experience": {"ends_on": DAY + datetime.timedelta(days=9)},
    "plans.exemption": {"requirement": None},
}


@dataclass
class Canaries:
    """The words that were put somewhere, and where."""

    words: dict[str, str] = field(default_factory=dict)

    def word(self, where: str) -> str:
        word = f"kanari{len(self.words):04}x"
        self.words[word] = where
        return word

    def within(self, text: str) -> set[str]:
        return {where for word, where in self.words.items() if word in text.lower()}


def points(model, targets, *, cascading):
    """Whether a row of this model points at one of these; if asked, so that it goes with it."""
    fields = (field for field in model._meta.get_fields() if field.concrete and (field.many_to_one or field.one_to_one))
    return any(
        field.related_model in targets and (field.remote_field.on_delete is models.CASCADE or not cascading)
        for field in fields
    )


def models_about_people() -> set[type[models.Model]]:
    """Those that point at a person, and those whose rows go with such rows."""
    people = {get_user_model()}
    found = {model for model in apps.get_models() if points(model, people, cascading=False)}
    gone = people | {model for model in found if points(model, people, cascading=True)}
    while more := {model for model in apps.get_models() if points(model, gone, cascading=True)} - gone:
        gone |= more
    return found | gone


class Nest:
    """What hangs on one person: ``rows`` has one of each model."""

    def __init__(self, *, other, school=None):
        self.canaries, self.other, self.school = Canaries(), other, school
        self.rows = {
            "accounts.cohort": CohortFactory(**{"school": school} if school else {}),
            "careers.career": CareerFactory(),
            "contenttypes.contenttype": ContentType.objects.get_for_model(get_user_model()),
        }
        self.rows["accounts.school"] = self.rows["accounts.cohort"].school
        waiting = sorted(models_about_people() - {Career}, key=lambda model: model._meta.label)
        waiting.sort(key=lambda model: model is not get_user_model())
        while waiting:
            ready = next(model for model in waiting if self.can_be_made(model))
            waiting.remove(ready)
            self.rows[ready._meta.label_lower] = self.make(ready)
        Career.objects.update(changed_by=self.person)

    @property
    def person(self):
        return self.rows["accounts.user"]

    def can_be_made(self, model) -> bool:
        fitting = FITTING.get(model._meta.label_lower, {})
        related = {field.related_model for field in model._meta.concrete_fields if field.name not in fitting}
        return all(each._meta.label_lower in {*self.rows, model._meta.label_lower} for each in related - {None})

    def make(self, model):
        label = model._meta.label_lower
        values = dict(FITTING.get(label, {}))
        if label == "admin.logentry":
            values["object_id"] = str(self.person.pk)
        fields = [each for each in model._meta.concrete_fields if not each.primary_key and each.name not in values]
        values |= {each.name: self.value(f"{label}.{each.name}", each) for each in fields}
        if label == "accounts.user":
            values["school"] = self.school
        return model._base_manager.create(**values)

    def value(self, where: str, field: models.Field):
        if field.is_relation:
            return self.other if where in BY_OTHERS else self.rows[field.related_model._meta.label_lower]
        if field.choices:
            return field.choices[0][0]
        for kind, value in self.values(where):
            if isinstance(field, kind):
                return value()
        return field.get_default()

    def values(self, where: str):
        """By kind of field, the first that fits."""
        return [
            (models.EmailField, lambda: f"{self.canaries.word(where)}@example.org"),
            (models.URLField, lambda: f"https://{self.canaries.word(where)}.example.org/"),
            (models.CharField | models.TextField, lambda: self.canaries.word(where)),
            (models.JSONField, lambda: [self.canaries.word(where)]),
            (models.BinaryField, lambda: self.canaries.word(where).encode()),
            (models.GenericIPAddressField, lambda: "203.0.113.77"),
            (models.DateTimeField, lambda: TIME),
            (models.DateField, lambda: DAY),
            (models.BooleanField, lambda: False),
            (models.IntegerField | models.DecimalField, lambda: 1),
        ]


def other_value(nest: Nest, row: models.Model, field: models.Field):
    """Anything else that the field may hold."""
    now = getattr(row, field.attname)
    if field.is_relation:
        return None if now and field.null else another(nest, field.related_model, now)
    if field.choices:
        return next(value for value, _ in field.flatchoices if value not in {now, ""})
    others = {
        models.EmailField: "else@example.org", models.CharField | models.TextField: "something-else",
        models.JSONField: {"else": "else"}, models.BinaryField: b"else", models.GenericIPAddressField: "198.51.100.1",
        models.DateTimeField: timezone.now(), models.DateField: DAY + datetime.timedelta(days=1),
        models.BooleanField: not now, models.IntegerField | models.DecimalField: 2,
    }  # fmt: skip
    return next(value for kind, value in others.items() if isinstance(field, kind))


def another(nest: Nest, model, pk):
    """Another row of the same model: somebody else's, or a copy with other words and without what it need not have."""
    if model is get_user_model():
        return UserFactory()
    if model._meta.label_lower == "plans.plan":
        return PlanFactory()
    row = model._base_manager.get(pk=pk) if pk else nest.rows[model._meta.label_lower]
    row.pk, row._state.adding = None, True
    for each in model._meta.concrete_fields:
        if each.is_relation and each.null:
            setattr(row, each.name, None)
        elif isinstance(each, models.CharField | models.TextField) and not each.choices:
            setattr(row, each.attname, "copy-of-it")
        elif isinstance(each, models.UUIDField):
            setattr(row, each.attname, each.get_default())
    row.save()
    return row


def everything() -> dict[str, str]:
    """All that stands in each table of the database, by its name, as one text."""
    with connection.cursor() as cursor:
        found = {}
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            found[table] = "\n".join(as_text(value) for row in cursor.fetchall() for value in row)
    return found


def as_text(value) -> str:
    return bytes(value).decode("latin-1") if isinstance(value, bytes | memoryview) else str(value)


def columns(label: str) -> list[models.Field]:
    return [apps.get_model(label)._meta.get_field(name) for name in MODELS[label].told()]
