public import Diagnostics

/// A small fact that citizens should see: a published total that is not the sum of its parts, a target that cannot be judged.
///
/// About public figures only; never the contents of a row.
public struct Notice: Sendable, Hashable {
  /// What kind of fact, `area.what-is-so`, explained like a code of a diagnostic.
  public var code: String
  /// The fact, for citizens.
  public var message: Phrase
  /// The unit it is about, as in `Figure.unit`; empty when about none.
  public var unit: String
  /// What it is about: `plan:ID`, `target:ID`, `figure:ID` or empty.
  public var subject: String
  /// The ids of the figures it rests on.
  public var figures: [String]
  /// A fact.
  public init(
    _ code: String, _ message: Phrase, unit: String = "", subject: String = "", figures: [String] = []
  ) {
    (self.code, self.message, self.unit, self.subject, self.figures) = (code, message, unit, subject, figures)
  }
}
