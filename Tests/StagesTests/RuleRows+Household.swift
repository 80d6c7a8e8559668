extension RuleRows {
  static let indicators = (1...12).map { "d\($0)" }
  /// A form of which nothing but the points was handed in.
  static let noAnswers = Dictionary(uniqueKeysWithValues: indicators.map { ($0, "") })
  private static let flags = columns("bool", indicators.joined(separator: " "))
  private static let householdColumns =
    columns("text", "household_id commune area ethnicity class")
    + columns("int", "members dependants income_k b1 b2") + flags + columns("date", "review_date")
  /// A poor household of a rural commune, lacking three things, in which nothing is wrong.
  private static let householdRow: [String: String] = {
    let answers = indicators.map { ($0, ["d1", "d9", "d10"].contains($0) ? "1" : "0") }
    return Dictionary(uniqueKeysWithValues: answers).merging([
      "household_id": "000434081656", "commune": "90001", "area": "rural", "ethnicity": "Kinh",
      "members": "4", "dependants": "2", "income_k": "705", "b1": "120", "b2": "30", "class": "poor",
      "review_date": "2024-10-01",
    ]) { $1 }
  }()

  /// Lists of households.
  static let household = RuleRows(
    sheet: "household", columns: householdColumns, right: householdRow,
    cases: [
      rule("E1-ma-ho", pass: ["household_id": "DL-17"], fail: ["household_id": ""]),
      rule("E1-ma-ho-12-so", fail: ["household_id": "00043408165x"]),
      rows("E1-trung-ma", pass: [[:], ["household_id": "000434081657"]], fail: [[:], [:]]),
      rule("E1-ma-xa", pass: ["commune": "90002"], fail: ["commune": "90009"]),
      rule("E1-ngay-ra-soat-trong", pass: ["review_date": "2023-10-01"], fail: ["review_date": ""]),
      rule("E1-ngay-ra-soat", pass: ["review_date": "2024-12-31"], fail: ["review_date": "2023-10-01"]),
      rule("E2-khu-vuc", fail: ["area": "nông thôn"]),
      rule("E2-dan-toc-trong", pass: ["ethnicity": "KHMER"], fail: ["ethnicity": ""]),
      rule("E2-dan-toc", pass: ["ethnicity": "KHMER"], fail: ["ethnicity": "Khơ-me Lào"]),
      rule("E3-nhan-khau", pass: ["members": "1"], fail: ["members": "0"]),
      rule("E3-dong-nguoi", pass: ["members": "20"], fail: ["members": "21"]),
      rule("E3-phu-thuoc", pass: ["dependants": "0"], fail: ["dependants": "-1"]),
      rule("E3-phu-thuoc-trong", pass: ["dependants": "0"], fail: ["dependants": ""]),
      rule("E3-phu-thuoc-qua-nhieu", pass: ["dependants": "4"], fail: ["dependants": "5"]),
      rule("E4-thu-nhap", pass: ["income_k": "0"], fail: ["income_k": "-1"]),
      rule("E4-thu-nhap-hoac-b1", pass: ["income_k": ""], fail: ["income_k": "", "b1": ""]),
      rule("E4-don-vi-tinh", pass: ["income_k": "50"], fail: ["income_k": "705000"]),
      rule("E4-thu-nhap-rat-thap", fail: ["income_k": "49"]),
      rule("E4-khong-thu-nhap", pass: ["income_k": "1"], fail: ["income_k": "0"]),
      rule("E5-chi-so", fail: ["d7": ""]),
      rule(
        "E5-khong-tra-loi", pass: noAnswers, fail: noAnswers.merging(["b2": ""]) { $1 }),
      rule("E6-thieu-diem", fail: ["b1": ""]),
      rule("E6-b1", pass: ["b1": "0"], fail: ["b1": "-1"]),
      rule("E6-b2", pass: ["b2": "120"], fail: ["b2": "130"]),
      rule("E6-b2-chan-chuc", pass: ["b2": "40"], fail: ["b2": "35"]),
      rule("E6-b2-dem", fail: ["b2": "40"]),
      rule("E7-loai-ho", fail: ["class": "hộ nghèo"]),
      rule(
        "E7-theo-thu-nhap", pass: ["income_k": "1500", "b1": ""], fail: ["income_k": "1501", "b1": ""]),
      rule("E7-theo-diem", pass: ["b1": "140"], fail: ["b1": "141"]),
      rule(
        "E7-phan-con-lai", pass: ["b1": "", "income_k": "", "class": "none"],
        fail: ["b1": "", "income_k": "", "class": "near_poor"]),
      rule("E7-thu-nhap-khac-diem", pass: ["income_k": "1500"], fail: ["income_k": "1501"]),
    ])

  /// The same households with what is rolled up of their members.
  static let people = RuleRows(
    sheet: "household-people",
    columns: householdColumns + columns("text", "head_key commune_now village")
      + columns(
        "int", "members_listed heads workers children pupils adults_16_30 uninsured head_birth_year")
      + columns("date", "head_birth_date"),
    right: householdRow.merging([
      "head_key": "lò văn mẫu", "commune_now": "90001", "village": "Bản Mẫu", "members_listed": "4",
      "heads": "1", "workers": "2", "children": "1", "pupils": "1", "adults_16_30": "1", "uninsured": "0",
      "head_birth_year": "1980", "head_birth_date": "1980-05-05",
    ]) { $1 },
    cases: [
      rule("E3-dem-thanh-vien", fail: ["members_listed": "5"]),
      rule("E9-co-chu-ho", fail: ["heads": "0"]),
      rule("E8-viec-lam", pass: ["workers": "1"], fail: ["workers": "0"]),
      rule("E8-phu-thuoc", pass: ["dependants": "3", "d2": "1"], fail: ["dependants": "3"]),
      rule("E8-dinh-duong", pass: ["d3": "1"], fail: ["d3": "1", "children": "0"]),
      rule("E8-bao-hiem", pass: ["d4": "1", "uninsured": "1"], fail: ["d4": "1"]),
      rule("E8-nguoi-lon", pass: ["d5": "1"], fail: ["d5": "1", "adults_16_30": "0"]),
      rule("E8-tre-em-di-hoc", pass: ["d6": "1"], fail: ["d6": "1", "pupils": "0"]),
      rows("D2-chu-ho", pass: [[:], ["head_birth_date": "1980-05-06"]], fail: [[:], ["commune": "90002"]]),
      rows(
        "D4-xa-cu-xa-moi", pass: [["commune": "90002"], ["head_key": "lò văn ví"]],
        fail: [["commune": "90002"], [:]]),
      rows(
        "X10-ten-nam-sinh", pass: [[:], ["head_birth_year": "1981"]],
        fail: [[:], ["head_birth_date": "1980-06-06"]]),
      // Points are wholly missing in real exports: what is blank in both rows is the same.
      rows(
        "X10-dong-y-nguyen",
        pass: [
          ["b1": ""], ["b1": "", "income_k": "706"],
          // Without an id and a name the same answers are no same household.
          ["household_id": "", "head_key": ""], ["household_id": "", "head_key": ""],
        ],
        fail: [["b1": "", "b2": "", "head_birth_date": ""], ["b1": "", "b2": "", "head_birth_date": ""]]),
      rows(
        "W-phieu-giong-nhau",
        pass: [[:], ["b1": "121"], ["b1": ""], ["village": "", "b1": "9"], ["village": "", "b1": "9"]],
        fail: [["b1": ""], ["b1": "", "head_key": "lò văn ví"]]),
    ])

  /// The same households over two reviews.
  static let years = RuleRows(
    sheet: "household-years",
    columns: householdColumns + columns("text", "change last_class standard last_standard")
      + columns("int", "last_b1 last_b2 last_members") + columns("bool", "was_poor"),
    right: householdRow.merging([
      "change": "stayed", "last_class": "poor", "standard": "vn-2022", "last_standard": "vn-2022",
      "last_b1": "125", "last_b2": "40", "last_members": "4", "was_poor": "0",
    ]) { $1 },
    cases: [
      rule(
        "T1-thoat-ngheo", pass: ["change": "escaped", "class": "none"],
        fail: ["change": "escaped", "class": "none", "last_class": ""]),
      rule(
        "T2-tai-ngheo", pass: ["change": "re_poor", "last_class": "none", "was_poor": "1"],
        fail: ["change": "re_poor", "last_class": "none", "was_poor": ""]),
      rule(
        "T3-phat-sinh", pass: ["change": "new", "last_class": ""],
        fail: ["change": "new", "last_class": "", "was_poor": "1"]),
      rows(
        "T1-khong-doi",
        pass: [
          ["class": "none", "last_class": ""], ["class": "average", "last_class": "none"],
          ["class": "none", "last_class": "average"],
        ], fail: [["last_class": "none"], ["class": "average"]]),
      rule("T1-tu-bien-dong", pass: ["change": "escaped"], fail: ["change": "thoat"]),
      rule("T4-b2-nhay", pass: ["last_b2": "60"], fail: ["last_b2": "70"]),
      rule("T4-b1-qua-muc", pass: ["last_b1": "140"], fail: ["last_b1": "141"]),
      rule("T5-nhan-khau", pass: ["last_members": "7"], fail: ["last_members": "8"]),
      rule(
        "T7-chuan-khac", pass: ["last_standard": "vn-2016", "change": ""],
        fail: ["last_standard": "vn-2016"]),
    ])

  /// The poor households of the review before.
  static let left = RuleRows(
    sheet: "household-left", columns: columns("text", "household_id left_reason"),
    right: ["household_id": "000434081656", "left_reason": ""],
    other: ("ky-nay", "household_id", ["000434081656"]),
    cases: [rule("T6-vang-khong-ly-do", fail: ["household_id": "000434081657"])])

  /// Members of households.
  static let member = RuleRows(
    sheet: "member",
    columns: columns("text", "household_id name_key sex relation citizen_id") + columns("date", "birth_date"),
    right: [
      "household_id": "000434081656", "name_key": "lò văn mẫu", "sex": "male", "relation": "head",
      "citizen_id": "011080000001", "birth_date": "1980-05-05",
    ],
    other: ("ho", "household_id", ["000434081656", "000434081657"]),
    cases: [
      rows("E9-mot-chu-ho", pass: [[:], ["relation": "child"]], fail: [[:], ["name_key": "lò văn ví"]]),
      rule("E9-quan-he", pass: ["relation": "spouse"], fail: ["relation": "chủ hộ"]),
      rule("E9-gioi-tinh", pass: ["sex": "female"], fail: ["sex": "nam"]),
      rule("E9-ngay-sinh", pass: ["birth_date": "2024-12-31"], fail: ["birth_date": "2025-01-01"]),
      rule("E9-tuoi-chu-ho", pass: ["birth_date": "2009-12-31"], fail: ["birth_date": "2010-01-01"]),
      rule("E9-co-ho", pass: ["household_id": "000434081657"], fail: ["household_id": "000434081658"]),
      rule("E10-cccd", fail: ["citizen_id": "01108000000"]),
      rule(
        "E10-cccd-gioi-the-ky",
        pass: ["citizen_id": "011310000001", "birth_date": "2010-02-02", "sex": "female"],
        fail: ["sex": "female"]),
      rule(
        "E10-cccd-nam-sinh", pass: ["citizen_id": "011209000001", "birth_date": "2009-02-02"],
        fail: ["birth_date": "1989-05-05"]),
      rows("D1-cccd-trung", pass: [[:], ["citizen_id": "011080000002"]], fail: [[:], ["sex": "female"]]),
      rows(
        "D3-hai-ho", pass: [["citizen_id": ""], ["citizen_id": "", "sex": "female"]],
        fail: [["citizen_id": ""], ["citizen_id": "", "household_id": "000434081657"]]),
    ])
}
