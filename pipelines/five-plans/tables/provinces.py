"""provinces.csv: poor and near-poor households of every province and year, and printed near-poor rates."""
from . import checks, doubts
from .rows import DECISIONS, MEASURES, fact, printed, standard, table_of, year_end
from .vietnamese import count

HUE, HOA_BINH = "46", "17"
CENTRE = "vung:bac-trung-bo-duyen-hai-mien-trung"
BASELINE = "Rà soát đầu kỳ 2022–2025 theo chuẩn mới"


def facts(rows, single, totals):
    found = doubts.of(rows)
    made = []
    for row in rows:
        for measure in MEASURES:
            if row["basis"].startswith("ministry table"):
                made.append(ministry(row, measure, row[measure], found))
            elif row["province_code"] == HUE:
                made.append(hue(row, measure, rows, single, totals))
            elif row["province_code"] == HOA_BINH:
                made.append(hoa_binh(row, measure, rows, totals))
            else:
                raise SystemExit(f"{row['province']} {row['year']}: a basis nobody knows: {row['basis']}")
        if printed(row):
            made.append(ministry(row, "near_poor_rate", printed(row), found))
    return made


def ministry(row, measure, value, found):
    code, year = row["province_code"], int(row["year"])
    usable, doubt = found.get((code, year, measure), (True, ""))
    notes = [BASELINE if year == 2021 else "", doubt]
    return fact(
        code, year_end(year), measure, value if usable else "", status="value" if usable else "not_reported",
        standard=standard(year), grade="official", source=table_of(year), decision=DECISIONS.get(year, ""),
        note=". ".join(note for note in notes if note))


def hue(row, measure, rows, single, totals):
    """The press has the poor of every year and the near-poor of one; the others follow from what it says."""
    year, value = int(row["year"]), int(row[measure])
    told = single.get((HUE, year_end(year), measure))
    if told:
        checks.equal(int(told["value"]), value, f"Huế {year}, {measure}")
        return fact(
            HUE, year_end(year), measure, value, standard=standard(year), grade="press",
            source=told["source"])
    source, note, follows = hue_before(single) if year == 2022 else hue_within(row, rows, totals)
    checks.equal(follows, value, f"Huế {year}, {measure}, worked out")
    return fact(
        HUE, year_end(year), measure, value, standard=standard(year), grade="derived", source=source,
        note=note)


def hue_before(single):
    after, cut = single[HUE, "2023-12-31", "near_poor"], single[HUE, "2023", "near_poor_change"]
    stock, fall = int(after["value"]), -int(cut["value"])
    note = f"{count(stock)} hộ cuối năm 2023 cộng {count(fall)} hộ giảm trong năm 2023, đều theo bài báo"
    return after["source"], note, stock + fall


def hue_within(row, rows, totals):
    year, poor = int(row["year"]), int(row["poor"])
    region = int(totals[year, CENTRE]["poor_plus_near"])
    others = sum(
        int(r["poor"]) + int(r["near_poor"]) for r in rows
        if r["year"] == row["year"] and r["region"] == row["region"] and r["province_code"] != HUE)
    note = (
        f"{count(region)} hộ nghèo và cận nghèo của vùng Bắc Trung Bộ và duyên hải miền Trung trừ "
        f"{count(others)} hộ của các tỉnh, thành phố còn lại và {count(poor)} hộ nghèo của tỉnh")
    source = f"Tính từ số công bố của vùng năm {year}, bảng của Bộ và báo chí"
    return source, note, region - others - poor


def hoa_binh(row, measure, rows, totals):
    year, value = int(row["year"]), int(row[measure])
    country = totals[year, "vn"]
    if measure == "poor" or country["near_poor"]:
        whole = int(country[measure])
    else:
        whole = int(country["poor_plus_near"]) - int(country["poor"])
    others = [int(r[measure]) for r in rows if r["year"] == row["year"] and r["province_code"] != HOA_BINH]
    checks.equal(len(others), 62, f"provinces besides Hòa Bình in {year}")
    checks.equal(whole - sum(others), value, f"Hòa Bình {year}, {measure}, worked out")
    return fact(
        HOA_BINH, year_end(year), measure, value, standard=standard(year), grade="derived",
        source=f"Tính từ số công bố của cả nước năm {year}, bảng của Bộ và báo chí",
        note=f"{count(whole)} hộ của cả nước trừ {count(sum(others))} hộ của 62 tỉnh, thành phố còn lại")
