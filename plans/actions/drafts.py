"""What is being typed in a form, kept until the form is saved."""

from django.db import transaction
from django.utils import timezone

from plans.models import Draft

MOST_DRAFTS = 50


@transaction.atomic
def keep_draft(*, user, form: str, fields: dict[str, str], version: str) -> Draft:
    """The latest of each form; of more forms than ``MOST_DRAFTS`` the oldest go."""
    words = {"fields": fields, "version": version, "saved_at": timezone.now()}
    draft, _ = Draft.objects.update_or_create(user=user, form=form, defaults=words)
    too_old = Draft.objects.filter(user=user).values_list("pk", flat=True)[MOST_DRAFTS:]
    Draft.objects.filter(pk__in=list(too_old)).delete()
    return draft


def clear_draft(*, user, form: str) -> None:
    Draft.objects.filter(user=user, form=form).delete()
