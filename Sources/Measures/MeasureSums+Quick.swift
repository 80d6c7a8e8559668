extension QuickSums {
  /// Whether a cell has households, known or not.
  public func hasHouseholds(_ cell: Int) -> Bool {
    self[cell, .households] > 0 || self[cell, .leftOut] > 0
  }
  fileprivate subscript(cell: Int, part: Part) -> Int64 { numbers[cell * width + part.rawValue] }
  /// One of the four numbers of an indicator.
  fileprivate subscript(cell: Int, indicator: Int, number: Int) -> Int64 {
    numbers[cell * width + Part.allCases.count + 4 * indicator + number]
  }
}

extension MeasureSums {
  /// Adds what is known of the households of a cell, under the same rule.
  public mutating func addHouseholds(of cell: Int, _ quick: QuickSums) {
    let (all, poor) = (quick[cell, .households], quick[cell, .poor])
    let parts: [(Part, Int64)] = [
      (.households, all), (.weight, all), (.poorHouseholds, poor), (.poor, poor),
      (.nearPoor, quick[cell, .nearPoor]), (.score, quick[cell, .score]), (.leftOut, quick[cell, .leftOut]),
    ]
    add(parts, indicators: { (quick[cell, $0, 0], quick[cell, $0, 2]) })
  }
  /// Adds what is known of the persons in them, of whom those whose number is not known are left out.
  public mutating func addPersons(of cell: Int, _ quick: QuickSums) {
    let without = quick[cell, .withoutMembers]
    let parts: [(Part, Int64)] = [
      (.households, quick[cell, .households] - without), (.weight, quick[cell, .persons]),
      (.poorHouseholds, quick[cell, .poor] - quick[cell, .poorWithoutMembers]),
      (.poor, quick[cell, .poorPersons]), (.nearPoor, quick[cell, .nearPoorPersons]),
      (.score, quick[cell, .scoreOfPersons]), (.leftOut, quick[cell, .leftOut] + without),
    ]
    add(parts, indicators: { (quick[cell, $0, 1], quick[cell, $0, 3]) })
  }
  private mutating func add(
    _ parts: [(Part, Int64)], indicators: (Int) -> (deprived: Int64, poorAndDeprived: Int64)
  ) {
    for (part, more) in parts { add(Int128(more), at: part.rawValue) }
    let first = Part.allCases.count
    for indicator in 0..<indicatorCount {
      let more = indicators(indicator)
      add(Int128(more.deprived), at: first + indicator)
      add(Int128(more.poorAndDeprived), at: first + indicatorCount + indicator)
    }
  }
}
