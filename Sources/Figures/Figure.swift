public import Diagnostics
public import Tables

/// One figure: what was counted or published for one unit, at one date, of one measure and group.
///
/// The one shape between aggregation and the page; architecture section 4 of the design.
public struct Figure: Sendable, Hashable {
  /// Whether there is a value, and what is to be said about it.
  public enum Status: String, Sendable, CaseIterable {
    /// A value without more to say.
    case value
    /// There is a value, and it is not published to protect people.
    case withheld
    /// Nobody has reported it.
    case notReported = "not_reported"
    /// There can be none.
    case notApplicable = "not_applicable"
    /// A value that may still change.
    case provisional
    /// A value that has changed since an earlier edition.
    case revised
    /// A value that was estimated.
    case estimate
  }
  /// How well a figure is attested, best first.
  public enum Grade: String, Sendable, CaseIterable {
    /// A signed decision, or the table of one.
    case official
    /// The continuing review between two decisions.
    case review
    /// A newspaper or a portal that reports a decision.
    case press
    /// Worked out from other figures; the source says how.
    case derived
    /// Invented, for trying the program.
    case simulated
  }
  /// Where a figure was taken from.
  public struct Source: Sendable, Hashable {
    /// The document or page, as a reader can find it: a title or an address.
    public var title: String
    /// The decision it rests on, such as `QĐ 217/QĐ-BLĐTBXH ngày 04/02/2025`; empty when none is named.
    public var decision: String
    /// The place in the source: a table, a page, a row; empty when it is the whole.
    public var place: String
    /// A source.
    public init(title: String, decision: String = "", place: String = "") {
      (self.title, self.decision, self.place) = (title, decision, place)
    }
  }

  /// Stable over editions: unit, date, measure, group, standard and source kind make it.
  public var id: String
  /// The unit version: its code and the first day it was valid, `96@2004-08-31`; or `vn` for the country, `vung:…` for a region.
  public var unit: String
  /// The day the figure speaks of.
  public var asOf: Day
  /// What was counted, such as `poor`, `near_poor`, `poor_rate`.
  public var measure: String
  /// The part of the population, `all` or such as `ethnicity:khmer`.
  public var group: String
  /// The value; `nil` unless `status` has one.
  public var value: FigureValue?
  /// Whether there is a value.
  public var status: Status
  /// The poverty standard, such as `vn-2022`; empty where none applies.
  public var standard: String
  /// The set of boundaries the unit is meant in, such as `2024`; empty when it has not changed.
  public var boundary: String
  /// How well it is attested.
  public var grade: Grade
  /// Where it was taken from.
  public var source: Source
  /// The edition in which it was first given.
  public var edition: String
  /// The precedence among figures of one unit, date, measure, group and standard: the least is used, the others are shown.
  public var precedence: Int
  /// A remark for readers, in the figure's own words; empty when there is none.
  public var note: String
  /// Where the row of this figure was read: file and line, for messages; not published.
  public var origin: SourceRange?

  /// A figure.
  public init(
    id: String, unit: String, asOf: Day, measure: String, group: String = "all", value: FigureValue?,
    status: Status = .value, standard: String = "", boundary: String = "", grade: Grade, source: Source,
    edition: String = "", precedence: Int = 0, note: String = "", origin: SourceRange? = nil
  ) {
    (self.id, self.unit, self.asOf, self.measure, self.group) = (id, unit, asOf, measure, group)
    (self.value, self.status, self.standard, self.boundary) = (value, status, standard, boundary)
    (self.grade, self.source, self.edition) = (grade, source, edition)
    (self.precedence, self.note, self.origin) = (precedence, note, origin)
  }
}
