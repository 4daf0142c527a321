"""How one-time passwords are kept: a class of four hundred gets theirs in one press, not in minutes.

What people choose themselves is stretched a million times, because it can be guessed. What we make up holds 35 bits
and lasts for a week, so it is keyed with the site's own secret instead: whoever has a copy of the database alone cannot
try a single guess, and whoever has the secret too can sign in as anybody without one. At the first sign-in Django
replaces it by the stretched kind.
"""

from django.contrib.auth.hashers import BasePasswordHasher, mask_hash
from django.utils.crypto import constant_time_compare, salted_hmac


class OneTimeHasher(BasePasswordHasher):
    algorithm = "onetime"

    def encode(self, password, salt):
        self._check_encode_args(password, salt)
        digest = salted_hmac(f"accounts.onetime.{salt}", password, algorithm="sha256").hexdigest()
        return f"{self.algorithm}${salt}${digest}"

    def decode(self, encoded):
        algorithm, salt, digest = encoded.split("$", 2)
        return {"algorithm": algorithm, "salt": salt, "hash": digest}

    def verify(self, password, encoded):
        return constant_time_compare(encoded, self.encode(password, self.decode(encoded)["salt"]))

    def safe_summary(self, encoded):
        decoded = self.decode(encoded)
        return {"algorithm": decoded["algorithm"], "hash": mask_hash(decoded["hash"])}

    def harden_runtime(self, password, encoded):
        """There is nothing to make slower."""
