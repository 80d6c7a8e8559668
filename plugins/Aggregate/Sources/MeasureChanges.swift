import Measures
import StageKit
import Tables

/// The changes between two tables of measures: of each level, and of M0 divided exactly.
struct MeasureChanges {
  let before: MeasuredLevels
  let after: MeasuredLevels
  let years: Fraction
  let decimals: Int

  /// One row of the table of changes.
  struct Row {
    let key: MeasuredLevels.Key
    var levels: (before: Fraction?, after: Fraction?) = (nil, nil)
    /// The change in points, exactly.
    var change: Fraction?
    var perYear: Fraction?
    var relative: Fraction?
    var relativePerYear: FixedPoint?
  }
  /// What M0 is divided into.
  static let effects = ["incidence_effect", "intensity_effect", "within_effect", "shift_effect"]

  /// The rows in the order of the later table; what is in the earlier alone follows.
  var rows: [Row] {
    (after.keys + before.keys.filter { !after.has($0) }).flatMap { key in
      [change(of: key)] + (key.measure == MeasureTable.Measure.m0.rawValue ? divided(key) : [])
    }
  }
  private func change(of key: MeasuredLevels.Key) -> Row {
    var row = Row(key: key, levels: (before[key], after[key]))
    guard let from = row.levels.before, let to = row.levels.after,
      let change = MeasureChange(from: from, to: to, years: years)
    else { return row }
    (row.change, row.perYear, row.relative) = (change.absolute, change.absolutePerYear, change.relative)
    row.relativePerYear = change.relativePerYear(places: decimals)
    return row
  }
  private func divided(_ key: MeasuredLevels.Key) -> [Row] {
    var (incidence, intensity): (Fraction?, Fraction?)
    if let h0 = before[key.with(.h)], let h1 = after[key.with(.h)] {
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
    guard before[whole] != nil, after[whole] != nil else { return nil }
    let share = key.with(.populationShare)
    let shares = [before, after].map { $0.has(share) ? $0[share] : Fraction(0) }
    guard let s0 = shares[0], let s1 = shares[1] else { return nil }
    return GroupChange.Effect(shares: (s0, s1), levels: (before[key], after[key]))
  }

  /// The kinds of groups whose shares are not one whole in a unit, in either table: `level unit kind`.
  var openGroups: [String] {
    var open: Set<String> = []
    for table in [before, after] {
      var sums: [String: Fraction?] = [:]
      for key in table.keys where key.measure == MeasureTable.Measure.populationShare.rawValue {
        let kind = "\(key.level) \(key.unit ?? "") \(key.group.prefix { $0 != ":" })"
        let sum = sums[kind + key.weight] ?? Fraction(0)
        sums[kind + key.weight] = .some(sum.flatMap { sum in table[key].flatMap { sum + $0 } })
      }
      for key in table.keys where key.measure == MeasureTable.Measure.populationShare.rawValue {
        let kind = "\(key.level) \(key.unit ?? "") \(key.group.prefix { $0 != ":" })"
        if let sum = sums[kind + key.weight].flatMap({ $0 }), sum != Fraction(1) { open.insert(kind) }
      }
    }
    return open.sorted()
  }
}
