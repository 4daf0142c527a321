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

from pathways.checks import old_sqlite  # noqa: E402 (settings first)

if sentence := old_sqlite():
    logging.getLogger("pathways").warning(sentence)
