from django.urls import path

from careers import views

app_name = "careers"
urlpatterns = [
    path("", views.home, name="home"),
    path("paths/", views.ways, name="ways"),
    path("sources/", views.sources, name="sources"),
    path("interests/", views.interests, name="interests"),
    path("interests/result/", views.interests_result, name="interests_result"),
    path("subjects/", views.subjects, name="subjects"),
    path("subjects/<slug:slug>/", views.subject, name="subject"),
    path("skills/", views.skills, name="skills"),
    path("compare/", views.compare, name="compare"),
    path("careers/", views.career_list, name="list"),
    path("careers/suggest/", views.suggestions, name="suggest"),
    path("careers/<slug:slug>/", views.career_detail, name="detail"),
    path("careers/<slug:slug>/view/", views.career_print, name="print"),
    path("careers/<slug:slug>/paths/", views.career_paths, name="paths"),
]
