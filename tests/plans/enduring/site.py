"""The product under gunicorn as in production, master and workers, to be killed and started again."""

import os
import signal
import socket
import subprocess
import sys
import time

from tests.bench.servers import ROOT


class Site:
    """While it is down its socket stays open, as under systemd: who comes then waits, and nobody takes the port."""

    def __init__(self, env: dict[str, str]):
        self.socket = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port, number = self.socket.getsockname()[1], self.socket.fileno()
        command = [sys.executable, "-m", "tests.plans.enduring.nursery", str(number)]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
        self.nursery = subprocess.Popen(command, cwd=ROOT, env=env, pass_fds=[number], **pipes)
        self.start()

    def start(self) -> None:
        self.nursery.stdin.write("another\n")
        self.nursery.stdin.flush()
        self.master = int(self.nursery.stdout.readline())

    def kill(self) -> None:
        """All of it at once, with nothing said before: ``kill -9``."""
        while os.getpgid(self.master) != self.master:
            time.sleep(0.001)
        os.killpg(self.master, signal.SIGKILL)

    def close(self) -> None:
        self.kill()
        self.nursery.stdin.close()
        self.nursery.wait()
        self.nursery.stdout.close()
        self.socket.close()
