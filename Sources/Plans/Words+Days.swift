import Diagnostics

/// What `explain` says of the codes about days, years and paths.
let dayExplanations = [
  Explanation(
    "plan.due-reason",
    Phrase(
      vi: "Hạn ở sau thời kỳ thì phải nói vì sao, để người đọc biết; ngoài ra không có lý do nào để ghi.",
      en:
        "A due day after the period has a reason that readers are told; otherwise there is none to be given."),
    remedy: Phrase(
      vi: "Thêm due_reason bên cạnh due, hoặc bỏ due_reason.",
      en: "Add `due_reason` beside `due`, or remove it.")),
  Explanation(
    "plan.years",
    Phrase(
      vi:
        "Mức thay đổi của mỗi năm được tính từ cuối năm đến cuối năm, nên từ số liệu gốc đến hạn phải là số năm tròn.",
      en:
        "A change of every year is judged from year end to year end, so that the baseline is whole years before the due day."
    ),
    remedy: Phrase(vi: "Sửa baseline hoặc due.", en: "Mend `baseline` or `due`.")),
  Explanation(
    "plan.years-number",
    Phrase(
      vi: "Mức của mỗi năm cộng lại vượt quá 100 %, nên con số có lẽ là của cả kỳ.",
      en: "The years together come to more than 100%, so that the number is likely that of the whole period."),
    remedy: Phrase(vi: "Bỏ per_year, hoặc sửa con số.", en: "Remove `per_year`, or mend the number.")),
  Explanation(
    "plan.share",
    Phrase(
      vi: "Phần của số đã đạt là một tỷ lệ.", en: "A share of those reached is a rate."),
    remedy: Phrase(
      vi: "Ghi unit: percent, hoặc bỏ share_of_parent.",
      en: "Write `unit: percent`, or remove `share_of_parent`.")),
  Explanation(
    "plan.wrong-way",
    Phrase(
      vi:
        "Con số trần và \"khoảng\" được hiểu là ít nhất; với số đo càng thấp càng tốt thì càng nhiều hộ nghèo lại càng đạt.",
      en:
        "A bare number and about are read as at least; of what less is better of, more poor households would meet it."
    ),
    remedy: Phrase(
      vi: "Ghi rõ phép so sánh, hoặc dùng số đo khác.", en: "Write the comparison, or use another measure.")),
  Explanation(
    "plan.pace",
    Phrase(
      vi: "Lộ trình là để xét tiến độ; pace: none nói rằng không xét.",
      en: "Milestones are there to judge the pace; `pace: none` says that none is judged."),
    remedy: Phrase(vi: "Bỏ milestones, hoặc bỏ pace.", en: "Remove `milestones`, or `pace`.")),
  Explanation(
    "plan.milestone-day",
    Phrase(
      vi: "Một mốc của lộ trình ở ngoài thời kỳ, hoặc không theo thứ tự thời gian.",
      en: "A milestone is outside the period, or out of order."),
    remedy: Phrase(vi: "Sửa ngày, hoặc thứ tự các mốc.", en: "Mend the day, or the order of the milestones.")),
  Explanation(
    "plan.milestone-word",
    Phrase(
      vi: "Một mốc dùng đúng một phép so sánh, là phép so sánh của chỉ tiêu.",
      en: "A milestone has one comparison, which is that of its target."),
    remedy: Phrase(vi: "Ghi cùng phép so sánh với chỉ tiêu.", en: "Write the comparison of the target.")),
  Explanation(
    "plan.milestone-back",
    Phrase(
      vi: "Lộ trình đi lùi, hoặc mốc cuối vượt chính mục tiêu: kế hoạch tự mâu thuẫn.",
      en: "A path turns back, or goes beyond its own target: the plan contradicts itself."),
    remedy: Phrase(vi: "Xem lại các số trong văn bản.", en: "Look at the numbers of the document again.")),
]
