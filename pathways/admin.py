"""The admin site: its name, and its door, which is the site's own sign-in."""

from django.contrib.admin import AdminSite
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator


class PathwaysAdminSite(AdminSite):
    site_header = site_title = "Pathways"
    enable_nav_sidebar = False

    @method_decorator(login_not_required)
    def login(self, request, extra_context=None):
        inside = request.GET.get("next") or reverse("admin:index")
        if self.has_permission(request):
            return redirect("admin:index")
        if request.user.is_authenticated:
            raise PermissionDenied
        return redirect_to_login(inside)

    def index(self, request, extra_context=None):
        title = "Content and people" if request.user.has_perm("accounts.view_user") else "Content"
        return super().index(request, {"title": title} | (extra_context or {}))

    def password_change(self, request, extra_context=None):
        return redirect("account_change_password")
