#!/usr/bin/env python3
"""Builds the register of administrative units from the statistics office's lists.

Usage: python3 build.py [SOURCES [TARGET]]
SOURCES is the folder of the lists (default: shared/data/units beside the project), TARGET where the tables go
(default: the folder of this script). Same lists in, same bytes out. Needs nothing but Python 3.

Which list is followed:
- until 30 June 2025: the intervals of validity of every code, derived from the decrees (dvhcvn_history_intervals.csv).
  On 4 January 2025 they hold 10,057 communes where the statistics office's list of that day has 10,051; the intervals
  are followed, because they give the decree of each change.
- from 1 July 2025: the new-to-old mapping (merges.json) for who came from whom, and the list of 25 July 2026 for names.
  The intervals end open in 2025: everything the mapping replaces, and the whole district level, is closed on that day.
  Dong Nai became a city on 30 April 2026.
- spelling: the lists write both Hoà and Hòa, Thuỷ and Thủy; the tables write Hòa and Thủy, as the resolutions do.
- successors before 2025: the intervals do not say who absorbed whom. The next version under the same code is a full
  successor when only type or parent changed, and "unstated" when the name changed; what the resolutions say of Hue and
  of Thu Duc is written in STATED. A unit whose code was not used again has no successor in the table.
"""
import csv
import json
import re
import sys
import unicodedata
from pathlib import Path

HERE = Path(__file__).resolve().parent
REFORM = "2025-07-01"
FIRST = "2016-01-01"
# The provinces of the plans, whose communes are in the register now.
PLAN_PROVINCES = {"30", "96", "46", "94"}
NEW_PLAN_PROVINCES = {"31", "96", "46", "92"}
DONG_NAI_CITY = "2026-04-30"
HISTORY = "dvhcvn: khoảng hiệu lực của mã đơn vị 2004–2025"
MAPPING = "dvhcvn: bảng sáp nhập 01/07/2025"
NEW_NAMES = "thanglequoc (MIT): danh mục ngày 25/07/2026"
REVIEW = "Sáu vùng trong kết quả rà soát hộ nghèo của Bộ 2016–2024"
# (old code, new code, day, extent, source) where a resolution says what the lists leave out.
STATED = [
    ("474", "474", "2025-01-01", "partial", "Nghị quyết 1314/NQ-UBTVQH15"),
    ("474", "475", "2025-01-01", "partial", "Nghị quyết 1314/NQ-UBTVQH15"),
    ("483", "482", "2025-01-01", "full", "Nghị quyết 1314/NQ-UBTVQH15"),
    ("763", "769", "2021-01-01", "full", "Nghị quyết 1111/NQ-UBTVQH14"),
    ("762", "769", "2021-01-01", "full", "Nghị quyết 1111/NQ-UBTVQH14"),
    ("769", "769", "2021-01-01", "full", "Nghị quyết 1111/NQ-UBTVQH14"),
]
TONES = "\u0300\u0301\u0303\u0309\u0323"
TYPES = ["Tỉnh", "Thành phố", "Quận", "Huyện", "Thị xã", "Xã", "Phường", "Thị trấn", "Đặc khu"]
AREA = {"Xã": "rural", "Phường": "urban", "Thị trấn": "urban"}
LEVELS = {"P": "province", "D": "district", "C": "commune"}
ORDER = {"country": 0, "region": 1, "province": 2, "district": 3, "commune": 4}
REGIONS = [
    ("trung-du-mien-nui-phia-bac", "Trung du và miền núi phía Bắc"),
    ("dong-bang-song-hong", "Đồng bằng sông Hồng"),
    ("bac-trung-bo-duyen-hai-mien-trung", "Bắc Trung Bộ và duyên hải miền Trung"),
    ("tay-nguyen", "Tây Nguyên"),
    ("dong-nam-bo", "Đông Nam Bộ"),
    ("dong-bang-song-cuu-long", "Đồng bằng sông Cửu Long"),
]
MEMBERS = [
    "02 04 06 08 10 11 12 14 15 17 19 20 24 25",
    "01 22 26 27 30 31 33 34 35 36 37",
    "38 40 42 44 45 46 48 49 51 52 54 56 58 60",
    "62 64 66 67 68",
    "70 72 74 75 77 79",
    "80 82 83 84 86 87 89 91 92 93 94 95 96",
]


