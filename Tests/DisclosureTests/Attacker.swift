import Figures
import Tables

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
    let (all, published) = release.spots
    var attacker = Attacker<Spot>()
    for sum in sums(among: all) { attacker.equation(sum.filter { !published.contains($0.name) }) }
    return attacker.known().subtracting(published)
  }
  /// Which withheld counts follow from what is released and what was before, by whoever takes what was withheld then to be
  /// what it is now.
  func known(from release: Release, after before: Release) -> Set<Spot> {
    let (now, then) = (release.spots, before.spots)
    var attacker = Attacker<Spot>()
    for sum in sums(among: now.all) { attacker.equation(sum.filter { !now.published.contains($0.name) }) }
    let open = now.published.union(then.published)
    for sum in sums(among: then.all) { attacker.equation(sum.filter { !open.contains($0.name) }) }
    return attacker.known().subtracting(open)
  }
  /// The counts that were withheld, are released now, and with what was told then do not make the sum that they made:
  /// the rest tells what one of them was.
  func exposed(by release: Release, after before: Release) -> Set<Spot> {
    let (now, then) = (release.values, before.values)
    var found: Set<Spot> = []
    for sum in sums(among: before.spots.all) {
      let values = sum.map { term in (then[term.name] ?? now[term.name]).map { $0 * Int64(term.factor) } }
      guard values.allSatisfy({ $0 != nil }), values.reduce(0, { $0 + ($1 ?? 0) }) != 0 else { continue }
      found.formUnion(sum.map(\.name).filter { then[$0] == nil })
    }
    return found
  }
  /// The sums that any reader knows of.
  private func sums(among all: Set<Spot>) -> [[(name: Spot, factor: Int)]] {
    var found: [[(name: Spot, factor: Int)]] = []
    func sum(_ total: Spot, _ parts: [Spot]) {
      guard all.contains(total) else { return }
      found.append([(total, -1)] + parts.filter(all.contains).map { ($0, 1) })
    }
    for spot in all {
      if let index = merges.indices.first(where: { merged($0) == spot.unit }) {
        sum(spot, merges[index].map { Spot($0, spot.measure, spot.group) })
      }
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
    return found
  }
}
extension Release {
  /// What is spoken of, and what is told; a carried figure without a value is not told.
  fileprivate var spots: (all: Set<World.Spot>, published: Set<World.Spot>) {
    var (all, published): (Set<World.Spot>, Set<World.Spot>) = ([], [])
    for figure in table.figures {
      let measures = figure.measure == "poor_rate" ? ["poor", "households"] : [figure.measure]
      let spots = measures.map { World.Spot(figure.unit, $0, figure.group) }
      all.formUnion(spots)
      if figure.status != .withheld { published.formUnion(spots) }
    }
    return (all, published)
  }
  fileprivate var values: [World.Spot: Int64] {
    var found: [World.Spot: Int64] = [:]
    for figure in table.figures {
      guard case .amount(let amount)? = figure.value, let value = amount.whole else { continue }
      found[World.Spot(figure.unit, figure.measure, figure.group)] = value
    }
    return found
  }
}
