"""Findings are kept as they were when a career was last saved, imported or checked."""

from collections.abc import Iterator, Sequence

from django.db import transaction

from careers import models
from careers.checks import known
from careers.checks.findings import Finding
from careers.checks.texts import Profile
from careers.documents.describing import describe, with_parts

BATCH = 100


def refresh(pks: Sequence[int]) -> dict[int, list[Finding]]:
    """Check these careers as they stand now, and put what is found in the place of what was."""
    found: dict[int, list[Finding]] = {}
    for start in range(0, len(pks), BATCH):
        found |= refresh_batch(pks[start : start + BATCH])
    return found


@transaction.atomic
def refresh_batch(pks: Sequence[int]) -> dict[int, list[Finding]]:
    careers = with_parts(models.Career.objects.filter(pk__in=pks))
    profiles = {career.pk: Profile(describe(career)) for career in careers}
    findings = dict(zip(profiles, known.check_all(list(profiles.values())), strict=True))
    models.Finding.objects.filter(career__in=pks).delete()
    models.Finding.objects.bulk_create(row for pk, each in findings.items() for row in rows(pk, each))
    write_wordings({pk: set(profile.digests) for pk, profile in profiles.items()})
    return findings


def rows(pk: int, findings: Sequence[Finding]) -> Iterator[models.Finding]:
    for finding in findings:
        places = [{"name": place.name, "excerpt": place.quoted} for place in finding.places]
        yield models.Finding(
            career_id=pk,
            check_key=finding.check,
            severity=finding.severity,
            sentence=finding.sentence,
            places=places,
            reason=finding.reason,
        )


def write_wordings(wanted: dict[int, set[str]]) -> None:
    """What these careers say; what they say still is not written again."""
    stale = []
    for key, pk, digest in models.Wording.objects.filter(career__in=wanted).values_list("pk", "career", "digest"):
        if digest in wanted[pk]:
            wanted[pk].discard(digest)
        else:
            stale.append(key)
    for start in range(0, len(stale), BATCH):
        models.Wording.objects.filter(pk__in=stale[start : start + BATCH]).delete()
    models.Wording.objects.bulk_create(
        (models.Wording(career_id=pk, digest=digest) for pk, digests in wanted.items() for digest in sorted(digests)),
        batch_size=2_000,
    )
