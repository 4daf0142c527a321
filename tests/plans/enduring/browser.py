"""What a browser does with forms, over real connections and without a picture of the page."""

import json
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from threading import Barrier
from typing import NamedTuple
from urllib.parse import urlencode

from tests.careers.admin_pages import FormReader

TOKEN = "a" * 32  # a cookie that the site once gave, which its forms answer to
PATIENCE = 60  # seconds that one answer may take, a restart of the server before it


class Answer(NamedTuple):
    status: int
    text: str


class Browser:
    """Of somebody who is signed in. A connection that is cut raises ``OSError`` or ``HTTPException``."""

    def __init__(self, port: int, session: str):
        self.port, self.cookies = port, {"sessionid": session, "csrftoken": TOKEN}

    def get(self, path: str) -> Answer:
        return self.ask("GET", path)

    def open(self, path: str) -> dict[str, str]:
        """The fields of the page's form, as they stand in it."""
        page = self.get(path)
        assert page.status == 200, page
        form = page.text.partition('<form class="form panel"')[2].partition("</form>")[0]
        return FormReader(form).values

    def send(self, path: str, fields: dict[str, str]) -> Answer:
        return self.ask("POST", path, urlencode({"csrfmiddlewaretoken": TOKEN} | fields))

    def plan(self) -> dict:
        """All of it, as its owner takes it along."""
        return json.loads(self.get("/plan/take-along/plan.json").text)

    def ask(self, method: str, path: str, body: str | None = None) -> Answer:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request(method, path, body, self.headers())
            response = connection.getresponse()
            return Answer(response.status, response.read().decode())
        finally:
            connection.close()

    def headers(self) -> dict[str, str]:
        return {
            "Host": "127.0.0.1",
            "Origin": "https://127.0.0.1",
            "X-Forwarded-Proto": "https",
            "Content-Type": "application/x-www-form-urlencoded",
            "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
        }


def at_once(*calls) -> list:
    """What each returns, all begun at the same moment."""
    barrier = Barrier(len(calls))

    def begun(call):
        barrier.wait()
        return call()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(begun, calls))
