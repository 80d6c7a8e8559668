public import Standards

/// In which class each household was, year by year, by an id that stays the same.
public struct ClassHistories: Sendable {
  /// One year of a household.
  public struct Entry: Sendable, Hashable {
    /// Its class.
    public let `class`: HouseholdClass
    /// Its persons.
    public let persons: Int64
    /// A year of a household.
    public init(_ class: HouseholdClass, persons: Int64 = 1) {
      (self.class, self.persons) = (`class`, persons)
    }
  }
  /// The years, earliest first.
  public let years: [Int]
  /// Each household by its place among those met, with a place for every year; `nil` where it is not in the register.
  public private(set) var entries: [[Entry?]] = []
  private var places: [String: Int] = [:]

  /// No households yet, of some years.
  public init(years: some Sequence<Int>) { self.years = Set(years).sorted() }

  /// The same without the households that are not wanted, by their places.
  public func keeping(_ isWanted: (Int) -> Bool) -> ClassHistories {
    var kept = ClassHistories(years: years)
    for (id, place) in places.sorted(by: { $0.value < $1.value }) where isWanted(place) {
      kept.places[id] = kept.entries.count
      kept.entries.append(entries[place])
    }
    return kept
  }
  /// Adds a household of a year.
  ///
  /// - Returns: Its place among the households met.
  /// - Throws: `MeasureProblem` when it stands twice in the year, the year is not declared, or it has fewer persons than one.
  @discardableResult public mutating func add(
    _ id: String, in year: Int, _ entry: Entry
  ) throws(MeasureProblem) -> Int {
    guard let column = years.firstIndex(of: year) else { throw .unknownYear(year) }
    guard entry.persons >= 1 else { throw .negative }
    let place = places[id] ?? entries.count
    if place == entries.count {
      places[id] = place
      entries.append(Array(repeating: nil, count: years.count))
    }
    guard entries[place][column] == nil else { throw .idTwice(year: year) }
    entries[place][column] = entry
    return place
  }
  /// Adds a household with a class as it is written.
  ///
  /// - Throws: `MeasureProblem` as the other, and when the word is no class.
  @discardableResult public mutating func add(
    _ id: String, in year: Int, word: String, persons: Int64 = 1
  ) throws(MeasureProblem) -> Int {
    guard let kind = HouseholdClass(rawValue: word) else { throw .unknownClass(word) }
    return try add(id, in: year, Entry(kind, persons: persons))
  }
}