def clean(name):
    """NFC, one space between words, the type with one capital letter, the tone of oa, oe, uy on the first vowel."""
    name = " ".join(unicodedata.normalize("NFD", name).split())
    name = re.sub(rf"(?i)(?<!q)(o|u)([ae]|y)([{TONES}])(?![\w\u0300-\u0323])", moved, name)
    name = unicodedata.normalize("NFC", name)
    for kind in TYPES:
        if name.lower().startswith(kind.lower() + " "):
            return kind + name[len(kind):]
    raise SystemExit(f"a name without a type: {name!r}")


def moved(match):
    """hoà -> hòa, thuỷ -> thủy, hoè -> hòe; other pairs of vowels stay as they are."""
    first, second, tone = match.groups()
    if (first.lower() == "u") != (second.lower() == "y"):
        return match.group()
    return first + tone + second


def kind_of(name):
    return next(kind for kind in sorted(TYPES, key=len, reverse=True) if name.startswith(kind + " "))


def unit(code, name, level, parent, start, end, source):
    name = clean(name)
    kind = kind_of(name)
    return {
        "id": f"{code}@{start}", "code": code, "name": name, "level": level, "type": kind.lower(), "parent": parent,
        "valid_from": start, "valid_to": end, "area": AREA.get(kind, "") if level == "commune" else "",
        "source": source,
    }


