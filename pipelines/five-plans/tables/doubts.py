"""Counts of the republished table that cannot be right, or do not agree with the rate beside them.

Some counts seem to have lost a digit: 633 near-poor households beside 7.82 %, where 6,330 would fit the years
before and after. They are not corrected, and not used either: a wrong number is worse than none.
"""
from fractions import Fraction

from .rows import places, printed
from .vietnamese import count, percent

# From one review to the next, no province loses four fifths of its poor and gets them back, or has three
# times as many and loses them again.
LOST, GAINED = 5, 3
# How far the households that a count and its rate imply may be from those of the years before and after; two
# years to either side, so that a broken year does not speak against a good one.
DRIFT, BROKEN = Fraction(15, 100), 3


def of(rows):
    """(code, year, measure) -> (whether the number may be used, a remark for readers)."""
    table = {
        (r["province_code"], int(r["year"])): r for r in rows if r["basis"].startswith("ministry table")}
    found = {}
    for (code, year), row in table.items():
        def beside(*years):
            return [table[code, year + n] for n in years if (code, year + n) in table]
        poor = poor_beside(beside(-1, 1), row)
        near = near_beside(beside(-1, 1), beside(-2, -1, 1, 2), row)
        if poor:
            found[code, year, "poor"] = poor
        if near:
            found[code, year, "near_poor"] = near
            if near[0]:
                found[code, year, "near_poor_rate"] = near
    return found


def near_beside(nearest, beside, row):
    """Judged by the households that the count and its rate imply, the rounding of the rate allowed for."""
    others = [int(o["implied_total_households"]) for o in beside if o["implied_total_households"]]
    near, rate = int(row["near_poor"]), printed(row)
    if not near or not others or not Fraction(rate or 0):
        return None
    half = Fraction(1, 2 * 10 ** places(rate))
    least, most = (near * 100 / (Fraction(rate) + side) for side in (half, -half))
    if all(BROKEN * most < other for other in others):
        return False, (
            f"Bản đăng lại ghi {count(near)} hộ, không khớp tỷ lệ {percent(rate)} trong cùng dòng, "
            "có lẽ thiếu chữ số; không dùng số này")
    if all(most < other * (1 - DRIFT) or least > other * (1 + DRIFT) for other in others):
        return True, (
            f"Số hộ và tỷ lệ cận nghèo trong cùng dòng không khớp: ngụ ý tổng số {implied(row)} hộ, "
            f"bên cạnh {told(nearest, implied)}")
    for other in nearest:
        if all(row[column] == other[column] for column in ("near_poor", "near_poor_rate_pct")):
            return True, f"Trùng hệt năm {other['year']}; chưa đối chiếu được với bản gốc"
    return None


def poor_beside(beside, row):
    """Judged by the years before and after; no rate of poor households stands in the table."""
    poor, others = int(row["poor"]), [int(other["poor"]) for other in beside]
    near_by = told(beside, lambda other: count(other["poor"]))
    if poor and all(LOST * poor < other for other in others):
        return False, (
            f"Bản đăng lại ghi {count(poor)} hộ, bên cạnh {near_by}, có lẽ thiếu chữ số; không dùng số này")
    if all(others) and all(GAINED * other < poor for other in others):
        return True, f"Cao bất thường bên cạnh {near_by}; chưa đối chiếu được với bản gốc"
    return None


def implied(row):
    return count(row["implied_total_households"])


def told(rows, number):
    """1.896 (2019) và 1.526 (2021)"""
    return " và ".join(f"{number(row)} ({row['year']})" for row in rows)
