"""The student's addresses, a module a topic. The counsellor's stand in plans/desk/urls.py."""

from django.urls import include, path, register_converter

from plans.kinds import KindConverter

register_converter(KindConverter, "kind")

app_name = "plans"
urlpatterns = [
    path("", include("plans.urls.plan")),
    path("", include("plans.urls.taking")),
    path("", include("plans.urls.said")),
    path("", include("plans.urls.rows")),
]
