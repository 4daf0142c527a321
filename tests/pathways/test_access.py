"""Who may do what: every route, for everybody, with every method. A route without a row fails, a row without one too.

A cell says what GET answers, then what POST does. HEAD answers as GET does; whatever else is asked for is refused.

in    to the sign-in page                  door  to the admin's door, which has a row of its own
go    to another page: it is done          200 403 404 405  as they stand
"""

import time

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.urls import URLResolver, get_resolver, resolve, reverse
from django.utils import timezone
from django.utils.http import urlencode
from reversion.models import Version

from accounts.digest import stop_address
from accounts.models import Hold, Membership, User
from careers.actions import delete_careers, delete_terms, save_career, save_term
from careers.models import Career, LeadsTo, MissedSearch, Status
from plans.actions import make_feed, make_link, revoke_link
from plans.document.writing import digest_of, document_of
from plans.kinds import KINDS
from plans.models import Assignment, Comment, Decision, Plan, SavedView
from tests.factories import (
    PASSWORD,
    CareerFactory,
    CareerTypeFactory,
    CategoryFactory,
    CohortFactory,
    counsellor_of,
    pack_of,
    pupil_of,
    with_role,
)

pytestmark = pytest.mark.django_db

PEOPLE = ("visitor", "student", "other", "counsellor", "editor", "administrator")
TERMS = ("category", "careertype")
TABLE = """
address                                                     visitor   student   other     couns.    editor    admin.

/                                                           200/405   200/405   200/405   200/405   200/405   200/405
/careers/                                                   200/405   200/405   200/405   200/405   200/405   200/405
/careers/suggest/                                           200/405   200/405   200/405   200/405   200/405   200/405
/careers/{career}/                                          200/405   200/405   200/405   200/405   200/405   200/405
/careers/{draft}/                                           404/405   404/405   404/405   200/405   200/405   200/405
/careers/{career}/view/                                     200/405   200/405   200/405   200/405   200/405   200/405
/careers/{draft}/view/                                      404/405   404/405   404/405   200/405   200/405   200/405
/careers/{career}/paths/                                    200/405   200/405   200/405   200/405   200/405   200/405
/careers/{draft}/paths/                                     404/405   404/405   404/405   200/405   200/405   200/405
/paths/                                                     200/405   200/405   200/405   200/405   200/405   200/405
/interests/                                                 200/405   200/405   200/405   200/405   200/405   200/405
/interests/result/                                          go/405    go/405    go/405    go/405    go/405    go/405
/subjects/                                                  200/405   200/405   200/405   200/405   200/405   200/405
/subjects/{subject}/                                        200/405   200/405   200/405   200/405   200/405   200/405
/skills/                                                    200/405   200/405   200/405   200/405   200/405   200/405
/compare/                                                   200/405   200/405   200/405   200/405   200/405   200/405
/sources/                                                   200/405   200/405   200/405   200/405   200/405   200/405
/privacy/                                                   200/405   200/405   200/405   200/405   200/405   200/405
/accessibility/                                             200/405   200/405   200/405   200/405   200/405   200/405
/style/                                                     404/405   404/405   404/405   404/405   404/405   404/405
/robots.txt                                                 200/405   200/405   200/405   200/405   200/405   200/405
/sitemap.xml                                                200/405   200/405   200/405   200/405   200/405   200/405
/healthz                                                    200/405   200/405   200/405   200/405   200/405   200/405

/account/sign-in/                                           200/go    go/go     go/go     go/go     go/go     go/go
/account/sign-in/code/                                      in/in     go/go     go/go     go/go     go/go     go/go
/account/sign-up/                                           200/go    go/go     go/go     go/go     go/go     go/go
/account/sign-out/                                          go/go     200/go    200/go    200/go    200/go    200/go
/account/closed/                                            200/405   200/405   200/405   200/405   200/405   200/405
/account/password/                                          in/in     200/go    200/go    200/go    200/go    200/go
/account/password/again/                                    in/in     200/go    200/go    200/go    200/go    200/go
/account/second-factor/                                     in/in     200/405   200/405   200/405   200/405   200/405
/account/second-factor/set-up/                              in/in     go/go     go/go     go/go     go/go     go/go
/account/second-factor/take-away/                           in/in     404/404   404/404   404/404   404/404   404/404
/account/second-factor/codes/                               in/in     404/405   404/405   404/405   404/405   404/405
/account/second-factor/codes/new/                           in/in     go/go     go/go     go/go     go/go     go/go
/account/password/new/                                      200/go    200/go    200/go    200/go    200/go    200/go
/account/password/new/sent/                                 200/405   200/405   200/405   200/405   200/405   200/405
/account/password/new/1-no-such-key/                        200/200   200/200   200/200   200/200   200/200   200/200
/account/password/new/done/                                 200/405   200/405   200/405   200/405   200/405   200/405
/account/                                                   in/in     200/405   200/405   200/405   200/405   200/405
/account/details/                                           in/in     200/go    200/go    200/go    200/go    200/go
/account/state/                                             in/in     405/go    405/go    405/go    405/go    405/go
/account/join/                                              in/in     200/200   200/go     200/go    200/go    200/go
/account/leave/                                             in/in     405/go    405/go    405/go    405/go    405/go
/account/download/                                          in/in     200/405   200/405   200/405   200/405   200/405
/account/delete/                                            in/in     200/go    200/go    200/go    200/go    200/200
/account/deleted/                                           200/405   go/405    go/405    go/405    go/405    go/405
/account/letters/{stop}/stop/                               200/200   200/200   200/200   200/200   200/200   200/200
/account/letters/no-such-token/stop/                        404/404   404/404   404/404   404/404   404/404   404/404
/account/unsaved/{typed}/                                   in/in     200/405   404/405   404/405   404/405   404/405

/plan/                                                      in/in     200/405   200/405   200/405   200/405   200/405
/plan/save/{career}/                                        go/in     200/go    200/go    200/go    200/go    200/go
/plan/save/{draft}/                                         404/404   404/404   404/404   200/go    200/go    200/go
/plan/take/{career}/                                        go/in     go/go     go/go     go/go     go/go     go/go
/plan/take/{draft}/                                         404/404   404/404   404/404   go/go     go/go     go/go
/plan/stages/                                               go/in     go/go     go/go     go/go     go/go     go/go
/plan/stages/c{target}/undo/                                in/in     405/go    405/go    405/go    405/go    405/go
/plan/rule-out/{career}/                                    in/in     200/go    200/go    200/go    200/go    200/go
/plan/rule-out/{draft}/                                     in/in     404/404   404/404   200/go    200/go    200/go
/plan/ruled-out/{ruled_out}/undo/                           in/in     405/go    405/404   405/404   405/404   405/404
/plan/careers/{target}/notes/                               in/in     200/go    404/404   404/404   404/404   404/404
/plan/careers/{target}/move/                                in/in     405/go    405/404   405/404   405/404   405/404
/plan/careers/{target}/remove/                              in/in     405/go    405/404   405/404   405/404   405/404
/plan/careers/{target}/restore/                             in/in     405/go    405/404   405/404   405/404   405/404
/plan/careers/{target}/erase/                               in/in     405/go    405/404   405/404   405/404   405/404
/plan/steps/new/                                            in/in     200/go    200/go    200/go    200/go    200/go
/plan/steps/{step}/edit/                                    in/in     200/go    404/404   404/404   404/404   404/404
/plan/steps/{step}/done/                                    in/in     405/go    405/404   405/404   405/404   405/404
/plan/steps/{step}/move/                                    in/in     405/go    405/404   405/404   405/404   405/404
/plan/steps/{step}/remove/                                  in/in     405/go    405/404   405/404   405/404   405/404
/plan/steps/{step}/restore/                                 in/in     405/go    405/404   405/404   405/404   405/404
/plan/steps/{step}/erase/                                   in/in     405/go    405/404   405/404   405/404   405/404

/plan/take-along/                                           in/in     200/405   200/405   200/405   200/405   200/405
/plan/take-along/plan.json                                  in/in     200/405   200/405   200/405   200/405   200/405
/plan/take-along/plan.html                                  in/in     200/405   200/405   200/405   200/405   200/405
/plan/take-along/plan.pdf                                   in/in     200/405   200/405   200/405   200/405   200/405
/plan/take-along/plan.ics                                   in/in     200/405   200/405   200/405   200/405   200/405
/plan/print/                                                in/in     200/405   200/405   200/405   200/405   200/405
/plan/bring/                                                in/in     200/go    200/go    200/go    200/go    200/go
/plan/calendar/                                             in/in     405/go    405/go    405/go    405/go    405/go
/plan/calendar/{feed}.ics                                   200/405   200/405   200/405   200/405   200/405   200/405
/plan/calendar/no-such-secret.ics                           404/405   404/405   404/405   404/405   404/405   404/405
/plan/links/                                                in/in     200/200   200/200   200/200   200/200   200/200
/plan/links/{link}/revoke/                                  in/in     405/go    405/404   405/404   405/404   405/404
/plan/looked/                                               in/in     200/405   200/405   200/405   200/405   200/405
/shared/{secret}/                                           200/go    200/go    200/go    200/go    200/go    200/go
/shared/{revoked}/                                          404/404   404/404   404/404   404/404   404/404   404/404
/shared/no-such-secret/                                     404/404   404/404   404/404   404/404   404/404   404/404

/plan/goals/                                                in/in     200/go    200/go    200/go    200/go    200/go
/plan/timeline/                                             in/in     200/405   200/405   200/405   200/405   200/405
/plan/needs/                                                in/in     200/405   200/405   200/405   200/405   200/405
/plan/send/                                                 in/in     405/go    405/go    405/go    405/go    405/go
/plan/take-back/                                            in/in     405/go    405/go    405/go    405/go    405/go
/plan/confirm/                                              in/in     405/go    405/go    405/go    405/go    405/go
/plan/say/                                                  in/in     200/go    404/404   404/404   404/404   404/404
/plan/say/{goal_token}/                                     in/in     200/go    404/404   404/404   404/404   404/404
/plan/said/{comment}/settle/                                in/in     405/go    405/404   405/404   405/404   405/404
/plan/files/{file}/                                         in/in     200/405   404/405   404/405   404/405   404/405
/plan/files/{file}/remove/                                  in/in     405/go    405/404   405/404   405/404   405/404
/plan/files/{file}/restore/                                 in/in     405/go    405/404   405/404   405/404   405/404
/plan/files/{file}/erase/                                   in/in     405/go    405/404   405/404   405/404   405/404
/plan/drafts/                                               in/in     405/204   405/204   405/204   405/204   405/204
/plan/drafts/{unsaved}/erase/                               in/in     405/go    405/404   405/404   405/404   405/404
/plan/goal/new/                                             in/in     200/go    200/go    200/go    200/go    200/go
/plan/goal/{goal}/edit/                                     in/in     200/go    404/404   404/404   404/404   404/404
/plan/course/{course}/edit/                                 in/in     200/go    404/404   404/404   404/404   404/404
/plan/experience/{experience}/edit/                         in/in     200/go    404/404   404/404   404/404   404/404
/plan/skill/{skill}/edit/                                   in/in     200/go    404/404   404/404   404/404   404/404
/plan/activity/{activity}/edit/                             in/in     200/go    404/404   404/404   404/404   404/404
/plan/application/{application}/edit/                       in/in     200/go    404/404   404/404   404/404   404/404
/plan/goal/{goal}/move/                                     in/in     405/go    405/404   405/404   405/404   405/404
/plan/goal/{goal}/remove/                                   in/in     405/go    405/404   405/404   405/404   405/404
/plan/goal/{goal}/restore/                                  in/in     405/go    405/404   405/404   405/404   405/404
/plan/goal/{goal}/erase/                                    in/in     405/go    405/404   405/404   405/404   405/404

/desk/                                                      in/in     404/405   404/405   404/405   404/405   404/405
/desk/needs/                                                in/in     404/405   404/405   404/405   404/405   404/405
/desk/views/                                                in/in     405/404   405/404   405/404   405/404   405/404
/desk/views/{view}/remove/                                  in/in     405/404   405/404   405/404   405/404   405/404
/desk/remind/                                               in/in     404/404   404/404   404/404   404/404   404/404
/desk/assign/                                               in/in     404/404   404/404   404/404   404/404   404/404
/desk/given/                                                in/in     404/405   404/405   404/405   404/405   404/405
/desk/given/{assignment}/withdraw/                          in/in     405/404   405/404   405/404   405/404   405/404
/desk/review/                                               in/in     404/405   404/405   404/405   404/405   404/405
/desk/students/{student}/                                   in/in     404/405   404/405   404/405   404/405   404/405
/desk/reports/                                              in/in     404/405   404/405   404/405   404/405   404/405
/desk/reports/missing/                                      in/in     404/405   404/405   404/405   404/405   404/405
/desk/reports/missing.csv                                   in/in     404/405   404/405   404/405   404/405   404/405
/desk/reports/missing.xlsx                                  in/in     404/405   404/405   404/405   404/405   404/405
/desk/plans/{plan}/                                         in/in     404/405   404/405   404/405   404/405   404/405
/desk/plans/{plan}/review/                                  in/in     404/404   404/404   404/404   404/404   404/404
/desk/plans/{plan}/comment/                                 in/in     404/404   404/404   404/404   404/404   404/404
/desk/plans/{plan}/comments/{said}/settle/                  in/in     405/404   405/404   405/404   405/404   405/404
/desk/plans/{plan}/note/                                    in/in     404/404   404/404   404/404   404/404   404/404
/desk/plans/{plan}/given/{assignment}/exempt/               in/in     404/404   404/404   404/404   404/404   404/404
/desk/plans/{plan}/asked/{requirement}/exempt/              in/in     404/404   404/404   404/404   404/404   404/404
/desk/plans/{plan}/exemptions/{exemption}/end/              in/in     405/404   405/404   405/404   405/404   405/404
/desk/copies/{copy}/                                        in/in     404/405   404/405   404/405   404/405   404/405
/desk/requirements/schools/{asking}/                        in/in     404/405   404/405   404/405   404/405   404/405
/desk/requirements/schools/{asking}/new/                    in/in     404/404   404/404   404/404   404/404   404/404
/desk/requirements/{pack}/                                  in/in     404/405   404/405   404/405   404/405   404/405
/desk/requirements/{pack}/edit/                             in/in     404/404   404/404   404/404   404/404   404/404
/desk/requirements/{pack}/use/                              in/in     405/404   405/404   405/404   405/404   405/404
/desk/requirements/{pack}/delete/                           in/in     404/404   404/404   404/404   404/404   404/404
/desk/requirements/{pack}/new/                              in/in     404/404   404/404   404/404   404/404   404/404
/desk/requirements/rows/{requirement}/edit/                 in/in     404/404   404/404   404/404   404/404   404/404
/desk/requirements/rows/{requirement}/move/                 in/in     405/404   405/404   405/404   405/404   405/404
/desk/requirements/rows/{requirement}/remove/               in/in     404/404   404/404   404/404   404/404   404/404

/plan/copies/{copy}/                                        in/in     200/405   404/405   404/405   404/405   404/405

/schools/                                                   in/in     404/405   404/405   404/405   404/405   404/405
/schools/{school}/                                          in/in     404/405   404/405   404/405   404/405   404/405
/schools/{school}/groups/new/                               in/in     404/404   404/404   404/404   404/404   404/404
/schools/{school}/posts/new/                                in/in     404/404   404/404   404/404   404/404   404/404
/schools/{school}/year/                                     in/in     404/404   404/404   404/404   404/404   404/404
/schools/posts/{post}/end/                                  in/in     405/404   405/404   405/404   405/404   405/404
/schools/accounts/{pupil}/reopen/                           in/in     405/404   405/404   405/404   405/404   405/404
/schools/groups/{group}/                                    in/in     404/405   404/405   404/405   404/405   404/405
/schools/groups/{group}/edit/                               in/in     404/404   404/404   404/404   404/404   404/404
/schools/groups/{group}/close/                              in/in     404/404   404/404   404/404   404/404   404/404
/schools/groups/{group}/code/                               in/in     405/404   405/404   405/404   405/404   405/404
/schools/groups/{group}/code/slip/                          in/in     404/405   404/405   404/405   404/405   404/405
/schools/groups/{group}/students/                           in/in     405/404   405/404   405/404   405/404   405/404
/schools/groups/{group}/students/new/                       in/in     404/404   404/404   404/404   404/404   404/404
/schools/groups/{group}/students/list/                      in/in     404/404   404/404   404/404   404/404   404/404
/schools/groups/{group}/students/list/key/                  in/in     404/404   404/404   404/404   404/404   404/404
/schools/groups/{group}/slips/key/                          in/in     404/405   404/405   404/405   404/405   404/405
/join/{code}/                                               in/in     go/405    go/405    go/405    go/405    go/405

/admin/login/                                               in/in     403/403   403/403   go/go     go/go     go/go
/admin/                                                     in/in     door/door door/door 200/200   200/200   200/200
/admin/logout/                                              in/in     go/go     go/go     405/go    405/go    405/go
/admin/password_change/                                     in/in     door/door door/door go/go     go/go     go/go
/admin/password_change/done/                                in/in     door/door door/door 200/405   200/405   200/405
/admin/autocomplete/                                        in/in     door/door door/door 403/405   403/405   403/405
/admin/jsi18n/                                              in/in     door/door door/door 200/405   200/405   200/405
/admin/r/{kind}/{career_pk}/                                in/in     door/door door/door go/go     go/go     go/go
/admin/no-such-page/                                        in/in     door/door door/door 404/404   404/404   404/404
/admin/careers/                                             in/in     door/door door/door 200/200   200/200   200/200
/admin/accounts/                                            in/in     door/door door/door 404/404   404/404   200/200

/admin/accounts/user/                                       in/in     door/door door/door 403/403   403/403   200/go
/admin/accounts/user/add/                                   in/in     door/door door/door 403/403   403/403   200/go
/admin/accounts/user/{other}/                               in/in     door/door door/door go/go     go/go     go/go
/admin/accounts/user/{other}/change/                        in/in     door/door door/door 403/403   403/403   200/go
/admin/accounts/user/{other}/history/                       in/in     door/door door/door 403/403   403/403   200/200
/admin/accounts/user/{other}/delete/                        in/in     door/door door/door 403/403   403/403   200/go
/admin/accounts/user/{other}/one-time-password/             in/in     door/door door/door 403/403   403/403   200/go
/admin/accounts/user/{other}/one-time-password/key/         in/in     door/door door/door 403/405   403/405   200/405

/admin/accounts/school/                                     in/in     door/door door/door 403/403   403/403   200/200
/admin/accounts/school/add/                                 in/in     door/door door/door 403/403   403/403   200/go
/admin/accounts/school/{school}/                            in/in     door/door door/door go/go     go/go     go/go
/admin/accounts/school/{school}/change/                     in/in     door/door door/door 403/403   403/403   200/go
/admin/accounts/school/{school}/history/                    in/in     door/door door/door 403/403   403/403   200/200
/admin/accounts/school/{school}/delete/                     in/in     door/door door/door 403/403   403/403   403/403
/admin/accounts/post/                                       in/in     door/door door/door 403/403   403/403   200/go
/admin/accounts/post/add/                                   in/in     door/door door/door 403/403   403/403   200/go
/admin/accounts/post/{post}/                                in/in     door/door door/door go/go     go/go     go/go
/admin/accounts/post/{post}/change/                         in/in     door/door door/door 403/403   403/403   200/403
/admin/accounts/post/{post}/history/                        in/in     door/door door/door 403/403   403/403   200/200
/admin/accounts/post/{post}/delete/                         in/in     door/door door/door 403/403   403/403   403/403
/admin/accounts/hold/                                       in/in     door/door door/door 403/403   403/403   200/go
/admin/accounts/hold/add/                                   in/in     door/door door/door 403/403   403/403   200/go
/admin/accounts/hold/{hold}/                                in/in     door/door door/door go/go     go/go     go/go
/admin/accounts/hold/{hold}/change/                         in/in     door/door door/door 403/403   403/403   200/403
/admin/accounts/hold/{hold}/history/                        in/in     door/door door/door 403/403   403/403   200/200
/admin/accounts/hold/{hold}/delete/                         in/in     door/door door/door 403/403   403/403   403/403

/admin/careers/finding/                                     in/in     door/door door/door 200/200   200/200   200/200
/admin/careers/missedsearch/                                in/in     door/door door/door 200/go    200/go    200/go
/admin/careers/missedsearch/{missed}/change/                in/in     door/door door/door 200/go    200/go    200/go

/admin/careers/career/                                      in/in     door/door door/door 200/go    200/go    200/go
/admin/careers/career/add/                                  in/in     door/door door/door 200/go    200/go    200/go
/admin/careers/career/preview/                              in/in     door/door door/door 405/200   405/200   405/200
/admin/careers/career/recover/                              in/in     door/door door/door 200/200   200/200   200/200
/admin/careers/career/recover/{career_gone}/                in/in     door/door door/door 200/go    200/go    200/go
/admin/careers/career/{career_pk}/                          in/in     door/door door/door go/go     go/go     go/go
/admin/careers/career/{career_pk}/change/                   in/in     door/door door/door 200/go    200/go    200/go
/admin/careers/career/{career_pk}/history/                  in/in     door/door door/door 200/200   200/200   200/200
/admin/careers/career/{career_pk}/history/{career_version}/ in/in     door/door door/door 200/go    200/go    200/go
/admin/careers/career/{career_pk}/delete/                   in/in     door/door door/door 403/403   200/go    200/go

/admin/careers/TERM/                                        in/in     door/door door/door 403/403   200/go    200/go
/admin/careers/TERM/add/                                    in/in     door/door door/door 403/403   200/go    200/go
/admin/careers/TERM/recover/                                in/in     door/door door/door 403/403   200/200   200/200
/admin/careers/TERM/recover/{TERM_gone}/                    in/in     door/door door/door 403/403   200/go    200/go
/admin/careers/TERM/{TERM}/                                 in/in     door/door door/door go/go     go/go     go/go
/admin/careers/TERM/{TERM}/change/                          in/in     door/door door/door 403/403   200/go    200/go
/admin/careers/TERM/{TERM}/history/                         in/in     door/door door/door 403/403   200/200   200/200
/admin/careers/TERM/{TERM}/history/{TERM_version}/          in/in     door/door door/door 403/403   200/go    200/go
/admin/careers/TERM/{TERM}/delete/                          in/in     door/door door/door 403/403   200/go    200/go
"""
ROWS = {
    address: dict(zip(PEOPLE, cells, strict=True))
    for line in TABLE.strip().splitlines()[1:]
    for term in (TERMS if "TERM" in line else ("",))
    if line
    for address, *cells in [line.replace("TERM", term).split()]
}
CAREER = {"title": "Archivists", "category": "{category}", "kind": "full", "status": "draft", "seen": "{seen}"}
TERM = {"name": "Others", "description": "All others.", "position": "9", "hue": "30", "icon": "compass"}
SENT = {
    "/account/sign-in/": {"login": "student", "password": PASSWORD},
    "/account/sign-up/": {"username": "somebody", "password1": "plum orbit lantern"},
    "/account/password/": {"oldpassword": PASSWORD, "password1": "plum orbit lantern"},
    "/account/password/new/": {"email": "somebody@example.org"},
    "/account/details/": {"name": "Sam", "time_zone": "Europe/Dublin"},
    "/account/state/": {"state": "WA", "next": "/careers/"},
    "/account/delete/": {"password": PASSWORD},
    "/account/password/again/": {"password": PASSWORD},
    "/account/join/": {"join_code": "{code}"},
    "/admin/accounts/school/add/": {"name": "Lakeside", "keep_days": "30", "digest_day": "0"},
    "/admin/accounts/school/{school}/change/": {"name": "Lakeside", "keep_days": "30", "digest_day": "0"},
    "/admin/accounts/post/": {"action": "end", "_selected_action": "{post}"},
    "/admin/accounts/post/add/": {"username": "other", "school": "{school}"},
    "/admin/accounts/hold/": {"action": "lift", "_selected_action": "{hold}"},
    "/admin/accounts/hold/add/": {"username": "other", "reason": "A request."},
    "/plan/take/{career}/": {"item": "get-started/{item}"},
    "/plan/stages/": {"way": "{career},nurses"},
    "/plan/rule-out/{career}/": {"reason": "Too much time indoors."},
    "/plan/rule-out/{draft}/": {"reason": "Too much time indoors."},
    "/plan/careers/{target}/notes/": {"notes": "Ask Ada.", "version": "0"},
    "/plan/careers/{target}/move/": {"way": "up"},
    "/plan/bring/": {"do": "leave"},
    "/plan/links/": {"name": "Grandma", "parts": "goals", "ends_on": str(timezone.localdate())},
    "/shared/{secret}/": {"name": "Grandma"},
    "/plan/steps/new/": {"text": "Ask Ada."},
    "/plan/steps/{step}/edit/": {"text": "Ask Ada.", "version": "0"},
    "/plan/steps/{step}/move/": {"way": "up"},
    "/plan/goals/": {"after_school": "College.", "version": "0"},
    "/plan/say/": {"text": "Can we talk?"},
    "/plan/say/{goal_token}/": {"text": "Can we talk?"},
    "/plan/drafts/": {"form": "/plan/goals/", "fields": "{{}}"},
    "/plan/goal/new/": {"text": "Speak Spanish.", "kind": "skill", "state": "started"},
    "/plan/goal/{goal}/edit/": {"text": "Speak Spanish.", "kind": "skill", "state": "started", "version": "0"},
    "/plan/course/{course}/edit/": {"name": "Spanish II", "year": "10", "state": "taking", "version": "0"},
    "/plan/experience/{experience}/edit/": {"title": "Shelving", "kind": "visit", "version": "0"},
    "/plan/skill/{skill}/edit/": {"name": "Juggling", "state": "have", "version": "0"},
    "/plan/activity/{activity}/edit/": {"name": "Choir", "kind": "activity", "version": "0"},
    "/plan/application/{application}/edit/": {"to": "College", "kind": "study", "state": "sent", "version": "0"},
    "/plan/goal/{goal}/move/": {"way": "up"},
    "/admin/accounts/user/": {"action": "delete_selected", "_selected_action": "{other}", "post": "yes"},
    "/admin/accounts/user/add/": {"username": "somebody", "time_zone": "Europe/Dublin"},
    "/admin/accounts/user/{other}/change/": {"username": "other", "time_zone": "Europe/Dublin", "roles": "student"},
    "/admin/careers/missedsearch/": {"action": "dismiss", "_selected_action": "{missed}"},
    "/admin/careers/missedsearch/{missed}/change/": {"title": "Zoo keeping", "career": "{career_pk}"},
    "/admin/careers/career/": {"action": "unpublish", "_selected_action": "{career_pk}"},
    "/admin/careers/career/add/": CAREER,
    "/admin/careers/career/{career_pk}/change/": CAREER,
    "/admin/careers/career/recover/{career_gone}/": CAREER | {"seen": "{gone_seen}"},
    "/admin/careers/career/{career_pk}/history/{career_version}/": CAREER,
    "/admin/careers/career/preview/": {"only": "overview", "section_overview": "Words."},
}
for term in TERMS:
    SENT |= {
        f"/admin/careers/{term}/": {"action": "delete_selected", "_selected_action": f"{{{term}}}", "post": "yes"},
        f"/admin/careers/{term}/add/": TERM,
        f"/admin/careers/{term}/recover/{{{term}_gone}}/": TERM,
        f"/admin/careers/{term}/{{{term}}}/change/": TERM,
        f"/admin/careers/{term}/{{{term}}}/history/{{{term}_version}}/": TERM,
    }
