#!/usr/bin/env python3
"""Builds the fact tables of the five plans from the collected figures of the poverty reviews.

Usage: python3 build.py [FOLDER] [--check]
FOLDER holds the collected figures (default: shared/data/poverty beside the project). The tables go to `data`
beside this script. With --check nothing is written: the tables are built in memory, and the exit status is 1
when the files in `data` differ. Same figures in, same bytes out. Needs nothing but Python 3.

What is taken, what is left out and why is told in data/README.md; what must hold, in tables/checks.py.
"""
import csv
import io
import sys
from pathlib import Path

sys.dont_write_bytecode = True

from tables import checks, derived, press, provinces, totals  # noqa: E402
from tables.rows import COLUMNS, read  # noqa: E402

HERE = Path(__file__).resolve().parent
UNITS = HERE.parent / "units"
DATA = HERE / "data"
ORDER = ("unit", "as_of", "standard", "measure", "group", "precedence")


def build(folder):
    """The texts of the tables by file name."""
    rows = read(folder / "province_poverty_review_2016_2024.csv")
    units = read(UNITS / "units.csv")
    regions = {r["province"]: r["region"] for r in read(UNITS / "regions.csv")}
    names = {u["name"].casefold(): u["code"] for u in units if not u["code"].isdigit()}
    single = press.figures(read(folder / "published_figures.csv"))
    published = totals.by_unit(read(folder / "published_region_totals_2022_2024.csv"), names)
    checks.sources(rows, published, single, units, regions, names)

    made = {"provinces.csv": provinces.facts(rows, single, published)}
    made["totals.csv"] = totals.facts(published, rows, single, regions)
    made["published.csv"] = press.facts(single, made["provinces.csv"])
    known = {(f["unit"], f["as_of"], f["measure"]) for f in made["published.csv"] if f["group"] == "all"}
    made["derived.csv"] = derived.facts(rows, known)
    checks.tables(made, units)
    return {name: text(facts) for name, facts in made.items()}


def text(facts):
    output = io.StringIO()
    writer = csv.DictWriter(output, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(sorted(facts, key=lambda f: [f[column] for column in ORDER]))
    return output.getvalue()


def compare(built):
    differ = [
        name for name, content in built.items()
        if not (DATA / name).is_file() or (DATA / name).read_bytes() != content.encode()]
    if differ:
        raise SystemExit("not what this script builds: " + ", ".join(differ))
    print("the files in data are what this script builds")


def main(arguments):
    folders = [argument for argument in arguments if argument != "--check"]
    if len(folders) > 1 or any(folder.startswith("-") for folder in folders):
        raise SystemExit(__doc__)
    folder = Path(folders[0]) if folders else HERE.parents[2] / "shared/data/poverty"
    if not folder.is_dir():
        raise SystemExit(f"there is no folder {folder}")
    built = build(folder)
    if "--check" in arguments:
        return compare(built)
    DATA.mkdir(exist_ok=True)
    for name, content in built.items():
        (DATA / name).write_bytes(content.encode())


if __name__ == "__main__":
    main(sys.argv[1:])
