"""What content was: every change is a revision, and each of them can be brought back."""

from datetime import datetime

import reversion
from django.db import IntegrityError, models, transaction
from reversion.errors import RevertError
from reversion.models import Version

from careers.models import AlternateTitle, Career, CareerType, Category, LeadsTo, Section, Typing

PARTS = {"sections": Section, "typings": Typing, "alternate_titles": AlternateTitle, "leads_to": LeadsTo}
MOST_LOOKED_AT = 50

for part in PARTS.values():
    reversion.register(part)
# Who changed it stands in the revision; a copy here would point at people who have since deleted their account.
reversion.register(Career, follow=tuple(PARTS), exclude=("changed_by",))
reversion.register(Category)
reversion.register(CareerType)


def remember(*objects: models.Model) -> None:
    """Record, as they stand, those no revision holds yet (fixtures bring some): so the first change can be undone too.

    To be called before the change, outside the revision that records it.
    """
    if not objects:
        return
    versions = Version.objects.get_for_model(type(objects[0]))
    known = set(versions.filter(object_id__in=[str(each.pk) for each in objects]).values_list("object_id", flat=True))
    with reversion.create_revision(manage_manually=True):
        reversion.set_comment("As it was before its first change here.")
        for each in objects:
            if str(each.pk) not in known:
                reversion.add_to_revision(each)


def restore(version: Version) -> None:
    """Write one object as it was, with its parts. What else its revision holds stays as it is.

    Raises RevertError, with a sentence, where it no longer fits what stands now.
    """
    try:
        with transaction.atomic():
            require(version)
            version.revert()
            if version.content_type.model_class() is Career:
                restore_parts(version)
    except IntegrityError as problem:
        raise RevertError(
            f"“{version.object_repr}” can’t be brought back: another has its name or its address now. "
            "Change that one first."
        ) from problem


def restore_parts(version: Version) -> None:
    """The parts are written as new rows: nothing refers to their keys, and an old key may be another's by now."""
    pk = int(version.object_id)
    for part in part_versions(version):
        require(part)
    for model, parts in parts_of(version).items():
        model.objects.filter(career_id=pk).delete()
        model.objects.bulk_create(parts)


def part_versions(version: Version) -> list[Version]:
    """The versions of a career's parts: those its revision holds of this one career."""
    return [
        part
        for part in version.revision.version_set.select_related("content_type")
        if part.content_type.model_class() in PARTS.values() and part.field_dict["career_id"] == int(version.object_id)
    ]


def parts_of(version: Version) -> dict[type[models.Model], list[models.Model]]:
    """A career's parts as a version holds them, as unsaved rows."""
    kept: dict[type[models.Model], list[models.Model]] = {model: [] for model in PARTS.values()}
    for part in part_versions(version):
        model = part.content_type.model_class()
        kept[model].append(model(**part.field_dict | {"id": None}))
    return kept


def as_of(career: Career, moment: datetime) -> Version | None:
    """The version that holds a career as the save of this moment left it; versions keep thousandths of a second."""
    wanted = moment.isoformat(timespec="milliseconds")
    for version in Version.objects.get_for_object(career).select_related("revision")[:MOST_LOOKED_AT]:
        if version.field_dict["changed_at"].isoformat(timespec="milliseconds") == wanted:
            return version
    return None


def require(version: Version) -> None:
    """Refuse where what this version points at is deleted since: foreign keys are only checked at the very end."""
    model = version.content_type.model_class()
    wanted = {Career: ("category_id", Category), Typing: ("type_id", CareerType)}.get(model)
    if wanted is None:
        return
    column, target = wanted
    pk = version.field_dict[column]
    if not target.objects.filter(pk=pk).exists():
        last = Version.objects.get_for_object_reference(target, pk).first()
        name = f"{target._meta.verbose_name} “{last}”" if last else target._meta.verbose_name
        raise RevertError(f"Its {name} is no longer there: bring that back first.")
