import os
import socket

from django.conf import settings
from django.core.management import CommandError, call_command
from django.utils.autoreload import DJANGO_AUTORELOAD_ENV
from whitenoise.runserver_nostatic.management.commands import runserver

from plans.management.commands.create_demo import PASSWORD, PEOPLE

SETTING_UP = ("migrate", "createcachetable", "setup_roles", "load_content", "draw_figures", "create_demo")


class Command(runserver.Command):
    help = (
        "Set up a site with demo people, and serve it on this machine. For development only. "
        "Run it again as often as you like: it changes nothing that a person wrote."
    )

    def handle(self, *args, **options):
        if not settings.DEBUG:
            raise CommandError("This makes demo people, so it runs with DEBUG=true only.")
        super().handle(*args, **options)

    def run(self, **options):
        if os.environ.get(DJANGO_AUTORELOAD_ENV) != "true":  # the reloader comes here again, in a child
            self.refuse_taken_port()
            self.set_up()
        super().run(**options)

    def set_up(self):
        for name in SETTING_UP:
            call_command(name, verbosity=0, stdout=self.stdout)

    def refuse_taken_port(self):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((self.addr, int(self.port)))
            except (OSError, OverflowError):
                raise CommandError(
                    f"Port {self.port} cannot be used: something may run there already. "
                    f"Stop it, or choose another, such as: make run PORT={int(self.port) + 1}"
                ) from None

    def on_bind(self, server_port):
        self.stdout.write(
            f"\nPathways is ready: http://{self.addr}:{server_port}\n\n"
            f"Sign in as {', '.join(PEOPLE)}; the password is {PASSWORD}\n"
            "Stop with Control-C. What you change is kept for the next start.\n"
        )