SENT |= {row: {"post": "yes"} for row in ROWS if row.startswith("/admin/") and row.endswith("/delete/")}
WORDS = {"course": {"year": 10}}
REDIRECTS = {"in": "account_login", "door": "admin:login"}
FORM = "application/x-www-form-urlencoded"
# The signature in the address stands for the token of a form: mail programs post there.
SIGNED = {row for row in ROWS if row.startswith("/account/letters/")}
OTHER_METHODS = ("PUT", "PATCH", "DELETE", "OPTIONS", "NONSENSE")


@pytest.fixture
def clients(db):
    call_command("setup_roles", verbosity=0)
    roles = {"student": "student", "other": "student"} | {name: name for name in PEOPLE[3:]}
    people = {"visitor": None} | {name: with_role(role, username=name) for name, role in roles.items()}
    return {name: signed_in(person) for name, person in people.items()}


def signed_in(person, **kwargs) -> Client:
    client = Client(**kwargs)
    client.person = person
    if person:
        client.force_login(person)
    return client


@pytest.fixture
def values(clients):
    """What stands in the places of addresses: objects of the student, and content."""
    student = clients["student"].person
    return content() | school_of_others() | plan_of(student) | desk_of(student) | {
        "typed": typed_by(clients["student"]),
        "stop": stop_address(student).split("/")[-3],
        "other": clients["other"].person.pk,
    }  # fmt: skip


