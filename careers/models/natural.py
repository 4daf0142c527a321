"""Rows known by what they say rather than by a number, so that fixtures never overwrite a stranger's row."""

from operator import attrgetter

from django.db import models


class NaturalKeyManager(models.Manager):
    def get_by_natural_key(self, *key):
        return self.get(**dict(zip(self.model.natural_fields, key, strict=True)))  # type: ignore[attr-defined]


class NaturallyKeyed(models.Model):
    """``natural_fields`` are lookups such as ``career__slug``: together they name one row."""

    natural_fields: tuple[str, ...] = ("slug",)

    objects = NaturalKeyManager()

    class Meta:
        abstract = True

    def natural_key(self):
        return tuple(attrgetter(field.replace("__", "."))(self) for field in self.natural_fields)
