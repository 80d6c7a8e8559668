import Figures

@testable import Disclosure

/// Works withheld counts out of published ones by exact elimination; written apart from what it attacks.
///
/// Every equation is a row of a dense matrix over the integers modulo a prime; a count is known when, after the matrix is
/// brought into reduced form, a row has it alone.
struct Attacker<Name: Hashable> {
  private let prime: Int = 1_000_000_007
  private var columns: [Name: Int] = [:]
  private var names: [Name] = []
  private var rows: [[Int: Int]] = []

  /// Adds the equation that a sum of counts with factors is some constant, which elimination need not know.
  mutating func equation(_ terms: [(name: Name, factor: Int)]) {
    var row: [Int: Int] = [:]
    for (name, factor) in terms {
      let column = columns[name] ?? names.count
      if columns[name] == nil { (columns[name], _) = (column, names.append(name)) }
      row[column] = ((row[column] ?? 0) + factor + prime) % prime
    }
    row = row.filter { $0.value != 0 }
    if !row.isEmpty { rows.append(row) }
  }
  /// The counts that are known.
  func known() -> Set<Name> {
    var rows = rows
    var done: [[Int: Int]] = []
    while let row = rows.popLast() {
      guard let pivot = row.keys.min(), let value = row[pivot] else { continue }
      let inverse = power(value, prime - 2)
      let unit = row.mapValues { $0 * inverse % prime }
      func without(_ other: [Int: Int]) -> [Int: Int] {
        guard let factor = other[pivot] else { return other }
        return other.merging(unit.mapValues { (prime - factor * $0 % prime) % prime }) { ($0 + $1) % prime }
          .filter { $0.value != 0 }
      }
      rows = rows.map(without).filter { !$0.isEmpty }
      done = done.map(without) + [unit]
    }
    return Set(done.filter { $0.count == 1 }.compactMap { $0.keys.first }.map { names[$0] })
  }
  private func power(_ base: Int, _ exponent: Int) -> Int {
    var (result, square, rest) = (1, base % prime, exponent)
    while rest > 0 {
      if rest % 2 == 1 { result = result * square % prime }
      (square, rest) = (square * square % prime, rest / 2)
    }
    return result
  }
}

extension World {
  /// Which withheld counts follow from what is released.
  func known(from release: Release) -> Set<Spot> {
    var published: Set<Spot> = []
    var all: Set<Spot> = []
    for figure in release.table.figures {
      let spots =
        figure.measure == "poor_rate"
        ? ["poor", "households"].map { Spot(figure.unit, $0, figure.group) }
        : [Spot(figure.unit, figure.measure, figure.group)]
      all.formUnion(spots)
      if figure.status != .withheld { published.formUnion(spots) }
    }
    var attacker = Attacker<Spot>()
    func sum(_ total: Spot, _ parts: [Spot]) {
      let terms = [(total, -1)] + parts.filter(all.contains).map { ($0, 1) }
      if all.contains(total) { attacker.equation(terms.filter { !published.contains($0.0) }) }
    }
    for spot in all {
      if let parts = tree.first(where: { $0.unit == spot.unit })?.parts {
        sum(spot, parts.map { Spot($0, spot.measure, spot.group) })
      }
      if spot.measure == "poor_plus_near" {
        sum(spot, ["poor", "near_poor"].map { Spot(spot.unit, $0, spot.group) })
      }
      guard spot.group == "all" else { continue }
      for kind in ["area", "ethnicity"] {
        let parts = all.filter {
          $0.unit == spot.unit && $0.measure == spot.measure && $0.group.hasPrefix(kind + ":")
        }
        if !parts.isEmpty { sum(spot, Array(parts)) }
      }
    }
    return attacker.known().subtracting(published)
  }
}
