"""What the finder asks: thirty things to do, five for each of the six kinds of interest, in our own words.

Addresses hold one digit for each statement in this order: to change the order would change what shared addresses say.
"""

from dataclasses import dataclass

LETTERS = "RIASEC"
ANSWERS = {1: "No way", 2: "Rather not", 3: "Not sure", 4: "I’d like it", 5: "Love it"}
PAGE = 6  # statements on a page: one of each letter


@dataclass(frozen=True)
class Statement:
    number: int
    letter: str
    words: str


STATEMENTS = tuple(
    Statement(number, letter, words)
    for number, (letter, words) in enumerate(
        (
            ("R", "Repair a bike that somebody gave up on"),
            ("S", "Teach a younger child to swim or to read"),
            ("I", "Find out why some plants grow and others die"),
            ("E", "Run a stall at the school fair and sell out"),
            ("A", "Draw a comic or design a poster"),
            ("C", "Keep the list of who paid for the class trip"),
            ("I", "Work out how a magic trick is done"),
            ("A", "Write a song, a story or a play"),
            ("C", "Sort a big box of old photos by year and place"),
            ("R", "Build a shelf or a rabbit hutch from wood"),
            ("E", "Talk a group into trying your idea"),
            ("S", "Sit with a friend who has had a bad day"),
            ("E", "Lead a team in a game or a project"),
            ("C", "Check a page of numbers until they all add up"),
            ("S", "Help somebody new to find their way around school"),
            ("A", "Act, dance or play music in front of people"),
            ("R", "Look after the animals on a farm for a day"),
            ("I", "Look at pond water through a microscope"),
            ("A", "Take photos until one is just right"),
            ("R", "Take an old radio apart and put it together again"),
            ("I", "Solve a puzzle that takes all afternoon"),
            ("C", "Make a timetable that everybody can follow"),
            ("S", "Help out at a home for older people"),
            ("E", "Start a small business, such as washing cars"),
            ("C", "Enter results into a spreadsheet without a mistake"),
            ("E", "Stand for class president and make a speech"),
            ("R", "Put up a tent and cook outdoors"),
            ("S", "Settle a quarrel between two friends"),
            ("A", "Change an old jacket into something new"),
            ("I", "Read about how the brain or the stars work"),
        )
    )
)
PAGES = len(STATEMENTS) // PAGE


def on_page(page: int) -> tuple[Statement, ...]:
    """The statements of a page, counted from 1."""
    return STATEMENTS[(page - 1) * PAGE : page * PAGE]
