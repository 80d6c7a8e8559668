"""What must hold of the collected figures and of the tables made of them; anything else stops the script."""
import re
import unicodedata

from .rows import MEASURES, year_end

PROVINCES = {year: 63 if year >= 2022 else 61 for year in range(2016, 2025)}
COUNTS = {"provinces.csv": 1539, "totals.csv": 76, "published.csv": 49, "derived.csv": 14, "national.csv": 24}
WITHOUT_VALUE = 10
# The rates the plans are judged by: (unit, day) -> what must come out.
RATES = {("96", "2023-12-31"): "1.60", ("96", "2024-12-31"): "0.94", ("94", "2019-12-31"): "4.91"}
GRADES = {"official", "press", "derived"}
STATUSES = {"value", "not_reported", "estimate"}


def equal(got, expected, what):
    if got != expected:
        raise SystemExit(f"{what}: {got}, {expected} expected")


def sources(rows, totals, single, units, regions, names):
    for year, number in PROVINCES.items():
        codes = {r["province_code"] for r in rows if int(r["year"]) == year}
        equal(len(codes), number, f"provinces in {year}")
    equal(len(rows), sum(PROVINCES.values()), "rows of provinces")
    equal(len(totals), 21, "published totals")
    for row in rows:
        named(units, row["province_code"], year_end(row["year"]), row["province"])
        equal(names[row["region"].casefold()], regions[row["province_code"]], f"region of {row['province']}")
    for row in single.values():
        if row["code"] and not row["indicator"].endswith("_change"):
            named(units, row["code"], row["as_of"], row["name"])


def named(units, code, day, name):
    """A name without its type and without blanks: the lists write Đakrông and Đa Krông, TP. and Thành phố."""
    unit = valid(units, code, day)
    if unit is None or bare(unit["name"]) != bare(name):
        raise SystemExit(f"{code} is not {name} on {day}, but {unit and unit['name']}")


def valid(units, code, day):
    found = [u for u in units if u["code"] == code and u["valid_from"] <= day < (u["valid_to"] or "9999")]
    return found[0] if found else None


def bare(name):
    return re.sub(r"(?i)^(tỉnh|thành phố|tp\.|huyện|thị xã|quận) |\s", "", name).casefold()


def tables(made, units):
    keys = set()
    for name, facts in made.items():
        for fact in facts:
            one(name, fact, units)
            key = tuple(fact[k] for k in ("unit", "as_of", "measure", "group", "standard", "precedence"))
            if key in keys:
                raise SystemExit(f"{name}: twice {', '.join(key)}")
            keys.add(key)
        print(f"{name}: {len(facts)} facts")
        equal(len(facts), COUNTS[name], name)
    whole(made)


def one(name, fact, units):
    """A single row: its unit on its day, its value, its words."""
    told = f"{name}: {fact['unit']} {fact['as_of']} {fact['measure']}"
    if valid(units, fact["unit"], fact["as_of"]) is None:
        raise SystemExit(f"{told}: no such unit on that day")
    form = r"\d+(\.\d+)?" if fact["kind"] == "rate" else r"\d+"
    if not re.fullmatch(form if fact["status"] != "not_reported" else "", fact["value"]):
        raise SystemExit(f"{told}: {fact['value']!r} is no {fact['kind']}")
    if (fact["kind"] == "ratio") != bool(fact["denominator"]):
        raise SystemExit(f"{told}: a ratio needs a denominator, and nothing else takes one")
    if fact["grade"] not in GRADES or fact["status"] not in STATUSES:
        raise SystemExit(f"{told}: grade {fact['grade']}, status {fact['status']}")
    if not fact["standard"] or not fact["source"]:
        raise SystemExit(f"{told}: no standard or no source")
    if fact["grade"] == "derived" and not fact["note"]:
        raise SystemExit(f"{told}: derived without saying how")
    if any(v != unicodedata.normalize("NFC", v) or "\n" in v for v in fact.values()):
        raise SystemExit(f"{told}: a text not in NFC or with a line break")


def whole(made):
    provinces = made["provinces.csv"]
    for year, number in PROVINCES.items():
        for measure in MEASURES:
            rows = [f for f in provinces if f["as_of"] == year_end(year) and f["measure"] == measure]
            equal(len(rows), number, f"provinces with {measure} in {year}")
    equal(sum(not f["value"] for f in provinces), WITHOUT_VALUE, "counts that cannot be right")
    derived = {(f["unit"], f["as_of"]): f["value"] for f in made["derived.csv"]}
    for key, rate in RATES.items():
        equal(derived.get(key), rate, f"poor rate of {key[0]} on {key[1]}")
