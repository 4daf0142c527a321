"""The sessions of browsers: whose they are, and what they keep of people for a while. They have no foreign key, so each
is opened."""

import json
import time
from collections.abc import Collection, Iterator

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session

from accounts import typed
from accounts.passwords import SESSION_KEY as SHOWN_ONCE

LIST = "_list"  # with _ before it: what is in it is about others, and no part of this person's own download
WAITING = (SHOWN_ONCE, LIST)  # each keeps one entry, with the second it was made “at”
KEPT_FOR = typed.KEPT_FOR


def sessions_of(*people) -> Iterator[Session]:
    """Those in which these people are signed in, or were until lately."""
    keys = {str(person.pk) for person in people}
    return (session for session, data in opened() if data.get(SESSION_KEY) in keys)


def opened() -> Iterator[tuple[Session, dict]]:
    return ((session, session.get_decoded()) for session in Session.objects.iterator())


def forget_sessions(people: Collection) -> None:
    """End the sessions of these people, and take out of others' the lists and slips that name them."""
    keys = {str(person.pk) for person in people}
    names = {json.dumps(name) for person in people for name in (person.username, person.name) if name}
    found = [(session, data) for session, data in opened() if data.get(SESSION_KEY) in keys or naming(data, names)]
    for session, data in found:
        if data.get(SESSION_KEY) in keys:
            session.delete()
        else:
            rewrite(session, {key: data[key] for key in data.keys() - naming(data, names)})


def naming(data: dict, names: Collection[str]) -> set[str]:
    """What waits in a session and has one of these names in it, which are written as JSON has them."""
    return {key for key in WAITING if key in data and any(name in json.dumps(data[key]) for name in names)}


def forget_waiting() -> int:
    """Take out of every session what nobody came back to within the hour; of how many."""
    before = time.time() - KEPT_FOR
    found = [(session, left) for session, data in opened() if (left := without_old(data, before)) != data]
    for session, left in found:
        rewrite(session, left)
    return len(found)


def without_old(data: dict, before: float) -> dict:
    left = {key: value for key, value in data.items() if key not in WAITING or value["at"] >= before}
    if typed.SESSION_KEY in left:
        left[typed.SESSION_KEY] = {key: each for key, each in left[typed.SESSION_KEY].items() if each["at"] >= before}
    return left


def rewrite(session: Session, data: dict) -> None:
    session.session_data = Session.objects.encode(data)
    session.save(update_fields=["session_data"])
