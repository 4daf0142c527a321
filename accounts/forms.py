from allauth.account import forms


class LoginForm(forms.LoginForm):
    pass


class SignupForm(forms.SignupForm):
    pass


class ChangePasswordForm(forms.ChangePasswordForm):
    pass


class ResetPasswordForm(forms.ResetPasswordForm):
    pass


class ResetPasswordKeyForm(forms.ResetPasswordKeyForm):
    pass