def school_of_others() -> dict:
    """A school to which none of them has any relation; whoever has one has a column in test_access_schools.py."""
    cohort = CohortFactory()
    pupil = pupil_of(cohort)
    post = counsellor_of(cohort).posts.get()
    hold = Hold.objects.create(user=pupil, reason="A request.")
    return {
        "school": cohort.school_id, "group": cohort.pk, "code": cohort.code, "pupil": pupil.pk, "post": post.pk,
        "hold": hold.pk,
    }  # fmt: skip


def plan_of(student) -> dict:
    career = CareerFactory(title="Nurses")
    plan = Plan.objects.create(user=student)
    target = plan.targets.create(career=career, title=career.title)
    ruled_out = plan.ruled_out.create(career=career, title=career.title, reason="Too many nights.")
    step = plan.steps.create(text="Visit a ward.", target=target)
    named = {"target": target.pk, "step": step.pk, "ruled_out": ruled_out.pk}
    return named | shared_of(student) | rows_of(plan) | around(plan, step)


def shared_of(student) -> dict:
    """A calendar address, and a link with its secret beside one that was taken back."""
    words = {"user": student, "name": "Grandma", "parts": ["goals"], "ends_on": timezone.localdate()}
    link, secret = make_link(token="a", for_family=True, **words)
    gone, revoked = make_link(token="b", for_family=True, **words)
    revoke_link(link=gone)
    return {"feed": make_feed(user=student).feed, "link": link.pk, "secret": secret, "revoked": revoked}


