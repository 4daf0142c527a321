"""Whether a request asks for a page or for the part of it that htmx swaps."""


def wants_part(request) -> bool:
    """A swap gets its part; a boosted link, a restored history entry and everything else get the page."""
    htmx = request.htmx
    return bool(htmx) and not htmx.boosted and not htmx.history_restore_request
