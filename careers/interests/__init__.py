"""The finder: thirty statements, six scores, and the careers whose O*NET interests are most alike.

The formula, and what it cannot say, are in docs/interests.md.
"""
