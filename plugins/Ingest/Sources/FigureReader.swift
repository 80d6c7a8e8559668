import Diagnostics
import Figures
import Standards
import StageKit
import Tables
import Units

/// Makes a figure of each row of a table; a row with a mistake is told and left out.
struct FigureReader: Sendable {
  let columns: FoundColumns
  let units: UnitRegistry
  let standards: StandardLibrary
  let edition: String
  /// Whether figures may be under a provisional standard.
  let allowsProvisional: Bool

  init(
    _ columns: FoundColumns, units: UnitRegistry, standards: StandardLibrary, edition: String,
    allowsProvisional: Bool
  ) {
    (self.columns, self.units, self.standards, self.edition) = (columns, units, standards, edition)
    self.allowsProvisional = allowsProvisional
  }

  /// The figures of the rows that are right, in their order.
  func figures(_ rows: Batch, _ findings: inout Findings) -> [Figure] {
    var seen = SeenFigures()
    var figures: [Figure] = []
    var rates = RateCheck()
    var parts = PartCheck()
    for row in 0..<rows.count {
      var cells = RowCells(rows, row)
      guard let figure = figure(&cells), cells.problems.isEmpty, !cells.isUnreadable else {
        for problem in cells.problems {
          findings.add(problem.code, row: row, of: rows, column: problem.column, problem.message)
        }
        continue
      }
      if let (line, other) = seen.add(figure, row: row).map({ (rows.origin.line(of: $0.row), $0.standard) }) {
        findings.add(
          "figures.same-twice", row: row, of: rows, .sameTwice(line, figure.standard, other))
        continue
      }
      parts.add(figure, at: figures.count, row: row)
      figures.append(figure)
      rates.add(figure, row: row)
    }
    rates.tell(rows, &findings)
    let wrong = parts.tell(rows, &findings)
    return wrong.isEmpty ? figures : figures.indices.filter { !wrong.contains($0) }.map { figures[$0] }
  }

  private func figure(_ cells: inout RowCells) -> Figure? {
    let day = cells.day(columns.asOf)
    let grade = cells.word(columns.grade, "grade", Figure.Grade.self)
    let status = cells.optionalWord(columns.status, "status", Figure.Status.self) ?? .value
    let measure = cells.text(columns.measure, "measure")
    let title = cells.text(columns.source, "source")
    let unit = unit(&cells, day)
    let standard = standard(&cells, day, in: unit, of: measure)
    let value = value(&cells, status, measure)
    guard let day, let grade, let measure, let title, let unit else { return nil }
    let group = cells.optional(columns.group) ?? "all"
    let precedence = columns.precedence.flatMap { cells.number($0) } ?? 0
    let rank = precedence == 0 ? "" : "/\(precedence)"
    return Figure(
      id: "\(unit.id)/\(day.iso)/\(measure)/\(group)/\(standard)/\(grade.rawValue)\(rank)", unit: unit.id,
      asOf: day, measure: measure, group: group, value: value, status: status, standard: standard,
      grade: grade,
      source: Figure.Source(
        title: title, decision: cells.optional(columns.decision) ?? "",
        place: cells.optional(columns.place) ?? ""),
      edition: edition, precedence: precedence, note: cells.optional(columns.note) ?? "",
      origin: cells.place)
  }

  private func unit(_ cells: inout RowCells, _ day: Day?) -> UnitVersion? {
    guard let code = cells.text(columns.unit, "unit"), let day else { return nil }
    do throws(Diagnostics) { return try units.resolve(code: code, on: day, at: nil) } catch {
      for problem in error.all { cells.note("figures.unknown-unit", "unit", problem.whole) }
      return nil
    }
  }
  /// What is counted under a standard, and says nothing without one.
  private static let measuresOfStandards: Set<String> = [
    "poor", "near_poor", "poor_plus_near", "poor_rate", "near_poor_rate", "multidimensional_rate",
  ]
  private func standard(
    _ cells: inout RowCells, _ day: Day?, in unit: UnitVersion?, of measure: String?
  ) -> String {
    guard let id = cells.optional(columns.standard) else {
      if let measure,
        Self.measuresOfStandards.contains(measure) || measure.hasPrefix(KnownMeasures.deprivationRatePrefix)
      {
        let valid = day.map { standards.valid(on: $0) } ?? []
        cells.note("figures.no-standard", "standard", .noStandard(measure, on: day, valid.map(\.id)))
      }
      return ""
    }
    do throws(Diagnostics) {
      let standard = try standards.resolve(id, at: nil)
      if let day, !standard.isValid(on: day) {
        cells.note(
          "figures.standard-then", "standard",
          Phrase(
            vi: "chuẩn '\(id)' không áp dụng cho rà soát ngày \(day.vietnamese)",
            en: "the standard '\(id)' is not that of a review of \(day.iso)"))
      }
      if let unit { note(standard, in: unit, on: day, &cells) }
    } catch {
      for problem in error.all { cells.note("figures.unknown-standard", "standard", problem.whole) }
    }
    return id
  }

