/// What is said of an edition before it is published, and whether it may be.
public struct EditionReview: Sendable {
  /// Files for the office, by path inside `office/`.
  public var files: [(path: String, bytes: [UInt8])]
  /// Why it may not be published; `nil` when it may.
  public var refusal: StageError?
  /// What is said.
  public init(files: [(path: String, bytes: [UInt8])] = [], refusal: StageError? = nil) {
    (self.files, self.refusal) = (files, refusal)
  }
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
