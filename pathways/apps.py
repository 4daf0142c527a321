from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class PathwaysConfig(AppConfig):
    """What assembles the site: its start, and what it says about itself when it starts."""

    name = "pathways"

    def ready(self):
        from pathways import checks  # noqa: F401 (to read it is to register its checks)


class PathwaysAdminConfig(AdminConfig):
    """The admin, signed in to by the site's own door."""

    default_site = "pathways.admin.PathwaysAdminSite"
