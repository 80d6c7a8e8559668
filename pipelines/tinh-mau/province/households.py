"""The households that were reviewed in two years; most of those of the first year come again in the second."""
from .chance import Chance

FAMILY = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý"]
MIDDLE = ["Văn", "Thị", "Đức", "Minh", "Ngọc", "Thanh", "Xuân", "Hữu", "Kim", "Quang"]
GIVEN = [
    "An", "Bình", "Cường", "Dũng", "Hạnh", "Hương", "Khánh", "Lan", "Mai", "Nam", "Phúc", "Quỳnh", "Sơn", "Tuấn",
    "Uyên", "Vinh", "Yến", "Thảo", "Đạt", "Hiền",
]
# Thousandths of the poor households that are deprived, d1 to d12, when they are drawn.
DEPRIVED = [430, 350, 140, 330, 380, 70, 400, 240, 260, 470, 300, 190]
# Thousandths of the deprivations of a household that are gone a year later: cards and networks come soon, water does not.
MENDED = [120, 80, 200, 430, 60, 250, 150, 60, 70, 180, 300, 200]
LINE = {"rural": (1500, 140), "urban": (2000, 175)}
# What becomes of a household by the next review, in thousandths; "gone" are in the list no more.
NEXT = {
    "poor": {"poor": 700, "near_poor": 120, "none": 100, "gone": 80},
    "near_poor": {"poor": 30, "near_poor": 690, "none": 160, "gone": 120},
    "none": {"poor": 70, "near_poor": 90, "none": 240, "gone": 600},
}
# District by district, how much slower the poor leave: thousandths that stay poor although they would have left.
STUCK = {"994": 450, "997": 250, "999": 350}
YEARS = (2023, 2024)


def of_both_years(districts, totals):
    """For each year the list of its households, by commune."""
    first, second = [], []
    for district in districts:
        for commune in district["communes"]:
            chance = Chance(99, int(commune["code"]))
            old = _first_year(district, commune, totals[commune["code"], YEARS[0]], chance)
            first += old
            second += _next_year(district, commune, old, chance)
    return {YEARS[0]: first, YEARS[1]: second}


def _first_year(district, commune, total, chance):
    def share(thousandths):
        spread = chance.between(650, 1350)
        return max(1, (total * thousandths * spread + 500_000) // 1_000_000)
    counts = {"poor": share(district["poor"]), "near_poor": share(district["near_poor"])}
    counts["none"] = (counts["poor"] + counts["near_poor"]) * chance.between(15, 35) // 100
    made = []
    for kind, count in counts.items():
        for _ in range(count):
            made.append(_new(district, commune, kind, YEARS[0], len(made) + 1, chance))
    return _in_order(made, chance)


def _next_year(district, commune, old, chance):
    made = []
    for household in old:
        kind = chance.weighted(NEXT[household["class"]])
        if household["class"] == "poor" and kind != "poor" and chance.happens(STUCK.get(district["code"], 0)):
            kind = "poor"
        if kind != "gone":
            made.append(_again(household, kind, chance))
    serial = len(old)
    poor = sum(h["class"] == "poor" for h in old)
    for kind, low, high in (("poor", 2, 9), ("near_poor", 4, 12), ("none", 10, 20)):
        for _ in range((len(old) if kind == "none" else max(poor, 4)) * chance.between(low, high) // 100):
            serial += 1
            made.append(_new(district, commune, kind, YEARS[1], serial, chance))
    return _in_order(made, chance)


def _in_order(made, chance):
    """As people come to be asked, not sorted by what is found."""
    return chance.shuffled(made)


def _new(district, commune, kind, year, serial, chance):
    household = {
        "household_id": f"0{commune['code']}{serial:06}", "commune": commune["code"], "area": commune["area"],
        "head_name": f"{chance.one_of(FAMILY)} {chance.one_of(MIDDLE)} {chance.one_of(GIVEN)}",
        "ethnicity": chance.weighted(district["peoples"]), "members": 1 + chance.below(4) + chance.below(4),
    }
    return _found(household, kind, [False] * 12, year, chance)


def _again(before, kind, chance):
    household = {key: before[key] for key in ("household_id", "commune", "area", "head_name", "ethnicity", "members")}
    if chance.happens(120):
        household["members"] = max(1, household["members"] + chance.one_of([-1, 1]))
    kept = [flag and not chance.happens(mended) for flag, mended in zip(before["deprivations"], MENDED)]
    return _found(household, kind, kept, YEARS[1], chance)


def _found(household, kind, kept, year, chance):
    """What a review finds of a household, so that it is of the kind by the rule of the standard."""
    line, line_points = LINE[household["area"]]
    low = kind in ("poor", "near_poor")
    income = chance.between(450, line) if low else line + 1 + chance.below(line * 6 // 5)
    flags = _flags(kind, kept, chance)
    members = household["members"]
    half = members // 2
    dependants = chance.between(half + 1, members) if flags[1] else chance.between(0, half)
    points = (income * line_points + line - 1) // line if low else line_points + (income - line + 39) // 40
    day = chance.below(105)
    return household | {
        "dependants": dependants, "income_k": income, "b1": points, "b2": 10 * sum(flags), "deprivations": flags,
        "class": kind, "reviewed": (year, day),
    }


def _flags(kind, kept, chance):
    flags = list(kept)
    if kind == "near_poor":
        # Fewer than three: of those that are left, two at most.
        for place in chance.shuffled(range(12)):
            if sum(flags) > 2:
                flags[place] = False
        if sum(flags) < 2 and chance.happens(600):
            flags[chance.below(12)] = True
    if kind == "none":
        flags = [flag and chance.happens(400) for flag in flags]
        if chance.happens(400):
            flags[chance.below(12)] = True
    while kind == "poor" and sum(flags) < 3:
        place = chance.below(12)
        flags[place] = flags[place] or chance.happens(DEPRIVED[place])
    return flags
