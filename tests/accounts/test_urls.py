import pytest
from django.urls import NoReverseMatch, get_resolver, reverse

from accounts import allauth_urls

# Names that allauth reverses in the views we use: a missing one would be an error on somebody's screen.
NEEDED = [
    "account_login",
    "account_signup",
    "account_logout",
    "account_inactive",
    "account_change_password",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key_done",
    "account_reauthenticate",
    "mfa_authenticate",
    "mfa_index",
    "mfa_activate_totp",
    "mfa_deactivate_totp",
    "mfa_view_recovery_codes",
    "mfa_generate_recovery_codes",
]
OPEN = {
    "account_login",
    "account_signup",
    "account_logout",
    "account_inactive",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "accounts:deleted",
    "accounts:digest_stop",
    "mfa_authenticate",
}


@pytest.mark.parametrize("name", NEEDED)
def test_the_names_that_allauth_needs_are_there(name):
    assert reverse(name).startswith("/account/")


def test_nothing_else_of_allauth_is_routed():
    assert {pattern.name for pattern in allauth_urls.urlpatterns} == {
        *NEEDED,
        "account_reset_password_from_key",
    }
    for name in ("account_email", "account_set_password", "mfa_reauthenticate", "mfa_add_webauthn"):
        with pytest.raises(NoReverseMatch):
            reverse(name)


def test_every_page_is_closed_but_these():
    found = set()
    for resolver in get_resolver().url_patterns:
        if str(resolver.pattern) == "account/":
            prefix = f"{resolver.namespace}:" if resolver.namespace else ""
            found |= {
                prefix + pattern.name
                for pattern in resolver.url_patterns
                if not getattr(pattern.callback, "login_required", True)
            }

    assert found == OPEN


@pytest.mark.parametrize("name", ["details", "delete", "account", "download"])
def test_pages_of_an_account_show_their_own(student_client, name):
    assert student_client.get(reverse(f"accounts:{name}")).status_code == 200
