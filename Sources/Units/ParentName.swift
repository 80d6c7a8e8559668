/// What a unit above is called: by a name, by a code, or by an id.
struct ParentName {
  /// The name; without readings when the text is none.
  let name: ParsedName
  /// The number of the code that the text is.
  private let code: Int32?
  /// The unit of which the text is the id.
  private let unit: Int?
  /// Whether it is the id of a region.
  let isRegion: Bool

  /// A name alone.
  init(name: ParsedName) {
    self.name = name
    (code, unit, isRegion) = (nil, nil, false)
  }
  /// A name that may be a code or an id too: `10` is a district of a city, and the code of a province.
  init(_ name: ParsedName, _ text: String, _ store: UnitStore) {
    self.name = name
    let unit = store.entry(id: text)
    self.unit = unit
    isRegion = unit.map { store.entries[$0].level == .region } ?? false
    code = unit == nil ? store.history(text).first.map { store.entries[Int($0)].code } : nil
  }
  /// Whether no unit is called so.
  var isUnknown: Bool { name.readings.isEmpty && code == nil && unit == nil }
  /// Whether its code or id is that of a unit.
  func isCalled(_ code: Int32, _ unit: Int) -> Bool { self.code == code || self.unit == unit }
}
