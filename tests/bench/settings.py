"""The product's own settings, with its static files collected beside the measured databases and not into ``var/``."""

import os

from pathways.settings import *  # noqa: F403

STATIC_ROOT = os.environ["BENCH_STATIC"]
