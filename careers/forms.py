"""The editors' forms: a career in the profile's chapters, and the taxonomy."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import slug_re
from django.db.models import Q
from django.utils.formats import date_format
from django.utils.text import Truncator, slugify
from django.utils.timezone import localtime
from lucide import IconDoesNotExist
from lucide.templatetags.lucide import lucide as draw

from careers import checking, merging, publishing
from careers.fields import AcceptedWidget, Column, MarkdownField, ProjectTemplate, RowsField, WordsField
from careers.models import AlternateTitle, Career, CareerType, Category, LeadsTo, Status, Typing
from careers.models.career import name_key, today
from careers.models.taxonomy import HUES
from careers.sections import TEXTS

MOST_SUGGESTIONS = 2_000
FIELD_OF_GAP = {"summary": "summary", "type": "main_type", "overview": "section_overview", "code": "code"}


def suggested_careers():
    return Career.objects.values_list("slug", "title")[:MOST_SUGGESTIONS]


class SlugFromName(forms.ModelForm):
    """The address may be left empty: it is made of the name then, as scripts do while the name is typed."""

    named_by = "name"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False
            self.fields[self.named_by].widget.attrs["autofocus"] = not self.instance.pk

    def clean_slug(self):
        longest = self._meta.model._meta.get_field("slug").max_length
        slug = self.cleaned_data["slug"] or slugify(self.cleaned_data.get(self.named_by, ""))[:longest].strip("-")
        if not slug and self.named_by in self.cleaned_data:
            raise ValidationError("Write the address yourself: small letters a to z, digits and hyphens.")
        return slug


TextsForm = type("TextsForm", (SlugFromName,), {f"section_{entry.key}": MarkdownField(entry) for entry in TEXTS})


class CareerForm(TextsForm):
    """A career with its types, its names, the jobs it leads to and its 26 texts (``section_<key>``)."""

    named_by = "title"
    standing = None  # the career as it stands, where a former version of it is about to take its place

    category = forms.ModelChoiceField(
        Category.objects.all(),
        empty_label="Choose a category",
        help_text="The one field of work it belongs to.",
        error_messages={"required": "Choose the category it belongs to."},
    )
    main_type = forms.ModelChoiceField(
        CareerType.objects.all(),
        required=False,
        empty_label="Not chosen yet",
        help_text="What kind of prospect it is first of all.",
    )
    other_types = forms.ModelMultipleChoiceField(
        CareerType.objects.all(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label="Other types",
        help_text="Others that fit as well; leave them all out if none does.",
    )
    titles = WordsField(
        between="\n",
        longest=150,
        most=500,
        label="Alternate titles",
        help_text="What people type when they look for this job, one a line.",
    )
    subjects = WordsField(
        between=",", longest=60, most=20, help_text="School subjects that lead here, separated by commas."
    )
    leads_to = RowsField(
        Column("to_slug", "Career", 120, "say which career it leads to.", suggested_careers),
        Column("needs", "What the step takes", 200),
        Column("years", "Years", 20),
        label="Leads to",
        help_text="Next jobs, the nearest first: a career of ours, what the step takes (“Master’s in library science”) "
        "and how many years (“2–3”). Empty rows are left out; save to get more.",
    )
    accepted = RowsField(
        Column("check", "Check", 60, "name the check."),
        Column("reason", "Reason", 300, "say why it is accepted."),
        rows=AcceptedWidget,
        most=60,
        label="Accepted findings",
        help_text="Findings of the content checks that are right as they are, each with its reason.",
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Career
        fields = (
            "title", "slug", "code", "kind", "category", "summary", "education", "remote", "subjects",
            "accepted", "checked_on", "status", "published_on",
        )  # fmt: skip
        widgets = {
            "summary": forms.Textarea({"rows": 2}),
            "checked_on": forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
            "published_on": forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
        }
        error_messages = {
            "title": {"required": "Write the title."},
            "slug": {"unique": "Another career has this address: choose a different one."},
        }

    def __init__(self, *args, instance=None, initial=None, **kwargs):
        stored = self.stored(instance) if instance and instance.pk else {}
        super().__init__(*args, instance=instance, initial=stored | (initial or {}), **kwargs)

    def stored(self, career):
        """What the form shows of a career's other rows, and which state of it the form is opened with."""
        return merging.stored(career) | {"seen": (self.standing or career).changed_at.isoformat()}

    def clean_leads_to(self):
        """A career may be named by its title; its slug is what is kept, of one that is imported later as well."""
        steps = self.cleaned_data["leads_to"]
        said = [step["to_slug"] for step in steps]
        found = Career.objects.filter(Q(slug__in=said) | Q(name_key__in=map(name_key, said)))
        slugs = {key: slug for slug, key in found.values_list("slug", "name_key")} if steps else {}
        for place, step in enumerate(steps, start=1):
            if step["to_slug"] not in slugs.values():
                step["to_slug"] = slugs.get(name_key(step["to_slug"]), step["to_slug"])
            if not slug_re.match(step["to_slug"]):
                name = Truncator(step["to_slug"]).chars(40)
                raise ValidationError(f"Row {place}: we have no career “{name}”. Choose one of the list.")
        if len({step["to_slug"] for step in steps}) < len(steps):
            raise ValidationError("One career stands here twice.")
        return steps

    def clean(self):
        cleaned = super().clean()
        if self.overtaken():
            return cleaned
        if any(step["to_slug"] == cleaned.get("slug") for step in cleaned.get("leads_to") or ()):
            self.add_error("leads_to", "A career can’t lead to itself.")
        if cleaned.get("status") == Status.PUBLISHED:
            cleaned["published_on"] = cleaned.get("published_on") or today()
            self.refuse_gaps(cleaned)
            self.refuse_errors()
        return cleaned

    def refuse_gaps(self, cleaned):
        gaps = publishing.missing(
            summary=cleaned.get("summary"),
            has_type=cleaned.get("main_type"),
            kind=cleaned.get("kind"),
            has_overview=cleaned.get("section_overview"),
            code=cleaned.get("code"),
        )
        for gap, sentence in gaps.items():
            if FIELD_OF_GAP[gap] not in self.errors:
                self.add_error(FIELD_OF_GAP[gap], sentence)

    def refuse_errors(self):
        """Where all else is right: what the content checks call an error, unless students see it already."""
        if self.errors:
            return
        for finding in publishing.stopping(checking.findings_of(self), publishing.standing(self.instance)):
            sentence = f"{finding.sentence} Mend it, accept it with a reason, or save the career as a draft."
            self.add_error(checking.field_of(finding.places[0].name), sentence)

    def overtaken(self) -> bool:
        """Whether somebody saved this career since the form was opened: that is said, and the next save decides."""
        if not self.instance.pk:
            return False
        current = self.standing or self.locked()
        seen, now = self.cleaned_data.get("seen", ""), current.changed_at.isoformat()
        if seen == now:
            return False
        self.data = self.data.copy()
        self.data["seen"] = now
        before = None if self.standing else merging.opened(current, seen)
        self.add_error(None, self.merged(current, before) if before else self.unmerged(current))
        return True

    def merged(self, current, before) -> str:
        theirs = merging.standing(current)
        merged = merging.merge(self, before, theirs)
        for name in merged.taken:
            self.errors.pop(name, None)
        for name in merged.both:
            said = merging.words(self, name, theirs.get(name))
            self.add_error(name, f"{current.changed_by or 'The other'} wrote: {said or '(nothing)'}")
        return merging.sentence(self, current, merged)

    def unmerged(self, current) -> str:
        differing = [str(self[name].label) for name in self.changed_data if name != "seen"]
        return overtaken(current, [] if self.standing else differing)

    def locked(self):
        """The row as it is, held until this save is done."""
        return Career.objects.select_for_update(of=("self",)).select_related("changed_by").get(pk=self.instance.pk)

    def types(self):
        """The main type, then the others: those it had keep their order."""
        others = list(self.cleaned_data["other_types"])
        before = list(self.initial.get("other_types") or ())
        others.sort(key=lambda type_: before.index(type_.pk) if type_.pk in before else len(before))
        return list(dict.fromkeys([*filter(None, [self.cleaned_data["main_type"]]), *others]))

    def texts(self):
        return {entry.key: self.cleaned_data[f"section_{entry.key}"] for entry in TEXTS}

    def rows(self):
        career = self.instance
        return {
            "typings": [Typing(career=career, type=type_) for type_ in self.types()],
            "alternate_titles": [AlternateTitle(career=career, title=title) for title in self.cleaned_data["titles"]],
            "leads_to": [LeadsTo(career=career, **step) for step in self.cleaned_data["leads_to"]],
        }


