"""Who people are, to which school and cohort they belong, and who looks after whom."""

from accounts.models.schools import Cohort, Hold, Membership, Post, School
from accounts.models.user import User, default_time_zone

__all__ = ["Cohort", "Hold", "Membership", "Post", "School", "User", "default_time_zone"]
