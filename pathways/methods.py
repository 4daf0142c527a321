"""The methods that pages answer. Left to themselves, the admin takes any other for GET, and allauth PUT for POST."""

from django.http import HttpResponseNotAllowed

KNOWN = ("GET", "HEAD", "POST")


def known_methods_middleware(get_response):
    def middleware(request):
        return get_response(request) if request.method in KNOWN else HttpResponseNotAllowed(KNOWN)

    return middleware
