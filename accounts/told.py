"""What happens to people, told to apps that accounts do not know; they add themselves in their ``AppConfig.ready``.

Not Django's signals: there is one call for each, it stands where it happens, and within its transaction.
"""

from collections.abc import Callable
from enum import StrEnum


class Deed(StrEnum):
    """What staff do to an account, or to its place in a school."""

    ADDED = "added"
    MOVED = "moved"
    TOOK_OUT = "took-out"
    PASSWORD = "password"  # noqa: S105 (the name of a deed)
    ALTERED = "altered"
    CLOSED = "closed"
    REOPENED = "reopened"
    HELD = "held"
    LIFTED = "lifted"
    ERASED = "erased"


class Listeners(list[Callable[..., None]]):
    def tell(self, *args) -> None:
        for listener in self:
            listener(*args)


done_to = Listeners()  # called with the request of a member of staff, the numbers of accounts, and a Deed
erasing = Listeners()  # called with the people, who are there until all have heard
