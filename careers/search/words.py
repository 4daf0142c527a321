"""Text as the words that are looked up: small letters, no accents, singular, one spelling, and their stems."""

import re
import unicodedata
from functools import lru_cache

from careers.search.everyday import BRITISH

LONGEST = 60
WORD = re.compile(r"[^\W_]+")
VOWEL = re.compile(r"[aeiouy]")
ENDINGS = ("ment", "ical", "ing", "ion", "ist", "ed", "er", "or", "ry", "y")
KEPT = 4  # letters that an ending leaves


def words(text: str) -> list[str]:
    """The words of a text as they are looked up: nothing that an engine would read as an operator is left."""
    return [fold(word) for word in WORD.findall(text)]


def stems(text: str) -> list[str]:
    return [stem(fold(word)) for word in WORD.findall(text)]


@lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """“Counsellors” and “counselor” are one word."""
    word = singular(plain(word.casefold()[:LONGEST]))
    for british, spelling in BRITISH:
        word = british.sub(spelling, word)
    return word


def plain(word: str) -> str:
    """Without accents; other scripts keep their letters."""
    if word.isascii():
        return word
    bare = "".join(char for char in unicodedata.normalize("NFKD", word) if char.isalnum())
    return bare[:LONGEST] or word


def singular(word: str) -> str:
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("sses", "ches", "shes", "xes")) else word[:-1]


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """What “teach”, “teacher” and “teaching” share. It takes a folded word, and need not be a word itself."""
    for ending in ENDINGS:
        root = word.removesuffix(ending)
        enough = 3 if ending == "ing" else KEPT
        if root != word and len(root) >= enough and VOWEL.search(root) and not word.endswith("eer"):
            return bare(root)
    return bare(word)


def bare(root: str) -> str:
    """Without a last e, and with a last letter once: “manage”, and the “cutt” of “cutter”."""
    if root.endswith("e") and len(root) > KEPT:
        return root[:-1]
    doubled = len(root) > 3 and root[-1] == root[-2] and root[-1] not in "aeiousl"
    return root[:-1] if doubled else root
