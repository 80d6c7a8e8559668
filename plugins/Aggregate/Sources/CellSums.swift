import Tables

/// The counts and sums of many cells, and which of them are not known.
struct CellSums: Sendable {
  let measures: Measures
  private(set) var counts: [Int64] = []
  private(set) var sums: [Int128] = []
  private(set) var unknown: [UInt64] = []
  /// Whether a number did not fit; then its cell is to be refused.
  private(set) var hasOverflow = false

  init(_ measures: Measures) { self.measures = measures }

  /// The number of rows of a cell; 0 for one that has not been met.
  func households(_ cell: Int) -> Int64 {
    let place = cell * measures.counts
    return place < counts.count ? counts[place] : 0
  }
  /// Whether any cell has rows.
  var hasRows: Bool { stride(from: 0, to: counts.count, by: measures.counts).contains { counts[$0] > 0 } }
  func counts(of cell: Int) -> ArraySlice<Int64> {
    counts[cell * measures.counts..<(cell + 1) * measures.counts]
  }
  func sums(of cell: Int) -> ArraySlice<Int128> {
    sums[cell * measures.width..<(cell + 1) * measures.width]
  }
  func unknown(of cell: Int) -> ArraySlice<UInt64> {
    unknown[cell * measures.maskWords..<(cell + 1) * measures.maskWords]
  }
  /// One of the counts of a cell.
  func count(_ index: Int, _ cell: Int) -> Int64 { counts[cell * measures.counts + index] }
  /// One of the sums of a cell.
  func sum(_ index: Int, _ cell: Int) -> Int128 { sums[cell * measures.width + index] }
  /// One of the counts of each of some cells.
  func counts(_ index: Int, of cells: [Int]) -> [Int64] {
    counts.withUnsafeBufferPointer { counts in cells.map { counts[$0 * measures.counts + index] } }
  }
  /// Whether any row of any cell lacked what a measure is made of.
  var hasUnknown: Bool { unknown.contains { $0 != 0 } }
  /// Whether some row of a cell lacked what a measure is made of, by its bit.
  func isUnknown(_ bit: Int, _ cell: Int) -> Bool {
    unknown[cell * measures.maskWords + bit >> 6] >> UInt64(bit & 63) & 1 == 1
  }
  /// Makes room for so many cells.
  mutating func makeRoom(for cells: Int) {
    let missing = cells - counts.count / measures.counts
    guard missing > 0 else { return }
    counts.append(contentsOf: repeatElement(0, count: missing * measures.counts))
    sums.append(contentsOf: repeatElement(0, count: missing * measures.width))
    unknown.append(contentsOf: repeatElement(0, count: missing * measures.maskWords))
  }

  /// Adds the rows of a batch, each to its cell.
  ///
  /// Counts grow by one a row and were at most 2^62 when they were read, and sums by less than 2^63: rows cannot overflow
  /// them.
  mutating func add(_ rows: MeasuredRows, to cells: [UInt32]) {
    let (width, sumWidth, maskWords) = (measures.counts, measures.width, measures.maskWords)
    cells.withUnsafeBufferPointer { cells in
      counts.withUnsafeMutableBufferPointer { counts in
        rows.classes.withUnsafeBufferPointer { classes in
          for row in 0..<cells.count {
            let place = Int(cells[row]) * width
            counts[place] &+= 1
            counts[place + 1 + Int(classes[row])] &+= 1
          }
        }
        for (measure, bits) in rows.flags {
          bits.forEachRow { counts[Int(cells[$0]) * width + measure] &+= 1 }
        }
      }
      sums.withUnsafeMutableBufferPointer { sums in
        for (sum, values, over) in rows.sums {
          values.withUnsafeBufferPointer { values in
            if let over {
              over.forEachRow { sums[Int(cells[$0]) * sumWidth + sum] &+= Int128(values[$0]) }
            } else {
              for row in 0..<cells.count { sums[Int(cells[row]) * sumWidth + sum] &+= Int128(values[row]) }
            }
          }
        }
      }
      for (bit, lacking) in rows.unknown {
        lacking.forEachRow { unknown[Int(cells[$0]) * maskWords + bit >> 6] |= 1 << UInt64(bit & 63) }
      }
    }
  }
  /// Adds what is known of a cell of other rows.
  mutating func add(
    _ moreCounts: some Collection<Int64>, _ moreSums: some Collection<Int128>,
    _ moreUnknown: some Collection<UInt64>, to cell: Int
  ) {
    makeRoom(for: cell + 1)
    for (index, more) in moreCounts.enumerated() {
      let (sum, over) = counts[cell * measures.counts + index].addingReportingOverflow(more)
      counts[cell * measures.counts + index] = sum
      if over || sum > Self.mostRows { hasOverflow = true }
    }
    for (index, more) in moreSums.enumerated() { add(more, sum: cell * measures.width + index) }
    for (index, more) in moreUnknown.enumerated() { unknown[cell * measures.maskWords + index] |= more }
  }
  /// Adds cells of another table of the same measures, each to a cell of this one.
  mutating func add(_ other: CellSums, _ cells: [(from: Int, to: Int)]) {
    if other.hasOverflow { hasOverflow = true }
    makeRoom(for: (cells.lazy.map(\.to).max() ?? -1) + 1)
    let (width, sumWidth, maskWords) = (measures.counts, measures.width, measures.maskWords)
    // Two counts are at most 2^63 together, which stands for a negative number.
    var largest: UInt64 = 0
    counts.withUnsafeMutableBufferPointer { counts in
      other.counts.withUnsafeBufferPointer { more in
        for (from, to) in cells {
          let (here, there) = (to * width, from * width)
          for index in 0..<width {
            let sum = counts[here + index] &+ more[there + index]
            counts[here + index] = sum
            largest = max(largest, UInt64(bitPattern: sum))
          }
        }
      }
    }
    if largest > UInt64(Self.mostRows) { hasOverflow = true }
    for (from, to) in cells {
      for index in 0..<sumWidth { add(other.sums[from * sumWidth + index], sum: to * sumWidth + index) }
      for index in 0..<maskWords {
        unknown[to * maskWords + index] |= other.unknown[from * maskWords + index]
      }
    }
  }
  private mutating func add(_ more: Int128, sum place: Int) {
    let (sum, over) = sums[place].addingReportingOverflow(more)
    sums[place] = sum
    if over || sum.magnitude > Self.largestSum { hasOverflow = true }
  }
  mutating func noteOverflow() { hasOverflow = true }

  /// More rows than any file has; what is beyond was not made of rows.
  static let mostRows: Int64 = 1 << 62
  static let largestSum: UInt128 = 1 << 125
}
