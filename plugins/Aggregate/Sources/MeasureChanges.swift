import Measures
import StageKit
import Tables

/// The changes between two tables of measures: of each level, and of M0 divided exactly.
struct MeasureChanges {
  let before: MeasuredLevels
  let after: MeasuredLevels
  let years: Fraction
  let decimals: Int
  /// The units whose indicators are not the same in both tables, so that nothing of them is compared: `level unit`.
  let otherUnits: Set<String>

  init(before: MeasuredLevels, after: MeasuredLevels, years: Fraction, decimals: Int) {
    (self.before, self.after, self.years, self.decimals) = (before, after, years, decimals)
    let (old, new) = (Self.indicators(before), Self.indicators(after))
    otherUnits = Set(old.filter { unit, ids in new[unit].map { $0 != ids } ?? false }.keys)
  }
  /// The indicators of each unit.
  private static func indicators(_ table: MeasuredLevels) -> [String: Set<String>] {
    var found: [String: Set<String>] = [:]
    for key in table.keys {
      guard let id = key.indicator else { continue }
      found[key.unitPlace, default: []].insert(id)
    }
    return found
  }
  /// Whether both tables are of one standard, as far as their indicators say it, where a level is.
  private func canCompare(_ key: MeasuredLevels.Key) -> Bool {
    otherUnits.isEmpty || !otherUnits.contains(key.unitPlace)
  }

  /// One row of the table of changes.
  struct Row {
    let key: MeasuredLevels.Key
    var levels: (before: Fraction?, after: Fraction?) = (nil, nil)
    /// The change in points, exactly.
    var change: Fraction?
    /// The change in points, of what is too long to be written as a fraction.
    var rounded: FixedPoint?
    var perYear: Fraction?
    var relative: Fraction?
    var relativePerYear: FixedPoint?
  }
  /// What M0 is divided into.
  static let effects = ["incidence_effect", "intensity_effect", "within_effect", "shift_effect"]

  /// The rows in the order of the later table; what is in the earlier alone follows, and then what groups did together.
  var rows: [Row] {
    let keys = after.keys + before.keys.filter { !after.has($0) }
    let levels = keys.filter { $0.measure == MeasureTable.Measure.m0.rawValue }
    let each = keys.flatMap { key in
      [change(of: key)] + (key.measure == MeasureTable.Measure.m0.rawValue ? divided(key) : [])
    }
    return each + together(levels.filter { $0.group != "all" })
  }
  private func change(of key: MeasuredLevels.Key) -> Row {
    var row = Row(key: key, levels: (before[key], after[key]))
    guard canCompare(key), let from = row.levels.before, let to = row.levels.after,
      let change = MeasureChange(from: from, to: to, years: years)
    else { return row }
    (row.change, row.perYear, row.relative) = (change.absolute, change.absolutePerYear, change.relative)
    row.relativePerYear = change.relativePerYear(places: decimals)
    return row
  }
  private func divided(_ key: MeasuredLevels.Key) -> [Row] {
    var (incidence, intensity): (Fraction?, Fraction?)
    if canCompare(key), let h0 = before[key.with(.h)], let h1 = after[key.with(.h)] {
      let change = IntensityChange(h: (h0, h1), a: (before[key.with(.a)], after[key.with(.a)]))
      (incidence, intensity) = (change?.incidence, change?.intensity)
    }
    var effects = [incidence, intensity]
    if key.group != "all" {
      let effect = groupEffect(key)
      effects += [effect?.within, effect?.shift]
    }
    return zip(Self.effects, effects).map { name, effect in
      var about = key
      about.measure = name
      return Row(key: about, change: effect)
    }
  }
  /// What a group did to the M0 of its unit; nobody of a group that is in one table alone was in the other.
  private func groupEffect(_ key: MeasuredLevels.Key) -> GroupChange.Effect? {
    var whole = key.with(.m0)
    whole.group = "all"
    guard canCompare(key), before[whole] != nil, after[whole] != nil else { return nil }
    let share = key.with(.populationShare)
    let shares = [before, after].map { $0.has(share) ? $0[share] : Fraction(0) }
    guard let s0 = shares[0], let s1 = shares[1] else { return nil }
    return GroupChange.Effect(shares: (s0, s1), levels: (before[key], after[key]))
  }
  /// What the groups of each kind did to the M0 of their unit, where they are the whole of it in both tables.
  private func together(_ groups: [MeasuredLevels.Key]) -> [Row] {
    let shares = [before, after].map { Self.shares($0) }
    var kinds: [MeasuredLevels.Key] = []
    var effects: [MeasuredLevels.Key: [GroupChange.Effect?]] = [:]
    for group in groups {
      var kind = group
      kind.group = "\(group.kind):*"
      if effects[kind] == nil { kinds.append(kind) }
      effects[kind, default: []].append(groupEffect(group))
    }
    return kinds.flatMap { kind -> [Row] in
      let all = effects[kind] ?? []
      let areWhole = shares.allSatisfy { $0[kind.place + kind.weight] == .some(Fraction(1)) }
      guard areWhole, !all.contains(nil) else { return [] }
      let change = GroupChange(all.compactMap { $0 })
      let sums = [change.within(places: decimals), change.shift(places: decimals)]
      return zip(Self.effects.suffix(2), sums).map { name, sum in
        var about = kind
        about.measure = name
        return Row(key: about, rounded: sum)
      }
    }
  }
  /// The shares of all groups of a kind in their unit, added up: `level unit kind` and the weight.
  private static func shares(_ table: MeasuredLevels) -> [String: Fraction?] {
    var sums: [String: Fraction?] = [:]
    for key in table.keys where key.measure == MeasureTable.Measure.populationShare.rawValue {
      let sum = sums[key.place + key.weight] ?? Fraction(0)
      sums[key.place + key.weight] = .some(sum.flatMap { sum in table[key].flatMap { sum + $0 } })
    }
    return sums
  }

  /// The kinds of groups whose shares are not one whole in a unit, in either table: `level unit kind`.
  var openGroups: [String] {
    var open: Set<String> = []
    for table in [before, after] {
      let sums = Self.shares(table)
      for key in table.keys where key.measure == MeasureTable.Measure.populationShare.rawValue {
        if let sum = sums[key.place + key.weight].flatMap({ $0 }), sum != Fraction(1) {
          open.insert(key.place)
        }
      }
    }
    return open.sorted()
  }
}

extension MeasuredLevels.Key {
  /// What its group is one of: the column of groups.
  fileprivate var kind: Substring { group.prefix { $0 != ":" } }
  /// Where groups of its kind are: `level unit kind`.
  fileprivate var place: String { "\(level) \(unit ?? "") \(kind)" }
  /// What its unit is: `level unit`.
  fileprivate var unitPlace: String { "\(level) \(unit ?? "")" }
}
