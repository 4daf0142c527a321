"""The forms of the account pages. Labels, hints and errors are sentences that say what to do."""

from allauth.account import forms as allauth
from allauth.account.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.db import transaction

from accounts import actions, zones
from accounts.models import User

NEW_PASSWORD = "8 characters or more, and not only digits. Three or four words that make you smile work well."  # noqa: S105
EMAIL_HINT = (
    "Optional. For a new password, and for letters that something waits. Whoever can read this mailbox can set a new "
    "password, so use your own."
)


def worded(form, name, label, hint=""):
    """Our words for a field of allauth's; its placeholders go, for they vanish when somebody types."""
    field = form.fields[name]
    field.label, field.help_text = label, hint
    field.widget.attrs.pop("placeholder", None)
    if isinstance(field.widget, forms.PasswordInput):
        field.widget.attrs["data-password"] = ""
    return field


class LoginForm(allauth.LoginForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        worded(self, "login", "User name").widget.attrs |= {"autocapitalize": "none", "spellcheck": "false"}
        worded(self, "password", "Password")

    def clean_login(self):
        return User.normalize_username(self.cleaned_data["login"])

    def clean(self):
        cleaned = super().clean()
        if self.user and self.user.one_time_password_expired():
            raise ValidationError("This one-time password is more than 7 days old. Ask an administrator for a new one.")
        return cleaned


class SignupForm(allauth.SignupForm):
    field_order = ["username", "password1", "email", "time_zone"]
    # A plain field: what a script filled in is no reason to refuse anybody.
    time_zone = forms.Field(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        username = worded(self, "username", "User name", "Any name you will remember. It need not be your real one.")
        username.widget.attrs |= {"autocapitalize": "none", "spellcheck": "false"}
        worded(self, "password1", "Password", NEW_PASSWORD)
        worded(self, "email", "E-mail", EMAIL_HINT).validators.append(MaxLengthValidator(254))

    def clean_username(self):
        self.cleaned_data["username"] = User.normalize_username(self.cleaned_data["username"])
        return super().clean_username()

    def clean_time_zone(self):
        zone = self.cleaned_data["time_zone"]
        return zone if zone in zones.known() else settings.TIME_ZONE


class NewPasswordMixin:
    """A new password is typed once: a box beside it shows what was typed."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        del self.fields["password2"]
        worded(self, "password1", "New password", NEW_PASSWORD)

    def clean_password1(self):
        password = self.cleaned_data["password1"]
        if self.user.check_password(password):
            raise ValidationError("This is the password you have now. Choose another.")
        return password


class ChangePasswordForm(NewPasswordMixin, allauth.ChangePasswordForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.user.must_choose_password():
            del self.fields["oldpassword"]
        else:
            worded(self, "oldpassword", "Password now")


class ResetPasswordForm(allauth.ResetPasswordForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        worded(self, "email", "E-mail", "The address you gave when you made your account.")


class ResetPasswordKeyForm(NewPasswordMixin, allauth.ResetPasswordKeyForm):
    pass


class ReauthenticateForm(allauth.ReauthenticateForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        worded(self, "password", "Password")


class CodeMixin:
    """Six digits from an app; phones show the keys for digits."""

    hint = "The six digits that the app shows now."

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        worded(self, "code", "Code", self.hint).widget.attrs |= {"inputmode": "numeric", "autofocus": True}


class SetUpFactorForm(CodeMixin, ActivateTOTPForm):
    def grouped_secret(self):
        """In fours, for whoever types it."""
        return " ".join(self.secret[start : start + 4] for start in range(0, len(self.secret), 4))


class SignInCodeForm(CodeMixin, AuthenticateForm):
    hint = "The six digits that the app shows now, or one of your recovery codes."


class PasswordAgainField(forms.CharField):
    """Proof that it is really you; guesses count as guesses at sign-in do."""

    widget = forms.PasswordInput(attrs={"autocomplete": "current-password", "data-password": ""})

    def __init__(self, **kwargs):
        super().__init__(strip=False, **kwargs)


def check_password_again(user, password):
    if not get_adapter().reauthenticate(user, password):
        raise get_adapter().validation_error("incorrect_password")


class DetailsForm(forms.ModelForm):
    email = forms.EmailField(label="E-mail", required=False, max_length=254, help_text=EMAIL_HINT)
    time_zone = forms.ChoiceField(
        choices=zones.choices,
        help_text=User._meta.get_field("time_zone").help_text,
        error_messages={"invalid_choice": "Choose a time zone from the list."},
    )
    password = PasswordAgainField(
        required=False, help_text="Only needed when you change the e-mail, because it can set a new password."
    )

    class Meta:
        model = User
        fields = ["name", "email", "wants_digest", "time_zone", "state"]
        labels = {"wants_digest": "Send me a letter a week"}
        error_messages = {"state": {"invalid_choice": "Choose a state from the list."}}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["time_zone"].choices = zones.choices(self.initial["time_zone"])

    def clean_email(self):
        return self.cleaned_data["email"].lower()

    def clean(self):
        cleaned = super().clean()
        if "email" in cleaned and cleaned["email"] != self.initial["email"]:
            self.check_password(cleaned.get("password"))
        return cleaned

    def check_password(self, password):
        try:
            check_password_again(self.instance, password)
        except ValidationError as error:
            self.add_error("password", error if password else "Type your password to change the e-mail.")

    @transaction.atomic
    def save(self, commit=True):
        user = super().save(commit)
        actions.set_email(user=user, email=self.cleaned_data["email"])
        return user


class StateForm(forms.ModelForm):
    """One press on a career page: remember the state that is looked at."""

    class Meta:
        model = User
        fields = ["state"]
        error_messages = {"state": {"invalid_choice": "We know no such state. Choose one from the list."}}


class DeleteForm(forms.Form):
    password = PasswordAgainField(help_text="So that nobody else can do this for you.")

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_password(self):
        check_password_again(self.user, self.cleaned_data["password"])
