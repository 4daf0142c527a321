"""Careers, for those who write them."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch
from django.http import HttpResponseRedirect
from django.urls import path
from django.utils.decorators import method_decorator
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.timezone import localtime
from django.views.decorators.http import require_POST

from careers import actions, checking, publishing
from careers.admin import official
from careers.admin.base import ContentAdmin
from careers.admin.filters import CategoryFilter, EducationFilter, KindFilter, StatusFilter, TypeFilter
from careers.admin.preview import preview
from careers.checks import storing
from careers.forms import CareerForm
from careers.models import Career, Section, Status, Typing
from careers.sections import IN_CHAPTERS, TEXTS
from careers.sections import Kind as SectionKind

FACTS = (
    "Facts",
    {
        "fields": [
            ("title", "slug"), "summary", "category", "main_type", "other_types", ("kind", "code"),
            ("education", "remote"), "subjects", "titles", "leads_to",
        ]
    },
)  # fmt: skip
PUBLISHING = ("Publishing", {"fields": [("status", "published_on", "checked_on"), "accepted", "seen"]})
CHAPTERS = tuple(
    (chapter, {"fields": [f"section_{entry.key}" for entry in entries]}) for chapter, entries in IN_CHAPTERS
)
READ_ONLY = (
    ("Facts", {"fields": ["title", "slug", "summary", "kind", "code", "education", "remote"]}),
    ("Publishing", {"fields": ["status", "published_on", "checked_on"]}),
)
NAMED_AT_MOST = 20
LISTS = [entry for entry in TEXTS if entry.kind in {SectionKind.LIST, SectionKind.CAREERS}]


@admin.register(Career)
class CareerAdmin(ContentAdmin):
    form = CareerForm
    prepopulated_fields = {"slug": ["title"]}
    save_on_top = True
    list_display = ["title", "shown_status", "changed", "category", "main_type", "kind"]
    list_filter = [StatusFilter, CategoryFilter, TypeFilter, KindFilter, EducationFilter]
    list_select_related = ["category", "changed_by"]
    search_fields = ["title", "alternate_titles__title", "slug", "code"]
    search_help_text = "Title, alternate titles, address or O*NET-SOC code"
    actions = ["publish", "unpublish"]

    def get_urls(self):
        view = self.admin_site.admin_view(self.preview)
        return [path("preview/", view, name="careers_career_preview"), *super().get_urls()]

    @method_decorator(require_POST)
    def preview(self, request):
        if not (self.has_change_permission(request) or self.has_add_permission(request)):
            raise PermissionDenied
        return preview(request, self.admin_site.each_context(request))

    def get_queryset(self, request):
        careers = super().get_queryset(request)
        if request.resolver_match.url_name == "careers_career_changelist":
            return careers.prefetch_related(Prefetch("typings", Typing.objects.select_related("type")))
        return careers

    @admin.display(description="main type")
    def main_type(self, career):
        return next((str(typing.type) for typing in career.typings.all()), "–")

    @admin.display(description="status", ordering="status")
    def shown_status(self, career):
        return format_html('<span class="status {}">{}</span>', career.status, career.get_status_display())

    @admin.display(description="changed", ordering="changed_at")
    def changed(self, career):
        when = date_format(localtime(career.changed_at), "DATETIME_FORMAT")
        return format_html("<time>{}</time><br>{}", when, career.changed_by or "")

    # The form

    def get_fieldsets(self, request, obj=None):
        if obj and not self.has_change_permission(request, obj):
            return READ_ONLY
        return (FACTS, PUBLISHING, *official.beside(CHAPTERS, obj.code if obj else ""))

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        form.standing = getattr(request, "standing", None)
        return form

    def render_change_form(self, request, context, *args, **kwargs):
        """With what the checks find, beside the fields; a new career's empty form is let be."""
        form = context["adminform"].form
        if isinstance(form, CareerForm) and (form.is_bound or form.instance.pk):
            checking.show_beside(form)
            context["checked"] = checking.summary_of(form)
        return super().render_change_form(request, context, *args, **kwargs)

    def get_changeform_initial_data(self, request):
        return {}

    def view_on_site(self, career):
        return career.get_absolute_url()

    def save(self, request, career, form):
        actions.save_career(career=career, user=request.user, texts=form.texts(), rows=form.rows())
        self.warn_of_no_list(request, career, form)
        self.warn_of_errors(request, career, form)

    def warn_of_no_list(self, request, career, form):
        """Lines without a mark are one paragraph: saved as they are, but nobody can put one of them into a plan."""
        changed = [entry.key for entry in LISTS if f"section_{entry.key}" in form.changed_data]
        bare = [section.entry.label for section in career.sections.filter(key__in=changed) if not section.items]
        if bare:
            sentence = (
                f"No list was found in: {', '.join(bare)}. Students can put none of it into their plan: "
                "begin each item on its own line with “1. ” or “- ”."
            )
            self.message_user(request, sentence, messages.WARNING)

    def warn_of_errors(self, request, career, form):
        """What stops a draft from being published, or stands on a page that is."""
        errors = len(publishing.stopping(checking.findings_of(form)))
        if errors:
            counted = "1 error" if errors == 1 else f"{errors} errors"
            sentence = f"The checks found {counted} in “{career}”: open it to see each beside its field."
            self.message_user(request, sentence, messages.WARNING)

    def response_add(self, request, career, post_url_continue=None):
        return self.to_site(request, career) or super().response_add(request, career, post_url_continue)

    def response_change(self, request, career):
        return self.to_site(request, career) or super().response_change(request, career)

    def to_site(self, request, career):
        if "_view" not in request.POST:
            return None
        self.message_user(request, f"“{career}” is saved.", messages.SUCCESS)
        return HttpResponseRedirect(career.get_absolute_url())

    # Deleting

    def get_deleted_objects(self, careers, request):
        """The careers alone: their 26 texts and titles go and come back with them."""
        lacking = set() if self.has_delete_permission(request) else {Career._meta.verbose_name}
        return [str(career) for career in careers], {"careers": len(careers)}, lacking, []

    def delete_model(self, request, career):
        actions.delete_careers(careers=[career], user=request.user)

    def delete_queryset(self, request, queryset):
        actions.delete_careers(careers=queryset, user=request.user)

    # Publishing in bulk

    @admin.action(description="Publish the chosen careers", permissions=["change"])
    def publish(self, request, queryset):
        """Those that lack something are named with what they lack; the others are published."""
        texts = Prefetch("sections", Section.objects.defer("text", "html", "items"))
        careers = list(queryset.exclude(status=Status.PUBLISHED).prefetch_related(texts))
        found = storing.refresh([career.pk for career in careers])
        gaps = {career: [*publishing.missing_in(career).values(), *errors_in(found[career.pk])] for career in careers}
        ready = [career for career in careers if not gaps[career]]
        self.set_status(request, ready, Status.PUBLISHED, ("published", "published"))
        for career in [career for career in careers if gaps[career]][:NAMED_AT_MOST]:
            sentence = " ".join(gaps[career])
            self.message_user(request, f"“{career}” stays a draft. {sentence}", messages.WARNING)
        left_out = len(careers) - len(ready) - NAMED_AT_MOST
        if left_out > 0:
            self.message_user(request, f"{left_out} more stay drafts.", messages.WARNING)

    @admin.action(description="Make the chosen careers drafts", permissions=["change"])
    def unpublish(self, request, queryset):
        said = "is now a draft: students no longer see it", "are now drafts: students no longer see them"
        self.set_status(request, list(queryset), Status.DRAFT, said)

    def set_status(self, request, careers, status, said):
        """``said``: what then is true of one career, and of several."""
        changed = actions.set_status(
            careers=Career.objects.filter(pk__in=[career.pk for career in careers]), status=status, user=request.user
        )
        one, several = said
        counted = f"1 career {one}." if changed == 1 else f"{changed} careers {several}."
        self.message_user(request, counted if changed else "No career was changed.")


def errors_in(findings):
    """What stops publishing, a sentence each."""
    return [finding.sentence for finding in publishing.stopping(findings)]
