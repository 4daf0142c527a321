"""Whether a request asks for a page or for the part of it that htmx swaps."""

from django_htmx.middleware import HtmxDetails


def wants_part(request) -> bool:
    """A swap gets its part; a boosted link, a restored history entry and everything else get the page."""
    if "HX-Request" not in request.headers:
        return False
    htmx = HtmxDetails(request)
    return bool(htmx) and not htmx.boosted and not htmx.history_restore_request
