"""Production's settings, with static files under their own names, so that none need be collected first."""

from pathways.settings import *  # noqa: F403
from pathways.settings import STORAGES

STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
