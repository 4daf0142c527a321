"""What the content checks found, kept so that a list of the whole site is one query; ``checks.storing`` writes it."""

from django.db import models

from careers.models.career import Career


class Severity(models.IntegerChoices):
    """An error stops publishing until it is mended or accepted with a reason; a warning stops nothing."""

    ERROR = 1, "Error"
    WARNING = 2, "Warning"


class Finding(models.Model):
    """One finding about one career, as it was when the career was last saved, imported or checked.

    ``places`` are ``{name, excerpt}``: the key of a section or the name of a fact, and the words that stand there.
    """

    career = models.ForeignKey(Career, on_delete=models.CASCADE, related_name="findings")
    check_key = models.CharField("check", max_length=40, db_index=True)
    severity = models.PositiveSmallIntegerField(choices=Severity)
    sentence = models.TextField("what was found")
    places = models.JSONField(default=list)
    reason = models.CharField("accepted because", max_length=300, blank=True)

    class Meta:
        ordering = ["severity", "career__title", "pk"]

    def __str__(self):
        return self.sentence

    @property
    def key(self) -> str:
        """The check and the first place, as ``checks.findings.Finding`` has it."""
        return f"{self.check_key}/{self.places[0]['name']}" if self.places else self.check_key


class Wording(models.Model):
    """That a career says a sentence, by the sentence's digest: so the same one is found in another career."""

    career = models.ForeignKey(Career, on_delete=models.CASCADE, related_name="wordings")
    digest = models.CharField(max_length=16, db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["career", "digest"],
                name="careers_wording_once",
                violation_error_message="A career has each wording once.",
            ),
        ]

    def __str__(self):
        return self.digest
