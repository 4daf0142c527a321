"""Lines of the log. They say what went wrong and where, never what somebody wrote or who they are."""

import logging
from collections.abc import Iterator
from smtplib import SMTPException


class Formatter(logging.Formatter):
    """Mail servers name addresses in their refusals, and PostgreSQL repeats the whole row that did not fit."""

    def format(self, record):
        text = super().format(record)
        for error in chain(record.exc_info[1] if record.exc_info else None):
            text = text.replace(str(error), fit(error)) if str(error) else text
        return text


def chain(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def fit(error: BaseException) -> str:
    """What an error says, as far as it is fit for a log."""
    if isinstance(error, SMTPException):
        return "(what the mail server said is left out)"
    told = getattr(getattr(error, "diag", None), "message_primary", None)
    return str(error) if told is None else f"{told} (the row is left out)"
