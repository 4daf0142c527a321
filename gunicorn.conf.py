"""How gunicorn serves Pathways on one small machine; docs/running.md says which of these to change when."""

import gc

wsgi_app = "pathways.wsgi"
bind = "127.0.0.1:8000"
workers = 2
preload_app = True  # the code is in memory once; a fault in the settings is said once, before any worker starts
max_requests = 20_000  # a worker is replaced now and then, so that nothing can pile up in it
max_requests_jitter = 2_000
control_socket_disable = True
# A page makes some thousand objects and hardly a cycle: looking for those costs a tenth of it.
GARBAGE = (10_000, 5, 5)


def when_ready(server):
    """What the code itself takes is never garbage: no worker goes through it, and all share its memory."""
    gc.collect()
    gc.freeze()


def post_fork(server, worker):
    gc.set_threshold(*GARBAGE)
