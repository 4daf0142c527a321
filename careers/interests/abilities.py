"""O*NET’s skills and knowledge in words of our own, in the groups that the page of skills shows them in."""

GROUPS: tuple[tuple[str, dict[str, str]], ...] = (
    (
        "With people",
        {
            "2.B.1.a": "Noticing how others feel",
            "2.B.1.f": "Helping people",
            "2.B.1.e": "Showing others how to do things",
            "2.A.1.b": "Listening well",
            "2.A.1.d": "Explaining things out loud",
            "2.B.1.b": "Working together",
            "2.B.1.c": "Persuading people",
            "2.B.1.d": "Settling arguments and making deals",
            "2.C.1.e": "Serving customers",
            "2.B.5.d": "Leading a team",
        },
    ),
    (
        "With words and thinking",
        {
            "2.A.1.a": "Understanding what I read",
            "2.A.1.c": "Writing",
            "2.C.7.a": "English",
            "2.C.7.b": "Another language",
            "2.A.2.a": "Spotting what is true and what is not",
            "2.A.2.b": "Learning new things fast",
            "2.A.2.c": "Knowing how to study",
            "2.B.2.i": "Solving tricky problems",
            "2.B.4.e": "Making good decisions",
        },
    ),
    (
        "With numbers and science",
        {
            "2.A.1.e": "Doing sums",
            "2.C.4.a": "Mathematics",
            "2.A.1.f": "Finding out by experiment",
            "2.C.4.d": "Biology",
            "2.C.4.c": "Chemistry",
            "2.C.4.b": "Physics",
            "2.C.5.a": "How bodies work and get well",
            "2.C.4.e": "How minds work",
            "2.C.1.c": "Money and accounts",
        },
    ),
    (
        "With tools and machines",
        {
            "2.B.3.l": "Repairing things",
            "2.B.3.k": "Finding out why something does not work",
            "2.B.3.j": "Keeping machines in good order",
            "2.B.3.h": "Driving or running machines",
            "2.B.3.d": "Putting in and setting up equipment",
            "2.C.3.d": "Building",
            "2.C.3.e": "How machines work",
            "2.C.3.b": "Engineering",
            "2.C.2.b": "Growing food or keeping animals",
        },
    ),
    (
        "With computers and design",
        {
            "2.B.3.e": "Writing programs",
            "2.C.3.a": "Computers and electronics",
            "2.C.3.c": "Technical drawing and design",
            "2.C.7.c": "Art, music, dance or drama",
            "2.C.9.b": "Films, news and social media",
        },
    ),
    (
        "Keeping things going",
        {
            "2.B.5.a": "Managing my time",
            "2.A.2.d": "Checking how well things are going",
            "2.B.3.m": "Testing whether something is good enough",
            "2.C.1.b": "Office work",
            "2.C.1.d": "Selling",
            "2.C.8.a": "Keeping people safe",
            "2.C.8.b": "Law and how government works",
            "2.C.4.g": "Places and maps",
            "2.C.7.d": "History",
        },
    ),
)
PLAIN = {key: name for _, names in GROUPS for key, name in names.items()}
