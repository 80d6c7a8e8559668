/// One thing to tell the person who wrote a pipeline, a plan, a standard or a theme.
public struct Diagnostic: Sendable, Hashable {
  /// How bad it is.
  ///
  /// Only errors change the exit status. A finding is about the data: whether it stops a run is for the pipeline to say.
  public enum Severity: String, Sendable { case error, warning, finding, note }

  /// What kind of thing it is, `area.what-is-wrong`.
  ///
  /// Stable, so that tests and `explain` can name it.
  public struct Code: RawRepresentable, Sendable, Hashable, ExpressibleByStringLiteral {
    /// The word itself, such as `options.unknown`.
    public var rawValue: String
    /// A code with this word.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// A code written in a program.
    public init(stringLiteral value: String) { rawValue = value }
  }

  /// A second place that belongs to the same mistake, such as where a key was first set.
  public struct Note: Sendable, Hashable {
    /// What is to be seen there.
    public var message: Phrase
    /// Where.
    public var range: SourceRange
    /// A second place.
    public init(_ message: Phrase, at range: SourceRange) { (self.message, self.range) = (message, range) }
  }

  /// How bad it is.
  public var severity: Severity
  /// What kind of thing it is.
  public var code: Code
  /// What is wrong: what was expected and what was found; lower case, no full stop, the user's words in quotes.
  public var message: Phrase
  /// Where it is; `nil` when it is in no file.
  public var range: SourceRange?
  /// What to do about it.
  public var hint: Phrase?
  /// Other places that belong to it.
  public var notes: [Note]

  /// A thing to tell.
  public init(
    _ code: Code, _ message: Phrase, at range: SourceRange?, hint: Phrase? = nil, notes: [Note] = [],
    severity: Severity = .error
  ) {
    (self.severity, self.code, self.message, self.range) = (severity, code, message, range)
    (self.hint, self.notes) = (hint, notes)
  }
}