def desk_of(student) -> dict:
    """What a counsellor has about the student."""
    cohort = CohortFactory()
    Membership.objects.create(cohort=cohort, user=student)
    counsellor, plan = counsellor_of(cohort), student.plan
    given = Assignment.objects.create(cohort=cohort, text="Send the FAFSA.")
    said = Comment.objects.create(plan=plan, by_staff=True, author_name="Casey", text="Which ward?")
    pack = pack_of(cohort.school, ("skills", 2))
    frozen = {"document": document_of(plan), "digest": digest_of(document_of(plan))}
    return {
        "plan": plan.pk,
        "student": student.pk,
        "view": SavedView.objects.create(user=counsellor, name="Mine").pk,
        "assignment": given.pk,
        "asking": cohort.school_id,
        "pack": pack.pk,
        "requirement": pack.requirements.get().pk,
        "said": said.pk,
        "exemption": plan.exemptions.create(assignment=given, reason="New here.").pk,
        "copy": plan.reviews.create(revision=1, decision=Decision.APPROVED, by_name="Casey", **frozen).pk,
    }


def rows_of(plan) -> dict:
    """One row of each kind that students write."""
    rows = {
        key: kind.model.objects.create(plan=plan, **{kind.form._meta.fields[0]: "Words."} | WORDS.get(key, {}))
        for key, kind in KINDS.items()
    }
    return {key: row.pk for key, row in rows.items()} | {"goal_token": rows["goal"].token}


