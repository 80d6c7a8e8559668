import Measures
import Tables

/// The rows of a batch as words of deprivations, as `QuickSums` adds them.
struct VectorRows {
  /// What each row is: its deprivations, then the bit of the line if it is asked for, or one more bit when something is
  /// not known.
  let words: [UInt64]
  /// The members of each row, −1 where they are not known or fewer than one; none when persons are not counted.
  let members: [Int64]

  init(_ batch: Batch, _ form: HouseholdMeasures.Form) {
    let count = batch.count
    func answers(_ column: Int) -> Bools {
      guard case .bool(let cells) = batch.columns[column] else { return Bools(Bitmap(count: count)) }
      return cells
    }
    let (flags, line) = (form.flags.map(answers), form.line.map(answers))
    var known: Bitmap?
    for case let validity? in flags.map(\.validity) { known = known.map { $0 & validity } ?? validity }
    if let line {
      // Over the line a household is deprived in nothing, whatever it did not say.
      known = known.map { $0 | ~line.bits }
      if let validity = line.validity { known = known.map { $0 & validity } ?? validity }
    }
    let asked =
      flags.map { cell in line.map { cell.bits & $0.bits } ?? cell.bits } + [line?.bits].compactMap { $0 }
    words = Bitmap.vectors(
      asked.map { bits in known.map { bits & $0 } ?? bits } + [known.map { ~$0 } ?? Bitmap(count: count)],
      count: count)
    members = form.members.map { Self.members(batch.columns[$0], count) } ?? []
  }
  private static func members(_ column: Column, _ count: Int) -> [Int64] {
    guard case .int(let cells) = column else { return Array(repeating: -1, count: count) }
    var members =
      cells.map { UInt64(bitPattern: $0 &- 1) < UInt64(QuickSums.mostMembers) ? $0 : -1 }.values
    if let validity = cells.validity { (~validity).forEachRow { members[$0] = -1 } }
    return members
  }
}
