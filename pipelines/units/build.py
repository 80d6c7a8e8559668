#!/usr/bin/env python3
"""Builds the register of administrative units from the statistics office's lists.

Usage: python3 build.py [SOURCES [TARGET]]
SOURCES is the folder of the lists (default: shared/data/units beside the project), TARGET where the tables go
(default: the folder of this script). Same lists in, same bytes out. Needs nothing but Python 3.

Which list is followed:
- until 30 June 2025: the intervals of validity of every code, derived from the decrees (dvhcvn_history_intervals.csv).
  On 4 January 2025 they hold 10,057 communes where the statistics office's list of that day has 10,051; see EARLY.
- from 1 July 2025: the new-to-old mapping (merges.json) for codes and names, the conversion table and the list of
  25 July 2026 for what the mapping has wrong. The intervals end open in 2025: everything the mapping replaces, and the
  whole district level, is closed on that day.
- 30 April 2026: Dong Nai became a city and ten of its communes wards; these are what the list of 25 July 2026 has otherwise.
- spelling: the lists write both Hoà and Hòa, Thuỷ and Thủy; the tables write Hòa and Thủy, as the resolutions do.
Who went into whom is settled in successors.py.
"""
import csv
import sys
from pathlib import Path

import lists
import successors
from lists import FIRST, REFORM

HERE = Path(__file__).resolve().parent
DONG_NAI_CITY = "2026-04-30"
DONG_NAI_WARDS = "25270 25357 25363 26116 26170 26248 26326 26368 26425 26485".split()
# The mapping gives Ia Mo the code of another commune; the table and the list of 2026 give it its own.
MISCODED = {"23737": "23938"}
# The list of 2026 has another code for Ba Che than mapping and table of July 2025, which are followed.
RECODED = {"06970": "06978"}
# What the list of 4 January 2025 has already that the intervals begin on 1 February: in Quang Tri six communes are gone and
# three have the names of the mergers, in Ha Noi the ward of Bach Mai stands under its later code.
EARLY = {
    "gone": "19525 19531 19549 19630 19651 19696".split(), "renamed": "19627 19654 19687".split(),
    "recoded": {"00286": "00292"},
}
SOURCES = {
    "int": "dvhcvn: khoảng hiệu lực của mã đơn vị 2004–2025",
    "ngo": "dvhcvn: khoảng hiệu lực của mã đơn vị 2004–2025; xã đáng ngờ: bảng chuyển đổi của cơ quan thống kê "
    "07/2025 không có",
    "map": "dvhcvn (MIT): bảng sáp nhập 01/07/2025; đối chiếu bảng chuyển đổi của cơ quan thống kê 07/2025",
    "2026": "Nghị quyết 30/2026/QH16 và 237/NQ-UBTVQH16; tên: thanglequoc (MIT): danh mục ngày 25/07/2026",
    "rev": "Sáu vùng trong kết quả rà soát hộ nghèo của Bộ 2016–2024",
    "1314": "Nghị quyết 1314/NQ-UBTVQH15",
    "1111": "Nghị quyết 1111/NQ-UBTVQH14",
}
# Communes that ended in 2013–2020 and came back for some months, of which the conversion table has none.
DOUBTFUL = "07693 07732 07744 16387 16411 18448 20176 20674 25102 25174 25177 25186".split()
AREA = {"Xã": "rural", "Phường": "urban", "Thị trấn": "urban"}
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
# Units of a level (by the length of the code) on a day; the numbers are those of the statistics office.
COUNTS = [
    (2, "2016-01-01", 63), (2, "2024-01-22", 63), (2, "2025-06-30", 63), (2, REFORM, 34), (2, "2026-07-25", 34),
    (3, "2016-01-01", 713), (3, "2024-01-22", 705), (3, "2025-06-30", 696), (3, REFORM, 0),
    (5, "2016-01-01", 11162), (5, "2024-01-22", 10598), (5, "2025-01-04", 10057), (5, "2025-06-30", 10047),
    (5, REFORM, 3321), (5, "2026-07-25", 3321),
]
TYPES = [
    (REFORM, {"Xã": 2621, "Phường": 687, "Đặc khu": 13}), ("2026-04-29", {"Xã": 2621, "Phường": 687, "Đặc khu": 13}),
    (DONG_NAI_CITY, {"Xã": 2611, "Phường": 697, "Đặc khu": 13}),
]


def unit(code, name, parent, start, end, source):
    name = lists.clean(name)
    return {
        "code": code, "name": name, "parent": parent, "valid_from": start, "valid_to": end,
        "area": AREA.get(lists.kind_of(name), "") if len(code) == 5 else "", "source": source,
    }


def old_units(history, unchanged):
    units = []
    for row in history:
        end = row["valid_to"]
        if not end and not (row["level"] == "P" and row["code"] in unchanged):
            end = REFORM
        source = "ngo" if row["code"] in DOUBTFUL and row["valid_from"] in ("2024-12-01", "2025-01-01") else "int"
        units.append(unit(row["code"], row["name"], row["parent_code"] or "vn", row["valid_from"], end, source))
    return units


