import logging
from smtplib import SMTPException

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.shortcuts import render
from django.urls import reverse

from accounts.actions import set_roles
from accounts.roles import STUDENT

logger = logging.getLogger(__name__)


class AccountAdapter(DefaultAccountAdapter):
    """Where we differ from allauth."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": "The user name and the password do not fit together. Check both and try again.",
        "too_many_login_attempts": "Too many wrong passwords for this account. Wait five minutes and try again.",
        "username_taken": "Somebody has this user name already. Try another.",
        "enter_current_password": "This is not your password now. Type it again.",
        "incorrect_password": "This is not your password. Type it again.",
    }

    def is_open_for_signup(self, request):
        return settings.SIGNUP_OPEN

    def is_ajax(self, request):
        """Nobody asks for these pages as JSON, so nobody is answered in it."""
        return False

    @transaction.atomic
    def save_user(self, request, user, form, commit=True):
        user.time_zone = form.cleaned_data["time_zone"]
        user = super().save_user(request, user, form, commit)
        set_roles(user=user, roles=[STUDENT])
        return user

    def clean_password(self, password, user=None):
        """One fault at a time, and first that it is too short: who makes it longer mends most of the others too."""
        try:
            return super().clean_password(password, user)
        except ValidationError as error:
            faults = sorted(error.error_list, key=lambda fault: fault.code != "password_too_short")
            raise faults[0] from None

    def get_reauthentication_methods(self, user):
        """Before the second factor is changed the password is asked for again; a code of the factor itself is not."""
        again = {"id": "reauthenticate", "description": "Use your password", "url": reverse("account_reauthenticate")}
        return [again] if user.is_authenticated else []

    def set_password(self, user, password):
        """However a new password comes about, it ends the one-time password."""
        user.one_time_password_until = None
        super().set_password(user, password)

    def get_password_change_redirect_url(self, request):
        return reverse("accounts:account")

    def send_mail(self, template_prefix, email, context):
        try:
            super().send_mail(template_prefix, email, context)
        except (SMTPException, OSError):
            logger.exception("An e-mail could not be sent.")
            raise ImmediateHttpResponse(render(self.request, "account/mail_failed.html", status=503)) from None

    def _get_login_attempts_cache_key(self, request, **credentials):
        """Guesses are counted by account alone: allauth would count anew for each name of the host."""
        return credentials.get("username") or credentials["email"]


class SecondFactorAdapter(DefaultMFAAdapter):
    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "This code does not fit, or was used already. Wait for the next one and type that.",
        "cannot_generate_recovery_codes": "Set up the second factor first.",
    }

    def get_totp_label(self, user):
        return user.username

    def get_totp_issuer(self):
        return settings.SITE_NAME

    def build_totp_svg(self, url):
        """The picture alone, to stand in the page: our content security policy lets no other address in, data: too."""
        return super().build_totp_svg(url).partition("?>")[2]
