"""Small O*NET releases in both layouts, as folders and zips."""

import zipfile

CHIEF, SMITH = "11-1011.00", "51-4121.00"
CODE = "O*NET-SOC Code"
ELEMENT = [CODE, "Element ID", "Element Name", "Scale ID"]
SAMPLE = ["Data Value", "N", "Standard Error", "Recommend Suppress"]
WHEN = ["Date", "Domain Source"]
ANALYST = ["08/2023", "Analyst"]

OCCUPATIONS = [
    [CODE, "Title", "Description"],
    [CHIEF, "Chief Executives", 'Lead a company, the "C-suite".'],
    [SMITH, "Welders", "Join metal."],
]
ZONES = [[CODE, "Job Zone", *WHEN], [CHIEF, "5", *ANALYST], [SMITH, "2", *ANALYST]]
INTERESTS = [
    [*ELEMENT, "Data Value", *WHEN],
    [CHIEF, "1.B.1.e", "Enterprising", "OI", "6.88", "11/2023", "Machine Learning"],
    [CHIEF, "1.B.1.g", "First Interest High-Point", "IH", "5.00", "11/2023", "Machine Learning"],
]
SKILL = [*ELEMENT, *SAMPLE, "Not Relevant", *WHEN]
READING = [
    [CHIEF, "2.A.1.a", "Reading Comprehension", "IM", "4.12", "8", "0.1250", "N", "n/a", *ANALYST],
    [CHIEF, "2.A.1.a", "Reading Comprehension", "LV", "4.62", "8", "0.1830", "N", "N", *ANALYST],
]
INSTRUCTING = [
    [SMITH, "2.B.1.e", "Instructing", "IM", "1.50", "8", "0.2000", "Y", "n/a", *ANALYST],
    [SMITH, "2.B.1.e", "Instructing", "LV", "0.38", "8", "0.2600", "Y", "Y", *ANALYST],
]
KNOWLEDGE = [SKILL, [CHIEF, "2.C.1.a", "Administration", "IM", "4.78", "28", "n/a", "n/a", "n/a", *ANALYST]]
RELATED = [[CODE, "Related O*NET-SOC Code", "Relatedness Tier", "Index"], [CHIEF, SMITH, "Primary-Short", "1"]]
EDUCATION = [*ELEMENT, "Category", *SAMPLE, *WHEN]
REQUIRED = ["2.D.1", "Required Level of Education"]
RL = [CHIEF, *REQUIRED, "RL", "6", "85.71", "28", "7.1234", "N", *ANALYST]
RQ = [CHIEF, *REQUIRED, "RQ", "6", "70.00", "24", "7.5376", "N", "08/2026", "Incumbent"]
RQ_ONLY = [SMITH, *REQUIRED, "RQ", "2", "66.67", "24", "7.5376", "N", "08/2026", "Incumbent"]
TRAINING = [CHIEF, "3.A.1", "Related Work Experience", "RW", "1", "0.00", "28", "0.0000", "N", *ANALYST]
CATEGORY = ["Element ID", "Element Name", "Scale ID", "Category", "Category Description"]
CATEGORIES = [
    [*REQUIRED, scale, number, name]
    for scale in ("RL", "RQ")
    for number, name in (("2", "High School Diploma"), ("6", "Bachelor's Degree"))
]


def read_me(release, month):
    return f"O*NET {release} Database\r\n{month} Release\r\n----------------\r\n"


OLD = {
    "Read Me.txt": read_me("29.3", "May 2025"),
    "Occupation Data.txt": OCCUPATIONS,
    "Alternate Titles.txt": [
        [CODE, "Alternate Title", "Short Title", "Source(s)"],
        [CHIEF, "Chief Executive Officer", "CEO", "08"],
        [SMITH, "Solderer", "n/a", "10"],
    ],
    "Job Zones.txt": ZONES,
    "Interests.txt": INTERESTS,
    "Skills.txt": [SKILL, *READING, *INSTRUCTING],
    "Knowledge.txt": KNOWLEDGE,
    "Work Styles.txt": [
        [*ELEMENT, *SAMPLE, *WHEN],
        [CHIEF, "1.C.1.c", "Initiative", "IM", "4.85", "28", "0.1078", "N", *ANALYST],
    ],
    "Education, Training, and Experience.txt": [EDUCATION, RL, TRAINING],
    "Education, Training, and Experience Categories.txt": [CATEGORY, *CATEGORIES[:2]],
    "Technology Skills.txt": [
        [CODE, "Example", "Commodity Code", "Commodity Title", "Hot Technology", "In Demand"],
        [CHIEF, "Adobe Acrobat", "43232202", "Document management software", "Y", "N"],
    ],
    "Related Occupations.txt": RELATED,
}

NEW = {
    "Read Me.txt": read_me("31.0", "August 2026"),
    "Occupation Data.txt": OCCUPATIONS,
    "Job Titles.txt": [
        [CODE, "Job Title", "Short Title", "Source(s)"],
        [CHIEF, "Chief Executive Officer", "CEO", "08"],
        [CHIEF, "Company President", "n/a", "08"],
    ],
    "Job Zones.txt": ZONES,
    "Career Interest Types.txt": INTERESTS,
    "Essential Skills.txt": [SKILL, *READING],
    "Transferable Skills.txt": [SKILL, *INSTRUCTING],
    "Knowledge.txt": KNOWLEDGE,
    "Work Styles.txt": [
        [*ELEMENT, "Data Value", *WHEN],
        [CHIEF, "1.D.1.a", "Innovation", "WI", "-1.25", "08/2025", "Machine Learning"],
        [CHIEF, "1.D.1.a", "Innovation", "DR", "3", "08/2025", "Machine Learning"],
    ],
    "Education.txt": [EDUCATION, RL, RQ, RQ_ONLY],
    "Education Categories.txt": [CATEGORY, *CATEGORIES],
    "Software Skills.txt": [
        [*ELEMENT[:3], "Workplace Example", "Hot Technology", "In Demand"],
        [CHIEF, "2.E.1.a", "Document management software", "Adobe Acrobat", "Y", "N"],
    ],
    "Related Occupations.txt": RELATED,
}


def text(table):
    return table if isinstance(table, str) else "".join("\t".join(row) + "\r\n" for row in table)


def folder(path, tables):
    path.mkdir(exist_ok=True)
    for name, table in tables.items():
        (path / name).write_bytes(text(table).encode())
    return path


def zipped(path, tables):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, table in tables.items():
            archive.writestr(f"db_text/{name}", text(table))
    return path
