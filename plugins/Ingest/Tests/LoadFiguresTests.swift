import Diagnostics
import Figures
import Ingest
import StageKit
import StageTestKit
import Tables
import Testing

/// What `figures.load` makes of rows that are right, and of rows that are not.
@Suite struct LoadFiguresTests {
  @Test func `a row becomes a figure with everything it says`() async throws {
    let loaded = try await Loading.load([Loading.row()])
    let figure = try #require(loaded.figures.first)
    #expect(figure.id == "96@2004-08-31/2024-12-31/poor/all/vn-2022/official")
    #expect(figure.unit == "96@2004-08-31")
    #expect(figure.asOf.iso == "2024-12-31")
    #expect(figure.value == .amount(2890))
    #expect(figure.status == .value && figure.standard == "vn-2022" && figure.grade == .official)
    #expect(figure.source == Figure.Source(title: "a table", decision: "QĐ 1", place: "row 7"))
    #expect(figure.note == "a note" && figure.edition == "2025-02.1" && figure.precedence == 0)
    #expect(figure.origin?.file == "f.csv" && figure.origin?.start.line == 2)
    #expect(loaded.findings.isEmpty)
  }
  @Test(arguments: [
    (["precedence": "1"], "96@2004-08-31/2024-12-31/poor/all/vn-2022/official/1"),
    (["precedence": ""], "96@2004-08-31/2024-12-31/poor/all/vn-2022/official"),
    (["group": ""], "96@2004-08-31/2024-12-31/poor/all/vn-2022/official"),
    (["group": "ethnicity:khmer"], "96@2004-08-31/2024-12-31/poor/ethnicity:khmer/vn-2022/official"),
    (["measure": "water", "standard": ""], "96@2004-08-31/2024-12-31/water/all//official"),
    (["as_of": "2025-07-01", "grade": "press"], "96@2025-07-01/2025-07-01/poor/all/vn-2022/press"),
    (["unit": "vn"], "vn/2024-12-31/poor/all/vn-2022/official"),
  ]) func `an id is of unit version, day, measure, group, standard, grade and precedence`(
    changes: [String: String], id: String
  ) async throws {
    #expect(try await Loading.load([Loading.row(changes)]).figures.map(\.id) == [id])
  }
  @Test(arguments: [
    ("count", "2890", "", FigureValue.amount(2890)), ("count", "0", "", .amount(0)),
    ("count", "12.0", "", .amount(FixedPoint(units: 120, scale: 1))),
    ("rate", "0.96", "", .printed(FixedPoint(units: 96, scale: 2))),
    ("rate", "0.96 %", "", .printed(FixedPoint(units: 96, scale: 2))),
    ("rate", "0.960\u{A0}%", "", .printed(FixedPoint(units: 960, scale: 3))),
    ("rate", "3.675", "", .printed(FixedPoint(units: 3675, scale: 3))),
    ("rate", "0", "", .printed(0)), ("rate", "100", "", .printed(100)),
    ("ratio", "52", "2251", .ratio(numerator: 52, denominator: 2251)),
    ("ratio", "0", "0", .ratio(numerator: 0, denominator: 0)),
    ("ratio", "7", "7", .ratio(numerator: 7, denominator: 7)),
  ]) func `a value keeps every digit`(kind: String, value: String, below: String, wanted: FigureValue)
    async throws
  {
    let row = Loading.row(["kind": kind, "value": value, "denominator": below])
    let found = try #require(try await Loading.load([row]).figures.first?.value)
    #expect(found == wanted)
    #expect("\(found)" == "\(wanted)", "with its decimal places")
  }
  @Test(arguments: ["budget_disbursed", "programme_funds_raised", "income", "weighted_near_poor_share"])
  func `money need not be whole`(measure: String) async throws {
    let loaded = try await Loading.load([Loading.row(["measure": measure, "value": "94277.5"])])
    #expect(loaded.findings.isEmpty)
    #expect(loaded.figures.map(\.value) == [.amount(FixedPoint(units: 942_775, scale: 1))])
  }
  @Test(arguments: ["not_reported", "not_applicable", "withheld"])
  func `a status without a value leaves none, and none is not zero`(status: String) async throws {
    let loaded = try await Loading.load([Loading.row(["status": status, "value": ""])])
    #expect(loaded.figures.map(\.value) == [nil])
    #expect(loaded.figures.map(\.status.rawValue) == [status])
  }
  @Test func `a blank status is a value, and the others with a value keep it`() async throws {
    let rows = ["", "value", "provisional", "revised", "estimate"].enumerated().map {
      Loading.row(["status": $0.element, "measure": "m\($0.offset)"])
    }
    let loaded = try await Loading.load(rows)
    #expect(loaded.figures.map(\.status) == [.value, .value, .provisional, .revised, .estimate])
    #expect(loaded.figures.allSatisfy { $0.value == .amount(2890) })
  }
  @Test func `columns of numbers are read as they are`() async throws {
    let typed = Loading.schema.replacing(
      "value: { sensitivity: public }",
      with: "value: { type: decimal, scale: 3, number_style: vi, sensitivity: public }"
    ).replacing("denominator: {", with: "denominator: { type: int,")
    let loaded = try await Loading.load(
      [
        Loading.row(["value": "3.675"]),
        Loading.row(["kind": "ratio", "value": "1,5", "denominator": "3", "measure": "m"]),
      ],
      schema: typed)
    #expect(loaded.findings.isEmpty)
    #expect(loaded.figures.map(\.value).contains(.amount(3675)))
    #expect(
      loaded.figures.map(\.value).contains(.ratio(numerator: FixedPoint(units: 15, scale: 1), denominator: 3))
    )
  }

  // MARK: Rows that are wrong

  struct Case: CustomTestStringConvertible, Sendable {
    let changes: [String: String]
    let code: String
    let column: String
    let en: String
    let vi: String
    var testDescription: String { "\(changes.sorted { $0.key < $1.key })" }
    init(_ changes: [String: String], _ code: String, _ column: String, en: String, vi: String) {
      (self.changes, self.code, self.column, self.en, self.vi) = (changes, code, column, en, vi)
    }
    static func blank(_ column: String) -> Case {
      Case(
        [column: ""], "figures.blank", column, en: "the column '\(column)' is blank",
        vi: "cột '\(column)' trống")
    }
  }
  static let words =
    ["unit", "as_of", "measure", "kind", "grade", "source"].map { Case.blank($0) } + [
      Case(
        ["note": "a\u{7}"], "figures.control", "note", en: "the cell has the control character U+0007",
        vi: "ô có ký tự điều khiển U+0007"),
      Case(
        ["kind": "rat"], "figures.unknown-word", "kind",
        en: "the column 'kind' has no value 'rat' (did you mean 'rate'?)",
        vi: "cột 'kind' không có giá trị 'rat' (có phải ý bạn là 'rate'?)"),
      Case(
        ["kind": "số đếm"], "figures.unknown-word", "kind",
        en: "the column 'kind' has no value 'số đếm' (there are: count, ratio, rate)",
        vi: "cột 'kind' không có giá trị 'số đếm' (có các tên: count, ratio, rate)"),
      Case(
        ["grade": "offical"], "figures.unknown-word", "grade",
        en: "the column 'grade' has no value 'offical' (did you mean 'official'?)",
        vi: "cột 'grade' không có giá trị 'offical' (có phải ý bạn là 'official'?)"),
      Case(
        ["status": "valeu"], "figures.unknown-word", "status",
        en:
          "the column 'status' has no value 'valeu' (there are: value, withheld, not_reported, not_applicable, provisional, revised, estimate)",
        vi:
          "cột 'status' không có giá trị 'valeu' (có các tên: value, withheld, not_reported, not_applicable, provisional, revised, estimate)"
      ),
    ]
  static let numbers = [
    Case(
      ["value": "1.258.997"], "figures.not-a-number", "value",
      en:
        "the column 'value' needs a number with a decimal point and no separators; found '1.258.997' (write '1258997', or make the column one of numbers with number_style: vi)",
      vi:
        "cột 'value' cần một số viết với dấu chấm thập phân, không tách nghìn; thấy '1.258.997' (viết '1258997', hoặc khai cột là số với number_style: vi)"
    ),
    Case(
      ["value": "0,96", "kind": "rate"], "figures.not-a-number", "value",
      en:
        "the column 'value' needs a number with a decimal point and no separators; found '0,96' (write '0.96', or make the column one of numbers with number_style: vi)",
      vi:
        "cột 'value' cần một số viết với dấu chấm thập phân, không tách nghìn; thấy '0,96' (viết '0.96', hoặc khai cột là số với number_style: vi)"
    ),
    Case(
      ["kind": "ratio", "value": "5", "denominator": "~100"], "figures.not-a-number", "denominator",
      en: "the column 'denominator' needs a number with a decimal point and no separators; found '~100'",
      vi: "cột 'denominator' cần một số viết với dấu chấm thập phân, không tách nghìn; thấy '~100'"),
    Case(
      ["value": "3.675"], "figures.two-readings", "value",
      en: "'3.675' can be read as 3675 or as a decimal number; write the digits of a count together",
      vi: "'3.675' đọc được hai cách: 3675, hoặc 3,675; viết liền các chữ số của một số đếm"),
    Case(
      ["kind": "ratio", "value": "52", "denominator": "2.251"], "figures.two-readings", "denominator",
      en: "'2.251' can be read as 2251 or as a decimal number; write the digits of a count together",
      vi: "'2.251' đọc được hai cách: 2251, hoặc 2,251; viết liền các chữ số của một số đếm"),
    Case(
      ["value": "-1"], "figures.below-zero", "value", en: "the count -1 is below 0", vi: "số đếm -1 nhỏ hơn 0"
    ),
    Case(
      ["value": ""], "figures.no-value", "value",
      en: "the status is 'value' and there is no value; none is not 0",
      vi: "status là 'value' mà không có giá trị; không có thì không phải là 0"),
    Case(
      ["value": "", "status": "estimate"], "figures.no-value", "value",
      en: "the status is 'estimate' and there is no value; none is not 0",
      vi: "status là 'estimate' mà không có giá trị; không có thì không phải là 0"),
    Case(
      ["status": "not_reported"], "figures.value-and-status", "value",
      en: "the row has a value, and its status is 'not_reported'",
      vi: "dòng có giá trị mà status là 'not_reported'"),
    Case(
      ["status": "withheld", "value": "0"], "figures.value-and-status", "value",
      en: "the row has a value, and its status is 'withheld'", vi: "dòng có giá trị mà status là 'withheld'"),
    Case(
      ["kind": "ratio", "value": "5"], "figures.no-denominator", "denominator",
      en: "a ratio needs a denominator",
      vi: "tỷ số cần một mẫu số"),
    Case(
      ["kind": "ratio", "value": "53", "denominator": "52"], "figures.rate-outside", "value",
      en: "the part 53 is not from 0 to the whole 52", vi: "tử số 53 không nằm từ 0 đến mẫu số 52"),
    Case(
      ["kind": "ratio", "value": "-1", "denominator": "52"], "figures.rate-outside", "value",
      en: "the part -1 is not from 0 to the whole 52", vi: "tử số -1 không nằm từ 0 đến mẫu số 52"),
    Case(
      ["kind": "rate", "value": "100.01"], "figures.rate-outside", "value",
      en: "the rate 100.01 is not from 0 to 100",
      vi: "tỷ lệ 100.01 không nằm từ 0 đến 100"),
    Case(
      ["kind": "rate", "value": "100,5"], "figures.not-a-number", "value",
      en:
        "the column 'value' needs a number with a decimal point and no separators; found '100,5' (write '100.5', or make the column one of numbers with number_style: vi)",
      vi:
        "cột 'value' cần một số viết với dấu chấm thập phân, không tách nghìn; thấy '100,5' (viết '100.5', hoặc khai cột là số với number_style: vi)"
    ),
    Case(
      ["kind": "rate", "value": "120 %"], "figures.rate-outside", "value",
      en: "the rate 120 is not from 0 to 100", vi: "tỷ lệ 120 không nằm từ 0 đến 100"),
    Case(
      ["kind": "rate", "value": "\u{2212}0.5 %"], "figures.rate-outside", "value",
      en: "the rate -0.5 is not from 0 to 100", vi: "tỷ lệ -0.5 không nằm từ 0 đến 100"),
    Case(
      ["kind": "rate", "value": "0.4 điểm %"], "figures.points", "value",
      en: "'0.4 điểm %' is percentage points, the difference of two rates, and no rate",
      vi: "'0.4 điểm %' là điểm %, tức hiệu của hai tỷ lệ, không phải tỷ lệ"),
    Case(
      ["value": " 512 "], "figures.not-a-number", "value",
      en:
        "the column 'value' needs a number with a decimal point and no separators; found ' 512 ' (take the blanks at its start or end away)",
      vi:
        "cột 'value' cần một số viết với dấu chấm thập phân, không tách nghìn; thấy ' 512 ' (bỏ khoảng trắng ở đầu hay cuối ô)"
    ),
    Case(
      ["value": "12 %"], "figures.not-a-number", "value",
      en: "the column 'value' needs a number with a decimal point and no separators; found '12 %'",
      vi: "cột 'value' cần một số viết với dấu chấm thập phân, không tách nghìn; thấy '12 %'"),
    Case(
      ["value": "\u{2212}3.675"], "figures.two-readings", "value",
      en:
        "'\u{2212}3.675' can be read as \u{2212}3675 or as a decimal number; write the digits of a count together",
      vi:
        "'\u{2212}3.675' đọc được hai cách: \u{2212}3675, hoặc \u{2212}3,675; viết liền các chữ số của một số đếm"
    ),
    Case(
      ["kind": "rate", "value": "-0.5"], "figures.rate-outside", "value",
      en: "the rate -0.5 is not from 0 to 100",
      vi: "tỷ lệ -0.5 không nằm từ 0 đến 100"),
  ]
  static let documents = [
    Case(
      ["unit": "1"], "figures.unknown-unit", "unit",
      en: "the register has no code '1' (codes are text and keep their leading zeros; there are: 01)",
      vi: "danh mục không có mã '1' (mã là chữ, giữ số 0 ở đầu; có các mã: 01)"),
    Case(
      ["unit": "77"], "figures.unknown-unit", "unit",
      en:
        "the register has no code '77' (look the code up again: a province has 2 digits, a district 3, a commune 5)",
      vi: "danh mục không có mã '77' (tra lại mã: tỉnh có 2 chữ số, huyện 3, xã 5)"),
    Case(
      ["unit": "94", "as_of": "2025-12-31"], "figures.unknown-unit", "unit",
      en:
        "the code '94' is not valid on 2025-12-31 (this code is valid: Tỉnh Sóc Trăng (94@2004-08-31), from 2004-08-31 until before 2025-07-01)",
      vi:
        "mã '94' không có hiệu lực tại ngày 31/12/2025 (mã này có hiệu lực: Tỉnh Sóc Trăng (94@2004-08-31), từ 31/08/2004 đến trước 01/07/2025)"
    ),
    Case(
      ["standard": "vn-2023"], "figures.unknown-standard", "standard",
      en: "there is no poverty standard 'vn-2023' (did you mean 'vn-2022'?)",
      vi: "không có chuẩn nghèo 'vn-2023' (có phải ý bạn là 'vn-2022'?)"),
    Case(
      ["standard": "vn-2016"], "figures.standard-then", "standard",
      en: "the standard 'vn-2016' is not that of a review of 2024-12-31",
      vi: "chuẩn 'vn-2016' không áp dụng cho rà soát ngày 31/12/2024"),
    Case(
      ["standard": ""], "figures.no-standard", "standard",
      en: "the column 'standard' is blank, and 'poor' means something only under a standard",
      vi: "cột 'standard' trống, mà 'poor' chỉ có nghĩa theo một chuẩn nghèo"),
    Case(
      [
        "measure": "deprivation_rate_water", "group": "class:poor", "kind": "rate", "value": "45.59",
        "standard": "",
      ], "figures.no-standard", "standard",
      en:
        "the column 'standard' is blank, and 'deprivation_rate_water' means something only under a standard",
      vi: "cột 'standard' trống, mà 'deprivation_rate_water' chỉ có nghĩa theo một chuẩn nghèo"),
    Case(
      ["standard": "", "as_of": "2021-12-31"], "figures.no-standard", "standard",
      en:
        "the column 'standard' is blank, and 'poor' means something only under a standard; 2 national standards are in force on 2021-12-31: vn-2016, vn-2022",
      vi:
        "cột 'standard' trống, mà 'poor' chỉ có nghĩa theo một chuẩn nghèo; ngày 31/12/2021 có 2 chuẩn quốc gia: vn-2016, vn-2022"
    ),
    Case(
      ["standard": "ha-noi"], "figures.standard-scope", "standard",
      en:
        "the standard 'ha-noi' is that of Thành phố Hà Nội (01), not of the province 96 (use the standard of the country, or that of the province of the figures)",
      vi:
        "chuẩn 'ha-noi' chỉ áp dụng cho Thành phố Hà Nội (01), không phải tỉnh 96 (dùng chuẩn quốc gia, hoặc chuẩn của tỉnh có số liệu)"
    ),
    Case(
      ["standard": "ha-noi", "unit": "vn"], "figures.standard-scope", "standard",
      en:
        "the standard 'ha-noi' is that of Thành phố Hà Nội (01), not of the whole country (use the standard of the country, or that of the province of the figures)",
      vi:
        "chuẩn 'ha-noi' chỉ áp dụng cho Thành phố Hà Nội (01), không phải cả nước (dùng chuẩn quốc gia, hoặc chuẩn của tỉnh có số liệu)"
    ),
    Case(
      ["standard": "nhap"], "figures.standard-provisional", "standard",
      en:
        "the standard 'nhap' is provisional: not compared (compare with the act and mend the pack; for a trial write `allow_provisional: true`)",
      vi:
        "chuẩn 'nhap' là tạm: chưa đối chiếu (đối chiếu với văn bản và sửa tệp chuẩn; để chạy thử, ghi allow_provisional: true)"
    ),
  ]
  @Test(arguments: words + numbers + documents)
  func `a wrong cell is told with its line and column, and its row is left out`(_ row: Case) async throws {
    let loaded = try await Loading.load([Loading.row(row.changes), Loading.row(["measure": "near_poor"])])
    #expect(loaded.found == ["2 \(row.code) \(row.column)"])
    #expect(loaded.findings.map(\.message.en) == [row.en])
    #expect(loaded.findings.map(\.message.vi) == [row.vi])
    #expect(loaded.findings.first?.file == "f.csv")
    #expect(loaded.figures.map(\.measure) == ["near_poor"])
  }
  @Test func `a local standard counts in its province, a provisional one where it is allowed`() async throws {
    let loaded = try await Loading.load(
      [
        Loading.row(["standard": "ha-noi", "unit": "01"]), Loading.row(["standard": "nhap"]),
        Loading.row(["standard": "nhap", "unit": "01"]),
      ], with: "{ max_rejected: 100, allow_provisional: true }")
    #expect(loaded.figures.map(\.standard) == ["ha-noi", "nhap"])
    #expect(loaded.found == ["4 figures.standard-scope standard"])
  }
  @Test func `all that is wrong in a row is told`() async throws {
    let loaded = try await Loading.load([
      Loading.row(["unit": "1", "grade": "x", "value": "a", "standard": "vn-2016", "source": ""])
    ])
    #expect(
      Set(loaded.found) == [
        "2 figures.unknown-unit unit", "2 figures.unknown-word grade", "2 figures.not-a-number value",
        "2 figures.standard-then standard", "2 figures.blank source",
      ])
  }
  @Test func `the same figure twice is told, whatever its grade, and another precedence is not the same`()
    async throws
  {
    let loaded = try await Loading.load([
      Loading.row(), Loading.row(["value": "2891"]), Loading.row(["grade": "press"]),
      Loading.row(["grade": "press", "precedence": "1"]), Loading.row(["group": "area:urban"]),
    ])
    #expect(loaded.found == ["3 figures.same-twice -", "4 figures.same-twice -"])
    #expect(
      loaded.findings.first?.message.en
        == "line 2 has this figure already: the same unit, day, measure, group, standard and precedence")
    #expect(loaded.figures.count == 3)
    #expect(loaded.figures.contains { $0.precedence == 1 })
  }
  @Test(arguments: [
    ("vn-2022", "", "under the standard 'vn-2022', and none is named here"),
    ("", "vn-2022", "without a standard, which is 'vn-2022' here"),
  ]) func `a figure without a standard beside one that names it is the same told twice`(
    first: String, second: String, text: String
  ) async throws {
    func rows(_ precedence: String) -> [String] {
      [
        Loading.row(["measure": "water", "standard": first]),
        Loading.row(["measure": "water", "standard": second, "value": "3", "precedence": precedence]),
      ]
    }
    let loaded = try await Loading.load(rows("0"))
    #expect(loaded.found == ["3 figures.same-twice -"])
    #expect(loaded.findings.first?.message.en.contains(text) == true)
    #expect(loaded.figures.count == 1)
    #expect(try await Loading.load(rows("1")).figures.count == 2)
  }
  @Test func `figures under two standards are two`() async throws {
    let rows = ["vn-2016", "vn-2022"].map {
      Loading.row(["measure": "water", "standard": $0, "as_of": "2021-12-31"])
    }
    #expect(try await Loading.load(rows).figures.count == 2)
  }
  @Test func `every code of the stage has a case`() {
    let tried =
      (Self.words + Self.numbers + Self.documents + FigureFractionTests.cases).map(\.code) + [
        "figures.same-twice"
      ]
      + ["figures.rate-disagrees", "figures.part-above-whole"]  // in `RateCheckTests` and `PartCheckTests`
    #expect(Set(tried) == Set(LoadFigures.explanations.map(\.code)))
  }

  // MARK: The gate

  @Test(arguments: [(0, 1), (1, 1), (1, 2), (2, 2)])
  func `more wrong rows than are let pass fail the run as data`(most: Int, wrong: Int) async throws {
    let rows = (0..<wrong).map { Loading.row(["unit": "7\($0)"]) } + [Loading.row()]
    let loaded = try await Loading.load(rows, with: "{ max_rejected: \(most) }")
    #expect(loaded.findings.count == wrong, "what is wrong is told though the run fails")
    guard wrong > most else {
      #expect(loaded.failure == nil)
      #expect(loaded.figures.count == 1)
      return
    }
    #expect(loaded.failure?.cause == .data)
    #expect(
      loaded.failure?.message.en
        == "step 'load': \(wrong) of \(wrong + 1) rows are wrong, and at most \(most) are let pass")
    #expect(
      loaded.failure?.message.vi
        == "bước 'load': \(wrong) trên \(wrong + 1) dòng sai, cho phép nhiều nhất \(most)")
  }
  @Test func `without the option no wrong row is let pass`() async throws {
    #expect(try await Loading.load([Loading.row(["unit": "7"])], with: "{}").failure?.cause == .data)
  }
  @Test func `a table without rows gives no figures`() async throws {
    #expect(try await Loading.load([], with: "{}").figures.isEmpty)
  }
}
