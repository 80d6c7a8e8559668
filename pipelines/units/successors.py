"""Who went into whom: the mapping of 1 July 2025, held against the conversion table, and what is known of before.

The mapping was made by matching the names in the resolutions, the table carries codes. They agree but for these:
- a unit that the mapping puts partly into a unit of another district, where the table puts the whole of it elsewhere:
  the mapping has taken a namesake (Phú Sơn of Thanh Hóa for Phú Sơn of Bỉm Sơn). The table is followed.
- a unit that the two put, as a whole, into different units (or under different codes): the table is followed.
- a part that the table leaves out, in the same district: the mapping is followed, and nothing is called whole.
- a line of the table whose code is not that of the name beside it, and units that the table leaves out: the mapping.
"""
import unicodedata
from collections import Counter

import lists

REFORM = lists.REFORM
# How many edges the lists have, and how many of them were settled in which way.
EXPECTED = {
    "mapping full": 9592, "mapping partial": 1012, "namesake": 19, "other target": 6, "part kept": 3,
    "full": 9609, "partial": 976,
}
# (old code, new code, day, extent, source) where a resolution says what the lists leave out.
STATED = [
    ("474", "474", "2025-01-01", "partial", "1314"),
    ("474", "475", "2025-01-01", "partial", "1314"),
    ("483", "482", "2025-01-01", "full", "1314"),
    ("763", "769", "2021-01-01", "full", "1111"),
    ("762", "769", "2021-01-01", "full", "1111"),
    ("769", "769", "2021-01-01", "full", "1111"),
]


def settled(mapping, table, old):
    """(old code, new code) to extent on the day of the reform; `old` is code to (name, parent) on the day before."""
    targets = {}
    for province in mapping:
        for commune in province["level2s"]:
            for merge in commune["merges"]:
                targets.setdefault(merge["old_id"], {})[commune["level2_id"]] = merge["type"]
    count = Counter("mapping " + extent for into in targets.values() for extent in into.values())
    # The line of the table is used where code and name belong together.
    whole = {
        code: new for (new, code), (name, note) in table.items()
        if lists.is_whole(note) and code in old and same_name(name, old[code][0])
    }
    around = districts(targets, old)
    result = {}
    for code, into in targets.items():
        new = whole.get(code)
        others = [other for other in into if new and other != new]
        near = [other for other in others if new in into and old[code][1] in around[other, code]]
        if others and not near:
            count["namesake" if new in into else "other target"] += len(others)
            into = {new: "full"}
        count["part kept"] += len(near)
        for other, extent in into.items():
            result[code, other] = extent
            count[extent] += 1
    if count != Counter(EXPECTED):
        raise SystemExit(f"edges of the reform: {dict(count)}, {EXPECTED} expected")
    return result


def same_name(written, name):
    """Whether a name of the table, which may lack its type or a mark, is one of the register."""
    return letters(written).endswith(letters(lists.bare(name)))


def letters(name):
    """The letters and digits without their marks, for names that are looked at beside a code."""
    return "".join(sign for sign in unicodedata.normalize("NFD", name.lower()) if sign.isalnum())


def districts(targets, old):
    """(new code, old code) to the districts of the other old units that went into the new one."""
    members = {}
    for code, into in targets.items():
        for new in into:
            members.setdefault(new, []).append(code)
    return {
        (new, code): {old[other][1] for other in codes if other != code and other in old}
        for new, codes in members.items() for code in codes}


def edges(mapping, table, units):
    """All successions of the register, by the ids of both ends."""
    before, after = {}, {}
    for unit in units:
        if unit["valid_from"] < REFORM <= (unit["valid_to"] or "9999"):
            before[unit["code"]] = unit
        if unit["valid_from"] <= REFORM < (unit["valid_to"] or "9999"):
            after[unit["code"]] = unit
    steps = {
        (merge["old_id"], province["level1_id"]): merge["type"]
        for province in mapping for merge in province["merges"]}
    communes = {code: (unit["name"], unit["parent"]) for code, unit in before.items() if len(code) > 2}
    steps |= settled(mapping, table, communes)
    found = [
        {"from": identity(before[old]), "to": identity(after[new]), "extent": extent, "source": "map"}
        for (old, new), extent in steps.items() if before[old] is not after[new]]
    found += continued(units) + stated(units)
    return sorted(found, key=lambda e: (e["from"], e["to"]))


def identity(unit):
    return f"{unit['code']}@{unit['valid_from']}"


def continued(units):
    """The next version under the same code on any other day.

    It is a full successor when only type or parent changed; the lists do not say whether a unit of another name is one.
    """
    known = {(old, day) for old, _, day, _, _ in STATED}
    found = []
    for a, b in zip(units, units[1:]):
        if a["code"] != b["code"] or a["valid_to"] != b["valid_from"] or b["valid_from"] == REFORM:
            continue
        if (a["code"], a["valid_to"]) in known:
            continue
        # Thừa Thiên Huế became the city of Huế, and Đồng Nai a city, with their whole territory.
        same = len(a["code"]) == 2 or lists.bare(a["name"]) == lists.bare(b["name"])
        found.append({
            "from": identity(a), "to": identity(b), "extent": "full" if same else "unstated", "source": b["source"]})
    return found


def stated(units):
    def at(code, day, ending):
        for u in units:
            if u["code"] == code and (
                    u["valid_to"] == day if ending else u["valid_from"] <= day < (u["valid_to"] or "9")):
                return identity(u)
        raise SystemExit(f"no unit {code} on {day}")
    return [
        {"from": at(old, day, True), "to": at(new, day, False), "extent": extent, "source": source}
        for old, new, day, extent, source in STATED]
