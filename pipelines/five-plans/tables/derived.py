"""derived.csv: the poor households' rates that nobody printed, of the provinces that have a plan."""
from .rows import DECISIONS, fact, places, printed, standard, table_of, year_end
from .vietnamese import count, percent

PLAN_PROVINCES = ("30", "94", "96")


def facts(rows, known):
    """One rate a province and year whose near-poor rate is printed and whose poor rate is not."""
    made = []
    for row in rows:
        told = (row["province_code"], year_end(row["year"]), "poor_rate") in known
        if row["province_code"] in PLAN_PROVINCES and printed(row) and not told:
            made += one(row)
    return made


def one(row):
    """No fact where the rounding of the near-poor rate leaves more open than one unit of the last place."""
    year, code, near_rate = int(row["year"]), row["province_code"], printed(row)
    poor, near = int(row["poor"]), int(row["near_poor"])
    hundredths, fits = rate(poor, near, near_rate)
    if not fits:
        print(f"dropped: {row['province']} {year}, as a near-poor rate of {near_rate} is too coarse")
        return []
    note = (
        f"{count(poor)} hộ nghèo trên tổng số hộ ngụ ý ({count(near)} hộ cận nghèo là {percent(near_rate)} "
        "tổng số hộ); sai số không quá 0,01 điểm phần trăm")
    return [fact(
        code, year_end(year), "poor_rate", f"{hundredths // 100}.{hundredths % 100:02}",
        standard=standard(year), grade="derived", source="Tính từ: " + table_of(year),
        decision=DECISIONS.get(year, ""), note=note)]


def rate(poor, near, near_rate):
    """Poor × near-poor rate / near-poor in hundredths of a percent, half away from zero, in exact integers.

    And whether every number that would be printed as `near_rate` gives a rate within one hundredth of it.
    """
    points, divisor = int(near_rate.replace(".", "")), 2 * near * 10 ** places(near_rate)
    hundredths = (200 * poor * points + divisor // 2) // divisor
    low, high = (100 * poor * (2 * points + side) for side in (-1, 1))
    return hundredths, (hundredths - 1) * divisor <= low and high <= (hundredths + 1) * divisor
