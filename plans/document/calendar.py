"""What of a plan has a day, as a calendar that other programs read (iCalendar, RFC 5545)."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple

from icalendar import Calendar, Event

from plans.document.writing import Document

CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]")
OVER = {"done", "not-needed", "reached", "dropped", "sent", "yes", "no", "withdrawn"}
WORDS = {"goals": "Goal: {text}", "steps": "{text}", "applications": "Deadline: {to}"}


class Day(NamedTuple):
    """``last`` is the last day of it, not the one after."""

    id: str
    words: str
    first: date
    last: date


def days_of(document: Document) -> Iterator[Day]:
    """What is still to come of it, and when time is spent at a workplace. No reflections, no notes."""
    for name, words in WORDS.items():
        for row in document[name]:
            if row["due_on"] and row["state"] not in OVER:
                day = date.fromisoformat(row["due_on"])
                yield Day(row["id"], words.format_map(row), day, day)
    for row in document["experience"]:
        if first := row["starts_on"] or row["ends_on"]:
            last = row["ends_on"] or first
            yield Day(row["id"], row["title"], date.fromisoformat(first), date.fromisoformat(last))


def calendar_of(document: Document, *, name: str, at: datetime) -> bytes:
    """``at`` is when the plan last changed: the same plan is the same file."""
    calendar = Calendar()
    for key, value in (("prodid", "-//Pathways//Plan//EN"), ("version", "2.0"), ("method", "PUBLISH")):
        calendar.add(key, value)
    calendar.add("x-wr-calname", plain(name))
    calendar.add("refresh-interval", timedelta(hours=12), parameters={"value": "DURATION"})
    for day in days_of(document):
        calendar.add_component(event(day, at))
    return calendar.to_ical()


def event(day: Day, at: datetime) -> Event:
    found = Event()
    found.add("uid", f"{day.id}@pathways")
    found.add("dtstamp", at)
    found.add("summary", plain(day.words))
    found.add("dtstart", day.first)
    found.add("dtend", day.last + timedelta(days=1))
    found.add("transp", "TRANSPARENT")
    return found


def plain(words: str) -> str:
    return CONTROLS.sub("", words)
