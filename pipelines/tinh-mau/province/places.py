"""The register of the invented province, in the form of pipelines/units.

No unit of this name, and none of these codes, has ever been in the official lists; `real` holds it.
"""
import csv

SOURCE = {"id": "gia-lap", "title": "Tỉnh giả lập của dự án"}
SINCE = "2016-01-01"
PROVINCE = "99"
COLUMNS = ["code", "name", "parent", "valid_from", "valid_to", "area", "source"]
TYPES = ("tỉnh", "thành phố", "quận", "huyện", "thị xã", "xã", "phường", "thị trấn", "đặc khu")

# Type and name of a district; its wards, townships and communes; poor and near-poor households of 2023 in thousandths;
# how common each people is.
LOWLAND = {"Kinh": 89, "Tày": 6, "Mường": 5}
HILLS = {"Kinh": 46, "Tày": 24, "Nùng": 14, "Mường": 9, "Dao": 7}
HIGHLAND = {"Kinh": 14, "Tày": 22, "Dao": 22, "Mông": 34, "Thái": 8}
DISTRICTS = [
    ("thành phố", "Sen Hồng", 10, 0, 3, 7, 8, LOWLAND),
    ("thị xã", "Bến Gấm", 6, 0, 5, 12, 12, LOWLAND),
    ("huyện", "Đồng Mây", 0, 1, 13, 17, 18, LOWLAND),
    ("huyện", "Cồn Lau", 0, 1, 9, 22, 19, LOWLAND),
    ("huyện", "Rừng Trúc", 0, 1, 12, 28, 24, HILLS),
    ("huyện", "Suối Ngàn", 0, 1, 11, 36, 30, HILLS),
    ("huyện", "Hồ Trăng", 0, 1, 12, 42, 33, HILLS),
    ("huyện", "Núi Biếc", 0, 1, 12, 62, 45, HIGHLAND),
    ("huyện", "Mây Ngàn", 0, 1, 10, 71, 47, HIGHLAND),
]
FIRST = [
    "Lúa", "Sen", "Mây", "Gió", "Trăng", "Cỏ", "Sương", "Nắng", "Suối", "Trúc", "Mai", "Quế", "Chè", "Ngô",
]
SECOND = ["Biếc", "Lành", "Mật", "Thơm", "Chiều", "Sớm", "Hiền", "Ngời", "Trong", "Vàng"]


def districts():
    """Every district with its code and its communes, each a dictionary."""
    names = [f"{first} {second}" for second in SECOND for first in FIRST]
    taken = 0
    found = []
    for number, (kind, name, wards, towns, rural, poor, near, peoples) in enumerate(DISTRICTS, 1):
        code = PROVINCE + str(number)
        kinds = ["phường"] * wards + ["thị trấn"] * towns + ["xã"] * rural
        communes = []
        for place, commune_kind in enumerate(kinds, 1):
            # A township has the name of its district.
            own = name if commune_kind == "thị trấn" else names[taken]
            taken += commune_kind != "thị trấn"
            communes.append({
                "code": f"{code}{place:02}", "name": f"{commune_kind.capitalize()} {own}", "type": commune_kind,
                "area": "rural" if commune_kind == "xã" else "urban", "district": code,
            })
        found.append({
            "code": code, "name": f"{kind.capitalize()} {name}", "type": kind, "poor": poor, "near_poor": near,
            "peoples": peoples, "communes": communes,
        })
    return found


def register(districts):
    """The rows of the five tables."""
    def unit(code, name, parent, area=""):
        return {
            "code": code, "name": name, "parent": parent, "valid_from": SINCE, "valid_to": "", "area": area,
            "source": SOURCE["id"],
        }
    rows = [unit("vn", "Cả nước", ""), unit(PROVINCE, "Tỉnh Mẫu", "vn")]
    rows += [unit(d["code"], d["name"], PROVINCE) for d in districts]
    rows += [unit(c["code"], c["name"], c["district"], c["area"]) for d in districts for c in d["communes"]]
    return {
        "units.csv": (COLUMNS, rows), "successors.csv": (["from", "to", "extent", "source"], []),
        "regions.csv": (["region", "province", "valid_from", "valid_to", "source"], []),
        "gaps.csv": (["code", "valid_from", "valid_to", "source"], []),
        "sources.csv": (["id", "title"], [SOURCE]),
    }


def real(units_csv):
    """The official names and codes of the register of the country, in lower case."""
    with open(units_csv, encoding="utf-8") as file:
        rows = list(csv.DictReader(file))

    def bare(row):
        name = row["name"].lower()
        return next((name[len(kind) + 1:] for kind in TYPES if name.startswith(kind + " ")), name)
    return {row["code"] for row in rows}, {bare(row) for row in rows}
