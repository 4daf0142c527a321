"""The 26 texts of a generated career: a few variants of each made and rendered once, then filled for each career."""

from functools import cache
from random import Random

from careers import markdown
from careers.models.career import name_key
from careers.sections import TEXTS, Kind
from tests.bench import words

VARIANTS = 12
WORDS = 2500 // len(TEXTS)
NEIGHBOURS = ("Qfirstname", "Qsecondname", "Qthirdname", "Qfourthname", "Qfifthname")
PLACES = {"career": "Qcareer", "place": "Qplace", "tool": "Qtool", "number": "Qnumber"}


@cache
def block(key: str, variant: int) -> tuple[str, str, list[dict]]:
    """Text, HTML and items of a section, with places left that ``fill`` fills."""
    entry = next(entry for entry in TEXTS if entry.key == key)
    text = written(entry.kind, Random(f"{key} {variant}"))
    rendered = markdown.render(text, entry)
    return text, rendered.html, [item.as_json() for item in rendered.items]


def fill(key: str, variant: int, filling: dict[str, str]) -> tuple[str, str, list[dict]]:
    text, html, items = block(key, variant)
    return (
        filled(text, filling),
        filled(html, filling),
        [{name: filled(value, filling) for name, value in item.items()} for item in items],
    )


def filled(text: str, filling: dict[str, str]) -> str:
    for place, value in filling.items():
        text = text.replace(place, value)
    return text


def filling(random: Random, title: str, neighbours: list[str]) -> dict[str, str]:
    """What stands in a career's places; a neighbour's key stands in its link."""
    values = {
        "Qcareer": title,
        "Qplace": f"the {random.choice(words.PLACES)} in {random.choice(words.FIELDS)} street",
        "Qtool": f"{random.choice(words.FIELDS)} {random.choice(words.TOOLS)}",
        "Qnumber": str(random.randint(11, 60)),
    }
    for place, neighbour in zip(NEIGHBOURS, neighbours, strict=True):
        values |= {place: neighbour, name_key(place): name_key(neighbour)}
    return values


def written(kind: Kind, random: Random) -> str:
    if kind is Kind.PROSE:
        return paragraphs(random)
    if kind is Kind.PAIRS:
        return "\n\n".join(
            f"**Misconception:** {sentence(random)}\n\n**Reality:** {sentence(random)}" for _ in range(2)
        )
    leads = NEIGHBOURS if kind is Kind.CAREERS else [lead(random) for _ in range(4)]
    return "\n".join(f"{number}. **{words_}.** {sentence(random)}" for number, words_ in enumerate(leads, 1))


def paragraphs(random: Random) -> str:
    parts, count = [], 0
    while count < WORDS - 8:
        parts.append(sentence(random))
        count += len(parts[-1].split())
    return " ".join(parts[:2]) + "\n\n**" + lead(random) + ".** " + " ".join(parts[2:])


def sentence(random: Random) -> str:
    return capital(random.choice(words.SENTENCES).format(**chosen(random)))


def lead(random: Random) -> str:
    return capital(random.choice(words.LEADS).format(**chosen(random)))


def capital(text: str) -> str:
    return text[0].upper() + text[1:]


def chosen(random: Random) -> dict[str, str]:
    (verb, verb2), (people, people2) = random.sample(words.VERBS, 2), random.sample(words.PEOPLE, 2)
    return PLACES | {
        "verb": verb,
        "verb2": verb2,
        "people": people,
        "people2": people2,
        "things": random.choice(words.THINGS),
        "place2": random.choice(words.PLACES),
        "award": random.choice(words.AWARDS),
    }
