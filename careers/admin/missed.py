"""Searches that found nothing, for those who write careers: to add as another name of one, or to dismiss."""

from django import forms
from django.contrib import admin, messages
from django.http import HttpResponseRedirect
from django.urls import path, reverse
from django.utils.html import format_html

from careers import missed
from careers.admin.base import LONGEST_WORD, MOST_WORDS
from careers.models import AlternateTitle, Career, MissedSearch

LIST = "admin:careers_missedsearch_changelist"


class AnswerForm(forms.ModelForm):
    title = forms.CharField(
        label="Other name",
        max_length=AlternateTitle._meta.get_field("title").max_length,
        help_text="As people would write it. Whoever searches for it finds the career from now on.",
    )
    career = forms.ModelChoiceField(
        Career.objects.none(), label="Career", empty_label="Choose one", help_text="The career that is meant."
    )

    class Meta:
        model = MissedSearch
        fields: list[str] = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["career"].queryset = Career.objects.order_by("title")
        self.fields["title"].initial = self.instance.words[:1].upper() + self.instance.words[1:]

    def clean(self):
        title, career = self.cleaned_data.get("title"), self.cleaned_data.get("career")
        if title and career and career.alternate_titles.filter(title__iexact=title).exists():
            self.add_error("title", f"“{title}” is among the other names of {career} already.")
        return self.cleaned_data


@admin.register(MissedSearch)
class MissedSearchAdmin(admin.ModelAdmin):
    form = AnswerForm
    fields = ["searched", "title", "career"]
    readonly_fields = ["searched"]
    list_display = ["words", "count", "searched_as", "last_on"]
    search_fields = ["words"]
    search_help_text = "Words of a search"
    show_facets = admin.ShowFacets.NEVER
    show_full_result_count = False
    actions = ["dismiss"]

    def get_urls(self):
        """The list and what to do with one: nothing else is done with them."""
        wrap = self.admin_site.admin_view
        return [
            path("", wrap(self.changelist_view), name="careers_missedsearch_changelist"),
            path("<path:object_id>/change/", wrap(self.change_view), name="careers_missedsearch_change"),
        ]

    def get_queryset(self, request):
        return super().get_queryset(request).to_do()

    def has_view_permission(self, request, obj=None):
        return request.user.has_perm("careers.change_career")

    has_change_permission = has_view_permission

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def changelist_view(self, request, extra_context=None):
        if any("\0" in value for value in request.GET.values()):
            return HttpResponseRedirect(request.path)
        return super().changelist_view(request, {"title": "Searches that found nothing"} | (extra_context or {}))

    def change_view(self, request, object_id, form_url="", extra_context=None):
        shown = {"title": "Make it find a career", "show_save_and_continue": False}
        return super().change_view(request, object_id, form_url, shown | (extra_context or {}))

    def get_search_results(self, request, queryset, search_term):
        words = search_term.split()[:MOST_WORDS]
        return super().get_search_results(request, queryset, " ".join(word[:LONGEST_WORD] for word in words))

    @admin.display(description="searched for")
    def searched(self, search):
        corrected = format_html(", and got what we have for “{}”", search.searched_as) if search.searched_as else ""
        return format_html("“{}”, {} times{}", search.words, search.count, corrected)

    def save_model(self, request, obj, form, change):
        career, title = form.cleaned_data["career"], form.cleaned_data["title"]
        missed.answer(missed=obj, career=career, title=title, user=request.user)

    def log_change(self, request, obj, message):
        """The career's history tells of it."""

    def response_change(self, request, obj):
        self.message_user(request, f"Whoever searches for “{obj}” finds a career from now on.")
        return HttpResponseRedirect(reverse(LIST))

    @admin.action(description="Dismiss: it means no career")
    def dismiss(self, request, queryset):
        number = queryset.update(dismissed=True)
        what = "1 search is" if number == 1 else f"{number} searches are"
        self.message_user(request, f"{what} dismissed, and will not be listed again.", messages.SUCCESS)
