"""The content security policy: the same on every page, and so put into words once and not for each response."""

from csp.constants import HEADER
from csp.utils import build_policy
from django.conf import settings


def policy_middleware(get_response):
    policy = build_policy()

    def middleware(request):
        response = get_response(request)
        if not (settings.DEBUG and response.status_code in {404, 500}):  # Django's own pages for developers break it
            response.headers.setdefault(HEADER, policy)
        return response

    return middleware
