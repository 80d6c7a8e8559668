import StageKit
public import Tables

extension HouseholdSums {
  /// Writes every cell with its key, in the order of keys.
  public func write(to bytes: inout ByteWriter) {
    var all: [(key: [UInt8], group: Int, cell: Int)] = []
    forEachCell { key, _, cell in all.append((key.bytes, key.group, cell)) }
    all.sort { $0.key.lexicographicallyPrecedes($1.key) }
    bytes.write(UInt64(all.count))
    for (key, group, cell) in all {
      for byte in key { bytes.write(byte) }
      for count in sums[group].counts(of: cell) { bytes.write(count) }
      for sum in sums[group].sums(of: cell) { bytes.write(sum) }
      for word in sums[group].unknown(of: cell) { bytes.write(word) }
    }
    wrong.write(to: &bytes)
    proof.write(to: &bytes)
    for word in seen { bytes.write(word) }
    bytes.write(UInt8(sums.contains { $0.hasOverflow } ? 1 : 0))
  }
  /// Adds what `write` wrote.
  ///
  /// - Throws: `StateError` when the bytes are not such.
  public mutating func read(from bytes: inout ByteReader) throws(StateError) {
    let measures = form.measures
    for _ in 0..<(try bytes.read(UInt64.self)) {
      let key = try HouseholdCells.Key(from: &bytes, levels: form.codes.count, groups: form.groups.count)
      var (counts, totals, unknown) = ([Int64](), [Int128](), [UInt64]())
      for _ in 0..<measures.counts {
        let count = try bytes.read(Int64.self)
        guard (0...CellSums.mostRows).contains(count) else { throw StateError("a count out of range") }
        counts.append(count)
      }
      for _ in 0..<measures.width { totals.append(try bytes.read(Int128.self)) }
      for _ in 0..<measures.maskWords { unknown.append(try bytes.read(UInt64.self)) }
      guard counts[0] > 0 else { throw StateError("a cell without rows") }
      sums[key.group].add(counts, totals, unknown, to: place(of: key))
    }
    try wrong.read(from: &bytes)
    try proof.read(from: &bytes)
    for index in seen.indices { seen[index] |= try bytes.read(UInt64.self) }
    if try bytes.read(UInt8.self) != 0 { sums[0].noteOverflow() }
  }
}
