public import Diagnostics
public import Figures
public import StageKit

/// Figures that everybody may see.
///
/// Nobody outside this module can make one: the initialiser is internal, and `Release` is the only way to it. Everything
/// public is derived from one, by functions of this module.
public struct PublishedTable: Recorded {
  /// Nothing is known of it before it is made.
  public typealias Shape = NoShape
  /// The word for it in a message.
  public static let kind = Phrase(vi: "số liệu đã qua bảo vệ", en: "published figures")

  /// The figures, sorted by id; one that is withheld has no value.
  public let figures: [Figure]
  /// Why figures are public, as the pipeline says.
  public let grounds: [PublicGround]
  /// What has changed since the edition before; empty for a first edition.
  public let changes: [FigureChange]
  let edition: String

  init(_ figures: [Figure], grounds: [PublicGround], changes: [FigureChange], edition: String) {
    (self.figures, self.grounds, self.changes, self.edition) = (figures, grounds, changes, edition)
  }
  /// A line of JSON for every figure: what was published of it, in which edition, and on which ground.
  public var ledgerEntry: [UInt8] { Ledger.entry(figures, grounds, edition: edition) }
}

/// One figure whose value is another than in the edition before.
public struct FigureChange: Sendable, Hashable {
  /// The id of the figure.
  public let figure: String
  /// What was published before, as the ledger has it; `nil` when the figure is new.
  public let old: String?
  /// What is published now; `nil` when the figure is gone.
  public let new: String?
}
