public import Tables

/// Districts without communes: Bạch Long Vĩ, Cồn Cỏ, Hoàng Sa, Lý Sơn, Côn Đảo until 30 June 2025.
///
/// Such a district counts by its own figure when there has ever been one of it, and else as nothing. A province of which
/// the register has no communes at all is another matter: what it counts would be in no sum.
public struct LeafUnits: Sendable {
  /// What there is in a unit besides those of the level that is added up.
  public struct Found: Sendable {
    /// Units that count by their own figures.
    public var counted: [UnitVersion] = []
    /// Units that count as nothing.
    public var empty: [UnitVersion] = []
    /// Units of which the register has nothing below.
    public var unknown: [UnitVersion] = []
    /// Nothing besides them.
    public init() {}
  }
  private let units: UnitRegistry
  private let from: UnitLevel
  /// The codes of which there are figures, on whatever day.
  private let codes: Set<String>

  /// What is added up is of the level `from`; `codes` are those of units that have figures, on whatever day.
  public init(_ units: UnitRegistry, from: UnitLevel, codes: Set<String>) {
    (self.units, self.from, self.codes) = (units, from, codes)
  }

  /// What there is in a unit on a day; nothing where the unit is not above those that are added up.
  public func found(in above: UnitVersion, on day: Day) -> Found {
    var found = Found()
    if from != .region, above.level < from { collect(above, on: day, &found) }
    return found
  }
  private func collect(_ unit: UnitVersion, on day: Day, _ found: inout Found) {
    let below = units.children(of: unit, on: day)
    if below.isEmpty, unit.level == .district {
      if isEmptied(unit, on: day) { return }
      codes.contains(unit.code) ? found.counted.append(unit) : found.empty.append(unit)
      return
    }
    if below.isEmpty || isUnlisted(unit, below, on: day) { return found.unknown.append(unit) }
    for next in below where next.level < from { collect(next, on: day, &found) }
  }
  /// Whether the communes of a district have gone to others before it ends: what it counts is in those.
  private func isEmptied(_ unit: UnitVersion, on day: Day) -> Bool {
    let before = units.children(of: unit, on: max(unit.validFrom, UnitRegistry.firstDay))
    return before.contains { commune in
      units.unit(code: commune.code, level: commune.level, on: day).map { $0.parent != unit.code } ?? false
    }
  }
  /// Whether no district of a province has communes: the register has not taken them up.
  private func isUnlisted(_ unit: UnitVersion, _ below: [UnitVersion], on day: Day) -> Bool {
    unit.level == .province && from == .commune
      && below.allSatisfy { $0.level == .district && units.children(of: $0, on: day).isEmpty }
  }
}
