"""What occupations are rated on: made as the ratings need them, renamed as the release does, gone when unused."""

import re

from django.db.models import Exists, OuterRef

from careers.models import Element, ElementKind, Rating
from careers.official.files import Row
from careers.official.store import Tally

KEY = re.compile(r"\d\.[A-Z](\.\d+)+(\.[a-z])?(\.\d+)?", re.ASCII)


class Elements:
    """All that stand, by key, and what became of them in this import."""

    def __init__(self) -> None:
        self.known = {element.key: element for element in Element.objects.all()}
        self.seen: set[str] = set()
        self.added = self.changed = 0

    def number(self, row: Row, kind: ElementKind, key: str, name: str) -> int:
        """The primary key of this element, which the first row to name it makes, or renames."""
        element = self.known.get(key)
        if key in self.seen:
            if element and element.name != name:
                raise row.wrong(f"{key} is called “{name}” here, and “{element.name}” in another row.")
        elif element is None:
            element = self.known[key] = Element.objects.create(key=key, kind=kind, name=name)
            self.added += 1
        elif (element.kind, element.name) != (kind, name):
            element.kind, element.name = kind, name
            element.save()
            self.changed += 1
        self.seen.add(key)
        return self.known[key].pk

    def tally(self) -> Tally:
        unused = Element.objects.exclude(Exists(Rating.objects.filter(element=OuterRef("pk"))))
        removed = unused.delete()[0]
        same = len(self.seen) - self.added - self.changed
        return Tally("Elements", len(self.seen), self.added, self.changed, removed, same)
