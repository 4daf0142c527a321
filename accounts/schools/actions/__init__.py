"""What is done to schools: their groups and posts, who is in them, and a whole year at once."""

from accounts.schools.actions.groups import close_cohort, end_posts, give_post, new_code, open_code
from accounts.schools.actions.members import join, leave, move_into, take_out
from accounts.schools.actions.students import add_students, close_students, give_passwords, reopen
from accounts.schools.actions.years import move_up
from accounts.schools.common import ChangedMeanwhile, Refused

__all__ = [
    "ChangedMeanwhile",
    "Refused",
    "add_students",
    "close_cohort",
    "close_students",
    "end_posts",
    "give_passwords",
    "give_post",
    "join",
    "leave",
    "move_into",
    "move_up",
    "new_code",
    "open_code",
    "reopen",
    "take_out",
]
