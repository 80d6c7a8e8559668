import Tables

extension Classifier {
  /// How many deprivations each household has.
  struct Deprivations {
    var count: Values<Int64>
    /// The points of form B2 that are sound; `nil` when there are none.
    var b2: Values<Int64>?
    /// The rows whose points of form B2 are no number of deprivations; `nil` when there are none.
    var wrong: Bitmap?
  }

  /// Counts deprivations by points, or by the flags of the indicators.
  func deprivations(_ batch: Batch, _ flags: [Column]) -> Deprivations {
    guard let points = inputs.points else {
      guard !indicators.isEmpty else { return Deprivations(count: Self.unknown(batch.count)) }
      return Deprivations(count: Self.counted(flags, batch.count))
    }
    let b2 = batch[points.b2]
    let (each, most) = (perDeprivation, mostPoints)
    let sound = b2.test { $0 >= 0 && $0 <= most && $0 % each == 0 }
    guard !sound.bits.allTrue else {
      return Deprivations(count: b2.map { $0 / each }, b2: b2)
    }
    // A missing cell is a 0, which is sound: it stays missing and is not wrong.
    let validity = b2.validity.map { $0 & sound.bits } ?? sound.bits
    var kept = b2
    for row in (~sound.bits).rows { kept.values[row] = 0 }
    (kept.validity, kept.reasons) = (validity, nil)
    return Deprivations(count: kept.map { $0 / each }, b2: kept, wrong: ~sound.bits)
  }

  /// No count at all: a standard of income alone does not say of how many things a household is deprived.
  private static func unknown(_ count: Int) -> Values<Int64> {
    Values(Array(repeating: 0, count: count), validity: count == 0 ? nil : Bitmap(count: count))
  }
  /// How many flags are set; missing where any is.
  static func counted(_ flags: [Column], _ count: Int) -> Values<Int64> {
    var maps: [Bitmap] = []
    var validity: Bitmap?
    for case .bool(let flag) in flags {
      maps.append(flag.bits)
      guard let known = flag.validity else { continue }
      validity = validity.map { $0 & known } ?? known
    }
    var values = Bitmap.counts(maps, count: count)
    if let validity { (~validity).forEachRow { values[$0] = 0 } }
    return Values(values, validity: validity)
  }
}
