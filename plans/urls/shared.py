"""What a link opens, for whoever has it: beside the plan, since nobody signs in for it."""

from django.urls import path

from plans.views.shared import shared

app_name = "shared"
urlpatterns = [path("<slug:secret>/", shared, name="shared")]
