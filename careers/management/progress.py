"""A progress bar where there is much to do and somebody looks on."""

from collections.abc import Iterable

from rich.console import Console
from rich.progress import track

MANY = 20


def watched(items: Iterable, description: str, total: int) -> Iterable:
    console = Console(stderr=True)
    if total <= MANY or not console.is_terminal:
        return items
    return track(items, description, total=total, console=console, transient=True)
