"""The list's filters, by what stands in addresses; a value nobody offers is ignored."""

from django.contrib.admin import SimpleListFilter

from careers.models import CareerType, Category, Education, Kind, Status


class OfferedFilter(SimpleListFilter):
    column = ""

    def queryset(self, request, queryset):
        offered = {str(value) for value, _ in self.lookup_choices}
        return queryset.filter(**{self.column: self.value()}) if self.value() in offered else queryset


class CategoryFilter(OfferedFilter):
    title, parameter_name, column = "category", "category", "category__slug"

    def lookups(self, request, model_admin):
        return Category.objects.values_list("slug", "name")


class TypeFilter(OfferedFilter):
    title, parameter_name, column = "type", "type", "typings__type__slug"

    def lookups(self, request, model_admin):
        return CareerType.objects.values_list("slug", "name")


class StatusFilter(OfferedFilter):
    title = parameter_name = column = "status"

    def lookups(self, request, model_admin):
        return Status.choices


class KindFilter(OfferedFilter):
    title = parameter_name = column = "kind"

    def lookups(self, request, model_admin):
        return Kind.choices


class EducationFilter(OfferedFilter):
    title, parameter_name, column = "education usually needed", "education", "education"

    def lookups(self, request, model_admin):
        return Education.choices
