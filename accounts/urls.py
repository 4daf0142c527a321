from django.urls import path

from accounts import views
from accounts.digest import digest_stop
from accounts.schools.views import joining

app_name = "accounts"
urlpatterns = [
    path("", views.account, name="account"),
    path("details/", views.details, name="details"),
    path("state/", views.remember_state, name="remember_state"),
    path("join/", joining.join, name="join"),
    path("leave/", joining.leave, name="leave"),
    path("download/", views.download, name="download"),
    path("delete/", views.delete, name="delete"),
    path("deleted/", views.after_deletion, name="deleted"),
    path("letters/<str:token>/stop/", digest_stop, name="digest_stop"),
    path("unsaved/<str:key>/", views.unsaved, name="unsaved"),
]
