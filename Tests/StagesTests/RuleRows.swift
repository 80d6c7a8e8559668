/// Rows of one sheet of rules: what is right, and for every rule a row that it passes and one that it fails.
struct RuleRows: Sendable {
  /// A rule with rows that differ from the right one in some cells; several where a rule compares rows.
  struct Case: Sendable {
    let rule: String
    var pass: [[String: String]] = [[:]]
    let fail: [[String: String]]
  }
  /// The name of the sheet in `pipelines/rules`.
  let sheet: String
  /// The columns with their types.
  let columns: [(name: String, type: String)]
  let right: [String: String]
  /// The rows of the other table, by its step, and its only column.
  var other: (step: String, column: String, rows: [String])?
  let cases: [Case]

  /// Every sheet of rules for rows.
  static let all = [household, member, people, years, left]

  /// Several columns of one type.
  static func columns(_ type: String, _ names: String) -> [(name: String, type: String)] {
    names.split(separator: " ").map { (String($0), type) }
  }
  /// One row that passes, and one that fails, which differ from the right one in some cells.
  static func rule(_ rule: String, pass: [String: String] = [:], fail: [String: String]) -> Case {
    Case(rule: rule, pass: [pass], fail: [fail])
  }
  /// Two rows that pass, and two that fail.
  static func rows(_ rule: String, pass: [[String: String]], fail: [[String: String]]) -> Case {
    Case(rule: rule, pass: pass, fail: fail)
  }
}
