public import Tables

extension UnitRegistry {
  /// Gives the unit with an id, or `nil`.
  public func unit(id: String) -> UnitVersion? { byID[id].map { units[$0] } }

  /// Gives the unit that has a code at a level on a day, or `nil`; a code is text, `01` is not `1`.
  public func unit(code: String, level: UnitLevel? = nil, on day: Day) -> UnitVersion? {
    history(code).first { $0.isValid(on: day) && (level == nil || $0.level == level) }
  }
  /// Gives all versions that a code has had, earliest first; empty for an unknown code.
  public func history(_ code: String) -> [UnitVersion] { (byCode[code] ?? []).map { units[$0] } }

  /// Gives all units valid on a day, at one level or at all, by level and code.
  public func units(at level: UnitLevel? = nil, on day: Day) -> [UnitVersion] {
    units.filter { $0.isValid(on: day) && (level == nil || $0.level == level) }
  }

  /// Gives the unit above one on a day, without regions; `nil` for the country, and on days outside the register.
  public func parent(of unit: UnitVersion, on day: Day) -> UnitVersion? {
    history(unit.parent).first { $0.isValid(on: day) && $0.level < unit.level }
  }
  /// Gives the units above one on a day, nearest first, up to the country; regions are not among them.
  public func ancestors(of unit: UnitVersion, on day: Day) -> [UnitVersion] {
    var found: [UnitVersion] = []
    var next = parent(of: unit, on: day)
    while let above = next {
      found.append(above)
      next = parent(of: above, on: day)
    }
    return found
  }
  /// Gives the units directly below one on a day, by code.
  ///
  /// Below the country and a region are provinces; below a province districts until 30 June 2025, communes since.
  public func children(of unit: UnitVersion, on day: Day) -> [UnitVersion] {
    guard unit.level != .region else { return members(of: unit, on: day) }
    return (byParent[unit.code] ?? []).map { units[$0] }
      .filter { $0.isValid(on: day) && $0.level > unit.level && $0.level != .region }
  }

  /// Gives the region of a province on a day; `nil` when no region is laid down for the day.
  public func region(of province: UnitVersion, on day: Day) -> UnitVersion? {
    memberships.first { $0.province == province.code && $0.isValid(on: day) }.flatMap { unit(id: $0.region) }
  }
  private func members(of region: UnitVersion, on day: Day) -> [UnitVersion] {
    memberships.filter { $0.region == region.code && $0.isValid(on: day) }
      .compactMap { unit(code: $0.province, level: .province, on: day) }
      .sorted { $0.code < $1.code }
  }

  /// Gives the steps from a unit to those that took its place; empty while it is valid, or when the lists do not say.
  public func successors(of unit: UnitVersion) -> [Succession] {
    (stepsFrom[unit.id] ?? []).map { successions[$0] }
  }
  /// Gives the steps from earlier units to this one.
  public func predecessors(of unit: UnitVersion) -> [Succession] {
    (stepsTo[unit.id] ?? []).map { successions[$0] }
  }
}
