import Diagnostics
import StageKit
import Tables
import Units

/// The measures of one table over the totals of another.
struct RebasedMeasures {
  private typealias Measure = MeasureTable.Measure
  /// What the measures of some people are shares of, or why there are none.
  private enum Base {
    case known(reviewed: Fraction, total: Int64)
    case missing(MissingReason)
  }
  private let levels: MeasuredLevels
  private var denominators: Denominators
  private let units: UnitRegistry
  private let day: Day
  private let mostLeftOut: Int128
  private var bases: [MeasuredLevels.Key: Base] = [:]

  init(
    _ levels: MeasuredLevels, _ denominators: Denominators, _ units: UnitRegistry, on day: Day,
    mostLeftOut: Int128
  ) {
    (self.levels, self.denominators, self.units) = (levels, denominators, units)
    (self.day, self.mostLeftOut) = (day, mostLeftOut)
    self.denominators.outside = outside
  }

  /// The columns: those of the measures, and the day of the totals.
  static func schema(_ measures: Schema, _ denominators: [Schema]) -> Schema {
    let all = (measures.fields + denominators.flatMap(\.fields)).map(\.sensitivity)
    let guarded = all.max() ?? .protected
    let scale = if case .decimal(let scale)? = measures["value"]?.type { scale } else { 6 }
    let rate = Role.rate(numerator: "", denominator: "")
    func code(_ name: String, _ role: Role = .code) -> Field {
      Field(name, .text, role, sensitivity: measures[name]?.sensitivity ?? guarded)
    }
    return Schema([
      code("level", .label), code("unit"), code("group", .label), code("weight"), code("measure"),
      code("indicator"), Field("part", .int, rate, sensitivity: guarded),
      Field("whole", .int, rate, sensitivity: guarded),
      Field("value", .decimal(scale: scale), rate, sensitivity: guarded),
      Field("as_of", .date, .label, sensitivity: .public),
    ])
  }

  /// The rows in the order of the measures; the total stands after the number of those measured.
  mutating func batch(_ schema: Schema, _ findings: inout Findings) -> Batch {
    var columns = schema.fields.map { ColumnBuilder($0.type) }
    var count = 0
    let scale = if case .decimal(let scale)? = schema["value"]?.type { scale } else { 6 }
    for key in levels.keys { note(key, &findings) }
    refuseLargeGroups(&findings)
    for key in levels.keys {
      guard let measure = Measure(rawValue: key.measure) else { continue }
      let base = bases[key.with(.reviewed)] ?? .missing(.invalid)
      append(key, value(measure, key, base), scale, &columns)
      count += 1
      guard measure == .reviewed else { continue }
      append(key.with(.total), value(.total, key, base), scale, &columns)
      count += 1
    }
    return Batch(columns.map(\.column), count: count)
  }
  private func append(
    _ key: MeasuredLevels.Key, _ value: Result<Fraction, Missing>, _ scale: Int,
    _ columns: inout [ColumnBuilder]
  ) {
    let texts: [String?] = [key.level, key.unit, key.group, key.weight, key.measure, key.indicator]
    for (column, text) in texts.enumerated() {
      if let text {
        columns[column].append(text: text.utf8)
      } else {
        columns[column].append(missing: column == 1 ? .blank : .notApplicable)
      }
    }
    var numbers: [Int64?] = [nil, nil, nil]
    var reason = MissingReason.invalid
    switch value {
    case .success(let value):
      let units = value.rounded(places: scale).flatMap { Int64(exactly: $0.units) }
      numbers = [Int64(exactly: value.numerator), Int64(exactly: value.denominator), units]
    case .failure(let missing): reason = missing.reason
    }
    for (place, number) in numbers.enumerated() {
      if let number {
        columns[6 + place].append(units: number)
      } else {
        columns[6 + place].append(missing: reason)
      }
    }
    if let then = denominators.day {
      columns[9].append(units: Int64(then.number))
    } else {
      columns[9].append(missing: .notReported)
    }
  }
}

