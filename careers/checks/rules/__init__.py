"""The rules, a module a topic; importing them registers them."""

from careers.checks.rules import basics, education, figures, language, lengths, others, pay, remote, types

__all__ = ["basics", "education", "figures", "language", "lengths", "others", "pay", "remote", "types"]
