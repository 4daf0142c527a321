"""The sixteen categories and the eight types that careers are sorted by."""

from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse

from careers.models.natural import NaturallyKeyed

HUES = (0, 15, 30, 45, 60, 80, 110, 140, 160, 175, 200, 230, 262, 285, 300, 330)


class Term(NaturallyKeyed):
    """A word of the taxonomy."""

    name = models.CharField(max_length=80, unique=True, help_text="As students read it.")
    slug = models.SlugField(
        max_length=80, unique=True, help_text="How it appears in addresses. Shared links break if it changes."
    )
    description = models.CharField(max_length=200, help_text="One sentence a 14-year-old understands.")
    position = models.PositiveSmallIntegerField(default=0, help_text="Its place in lists; smaller comes first.")

    class Meta:
        abstract = True
        ordering = ["position", "name"]

    def __str__(self):
        return self.name


class Category(Term):
    """A field of work. Each career has one; official data finds it by the SOC major groups it covers."""

    hue = models.PositiveSmallIntegerField(
        choices=[(hue, f"{hue}°") for hue in HUES],
        default=175,
        help_text="Its colour, as an angle on the colour wheel.",
    )
    icon = models.CharField(
        max_length=40,
        default="compass",
        validators=[
            RegexValidator(r"^[a-z0-9-]+$", "Write the name of a lucide icon: small letters, digits and hyphens.")
        ],
        help_text="The name of a lucide icon, such as book-open.",
    )
    soc_major_groups = models.JSONField(
        default=list,
        blank=True,
        help_text='SOC 2018 major groups it covers, such as ["25-0000"]: official data is placed by them.',
    )

    class Meta(Term.Meta):
        verbose_name_plural = "categories"

    def get_absolute_url(self):
        return f"{reverse('careers:list')}?category={self.slug}"


class CareerType(Term):
    """What kind of prospect a career is: stable, growing, quick to start …"""

    class Meta(Term.Meta):
        verbose_name = "type"

    def get_absolute_url(self):
        return f"{reverse('careers:list')}?type={self.slug}"
