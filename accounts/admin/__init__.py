"""What administrators look after: accounts, schools, who is in post at them, and which data must be kept."""

from accounts.admin import people, schools

__all__ = ["people", "schools"]
