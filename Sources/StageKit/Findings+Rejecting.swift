public import Diagnostics
public import Tables

/// How the records of a file stand in it, so that some of them can be given back in their original bytes.
public enum SourceForm: Sendable, Hashable {
  /// CSV, whose first `heading` bytes are titles and names of columns.
  case csv(heading: Int)
  /// A JSON list of objects.
  case json
  /// NDJSON: an object a line.
  case lines
}

/// One reason why one row was rejected.
package struct Rejection: Sendable, Hashable {
  package var step: String
  package var code: String
  package var place: Origin.Place
  package var column: String?
  package var message: Phrase
  /// What the row is grouped by; `nil` when that is not known.
  package var group: String?
  /// The bytes of the record and of the line end after it, where the source has kept them.
  package var original: [UInt8]?
  package init(
    step: String, code: String, place: Origin.Place, column: String?, message: Phrase, group: String?
  ) {
    (self.step, self.code, self.place) = (step, code, place)
    (self.column, self.message, self.group) = (column, message, group)
  }
}

extension Findings {
  /// Rejects one row of `batch`, for one of perhaps several reasons.
  ///
  /// It counts as a finding, as by `add`. The row must not be in what the step gives. In the output of the run
  /// it stands in its original bytes under `office/rejected/`, with every reason; there is no limit to how many.
  ///
  /// - Parameters:
  ///   - code: The kind of mistake, such as `rows.range`, which an `Explanation` of the module explains.
  ///   - row: The row in the batch, counted from 0.
  ///   - batch: The batch as it was given to the step.
  ///   - column: The name of the column, if it is about one.
  ///   - message: What is wrong.
  public mutating func reject(
    _ code: String, row: Int, of batch: Batch, column: String? = nil, _ message: @autoclosure () -> Phrase
  ) {
    if rejectedRows.insert(row).inserted { steps[step, default: StepFindings()].rowsRejected += 1 }
    let group = groupColumn.flatMap { $0 < batch.columns.count ? batch.columns[$0].word(row) : nil }
    note(code, batch.origin.place(of: row), column, message(), group)
  }
  /// Rejects a record that never became a row, for its only reason; for sources.
  public mutating func reject(
    _ code: String, at place: Origin.Place, column: String? = nil, _ message: @autoclosure () -> Phrase
  ) {
    steps[step, default: StepFindings()].rowsRejected += 1
    note(code, place, column, message(), nil)
  }
  /// Leaves out a record that holds no row, such as a header that stands again; for sources.
  ///
  /// It counts as a finding, and among the rows of the step that were left out without being rejected.
  public mutating func leaveOut(
    _ code: String, at place: Origin.Place, _ message: @autoclosure () -> Phrase
  ) {
    count(dropped: 1, of: step)
    add(code, at: place, message())
  }
  private mutating func note(
    _ code: String, _ place: Origin.Place, _ column: String?, _ message: Phrase, _ group: String?
  ) {
    add(code, at: place, column: column, message)
    rejections.append(
      Rejection(step: step, code: code, place: place, column: column, message: message, group: group))
  }
  /// Says how the records of a file stand in it; for sources, which say so before they reject one.
  public mutating func describe(_ file: String, _ form: SourceForm) { forms[file] = form }
}

// What the engine does around the work of a step.
extension Findings {
  /// A step begins with a batch; rejected rows are grouped by the column with an index.
  package mutating func enter(_ step: String, groupedBy column: Int? = nil) {
    (self.step, groupColumn) = (step, column)
    rejectedRows.removeAll(keepingCapacity: true)
  }
  /// How many rows of the batch at work have been rejected.
  package var rejectedCount: Int { rejectedRows.count }
  package mutating func count(dropped: Int, of step: String) {
    steps[step, default: StepFindings()].rowsDropped += dropped
  }
  /// Whether anything was rejected that has not been taken.
  package var hasRejections: Bool { !rejections.isEmpty }
  /// Gives rejections the bytes of their records, of which these were read.
  ///
  /// - Parameters:
  ///   - start: Where the bytes begin in the file.
  ///   - bytes: Whole records with the line ends after them.
  package mutating func keepOriginals(from start: Int, _ bytes: [UInt8]) {
    for index in rejections.indices where rejections[index].original == nil {
      guard let range = rejections[index].place.bytes, !range.isEmpty, range.lowerBound >= start,
        range.upperBound - start <= bytes.count
      else { continue }
      if index > 0, rejections[index - 1].place.bytes == range {
        rejections[index].original = rejections[index - 1].original
        continue
      }
      let next = bytes[(range.upperBound - start)...].prefix(2)
      let ending = next.first == 10 ? 1 : next.first == 13 ? (next.last == 10 ? next.count : 1) : 0
      rejections[index].original = Array(
        bytes[range.lowerBound - start..<range.upperBound - start + ending])
    }
  }
  /// The rejections so far, which are then forgotten here.
  package mutating func takeRejections() -> [Rejection] {
    defer { rejections = [] }
    return rejections
  }
}

extension Column {
  /// A cell as one word; `nil` when it is missing.
  fileprivate func word(_ row: Int) -> String? {
    guard !isMissing(row) else { return nil }
    return switch self {
    case .int(let c): String(c.values[row])
    case .decimal(let c): FixedPoint(units: Int128(c.units.values[row]), scale: c.scale).plain
    case .double(let c): c.values[row].description
    case .text(let c): String(decoding: c[row], as: UTF8.self)
    case .bool(let c): c.bits[row] ? "1" : "0"
    case .date(let c): Day(number: c.values[row]).iso
    }
  }
}
