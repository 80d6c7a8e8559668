import StageKit
import Tables

/// Whether rows show that their number of deprivations is made of just the flags that are counted, though no standard has
/// just these.
///
/// Somebody's own indicators may have the name of one of a standard. That the number is theirs is shown when it is their number
/// in every row, and when some flag tells them from the standard: one that is counted and that the standard does not have, or
/// one of the standard that stands beside and is not counted. A flag that is set in no row shows nothing.
struct FlagProof: Sendable, Hashable {
  /// A flag that can tell, by what it is set says.
  struct Witness: Sendable, Hashable {
    /// Whose flag it is.
    enum Kind: Hashable {
      /// It is counted, and the standard does not have it.
      case extra
      /// The standard has it, and it stands beside.
      case lacking
      /// It stands beside, and the standard does not have it.
      case beside
    }
    let column: Int
    let kind: Kind
  }
  let witnesses: [Witness]
  /// Rows whose number is not that of their flags, or of which a flag is not known.
  private(set) var others: Int64 = 0
  /// The witnesses that were set in some row that has a number.
  private var seen: [Bool]

  init(_ witnesses: [Witness]) {
    self.witnesses = witnesses
    seen = witnesses.map { _ in false }
  }
  /// Whether all rows so far show it.
  var isGiven: Bool {
    let pairs = zip(witnesses, seen)
    return others == 0 && pairs.contains { $0.kind != .beside && $1 }
      && pairs.allSatisfy { $0.kind == .extra || $1 }
  }

  /// Looks at the rows of a batch.
  mutating func add(_ batch: Batch, _ measures: Measures) {
    guard measures.otherFlags != nil, let column = measures.deprivationCount,
      case .int(let counts) = batch.columns[column]
    else { return }
    let there = counts.validity ?? Bitmap(repeating: true, count: batch.count)
    let flags = measures.flags.compactMap { $0.column.answers(batch) }
    var known = there
    for flag in flags { if let validity = flag.validity { known = known & validity } }
    var rest = Bitmap.counts(flags.map(\.isTrue), count: batch.count)
    for row in rest.indices { rest[row] = counts.values[row] &- rest[row] }
    let same = Values(rest).test { $0 == 0 }.bits & known
    others = others.addingSaturated(Int64((there & ~same).trueCount))
    for (place, witness) in witnesses.enumerated() where !seen[place] {
      guard let flag = witness.column.answers(batch) else { continue }
      seen[place] = (flag.isTrue & there).trueCount > 0
    }
  }
  mutating func add(_ other: FlagProof) {
    others = others.addingSaturated(other.others)
    for place in seen.indices where other.seen[place] { seen[place] = true }
  }
  func write(to bytes: inout ByteWriter) {
    bytes.write(others)
    for isSeen in seen { bytes.write(UInt8(isSeen ? 1 : 0)) }
  }
  /// Adds what `write` wrote.
  mutating func read(from bytes: inout ByteReader) throws(StateError) {
    var other = FlagProof(witnesses)
    other.others = try bytes.read(Int64.self)
    guard other.others >= 0 else { throw StateError("a count below zero") }
    for place in seen.indices { other.seen[place] = try bytes.read(UInt8.self) != 0 }
    add(other)
  }
}

extension Int {
  /// The column of that place as answers.
  fileprivate func answers(_ batch: Batch) -> Bools? {
    guard case .bool(let answers) = batch.columns[self] else { return nil }
    return answers
  }
}