def overtaken(current, differing):
    when = date_format(localtime(current.changed_at), "DATETIME_FORMAT")
    parts = f"Yours differs from theirs in: {', '.join(differing)}. " if differing else ""
    return (
        f"{current.changed_by or 'Somebody'} saved this career while you had it open ({when}). {parts}"
        "Nothing of yours is lost, it is all still in this form: look at theirs on the site, bring the two together "
        "here, and save again to put yours in its place. Theirs stays in the history."
    )


HUE_NAMES = (
    "pink", "rose", "red", "orange", "amber", "gold", "olive", "green",
    "emerald", "teal", "cyan", "sky blue", "blue", "indigo", "purple", "magenta",
)  # fmt: skip
TERM_MESSAGES = {
    "name": {"required": "Give it a name."},
    "description": {"required": "Describe it in one sentence."},
    "position": {"required": "Give it a place: a number, smaller ones come first."},
}


class HueSelect(ProjectTemplate, forms.RadioSelect):
    """The sixteen colours to look at, not their angles."""

    template_name = "admin/widgets/hues.html"
    option_template_name = None


class CategoryForm(SlugFromName):
    soc_major_groups = WordsField(
        between=",",
        longest=7,
        most=23,
        pattern=r"\d\d-0000",
        wrong="write a major group as 25-0000.",
        label="SOC major groups",
        help_text="The SOC 2018 major groups it covers, separated by commas, such as 25-0000: official data is placed "
        "by them.",
    )

    hue = forms.TypedChoiceField(
        choices=[(hue, f"{name} ({hue}°)") for hue, name in zip(HUES, HUE_NAMES, strict=True)],
        coerce=int,
        initial=175,
        widget=HueSelect,
        label="Colour",
        help_text="Its colour, and its angle on the colour wheel.",
        error_messages={"required": "Choose its colour."},
    )

    class Meta:
        model = Category
        fields = ("name", "slug", "description", "hue", "icon", "soc_major_groups", "position")
        error_messages = TERM_MESSAGES

    def clean_icon(self):
        name = self.cleaned_data["icon"]
        try:
            draw(name)
        except IconDoesNotExist as error:
            raise ValidationError(f"There is no icon “{name}”: look for one at lucide.dev/icons.") from error
        return name


class CareerTypeForm(SlugFromName):
    class Meta:
        model = CareerType
        fields = ("name", "slug", "description", "position")
        error_messages = TERM_MESSAGES
