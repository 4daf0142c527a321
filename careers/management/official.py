"""What the commands that import official releases share: one transaction, a dry run, a summary, refusals in words."""

import uuid
from argparse import ArgumentTypeError
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import IntegrityError, OperationalError, transaction
from django.db.models import Model

from careers.figures import drawn
from careers.management.progress import watched
from careers.models import Career, ContentVersion, Family, Source
from careers.official import store
from careers.official.files import BadRelease, Release, open_release, reason
from careers.official.store import Progress, Tally

NOTHING = "Nothing was changed."


class ImportRelease(BaseCommand):
    """A command says its family and models, and writes ``stated`` and ``tables``."""

    family: Family
    models: Sequence[type[Model]]
    paths: str | None = None  # "+" where several may be given

    def opened(self, path: Any) -> Any:
        """What was given (several paths where ``paths`` says so), as ``stated`` and ``tables`` read it."""
        return open_release(path)

    def stated(self, found: Release, *, release: str, dated: date | None) -> Source:
        """The source as the files name it, not saved; ``--release`` and ``--dated`` go first where they are given."""
        raise NotImplementedError

    def tables(self, found: Release, source: Source, progress: Progress) -> Iterator[Tally | str]:
        """Put each table in (``store.put``) and yield what became of it; a sentence for what the release lacks."""
        raise NotImplementedError

    def follow(self) -> None:
        """What else must be made anew where anything has changed, in the same transaction."""

    def add_arguments(self, parser):
        help_path = "The release as downloaded: a file, a folder or the zip."
        parser.add_argument("path", type=Path, nargs=self.paths, metavar="PATH", help=help_path)
        parser.add_argument("--dry-run", action="store_true", help="Change nothing; say what would change.")
        parser.add_argument("--force", action="store_true", help="Also where a newer release is in already.")
        parser.add_argument("--release", default="", help="Which release it is, where the files do not say.")
        parser.add_argument("--dated", type=month, metavar="YYYY-MM", help="Of which month it is; goes with --release.")

    def handle(self, *, path, dry_run, force, release, dated, **options):
        try:
            source, report, changed = self.bring_in(path, dry_run=dry_run, force=force, release=release, dated=dated)
        except BadRelease as error:
            raise CommandError(f"{error} {NOTHING}") from None
        except (OperationalError, IntegrityError, OSError) as error:
            raise CommandError(f"It could not be stored: {reason(error)}. {NOTHING}") from None
        except KeyboardInterrupt:
            raise CommandError(f"It was stopped. {NOTHING}") from None
        self.say(source, report, changed, dry_run=dry_run)

    @transaction.atomic
    def bring_in(self, path: Path | list[Path], *, dry_run: bool, force: bool, release: str, dated: date | None):
        """All of it; a dry run takes it back, so that what it says is what would happen."""
        before = self.sources()
        found = self.opened(path)
        source = store.source(self.stated(found, release=release, dated=dated), force=force)
        report = list(self.tables(found, source, watched))
        store.forget_unused(self.family, self.models)
        changed = before != self.sources() or any(part.differs for part in tallies(report))
        if changed:
            Source.objects.filter(pk=source.pk).update(token=uuid.uuid4())
            ContentVersion.bump()
            self.follow()
            if not dry_run:
                drawn.draw_ahead(Career.objects.values_list("code", flat=True))
        transaction.set_rollback(dry_run)
        return source, report, changed

    def sources(self) -> list[tuple]:
        return list(Source.objects.filter(family=self.family).order_by("pk").values_list("pk", *store.STATED))

    def say(self, source: Source, report: Iterable[Tally | str], changed: bool, *, dry_run: bool) -> None:
        for part in report:
            if isinstance(part, str):
                self.stderr.write(self.style.WARNING(f"Warning: {part}"))
            else:
                self.stdout.write(str(part))
        ending = "This was a dry run: nothing was written." if dry_run else f"{source} is in."
        self.stdout.write(ending if changed else f"{source} was in already. {NOTHING}")


def tallies(report: Iterable[Tally | str]) -> Iterator[Tally]:
    return (part for part in report if isinstance(part, Tally))


def month(text: str) -> date:
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError:
        raise ArgumentTypeError(f"“{text}” is not a month such as 2025-05.") from None
