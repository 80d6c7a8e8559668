public import Diagnostics

/// What `explain` says of the codes of this module.
public let plansExplanations = planExplanations + targetExplanations + dayExplanations + numberExplanations

private let planExplanations = [
  Explanation(
    "plan.period",
    Phrase(
      vi: "Thời kỳ của kế hoạch có ngày cuối trước ngày đầu, hoặc đã hết khi kế hoạch được ký.",
      en: "The period of a plan ends before it begins, or had ended when the plan was signed."),
    remedy: Phrase(
      vi: "Sửa period.from, period.to hoặc date.",
      en: "Mend `period.from`, `period.to` or `date`.")),
  Explanation(
    "plan.no-targets",
    Phrase(
      vi: "Kế hoạch không có chỉ tiêu nào thì không có gì để theo dõi.",
      en: "A plan without targets has nothing to be tracked."),
    remedy: Phrase(
      vi: "Ghi ít nhất một chỉ tiêu dưới targets.",
      en: "Write at least one target under `targets:`.")),
  Explanation(
    "plan.target-twice",
    Phrase(
      vi: "Hai chỉ tiêu cùng mã thì không phân biệt được trang của chúng.",
      en: "Two targets of one id would share a page."),
    remedy: Phrase(
      vi: "Đổi mã của một chỉ tiêu.",
      en: "Give one of them another id.")),
  Explanation(
    "plan.unknown-target",
    Phrase(
      vi: "Một mục nhắc đến một chỉ tiêu không có trong kế hoạch.",
      en: "Something names a target that the plan does not have."),
    remedy: Phrase(
      vi: "Sửa mã, hoặc thêm chỉ tiêu ấy.",
      en: "Mend the id, or add that target.")),
  Explanation(
    "plan.nested-in-itself",
    Phrase(
      vi: "Các chỉ tiêu nằm trong nhau thành vòng tròn.",
      en: "Targets are nested in each other in a circle."),
    remedy: Phrase(
      vi: "Bỏ một part_of trong vòng.",
      en: "Remove one `part_of` of the circle.")),
  Explanation(
    "plan.cannot-agree",
    Phrase(
      vi: "Phép kiểm khớp cần tỷ lệ và số lượng của mức phải đạt và mức giảm.",
      en: "The check needs a rate and a count of a level and a cut."),
    remedy: Phrase(
      vi: "Nêu đúng chỉ tiêu cho từng chỗ.",
      en: "Name the right target in each place.")),
  Explanation(
    "plan.agrees-with-nothing",
    Phrase(
      vi: "Một chỉ tiêu không thể tự khớp với chính nó.",
      en: "One target alone cannot agree with itself."),
    remedy: Phrase(
      vi: "Nêu ít nhất hai chỉ tiêu.",
      en: "Name at least two targets.")),
  Explanation(
    "plan.stated",
    Phrase(
      vi: "Con số mà phép kiểm lấy từ kế hoạch không thể là số hộ hoặc tỷ lệ.",
      en: "A number that a check takes from the plan can be no number of households, or no rate."),
    remedy: Phrase(
      vi: "Kiểm tra dấu thập phân và mục đã ghi con số ấy.",
      en: "Check the decimal point, and the key it stands under.")),
]

private let targetExplanations = [
  Explanation(
    "plan.target-lacks",
    Phrase(
      vi: "Loại chỉ tiêu này cần thêm một mục để đánh giá được.",
      en: "This kind of target needs one more key to be judged."),
    remedy: Phrase(
      vi: "Thêm mục còn thiếu; tài liệu của mô-đun Track liệt kê các mục.",
      en: "Add the key; the README of the module Track lists them.")),
  Explanation(
    "plan.comparison",
    Phrase(
      vi: "Mỗi chỉ tiêu được so sánh theo đúng một cách.",
      en: "A target is compared in exactly one way."),
    remedy: Phrase(
      vi: "Giữ lại một phép so sánh, đúng với câu chữ của kế hoạch.",
      en: "Keep one comparison, the one the words of the plan say.")),
  Explanation(
    "plan.range",
    Phrase(
      vi: "Khoảng có hai đầu đảo ngược, hoặc không đủ hai số.",
      en: "The ends of a range are swapped, or there are not two."),
    remedy: Phrase(
      vi: "Ghi between: [số nhỏ, số lớn].",
      en: "Write `between: [lesser, greater]`.")),
  Explanation(
    "plan.number",
    Phrase(
      vi: "Con số nằm ngoài mọi giá trị có thể có.",
      en: "The number is outside everything it can be."),
    remedy: Phrase(
      vi: "Kiểm tra dấu thập phân và đơn vị tính.",
      en: "Check the decimal point and the unit.")),
  Explanation(
    "plan.all-is-percent",
    Phrase(
      vi: "100 % là một tỷ lệ, nên đơn vị phải là percent.",
      en: "100% is a rate, so its unit is percent."),
    remedy: Phrase(
      vi: "Ghi unit: percent.",
      en: "Write `unit: percent`.")),
  Explanation(
    "plan.change-in-percent",
    Phrase(
      vi: "Mức giảm của một tỷ lệ là điểm phần trăm; ghi % thì đọc thành hai nghĩa.",
      en: "A change of a rate is in percentage points; percent would have two meanings."),
    remedy: Phrase(
      vi: "Ghi unit: points.",
      en: "Write `unit: points`.")),
  Explanation(
    "plan.level-in-points",
    Phrase(
      vi: "Một mức không thể tính bằng điểm phần trăm.",
      en: "A level cannot be in percentage points."),
    remedy: Phrase(
      vi: "Ghi unit: percent, hoặc kind: change.",
      en: "Write `unit: percent`, or `kind: change`.")),
  Explanation(
    "plan.due",
    Phrase(
      vi:
        "Hạn của chỉ tiêu phải nằm trong thời kỳ của kế hoạch, nếu không kết quả sẽ thuộc một kỳ khác; chỉ tiền mới được chi sau đó, nhiều nhất một năm.",
      en:
        "A target is due within the period of its plan; otherwise its result would be of another period. Money alone may be spent after it, for a year at most."
    ),
    remedy: Phrase(
      vi: "Sửa due, hoặc thời kỳ của kế hoạch.", en: "Mend `due`, or the period of the plan.")),
  Explanation(
    "plan.baseline",
    Phrase(
      vi: "Số liệu gốc phải trước hạn.",
      en: "The baseline must be before the due day."),
    remedy: Phrase(
      vi: "Sửa baseline hoặc due.",
      en: "Mend `baseline` or `due`.")),
  Explanation(
    "plan.key-of-another-kind",
    Phrase(
      vi:
        "Mục này chỉ có nghĩa với loại chỉ tiêu khác; nếu bỏ qua thì một con số của kế hoạch mất đi mà không ai biết.",
      en: "The key belongs to another kind of target; passed over, a number of the plan would be lost unseen."
    ),
    remedy: Phrase(
      vi: "Bỏ mục ấy, hoặc sửa kind; tài liệu của mô-đun Track nói loại nào dùng mục nào.",
      en: "Remove it, or mend `kind`; the README of the module Track says which kind takes what.")),
  Explanation(
    "plan.parts",
    Phrase(
      vi: "Chỉ số tiền và mức hỗ trợ mới chia thành các phần.",
      en: "Only money and entitlements have parts."),
    remedy: Phrase(
      vi: "Bỏ parts, hoặc đổi kind.",
      en: "Remove `parts`, or change the kind.")),
]