def read_history(folder):
    with open(folder / "dvhcvn_history_intervals.csv", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return [row for row in rows if not row["valid_to"] or row["valid_to"] > FIRST]


def old_units(history, unchanged):
    districts = {(r["code"], r["parent_code"]) for r in history if r["level"] == "D"}
    in_plans = {code for code, parent in districts if parent in PLAN_PROVINCES}
    units = []
    for row in history:
        level = LEVELS[row["level"]]
        if level == "commune" and row["parent_code"] not in in_plans:
            continue
        end = row["valid_to"]
        if not end and not (level == "province" and row["code"] in unchanged):
            end = REFORM
        units.append(unit(row["code"], row["name"], level, row["parent_code"] or "vn", row["valid_from"], end, HISTORY))
    return units


def new_units(mapping, names, unchanged):
    units = []
    for province in mapping:
        code = province["level1_id"]
        if code not in unchanged:
            name = names[code]
            if code == "75":
                units.append(unit(code, "Tỉnh Đồng Nai", "province", "vn", REFORM, DONG_NAI_CITY, MAPPING))
                units.append(unit(code, name, "province", "vn", DONG_NAI_CITY, "", NEW_NAMES))
            else:
                units.append(unit(code, name, "province", "vn", REFORM, "", NEW_NAMES))
        if code in NEW_PLAN_PROVINCES:
            for commune in province["level2s"]:
                at = commune["level2_id"]
                units.append(unit(at, names[at], "commune", code, REFORM, "", NEW_NAMES))
    return units


def wholes():
    """The country and the six regions; their ids carry no date, as figures name them so."""
    def row(id, name, level, kind, parent, start, end, source):
        return {
            "id": id, "code": id, "name": name, "level": level, "type": kind, "parent": parent, "valid_from": start,
            "valid_to": end, "area": "", "source": source,
        }
    country = row("vn", "Cả nước", "country", "cả nước", "", "2004-08-31", "", HISTORY)
    return [country] + [
        row(f"vung:{slug}", name, "region", "vùng", "vn", FIRST, REFORM, REVIEW) for slug, name in REGIONS]


def gaps(units):
    """Stretches in which a code was not in use between two of its versions."""
    found = []
    for a, b in zip(units, units[1:]):
        if a["code"] == b["code"] and a["valid_to"] != b["valid_from"]:
            found.append(
                {"code": a["code"], "valid_from": a["valid_to"], "valid_to": b["valid_from"], "source": a["source"]})
    return found


def continued(units):
    """The next version under the same code before the reform."""
    stated = {(old, day) for old, _, day, _, _ in STATED}
    found = []
    for a, b in zip(units, units[1:]):
        if a["code"] != b["code"] or a["valid_to"] != b["valid_from"] or b["valid_from"] == REFORM:
            continue
        if (a["code"], a["valid_to"]) in stated:
            continue
        # Thừa Thiên Huế became the city of Huế, and Đồng Nai a city, with their whole territory.
        same = bare(a) == bare(b) or a["level"] == "province"
        found.append(
            {"from": a["id"], "to": b["id"], "extent": "full" if same else "unstated", "source": b["source"]})
    return found


def bare(unit):
    return unit["name"][len(unit["type"]) + 1:]


def stated(units):
    def at(code, day, ending):
        for u in units:
            if u["code"] == code and (u["valid_to"] == day if ending else u["valid_from"] <= day < (u["valid_to"] or "9")):
                return u["id"]
        raise SystemExit(f"no unit {code} on {day}")
    return [
        {"from": at(old, day, True), "to": at(new, day, False), "extent": extent, "source": source}
        for old, new, day, extent, source in STATED]


def edges(mapping, units):
    """Who went into whom on the day of the reform, for the units of the register."""
    before = {(u["level"], u["code"]): u["id"] for u in units if u["valid_from"] < REFORM <= (u["valid_to"] or "9999")}
    after = {(u["level"], u["code"]): u["id"] for u in units if u["valid_from"] <= REFORM < (u["valid_to"] or "9999")}
    found = []

    def add(level, new, merges):
        for merge in merges:
            old, to = before.get((level, merge["old_id"])), after.get((level, new))
            if old and to and old != to:
                found.append({"from": old, "to": to, "extent": merge["type"], "source": MAPPING})

    for province in mapping:
        add("province", province["level1_id"], province["merges"])
        for commune in province["level2s"]:
            add("commune", commune["level2_id"], commune["merges"])
    found += continued(units) + stated(units)
    return sorted(found, key=lambda e: (e["from"], e["to"]))


def write(path, columns, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        # The register reads its tables without quoting.
        if any(set(value) & set(',"\r\n') for row in rows for value in row.values()):
            raise SystemExit(f"{path.name}: a value with a comma, a quote or a line break")
        writer.writerows(rows)


def valid(units, level, day):
    return [u for u in units if u["level"] == level and u["valid_from"] <= day < (u["valid_to"] or "9999")]


def check(units):
    for level, day, count in [
        ("province", "2016-01-01", 63), ("province", "2024-01-22", 63), ("province", "2025-06-30", 63),
        ("province", REFORM, 34), ("province", "2026-07-25", 34), ("district", "2024-01-22", 705),
        ("district", "2025-06-30", 696), ("district", REFORM, 0), ("district", "2016-01-01", 713),
        ("region", "2024-12-31", 6), ("region", REFORM, 0), ("country", REFORM, 1),
        ("commune", REFORM, 114 + 64 + 40 + 103),
    ]:
        got = len(valid(units, level, day))
        if got != count:
            raise SystemExit(f"{got} of level {level} on {day}, {count} expected")
    ids = [u["id"] for u in units]
    if len(set(ids)) != len(ids):
        raise SystemExit("an id twice")


def main():
    sources = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parents[2] / "shared/data/units"
    target = Path(sys.argv[2]) if len(sys.argv) > 2 else HERE
    mapping = json.loads((sources / "merges.json").read_text(encoding="utf-8"))["data"]
    listed = json.loads((sources / "thanglequoc_full_vn_units_2026-07-25.json").read_text(encoding="utf-8"))
    names = {p["Code"]: p["FullName"] for p in listed} | {w["Code"]: w["FullName"] for p in listed for w in p["Wards"]}
    unchanged = {
        p["level1_id"] for p in mapping
        if [m["old_id"] for m in p["merges"]] == [p["level1_id"]] and p["merges"][0]["type"] == "full"
    }
    units = wholes() + old_units(read_history(sources), unchanged) + new_units(mapping, names, unchanged)
    units.sort(key=lambda u: (ORDER[u["level"]], u["code"], u["valid_from"]))
    check(units)
    write(
        target / "units.csv",
        ["id", "code", "name", "level", "type", "parent", "valid_from", "valid_to", "area", "source"], units)
    write(target / "successors.csv", ["from", "to", "extent", "source"], edges(mapping, units))
    write(target / "gaps.csv", ["code", "valid_from", "valid_to", "source"], gaps(units))
    write(
        target / "regions.csv", ["region", "province", "valid_from", "valid_to", "source"],
        [
            {"region": f"vung:{slug}", "province": code, "valid_from": FIRST, "valid_to": REFORM, "source": REVIEW}
            for (slug, _), codes in zip(REGIONS, MEMBERS) for code in codes.split()
        ])


if __name__ == "__main__":
    main()
