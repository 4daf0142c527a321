"""Schools, posts and holds in the admin. Nobody is deleted here and nothing is rewritten: posts and holds end."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db import transaction

from accounts import actions
from accounts.models import Cohort, Hold, Post, School
from accounts.schools.actions import end_posts
from accounts.schools.forms import UsernameField
from accounts.told import Deed, done_to


class CurrentFilter(admin.SimpleListFilter):
    title = "now"
    parameter_name = "now"

    def lookups(self, request, model_admin):
        return [("yes", "Current"), ("no", "Ended")]

    def queryset(self, request, queryset):
        return queryset.filter(until__isnull=self.value() == "yes") if self.value() in {"yes", "no"} else queryset


class FactAdmin(admin.ModelAdmin):
    """Rows that are made, and end, and are never changed."""

    show_facets = admin.ShowFacets.NEVER
    show_full_result_count = False
    search_fields = ["user__username", "user__name"]
    search_help_text = "User name or name"

    def has_change_permission(self, request, obj=None):
        return False

    def get_search_results(self, request, queryset, search_term):
        return super().get_search_results(request, queryset, search_term.replace("\0", "")[:150])


class PostForm(forms.ModelForm):
    username = UsernameField(help_text="Of the member of staff.")
    cohort = forms.ModelChoiceField(
        Cohort.objects.open().select_related("school"),
        label="Group",
        required=False,
        help_text="The group they look after. Leave it empty for a head of guidance, who sees the whole school.",
    )

    class Meta:
        model = Post
        fields = ["username", "school", "cohort"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["cohort"].label_from_instance = lambda cohort: f"{cohort.school}: {cohort}"

    def clean(self):
        cleaned = super().clean()
        user, school, cohort = (cleaned.get(name) for name in ("username", "school", "cohort"))
        if cohort and school and cohort.school_id != school.pk:
            self.add_error("cohort", "This group is at another school.")
        if user and not user.is_active:
            self.add_error("username", "This account is closed.")
        if user and school and Post.objects.current().filter(user=user, school=school, cohort=cohort).exists():
            raise ValidationError("This person is in this post already.")
        self.instance.user = user
        return cleaned


@admin.register(School)
class SchoolAdmin(admin.ModelAdmin):
    fields = ["name", "keep_days", "digest_day"]
    list_display = ["name", "keep_days"]
    search_fields = ["name"]


@admin.register(Post)
class PostAdmin(FactAdmin):
    form = PostForm
    list_display = ["user", "duty", "cohort", "school", "since", "until"]
    list_select_related = ["user", "school", "cohort"]
    list_filter = [CurrentFilter, "school"]
    actions = ["end"]

    def get_fields(self, request, obj=None):
        return ["user", "school", "cohort", "since", "until"] if obj else ["username", "school", "cohort"]

    @admin.action(description="End the chosen posts")
    def end(self, request, queryset):
        ended = end_posts(posts=queryset)
        self.message_user(request, f"Posts ended: {ended}. The door is closed from now on.", messages.SUCCESS)


class HoldForm(forms.ModelForm):
    username = UsernameField(help_text="Of the person whose data must be kept.")

    class Meta:
        model = Hold
        fields = ["username", "reason"]
        help_texts = {"reason": "Such as “records request of 3 March”. The person reads it in their download."}


@admin.register(Hold)
class HoldAdmin(FactAdmin):
    form = HoldForm
    list_display = ["user", "reason", "by", "since", "until"]
    list_select_related = ["user", "by"]
    list_filter = [CurrentFilter]
    actions = ["lift"]

    def get_fields(self, request, obj=None):
        return ["user", "reason", "by", "since", "until"] if obj else ["username", "reason"]

    def save_model(self, request, obj, form, change):
        obj.user, obj.by = form.cleaned_data["username"], request.user
        super().save_model(request, obj, form, change)
        done_to.tell(request, [obj.user_id], Deed.HELD)

    @admin.action(description="Lift the chosen holds")
    def lift(self, request, queryset):
        with transaction.atomic():
            people = list(queryset.current().values_list("user", flat=True))
            lifted = actions.lift(queryset)
            done_to.tell(request, people, Deed.LIFTED)
        self.message_user(request, f"Holds lifted: {lifted}.", messages.SUCCESS)
