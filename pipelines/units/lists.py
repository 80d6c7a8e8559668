"""The published lists, read into rows with names in one spelling."""
import csv
import json
import re
import unicodedata

REFORM = "2025-07-01"
FIRST = "2016-01-01"
TONES = "\u0300\u0301\u0303\u0309\u0323"
TYPES = ["Tỉnh", "Thành phố", "Quận", "Huyện", "Thị xã", "Xã", "Phường", "Thị trấn", "Đặc khu"]


def clean(name):
    """NFC, one space between words, the type with one capital letter, the tone of oa, oe, uy on the first vowel."""
    name = " ".join(unicodedata.normalize("NFD", name.replace("\u2019", "'")).split())
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


def bare(name):
    return name[len(kind_of(name)) + 1:]


def history(folder):
    """The intervals of validity that reach into the register."""
    with open(folder / "dvhcvn_history_intervals.csv", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return [row for row in rows if not row["valid_to"] or row["valid_to"] > FIRST]


def mapping(folder):
    return json.loads((folder / "merges.json").read_text(encoding="utf-8"))["data"]


def listed(folder):
    """Code to (name, code of the province) in the list of 25 July 2026."""
    provinces = json.loads((folder / "thanglequoc_full_vn_units_2026-07-25.json").read_text(encoding="utf-8"))
    found = {p["Code"]: (clean(p["FullName"]), "vn") for p in provinces}
    return found | {w["Code"]: (clean(w["FullName"]), p["Code"]) for p in provinces for w in p["Wards"]}


def table(folder):
    """(new code, old code) to (old name, note) in the conversion table of July 2025."""
    path = folder / "BangChuyendoi_DVHC_moi_cu_khong_merge_2025-07.csv"
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = [[" ".join(field.split()) for field in row] for row in csv.reader(file)][2:]
    return {(row[2], row[4]): (row[3], row[5].lower()) for row in rows if row[2] and row[4]}


def is_whole(note):
    """Whether a note of the table puts the whole unit in: `nhập toàn bộ`, `giữ nguyên`, `đổi tên`, ..."""
    return not any(word in note for word in ["một phần", "phần còn lại", "diện tích"])
