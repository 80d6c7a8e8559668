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
    comingOut(total, parts: members.map { [$0] }, cells)
  }
  /// The same where a part may be any of several counts.
  static func comingOut(_ total: Int, parts: [[Int]], _ cells: [Cell]) -> [Relation] {
    let aims = cells[total].options
    let options = parts.map { part in
      part.flatMap { cell -> [(cell: Int, range: ClosedRange<Int64>)] in
        let options = cells[cell].options
        return options.isEmpty ? [(cell, 0...0)] : options.map { (cell, $0) }
      }
    }
    let sums = Sums(aims, options.map { $0.map(\.range) })
    return aims.compactMap { aim in
      guard let choices = sums.choices(making: aim) else { return nil }
      var (members, chosen): ([Int], [Int: Int64]) = ([], [:])
      func choose(_ cell: Int, _ value: ClosedRange<Int64>) {
        let first = cells[cell].values.first
        if let first, first != value.lowerBound { chosen[cell] = value.lowerBound }
      }
      choose(total, aim)
      for (options, choice) in zip(options, choices) {
        members.append(options[choice].cell)
        choose(options[choice].cell, options[choice].range)
      }
      return Relation(total: total, members: members, isExact: true, chosen: chosen)
    }
  }
}
extension Cell {
  /// What it can be: its values, or else its bounds; nothing when there are none.
  fileprivate var options: [ClosedRange<Int64>] {
    values.isEmpty ? range.map { [$0] } ?? [] : values.map { $0...$0 }
  }
}

/// What numbers can be made by adding up one value of each of some counts; a count may have bounds for a value.
private struct Sums {
  /// So many different sums are followed at once; there are more only where sources differ in very many counts.
  private static let most = 1024
  /// The sums after each part that has more than one value, with the sum before and the place of the value that led to it.
  private var steps: [[ClosedRange<Int64>: (before: ClosedRange<Int64>, choice: Int)]] = []
  /// The parts that have more than one value.
  private var branching: [Int] = []
  private let count: Int

  init(_ aims: [ClosedRange<Int64>], _ parts: [[ClosedRange<Int64>]]) {
    count = parts.count
    branching = parts.indices.filter { parts[$0].count > 1 }
    var start: ClosedRange<Int64> = 0...0
    for part in parts where part.count == 1 {
      guard let next = Self.exact(start, part[0]) else { return }
      start = next
    }
    steps.append([start: (start, 0)])
    guard !branching.isEmpty, let least = aims.map(\.lowerBound).min(),
      let greatest = aims.map(\.upperBound).max()
    else { return }
    follow(parts, to: least...greatest)
  }
  private mutating func follow(_ parts: [[ClosedRange<Int64>]], to aim: ClosedRange<Int64>) {
    // What the parts to come add at least and at most says which sums can still get there.
    var rests: [ClosedRange<Int64>] = [0...0]
    for part in branching.reversed() {
      let bounds =
        (parts[part].map(\.lowerBound).min() ?? 0)...(parts[part].map(\.upperBound).max() ?? 0)
      rests.append(Self.sum(rests[rests.count - 1], bounds))
    }
    rests.removeLast()
    for (part, rest) in zip(branching, rests.reversed()) {
      var next: [ClosedRange<Int64>: (before: ClosedRange<Int64>, choice: Int)] = [:]
      for before in (steps.last ?? [:]).keys.sorted(by: Self.isBefore) {
        for (choice, value) in parts[part].enumerated() where next.count < Self.most {
          guard let sum = Self.exact(before, value), next[sum] == nil else { continue }
          if Self.sum(sum, rest).overlaps(aim) { next[sum] = (before, choice) }
        }
      }
      steps.append(next)
    }
  }
  /// Of every part, the place of the value by which a sum within a range is made; `nil` when none is.
  func choices(making aim: ClosedRange<Int64>) -> [Int]? {
    guard var sum = steps.last?.keys.filter(aim.overlaps).min(by: Self.isBefore) else { return nil }
    var choices = Array(repeating: 0, count: count)
    for (step, part) in zip(steps.dropFirst(), branching).reversed() {
      guard let found = step[sum] else { return nil }
      (sum, choices[part]) = (found.before, found.choice)
    }
    return choices
  }
  /// The narrower is the first: it says more.
  private static func isBefore(_ a: ClosedRange<Int64>, _ b: ClosedRange<Int64>) -> Bool {
    (a.width, a.lowerBound) < (b.width, b.lowerBound)
  }
  /// A sum; `nil` when even the least is more than can be counted.
  private static func exact(
    _ a: ClosedRange<Int64>, _ b: ClosedRange<Int64>
  ) -> ClosedRange<Int64>? {
    let (low, isOver) = a.lowerBound.addingReportingOverflow(b.lowerBound)
    if isOver { return nil }
    let (high, isMoreOver) = a.upperBound.addingReportingOverflow(b.upperBound)
    return low...(isMoreOver ? .max : high)
  }
  /// A sum that stops at the bounds of what fits.
  private static func sum(_ a: ClosedRange<Int64>, _ b: ClosedRange<Int64>) -> ClosedRange<Int64> {
    func sum(_ a: Int64, _ b: Int64) -> Int64 {
      let (sum, over) = a.addingReportingOverflow(b)
      return over ? (a > 0 ? .max : .min) : sum
    }
    return sum(a.lowerBound, b.lowerBound)...sum(a.upperBound, b.upperBound)
  }
}