def around(plan, step) -> dict:
    """What stands around a plan: a file, a remark, a form that was not sent."""
    words = {"name": "a.txt", "kind": "text/plain", "size": 1, "digest": "a", "content": b"a"}
    return {
        "file": step.files.create(plan=plan, **words).pk,
        "comment": plan.comments.create(author_name="Casey", by_staff=True, text="Which day?").pk,
        "unsaved": plan.user.drafts.create(form="/plan/goals/", fields={"in_work": "Books."}).pk,
    }


def typed_by(client) -> str:
    """What the student typed in a form that could not be saved, kept in their session."""
    session = client.session
    session["typed"] = {"a-key": {"at": time.time(), "action": "/plan/steps/new/", "fields": [["text", "Ask Ada."]]}}
    session.save()
    return "a-key"


def content() -> dict:
    career, draft = (
        CareerFactory(title="Librarians", subjects=["English"]),
        CareerFactory(title="Curators", status=Status.DRAFT),
    )
    save_career(career=career, texts={"get-started": "- Ask a librarian."})
    LeadsTo.objects.create(career=career, to_slug="nurses")
    gone = CareerFactory(title="Lamplighters")
    delete_careers(careers=[gone])
    deleted = Version.objects.get_deleted(Career)[0]
    return {
        "career": career.slug,
        "draft": draft.slug,
        "subject": "english",
        "career_pk": career.pk,
        "kind": ContentType.objects.get_for_model(career).pk,
        "item": career.sections.get().items[0]["key"],
        "seen": career.changed_at.isoformat(),
        "career_version": Version.objects.get_for_object(career)[0].pk,
        "career_gone": deleted.pk,
        "missed": missed_search(),
        "gone_seen": deleted.field_dict["changed_at"].isoformat(),
        **values_of_term("category", CategoryFactory),
        **values_of_term("careertype", CareerTypeFactory),
    }


