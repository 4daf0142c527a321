"""Passwords that an administrator reads out to a student, and that last for one sign-in."""

import secrets
import time
from datetime import timedelta

from django.contrib.auth.hashers import make_password
from django.utils import timezone
from django.utils.crypto import get_random_string

from accounts.hashers import OneTimeHasher

VALID_FOR = timedelta(days=7)
SESSION_KEY = "_shown_once"  # with _ before it, so that the download of what is held leaves it out
WORDS = """
    acorn amber anchor apple arrow autumn badge bamboo basket beacon berry birch bridge brook butter cabin candle
    canyon carrot castle cedar cherry circle clover cobalt comet copper coral cotton cradle crayon crystal daisy
    dolphin dragon eagle ember fabric falcon feather fern finch forest fossil galaxy garden ginger glacier globe
    granite harbour hazel helmet honey island ivory jacket jasmine jigsaw juniper kettle ladder lagoon lantern lemon
    lily linen lizard magnet mango maple marble meadow melon mirror mosaic nectar needle nickel oasis ocean olive
    orange orbit orchid otter paddle panda parrot peach pebble pencil pepper piano pigeon planet plum pocket poplar
    prairie puzzle quartz quilt rabbit radish raven ribbon river robin rocket saddle saffron salmon sapphire shadow
    silver sparrow spruce summer sunset tiger timber tulip turtle valley velvet violet walnut willow window winter
    zebra
""".split()  # noqa: SIM905


def readable() -> str:
    """Four words and a number, such as “maple-river-otter-plum-47”: 35 bits, and eight guesses in five minutes."""
    return "-".join([*(secrets.choice(WORDS) for _ in range(4)), str(secrets.randbelow(90) + 10)])


def set_one_time(user) -> str:
    """Give an account that is about to be saved a password for one sign-in."""
    password = readable()
    user.password = make_password(password, hasher=OneTimeHasher.algorithm)
    user.one_time_password_until = timezone.now() + VALID_FOR
    return password


def readable_code() -> str:
    """What students type to join a group, such as “KMT-4RXW”: letters and digits that nobody takes for another."""
    code = get_random_string(7, "ABCDEFGHJKMNPQRTUVWXYZ2346789")
    return f"{code[:3]}-{code[3:]}"


def put_by(session, shown) -> str:
    """Keep a password, or slips of them, in the session until the next page shows it; the key is one nobody guesses.

    Only the newest is kept.
    """
    key = get_random_string(22)
    session[SESSION_KEY] = {"key": key, "shown": shown, "at": int(time.time())}
    return key


def take(session, key: str):
    """What was put by, and away with it; None where it was shown already."""
    kept = session.get(SESSION_KEY, {})
    if kept.get("key") != key:
        return None
    del session[SESSION_KEY]
    return kept["shown"]
