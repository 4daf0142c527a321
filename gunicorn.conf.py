"""How gunicorn serves Pathways on one small machine; docs/running.md says which of these to change when."""

wsgi_app = "pathways.wsgi"
bind = "127.0.0.1:8000"
workers = 2
preload_app = True  # the code is in memory once; a fault in the settings is said once, before any worker starts
max_requests = 20_000  # a worker is replaced now and then, so that nothing can pile up in it
max_requests_jitter = 2_000
control_socket_disable = True
