"""totals.csv: the six regions and the country as published, right or wrong."""
from .rows import DECISIONS, MEASURES, MINISTRY, fact, standard, year_end
from .vietnamese import count

COLUMNS = {
    "poor": "poor", "near_poor": "near_poor", "poor_plus_near": "poor_plus_near",
    "poor_rate": "poor_rate_pct", "multidimensional_rate": "multidim_rate_pct",
}
# Published otherwise than the provinces add up to.
WRONG = {
    (2022, "vung:dong-bang-song-hong", "poor"), (2022, "vung:tay-nguyen", "poor_plus_near"),
    (2022, "vn", "poor_plus_near"),
}
PRESS = "Báo chí đưa tin kết quả rà soát hộ nghèo, hộ cận nghèo năm {year} của {ministry}"
OLD_STANDARD = "Theo chuẩn 2016–2020 kéo dài đến hết năm 2021; rà soát cùng lúc theo chuẩn mới cho số khác"


def by_unit(rows, names):
    """The published totals by year and id of the unit; names of regions are written in more than one way."""
    return {(int(r["year"]), names[r["region"].casefold()]): r for r in rows}


def facts(totals, rows, single, regions):
    made = []
    for (year, unit), row in totals.items():
        for measure, column in COLUMNS.items():
            if row[column]:
                made.append(fact(
                    unit, year_end(year), measure, row[column], standard=standard(year), grade="press",
                    source=PRESS.format(year=year, ministry=MINISTRY),
                    decision=DECISIONS.get(year, ""),
                    note=note(year, unit, measure, row[column], rows, regions)))
    return made + [old_standard(row) for row in single.values() if not row["code"]]


def note(year, unit, measure, value, rows, regions):
    if measure.endswith("_rate"):
        return ""
    total = sum(
        int(r[m]) for r in rows for m in MEASURES
        if measure in (m, "poor_plus_near") and int(r["year"]) == year
        and unit in ("vn", regions[r["province_code"]]))
    wrong = (year, unit, measure) in WRONG
    if (total != int(value)) != wrong:
        raise SystemExit(f"{unit} {year}, {measure}: published {value}, the provinces add up to {total}")
    return f"Ghi đúng số đã đăng; cộng các tỉnh, thành phố được {count(total)} hộ" if wrong else ""


def old_standard(row):
    """The country at the end of 2021 by the standard that went out of force on that day."""
    return fact(
        "vn", row["as_of"], row["indicator"], row["value"], standard=row["standard"], grade="official",
        source=row["source"], decision=row["decision"], note=OLD_STANDARD)
