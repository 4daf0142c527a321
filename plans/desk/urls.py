from django.urls import path

from plans.desk import views

app_name = "desk"
urlpatterns = [
    path("", views.caseload, name="caseload"),
]
