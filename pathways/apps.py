from django.contrib.admin.apps import AdminConfig


class PathwaysAdminConfig(AdminConfig):
    """The admin, signed in to by the site's own door."""

    default_site = "pathways.admin.PathwaysAdminSite"
