import Diagnostics
import Plans
import StageKit
import Tables
import Units

/// The columns of a table of shares, found.
struct ShareColumns: Sendable {
  let from: ColumnRef<String>
  let to: ColumnRef<String>
  let share: ColumnRef<String>
  let source: ColumnRef<String>

  init(_ schema: Schema, _ plan: inout Planning) {
    from = plan.column("from", in: schema)
    to = plan.column("to", in: schema)
    share = plan.column("share", in: schema)
    source = plan.column("source", in: schema)
  }
}

/// How much of each divided unit went into each of its successors.
///
/// The shares of a unit name every step that leaves it and add up to exactly 1; otherwise none of them is used.
struct SplitShares: Sendable {
  /// The share of each step, by the ids of its two units.
  private(set) var byStep: [[String]: Fraction] = [:]
  /// Where each share is from.
  private(set) var sources: [[String]: String] = [:]
  /// Units whose shares were given and cannot be used.
  private(set) var refused: Set<String> = []
  /// Whether any table was given.
  private(set) var areGiven = false

  /// No shares.
  init() {}
  init(
    _ tables: [(rows: Batch, columns: ShareColumns)], _ units: UnitRegistry, _ findings: inout Findings
  ) {
    areGiven = !tables.isEmpty
    /// Where the first share of a unit stands.
    var places: [String: (table: Int, row: Int)] = [:]
    var broken: Set<String> = []
    for (index, table) in tables.enumerated() {
      for row in 0..<table.rows.count {
        let from = table.columns.text(table.columns.from, row, table.rows) ?? ""
        if places[from] == nil { places[from] = (index, row) }
        if let wrong = add(row, table.rows, table.columns, units) {
          broken.insert(from)
          findings.add("recast.share", row: row, of: table.rows, wrong)
        }
      }
    }
    for (from, place) in places.sorted(by: { $0.key < $1.key }) {
      guard !broken.contains(from), let unit = units.unit(id: from) else {
        remove(from)
        continue
      }
      guard let wrong = incomplete(unit, units) else { continue }
      remove(from)
      findings.add("recast.shares-sum", row: place.row, of: tables[place.table].rows, wrong)
    }
  }
  private mutating func remove(_ from: String) {
    refused.insert(from)
    byStep = byStep.filter { $0.key[0] != from }
    sources = sources.filter { $0.key[0] != from }
  }

  /// Adds a row; what is wrong with it is given back.
  private mutating func add(
    _ row: Int, _ rows: Batch, _ columns: ShareColumns, _ units: UnitRegistry
  ) -> Phrase? {
    guard let from = columns.text(columns.from, row, rows), let to = columns.text(columns.to, row, rows),
      let text = columns.text(columns.share, row, rows), let source = columns.text(columns.source, row, rows)
    else {
      return Phrase(
        vi: "dòng phải có đủ from, to, share và source", en: "a row must have from, to, share and source")
    }
    guard let unit = units.unit(id: from), units.successors(of: unit).contains(where: { $0.to == to }) else {
      let hint = stepHint(from, units)
      return Phrase(
        vi: "danh mục không có bước nào từ '\(from)' sang '\(to)'; \(hint.vi)",
        en: "the register has no step from '\(from)' to '\(to)'; \(hint.en)")
    }
    guard let share = Fraction(share: text) else {
      return Phrase(
        vi: "'\(text)' không phải phân số (như 3/7) hay phần trăm (như 42,5 %) từ 0 đến 1",
        en: "'\(text)' is no fraction (such as 3/7) or percentage (such as 42.5 %) from 0 to 1")
    }
    guard byStep[[from, to]] == nil else {
      return Phrase(
        vi: "từ '\(from)' sang '\(to)' có hai tỷ lệ", en: "there are two shares from '\(from)' to '\(to)'")
    }
    byStep[[from, to]] = share
    sources[[from, to]] = source
    return nil
  }
  /// Which steps there are from a unit, or how units are written.
  private func stepHint(_ from: String, _ units: UnitRegistry) -> Phrase {
    guard let unit = units.unit(id: from) else {
      return Phrase(
        vi: "ghi mã@ngày bắt đầu của hai đơn vị", en: "write code@first-day of the two units")
    }
    let steps = units.successors(of: unit).map { step in
      "\(step.to) (\(units.unit(id: step.to)?.name ?? ""))"
    }
    guard !steps.isEmpty else {
      return Phrase(
        vi: "danh mục không ghi \(unit.name) đi vào đâu", en: "it does not say what became of \(unit.name)")
    }
    let list = steps.prefix(8).joined(separator: ", ") + (steps.count > 8 ? ", …" : "")
    return Phrase(vi: "\(unit.name) đi vào: \(list)", en: "\(unit.name) went into: \(list)")
  }
  /// Why the shares of a unit cannot be used; `nil` when they can.
  private func incomplete(_ unit: UnitVersion, _ units: UnitRegistry) -> Phrase? {
    let steps = units.successors(of: unit)
    let missing = steps.filter { byStep[[$0.from, $0.to]] == nil }.map {
      units.unit(id: $0.to)?.name ?? $0.to
    }
    guard missing.isEmpty else {
      let names = missing.joined(separator: ", ")
      return Phrase(
        vi: "\(unit.name) còn đi vào \(names) mà không có tỷ lệ",
        en: "\(unit.name) went into \(names) too, without a share")
    }
    var total: Fraction? = Fraction(0)
    for step in steps {
      total = total.flatMap { sum in byStep[[step.from, step.to]].flatMap { sum + $0 } }
    }
    guard total != Fraction(1) else { return nil }
    let sum =
      total.map { $0.denominator == 1 ? "\($0.numerator)" : "\($0.numerator)/\($0.denominator)" } ?? "?"
    return Phrase(
      vi: "các tỷ lệ của \(unit.name) cộng lại là \(sum), phải đúng bằng 1",
      en: "the shares of \(unit.name) add up to \(sum), and must be exactly 1")
  }
}

extension ShareColumns {
  /// A cell without blanks around it; `nil` when it is missing or empty.
  func text(_ column: ColumnRef<String>, _ row: Int, _ rows: Batch) -> String? {
    guard !rows.columns[column.index].isMissing(row) else { return nil }
    let bytes = rows[column][row].drop { $0 == 0x20 }
    let end = bytes.lastIndex { $0 != 0x20 }
    return end.map { String(decoding: bytes[...$0], as: UTF8.self) }
  }
}

extension Fraction {
  /// A share of one: `3/7`, `42,5 %`, `42.5%`; `nil` for anything else, and for less than 0 or more than 1.
  init?(share text: String) {
    guard let share = Self.percentage(text) ?? Self.quotient(text), share >= Fraction(0), share <= Fraction(1)
    else { return nil }
    self = share
  }
  private static func quotient(_ text: String) -> Fraction? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let above = digits(parts[0]), let below = digits(parts[1]) else { return nil }
    return Fraction(above, over: below)
  }
  private static func digits(_ text: Substring) -> Int128? {
    guard !text.isEmpty, text.utf8.count <= 18, text.utf8.allSatisfy({ (48...57).contains($0) }) else {
      return nil
    }
    return Int128(text)
  }
  private static func percentage(_ text: String) -> Fraction? {
    guard text.last == "%" else { return nil }
    let number = text.dropLast().replacing("\u{A0}", with: " ")
    let plain = (number.last == " " ? number.dropLast() : number[...]).replacing(",", with: ".")
    guard let percent = FixedPoint(plain: plain), percent.units >= 0 else { return nil }
    return Fraction(percent) / Fraction(100)
  }
}
