"""Accounts in the admin: for administrators alone, without passwords and without a sight of anybody's plan."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_http_methods, require_safe

from accounts import actions, passwords, zones
from accounts.models import User
from accounts.roles import ADMINISTRATOR, LABELS, STUDENT
from accounts.told import Deed, done_to

# Roles are data (accounts/roles.py), and an address belongs to its account: neither is edited on its own.
# Nobody looks at another's second factor either.
admin.site.unregister([Group, EmailAddress, Authenticator])


class UserForm(forms.ModelForm):
    time_zone = forms.ChoiceField(choices=zones.choices, help_text="Decides what “today” and “overdue” mean for them.")
    roles = forms.MultipleChoiceField(
        choices=LABELS.items(),
        required=False,
        initial=[STUDENT],
        widget=forms.CheckboxSelectMultiple,
        help_text="What this person may do here. Somebody may hold several.",
    )

    class Meta:
        labels = {"name": "What they are called", "is_active": "May sign in"}
        help_texts = {
            "name": "Optional. A first name is enough.",
            "is_active": "Untick it to close the account. Nothing in it is lost, and you can open it again.",
        }

    def __init__(self, *args, **kwargs):
        kwargs["initial"] = {"time_zone": settings.TIME_ZONE} | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        self.fields["time_zone"].choices = zones.choices(self.initial["time_zone"])
        if self.instance.pk:
            self.initial["roles"] = list(self.instance.groups.values_list("name", flat=True))

    def clean_username(self):
        return User.normalize_username(self.cleaned_data["username"])

    def clean_email(self):
        return self.cleaned_data["email"].lower()

    def clean(self):
        cleaned = super().clean()
        stays = ADMINISTRATOR in cleaned.get("roles", []) or self.instance.is_superuser
        if self.instance.pk and not (stays and cleaned.get("is_active", True)):
            actions.keep_an_administrator(without=[self.instance])
        return cleaned


class RoleFilter(admin.SimpleListFilter):
    title = "role"
    parameter_name = "role"

    def lookups(self, request, model_admin):
        return [(role, role.capitalize()) for role in LABELS]

    def queryset(self, request, queryset):
        return queryset.filter(groups__name=self.value()) if self.value() in LABELS else queryset


@admin.register(User)
class UserAdmin(admin.ModelAdmin):
    form = UserForm
    list_display = ["username", "name", "roles", "school", "is_active", "last_login"]
    list_select_related = ["school"]
    list_filter = [RoleFilter, "is_active", "school", ("last_login", admin.DateFieldListFilter)]
    actions = ["forget_second_factor"]
    search_fields = ["username", "name", "email"]
    search_help_text = "User name, name or e-mail"
    ordering = ["username"]
    readonly_fields = ["school", "last_login", "date_joined", "one_time_password_until", "closed_at"]
    show_facets = admin.ShowFacets.NEVER
    show_full_result_count = False
    add_form_fields = ["username", "name", "email", "time_zone", "roles"]
    change_form_template = "admin/accounts/user/change_form.html"

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("groups")

    def changelist_view(self, request, extra_context=None):
        """PostgreSQL takes no NUL in any value that is compared."""
        if any("\0" in value for value in request.GET.values()):
            return redirect(request.path)
        return super().changelist_view(request, {"title": "Accounts"} | (extra_context or {}))

    def get_search_results(self, request, queryset, search_term):
        """SQLite refuses to look for very long words, and no name is longer than this."""
        return super().get_search_results(request, queryset, search_term[:150])

    @admin.display(description="Roles")
    def roles(self, user):
        return ", ".join(sorted(group.name for group in user.groups.all())) or "–"

    def get_fields(self, request, obj=None):
        return [*self.add_form_fields, "is_active", *self.readonly_fields] if obj else self.add_form_fields

    def save_model(self, request, obj, form, change):
        if not change:
            obj.set_unusable_password()
        super().save_model(request, obj, form, change)
        if change and "is_active" in form.changed_data:
            actions.set_active(user=obj, active=obj.is_active)
            done_to.tell(request, [obj.pk], Deed.REOPENED if obj.is_active else Deed.CLOSED)
        done_to.tell(request, [obj.pk], Deed.ALTERED if change else Deed.ADDED)
        actions.set_roles(user=obj, roles=form.cleaned_data["roles"])
        actions.set_email(user=obj, email=form.cleaned_data["email"])

    def response_add(self, request, obj, post_url_continue=None):
        """A new person needs a password: it is shown on the next page, and nowhere again."""
        return self.give_password(request, obj)

    def get_urls(self):
        ask, show = self.admin_site.admin_view(self.one_time_password), self.admin_site.admin_view(self.shown_once)
        return [
            path("<int:pk>/one-time-password/", ask, name="accounts_user_one_time_password"),
            path("<int:pk>/one-time-password/<str:key>/", show, name="accounts_user_shown_once"),
            *super().get_urls(),
        ]

    @method_decorator(require_http_methods(["GET", "HEAD", "POST"]))
    def one_time_password(self, request, pk):
        person = self.other_person(request, pk)
        return self.give_password(request, person) if request.method == "POST" else self.password_page(request, person)

    @method_decorator(require_safe)
    def shown_once(self, request, pk, key):
        """The password, the first time; whoever reloads the page makes no new one by that."""
        person = self.other_person(request, pk)
        if request.method == "HEAD":
            return self.password_page(request, person)
        password = passwords.take(request.session, key)
        return self.password_page(request, person, password=password, shown_already=password is None)

    def other_person(self, request, pk):
        person = get_object_or_404(User, pk=pk)
        if not self.has_change_permission(request, person) or person == request.user:
            raise PermissionDenied
        return person

    def give_password(self, request, person):
        with transaction.atomic():
            password = actions.give_one_time_password(user=person)
            done_to.tell(request, [person.pk], Deed.PASSWORD)
        key = passwords.put_by(request.session, password)
        self.log_change(request, person, "Gave a one-time password.")
        return redirect("admin:accounts_user_shown_once", pk=person.pk, key=key)

    def password_page(self, request, person, **context):
        context |= self.admin_site.each_context(request)
        context |= {"title": "One-time password", "opts": self.opts, "person": person}
        return TemplateResponse(request, "admin/accounts/user/one_time_password.html", context)

    @admin.action(description="Take away the second factor of the chosen accounts", permissions=["change"])
    def forget_second_factor(self, request, queryset):
        """For whoever lost phone and codes: the next sign-in leads to setting it up anew."""
        for person in queryset:
            actions.forget_second_factor(user=person)
            done_to.tell(request, [person.pk], Deed.ALTERED)
            self.log_change(request, person, "Took away the second factor.")
        self.message_user(request, "They set up a new one when they sign in.", messages.SUCCESS)

    def get_deleted_objects(self, objs, request):
        """Only the accounts themselves: what goes with them, a plan among it, is not for others to see."""
        people = list(objs)
        administrators = set(User.objects.administrators())
        kept = ["the only administrator"] if administrators and administrators <= set(people) else []
        held = User.objects.held().filter(pk__in=[person.pk for person in people])
        kept += [f"{person.username}, whose data are held" for person in held]
        named = [f"{person.username}: the account and everything in it" for person in people]
        return named, {self.opts.verbose_name_plural: len(people)}, set(), kept

    def delete_model(self, request, obj):
        self.erase(request, [obj])

    def delete_queryset(self, request, queryset):
        self.erase(request, list(queryset))

    @transaction.atomic
    def erase(self, request, people):
        done_to.tell(request, [person.pk for person in people], Deed.ERASED)
        actions.delete_people(*people)
