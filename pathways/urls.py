from django.contrib import admin
from django.contrib.auth.decorators import login_not_required
from django.contrib.sitemaps.views import sitemap
from django.urls import include, path
from django.views.decorators.http import require_safe

from accounts.schools.views.joining import from_slip
from careers.sitemaps import SITEMAPS
from pathways import views

urlpatterns = [
    path("", include("careers.urls")),
    path("plan/", include("plans.urls")),
    path("shared/", include("plans.urls.shared")),
    path("desk/", include("plans.desk.urls")),
    path("desk/requirements/", include("plans.packs.urls")),
    path("schools/", include("accounts.schools.urls")),
    path("join/<str:code>/", from_slip, name="join_slip"),
    path("account/", include("accounts.urls")),
    path("account/", include("accounts.allauth_urls")),
    path("admin/", admin.site.urls),
    path("privacy/", views.privacy, name="privacy"),
    path("accessibility/", views.accessibility, name="accessibility"),
    path("style/", views.style, name="style"),
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", login_not_required(require_safe(sitemap)), {"sitemaps": SITEMAPS}, name="sitemap"),
    path("healthz", views.healthz, name="healthz"),
]
