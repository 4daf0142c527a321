"""Whether a request asks for a page or for the part of it that htmx swaps."""

from django_htmx.middleware import HtmxDetails


def wants_part(request) -> bool:
    """A swap gets its part; a boosted link, a restored history entry and everything else get the page."""
    if "HTTP_HX_REQUEST" not in request.META:  # what ``headers`` would be made of, for nearly nobody
        return False
    htmx = HtmxDetails(request)
    return bool(htmx) and not htmx.boosted and not htmx.history_restore_request
