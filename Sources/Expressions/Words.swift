public import Diagnostics

/// The words of this module's codes, for `minhbach explain`.
public let expressionsExplanations: [Explanation] = writingExplanations + meaningExplanations

private let writingExplanations = [
  Explanation(
    "expression.syntax",
    Phrase(
      vi: "Biểu thức viết chưa đúng: thiếu hoặc thừa một từ, một dấu ở chỗ được chỉ ra.",
      en: "The expression is not well formed: a word or a sign is missing or too many at the place shown."),
    remedy: Phrase(
      vi: "Viết như trong SQL, ví dụ: members >= 4 AND area IN ('01', '02'). Chữ đặt trong ngoặc đơn thẳng.",
      en: "Write as in SQL, such as: members >= 4 AND area IN ('01', '02'). Texts stand in straight quotes.")),
  Explanation(
    "expression.number",
    Phrase(
      vi: "Một số viết không đúng, hoặc lớn hơn hay có nhiều chữ số lẻ hơn mức tính chính xác được.",
      en: "A number is miswritten, or larger or with more places than can be computed exactly."),
    remedy: Phrase(
      vi: "Viết bằng chữ số, phần lẻ sau một dấu chấm, không có dấu tách nghìn: 1200000 hoặc 0.4.",
      en: "Write digits with at most one decimal point and no separators: 1200000 or 0.4.")),
  Explanation(
    "expression.date",
    Phrase(
      vi: "Chữ sau từ date không phải là một ngày có thật.", en: "The text after the word date is no day."),
    remedy: Phrase(
      vi: "Viết năm, tháng, ngày: date '2024-12-31'.", en: "Write year, month and day: date '2024-12-31'.")),
  Explanation(
    "expression.division",
    Phrase(
      vi:
        "Không có phép chia trần: số chữ số lẻ và cách làm tròn phải được nói rõ, và tỷ lệ phải nhớ hai vế của nó.",
      en: "There is no bare division: places and rounding must be said, and a rate must know its two parts."),
    remedy: Phrase(
      vi: "Dùng rate(a, b) cho phần trăm, ratio(a, b, n) cho thương có n chữ số lẻ.",
      en: "Use rate(a, b) for a percentage, ratio(a, b, n) for a quotient of n places.")),
  Explanation(
    "expression.limit",
    Phrase(
      vi: "Biểu thức quá dài hoặc lồng quá sâu, người khác khó đọc và khó kiểm tra.",
      en: "The expression is too long or nested too deep for others to read and check."),
    remedy: Phrase(
      vi: "Tách thành nhiều cột, mỗi cột một biểu thức ngắn.",
      en: "Split it into several columns, each of a short expression.")),
  Explanation(
    "expression.function",
    Phrase(vi: "Không có hàm mang tên này.", en: "There is no function of this name."),
    remedy: Phrase(vi: "Sửa tên theo gợi ý.", en: "Mend the name as suggested.")),
  Explanation(
    "expression.arguments",
    Phrase(
      vi: "Hàm được gọi với số đối số không đúng.",
      en: "A function is called with a wrong number of arguments."),
    remedy: Phrase(vi: "Viết lời gọi như dòng gợi ý.", en: "Write the call as the hint shows.")),
]

private let meaningExplanations = [
  Explanation(
    "expression.column",
    Phrase(
      vi: "Biểu thức dùng một cột mà đầu vào của bước không có.",
      en: "The expression uses a column that the input of the step does not have."),
    remedy: Phrase(
      vi: "Sửa tên theo gợi ý. Chữ phải đặt trong ngoặc đơn, nếu không sẽ được hiểu là tên cột.",
      en: "Mend the name as suggested. A text stands in single quotes, or it is taken for a column.")),
  Explanation(
    "expression.type",
    Phrase(
      vi: "Một giá trị không đúng kiểu mà phép tính ở chỗ đó cần; chương trình không tự đổi kiểu.",
      en: "A value is not of the type that the operation there needs; types are never changed unasked."),
    remedy: Phrase(
      vi: "Dùng cột hoặc giá trị đúng kiểu: chữ '01', số 1, ngày date '2024-12-31', TRUE.",
      en: "Use a column or value of that type: text '01', number 1, date '2024-12-31', TRUE.")),
  Explanation(
    "expression.scale",
    Phrase(
      vi: "Kết quả cần nhiều chữ số lẻ hơn mức giữ chính xác được là 18.",
      en: "The result needs more decimal places than the 18 that are kept exactly."),
    remedy: Phrase(
      vi: "Nhân các cột ít chữ số lẻ hơn, hoặc dùng ratio với số chữ số lẻ mong muốn.",
      en: "Multiply columns of fewer places, or use ratio with the places wanted.")),
  Explanation(
    "expression.unit",
    Phrase(
      vi: "Hai cột khác đơn vị không cộng trừ với nhau, vì kết quả không có nghĩa.",
      en: "Columns of two units are not added or subtracted: the result would mean nothing."),
    remedy: Phrase(
      vi: "Đổi về cùng đơn vị trước; một cột nhân với một số thì không còn mang đơn vị cũ.",
      en: "Bring both to one unit first; a column times a number no longer carries its unit.")),
  Explanation(
    "expression.null",
    Phrase(
      vi: "Chỉ có NULL nên không biết kết quả thuộc kiểu nào.",
      en: "There is nothing but NULL, so the type of the result is unknown."),
    remedy: Phrase(
      vi: "Cho ít nhất một giá trị hoặc một cột.", en: "Give at least one value or column.")),
  Explanation(
    "expression.reference-date",
    Phrase(
      vi: "Tuổi được tính tại ngày tham chiếu của quy trình, không bao giờ tại ngày chạy máy.",
      en: "Ages are computed at the pipeline's reference date, never at the day of the run."),
    remedy: Phrase(
      vi: "Khai defaults: { reference_date: 2024-12-31 } trong tệp quy trình.",
      en: "Declare defaults: { reference_date: 2024-12-31 } in the pipeline file.")),
]
