"""How a fact is written down, and what is known of the ministry's tables."""
import csv

COLUMNS = (
    "unit as_of measure group kind value denominator status standard grade precedence source decision place "
    "note"
).split()
MEASURES = ("poor", "near_poor")
MINISTRY = "Bộ Lao động - Thương binh và Xã hội"
# Decisions by year of the review, where a reference names them; those of the other years were not found.
DECISIONS = {2022: "QĐ 71/QĐ-LĐTBXH ngày 19/01/2023", 2024: "QĐ 217/QĐ-BLĐTBXH ngày 04/02/2025"}


def read(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def fact(unit, as_of, measure, value, **more):
    row = dict.fromkeys(COLUMNS, "")
    kind = "rate" if measure.endswith("_rate") else "count"
    row.update(unit=unit, as_of=as_of, measure=measure, value=str(value), kind=kind)
    row.update(group="all", status="value", precedence="0")
    row.update(more)
    return row


def year_end(year):
    return f"{year}-12-31"


def standard(year):
    """The reviews at the end of 2021 were the baseline of the new standard."""
    return "vn-2022" if year >= 2021 else "vn-2016"


def table_of(year):
    return f"Bảng kết quả rà soát hộ nghèo, hộ cận nghèo năm {year} của {MINISTRY}, theo bản đăng lại"


def places(rate):
    return len(rate.partition(".")[2])


def printed(row):
    """The near-poor rate when somebody printed it; more than two decimals were computed by the republisher.

    So were all rates of 2022, the two zeros included.
    """
    rate = row["near_poor_rate_pct"]
    return rate if rate and places(rate) <= 2 and row["year"] != "2022" else ""
