"""All findings of the content checks, for those who write careers: to look at, and to go from to the field."""

from django.contrib import admin
from django.http import HttpResponseRedirect
from django.urls import path, reverse
from django.utils.html import format_html, format_html_join

from careers.admin.base import LONGEST_WORD, MOST_WORDS
from careers.checking import field_of
from careers.checks.findings import Place
from careers.models import Finding, Severity


class SeverityFilter(admin.SimpleListFilter):
    title = parameter_name = "severity"

    def lookups(self, request, model_admin):
        return [(choice.label.lower(), choice.label) for choice in Severity]

    def queryset(self, request, queryset):
        named = {choice.label.lower(): choice for choice in Severity}
        return queryset.filter(severity=named[self.value()]) if self.value() in named else queryset


class CheckFilter(admin.SimpleListFilter):
    title = parameter_name = "check"

    def lookups(self, request, model_admin):
        keys = Finding.objects.order_by("check_key").values_list("check_key", flat=True).distinct()
        return [(key, key) for key in keys]

    def queryset(self, request, queryset):
        offered = {key for key, _ in self.lookup_choices}
        return queryset.filter(check_key=self.value()) if self.value() in offered else queryset


class StateFilter(admin.SimpleListFilter):
    """Those nobody accepted, unless others are asked for."""

    title = parameter_name = "state"

    def lookups(self, request, model_admin):
        return [("accepted", "Accepted")]

    def choices(self, changelist):
        for value, label in ((None, "Open"), ("accepted", "Accepted")):
            chosen = (self.value() == "accepted") == (value == "accepted")
            query = changelist.get_query_string({self.parameter_name: value} if value else {}, [self.parameter_name])
            yield {"selected": chosen, "query_string": query, "display": label}

    def queryset(self, request, queryset):
        return queryset.exclude(reason="") if self.value() == "accepted" else queryset.filter(reason="")


@admin.register(Finding)
class FindingAdmin(admin.ModelAdmin):
    list_display = ["about", "found", "level", "check_key"]
    list_display_links = None
    list_filter = [SeverityFilter, CheckFilter, StateFilter]
    list_select_related = ["career"]
    search_fields = ["career__title", "sentence"]
    search_help_text = "A career’s title, or words of a finding"
    show_facets = admin.ShowFacets.NEVER
    show_full_result_count = False
    actions = None

    def get_urls(self):
        """The list alone: a finding is mended or accepted where it is, in its career."""
        return [path("", self.admin_site.admin_view(self.changelist_view), name="careers_finding_changelist")]

    def has_view_permission(self, request, obj=None):
        return request.user.has_perm("careers.view_career")

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def changelist_view(self, request, extra_context=None):
        if any("\0" in value for value in request.GET.values()):
            return HttpResponseRedirect(request.path)
        return super().changelist_view(request, {"title": "Findings"} | (extra_context or {}))

    def get_search_results(self, request, queryset, search_term):
        words = search_term.split()[:MOST_WORDS]
        return super().get_search_results(request, queryset, " ".join(word[:LONGEST_WORD] for word in words))

    @admin.display(description="career", ordering="career__title")
    def about(self, finding):
        return format_html('<a href="{}">{}</a>', self.address(finding), finding.career)

    @admin.display(description="severity", ordering="severity")
    def level(self, finding):
        kind = "draft" if finding.severity == Severity.WARNING else "bad"
        return format_html('<span class="status {}">{}</span>', kind, finding.get_severity_display())

    @admin.display(description="what was found")
    def found(self, finding):
        places = [Place(**place) for place in finding.places]
        quotes = format_html_join(
            "",
            '<li><a href="{}">{}</a>: “{}”</li>',
            ((self.address(finding, place.name), place.label, place.excerpt) for place in places if place.excerpt),
        )
        reason = format_html("<p>Accepted: {}</p>", finding.reason) if finding.reason else ""
        return format_html("{}<ul>{}</ul>{}", finding.sentence, quotes, reason)

    @staticmethod
    def address(finding, place=""):
        """The career's form, at the field of a place: the first one where none is named."""
        name = place or (finding.places[0]["name"] if finding.places else "")
        page = reverse("admin:careers_career_change", args=[finding.career_id])
        return f"{page}#id_{field_of(name)}" if name else page
