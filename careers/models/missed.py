"""Searches that found nothing, as a to-do list for editors: the words alone, and only once three searches had them."""

from django.db import models
from django.db.models import Q

SHOWN_FROM = 3


class MissedSearchQuerySet(models.QuerySet):
    def to_do(self):
        """Those an editor can do something about."""
        return self.filter(dismissed=False).exclude(words="")


class MissedSearch(models.Model):
    """What was searched for and not found, or only after correcting it; never who, from where, or at what hour.

    Before the third use ``words`` and ``searched_as`` are empty: there is a salted digest to count by, and no more.
    """

    digest = models.CharField(max_length=64, unique=True, editable=False)
    words = models.CharField("searched for", max_length=60, blank=True, editable=False)
    searched_as = models.CharField("corrected to", max_length=60, blank=True, editable=False)
    count = models.PositiveIntegerField("times", default=1, editable=False)
    last_on = models.DateField("last on", editable=False)
    dismissed = models.BooleanField(default=False, editable=False)

    objects = MissedSearchQuerySet.as_manager()

    class Meta:
        ordering = ["-count", "words"]
        verbose_name = "search that found nothing"
        verbose_name_plural = "searches that found nothing"
        constraints = [
            models.CheckConstraint(
                name="careers_missedsearch_words_from_third",
                condition=Q(words="", searched_as="") | Q(count__gte=SHOWN_FROM),
                violation_error_message="Before its third use, the words of a search are not kept.",
            ),
        ]

    def __str__(self):
        return self.words
