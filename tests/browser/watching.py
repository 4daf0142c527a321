"""Whatever a page does that none of ours should do."""

import re


class Watch:
    """The troubles of all pages of a test. What a test means to provoke it names with ``expect``."""

    def __init__(self, site: str):
        self.site = site
        self.found: list[str] = []
        self.expected: list[str] = []

    def over(self, context) -> None:
        context.on("console", self.heard)
        context.on("weberror", lambda error: self.found.append(f"{error.page.url}: {error.error}"))
        context.on("request", self.asked)
        context.on("response", self.answered)
        context.on("dialog", self.interrupted)

    def expect(self, pattern: str) -> None:
        self.expected.append(pattern)

    @property
    def troubles(self) -> list[str]:
        return [line for line in self.found if not any(re.search(pattern, line) for pattern in self.expected)]

    def heard(self, message) -> None:
        if message.type in {"error", "warning", "assert"}:
            self.found.append(f"{message.page and message.page.url}: {message.type}: {message.text}")

    def asked(self, request) -> None:
        if not request.url.startswith((f"{self.site}/", "data:", "blob:", "about:")):
            self.found.append(f"asked for {request.url}")

    def answered(self, response) -> None:
        if response.status >= 500:
            self.found.append(f"{response.status} from {response.url}")

    def interrupted(self, dialog) -> None:
        self.found.append(f"{dialog.page.url}: a dialog says {dialog.message}")
        dialog.dismiss()