  /// Notes a standard of another province, and one that is provisional.
  private func note(
    _ standard: Standard, in unit: UnitVersion, on day: Day?, _ cells: inout RowCells
  ) {
    // Looked up only where it matters: nearly all figures are under a standard of the whole country.
    let above = standard.scope == nil ? [] : units.ancestors(of: unit, on: day ?? unit.validFrom)
    let province = ([unit] + above).first { $0.level == .province }?.code
    guard let refusal = standard.refusal(in: province, allowsProvisional: allowsProvisional) else { return }
    switch refusal.reason {
    case .scope: cells.note("figures.standard-scope", "standard", refusal.whole)
    case .provisional: cells.note("figures.standard-provisional", "standard", refusal.whole)
    }
  }

  private func value(
    _ cells: inout RowCells, _ status: Figure.Status, _ measure: String?
  ) -> FigureValue? {
    enum Kind: String, CaseIterable { case count, ratio, rate }
    let kind = cells.word(columns.kind, "kind", Kind.self)
    let number = cells.exact(columns.value, "value", isCount: kind != .rate)
    guard status.hasValue else {
      if number != nil { cells.note("figures.value-and-status", "value", .valueDespite(status)) }
      return nil
    }
    guard let number else {
      if !cells.hasProblem(in: "value"), !cells.isUnreadable(columns.value) {
        cells.note("figures.no-value", "value", .noValue(status))
      }
      return nil
    }
    switch kind {
    case .count?:
      if number < 0 { cells.note("figures.below-zero", "value", .belowZero(number)) }
      cells.checkWhole(number, "value", measure)
      return .amount(number)
    case .rate?:
      if number < 0 || number > 100 { cells.note("figures.rate-outside", "value", .rateOutside(number)) }
      return .printed(number)
    case .ratio?:
      let whole = columns.denominator.flatMap { cells.exact($0, "denominator", isCount: true) }
      guard let below = whole else {
        let isTold = columns.denominator.map { cells.isUnreadable($0) } ?? false
        if !cells.hasProblem(in: "denominator"), !isTold {
          cells.note("figures.no-denominator", "denominator", .noDenominator)
        }
        return nil
      }
      if number < 0 || number > below {
        cells.note("figures.rate-outside", "value", .partOutside(number, below))
      }
      cells.checkWhole(number, "value", measure)
      cells.checkWhole(below, "denominator", measure)
      return .ratio(numerator: number, denominator: below)
    case nil: return nil
    }
  }
}

extension RowCells {
  /// A count of households, people or places is whole; a sum of money need not be.
  fileprivate mutating func checkWhole(_ number: FixedPoint, _ column: String, _ measure: String?) {
    guard let measure, KnownMeasures.isWhole(measure), number.rounded(places: 0) != number else { return }
    note("figures.fraction", column, .fraction(number, measure))
  }
}
extension Figure.Status {
  /// Whether a figure of this status has a value.
  fileprivate var hasValue: Bool {
    switch self {
    case .value, .provisional, .revised, .estimate: true
    case .withheld, .notReported, .notApplicable: false
    }
  }
}
extension Diagnostic {
  /// The message with its hint.
  fileprivate var whole: Phrase {
    guard let hint else { return message }
    return Phrase(vi: "\(message.vi) (\(hint.vi))", en: "\(message.en) (\(hint.en))")
  }
}
