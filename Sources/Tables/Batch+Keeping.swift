extension Batch {
  /// The rows whose bit is set, in order.
  ///
  /// - Complexity: O(rows); where few rows are left out the others are copied in runs, not one by one.
  public func keeping(_ kept: Bitmap) -> Batch {
    if kept.allTrue { return self }
    let runs = kept.runs
    let count = runs.reduce(0) { $0 + $1.count }
    guard count > 8 * runs.count else { return gathered(kept.rows) }
    return Batch(columns.map { $0.keeping(runs) }, count: count, origin: origin.gathered(kept.rows))
  }
}
extension Bitmap {
  /// The rows whose bit is set, in runs that do not touch.
  var runs: [Range<Int>] {
    var runs: [Range<Int>] = []
    var start: Int?
    for (index, word) in words.enumerated() where start == nil ? word != 0 : word != .max {
      var (place, rest) = (index << 6, word)
      let end = min(place + 64, count)
      while place < end {
        let same = min((start == nil ? rest : ~rest).trailingZeroBitCount, end - place)
        (place, rest) = (place + same, same == 64 ? 0 : rest >> UInt64(same))
        guard place < end else { break }
        if let first = start {
          runs.append(first..<place)
          start = nil
        } else {
          start = place
        }
      }
    }
    if let start { runs.append(start..<count) }
    return runs
  }
  /// The bits of some runs, end to end.
  func keeping(_ runs: [Range<Int>]) -> Bitmap {
    let total = runs.reduce(0) { $0 + $1.count }
    var out = Array(repeating: 0 as UInt64, count: (total + 63) / 64)
    var place = 0
    for run in runs {
      var start = run.lowerBound
      while start < run.upperBound {
        let size = min(64, run.upperBound - start)
        let word = bits(from: start, count: size)
        let shift = UInt64(place & 63)
        out[place >> 6] |= word << shift
        if place & 63 + size > 64 { out[place >> 6 + 1] |= word >> (64 - shift) }
        (start, place) = (start + size, place + size)
      }
    }
    return Bitmap(words: out, count: total)
  }
  /// Up to sixty-four bits from a row on, the first lowest.
  private func bits(from row: Int, count size: Int) -> UInt64 {
    let (index, shift) = (row >> 6, UInt64(row & 63))
    var word = words[index] >> shift
    if shift > 0, index + 1 < words.count { word |= words[index + 1] << (64 - shift) }
    return size == 64 ? word : word & ((1 << UInt64(size)) - 1)
  }
}
extension Bitmap? {
  /// Which cells of some runs are there; `nil` when all are.
  fileprivate func keeping(_ runs: [Range<Int>]) -> Bitmap? {
    guard let all = self?.keeping(runs), !all.allTrue else { return nil }
    return all
  }
}
extension Reasons? {
  /// Why cells of some runs are not there; `nil` when all of them are blank.
  fileprivate func keeping(_ runs: [Range<Int>]) -> Reasons? {
    guard let all = self.map({ $0.gathered(runs.flatMap { Array($0) }) }), all.isNeeded else { return nil }
    return all
  }
}
extension Column {
  /// The cells of some runs, end to end.
  func keeping(_ runs: [Range<Int>]) -> Column {
    switch self {
    case .int(let c): .int(c.keeping(runs))
    case .decimal(let c): .decimal(Decimals(c.units.keeping(runs), scale: c.scale))
    case .double(let c): .double(c.keeping(runs))
    case .date(let c): .date(c.keeping(runs))
    case .text(let c): .text(c.keeping(runs))
    case .bool(let c):
      .bool(
        Bools(c.bits.keeping(runs), validity: c.validity.keeping(runs), reasons: c.reasons.keeping(runs)))
    }
  }
}
extension Array {
  /// The elements of some runs, end to end.
  fileprivate func keeping(_ runs: [Range<Int>]) -> [Element] {
    let total = runs.reduce(0) { $0 + $1.count }
    return withUnsafeBufferPointer { all in
      [Element](unsafeUninitializedCapacity: total) { some, count in
        for run in runs {
          _ = some[count...].initialize(fromContentsOf: all[run])
          count += run.count
        }
      }
    }
  }
}
extension Values {
  fileprivate func keeping(_ runs: [Range<Int>]) -> Values {
    Values(values.keeping(runs), validity: validity.keeping(runs), reasons: reasons.keeping(runs))
  }
}
extension Texts {
  fileprivate func keeping(_ runs: [Range<Int>]) -> Texts {
    var some = Texts()
    some.bytes = bytes.keeping(runs.map { Int(offsets[$0.lowerBound])..<Int(offsets[$0.upperBound]) })
    some.offsets = offsets.withUnsafeBufferPointer { all in
      [UInt32](unsafeUninitializedCapacity: runs.reduce(1) { $0 + $1.count }) { ends, count in
        ends.initializeElement(at: 0, to: 0)
        count = 1
        for run in runs {
          // Offsets move down by what was left out before the run.
          let gap = all[run.lowerBound] - ends[count - 1]
          for row in run { ends.initializeElement(at: count + row - run.lowerBound, to: all[row + 1] - gap) }
          count += run.count
        }
      }
    }
    (some.validity, some.reasons) = (validity.keeping(runs), reasons.keeping(runs))
    return some
  }
}
