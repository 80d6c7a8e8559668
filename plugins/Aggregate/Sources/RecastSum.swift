import Diagnostics
import Figures
import Formats
import Plans
import StageKit
import Tables
import Units

/// The counts of one unit of the boundaries wanted, of one day, standard and group.
struct RecastSum {
  private let recast: Recast
  private let series: RollUp.Series
  private let target: UnitVersion
  private let found: Inflow.Found
  private let values: RollUp.Values
  private let shares: SplitShares

  init(
    _ recast: Recast, _ series: RollUp.Series, _ target: UnitVersion, _ found: Inflow.Found,
    _ values: RollUp.Values, _ shares: SplitShares
  ) {
    (self.recast, self.series, self.target) = (recast, series, target)
    (self.found, self.values, self.shares) = (found, values, shares)
  }

  /// Adds what can be carried, and says why the rest is not.
  ///
  /// - Parameters:
  ///   - made: What is added to.
  ///   - ways: The ways that were followed.
  ///   - wholes: The counts of the same unit, day and group that were carried without a standard.
  /// - Returns: The counts that were carried.
  /// - Throws: When a sum does not fit.
  func add(
    to made: inout Recast.Made, _ ways: inout RecastWays, wholes: [String: Figure]
  ) throws(StageError) -> [String: Figure] {
    var counts: [String: Figure] = [:]
    for measure in recast.measures {
      let given = found.parts.compactMap { values[$0.unit.id]?[measure] }
      guard !given.isEmpty else { continue }
      if given.contains(where: { $0.value.map { !$0.isAmount } ?? false }) {
        made.problems.rate(measure)
        continue
      }
      let figure = try carried(measure, given, &made.problems, &ways)
      made.figures.append(figure)
      counts[measure] = figure
      if let notice = difference(figure) { made.notices.append(notice) }
    }
    for rate in recast.rates {
      guard let part = counts[rate.numerator],
        let whole = counts[rate.denominator] ?? wholes[rate.denominator],
        case .amount(let above)? = part.value, case .amount(let below)? = whole.value, below > 0
      else { continue }
      guard above <= below else {
        made.problems.more(rate, target, series.day, part, whole)
        continue
      }
      var figure = figure(rate.name, .ratio(numerator: above, denominator: below), status(of: [part, whole]))
      figure.source = part.source
      figure.note = part.note
      figure.precedence = values[target.id]?[rate.name] == nil ? 0 : 9
      made.problems.made(rate)
      made.figures.append(figure)
    }
    return counts
  }

  private func carried(
    _ measure: String, _ given: [Figure], _ problems: inout RecastProblems, _ ways: inout RecastWays
  ) throws(StageError) -> Figure {
    if let reason = refusal(&ways) {
      let figure = unreported(measure, reason)
      problems.refused(target, series, measure, found, given + [figure], reason)
      return figure
    }
    let missing = found.parts.filter { values[$0.unit.id]?[measure]?.value == nil }.map(\.unit)
    guard missing.isEmpty else {
      let reason = series.group == "all" ? RecastReason.missing(missing) : RecastReason.missingSomewhere
      let figure = unreported(measure, reason)
      problems.incomplete(target, series, measure, given + [figure], reason)
      return figure
    }
    var total = 0 as FixedPoint
    for part in found.parts {
      guard case .amount(let amount)? = values[part.unit.id]?[measure]?.value,
        let own = share(of: amount, part, &ways), let sum = total + own
      else { throw .tooLargeToCarry(measure, target, series.day) }
      total = sum
    }
    var figure = figure(measure, .amount(total), status(of: given))
    figure.source = source
    figure.note = note(given)
    figure.precedence = values[target.id]?[measure] == nil ? 0 : 9
    return figure
  }
  /// Why nothing can be carried into this unit; `nil` when it can.
  private func refusal(_ ways: inout RecastWays) -> Phrase? {
    // A unit that took others in and kept its code and its validity: its figures of before and after cannot be told apart.
    if found.parts.contains(where: { $0.unit.id == target.id }) { return RecastReason.sameUnit(target) }
    if !found.open.isEmpty || !found.unknown.isEmpty { return RecastReason.refused(found, recast.units) }
    if !found.beside.isEmpty { return RecastReason.beside(found.beside) }
    // Parts are whole numbers that add up to the whole, so all of them must be known.
    let adrift = divided.map(\.unit).filter { !ways.out(of: $0).isWhole }
    return adrift.isEmpty ? nil : RecastReason.adrift(adrift)
  }
  /// What of a count of a part is in the unit; `nil` when it does not fit.
  private func share(of amount: FixedPoint, _ part: Inflow.Part, _ ways: inout RecastWays) -> FixedPoint? {
    if part.share == Fraction(1) { return amount }
    guard let parts = Apportionment(amount.units, by: ways.out(of: part.unit).shares)?.parts,
      let own = parts[target.id]
    else { return nil }
    return FixedPoint(units: own, scale: amount.scale)
  }
  private var divided: [Inflow.Part] { found.parts.filter { $0.share != Fraction(1) } }

