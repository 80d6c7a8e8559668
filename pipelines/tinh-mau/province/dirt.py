"""Mistakes as they are found in real lists, as many of each kind as its share says."""
from .chance import Chance

# Thousandths of the rows of a year.
SHARES = {
    "blank_points": 8,             # both totals of points are blank; the income is there
    "wrong_class": 4,              # the class that was written is not the one by the rule
    "exact_duplicate": 2,          # one row more, which is a copy of another
    "duplicate_id": 1,             # the id of another household
    "unknown_ethnicity": 2,        # a word that is no people
    "lost_leading_zero": 2,        # the id was taken for a number
    "wrong_income_unit": 2,        # đồng in place of thousands
    "points_not_of_tens": 2,       # b2 is no multiple of ten
    "unknown_commune": 1,          # a code of no commune
    "dependants_over_members": 2,  # more dependants than members
    "impossible_date": 1,          # 31 November
    "date_outside_review": 1,      # a day of the summer before
    "cut_row": 1,                  # the last cell is not there
}
# The row is told and kept: what is wrong is not what figures are made of.
KEPT = {"blank_points", "wrong_class"}
COPIES = {"exact_duplicate", "duplicate_id"}
UNKNOWN_COMMUNE = "99999"
UNKNOWN_ETHNICITY = "Không có trong danh mục"
OTHER_CLASS = {"poor": "near_poor", "near_poor": "poor", "none": "near_poor"}


def count(kind, rows):
    return (rows * SHARES[kind] + 500) // 1000


def spoilt(households, year):
    """The rows of a list with its mistakes; each says which it has, and whether the row should be kept."""
    chance = Chance(13, year)
    places = chance.shuffled(range(len(households)))
    rows = [household | {"mistake": "", "kept": True} for household in households]
    copies = []
    for kind in SHARES:
        for _ in range(count(kind, len(households))):
            row = rows[places.pop()]
            row["mistake"] = kind
            row["kept"] = kind in KEPT
            if kind in COPIES:
                copies += _copied(row, kind, rows, places, chance)
            else:
                _spoil(row, kind, chance)
    for place, copy in sorted(copies, key=lambda found: found[0], reverse=True):
        rows.insert(place, copy)
    return rows


def _copied(row, kind, rows, places, chance):
    """Nobody can tell which of two rows with one id is right, so neither is kept."""
    if kind == "duplicate_id":
        other = rows[places.pop()]
        row["household_id"], other["kept"] = other["household_id"], False
        return []
    row["mistake"] = ""
    return [(chance.below(len(rows)), row | {"mistake": kind})]


def _spoil(row, kind, chance):
    if kind == "blank_points":
        row["b1"] = row["b2"] = None
    elif kind == "wrong_class":
        row["declared"] = OTHER_CLASS[row["class"]]
    elif kind == "unknown_ethnicity":
        row["ethnicity"] = UNKNOWN_ETHNICITY
    elif kind == "lost_leading_zero":
        row["household_id"] = row["household_id"][1:]
    elif kind == "wrong_income_unit":
        row["income_k"] *= 1000
    elif kind == "points_not_of_tens":
        row["b2"] += 5
    elif kind == "unknown_commune":
        row["commune"] = UNKNOWN_COMMUNE
    elif kind == "dependants_over_members":
        row["dependants"] = row["members"] + 1
    elif kind == "date_outside_review":
        row["reviewed"] = (row["reviewed"][0], -1 - chance.below(60))
    elif kind not in ("impossible_date", "cut_row"):
        raise AssertionError(kind)
