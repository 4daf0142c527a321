"""The weekly letter: to whom, when, and that nothing private is in it."""

import datetime
import smtplib
from io import StringIO

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import CommandError, call_command
from django.utils import timezone

from accounts.models import School, User
from plans.digest import send
from plans.models import Comment
from tests.factories import CohortFactory, counsellor_of, student_of

pytestmark = pytest.mark.django_db
SECRETS = ("Visit a ward", "Ada", "Work with books", "ada")


class Refusing(EmailBackend):
    """A mail server that does not take one address."""

    def send_messages(self, messages):
        if "bad@example.org" in messages[0].to:
            raise smtplib.SMTPRecipientsRefused({"bad@example.org": (550, b"no")})
        return super().send_messages(messages)


class Down(EmailBackend):
    def open(self):
        raise ConnectionRefusedError


@pytest.fixture(autouse=True)
def school_with_mail(settings):
    settings.SENDS_EMAIL, settings.SITE_ADDRESS = True, "https://pathways.example.org"


@pytest.fixture
def cohort():
    return CohortFactory()


@pytest.fixture
def ada(cohort):
    return waiting_student(cohort, username="ada", name="Ada", email="one@example.org")


def waiting_student(cohort, **kwargs) -> User:
    """Somebody here for long, with a step that is late."""
    user = student_of(cohort, date_joined=timezone.now() - datetime.timedelta(days=30), **kwargs)
    user.plan.steps.create(text="Visit a ward.", due_on=timezone.localdate() - datetime.timedelta(days=3))
    return user


def run(*args) -> str:
    out = StringIO()
    call_command("send_digests", *args, stdout=out, stderr=StringIO())
    return out.getvalue()


def to() -> list[str]:
    return sorted(address for letter in mail.outbox for address in letter.to)


def test_who_has_something_waiting_gets_one_letter_however_often_it_runs(ada):
    assert run() == "1 letters were sent. For 0 people nothing waits.\n"
    assert run() == "0 letters were sent. For 0 people nothing waits.\n"

    assert to() == ["one@example.org"]


def test_a_letter_says_how_much_and_neither_what_nor_who(ada):
    run()

    [letter] = mail.outbox
    assert "- 1 thing overdue" in letter.body
    assert "https://pathways.example.org/plan/needs/" in letter.body
    assert not [word for word in SECRETS if word in letter.body.replace("@example", "") + letter.subject]


def test_a_week_later_there_is_another(ada):
    run()
    User.objects.update(digest_at=timezone.now() - datetime.timedelta(days=8))
    run()

    assert len(mail.outbox) == 2


def test_where_nothing_waits_no_letter_comes_until_next_week(ada):
    ada.plan.steps.all().delete()

    assert run() == "0 letters were sent. For 1 people nothing waits.\n"
    waiting = timezone.localdate() - datetime.timedelta(days=3)
    ada.plan.steps.create(text="Visit a ward.", due_on=waiting)
    assert run() == "0 letters were sent. For 0 people nothing waits.\n"


@pytest.mark.parametrize(
    "change",
    [{"email": ""}, {"wants_digest": False}, {"is_active": False}, {"closed_at": timezone.now()},
     {"date_joined": timezone.now()}],
)  # fmt: skip
def test_some_get_none(ada, change):
    User.objects.filter(pk=ada.pk).update(**change)
    if "date_joined" in change:  # made today: their first one comes on the next day of it
        School.objects.update(digest_day=(timezone.localdate().weekday() + 1) % 7)

    run()

    assert mail.outbox == []


@pytest.mark.parametrize(("days_ago", "sent"), [(0, 1), (2, 0)])
def test_each_school_has_its_day(ada, days_ago, sent):
    """The last letter is of yesterday: today another comes only where today is the day."""
    today = timezone.localdate()
    School.objects.update(digest_day=(today - datetime.timedelta(days=days_ago)).weekday())
    User.objects.update(digest_at=timezone.now() - datetime.timedelta(days=1))

    run()

    assert len(mail.outbox) == sent


