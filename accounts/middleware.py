from django.contrib.auth.middleware import LoginRequiredMiddleware


class SignedOutMiddleware(LoginRequiredMiddleware):
    pass


def person_middleware(get_response):
    return get_response
