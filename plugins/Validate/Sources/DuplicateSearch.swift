import Tables

/// Pairs of rows that may be one household, found by what they share and weighed.
struct DuplicateSearch {
  /// Two rows, the earlier first, and how much speaks for their being one.
  struct Pair {
    let first: Int
    let second: Int
    let weight: Int64
  }
  /// A field with its name in the list of what agrees.
  let fields: [(name: String, weights: FieldWeights)]
  /// Rows are only compared when they agree in one of these; -1 stands for none.
  let blocks: [[Int64]]
  /// The least weight, in units of `BinaryLogarithm`.
  let least: Int64
  /// A block of more rows than these is passed over.
  let largestBlock: Int

  /// The pairs, the heaviest first; and how many rows stand in blocks that were passed over.
  func pairs() -> (pairs: [Pair], passedOver: Int) {
    var found: [Pair] = []
    var passedOver = 0
    // The keys of the blocks that were passed over, by turn.
    var passed = blocks.map { _ in Set<Int64>() }
    for (turn, keys) in blocks.enumerated() {
      let order = keys.indices.filter { keys[$0] >= 0 }.sorted { (keys[$0], $0) < (keys[$1], $1) }
      var start = 0
      while start < order.count {
        var end = start + 1
        while end < order.count, keys[order[end]] == keys[order[start]] { end += 1 }
        if end - start > largestBlock {
          passedOver += end - start
          passed[turn].insert(keys[order[start]])
        } else {
          compare(order[start..<end], turn, passed, &found)
        }
        start = end
      }
    }
    found.sort { ($1.weight, $0.first, $0.second) < ($0.weight, $1.first, $1.second) }
    return (found, passedOver)
  }
  private func compare(
    _ rows: ArraySlice<Int>, _ turn: Int, _ passed: [Set<Int64>], _ found: inout [Pair]
  ) {
    let earlier = zip(blocks[..<turn], passed)
    for one in rows.indices.dropLast() {
      for two in (one + 1)..<rows.endIndex {
        let (a, b) = (rows[one], rows[two])
        // Who shares an earlier key has been compared by it, unless that block was passed over.
        let isCompared = earlier.contains { keys, passed in
          keys[a] >= 0 && keys[a] == keys[b] && !passed.contains(keys[a])
        }
        guard !isCompared else { continue }
        var weight = 0 as Int64
        for field in fields { weight += field.weights.weight(a, b) }
        if weight >= least { found.append(Pair(first: a, second: b, weight: weight)) }
      }
    }
  }
  /// The names of the fields in which two rows agree.
  func agreeing(_ pair: Pair) -> String {
    fields.filter { $0.weights.agree(pair.first, pair.second) }.map(\.name).joined(separator: " ")
  }
}
