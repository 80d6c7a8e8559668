public import Diagnostics
public import StageKit
public import Tables
public import Units
import YAML

/// A poverty-reduction plan: who promised what, for which place, until when.
public struct Plan: PublicDocument {
  /// Itself.
  public typealias Shape = Plan
  /// The word for it in a message.
  public static let kind = Phrase(vi: "kế hoạch", en: "a plan")
  /// The key under `defaults:`; plans are named by the option of a stage instead.
  public static let key = "plan"

  /// The document that the plan was read from.
  public struct Source: Sendable, Hashable {
    /// What it is, as a reader can find it.
    public let title: String
    /// Its address; empty when none is known.
    public let url: String
    /// The day it was published; `nil` when the text does not show it.
    public let published: Day?
    /// A remark on it.
    public let note: String
  }
  /// The plan that a plan stands under.
  public struct Parent: Sendable, Hashable {
    /// Its id, when it is tracked too.
    public let plan: String?
    /// Its number; empty when unknown.
    public let number: String
    /// Its day.
    public let date: Day?
    /// Who issued it.
    public let issuer: String
  }
  /// The id, which is the name of its page.
  public let id: String
  /// The full name.
  public let name: Phrase
  /// The name for tables.
  public let shortName: Phrase
  /// Who issued it.
  public let issuer: String
  /// The official code of its unit on the first day of the period.
  public let unit: String
  /// The level of its unit.
  public let level: UnitLevel
  /// Its number; `nil` when unknown.
  public let number: String?
  /// The day it was signed; `nil` when unknown.
  public let date: Day?
  /// The first day of its period.
  public let from: Day
  /// The last day of its period.
  public let to: Day
  /// The id of the poverty standard its rates are meant by.
  public let standard: String
  /// The document it was read from.
  public let source: Source
  /// What is inferred or unknown.
  public let note: Phrase?
  /// The plan it stands under.
  public let parent: Parent?
  /// Its targets, in the order of the document.
  public let targets: [Target]
  /// Which targets must agree.
  public let agreements: [Agreement]
  /// Where its unit, its standard and the whole are written.
  public let places: Places
  /// Places of a plan's file, for messages.
  public struct Places: Sendable, Hashable {
    /// Where the unit is named.
    public let unit: SourceRange?
    /// Where the standard is named.
    public let standard: SourceRange?
    /// Where the id is given.
    public let plan: SourceRange?
    /// Where the plan above is named.
    public let parent: SourceRange?
  }

  /// Reads the YAML file of a plan.
  ///
  /// - Throws: `files.unreadable`, what is wrong with the YAML or its options, and `plan.*`: all of it at once.
  public static func load(
    _ path: String, namedAt range: SourceRange?, _ files: ProjectFiles
  ) throws(Diagnostics) -> Plan {
    let fields = try PlanFields.decoded(from: parseYAML(files.bytes(path, namedAt: range), file: path))
    var reader = PlanReader(fields)
    return try reader.plan()
  }
  /// The target with an id, or `nil`.
  public func target(_ id: String) -> Target? { targets.first { $0.id == id } }
}
