"""What actions and previews of schools share."""

import hashlib
import json


class Refused(Exception):
    """What cannot be done; its text is a sentence for the person who asked."""


class ChangedMeanwhile(Exception):
    """What would be written is no longer what was shown."""


def digest(shown: list) -> str:
    """What a preview showed, in one word that its form carries."""
    return hashlib.sha256(json.dumps(shown).encode()).hexdigest()
