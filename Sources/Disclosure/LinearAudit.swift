/// Which withheld counts follow from what is published, by any adding and subtracting of sums.
///
/// Every sum is an equation over the counts that readers do not know. A count follows when its own equation is a
/// combination of those: the equations are brought into echelon form, and that of the count is reduced by them. Worked out
/// modulo the prime 2^61 - 1, so nothing is rounded.
struct LinearAudit {
  /// The counts that follow, in order.
  private(set) var determined: [Int] = []
  /// The counts that nothing tells and that follow, in order.
  private(set) var drawn: [Int] = []
  /// The rows of the echelon form by their first column.
  private var echelon: [Int: Row] = [:]

  init(_ cells: [Cell], _ relations: [Relation]) {
    // Parts come before totals: so a row begins with a count that few sums have.
    let columns = Self.order(cells, relations)
    for relation in relations {
      var row = Row()
      for member in relation.members where columns[member] >= 0 { row.add(columns[member], 1) }
      if columns[relation.total] >= 0 { row.add(columns[relation.total], Row.prime - 1) }
      row.sort()
      reduce(&row)
      guard let first = row.terms.first else { continue }
      row.divide(by: first.factor)
      echelon[first.column] = row
    }
    for cell in cells.indices where cells[cell].isOpen {
      var row = Row()
      row.add(columns[cell], 1)
      reduce(&row)
      guard row.terms.isEmpty else { continue }
      if cells[cell].isUnknown { determined.append(cell) } else { drawn.append(cell) }
    }
  }
  /// Takes away what the rows so far can, from the first column on.
  private func reduce(_ row: inout Row) {
    while let first = row.terms.first, let known = echelon[first.column] {
      row.subtract(known, times: first.factor)
    }
  }
  /// The columns of the counts that readers do not know, by how many levels of sums are below; -1 for all others.
  private static func order(_ cells: [Cell], _ relations: [Relation]) -> [Int] {
    var depth = Array(repeating: 0, count: cells.count)
    // Sums are a few levels deep; more rounds would change the order alone, and not what follows.
    for _ in 0..<8 {
      for relation in relations {
        let below = relation.members.map { depth[$0] }.max() ?? 0
        depth[relation.total] = max(depth[relation.total], min(below + 1, 64))
      }
    }
    let unknown = cells.indices.filter { cells[$0].isOpen }
    var columns = Array(repeating: -1, count: cells.count)
    let sorted = unknown.sorted { (depth[$0], $0) < (depth[$1], $1) }
    for (column, cell) in sorted.enumerated() { columns[cell] = column }
    return columns
  }
}

/// A sum of multiples of unknowns, modulo a prime, in the order of columns.
private struct Row {
  static let prime: UInt64 = (1 << 61) - 1
  private(set) var terms: [(column: Int, factor: UInt64)] = []

  mutating func add(_ column: Int, _ factor: UInt64) { terms.append((column, factor)) }
  /// Puts the terms in order, those of one column together.
  mutating func sort() {
    var sorted: [(column: Int, factor: UInt64)] = []
    for term in terms.sorted(by: { $0.column < $1.column }) {
      if let last = sorted.last, last.column == term.column {
        sorted[sorted.count - 1].factor = Self.sum(last.factor, term.factor)
      } else {
        sorted.append(term)
      }
    }
    terms = sorted.filter { $0.factor != 0 }
  }
  mutating func divide(by factor: UInt64) {
    let inverse = Self.power(factor, Self.prime - 2)
    for index in terms.indices { terms[index].factor = Self.product(terms[index].factor, inverse) }
  }
  mutating func subtract(_ other: Row, times factor: UInt64) {
    let minus = Self.prime - factor
    var (mine, theirs) = (terms[...], other.terms[...])
    var left: [(column: Int, factor: UInt64)] = []
    left.reserveCapacity(mine.count + theirs.count)
    while let a = mine.first, let b = theirs.first {
      if a.column < b.column {
        left.append(mine.removeFirst())
      } else if b.column < a.column {
        left.append((b.column, Self.product(b.factor, minus)))
        theirs.removeFirst()
      } else {
        let sum = Self.sum(a.factor, Self.product(b.factor, minus))
        if sum != 0 { left.append((a.column, sum)) }
        mine.removeFirst()
        theirs.removeFirst()
      }
    }
    left += mine
    left += theirs.map { ($0.column, Self.product($0.factor, minus)) }
    terms = left
  }

  private static func sum(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let sum = a + b
    return sum >= prime ? sum - prime : sum
  }
  private static func product(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let (high, low) = a.multipliedFullWidth(by: b)
    // 2^61 is 1: the digits to the base 2^61 are added up.
    return sum(low & prime, (high << 3) | (low >> 61))
  }
  private static func power(_ base: UInt64, _ exponent: UInt64) -> UInt64 {
    var (result, square, rest): (UInt64, UInt64, UInt64) = (1, base, exponent)
    while rest > 0 {
      if rest & 1 == 1 { result = product(result, square) }
      square = product(square, square)
      rest >>= 1
    }
    return result
  }
}
