/// Everything wrong with one input, earliest place first.
public struct Diagnostics: Error, Sendable, Hashable {
  /// What was collected, in the order it was added; sorted by file and place once thrown.
  public private(set) var all: [Diagnostic] = []
  /// A list of what is wrong.
  public init(_ all: Diagnostic...) { self.all = all }
  /// Whether anything in it is an error.
  public var hasErrors: Bool { all.contains { $0.severity == .error } }
  /// Adds one thing.
  public mutating func add(_ diagnostic: Diagnostic) { all.append(diagnostic) }
  /// Adds all of another list.
  public mutating func add(_ others: Diagnostics) { all += others.all }
  /// The same, by file and then by place; what has no place comes first, and equal ones are told once.
  public func sorted() -> Diagnostics {
    var copy = Diagnostics()
    var seen: Set<Diagnostic> = []
    let order = all.enumerated().sorted { a, b in
      let (x, y) = (a.element.range, b.element.range)
      let (p, q) = (x?.start ?? .init(line: 0, column: 0), y?.start ?? .init(line: 0, column: 0))
      return (x?.file ?? "", p.line, p.column, a.offset) < (y?.file ?? "", q.line, q.column, b.offset)
    }
    for (_, diagnostic) in order where seen.insert(diagnostic).inserted { copy.add(diagnostic) }
    return copy
  }
  /// Throws what was collected, sorted, if any of it is an error.
  public consuming func throwIfAny() throws(Diagnostics) {
    guard hasErrors else { return }
    throw sorted()
  }
}
