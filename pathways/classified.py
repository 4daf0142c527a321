"""Every field of every model, ours and others', and what it says about people: the one place that knows.

public     says nothing about a person: content, how schools are set up, and the keys and counters that hold rows
           together
personal   says who somebody is, where they belong, or what they did when
sensitive  what students write, and what is said of them; and secrets that open something

What is personal or sensitive and about a person is in their download, except what ``untold`` names with its reason, and
is gone when they are erased. ``checks.py`` refuses to start with a field that is not here; tests/pathways change, fill
and erase every field that is. Names of models stand here as text, so that this imports no app.
"""

from typing import NamedTuple


class Fields(NamedTuple):
    """Names of fields, separated by blanks; and, by name, why the download does not tell a field."""

    public: str = ""
    personal: str = ""
    sensitive: str = ""
    untold: dict[str, str] = {}

    def names(self) -> list[str]:
        return [*self.public.split(), *self.about_people()]

    def about_people(self) -> list[str]:
        return [*self.personal.split(), *self.sensitive.split()]

    def told(self) -> list[str]:
        return [name for name in self.about_people() if name not in self.untold]


KEY, SECRET, NAMED, ANOTHER = "a key of the database", "a secret", "their name is told", "somebody else"
MODELS = {
    "accounts.school": Fields(public="id name keep_days digest_day"),
    "accounts.cohort": Fields(public="id school name year code_open closed_at", sensitive="code"),
    "accounts.membership": Fields(public="id", personal="cohort user since until"),
    "accounts.post": Fields(public="id", personal="user school cohort since until"),
    "accounts.hold": Fields(public="id", personal="user by since until", sensitive="reason", untold={"by": ANOTHER}),
    "accounts.user": Fields(
        public="id",
        personal=(
            "username name email time_zone state is_active is_staff is_superuser groups user_permissions "
            "last_login date_joined one_time_password_until school closed_at wants_digest digest_at"
        ),
        sensitive="password",
        untold={"password": "a secret, and scrambled"},
    ),
    "plans.plan": Fields(
        public="id goals_version",
        personal="user state revision submitted_at approved_at changed_at spoken_at confirmed_on created_at",
        sensitive="after_school in_work feed",
        untold={"feed": "a secret; it stands on the page where the plan is taken along"},
    ),
    "plans.target": Fields(
        public="id version",
        personal="plan rank saved_at removed_at",
        sensitive="career title notes",
        untold={"career": "its title is told"},
    ),
    "plans.ruledout": Fields(
        public="id",
        personal="plan ruled_out_at",
        sensitive="career title reason",
        untold={"career": "its title is told"},
    ),
    "plans.access": Fields(
        public="id",
        personal="actor actor_number student student_number plan verb about address at",
        untold={
            "actor_number": KEY,
            "student_number": KEY,
            "plan": KEY,
            "address": "told to whoever came from there, and to nobody else",
        },
    ),
    "plans.draft": Fields(public="id version", personal="user form saved_at", sensitive="fields"),
    "plans.goal": Fields(
        public="id position version token",
        personal="plan created_at changed_at removed_at",
        sensitive="text kind why due_on state",
    ),
    "plans.step": Fields(
        public="id position version token",
        personal="plan assignment created_at removed_at",
        sensitive="target goal text state helper evidence evidence_link reflection due_on done_on career section item",
    ),
    "plans.evidence": Fields(
        public="id",
        personal="plan step kind size digest added_at removed_at",
        sensitive="name content",
        untold={"digest": "a hash of the content, which is told"},
    ),
    "plans.course": Fields(
        public="id position version token",
        personal="plan created_at changed_at removed_at",
        sensitive="name year state result notes",
    ),
    "plans.experience": Fields(
        public="id position version token",
        personal="plan created_at changed_at removed_at",
        sensitive="kind title place contact starts_on ends_on hours reflection",
    ),
    "plans.skill": Fields(
        public="id position version token",
        personal="plan created_at changed_at removed_at",
        sensitive="name state how",
    ),
    "plans.activity": Fields(
        public="id position version token",
        personal="plan created_at changed_at removed_at",
        sensitive="kind name when details",
    ),
    "plans.application": Fields(
        public="id position version token",
        personal="plan created_at changed_at removed_at",
        sensitive="kind to due_on state cost payer notes",
    ),
    "plans.review": Fields(
        public="id",
        personal="plan revision decision by by_name at digest",
        sensitive="note document",
        untold={"by": NAMED},
    ),
    "plans.comment": Fields(
        public="id token",
        personal="plan anchor author author_name by_staff at settled_at",
        sensitive="anchor_words text",
        untold={"anchor": "its words are told", "author": NAMED, "by_staff": NAMED},
    ),
    "plans.note": Fields(
        public="id token",
        personal="plan author author_name is_private at",
        sensitive="text",
        untold={"author": NAMED},
    ),
    "plans.pack": Fields(public="id school name about is_used"),
    "plans.requirement": Fields(public="id pack years measure amount words position"),
    "plans.assignment": Fields(
        public="id cohort text why due_on for_all withdrawn_at",
        personal="by by_name at",
        untold={"by_name": "their own name"},
    ),
    "plans.exemption": Fields(
        public="id",
        personal="plan assignment requirement by at",
        sensitive="reason",
        untold={"by": ANOTHER},
    ),
    "plans.savedview": Fields(public="id", personal="user name query"),
    "plans.link": Fields(
        public="id",
        personal=(
            "plan name parts for_family ends_on made_at revoked_at opened opened_at acknowledged_at acknowledged_by"
        ),
        sensitive="digest",
        untold={"digest": "a secret's hash"},
    ),
    "admin.logentry": Fields(
        public="id content_type",
        personal="action_time user object_id object_repr action_flag change_message",
        untold={"object_id": KEY},
    ),
    "auth.permission": Fields(public="id name content_type codename"),
    "auth.group": Fields(public="id name permissions"),
    "contenttypes.contenttype": Fields(public="id app_label model"),
    "sessions.session": Fields(
        personal="expire_date",
        sensitive="session_key session_data",
        untold={"session_key": SECRET},
    ),
    "account.emailaddress": Fields(public="id", personal="user email verified primary"),
    "account.emailconfirmation": Fields(
        public="id",
        personal="email_address created sent",
        sensitive="key",
        untold={"key": SECRET},
    ),
    "mfa.authenticator": Fields(
        public="id",
        personal="user type created_at last_used_at",
        sensitive="data",
        untold={"data": SECRET},
    ),
    "reversion.revision": Fields(public="id", personal="date_created user comment"),
    "reversion.version": Fields(public="id revision object_id content_type db format serialized_data object_repr"),
    "careers.category": Fields(public="id name slug description position hue icon soc_major_groups"),
    "careers.careertype": Fields(public="id name slug description position"),
    "careers.career": Fields(
        public=(
            "id title slug name_key code kind category summary education remote subjects accepted checked_on "
            "status published_on created_at changed_at types"
        ),
        personal="changed_by",
    ),
    "careers.typing": Fields(public="id career type position"),
    "careers.section": Fields(public="id career key text html items"),
    "careers.alternatetitle": Fields(public="id career title position"),
    "careers.leadsto": Fields(public="id career to_slug needs years position"),
    "careers.contentversion": Fields(public="id token titles"),
    "careers.drawing": Fields(public="code made_of until facts keys parts"),
    "careers.finding": Fields(public="id career check_key severity sentence places reason"),
    "careers.wording": Fields(public="id career digest"),
    "careers.missedsearch": Fields(public="id digest words searched_as count last_on dismissed"),
    "careers.source": Fields(public="id family release dated name publisher licence attribution address token"),
    "careers.occupation": Fields(public="id code source title description"),
    "careers.occupationtitle": Fields(public="id code source title short"),
    "careers.element": Fields(public="id key kind name"),
    "careers.rating": Fields(
        public="id code source element value level answers error level_error suppress not_relevant collected by",
    ),
    "careers.technology": Fields(public="id code source name group hot in_demand"),
    "careers.relatedoccupation": Fields(public="id code source to_code tier rank"),
    "careers.area": Fields(public="id code kind name state"),
    "careers.pay": Fields(
        public=(
            "id code source area title group as_of employment employment_error jobs_per_1000 location_quotient "
            "mean_error hourly_mean hourly_p10 hourly_p25 hourly_median hourly_p75 hourly_p90 annual_mean "
            "annual_p10 annual_p25 annual_median annual_p75 annual_p90 marks"
        ),
    ),
    "careers.projection": Fields(
        public=(
            "id code source title year year_to jobs jobs_to change percent openings openings_for education "
            "experience training"
        ),
    ),
}
