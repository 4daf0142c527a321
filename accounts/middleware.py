"""What holds on every page: who may see it, which time zone it speaks of, and what a person has to do first."""

from contextlib import contextmanager

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django_htmx.http import HttpResponseClientRedirect

from accounts import duty, typed

ENDED = "You were signed out, as staff are after 30 minutes without a page, and after 12 hours."
MEANWHILE = ("account_reauthenticate", "account_change_password", "account_logout")


class SignedOutMiddleware(LoginRequiredMiddleware):
    """Every view is closed unless it says otherwise; what a signed-out person typed is kept until they are back."""

    def handle_no_permission(self, request, view_func):
        if request.method == "POST":
            return self.keep_what_was_typed(request)
        return sign_in(request, page_of(request) if request.htmx else request.get_full_path())

    def keep_what_was_typed(self, request):
        form = typed.read(request, signed_out=True)
        key = typed.keep(request, form)
        if key is None:
            return render(request, "form_expired.html", {"typed": form, "waiting": True}, status=403)
        return sign_in(request, typed.address(key))


def page_of(request):
    """The page on which htmx asks; the start where the browser names none of ours."""
    try:
        return request.htmx.current_url_abs_path or "/"
    except ValueError:
        return "/"


def sign_in(request, then):
    """Through the sign-in page to another; htmx is told to leave its page for it."""
    return go(request, f"{settings.LOGIN_URL}?{urlencode({'next': then})}")


def go(request, url):
    return HttpResponseClientRedirect(url) if request.htmx else HttpResponseRedirect(url)


def person_middleware(get_response):
    """For a signed-in person: their time zone, nothing kept by caches, and what they have to do first."""

    def middleware(request):
        # Without the cookie nobody is signed in, and a visitor's page need not open a session to learn that.
        if settings.SESSION_COOKIE_NAME not in request.COOKIES or not request.user.is_authenticated:
            return get_response(request)
        if request.user.on_duty and duty.over(request.session):
            logout(request)
            messages.info(request, ENDED)
            return get_response(request)
        with living_in(request.user.zone()):
            response = choose_password(request) or second_factor(request) or get_response(request)
        response.headers.setdefault("Cache-Control", "private, no-store")
        return response

    return middleware


@contextmanager
def living_in(zone):
    timezone.activate(zone)
    try:
        yield
    finally:
        timezone.deactivate()


def choose_password(request):
    """Where a one-time password waits to be replaced, every page leads to replacing it."""
    path = reverse("account_change_password")
    if not request.user.must_choose_password() or request.path in {path, reverse("account_logout")}:
        return None
    return go(request, f"{path}?{urlencode({'next': page_asked_for(request)})}")


def second_factor(request):
    """Outside development, every page leads staff to setting up a second factor until they have one."""
    if not settings.SECOND_FACTOR or not request.user.on_duty or request.user.has_second_factor:
        return None
    setting_up = reverse("mfa_activate_totp")
    if request.path in {setting_up, *map(reverse, MEANWHILE)}:
        return None
    return go(request, f"{setting_up}?{urlencode({'next': page_asked_for(request)})}")


def page_asked_for(request):
    return request.get_full_path() if request.method == "GET" and not request.htmx else "/"
