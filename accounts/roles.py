"""Roles as data: which permissions each gives. ``setup_roles`` writes them to the database, a group a role.

No role has a permission on plans: a plan is its student's, and the admin shows none. Who sees a student's plan is a
relation to a group or a school (``accounts.models.Post``), never a role.
"""

STUDENT = "student"
COUNSELLOR = "counsellor"
EDITOR = "editor"
ADMINISTRATOR = "administrator"


def may(app: str, verbs: str, models: str) -> set[str]:
    return {f"{app}.{verb}_{model}" for verb in verbs.split() for model in models.split()}


WRITING = may("careers", "view add change", "career") | may(
    "careers", "view add change delete", "section typing alternatetitle leadsto"
)
EDITING = WRITING | may("careers", "delete", "career") | may("careers", "view add change delete", "category careertype")
PEOPLE = (
    may("accounts", "view add change delete", "user")
    | may("accounts", "view add change", "school")
    | may("accounts", "view add", "post hold")
)

ROLES: dict[str, set[str]] = {
    STUDENT: set(),
    COUNSELLOR: WRITING,
    EDITOR: EDITING,
    ADMINISTRATOR: EDITING | PEOPLE,
}
LABELS = {
    STUDENT: "Student: keeps a plan",
    COUNSELLOR: "Counsellor: writes and publishes career profiles",
    EDITOR: "Editor: the same, deletes profiles, and edits categories and types",
    ADMINISTRATOR: "Administrator: the same, and looks after accounts and schools",
}
