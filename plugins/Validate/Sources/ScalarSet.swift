/// Unicode scalars by ranges: what a class such as `[a-zà-ỹ]` stands for.
struct ScalarSet: Sendable {
  private(set) var ranges: [ClosedRange<UInt32>] = []
  private static let all: [ClosedRange<UInt32>] = [0...0xD7FF, 0xE000...0x10FFFF]

  init(_ ranges: ClosedRange<UInt32>...) { self.ranges = ranges }
  /// Any scalar.
  static var any: ScalarSet {
    var set = ScalarSet()
    set.ranges = all
    return set
  }
  mutating func insert(_ other: ScalarSet) { ranges += other.ranges }
  mutating func insert(_ range: ClosedRange<UInt32>) { ranges.append(range) }
  /// The scalars that are not in it.
  var inverted: ScalarSet {
    var set = ScalarSet()
    for whole in Self.all {
      var next = whole.lowerBound
      for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where range.upperBound >= next {
        guard range.lowerBound <= whole.upperBound else { break }
        if range.lowerBound > next { set.ranges.append(next...range.lowerBound - 1) }
        next = max(next, range.upperBound + 1)
      }
      if next <= whole.upperBound { set.ranges.append(next...whole.upperBound) }
    }
    return set
  }
  /// The pattern of its UTF-8.
  var pattern: PatternTree {
    var single = ByteSet()
    var others: [PatternTree] = []
    for range in ranges {
      for whole in Self.all where range.overlaps(whole) {
        split(range.clamped(to: whole)) { bytes in
          if bytes.count == 1 {
            for byte in bytes[0] { single.insert(byte) }
          } else {
            others.append(.sequence(bytes.map { .bytes(ByteSet($0)) }))
          }
        }
      }
    }
    if others.isEmpty { return .bytes(single) }
    return .either((single == ByteSet() ? [] : [.bytes(single)]) + others)
  }

  /// Cuts a range until each part is a product of ranges of bytes.
  private func split(_ range: ClosedRange<UInt32>, _ emit: ([ClosedRange<UInt8>]) -> Void) {
    let (low, high) = (range.lowerBound, range.upperBound)
    for limit in [0x7F, 0x7FF, 0xFFFF] as [UInt32] where low <= limit && limit < high {
      split(low...limit, emit)
      return split(limit + 1...high, emit)
    }
    for shift in stride(from: 6 as UInt32, through: 18, by: 6) where high > 0x7F {
      let mask = (1 as UInt32) << shift - 1
      guard low & ~mask != high & ~mask else { continue }
      if low & mask != 0 {
        split(low...low | mask, emit)
        return split((low | mask) + 1...high, emit)
      }
      if high & mask != mask {
        split(low...(high & ~mask) - 1, emit)
        return split(high & ~mask...high, emit)
      }
    }
    emit(zip(Self.utf8(low), Self.utf8(high)).map { $0...$1 })
  }
  static func utf8(_ scalar: UInt32) -> [UInt8] {
    Unicode.Scalar(scalar).map { Array(UTF8.encode($0) ?? UTF8.encodedReplacementCharacter) } ?? []
  }
}
