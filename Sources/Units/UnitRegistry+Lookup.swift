public import Tables

extension UnitRegistry {
  /// Gives the unit with an id, or `nil`.
  public func unit(id: String) -> UnitVersion? { store.entry(id: id).map { store.unit($0) } }

  /// Gives the unit that has a code at a level on a day, or `nil`; a code is text, `01` is not `1`.
  public func unit(code: String, level: UnitLevel? = nil, on day: Day) -> UnitVersion? {
    for index in store.history(code) {
      let entry = store.entries[Int(index)]
      if entry.isValid(on: day.number), level == nil || entry.level == level { return store.unit(Int(index)) }
    }
    return nil
  }
  /// Gives all versions that a code has had, earliest first; empty for an unknown code.
  public func history(_ code: String) -> [UnitVersion] { store.history(code).map { store.unit(Int($0)) } }

  /// Gives all units valid on a day, at one level or at all, by level and code.
  public func units(at level: UnitLevel? = nil, on day: Day) -> [UnitVersion] {
    store.range(of: level).filter { store.entries[$0].isValid(on: day.number) }.map { store.unit($0) }
  }

  /// Gives the unit above one on a day, without regions; `nil` for the country, and on days outside the register.
  public func parent(of unit: UnitVersion, on day: Day) -> UnitVersion? {
    for index in store.history(unit.parent) {
      let above = store.entries[Int(index)]
      if above.isValid(on: day.number), above.level < unit.level { return store.unit(Int(index)) }
    }
    return nil
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
  /// Below the country and a region are provinces; below a province districts until 30 June 2025, communes since. A
  /// district may have none: five districts of islands had no communes.
  public func children(of unit: UnitVersion, on day: Day) -> [UnitVersion] {
    guard unit.level != .region else { return members(of: unit, on: day) }
    guard let code = store.number(ofCode: unit.code) else { return [] }
    return store.byParent[code].compactMap { index in
      let entry = store.entries[Int(index)]
      guard entry.isValid(on: day.number), entry.level > unit.level, entry.level != .region else {
        return nil
      }
      return store.unit(Int(index))
    }
  }

  /// Gives the units of a level that are in one on a day, by code: itself, when it is of that level.
  ///
  /// A district without communes gives none of that level; so does every unit below the level.
  public func units(at level: UnitLevel, in unit: UnitVersion, on day: Day) -> [UnitVersion] {
    guard unit.level != .country else { return units(at: level, on: day) }
    guard let entry = store.entry(id: unit.id) else { return [] }
    return store.entries(at: level, in: entry, on: day).sorted().map { store.unit($0) }
  }

  /// Gives the region of a province on a day; `nil` when no region is laid down for the day.
  public func region(of province: UnitVersion, on day: Day) -> UnitVersion? {
    guard let code = store.number(ofCode: province.code),
      let member = store.memberships.first(where: { $0.province == code && $0.isValid(on: day) })
    else { return nil }
    return store.byCode[Int(member.region)].first { store.entries[Int($0)].level == .region }
      .map { store.unit(Int($0)) }
  }
  private func members(of region: UnitVersion, on day: Day) -> [UnitVersion] {
    guard let code = store.number(ofCode: region.code) else { return [] }
    return store.memberships.filter { $0.region == code && $0.isValid(on: day) }
      .compactMap { member in
        store.byCode[Int(member.province)].first {
          store.entries[Int($0)].isValid(on: day.number) && store.entries[Int($0)].level == .province
        }
      }
      .sorted().map { store.unit(Int($0)) }
  }

  /// Gives the steps from a unit to those that took its place; empty while it is valid, or when the lists do not say.
  public func successors(of unit: UnitVersion) -> [Succession] {
    store.entry(id: unit.id).map { entry in store.stepsFrom[entry].map { store.succession(Int($0)) } } ?? []
  }
  /// Gives the steps from earlier units to this one.
  public func predecessors(of unit: UnitVersion) -> [Succession] {
    store.entry(id: unit.id).map { entry in store.stepsTo[entry].map { store.succession(Int($0)) } } ?? []
  }
}
