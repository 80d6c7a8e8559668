public import Diagnostics

/// What is said of an edition before it is published, and whether it may be.
public struct EditionReview: Sendable {
  /// Files for the office, by path inside `office/`.
  public var files: [(path: String, bytes: [UInt8])]
  /// Why it may not be published; `nil` when it may.
  public var refusal: StageError?
  /// What is odd in what the pipeline says of the edition, and no reason to stop.
  public var warnings: Diagnostics
  /// What is said.
  public init(
    files: [(path: String, bytes: [UInt8])] = [], refusal: StageError? = nil,
    warnings: Diagnostics = Diagnostics()
  ) {
    (self.files, self.refusal, self.warnings) = (files, refusal, warnings)
  }
}

/// The keys in the first line of an entry by which it is joined to others.
public enum EditionKey {
  /// The id of the edition.
  public static let edition = "head"
  /// The day of the edition.
  public static let date = "date"
  /// The id of the edition before.
  public static let previous = "previous"
  /// The SHA-256 of the entry of the edition before.
  public static let previousDigest = "previous_sha256"
  /// The name of the entry that it takes the place of.
  public static let replaces = "replaces"
  /// The SHA-256 of that entry.
  public static let replacesDigest = "replaces_sha256"
  /// The SHA-256 of the entry of an edition that was withdrawn, in what says that it was.
  public static let entryDigest = "entry_sha256"
}

/// The names under which a ledger keeps what belongs to an edition besides its entry.
///
/// The id of an edition has no `~`, so that no name is that of another edition.
public enum EditionName {
  /// Under which the ledger says that an edition was withdrawn.
  public static func withdrawal(of edition: String) -> String { "\(edition)~withdrawn" }
  /// Under which an entry is kept that another of the same edition takes the place of; `names` are those in use.
  public static func replaced(_ edition: String, among names: [String]) -> String {
    let taken = Set(names)
    var number = 1
    while taken.contains("\(edition)~\(number)") { number += 1 }
    return "\(edition)~\(number)"
  }
  /// The edition that a name belongs to.
  public static func edition(of name: String) -> String { String(name.prefix { $0 != "~" }) }
  /// Whether a name is that of a withdrawal.
  public static func isWithdrawal(_ name: String) -> Bool { name.hasSuffix("~withdrawn") }
  /// The ids of the editions that were published, among some names.
  public static func editions(among names: [String]) -> [String] { names.filter { !$0.contains("~") } }
}
