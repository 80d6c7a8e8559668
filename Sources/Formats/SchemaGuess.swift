import Diagnostics
import Spelling
public import StageKit
import Tables

/// A proposal for the schema of one file, with what speaks for it.
///
/// Nothing is decided in silence: every guess has its counts, and where a number or a day can be read in two ways the
/// column stays text and both ways are told. No column is proposed as public.
public struct SchemaGuess: Sendable {
  /// How the options of the reading stage would be, besides `files` and `schema`.
  var options: [(name: String, value: String)] = []
  /// What is to be known of the whole file.
  var remarks: [Phrase] = []
  /// The word after `use:`.
  let stage: String
  /// The columns, in the order of the file.
  private(set) var columns: [ColumnGuess] = []
  /// How many rows were read.
  public let rows: Int
  /// Whether they were all there are.
  public let isWhole: Bool
  let file: String

  /// Reads a CSV, JSON or NDJSON file and guesses.
  ///
  /// - Parameters:
  ///   - file: The path in the project.
  ///   - project: The files.
  ///   - limit: The most rows that are read; all of them when `nil`.
  /// - Throws: When the file cannot be read, or is of another kind.
  public init(_ file: String, in project: ProjectFiles, rows limit: Int? = nil) throws(StageError) {
    let head = try project.bytes(file, at: 0, count: 1 << 12)
    let found: SchemaEvidence
    if Self.isJSON(head, named: file.lowercased()) {
      (stage, found) = ("json.read", try SchemaEvidence(json: file, in: project, limit: limit))
    } else {
      (stage, found) = ("csv.read", try SchemaEvidence(csv: file, in: project, limit: limit))
    }
    (rows, isWhole, self.file) = (found.rows, found.isWhole, file)
    (options, remarks) = (found.options, found.remarks)
    let vi = found.columns.filter { $0.vi > 0 }.count
    let plain = found.columns.filter { $0.plain > 0 }.count
    var names: Set<String> = []
    for evidence in found.columns {
      var guess = ColumnGuess(evidence, others: (vi > 0, plain > 0))
      guess.name = Self.name(evidence.header, besides: &names)
      columns.append(guess)
    }
  }

  /// Whether a file is JSON, by its name or by what it begins with.
  ///
  /// The first name of a table may begin with a bracket: a file that is called CSV is JSON only when the bracket is
  /// followed by what JSON has there.
  private static func isJSON(_ head: [UInt8], named name: String) -> Bool {
    if [".json", ".ndjson", ".jsonl"].contains(where: { name.hasSuffix($0) }) { return true }
    var rest = head.drop { $0.isJSONSpace || [0xEF, 0xBB, 0xBF].contains($0) }
    guard let first = rest.popFirst(), [UInt8(ascii: "{"), UInt8(ascii: "[")].contains(first) else {
      return false
    }
    guard name.hasSuffix(".csv") || name.hasSuffix(".tsv") else { return true }
    let next = rest.first { !$0.isJSONSpace }
    return first == UInt8(ascii: "{")
      ? next == UInt8(ascii: "\"") || next == UInt8(ascii: "}")
      : next == UInt8(ascii: "{") || next == UInt8(ascii: "[")
  }
  /// A name for the pipeline that no other column has: small Latin letters, digits and `_`.
  private static func name(_ header: String, besides names: inout Set<String>) -> String {
    var base = VietnameseName.slug(header).replacing("-", with: "_")
    if base.isEmpty || base.utf8.first.map({ (48...57).contains($0) }) == true { base = "c_\(base)" }
    var name = base
    var number = 2
    while !names.insert(name).inserted { (name, number) = ("\(base)_\(number)", number + 1) }
    return name
  }
}