def test_staff_get_counts_of_their_students(cohort, ada):
    User.objects.update(wants_digest=False)
    long_ago = timezone.now() - datetime.timedelta(days=30)
    counsellor_of(cohort, email="casey@example.org", date_joined=long_ago)
    Comment.objects.create(plan=ada.plan, author_name="Ada", by_staff=False, text="So.")

    run()

    [letter] = mail.outbox
    assert "- 1 student wrote since you looked" in letter.body
    assert "https://pathways.example.org/desk/needs/" in letter.body
    assert not [word for word in SECRETS if word in letter.body]


def test_a_dry_run_counts_and_sends_nothing(ada):
    assert run("--dry-run") == "1 letters would be sent. For 0 people nothing waits.\n"

    assert mail.outbox == []
    ada.refresh_from_db()
    assert ada.digest_at is None


def test_an_address_that_is_refused_stops_no_other_and_is_tried_again(cohort, ada, settings):
    settings.EMAIL_BACKEND = "tests.plans.test_digest.Refusing"
    bad = waiting_student(cohort, email="bad@example.org")
    waiting_student(cohort, email="two@example.org")

    for _ in range(2):
        with pytest.raises(CommandError, match=f"1 letters could not be sent, to the accounts of number {bad.pk}"):
            run()

    assert to() == ["one@example.org", "two@example.org"]


def test_a_line_break_in_an_address_stops_no_other(cohort, ada):
    waiting_student(cohort, email="bad@example.org\nBcc: all@example.org")

    with pytest.raises(CommandError, match="1 letters could not be sent"):
        run()

    assert to() == ["one@example.org"]


def test_without_a_mail_server_that_answers_nobody_is_marked(ada, settings):
    settings.EMAIL_BACKEND = "tests.plans.test_digest.Down"

    with pytest.raises(CommandError, match="The mail server does not answer"):
        run()

    assert User.objects.filter(digest_at=None).exists()


def test_a_site_without_mail_says_so(ada, settings):
    settings.SENDS_EMAIL = False

    assert "nothing to do" in run()
    assert mail.outbox == []


def test_two_runs_at_once_send_one_letter(ada):
    """Both looked up who is due before either had sent."""
    both = [User.objects.get(pk=ada.pk) for _ in range(2)]

    assert [send(person, [([], "x")], mail.get_connection()) for person in both] == [True, False]
    assert len(mail.outbox) == 1


@pytest.mark.parametrize("count", [2, 40])
def test_a_batch_costs_the_same_queries_for_two_and_for_forty(cohort, count, django_assert_num_queries):
    for number in range(count):
        waiting_student(cohort, email=f"a{number}@example.org")

    with django_assert_num_queries(9):
        run("--dry-run")


# No more of them


@pytest.fixture
def stop(ada):
    run()
    address = mail.outbox[0].extra_headers["List-Unsubscribe"].strip("<>")
    assert address in mail.outbox[0].body
    return address.removeprefix("https://pathways.example.org")


def wants(user) -> bool:
    return User.objects.get(pk=user.pk).wants_digest


def test_the_link_asks_first_so_that_scanners_of_mail_change_nothing(client, ada, stop):
    assert "Do you want no more of them?" in client.get(stop).text
    assert wants(ada)


def test_one_press_ends_them_without_a_sign_in(client, ada, stop):
    assert mail.outbox[0].extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"

    for _ in range(2):
        assert "No more weekly letters" in client.post(stop, {"List-Unsubscribe": "One-Click"}).text

    assert not wants(ada)


@pytest.mark.parametrize("token", ["x", "MQ:1abc:def", "%00", "a" * 5000])
def test_what_was_not_signed_is_not_there(client, ada, token):
    assert client.post(f"/account/letters/{token}/stop/").status_code == 404
    assert wants(ada)


def test_the_link_of_somebody_who_is_gone_is_not_there(client, ada, stop):
    User.objects.filter(pk=ada.pk).delete()

    assert client.get(stop).status_code == 404


def test_the_page_names_nobody(client, stop):
    text = client.get(stop).text

    assert "Ada" not in text
    assert "one@example.org" not in text


def test_it_is_turned_off_and_on_in_my_details(client, ada):
    client.force_login(ada)
    words = {"name": "", "email": "one@example.org", "time_zone": "Europe/London"}

    client.post("/account/details/", words)
    assert not wants(ada)
    client.post("/account/details/", words | {"wants_digest": "on"})
    assert wants(ada)
