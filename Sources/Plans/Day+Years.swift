import Tables

// Years from a day to the same day of another year, as those from one review to the next.
extension Day {
  /// The same day a number of years later; `nil` when that year lacks it.
  func years(later count: Int) -> Day? {
    let (year, month, day) = civil
    return Day(year: year + count, month: month, day: day)
  }
  /// How many whole years there are to a later day; `nil` when it is not the same day of a later year.
  func wholeYears(to later: Day) -> Int? {
    let count = later.year - year
    return count > 0 && years(later: count) == later ? count : nil
  }
  /// Whether it is the last day of a year.
  var isYearEnd: Bool {
    let (_, month, day) = civil
    return month == 12 && day == 31
  }
}
