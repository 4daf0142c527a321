"""A student's own signed-off copies."""

from django.urls import path

from plans.views import said

urlpatterns = [path("copies/<int:pk>/", said.copy, name="copy")]
