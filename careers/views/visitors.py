"""Pages that visitors read: the same for all, without a cookie, kept in the process until the content changes."""

import datetime
import gzip
import hashlib
import uuid
from collections import OrderedDict
from dataclasses import dataclass, field
from functools import partial, wraps
from threading import Lock

import brotli
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpResponse
from django.urls import resolve
from django.utils.cache import get_conditional_response, patch_vary_headers

from careers.models import ContentVersion
from careers.models.career import today
from pathways.htmx import wants_part

VARY = "Cookie, HX-Request, Accept-Encoding"
# Best first. A page is compressed once and sent often; beyond these levels the gain is small and the wait is not.
COMPRESS = {"br": partial(brotli.compress, quality=5), "gzip": partial(gzip.compress, compresslevel=9, mtime=0)}
PUBLIC = "public, max-age=60"
MOST_BYTES = 24 * 2**20
LONGEST_ADDRESS = 1_200

Stamp = tuple[uuid.UUID | None, datetime.date]


def now() -> Stamp:
    """What a kept page is good for: this content, on this day."""
    return ContentVersion.current(), today()


@dataclass
class Page:
    """A response as it left the view and the middleware below; ``body`` is kept compressed too, once somebody asks."""

    body: bytes
    headers: dict[str, str]
    compressed: dict[str, bytes] = field(default_factory=dict, repr=False)

    def response(self, request) -> HttpResponse:
        accepted = request.META.get("HTTP_ACCEPT_ENCODING", "")
        encoding = next((name for name in COMPRESS if name in accepted), "")
        body = self.encoded(encoding)
        response = HttpResponse(body, headers=self.headers | {"Content-Length": str(len(body))})
        if encoding:
            response["Content-Encoding"] = encoding
        return get_conditional_response(request, etag=self.headers["ETag"], response=response)

    def encoded(self, encoding: str) -> bytes:
        if not encoding:
            return self.body
        if encoding not in self.compressed:
            self.compressed[encoding] = COMPRESS[encoding](self.body)
        return self.compressed[encoding]


class Shelf:
    """The pages last read, up to so many bytes, all of one state of the content."""

    def __init__(self, most: int):
        self.most, self.held, self.stamp, self.lock = most, 0, None, Lock()
        self.pages: OrderedDict[str, Page] = OrderedDict()

    def get(self, key: str, stamp: Stamp) -> Page | None:
        with self.lock:
            self.turn_to(stamp)
            if key in self.pages:
                self.pages.move_to_end(key)
            return self.pages.get(key)

    def put(self, key: str, stamp: Stamp, page: Page) -> None:
        """``stamp`` was taken before the page was made: an old one cannot come after a new one for long."""
        with self.lock:
            self.turn_to(stamp)
            if key in self.pages:
                return
            self.pages[key] = page
            self.held += len(page.body) * 2
            while self.held > self.most:
                _, oldest = self.pages.popitem(last=False)
                self.held -= len(oldest.body) * 2

    def turn_to(self, stamp: Stamp) -> None:
        if stamp != self.stamp:
            self.pages.clear()
            self.held, self.stamp = 0, stamp


shelf = Shelf(MOST_BYTES)


def visitor_pages_middleware(get_response):
    """Answer visitors from the shelf before anything asks who they are, and put there what ``visitor_page`` marked."""

    def middleware(request):
        if not is_visitor(request):
            return get_response(request)
        key = address(request)
        page = shelf.get(key, now()) if key in shelf.pages else None
        if page is None:
            response = ask(request) or get_response(request)
            stamp = getattr(response, "good_for", None)
            if stamp is None:
                return response
            page = Page(response.content, dict(response.headers))
            if len(key) <= LONGEST_ADDRESS and not getattr(response, "counted", False):
                shelf.put(key, stamp, page)
        return page.response(request)

    return middleware


def ask(request) -> HttpResponse | None:
    """The page straight from its view, past the middleware below: all that could say is that nobody is signed in.

    What is no page that visitors may keep (another view, another address, a redirect, a 404) goes the long way.
    """
    try:
        match = resolve(request.path_info)
        if getattr(match.func, "login_required", True) or not hasattr(match.func, "for_visitors"):
            return None
        request.resolver_match, request.user = match, AnonymousUser()
        response = match.func(request, *match.args, **match.kwargs)
    except Http404:
        return None
    return response if hasattr(response, "good_for") else None


def visitor_page(view):
    """Say that all visitors get the same here; whoever has a session gets a page of their own, for nobody to keep.

    A page that counts how often it is asked for (``response.counted``) is made anew each time, and kept nowhere.
    """

    @wraps(view)
    def wrapper(request, *args, **kwargs):
        if not is_visitor(request):
            return own(view(request, *args, **kwargs))
        stamp = now()  # before the view reads anything: what changes while it does is then not taken for new
        response = view(request, *args, **kwargs)
        if response.status_code == 200:
            keep = "no-store" if getattr(response, "counted", False) else PUBLIC
            response["ETag"], response["Cache-Control"], response["Vary"] = etag(response.content), keep, VARY
            response.good_for = stamp
        return response

    wrapper.for_visitors = True
    return wrapper


def is_visitor(request) -> bool:
    return settings.SESSION_COOKIE_NAME not in request.COOKIES and request.method in {"GET", "HEAD"}


def own(response):
    response["Cache-Control"] = "private, no-store"
    patch_vary_headers(response, ["Cookie", "HX-Request"])
    return response


def address(request) -> str:
    """What the answer depends on: the address, and whether a part is asked for."""
    return f"{request.get_host()} {wants_part(request):d} {request.get_full_path()}"


def etag(body: bytes) -> str:
    return f'W/"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'
