from django.urls import path

from careers import views

app_name = "careers"
urlpatterns = [
    path("", views.home, name="home"),
    path("sources/", views.sources, name="sources"),
    path("careers/", views.career_list, name="list"),
    path("careers/suggest/", views.suggestions, name="suggest"),
    path("careers/<slug:slug>/", views.career_detail, name="detail"),
    path("careers/<slug:slug>/view/", views.career_print, name="print"),
]
