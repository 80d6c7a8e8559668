import Diagnostics

/// What `explain` says of the codes of `figures.recast`.
let recastExplanations = [
  Explanation(
    "recast.day",
    Phrase(
      vi: "Ngày ghi ở `to` nằm ngoài danh mục đơn vị.",
      en: "The day at `to` is outside the register of units."),
    remedy: Phrase(vi: "Sửa to.", en: "Mend `to`.")),
  Explanation(
    "recast.measures",
    Phrase(
      vi: "`measures` để trống, nên bước này không quy đổi gì.",
      en: "`measures` is empty, so the step would carry nothing over."),
    remedy: Phrase(vi: "Ghi các số đếm cần quy đổi.", en: "Write the counts to carry over.")),
  Explanation(
    "recast.nothing",
    Phrase(
      vi: "Bước này không quy đổi được số nào, và thông báo nói vì sao.",
      en: "The step carried not one figure over, and the message says why."),
    remedy: Phrase(vi: "Sửa to hoặc measures.", en: "Mend `to` or `measures`.")),
  Explanation(
    "recast.no-measure",
    Phrase(
      vi: "Không có số liệu nào của một số đếm ghi ở `measures`.",
      en: "There is no figure of a count in `measures`."),
    remedy: Phrase(
      vi: "Sửa tên của số đếm, hoặc bỏ nó.", en: "Mend the name of the count, or leave it out.")),
  Explanation(
    "recast.rate-parts",
    Phrase(
      vi: "Một tỷ lệ được tính lại từ hai số đếm đã quy đổi, nên cả hai phải nằm trong measures.",
      en: "A rate is made again of two counts that were carried over, so both must be among `measures`."),
    remedy: Phrase(vi: "Sửa rates hoặc measures.", en: "Mend `rates` or `measures`.")),
  Explanation(
    "recast.rate",
    Phrase(
      vi:
        "Tỷ lệ của đơn vị cũ không cộng, không chia được thành tỷ lệ của đơn vị mới; tử số cũng không được lớn hơn mẫu số.",
      en:
        "Rates of former units cannot be added or divided into those of new ones, and a numerator is never more than its denominator."
    ),
    remedy: Phrase(
      vi: "Quy đổi hai số đếm, rồi tính lại tỷ lệ bằng rates: tên: [tử số, mẫu số].",
      en: "Carry the two counts over, and make the rate again by `rates`: name: [numerator, denominator].")),
  Explanation(
    "recast.no-share",
    Phrase(
      vi: "Một phần của đơn vị cũ đi vào đơn vị mới, và không ai nói phần ấy lớn bao nhiêu.",
      en: "A part of a former unit went into a new one, and nobody says how large it was."),
    remedy: Phrase(
      vi: "Cho bảng tỷ lệ có nguồn vào cổng shares; không có thì giữ chuỗi số cũ như nó đã có.",
      en:
        "Give a table of shares with its source at the port `shares`; without one the old series stays as it was."
    )),
  Explanation(
    "recast.no-origin",
    Phrase(
      vi: "Danh mục không ghi đơn vị mới gồm những đơn vị cũ nào.",
      en: "The register does not say of which units a new one was made."),
    remedy: Phrase(vi: "Bổ sung successors.csv.", en: "Complete successors.csv.")),
  Explanation(
    "recast.no-successor",
    Phrase(
      vi: "Danh mục không ghi đơn vị cũ đi vào đâu; cấp huyện đã bãi bỏ thì không có đơn vị kế tiếp.",
      en: "The register does not say what became of a unit; districts that were abolished have no successor."),
    remedy: Phrase(
      vi: "Bổ sung successors.csv, hoặc chỉ quy đổi số liệu cấp xã và cấp tỉnh.",
      en: "Complete successors.csv, or carry over figures of communes and provinces alone.")),
  Explanation(
    "recast.incomplete",
    Phrase(
      vi: "Có đơn vị cũ chưa có số liệu, nên đơn vị mới không có tổng: thiếu không phải là 0.",
      en: "Some former unit has no figure, so the new one has no sum: missing is not zero."),
    remedy: Phrase(
      vi: "Thêm số liệu còn thiếu cùng nguồn của nó.", en: "Add the missing figures with their source.")),
  Explanation(
    "recast.not-the-sum",
    Phrase(
      vi: "Số đã công bố theo địa giới mới khác tổng của các đơn vị cũ. Cả hai được nêu, không sửa.",
      en:
        "A figure published in the new boundaries is another than the sum. Both are shown, neither is mended."
    ),
    remedy: Phrase(
      vi: "Đối chiếu với văn bản gốc; nếu bảng chép sai thì sửa bảng.",
      en: "Compare with the document; mend the table if it was copied wrongly.")),
  Explanation(
    "recast.share",
    Phrase(
      vi: "Một dòng của bảng tỷ lệ không dùng được, nên đơn vị ấy coi như không có tỷ lệ.",
      en: "A row of the table of shares cannot be used, so its unit counts as having none."),
    remedy: Phrase(
      vi: "Ghi mã@ngày bắt đầu của hai đơn vị, tỷ lệ như 3/7 hoặc 42,5 %, và nguồn.",
      en: "Write code@first-day of both units, a share such as 3/7 or 42.5 %, and its source.")),
  Explanation(
    "recast.shares-sum",
    Phrase(
      vi:
        "Các tỷ lệ của một đơn vị phải nêu mọi nơi nó đi vào và cộng đúng bằng 1; nếu không, không tỷ lệ nào được dùng.",
      en: "The shares of a unit must name all it went into and be exactly 1 together; otherwise none is used."
    ),
    remedy: Phrase(
      vi: "Bổ sung hoặc sửa bảng tỷ lệ; dùng phân số khi phần trăm đã làm tròn.",
      en: "Complete or mend the table; use fractions where percentages were rounded.")),
]
