import logging
import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

# gunicorn stops at this one rather than try again for ever.
APP_LOAD_ERROR = 4

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pathways.settings")
try:
    application = get_wsgi_application()
except ImproperlyConfigured as error:
    sys.stderr.write(f"Pathways cannot start: {error}\n")
    sys.exit(APP_LOAD_ERROR)

from django.conf import settings  # noqa: E402 (what follows needs them read)

from pathways.checks import old_sqlite  # noqa: E402

# In development the system checks say it.
if not settings.DEBUG and (sentence := old_sqlite()):
    logging.getLogger("pathways").warning(sentence)
