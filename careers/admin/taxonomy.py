"""The categories and the types, for editors."""

from django.contrib import admin
from django.db.models import Count

from careers import actions
from careers.admin.base import ContentAdmin
from careers.forms import CareerTypeForm, CategoryForm
from careers.models import CareerType, Category


class TermAdmin(ContentAdmin):
    list_display = ["name", "description", "position", "career_count"]
    search_fields = ["name", "slug", "description"]
    prepopulated_fields = {"slug": ["name"]}

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(number=Count("careers", distinct=True))

    @admin.display(description="careers", ordering="number")
    def career_count(self, term):
        return term.number

    def view_on_site(self, term):
        return term.get_absolute_url()

    def save(self, request, term, form):
        actions.save_term(term=term, user=request.user)

    def delete_model(self, request, term):
        actions.delete_terms(terms=[term], user=request.user)

    def delete_queryset(self, request, queryset):
        actions.delete_terms(terms=queryset, user=request.user)


@admin.register(Category)
class CategoryAdmin(TermAdmin):
    form = CategoryForm
    fields = ["name", "slug", "description", "hue", "icon", "soc_major_groups", "position"]


@admin.register(CareerType)
class CareerTypeAdmin(TermAdmin):
    form = CareerTypeForm
    fields = ["name", "slug", "description", "position"]