/// Why a measure is not there.
private struct Missing: Error {
  let reason: MissingReason
}
extension RebasedMeasures {
  /// What a measure is over the total.
  private func value(
    _ measure: Measure, _ key: MeasuredLevels.Key, _ base: Base
  ) -> Result<Fraction, Missing> {
    let own = levels[key]
    switch measure {
    case .reviewed, .leftOut, .a, .contributionShare, .dimensionShare, .poorShare, .m0Share:
      guard let own else { return .failure(Missing(reason: .notApplicable)) }
      return .success(own)
    case .uncensored: return .failure(Missing(reason: .notApplicable))
    default: break
    }
    guard case .known(let reviewed, let total) = base else {
      if case .missing(let reason) = base { return .failure(Missing(reason: reason)) }
      return .failure(Missing(reason: .invalid))
    }
    guard let all = Fraction(Int128(total)) else { return .failure(Missing(reason: .invalid)) }
    if measure == .total { return .success(all) }
    guard total > 0 else { return .failure(Missing(reason: .notApplicable)) }
    if measure == .populationShare { return share(total, key) }
    // Of nobody reviewed nothing is a share; of everybody it is then none.
    guard let own else {
      return reviewed == Fraction(0) ? .success(Fraction(0)) : .failure(Missing(reason: .invalid))
    }
    guard let product = own * reviewed, let value = product / all else {
      return .failure(Missing(reason: .invalid))
    }
    return .success(value)
  }
  /// The share of a group in the unit, both by the totals.
  private func share(_ total: Int64, _ key: MeasuredLevels.Key) -> Result<Fraction, Missing> {
    var whole = key
    whole.group = "all"
    guard case .known(_, let all)? = bases[whole.with(.reviewed)] else {
      return .failure(Missing(reason: .notReported))
    }
    guard let share = Fraction(Int128(total), over: Int128(all)) else {
      return .failure(Missing(reason: .notApplicable))
    }
    return .success(share)
  }
  /// The units with people who are in none of their communes.
  private var outside: Set<String> {
    let reviewed = levels.keys.filter {
      $0.measure == Measure.reviewed.rawValue && $0.group == "all" && $0.weight == "households"
    }
    var (inCommunes, all) = ([String: Int128](), [String: Int128]())
    for key in reviewed {
      guard let unit = unit(of: key), let count = levels[key]?.numerator else { continue }
      if unit.level != .commune { all[unit.id] = count }
      guard unit.level == .commune else { continue }
      for above in units.ancestors(of: unit, on: day) { inCommunes[above.id, default: 0] += count }
    }
    return Set(all.filter { $0.value > inCommunes[$0.key] ?? 0 }.keys)
  }
  private func unit(of key: MeasuredLevels.Key) -> UnitVersion? {
    guard let level = HouseholdLevel(rawValue: key.level), let code = key.unit else { return nil }
    return units.unit(code: code, level: level.unitLevel, on: day)
  }
  /// Takes the totals from groups of one kind that are more together than their unit, in the order of the table.
  private mutating func refuseLargeGroups(_ findings: inout Findings) {
    var sums: [MeasuredLevels.Key: (sum: Int64, groups: [MeasuredLevels.Key])] = [:]
    var kinds: [MeasuredLevels.Key] = []
    for key in levels.keys where key.measure == Measure.reviewed.rawValue && key.group != "all" {
      guard case .known(_, let total)? = bases[key] else { continue }
      var kind = key
      kind.group = String(key.group.prefix { $0 != ":" })
      if sums[kind] == nil { kinds.append(kind) }
      let known = sums[kind] ?? (0, [])
      sums[kind] = (known.sum.addingSaturated(total), known.groups + [key])
    }
    for kind in kinds {
      var whole = kind
      whole.group = "all"
      guard let (sum, groups) = sums[kind], case .known(_, let all)? = bases[whole], sum > all else {
        continue
      }
      for group in groups { bases[group] = .missing(.invalid) }
      findings.rebase("rebase.parts", .parts(unit(of: kind)?.name ?? "", kind.group, sum, all))
    }
  }
  private mutating func note(_ key: MeasuredLevels.Key, _ findings: inout Findings) {
    let key = key.with(.reviewed)
    if bases[key] == nil { bases[key] = makeBase(key, &findings) }
  }
  private func makeBase(_ key: MeasuredLevels.Key, _ findings: inout Findings) -> Base {
    guard let unit = unit(of: key) else {
      if key.isFirst { findings.rebase("rebase.unit", .noUnit(key.unit ?? "", day)) }
      return .missing(.notReported)
    }
    guard let reviewed = levels[key], let left = levels[key.with(.leftOut)]?.numerator else {
      return .missing(.invalid)
    }
    guard left <= mostLeftOut else {
      if key.group == "all" { findings.rebase("rebase.left-out", .leftOut(unit.name, left, key.weight)) }
      return .missing(.notReported)
    }
    switch denominators.total(of: unit, group: key.totals) {
    case .known(let total):
      let seen = reviewed.numerator + (key.weight == "households" ? left : 0)
      guard seen <= Int128(total) else {
        findings.rebase("rebase.above", .above(unit.name, key.group, seen, total))
        return .missing(.invalid)
      }
      return .known(reviewed: reviewed, total: total)
    case .incomplete(let names):
      // Nobody promises totals by group; that there are none is no news.
      if key.group == "all" { findings.rebase("rebase.no-total", .noTotal(unit.name, names, key.weight)) }
      return .missing(.notReported)
    case .tooLarge: return .missing(.invalid)
    }
  }
}

