"""Content checks: what a careful editor would ask about a career, each question in one small function.

A rule reads a CareerDocument and what is known beside it, and yields what it finds; it needs no database. To add one:
write it in ``careers/checks/rules``, give it its row in ``docs/content-checks.md``, and test that it fails on a
document made to break it and only then.
"""
