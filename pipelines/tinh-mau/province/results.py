"""Results that no list of households gives: what offices would report by themselves."""

COLUMNS = [
    "unit", "as_of", "measure", "group", "kind", "value", "denominator", "status", "standard", "grade", "precedence",
    "source", "decision", "place", "note",
]
REPORT = "Báo cáo giả lập về kết quả giảm nghèo năm 2024"


def _row(unit, measure, kind, value, denominator="", status="value", note="", place=""):
    return {
        "unit": unit, "as_of": "2024-12-31", "measure": measure, "group": "all", "kind": kind, "value": value,
        "denominator": denominator, "status": status, "standard": "", "grade": "simulated", "precedence": 0,
        "source": REPORT, "decision": "", "place": place, "note": note,
    }


ROWS = [
    _row("99", "job_connected_poor_near_poor", "count", 452, place="Phần II, mục 3"),
    _row(
        "99", "worked_abroad_poor_near_poor", "count", "", status="not_reported", place="Phần II, mục 3",
        note="Báo cáo nêu có người đi làm việc ở nước ngoài, không nêu số."),
    _row("99", "housing_supported_poor_near_poor", "count", 146, place="Phần II, mục 5"),
    _row("99", "poverty_officers_trained_rate", "ratio", 261, 268, place="Phần II, mục 2"),
    _row("99", "budget_disbursed", "count", 58940, place="Phần II, mục 7", note="Đơn vị: triệu đồng."),
]
