"""What every page may show of the site itself."""

from functools import cache

from django.conf import settings
from django.urls import reverse

ADDRESSES = {
    "home": "careers:home",
    "list": "careers:list",
    "ways": "careers:ways",
    "interests": "careers:interests",
    "subjects": "careers:subjects",
    "skills": "careers:skills",
    "compare": "careers:compare",
    "suggest": "careers:suggest",
    "plan": "plans:plan",
    "desk": "desk:caseload",
    "account": "accounts:account",
    "sign_in": "account_login",
    "admin": "admin:index",
    "sources": "careers:sources",
    "privacy": "privacy",
    "accessibility": "accessibility",
}


def site(request):
    return {
        "site_name": settings.SITE_NAME,
        "signup_open": settings.SIGNUP_OPEN,
        "contact": settings.CONTACT,
        "debug": settings.DEBUG,
        "at": addresses(),
    }


@cache
def addresses() -> dict[str, str]:
    """Where every page links to, found once: reversing them anew would be a sixth of a profile's cost."""
    return {name: reverse(view) for name, view in ADDRESSES.items()}