def missed_search() -> int:
    return MissedSearch.objects.create(digest="1", words="zoo keeping", count=3, last_on="2026-11-22").pk


def values_of_term(name, factory) -> dict:
    standing, gone = factory(), factory()
    save_term(term=standing)
    delete_terms(terms=[gone])
    return {
        name: standing.pk,
        f"{name}_version": Version.objects.get_for_object(standing)[0].pk,
        f"{name}_gone": Version.objects.get_deleted(type(standing))[0].pk,
    }


def walk(resolver, before="") -> list[str]:
    routes = []
    for pattern in resolver.url_patterns:
        route = before + str(pattern.pattern).removeprefix("^")
        routes += walk(pattern, route) if isinstance(pattern, URLResolver) else [route]
    return routes


def test_every_route_has_a_row_and_every_row_a_route(values):
    covered = {resolve(row.format(**values)).route for row in ROWS}

    assert covered == set(walk(get_resolver()))


def cell(response) -> str:
    if response.status_code != 302:
        return str(response.status_code)
    return next((word for word, name in REDIRECTS.items() if response.url.startswith(reverse(name))), "go")


def asked(client, method, address, sent=()) -> str:
    """What one request is answered; whatever it did is undone."""
    cache.clear()  # what limits guessing is counted there
    with transaction.atomic():
        answer = cell(client.generic(method, address, urlencode(dict(sent)), FORM))
        transaction.set_rollback(True)
    return answer


@pytest.mark.parametrize("row", ROWS)
def test_everybody_gets_what_the_table_says(row, clients, values):
    address = row.format(**values)
    sent = {name: value.format(**values) for name, value in SENT.get(row, {}).items()}

    heads = {name: asked(client, "HEAD", address) for name, client in clients.items()}
    gets = {name: asked(client, "GET", address) for name, client in clients.items()}
    posts = {name: asked(client, "POST", address, sent) for name, client in clients.items()}
    others = {asked(clients["visitor"], method, address) for method in OTHER_METHODS}

    assert {name: f"{gets[name]}/{posts[name]}" for name in PEOPLE} == ROWS[row]
    assert heads == gets
    assert others == {"405"}


@pytest.mark.parametrize("row", [row for row in ROWS if row not in SIGNED])
def test_nothing_is_done_without_the_token_of_a_form(row, values):
    """Whoever is the administrator elsewhere does nothing here by being led to a stranger's page."""
    strict = signed_in(User.objects.get(username="administrator"), enforce_csrf_checks=True)

    assert asked(strict, "POST", row.format(**values)) in {"403", "405"}
