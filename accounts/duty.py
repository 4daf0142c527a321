"""How long staff stay signed in: a desk that is left alone must not show other people's plans to whoever comes by."""

import time

IDLE, LONGEST = 30 * 60, 12 * 3600  # seconds without a page, and in all
SESSION_KEY = "_duty"  # when it began, and when a page was last asked for
COARSE = 60  # seconds between two writes of the latter, so that not every page writes the session


def over(session) -> bool:
    """Whether this session of a member of staff has ended; where it has not, it goes on."""
    now = int(time.time())
    began, last = session.get(SESSION_KEY) or (now, 0)
    if last and (now - last >= IDLE or now - began >= LONGEST):
        return True
    if now - last >= COARSE:
        session[SESSION_KEY] = [began, now]
    return False
