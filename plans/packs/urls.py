"""What a school asks of plans, for whoever heads it."""

from django.urls import path

from plans.packs import views

app_name = "packs"
urlpatterns = [
    path("schools/<int:pk>/", views.packs, name="packs"),
    path("schools/<int:pk>/new/", views.pack_new, name="pack_new"),
    path("<int:pk>/", views.pack, name="pack"),
    path("<int:pk>/edit/", views.pack_edit, name="pack_edit"),
    path("<int:pk>/use/", views.pack_use, name="pack_use"),
    path("<int:pk>/delete/", views.pack_delete, name="pack_delete"),
    path("<int:pk>/new/", views.requirement_new, name="requirement_new"),
    path("rows/<int:pk>/edit/", views.requirement_edit, name="requirement_edit"),
    path("rows/<int:pk>/move/", views.requirement_move, name="requirement_move"),
    path("rows/<int:pk>/remove/", views.requirement_remove, name="requirement_remove"),
]
