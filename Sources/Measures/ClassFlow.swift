/// How many were listed in one class, who left it and who came, in one unit of counting.
///
/// Of a term that is blank nothing is known: blank is not zero.
public struct ClassFlow: Sendable, Hashable {
  private var terms: [Int64?]

  /// All terms 0, or all blank.
  public init(blank: Bool = false) {
    terms = Array(repeating: blank ? nil : 0, count: FlowTerm.allCases.count)
  }
  /// The nine terms in the order of the official columns; `nil` when they are not nine.
  public init?(_ terms: [Int64?]) {
    guard terms.count == FlowTerm.allCases.count else { return nil }
    self.terms = terms
  }
  /// A term; `nil` where it is blank.
  public subscript(term: FlowTerm) -> Int64? {
    get { terms[term.rawValue - 1] }
    set { terms[term.rawValue - 1] = newValue }
  }
  /// What the first eight terms come to; `nil` when one is blank, or the number does not fit.
  public var computedClosing: Int64? {
    FlowTerm.allCases.reduce(0 as Int64?) { sum, term in
      guard term != .closing else { return sum }
      guard let sum, let value = self[term] else { return nil }
      let (signed, isLeast) = value.multipliedReportingOverflow(by: term.sign)
      let (next, over) = sum.addingReportingOverflow(signed)
      return over || isLeast ? nil : next
    }
  }
  /// Counts more of a term; a blank stays blank, and what does not fit becomes one.
  mutating func count(_ term: FlowTerm, _ more: Int64) {
    guard let value = self[term] else { return }
    let (sum, over) = value.addingReportingOverflow(more)
    self[term] = over ? nil : sum
  }
}