  private func status(of parts: [Figure]) -> Figure.Status {
    if !divided.isEmpty { return .estimate }
    return [.estimate, .provisional].first { status in parts.contains { $0.status == status } } ?? .value
  }
  private func figure(_ measure: String, _ value: FigureValue?, _ status: Figure.Status) -> Figure {
    Figure(
      id: "\(target.id)/\(series.day.iso)/\(measure)/\(series.group)/\(series.standard)/recast",
      unit: target.id, asOf: series.day, measure: measure, group: series.group, value: value, status: status,
      standard: series.standard, boundary: boundary, grade: .derived, source: source,
      edition: recast.edition)
  }
  private func unreported(_ measure: String, _ reason: Phrase) -> Figure {
    var figure = figure(measure, nil, .notReported)
    figure.note = "Không quy đổi được theo địa giới từ \(boundaryDay.vietnamese): \(reason.vi)."
    figure.precedence = values[target.id]?[measure] == nil ? 0 : 9
    return figure
  }
  /// The set of boundaries: the day of the last step into the unit.
  private var boundaryDay: Day { found.lastStep ?? target.validFrom }
  private var boundary: String { boundaryDay.iso }

  private var source: Figure.Source {
    let names = found.parts.map(\.unit.name)
    let list = names.prefix(6).joined(separator: ", ") + (names.count > 6 ? ", …" : "")
    return Figure.Source(
      title: "Quy đổi theo địa giới từ \(boundaryDay.vietnamese): cộng từ \(names.count) đơn vị cũ (\(list))")
  }
  /// What a reader must know: what was divided and by what, what was derived, whose kind of area has changed.
  private func note(_ given: [Figure]) -> String {
    var said: [String] = []
    let steps = shares.sources.filter { key, _ in divided.contains { $0.unit.id == key[0] } }
    if !divided.isEmpty {
      let names = divided.map(\.unit.name).joined(separator: ", ")
      let sources = Set(steps.values).sorted().joined(separator: "; ")
      said.append("Ước tính: \(names) được chia theo tỷ lệ\(sources.isEmpty ? "" : " (nguồn: \(sources))").")
    }
    let derived = found.parts.filter { part in
      given.contains { $0.unit == part.unit.id && $0.grade == .derived }
    }.map(\.unit.name)
    if !derived.isEmpty { said.append("Gồm số suy ra của: \(derived.joined(separator: ", ")).") }
    let moved = found.parts.filter {
      $0.unit.area != nil && target.area != nil && $0.unit.area != target.area
    }
    if !moved.isEmpty { said.append(RecastReason.area(moved.map(\.unit), target)) }
    return said.joined(separator: " ")
  }
  /// A notice when somebody has published the count in these boundaries, and another one.
  private func difference(_ figure: Figure) -> Notice? {
    guard let published = values[target.id]?[figure.measure], case .amount(let told)? = published.value,
      case .amount(let added)? = figure.value, told != added
    else { return nil }
    return Notice(
      "recast.not-the-sum",
      RecastReason.differs(target, series.day, figure.measure, told: told, added: added),
      unit: target.id, subject: "figure:\(published.id)", figures: [published.id, figure.id])
  }
}

extension FigureValue {
  /// Whether it is a count or an amount, and no rate.
  var isAmount: Bool { if case .amount = self { true } else { false } }
}
extension StageError {
  fileprivate static func tooLargeToCarry(_ measure: String, _ unit: UnitVersion, _ day: Day) -> StageError {
    StageError(
      Phrase(
        vi:
          "tổng '\(measure)' của \(unit.name) ngày \(day.vietnamese) quá lớn, hoặc tỷ lệ chia quá nhỏ để tính chính xác",
        en:
          "the sum of '\(measure)' of \(unit.name) on \(day.iso) is too large, or a share too fine to be exact"
      ),
      cause: .data)
  }
}
