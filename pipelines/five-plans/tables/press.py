"""published.csv: the single figures of newspapers and portals; which are taken, and how they are written."""
import calendar
import re

from .rows import fact

STANDARDS = {"NĐ 07/2021 (2022-2025)": "vn-2022", "QĐ 59/2015 (2016-2020)": "vn-2016", "": ""}
MEASURES = {"total_households": "households", "multidim_rate": "multidimensional_rate"}
# A portal that names no standard, and years before the register of units.
LEFT_OUT_UNITS = {"24"}
FIRST = "2016"
NEWSPAPER = {
    "Báo Hải Dương, January 2025: Tỷ lệ hộ nghèo ở Chí Linh thấp nhất tỉnh":
        "Báo Hải Dương, tháng 01/2025: Tỷ lệ hộ nghèo ở Chí Linh thấp nhất tỉnh",
}
# What readers should know: (code, day, measure) -> the columns that differ.
REMARKS = {
    ("30", "2023-12-31", "poor_rate"): {
        "grade": "derived",
        "note": "0,96 % cuối năm 2024 cộng mức giảm 0,38 điểm phần trăm, đều theo bài báo"},
    ("94", "2020-12-31", "poor"): {"status": "estimate", "note": "báo viết: hơn 8.610"},
    ("467", "2023-12-31", "multidimensional_rate"): {
        "note": "38,04 % và 11,11 % cộng lại là 49,15 %; hai tỷ lệ đã làm tròn nên lệch 0,01"},
    ("37", "2024-12-31", "poor"): {"note": "Bảng của Bộ ghi 4.720 hộ"},
    ("37", "2024-12-31", "near_poor"): {"note": "Bảng của Bộ ghi 6.025 hộ"},
} | {
    ("30", "2021-12-31", measure): {"note": "Trang ghi năm 2022; là số cuối năm 2021, trùng bảng của Bộ"}
    for measure in ("poor", "near_poor")
} | {
    ("30", "2021-12-31", measure): {"note": "Trang ghi năm 2022; là số cuối năm 2021"}
    for measure in ("poor_rate", "near_poor_rate")
} | {
    ("467", "2019-11-30", measure): {"note": "Số của tháng 11/2019, trang không nói ngày nào"}
    for measure in ("households", "poor", "near_poor")
}


def figures(rows):
    """The figures that may be used, by unit, day and measure; changes, needed by checks only, by year."""
    kept, before = {}, {}
    for row in rows:
        # A row says "same" for what the row before it has.
        row = {k: before[k] if v == "same" else v for k, v in row.items()}
        before = dict(row)
        if left_out(row):
            continue
        row["indicator"] = MEASURES.get(row["indicator"], row["indicator"])
        row["standard"] = STANDARDS[row["standard"]]
        row["as_of"] = day(row["as_of"])
        row["name"], _, people = row["unit"].partition(" (")
        row["group"] = "ethnicity:khmer" if people == "Khmer)" else "all"
        row["source"], row["decision"], row["place"] = parts(row["source"])
        key = (row["code"], row["as_of"], row["indicator"])
        key += () if row["group"] == "all" else (row["group"],)
        if key in kept:
            raise SystemExit(f"two published figures of {key}")
        kept[key] = row
    return kept


def left_out(row):
    return (
        row["code"] in LEFT_OUT_UNITS or row["as_of"] < FIRST
        or row["indicator"].endswith(("_urban", "_rural"))
        or "ERROR" in row["note"] or "rgbet01" in row["source"] or row["note"] == "forecast")


def day(month):
    """2019-11 -> 2019-11-30; a year stays a year."""
    if "-" not in month:
        return month
    year, number = month.split("-")
    return f"{month}-{calendar.monthrange(int(year), int(number))[1]}"


def parts(source):
    """An address, the decision that stands behind it in brackets, and the place."""
    match = re.fullmatch(r"(\S+) \((.+)\)", source)
    if not match:
        return NEWSPAPER.get(source, source), "", ""
    address, told = match.groups()
    if told == "listing page":
        return address, "", "trang danh sách tin"
    if not told.startswith("QĐ "):
        raise SystemExit(f"neither a decision nor a place: {told}")
    return address, re.sub(r" (\d\d/\d\d/\d{4})$", r" ngày \1", told), ""


def facts(single, provinces):
    """One fact a figure: behind the ministry's where it has one, and not again where provinces.csv has it."""
    taken = {(f["unit"], f["as_of"], f["measure"], f["group"], f["standard"]): f for f in provinces}
    found = []
    for row in single.values():
        if not row["code"] or row["indicator"].endswith("_change"):
            continue
        key = (row["code"], row["as_of"], row["indicator"])
        other = taken.get(key + (row["group"], row["standard"]))
        if other and other["source"] == row["source"]:
            continue
        columns = {"grade": "press", "precedence": "1" if other else "0"}
        if row["group"] == "all":
            columns |= REMARKS.get(key, {})
        found.append(fact(
            *key, row["value"], group=row["group"], standard=row["standard"], source=row["source"],
            decision=row["decision"], place=row["place"], **columns))
    return found
