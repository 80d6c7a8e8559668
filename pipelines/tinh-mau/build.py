#!/usr/bin/env python3
"""Builds the invented province: its register of units, its lists of households, its totals.

Usage: python3 build.py [--check | --summary]
The tables go to `units`, `data` and `expected` beside this script. With --check nothing is written: they are built in
memory, and the exit status is 1 when a file differs. With --summary the counts are shown. Same script, same bytes out.
Needs nothing but Python 3.

Nothing here is real: no place, no household, no name. What is invented how is told in README.md.
"""
import sys
from pathlib import Path

sys.dont_write_bytecode = True

from province import checks, counts, dirt, files, households, outcomes, places, results, totals  # noqa: E402

HERE = Path(__file__).resolve().parent
PEOPLE = "Mông"
TITLE = "DANH SÁCH HỘ ĐÃ RÀ SOÁT NĂM 2024 - TỈNH MẪU (SỐ LIỆU GIẢ LẬP)"


def build():
    """The bytes of every file by its path."""
    districts = places.districts()
    checks.names(districts, *places.real(HERE.parent / "units" / "units.csv"))
    sizes = totals.households(districts)
    clean = households.of_both_years(districts, sizes)
    rows = {year: dirt.spoilt(clean[year], year) for year in clean}
    checks.households(clean, rows)
    denominators = totals.rows(districts, sizes, PEOPLE)
    expected = counts.expected(rows)
    checks.totals(expected, denominators)

    made = {f"units/{name}": files.table(*table) for name, table in places.register(districts).items()}
    made["data/ho-2023.ndjson"] = files.portal(rows[2023])
    made["data/ho-2024.csv"] = files.spreadsheet(rows[2024], TITLE)
    made["data/tong-ho.csv"] = files.table(totals.COLUMNS, denominators)
    made["data/ket-qua-khac.csv"] = files.table(results.COLUMNS, results.ROWS)
    made["expected/counts.csv"] = files.table(counts.COLUMNS, expected)
    made["expected/words.csv"] = files.table(outcomes.COLUMNS, outcomes.expected(rows, clean, denominators))
    made["expected/mistakes.csv"] = files.table(checks.MISTAKE_COLUMNS, checks.mistakes(clean, rows))
    return {path: text.encode() for path, text in made.items()}, expected, denominators


def main(arguments):
    if arguments not in ([], ["--check"], ["--summary"]):
        raise SystemExit(__doc__)
    built, expected, denominators = build()
    if arguments == ["--summary"]:
        return checks.summary(expected, denominators)
    if arguments == ["--check"]:
        differ = [
            path for path, content in built.items()
            if not (HERE / path).is_file() or (HERE / path).read_bytes() != content]
        if differ:
            raise SystemExit("not what this script builds: " + ", ".join(differ))
        return print("the files are what this script builds")
    for path, content in built.items():
        (HERE / path).parent.mkdir(exist_ok=True)
        (HERE / path).write_bytes(content)


if __name__ == "__main__":
    main(sys.argv[1:])
