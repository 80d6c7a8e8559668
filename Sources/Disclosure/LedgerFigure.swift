import Figures

/// What an edition told of a figure.
struct LedgerFigure: Sendable, Hashable {
  /// Whether there was a value to read.
  enum State { case none, withheld, value }
  /// The value in one fixed form: `2890`, `52/2251` or `0.90%`.
  let value: String?
  let status: Figure.Status
  let subject: FigureSubject?
  /// The title and the decision of its source; `nil` when the ledger does not say.
  let source: String?

  /// The same for readers, but for where it came from.
  func isSame(as other: LedgerFigure) -> Bool { value == other.value && told == other.told }
  var state: State { value != nil ? .value : status == .withheld ? .withheld : .none }
  /// The status as far as it is a statement of its own: all with a value are alike.
  private var told: Figure.Status { value == nil ? status : .value }
}
extension LedgerFigure {
  init(_ figure: Figure) {
    (value, status, subject) = (Ledger.text(figure), figure.status, FigureSubject(CellKey(figure)))
    source = figure.source.told
  }
}
extension Figure.Source {
  /// Its title and decision, as pages name it.
  var told: String { decision.isEmpty ? title : "\(title); \(decision)" }
}
