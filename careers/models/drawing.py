"""The official figures on one code as a page shows them, drawn ahead."""

from django.db import models


class Drawing(models.Model):
    """What ``careers.figures.drawn`` made of a code's figures: drawing them anew costs more than all else on a page.

    It is good while ``made_of`` is what it would be made of now, and before ``until``, when something in it counts as
    old. A page that finds none that is good draws for itself.
    """

    code = models.CharField(max_length=10, primary_key=True)
    made_of = models.CharField(max_length=32)
    until = models.DateField()
    facts = models.TextField(blank=True)
    keys = models.CharField(max_length=200, blank=True, help_text="Of its parts, in their order.")
    parts = models.TextField(blank=True)

    def __str__(self):
        return self.code
