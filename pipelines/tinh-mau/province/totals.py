"""All households of the communes, with the day on which they were counted, and other results of the second year."""
from .chance import Chance

COUNTED = {2023: "2023-10-01", 2024: "2024-10-01"}
COLUMNS = ["commune", "as_of", "group", "households"]


def households(districts):
    """The households of every commune in both years."""
    found = {}
    for district in districts:
        for commune in district["communes"]:
            chance = Chance(7, int(commune["code"]))
            size = chance.between(420, 740) if commune["area"] == "urban" else chance.between(230, 470)
            found[commune["code"], 2023] = size
            found[commune["code"], 2024] = size + chance.between(-2, 9)
    return found


def rows(districts, totals, people):
    """The table of denominators: all, by area, and those of one people for which a plan has a target."""
    made = []
    for year, day in COUNTED.items():
        for district in districts:
            for commune in district["communes"]:
                size = totals[commune["code"], year]
                chance = Chance(8, int(commune["code"]))
                share = district["peoples"].get(people, 0) * chance.between(700, 1000)
                groups = {"all": size, "area:urban": 0, "area:rural": 0, f"ethnicity:{people}": size * share // 100_000}
                groups[f"area:{commune['area']}"] = size
                for group, count in groups.items():
                    made.append({"commune": commune["code"], "as_of": day, "group": group, "households": count})
    return made