def new_units(mapping, listed, unchanged):
    units = []
    for province in mapping:
        code = province["level1_id"]
        if code not in unchanged:
            units += since_reform(code, province["name"], "vn", listed)
        for commune in province["level2s"]:
            units += since_reform(commune["level2_id"], commune["name"], code, listed)
    changed = {u["code"] for u in units if u["valid_from"] == DONG_NAI_CITY}
    if changed != {"75", *DONG_NAI_WARDS}:
        raise SystemExit(f"the list of 2026 has otherwise: {sorted(changed)}")
    if {u["code"] for u in units} | unchanged != {code for code in listed} - {"06978"} | {"06970"}:
        raise SystemExit("the codes of the mapping are not those of the list of 2026")
    return units


def since_reform(code, name, parent, listed):
    """A unit of the reform, in two versions where the list of 2026 has another type."""
    then = unit(code, name, parent, REFORM, "", "map")
    now, above = listed[RECODED.get(code, code)]
    if above != parent or lists.bare(now) != lists.bare(then["name"]):
        raise SystemExit(f"{code}: {then['name']} in the mapping, {now} in the list of 2026")
    if now == then["name"]:
        return [then]
    return [then | {"valid_to": DONG_NAI_CITY}, unit(code, now, parent, DONG_NAI_CITY, "", "2026")]


def wholes():
    """The country and the six regions; their ids carry no date, as figures name them so."""
    def row(code, name, parent, start, end, source):
        return {
            "code": code, "name": name, "parent": parent, "valid_from": start, "valid_to": end, "area": "",
            "source": source,
        }
    country = row("vn", "Cả nước", "", "2004-08-31", "", "int")
    return [country] + sorted(
        (row(f"vung:{slug}", name, "vn", FIRST, REFORM, "rev") for slug, name in REGIONS), key=lambda r: r["code"])


def gaps(units):
    """Stretches in which a code was not in use between two of its versions."""
    return [
        {"code": a["code"], "valid_from": a["valid_to"], "valid_to": b["valid_from"], "source": a["source"]}
        for a, b in zip(units, units[1:]) if a["code"] == b["code"] and a["valid_to"] != b["valid_from"]]


def write(path, columns, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        # The register reads its tables without quoting.
        if any(set(value) & set(',"\r\n') for row in rows for value in row.values()):
            raise SystemExit(f"{path.name}: a value with a comma, a quote or a line break")
        writer.writerows(rows)


def valid(units, length, day):
    return [
        u for u in units
        if len(u["code"]) == length and u["code"].isdigit() and u["valid_from"] <= day < (u["valid_to"] or "9999")]


def check(units, folder):
    for length, day, count in COUNTS:
        got = len(valid(units, length, day))
        if got != count:
            raise SystemExit(f"{got} units with codes of {length} digits on {day}, {count} expected")
    for day, counts in TYPES:
        kinds = [lists.kind_of(u["name"]) for u in valid(units, 5, day)]
        if {kind: kinds.count(kind) for kind in set(kinds)} != counts:
            raise SystemExit(f"types on {day}")
    if len({successors.identity(u) for u in units}) != len(units):
        raise SystemExit("an id twice")
    check_early({u["code"]: u for u in valid(units, 5, "2025-01-04")}, folder)


def check_early(ours, folder):
    """The list of 4 January 2025 differs from the intervals exactly as EARLY says."""
    with open(folder / "Xa_2025-01-04.csv", encoding="utf-8-sig", newline="") as file:
        theirs = {r["Mã PX"]: lists.clean(r["Phường Xã"]) for r in csv.DictReader(file) if r["Mã PX"]}
    renamed = [c for c in sorted(set(ours) & set(theirs)) if ours[c]["name"] != theirs[c]]
    if len(theirs) != 10051 or renamed != EARLY["renamed"] \
            or set(ours) - set(theirs) != {*EARLY["gone"], *EARLY["recoded"]} \
            or set(theirs) - set(ours) != {*EARLY["recoded"].values()}:
        raise SystemExit("the list of 4 January 2025 differs otherwise than is written")


def main():
    sources = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parents[2] / "shared/data/units"
    target = Path(sys.argv[2]) if len(sys.argv) > 2 else HERE
    mapping = lists.mapping(sources)
    for province in mapping:
        for commune in province["level2s"]:
            commune["level2_id"] = MISCODED.get(commune["level2_id"], commune["level2_id"])
    unchanged = {
        p["level1_id"] for p in mapping
        if [m["old_id"] for m in p["merges"]] == [p["level1_id"]] and p["merges"][0]["type"] == "full"
    }
    units = old_units(lists.history(sources), unchanged) + new_units(mapping, lists.listed(sources), unchanged)
    units.sort(key=lambda u: (len(u["code"]), u["code"], u["valid_from"]))
    check(units, sources)
    columns = ["code", "name", "parent", "valid_from", "valid_to", "area", "source"]
    write(target / "units.csv", columns, wholes() + units)
    write(
        target / "successors.csv", ["from", "to", "extent", "source"],
        successors.edges(mapping, lists.table(sources), units))
    write(target / "gaps.csv", ["code", "valid_from", "valid_to", "source"], gaps(units))
    write(target / "sources.csv", ["id", "title"], [{"id": id, "title": title} for id, title in SOURCES.items()])
    write(
        target / "regions.csv", ["region", "province", "valid_from", "valid_to", "source"],
        [
            {"region": f"vung:{slug}", "province": code, "valid_from": FIRST, "valid_to": REFORM, "source": "rev"}
            for (slug, _), codes in zip(REGIONS, MEMBERS) for code in codes.split()
        ])


if __name__ == "__main__":
    main()
