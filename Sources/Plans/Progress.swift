import Tables

/// How much of the way from a baseline to a goal has been made: the least and the most of what the figures may stand for.
struct Progress: Sendable, Hashable {
  /// A start, an end and a place between or beside them.
  struct Way: Sendable, Hashable {
    let start: Fraction
    let end: Fraction
    let here: Fraction
    /// How much of the way from start to end has been made.
    let share: Fraction

    /// A way; `nil` when there is none between start and end, and when a number does not fit.
    init?(from start: Fraction, to end: Fraction, at here: Fraction) {
      guard let way = end - start, let made = here - start, let share = made / way else { return nil }
      (self.start, self.end, self.here, self.share) = (start, end, here, share)
    }
  }
  let least: Way
  let most: Way

  /// In whole percent, rounded down; `nil` where it would say nothing: of what went the other way, or may have, and where
  /// a number that is not to be reached was reached exactly, for all of the way is not beside a word that denies it.
  var told: Verdict.Share? {
    guard let low = Self.percent(least.share), let high = Self.percent(most.share), (0..<100).contains(low)
    else { return nil }
    return Verdict.Share(low: low, high: min(high, 99))
  }
  static func percent(_ share: Fraction) -> Int? {
    (share * Fraction(100)).flatMap { Int(exactly: $0.floor) }
  }
}

/// Where a way starts and ends, and how far it has come: two starts and two places of now, first those with the least.
struct Stretch {
  /// The start and the place of now with the least of the way.
  let least: (start: Extent.End?, here: Extent.End?)
  /// Those with the most of it.
  let most: (start: Extent.End?, here: Extent.End?)
  let end: Fraction

  /// Whether there is a way, be it too long to be computed.
  var isOne: Bool {
    [least, most].allSatisfy { pair in
      pair.here != nil && pair.start.map { $0.value != end } ?? false
    }
  }
  /// How much of it has been made; `nil` when that is not known, and when a number does not fit.
  var progress: Progress? {
    func way(_ pair: (start: Extent.End?, here: Extent.End?)) -> Progress.Way? {
      guard let start = pair.start?.value, let here = pair.here?.value else { return nil }
      return Progress.Way(from: start, to: end, at: here)
    }
    guard let least = way(least), let most = way(most) else { return nil }
    return Progress(least: least, most: most)
  }
}
