"""The lists as they are committed: one as a portal gives them, one as a spreadsheet saves them."""
import csv
import datetime
import io
import json

CLASS_WORDS = {"poor": "Hộ nghèo", "near_poor": "Hộ cận nghèo", "none": "Hộ không nghèo"}
AREA_WORDS = {"urban": "Thành thị", "rural": "Nông thôn"}
HEADINGS = [
    "Mã hộ", "Mã xã", "Khu vực", "Họ và tên chủ hộ", "Dân tộc", "Số nhân khẩu", "Số người phụ thuộc",
    "Thu nhập (nghìn đồng/người/tháng)", "Điểm B1", "Điểm B2", "TH Việc làm", "TH Người phụ thuộc", "TH Dinh dưỡng",
    "TH Bảo hiểm y tế", "TH Trình độ giáo dục người lớn", "TH Trẻ em đi học", "TH Chất lượng nhà ở",
    "TH Diện tích nhà ở", "TH Nguồn nước sinh hoạt", "TH Nhà tiêu", "TH Dịch vụ viễn thông", "TH Phương tiện thông tin",
    "Kết quả", "Ngày rà soát",
]


def review_day(row):
    """The day of the review, written by year, month and day; 31 November is none."""
    year, place = row["reviewed"]
    day = datetime.date(year, 9, 1) + datetime.timedelta(days=place)
    return (year, 11, 31) if row["mistake"] == "impossible_date" else (day.year, day.month, day.day)


def declared(row):
    return row.get("declared", row["class"])


def portal(rows):
    """An object a line."""
    lines = []
    for row in rows:
        year, month, day = review_day(row)
        keys = [
            "household_id", "commune", "area", "head_name", "ethnicity", "members", "dependants", "income_k", "b1", "b2"]
        item = {key: row[key] for key in keys}
        item |= {f"d{number}": flag for number, flag in enumerate(row["deprivations"], 1)}
        item |= {"class": declared(row), "review_date": f"{year}-{month:02}-{day:02}"}
        if row["mistake"] == "cut_row":
            del item["review_date"]
        lines.append(json.dumps(item, ensure_ascii=False, separators=(",", ":")))
    return "".join(f"{line}\n" for line in lines)


def spreadsheet(rows, title):
    """A CSV file with a title, semicolons, numbers and days as they are written in Viet Nam, and CRLF."""
    output = io.StringIO()
    writer = csv.writer(output, delimiter=";", lineterminator="\r\n")
    output.write(f"\ufeff{title}\r\n\r\n")
    writer.writerow(HEADINGS)
    for row in rows:
        year, month, day = review_day(row)
        cells = [
            row["household_id"], row["commune"], AREA_WORDS[row["area"]], row["head_name"], row["ethnicity"],
            row["members"], row["dependants"], f"{row['income_k']:,}".replace(",", "."),
            "" if row["b1"] is None else row["b1"], "" if row["b2"] is None else row["b2"],
        ]
        cells += ["có" if flag else "không" for flag in row["deprivations"]]
        cells += [CLASS_WORDS[declared(row)], f"{day:02}/{month:02}/{year}"]
        writer.writerow(cells[:-1] if row["mistake"] == "cut_row" else cells)
    return output.getvalue()


def table(columns, rows):
    output = io.StringIO()
    writer = csv.DictWriter(output, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return output.getvalue()
