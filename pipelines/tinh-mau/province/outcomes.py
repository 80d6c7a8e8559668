"""The word that each target of the plans should get, and why; both from the rows that are right and from the truth.

A word must not hang on the handful of rows that are rejected, so it is worked out from either.
"""
from fractions import Fraction

from . import counts

COLUMNS = ["plan", "target", "word"]
PROVINCE, DISTRICT, COMMUNE = "99", "998", "99812"


class Counts:
    """What was counted of the units, with all their households."""

    def __init__(self, expected, denominators):
        self.rows = {(row["year"], row["unit"], row["group"]): row for row in expected}
        self.all = {}
        for row in denominators:
            for code in (row["commune"], row["commune"][:3], row["commune"][:2]):
                key = (int(row["as_of"][:4]), code, row["group"])
                self.all[key] = self.all.get(key, 0) + row["households"]

    def count(self, unit, *columns, year=2024, group="all"):
        return sum(self.rows[year, unit, group][column] for column in columns)

    def rate(self, unit, *columns, year=2024, group="all"):
        return Fraction(100 * self.count(unit, *columns, year=year, group=group), self.all[year, unit, group])

    def cut(self, measure, unit, *columns, group="all"):
        return measure(unit, *columns, year=2023, group=group) - measure(unit, *columns, group=group)


def words(found):
    """Targets and words; a comparison says whether it holds."""
    poor, near = "poor", "near_poor"

    def judged(holds):
        return "met" if holds else "not-met"
    rate, count, cut = found.rate, found.count, found.cut
    province = {
        "TM-01": judged(rate(PROVINCE, poor) <= Fraction("2.70")),
        "TM-01.1": judged(cut(rate, PROVINCE, poor) >= Fraction("0.35")),
        "TM-02": judged(count(PROVINCE, poor) <= 1188),
        "TM-02.1": judged(cut(count, PROVINCE, poor) >= 152),
        "TM-03": judged(rate(PROVINCE, near) <= Fraction("2.10")),
        "TM-04": judged(rate(PROVINCE, poor, near) < 5),
        "TM-05": judged(cut(rate, PROVINCE, poor, group="ethnicity:Mông") >= Fraction("1.5")),
        "TM-06": judged(count(PROVINCE, "dep_4_poor") <= 260),
        "TM-07": judged(cut(count, PROVINCE, "dep_10_poor") >= 120),
        "TM-08": judged(cut(count, PROVINCE, "dep_7_poor") >= 1),
        "TM-09": "no-data", "TM-10": "met", "TM-10.1": "no-data", "TM-11": "met", "TM-12": "not-met",
        "TM-13": "no-data", "TM-14": "not-judged", "TM-15": "met", "TM-16": "not-judged",
    }
    district = {
        "NB-01": judged(cut(rate, DISTRICT, poor) >= Fraction("1.2")),
        "NB-02": judged(count(DISTRICT, poor) <= 280),
        "NB-03": judged(cut(count, DISTRICT, near) >= 20),
        "NB-04": judged(rate(DISTRICT, poor, near) < Fraction("10.5")),
        "NB-05": judged(count(DISTRICT, "dep_9_poor") <= 60),
        "NB-06": "no-data", "NB-07": "no-data", "NB-08": "not-judged",
    }
    # Of two readings, the one that claims the least gives the word.
    multidimensional = rate(COMMUNE, poor, near) < 9 and rate(COMMUNE, poor) < 9
    commune = {
        "NH-01": judged(cut(count, COMMUNE, poor) >= 2),
        "NH-02": judged(cut(rate, COMMUNE, poor) >= 1),
        "NH-03": judged(cut(count, COMMUNE, near) >= 4),
        "NH-04": judged(multidimensional),
        "NH-05": "withheld", "NH-06": "no-data", "NH-07": "not-judged", "NH-08": "not-judged",
    }
    return {"tinh-mau-2024": province, "huyen-nui-biec-2024": district, "xa-nang-hien-2024": commune}


def expected(rows, clean, denominators):
    kept = words(Counts(counts.expected(rows), denominators))
    whole = {year: [household | {"kept": True} for household in all] for year, all in clean.items()}
    truth = words(Counts(counts.expected(whole), denominators))
    assert kept == truth, [
        (target, word, truth[plan][target]) for plan, all in kept.items() for target, word in all.items()
        if truth[plan][target] != word]
    return [
        {"plan": plan, "target": target, "word": word} for plan, all in kept.items() for target, word in all.items()]
