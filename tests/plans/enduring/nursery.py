"""Reads the code once, and for each line it is sent forks a gunicorn from it: the tests start twenty, and a start is
nearly all reading. Run as ``python -m tests.plans.enduring.nursery 7``, with the number of the socket to answer at."""

import os
import signal
import sys

from django.urls import get_resolver
from gunicorn.app.wsgiapp import WSGIApplication

import pathways.wsgi  # noqa: F401 (what gunicorn will ask for is there then)


def serve() -> None:
    os.setsid()  # a group of its own, to be killed as one
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    sys.argv = ["gunicorn", "--bind", f"fd://{sys.argv[1]}", "--log-level", "warning"]
    WSGIApplication("%(prog)s").run()


if __name__ == "__main__":
    _ = get_resolver().url_patterns
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # those that are killed need nobody to wait for them
    for _line in sys.stdin:
        child = os.fork()
        if not child:
            serve()
        sys.stdout.write(f"{child}\n")
        sys.stdout.flush()
