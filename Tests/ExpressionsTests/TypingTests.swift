import Expressions
import Tables
import Testing

/// What an expression gives, and what it is refused for.
@Suite struct TypingTests {
  @Test(
    arguments: [
      ("members", .int, .count, "người", ["members"]),
      ("members + poor", .int, .count, "người", ["members", "poor"]),
      ("members - 1", .int, .count, "người", ["members"]),
      ("members * poor", .int, .amount, nil, ["members", "poor"]),
      ("income + 0.25", .decimal(scale: 2), .amount, "nghìn đồng", ["income"]),
      ("income * 1000", .decimal(scale: 1), .amount, nil, ["income"]),
      ("income * area", .decimal(scale: 4), .amount, nil, ["area", "income"]),
      ("weight * income", .decimal(scale: 3), .amount, nil, ["income", "weight"]),
      ("weight + 1", .decimal(scale: 2), .weight, nil, ["weight"]),
      ("members > 3", .bool, .flag, nil, ["members"]), ("urban", .bool, .flag, nil, ["urban"]),
      ("name", .text, .label, nil, ["name"]), ("trim(commune)", .text, .code, nil, ["commune"]),
      ("lower(commune)", .text, .label, nil, ["commune"]), ("length(name)", .int, .amount, nil, ["name"]),
      ("born", .date, .label, nil, ["born"]), ("age(born)", .int, .amount, "tuổi", ["born"]),
      ("year(born)", .int, .code, nil, ["born"]), ("year(born) + 1", .int, .code, nil, ["born"]),
      ("reference_date()", .date, .label, nil, []), ("1.50", .decimal(scale: 2), .amount, nil, []),
      (
        "rate(poor, members)", .decimal(scale: 2), .rate(numerator: "poor", denominator: "members"), "%",
        ["members", "poor"]
      ),
      (
        "rate(poor, members + 0)", .decimal(scale: 2), .rate(numerator: "", denominator: ""), "%",
        ["members", "poor"]
      ),
      (
        "ratio(income, members, 3)", .decimal(scale: 3), .rate(numerator: "", denominator: ""), nil,
        ["income", "members"]
      ),
      (
        "ratio(income, members, 0)", .decimal(scale: 0), .rate(numerator: "", denominator: ""), nil,
        ["income", "members"]
      ),
      ("share", .decimal(scale: 2), .rate(numerator: "poor", denominator: "members"), nil, ["share"]),
      ("share + 1", .decimal(scale: 2), .rate(numerator: "", denominator: ""), nil, ["share"]),
      (
        "share * members", .decimal(scale: 2), .rate(numerator: "", denominator: ""), nil,
        ["members", "share"]
      ),
      ("coalesce(share, 0)", .decimal(scale: 2), .rate(numerator: "", denominator: ""), nil, ["share"]),
      ("coalesce(members, 0)", .int, .count, "người", ["members"]),
      ("coalesce(members, income)", .decimal(scale: 1), .amount, nil, ["income", "members"]),
      ("CASE WHEN urban THEN members END", .int, .count, "người", ["members", "urban"]),
      ("count_true(urban, members > 3)", .int, .count, nil, ["members", "urban"]),
      ("max(income, area)", .decimal(scale: 3), .amount, "nghìn đồng", ["area", "income"]),
      ("height > 1.5", .bool, .flag, nil, ["height"]), ("-members", .int, .count, "người", ["members"]),
    ] as [(String, ColumnType, Role, String?, [String])])
  func `type, role, unit and columns follow`(
    _ text: String, _ type: ColumnType, _ role: Role, _ unit: String?, _ columns: [String]
  ) throws {
    let found = try typed(text)
    #expect(
      found.type == type && found.role == role && found.unit == unit && found.columns == columns, "\(found)")
  }

  static let doubles =
    " — floating-point numbers are only compared; declare the column as decimal to compute exactly"
    + " | số thực chỉ dùng để so sánh; khai cột là decimal để tính chính xác"
  @Test(arguments: [
    (
      "member > 1",
      [
        "0 «member» no column 'member' | không có cột 'member' — did you mean 'members'? | có phải ý bạn là 'members'?"
      ]
    ),
    (
      "name = \"Ấm\"",
      [
        "7 «\"Ấm\"» no column 'Ấm' | không có cột 'Ấm' — a text is written in single quotes: 'Ấm'; double quotes hold the name of a column"
          + " | chữ đặt trong ngoặc đơn: 'Ấm'; trong ngoặc kép là tên cột"
      ]
    ),
    (
      "members = name AND income > born",
      [
        "0 «members = name» a whole number cannot be compared with text | không so sánh được số nguyên với chữ",
        "19 «income > born» a decimal of 1 places cannot be compared with a date | không so sánh được số thập phân 1 chữ số lẻ với ngày",
      ]
    ),
    (
      "commune = 1",
      [
        "0 «commune = 1» text cannot be compared with a whole number | không so sánh được chữ với số nguyên — write the text in single quotes: '1' | viết chữ trong ngoặc đơn: '1'"
      ]
    ),
    (
      "members = '1'",
      [
        "0 «members = '1'» a whole number cannot be compared with text | không so sánh được số nguyên với chữ — write the number without quotes: 1 | viết số không có ngoặc: 1"
      ]
    ),
    (
      "born > '2000-01-01'",
      [
        "0 «born > '2000-01-01'» a date cannot be compared with text | không so sánh được ngày với chữ — write date '2000-01-01' | viết date '2000-01-01'"
      ]
    ),
    (
      "urban = 1",
      [
        "0 «urban = 1» yes or no cannot be compared with a whole number | không so sánh được có hoặc không với số nguyên — write TRUE or FALSE | viết TRUE hoặc FALSE"
      ]
    ),
    (
      "urban < TRUE",
      ["0 «urban» yes or no is compared with = and <> only | có hoặc không chỉ so sánh bằng = và <>"]
    ),
    (
      "members BETWEEN 1 AND 'x'",
      ["22 «'x'» a whole number cannot be compared with text | không so sánh được số nguyên với chữ"]
    ),
    (
      "members IN (1, name)",
      ["15 «name» a whole number cannot be compared with text | không so sánh được số nguyên với chữ"]
    ),
    (
      "NOT members",
      ["4 «members» expected a condition, found a whole number | cần một điều kiện, thấy số nguyên"]
    ),
    ("urban AND name", ["10 «name» expected a condition, found text | cần một điều kiện, thấy chữ"]),
    (
      "name + 1",
      [
        "0 «name» expected a whole number or a decimal, found text | cần một số nguyên hoặc số thập phân, thấy chữ"
      ]
    ),
    (
      "born - 1",
      [
        "0 «born» expected a whole number or a decimal, found a date | cần một số nguyên hoặc số thập phân, thấy ngày"
      ]
    ),
    (
      "height * 2",
      [
        "0 «height» expected a whole number or a decimal, found a floating-point number | cần một số nguyên hoặc số thập phân, thấy số thực"
          + doubles
      ]
    ),
    ("height", ["0 «height» the result is a floating-point number | kết quả là số thực" + doubles]),
    (
      "coalesce(height, 1)",
      ["9 «height» a floating-point number cannot be used here | số thực không dùng được ở đây" + doubles]
    ),
    ("length(members)", ["7 «members» expected text, found a whole number | cần chữ, thấy số nguyên"]),
    ("age(members)", ["4 «members» expected a date, found a whole number | cần một ngày, thấy số nguyên"]),
    (
      "min(name, commune)",
      ["0 «min(name, commune)» expected numbers or dates, found text | cần các số hoặc các ngày, thấy chữ"]
    ),
    (
      "coalesce(members, name)",
      [
        "18 «name» expected a whole number as before, found text | cần số nguyên như ở giá trị trước, thấy chữ"
      ]
    ),
    (
      "CASE WHEN members THEN 1 END",
      ["10 «members» expected a condition, found a whole number | cần một điều kiện, thấy số nguyên"]
    ),
    (
      "land * land",
      [
        "0 «land * land» the product has 10 + 10 = 20 decimal places, and at most 18 are allowed | tích có 10 + 10 = 20 chữ số lẻ, nhiều nhất là 18"
      ]
    ),
    (
      "ratio(poor, members, 19)",
      [
        "21 «19» the third argument of 'ratio' must be a number written out, from 0 to 18 | đối số thứ ba của 'ratio' phải là một số viết sẵn từ 0 đến 18"
      ]
    ),
    (
      "ratio(poor, members, poor)",
      [
        "21 «poor» the third argument of 'ratio' must be a number written out, from 0 to 18 | đối số thứ ba của 'ratio' phải là một số viết sẵn từ 0 đến 18"
      ]
    ),
    (
      "income + land",
      [
        "0 «income + land» 'nghìn đồng' and 'ha' are not added or subtracted | không cộng trừ 'nghìn đồng' với 'ha' — bring both to one unit first | đổi về cùng một đơn vị trước"
      ]
    ),
    (
      "name LIKE commune",
      [
        "10 «commune» LIKE needs a pattern in single quotes after it | sau LIKE cần một mẫu viết trong ngoặc đơn — % stands for any text, _ for one character: LIKE 'Xã %' | % thay cho chữ bất kỳ, _ thay cho một ký tự: LIKE 'Xã %'"
      ]
    ),
    ("members LIKE '1%'", ["0 «members» expected text, found a whole number | cần chữ, thấy số nguyên"]),
    ("NULL", ["0 «NULL» NULL alone has no type | NULL đứng một mình không có kiểu"]),
    (
      "coalesce(NULL, NULL)",
      [
        "0 «coalesce(NULL, NULL)» all values are NULL, so the type is unknown | mọi giá trị đều là NULL nên không biết kiểu"
      ]
    ),
  ]) func `what makes no sense is refused at its place`(_ text: String, _ expected: [String]) {
    #expect(problems(text) == expected)
  }
  @Test(arguments: ["age(born)", "reference_date()"])
  func `ages need a reference date`(_ text: String) {
    #expect(
      problems(text, at: nil) == [
        "0 «\(text)» there is no reference date to compute this at | chưa khai ngày tham chiếu để tính"
          + " — declare reference_date under the pipeline's defaults | khai reference_date dưới defaults của quy trình"
      ])
  }
}
