"""What should be counted: from the rows that are right, by commune, district and province."""

COLUMNS = [
    "year", "level", "unit", "group", "households", "poor", "near_poor", "average", "none", "members_poor",
    "deprivations_poor",
] + [f"dep_{number}_poor" for number in range(1, 13)]


def expected(rows_by_year):
    made = []
    for year, rows in rows_by_year.items():
        sums = {}
        for row in rows:
            if not row["kept"]:
                continue
            units = [("province", row["commune"][:2]), ("district", row["commune"][:3]), ("commune", row["commune"])]
            for unit in units:
                for group in ("all", f"area:{row['area']}", f"ethnicity:{row['ethnicity']}"):
                    _add(sums.setdefault((*unit, group), dict.fromkeys(COLUMNS[4:], 0)), row)
        order = {"province": 0, "district": 1, "commune": 2}
        for (level, unit, group) in sorted(sums, key=lambda key: (order[key[0]], key[1], key[2])):
            if level != "commune" or group == "all":
                made.append({"year": year, "level": level, "unit": unit, "group": group} | sums[level, unit, group])
    return made


def finding(row):
    """The class by the standard: those above the line are average up to one and a half times the line."""
    if row["class"] != "none":
        return row["class"]
    return "average" if row["income_k"] <= {"rural": 2250, "urban": 3000}[row["area"]] else "none"


def _add(sum, row):
    sum["households"] += 1
    sum[finding(row)] += 1
    if row["class"] == "poor":
        sum["members_poor"] += row["members"]
        sum["deprivations_poor"] += row["deprivations"].count(True)
        for number, flag in enumerate(row["deprivations"], 1):
            sum[f"dep_{number}_poor"] += flag
