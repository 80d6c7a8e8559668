import Foundation

/// A rule of the random tests, as it is written and as it is meant.
struct TwinRule {
  let text: String
  /// The code for a row; `nil` when the row passes.
  let fault: ([String: String], [[String: String]]) -> String?
}

/// Makes random rows and rules, and says row by row what breaks them, in the plainest way.
struct Twin {
  static let columns = "i: int, j: int, t: text, u: text, d: date"
  static let names = ["i", "j", "t", "u", "d"]
  var random: Seeded
  var rows: [[String: String]] = []
  var rules: [(id: String, isWarning: Bool, rule: TwinRule)] = []

  init(seed: Int, rows count: Int) {
    random = Seeded(seed)
    let dirt = random.one([2, 8, 40])
    func gap(_ random: inout Seeded, _ value: String) -> String { random.below(dirt) == 0 ? "" : value }
    for _ in 0..<count {
      rows.append([
        "i": gap(&random, "\(random.below(12) - 1)"), "j": gap(&random, "\(random.below(12) - 1)"),
        "t": gap(&random, random.one(["urban", "rural", "Urban", "hoà", "hòa", "ho\u{300}a", "hóa"])),
        "u": gap(&random, random.one(["01", "1", "001", "02", "0x", "12345678901234567"])),
        "d": gap(&random, "2024-0\(1 + random.below(9))-15"),
      ])
    }
    for number in 0..<2 + random.below(7) {
      rules.append(("R\(number)", random.below(3) == 0, rule()))
    }
  }
  /// The rows as a file.
  var file: String {
    rows.map { row in Self.names.map { row[$0] ?? "" }.joined(separator: ";") + "\n" }.joined()
  }
  /// The rules as YAML.
  var yaml: String {
    rules.map { "- { id: \($0.id), severity: \($0.isWarning ? "warning" : "error"), \($0.rule.text) }" }
      .joined(separator: "\n")
  }
  /// `LINE CODE ID` of everything that is wrong, row by row.
  var expected: [String] {
    rows.enumerated().flatMap { index, row in
      rules.compactMap { rule in
        rule.rule.fault(row, rows).map { "\(index + 1) \($0) \(rule.id)" }
      }
    }
  }
  /// The lines of rows that are kept.
  var kept: [String] {
    rows.filter { row in !rules.contains { !$0.isWarning && $0.rule.fault(row, rows) != nil } }.map { row in
      Self.names.map { row[$0] ?? "" }.joined(separator: ";")
    }
  }

  private mutating func rule() -> TwinRule {
    let plain = kind()
    guard random.below(3) == 0 else { return plain }
    let least = random.below(8)
    return TwinRule(text: "when: j >= \(least), \(plain.text)") { row, rows in
      guard let j = Int(row["j"] ?? ""), j >= least else { return nil }
      return plain.fault(row, rows)
    }
  }
  private mutating func kind() -> TwinRule {
    switch random.below(10) {
    case 0:
      let name = random.one(Self.names)
      return TwinRule(text: "column: \(name), required: true") { row, _ in row[name] == "" ? "required" : nil
      }
    case 1:
      let (low, high) = (random.below(5) - 1, 4 + random.below(8))
      return TwinRule(text: "column: i, range: \(low)..\(high)") { row, _ in
        Int(row["i"] ?? "").flatMap { low <= $0 && $0 <= high ? nil : "range" }
      }
    case 2:
      let month = 1 + random.below(9)
      return TwinRule(text: "column: d, range: ..2024-0\(month)-20") { row, _ in
        guard let day = row["d"], !day.isEmpty else { return nil }
        return day > "2024-0\(month)-20" ? "range" : nil
      }
    case 3: return words()
    case 4:
      return TwinRule(text: "column: u, pattern: \"[0-9]{2}\"") { row, _ in
        guard let cell = row["u"], !cell.isEmpty else { return nil }
        return Self.code(cell, "pattern") { $0.wholeMatch(of: /[0-9][0-9]/) != nil }
      }
    case 5:
      return TwinRule(text: "check: i <= j") { row, _ in
        guard let i = Int(row["i"] ?? ""), let j = Int(row["j"] ?? "") else { return nil }
        return i <= j ? nil : "check"
      }
    case 6:
      return TwinRule(text: "check: \"t = 'urban' OR i > 3\"") { row, _ in
        if row["t"] == "urban" { return nil }
        guard let i = Int(row["i"] ?? "") else { return nil }
        if i > 3 { return nil }
        return row["t"] == "" ? nil : "check"
      }
    case 7: return unique()
    case 8:
      return TwinRule(text: "columns: [u], references: { columns: [k] }") { row, _ in
        guard let cell = row["u"], !cell.isEmpty else { return nil }
        return Self.code(cell, "reference") { ["01", "0x"].contains($0) }
      }
    default:
      let list = [random.below(12), random.below(12)]
      return TwinRule(text: "column: j, values: [\(list[0]), \(list[1])]") { row, _ in
        Int(row["j"] ?? "").flatMap { list.contains($0) ? nil : "values" }
      }
    }
  }
  private mutating func words() -> TwinRule {
    if random.below(2) == 0 {
      return TwinRule(text: "column: t, values: [urban, rural, hòa]") { row, _ in
        guard let cell = row["t"], !cell.isEmpty else { return nil }
        return ["urban", "rural", "hòa"].contains { Array($0.utf8) == Array(cell.utf8) } ? nil : "values"
      }
    }
    return TwinRule(text: "column: t, values: [urban, hòa], compare: name") { row, _ in
      guard let cell = row["t"], !cell.isEmpty else { return nil }
      return ["urban", "Urban", "hoà", "hòa"].contains(cell) ? nil : "values"
    }
  }
  private mutating func unique() -> TwinRule {
    let names = random.one([["i"], ["u"], ["i", "j"], ["t", "u", "d"]])
    return TwinRule(text: "unique: [\(names.joined(separator: ", "))]") { row, rows in
      func key(_ row: [String: String]) -> [[UInt8]] { names.map { Array((row[$0] ?? "").utf8) } }
      let mine = key(row)
      guard !mine.contains([]) else { return nil }
      return rows.count { key($0) == mine } > 1 ? "unique" : nil
    }
  }
  private static func code(_ cell: String, _ code: String, _ isKnown: (String) -> Bool) -> String? {
    if isKnown(cell) { return nil }
    let isDigits = cell.allSatisfy { "0123456789".contains($0) }
    return isDigits && (isKnown("0" + cell) || isKnown("00" + cell)) ? "lost-zero" : code
  }
}
