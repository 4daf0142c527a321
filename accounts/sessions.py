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
    Session.objects.filter(pk__in=[session.pk for session in sessions_of(*people)]).delete()
    names = {json.dumps(name) for person in people for name in (person.username, person.name) if name}
    for session, data in opened():
        naming = [key for key in WAITING if any(name in json.dumps(data.get(key)) for name in names)]
        keep(session, data, {key: data[key] for key in data if key not in naming})


def forget_waiting() -> int:
    """Take out of every session what nobody came back to within the hour; of how many."""
    before = time.time() - KEPT_FOR
    return sum(keep(session, data, without_old(data, before)) for session, data in opened())


def without_old(data: dict, before: float) -> dict:
    old = {key for key in WAITING if key in data and data[key]["at"] < before}
    left = {key: value for key, value in data.items() if key not in old}
    if typed.SESSION_KEY in left:
        left[typed.SESSION_KEY] = {key: each for key, each in left[typed.SESSION_KEY].items() if each["at"] >= before}
    return left


def keep(session: Session, data: dict, left: dict) -> bool:
    """Whether there was something to take out."""
    if left == data:
        return False
    session.session_data = Session.objects.encode(left)
    session.save(update_fields=["session_data"])
    return True