extension MeasuredLevels.Key {
  /// The group of the table of totals that they are a part of.
  fileprivate var totals: String {
    guard weight == "persons" else { return group }
    return group == "all" ? "persons" : "persons/\(group)"
  }
  /// Whether it is the first of its unit.
  fileprivate var isFirst: Bool { group == "all" && weight == "households" }
}
extension Findings {
  fileprivate mutating func rebase(_ code: Diagnostic.Code, _ phrase: Phrase) {
    add(code.rawValue, file: "", line: 0, column: "unit", phrase)
  }
}
extension Phrase {
  /// What is counted, in Vietnamese.
  private static func counted(by weight: String) -> String {
    weight == "persons" ? "theo nhân khẩu" : "theo hộ"
  }
  fileprivate static func noUnit(_ code: String, _ day: Day) -> Phrase {
    Phrase(
      vi: "ngày \(day.vietnamese) không có đơn vị mang mã '\(code)': không tính trên tổng số được",
      en: "on \(day.iso) there is no unit with the code '\(code)': nothing of it is over a total")
  }
  fileprivate static func leftOut(_ unit: String, _ count: Int128, _ weight: String) -> Phrase {
    Phrase(
      vi: "\(unit): \(count) hộ thiếu thông tin (\(counted(by: weight))), nên không tính trên tổng số",
      en: "\(unit): \(count) households lack an answer (\(weight)), so nothing is over the total")
  }
  fileprivate static func above(_ unit: String, _ group: String, _ count: Int128, _ total: Int64) -> Phrase {
    Phrase(
      vi: "\(unit), nhóm \(group): rà soát \(count), nhiều hơn tổng số \(total)",
      en: "\(unit), group \(group): \(count) were reviewed, more than the total of \(total)")
  }
  fileprivate static func parts(_ unit: String, _ kind: String, _ sum: Int64, _ total: Int64) -> Phrase {
    Phrase(
      vi:
        "\(unit): tổng số của các nhóm '\(kind)' cộng lại là \(sum), nhiều hơn tổng số \(total): không nhóm nào được tính; sửa bảng tổng số",
      en:
        "\(unit): the totals of the groups '\(kind)' are \(sum) together, more than the total of \(total): nothing of them is over a total; mend the table of totals"
    )
  }
  fileprivate static func noTotal(_ unit: String, _ names: [String], _ weight: String) -> Phrase {
    let names = names.prefix(6).joined(separator: ", ") + (names.count > 6 ? ", …" : "")
    return Phrase(
      vi: "\(unit): chưa có tổng số (\(counted(by: weight))) của \(names)",
      en: "\(unit): the total (\(weight)) of \(names) is not known")
  }
}
