public import Diagnostics
public import Figures

/// One figure of which another thing is told than in an edition before.
public struct FigureChange: Sendable, Hashable {
  /// What became of it.
  public enum Kind: String, Sendable, CaseIterable {
    /// It is told for the first time: most of them speak of a later day.
    case added
    /// It is no longer there, or no longer has a value.
    case removed
    /// Its value is another.
    case revised
    /// It had a value, and is withheld now.
    case withheld
    /// It was withheld, and has a value now.
    case released
  }
  /// The id of the figure.
  public let figure: String
  /// What it speaks of; `nil` when neither its id nor the ledger says.
  public let subject: FigureSubject?
  /// Why; `nil` when nobody says and nothing tells.
  public internal(set) var reason: Phrase?
  let before: LedgerFigure?
  let after: LedgerFigure?
  /// Whether its value before, or now, is that of an edition that was withdrawn, and is not told again.
  var (hidesOld, hidesNew) = (false, false)

  init(_ figure: String, from before: LedgerFigure?, to after: LedgerFigure?) {
    (self.figure, self.before, self.after) = (figure, before, after)
    subject = after?.subject ?? before?.subject
  }
  /// What became of it.
  public var kind: Kind {
    switch (before?.state ?? .none, after?.state ?? .none) {
    case (.value, .withheld): return .withheld
    case (.withheld, .value): return .released
    case (.value, .value): return .revised
    case (.none, .none): return before == nil ? .added : after == nil ? .removed : .revised
    case (.none, _): return .added
    case (_, .none): return .removed
    case (.withheld, .withheld): return .revised
    }
  }
  /// What was published before, as the ledger has it: `2890`, `52/2251` or `0.90%`; `nil` when it was not there, or had no value.
  ///
  /// Of a figure that is withheld now it is not told again, and neither is what a withdrawn edition told.
  public var old: String? { kind == .withheld || hidesOld ? nil : before?.value }
  /// What is published now; `nil` when it has no value, is gone, or was told by an edition that was withdrawn.
  public var new: String? { hidesNew ? nil : after?.value }
  /// What is said of its value, before and now; `nil` when it was or is not there.
  public var statuses: (old: Figure.Status?, new: Figure.Status?) { (before?.status, after?.status) }
  /// Whether it is a figure that was carried over to other boundaries.
  public var isCarried: Bool { EarlierFigure.isCarried(figure, nil) }
  /// Whether there was a value before, whether or not it is told again.
  public var wasTold: Bool { before?.state == .value }
  /// Whether it was withheld before, so that there was something that was not told.
  public var wasWithheld: Bool { before?.state == .withheld }
  /// Whether something that had been published is no longer so.
  var touchesPublished: Bool { before?.state == .value }
}
