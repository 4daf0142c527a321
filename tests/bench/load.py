"""The load: a process of its own that takes jobs on its standard input and answers with what it saw, as lines of JSON.

Only to 127.0.0.1, one connection a request as gunicorn's sync workers want it, and never beyond a job's last second.
"""

import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock, Thread

from tests.bench.servers import ROOT

LONGEST = 120
HEADERS = (
    "Host: 127.0.0.1\r\nX-Forwarded-Proto: https\r\nX-Forwarded-For: 192.0.2.7\r\n"
    "User-Agent: bench\r\nAccept: */*\r\nConnection: close\r\n"
)
TOKEN = "a" * 32  # of a cookie that the site once gave, which its forms answer to
POSTED = (
    "Origin: https://127.0.0.1\r\nHX-Request: true\r\nContent-Type: application/x-www-form-urlencoded\r\n"
    "Content-Length: {}\r\n"
)


@contextmanager
def loader() -> Iterator["Loader"]:
    process = subprocess.Popen(
        [sys.executable, "-m", __name__],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        yield Loader(process)
    finally:
        process.kill()
        process.wait()


class Loader:
    def __init__(self, process: subprocess.Popen):
        self.process = process

    def send(self, port: int, paths: list, *, connections: int, status: int = 200, etag: str = "") -> dict:
        """Ask for each path once; returns ``seconds`` for all of them and ``latencies`` of each."""
        job = {"port": port, "paths": paths, "connections": connections, "status": status, "etag": etag}
        self.process.stdin.write(json.dumps(job) + "\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline() or '{"fault": "the load stopped"}')
        if "fault" in answer:
            raise SystemExit(f"Load: {answer['fault']}")
        return answer


def work(job: dict) -> dict:
    seen, faults, lock = [], [], Lock()
    queue, deadline = iter(job["paths"]), time.monotonic() + LONGEST

    def connection():
        while not faults and time.monotonic() < deadline:
            with lock:
                path = next(queue, None)
            if path is None:
                return
            try:
                seen.append(request(job, path))
            except (OSError, ValueError) as fault:
                faults.append(f"{path}: {fault}")

    started = time.perf_counter()
    threads = [Thread(target=connection) for _ in range(job["connections"])]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if faults or len(seen) < len(job["paths"]):
        return {"fault": (faults or [f"not done after {LONGEST} seconds"])[0]}
    return {"seconds": time.perf_counter() - started, "latencies": seen}


def request(job: dict, ask: str | list) -> float:
    """Seconds from connecting to the last byte."""
    message = message_of(ask, f"If-None-Match: {job['etag']}\r\n" if job["etag"] else "")
    started = time.perf_counter()
    answer = fetch(job["port"], message)
    seconds = time.perf_counter() - started
    if not answer.startswith(b"HTTP/1.1 %d " % job["status"]):
        raise ValueError(answer[:200].decode("latin-1"))
    return seconds


def message_of(ask: str | list, condition: str = "") -> bytes:
    """A path; or a path, a session and what is posted there, as a browser with htmx does."""
    path, session, body = (ask, "", "") if isinstance(ask, str) else ask
    method, more = ("POST", POSTED.format(len(body))) if body else ("GET", "")
    cookie = f"Cookie: sessionid={session}; csrftoken={TOKEN}\r\n" if session else ""
    return f"{method} {path} HTTP/1.1\r\n{HEADERS}{cookie}{more}{condition}\r\n{body}".encode()


def fetch(port: int, message: bytes) -> bytes:
    with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
        connection.sendall(message)
        return b"".join(iter(lambda: connection.recv(262144), b""))


def page(port: int, ask: str | list) -> tuple[bytes, str]:
    """The body of one page, and its ETag."""
    head, _, body = fetch(port, message_of(ask)).partition(b"\r\n\r\n")
    lines = head.decode("latin-1").split("\r\n")
    if " 200 " not in f"{lines[0]} ":
        raise SystemExit(f"{ask} answers {lines[0]}, so there is nothing to measure.")
    return body, next((line.split(": ", 1)[1] for line in lines if line.lower().startswith("etag: ")), "")


if __name__ == "__main__":
    for line in sys.stdin:
        sys.stdout.write(json.dumps(work(json.loads(line))) + "\n")
        sys.stdout.flush()
