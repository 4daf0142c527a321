"""gunicorn with two workers, around the product or around the bare view, gone when the bench ends."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.bench import processes

ROOT = Path(__file__).resolve().parents[2]
WORKERS = 2
SECONDS_TO_START = 60


@dataclass(frozen=True)
class Server:
    """``name`` is its database's, empty for the bare view."""

    name: str
    port: int
    pid: int

    def workers(self) -> list[int]:
        return processes.workers(self.pid)

    def all(self) -> list[int]:
        return [self.pid, *self.workers()]

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"


def environment(folder: Path, **more: str) -> dict[str, str]:
    """What production would have: nothing of the caller's own but the path to programs."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "TMPDIR") if name in os.environ}
    (folder / "bodies").mkdir(exist_ok=True)
    return kept | {
        "DJANGO_SETTINGS_MODULE": "tests.bench.settings",
        "SECRET_KEY": "made-for-one-run-of-the-bench-and-thrown-away-after-it",
        "ALLOWED_HOSTS": "127.0.0.1",
        "BENCH_STATIC": str(folder / "static"),
        "BENCH_BODIES": str(folder / "bodies"),
        **more,
    }


def manage(*arguments: str, env: dict[str, str]) -> str:
    """Run a module to its end and return what it printed; its complaints are shown only when it fails."""
    done = subprocess.run([sys.executable, "-m", *arguments], cwd=ROOT, env=env, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"python -m {' '.join(arguments)} failed:\n{done.stdout}{done.stderr}")
    return done.stdout


@contextmanager
def serve(application: str, *, name: str, env: dict[str, str]) -> Iterator[Server]:
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", application, "--bind", f"127.0.0.1:{port}", "--workers", str(WORKERS)]
    # Replacing a worker would lose what it has used from the count.
    command += ["--max-requests", "0", "--log-level", "warning"]
    # A session of its own, so that Ctrl-C reaches the bench alone, which then stops what it started.
    process = subprocess.Popen(command, cwd=ROOT, env=env, start_new_session=True)
    try:
        server = Server(name, port, process.pid)
        wait(server, process)
        yield server
    finally:
        stop(process)


def stop(process: subprocess.Popen) -> None:
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def wait(server: Server, process: subprocess.Popen) -> None:
    """Until both workers are up and the port answers."""
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise SystemExit("gunicorn stopped as it started: see above.")
        if len(server.workers()) == WORKERS and answers(server.port):
            return
        time.sleep(0.1)
    raise SystemExit(f"gunicorn did not start within {SECONDS_TO_START} seconds.")


def answers(port: int) -> bool:
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=1) as connection:
            connection.sendall(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
            return bool(connection.recv(1))
    except OSError:
        return False


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]
