from django.conf import settings


def site(request):
    return {
        "site_name": settings.SITE_NAME,
        "signup_open": settings.SIGNUP_OPEN,
        "contact": settings.CONTACT,
        "debug": settings.DEBUG,
    }
