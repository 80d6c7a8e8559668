"""What must hold; the script stops where it does not."""
import unicodedata

from . import dirt

MISTAKE_COLUMNS = ["year", "mistake", "thousandths", "rows", "rejected"]


def names(districts, real_codes, real_names):
    """No name and no code of the province is one of the country."""
    seen = set()
    for unit in districts + [commune for district in districts for commune in district["communes"]]:
        bare = unit["name"].lower().removeprefix(unit["type"]).strip()
        assert unit["code"] not in real_codes and bare not in real_names, unit
        assert unit["name"] == unicodedata.normalize("NFC", unit["name"]), unit
        assert unit["name"] not in seen, unit
        seen.add(unit["name"])
    assert "mẫu" not in real_names and "99" not in real_codes and dirt.UNKNOWN_COMMUNE not in real_codes
    communes = [commune["code"] for district in districts for commune in district["communes"]]
    assert len(districts) == 9 and len(communes) == len(set(communes)) == 110, len(communes)
    assert dirt.UNKNOWN_COMMUNE not in communes


def households(clean, rows):
    """Every household is what the rule of the standard makes of it, and has one row a year."""
    for year, all in clean.items():
        assert len({h["household_id"] for h in all}) == len(all), year
        for household in all:
            line = {"rural": 1500, "urban": 2000}[household["area"]]
            lacks = sum(household["deprivations"])
            kind = "none" if household["income_k"] > line else "poor" if lacks >= 3 else "near_poor"
            assert kind == household["class"] and household["b2"] == 10 * lacks, household
            assert (household["b1"] <= {"rural": 140, "urban": 175}[household["area"]]) == (kind != "none"), household
            assert (2 * household["dependants"] > household["members"]) == household["deprivations"][1], household
            assert 0 <= household["dependants"] <= household["members"] <= 9, household
    for year, all in rows.items():
        for kind in dirt.SHARES:
            assert sum(row["mistake"] == kind for row in all) == dirt.count(kind, len(clean[year])), (year, kind)


def totals(expected, denominators):
    """No more households are poor or near-poor than there are, in every group of which the number is known."""
    known = {}
    for row in denominators:
        for code in (row["commune"], row["commune"][:3], row["commune"][:2]):
            key = (row["as_of"][:4], code, row["group"])
            known[key] = known.get(key, 0) + row["households"]
    for row in expected:
        all = known.get((str(row["year"]), row["unit"], row["group"]))
        assert all is None or row["poor"] + row["near_poor"] <= all, row


def mistakes(clean, rows):
    """How many rows have each kind of mistake, and how many are not kept because of it."""
    made = []
    for year, all in rows.items():
        for kind, thousandths in dirt.SHARES.items():
            count = sum(row["mistake"] == kind for row in all)
            rejected = 0 if kind in dirt.KEPT else 2 * count if kind in dirt.COPIES else count
            made.append({
                "year": year, "mistake": kind, "thousandths": thousandths, "rows": count, "rejected": rejected})
        assert sum(m["rejected"] for m in made if m["year"] == year) == sum(not row["kept"] for row in all), year
        made.append({"year": year, "mistake": "", "thousandths": 1000, "rows": len(all), "rejected": ""})
    return made


def summary(expected, denominators):
    for row in expected:
        if row["level"] == "commune" or row["group"] != "all" and row["level"] != "province":
            continue
        all = sum(
            d["households"] for d in denominators
            if d["commune"].startswith(row["unit"]) and d["group"] == row["group"]
            and d["as_of"].startswith(str(row["year"])))
        rate = f"{100 * row['poor'] / all:.2f} {100 * row['near_poor'] / all:.2f}" if all else ""
        print(row["year"], row["unit"], row["group"], all, row["households"], row["poor"], row["near_poor"], rate)
