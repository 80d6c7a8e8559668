import Diagnostics
import Formats
import StageKit
import Tables

/// Files that are given here, by path.
func memory(_ files: [String: [UInt8]]) -> ProjectFiles {
  ProjectFiles { (path, offset, count) throws(StageError) in
    guard let file = files[path] else { throw StageError(Phrase(same: "no file '\(path)'")) }
    return Array(file.dropFirst(offset).prefix(count))
  } names: { (_) throws(StageError) in
    files.keys.sorted()
  }
}

/// What reading gave: the cells as text, `nil` for a missing one, and what was found.
struct Reading: Equatable {
  var rows: [[String?]] = []
  var lines: [Int] = []
  var reasons: [[MissingReason?]] = []
  var findings: [String] = []
  var error: String?

  /// What counts in the end: a run that fails publishes nothing, however far it came.
  var published: Reading { error == nil ? self : Reading(error: error) }

  mutating func add(_ batch: Batch) {
    for row in 0..<batch.count {
      rows.append(batch.columns.map { $0.shown(row) })
      reasons.append(batch.columns.map { $0.missingReason(row) })
      lines.append(batch.origin.line(of: row))
    }
  }
}
extension Column {
  func shown(_ row: Int) -> String? {
    guard !isMissing(row) else { return nil }
    switch self {
    case .int(let c): return String(c.values[row])
    case .decimal(let c): return FixedPoint(units: Int128(c.units.values[row]), scale: c.scale).plain
    case .double(let c): return String(c.values[row])
    case .text(let c): return String(decoding: c[row], as: UTF8.self)
    case .bool(let c): return c.bits[row] ? "yes" : "no"
    case .date(let c): return Day(number: c.values[row]).iso
    }
  }
}

/// Reads CSV texts by rules.
func read(
  _ texts: [[UInt8]], _ rules: [ColumnRule], _ format: CSVFormat = CSVFormat(), size: Int = 1 << 16,
  batchRows: Int = 1024
) -> Reading {
  let names = texts.indices.map { "f\($0).csv" }
  let files = memory(Dictionary(uniqueKeysWithValues: zip(names, texts)))
  var cutter = CSVCutter(names, rules: rules, format: format, size: size)
  let decoder = CSVDecoder(rules, batchRows: batchRows)
  var findings = Findings(step: "s")
  var reading = Reading()
  do throws(StageError) {
    while let piece = try cutter.next(files) {
      decoder.decode(piece, &findings) { batch, _ in reading.add(batch) }
    }
  } catch { reading.error = error.message.en + (error.hint.map { " — \($0.en)" } ?? "") }
  reading.findings = findings.shown
  return reading
}
func read(
  _ text: String, _ rules: [ColumnRule], _ format: CSVFormat = CSVFormat(), size: Int = 1 << 16,
  batchRows: Int = 1024
) -> Reading { read([Array(text.utf8)], rules, format, size: size, batchRows: batchRows) }

extension Findings {
  var shown: [String] {
    (steps["s"]?.kept ?? []).map { "\($0.line) \($0.code)\($0.column.map { " \($0)" } ?? "")" }
  }
}
/// Text columns of these names.
func texts(_ names: String...) -> [ColumnRule] { names.map { ColumnRule(Field($0, .text, .label)) } }
