"""The forms of a school's pages."""

from django import forms
from django.core.exceptions import ValidationError

from accounts.models import Cohort, School, User
from accounts.schools.preview import What, outcomes
from accounts.schools.reading import MOST_BYTES, Line, Unreadable, read

PLAIN = {"autocapitalize": "none", "spellcheck": "false", "autocomplete": "off"}


class JoinForm(forms.Form):
    join_code = forms.CharField(
        max_length=40,
        help_text="On the slip you were given, such as KMT-4RXW. Capital and small letters are the same.",
        widget=forms.TextInput(attrs=PLAIN),
        error_messages={"required": "Type the code that is on your slip."},
    )


class CohortForm(forms.ModelForm):
    class Meta:
        model = Cohort
        fields = ["name", "year"]
        labels = {"name": "Name of the group", "year": "Year or grade"}
        help_texts = {"name": "As your school calls it, such as “10B”."}
        error_messages = {
            "name": {"required": "Give the group a name."},
            "year": {"required": "Say which year or grade its students are in."},
        }

    def __init__(self, *args, school: School, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.school = school

    def clean(self):
        """The constraint says the same; it cannot be asked by a form that leaves the school out."""
        cleaned = super().clean()
        same = self.instance.school.cohorts.open().filter(name=cleaned.get("name"), year=cleaned.get("year"))
        if same.exclude(pk=self.instance.pk).exists():
            raise ValidationError("This school has a group of this name in this year.")
        return cleaned


class UsernameField(forms.CharField):
    """Somebody's account, by the name they sign in with."""

    default_error_messages = {"unknown": "Nobody here has this user name."}

    def __init__(self, **kwargs):
        super().__init__(max_length=150, label="User name", widget=forms.TextInput(attrs=PLAIN), **kwargs)

    def clean(self, value):
        username = User.normalize_username(super().clean(value))
        user = User.objects.filter(username=username).first()
        if user is None:
            raise ValidationError(self.error_messages["unknown"], code="unknown")
        return user


class PostForm(forms.Form):
    username = UsernameField(help_text="Of a member of staff who has an account here.")
    cohort = forms.ModelChoiceField(
        Cohort.objects.none(), label="Looks after", error_messages={"required": "Choose a group."}
    )

    def __init__(self, *args, school: School, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["cohort"].queryset = school.cohorts.open()


class StudentForm(forms.Form):
    """One student, by hand: a list of one row."""

    name = forms.CharField(required=False, help_text="What they are called. A first name is enough.")
    username = forms.CharField(
        label="User name",
        required=False,
        widget=forms.TextInput(attrs=PLAIN),
        help_text="Leave it empty to have one made from the name.",
    )

    def __init__(self, *args, cohort: Cohort, by: User, **kwargs):
        super().__init__(*args, **kwargs)
        self.cohort, self.by = cohort, by

    def clean(self):
        cleaned = super().clean()
        self.lines = [Line(1, cleaned.get("name", ""), cleaned.get("username", ""))]
        (self.found,) = outcomes(self.lines, self.cohort, self.by)
        if self.found.what == What.FAULT:
            raise ValidationError(self.found.about.replace("in this row", "here"))
        if self.found.what == What.HERE:
            raise ValidationError(
                f"{self.found.name or self.found.username} is in this group already, as {self.found.username}. "
                "If this is somebody else, type a user name for them."
            )
        return cleaned


class UploadForm(forms.Form):
    file = forms.FileField(
        label="List of students",
        help_text="A CSV file whose first row has the headings “Name” and, if you like, “User name”.",
        error_messages={"required": "Choose a file.", "empty": "This file is empty."},
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,text/csv"}),
    )

    def clean_file(self):
        try:
            self.lines = read(self.cleaned_data["file"].read(MOST_BYTES + 1))
        except Unreadable as error:
            raise ValidationError(str(error)) from None
