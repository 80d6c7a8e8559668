/// A count that is the sum of others.
struct Relation {
  let total: Int
  let members: [Int]
  /// Whether the sum comes out by the values that there are.
  ///
  /// Official tables do not always add up. What does not is still guarded as if it did, since a reader can subtract all
  /// the same; but nothing is proved by it.
  let isExact: Bool
  /// Of counts that sources tell differently, by which of their values it comes out, where that is not the first.
  var chosen: [Int: Int64] = [:]
}

extension Relation {
  /// The sums that come out by values that there are: one for every value of the total that some values of the parts make.
  ///
  /// Readers see what every source tells, and may subtract any of it. Parts without a value have none of the group, or were
  /// never told.
  static func comingOut(_ total: Int, _ members: [Int], _ cells: [Cell]) -> [Relation] {
    let slack = members.reduce(0...0 as ClosedRange<Int64>) { slack, member in
      cells[member].values.isEmpty ? Sums.sum(slack, cells[member].range ?? 0...0) : slack
    }
    let aims = cells[total].aims(within: slack)
    let sums = Sums(aims.map(\.range), members.map { cells[$0].values })
    return aims.compactMap { aim in
      guard let choices = sums.choices(making: aim.range) else { return nil }
      var chosen: [Int: Int64] = [:]
      if let value = aim.value, value != cells[total].values.first { chosen[total] = value }
      for (member, choice) in zip(members, choices) where choice > 0 {
        chosen[member] = cells[member].values[choice]
      }
      return Relation(total: total, members: members, isExact: true, chosen: chosen)
    }
  }
}
extension Cell {
  /// Between which numbers the parts that have a value must add up to, for each value of the total.
  fileprivate func aims(within slack: ClosedRange<Int64>) -> [(value: Int64?, range: ClosedRange<Int64>)] {
    func aim(_ low: Int64, _ high: Int64) -> ClosedRange<Int64> {
      Sums.sum(low, -slack.upperBound)...Sums.sum(high, -slack.lowerBound)
    }
    if values.isEmpty { return range.map { [(nil, aim($0.lowerBound, $0.upperBound))] } ?? [] }
    return values.map { ($0, aim($0, $0)) }
  }
}

/// What numbers can be made by adding up one value of each of some counts.
private struct Sums {
  /// So many different sums are followed at once; there are more only where sources differ in very many counts.
  private static let most = 1024
  /// The sums after each part that has more than one value, with the sum before and the place of the value that led to it.
  private var steps: [[Int64: (before: Int64, choice: Int)]] = []
  /// The parts that have more than one value.
  private var branching: [Int] = []
  private let count: Int

  init(_ aims: [ClosedRange<Int64>], _ parts: [[Int64]]) {
    count = parts.count
    branching = parts.indices.filter { parts[$0].count > 1 }
    var start: Int64 = 0
    for part in parts where part.count == 1 {
      let (next, over) = start.addingReportingOverflow(part[0])
      if over { return }
      start = next
    }
    steps.append([start: (start, 0)])
    guard !branching.isEmpty, let least = aims.map(\.lowerBound).min(),
      let greatest = aims.map(\.upperBound).max()
    else { return }
    follow(parts, to: least...greatest)
  }
  private mutating func follow(_ parts: [[Int64]], to aim: ClosedRange<Int64>) {
    // What the parts to come add at least and at most says which sums can still get there.
    var rests: [ClosedRange<Int64>] = [0...0]
    for part in branching.reversed() {
      let bounds = (parts[part].min() ?? 0)...(parts[part].max() ?? 0)
      rests.append(Self.sum(rests[rests.count - 1], bounds))
    }
    rests.removeLast()
    for (part, rest) in zip(branching, rests.reversed()) {
      var next: [Int64: (before: Int64, choice: Int)] = [:]
      for before in (steps.last ?? [:]).keys.sorted() {
        for (choice, value) in parts[part].enumerated() where next.count < Self.most {
          let (sum, over) = before.addingReportingOverflow(value)
          let reach = Self.sum(sum...sum, rest)
          if !over, reach.overlaps(aim), next[sum] == nil { next[sum] = (before, choice) }
        }
      }
      steps.append(next)
    }
  }
  /// Of every part, the place of the value by which a sum within a range is made; `nil` when none is.
  func choices(making aim: ClosedRange<Int64>) -> [Int]? {
    guard var sum = steps.last?.keys.filter(aim.contains).min() else { return nil }
    var choices = Array(repeating: 0, count: count)
    for (step, part) in zip(steps.dropFirst(), branching).reversed() {
      guard let found = step[sum] else { return nil }
      (sum, choices[part]) = (found.before, found.choice)
    }
    return choices
  }
  /// A sum that stops at the bounds of what fits.
  static func sum(_ a: Int64, _ b: Int64) -> Int64 {
    let (sum, over) = a.addingReportingOverflow(b)
    return over ? (a > 0 ? .max : .min) : sum
  }
  static func sum(_ a: ClosedRange<Int64>, _ b: ClosedRange<Int64>) -> ClosedRange<Int64> {
    sum(a.lowerBound, b.lowerBound)...sum(a.upperBound, b.upperBound)
  }
}
