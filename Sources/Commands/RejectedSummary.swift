import StageKit

/// How many rows of a group were rejected, and why.
struct RejectedSummary: Sendable {
  let group: RejectedFolder.Group
  var rows = 0
  /// How often each code is a reason.
  var codes: [String: Int] = [:]
  /// Rows by the file they came from, in order.
  var files: [(name: String, rows: Int)] = []

  private var byCount: [(code: String, count: Int)] {
    codes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
  }
  /// The three most frequent reasons.
  var mostFrequent: String {
    byCount.prefix(3).map { "\($0.code) ×\($0.count)" }.joined(separator: ", ")
      + (codes.count > 3 ? ", …" : "")
  }
  /// The same for programs.
  var json: JSON {
    [
      "group": .string(group.shown), "rows": .integer(rows),
      "reasons": .object(byCount.map { ($0.code, .integer($0.count)) }),
      "files": .array(files.map { ["file": .string($0.name), "rows": .integer($0.rows)] }),
    ]
  }
}
