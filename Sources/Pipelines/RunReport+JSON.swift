import Diagnostics
import StageKit

extension RunReport {
  /// The file `office/run.json`: what each step did, with seconds and memory, and the files that steps wrote beside it.
  func json(files: [String]) -> [UInt8] {
    let steps = steps.map { step in
      JSON.object([
        ("id", .string(step.id)), ("use", .string(step.use)), ("kind", .string(step.kind)),
        ("read", step.rowsIn.map { .integer($0) } ?? .null),
        ("kept", step.rowsOut.map { .integer($0) } ?? .null),
        ("rejected", step.rowsRejected.map { .integer($0) } ?? .null),
        ("dropped", step.rowsDropped.map { .integer($0) } ?? .null),
        ("findings", .object(step.counts.map { ($0.code, .integer($0.count)) })),
        ("milliseconds", .integer(Int(step.seconds * 1000))),
      ])
    }
    return Self.document([
      ("pipeline", .string(pipeline)), ("edition", .string(edition)), ("published", .bool(failure == nil)),
      ("failure", failure.map { ["vi": .string($0.message.vi), "en": .string($0.message.en)] } ?? .null),
      ("steps", .array(steps)),
      ("rejected", .array(rejected.map { ["path": .string($0.path), "rows": .integer($0.rows)] })),
      ("files", .array(files.map { .string($0) })),
      ("peak_memory_bytes", .integer(Stopwatch.peakMemory)),
      ("version", .string(toolVersion)),
    ])
  }

  /// The file `provenance.json`: what went in and what came out.
  ///
  /// It is a function of the inputs alone, but for the files of a site that stands while a run for the office alone has
  /// taken the place of the one that made it.
  func provenance(_ files: [StagedFile], published: [String] = []) -> [UInt8] {
    let outputs = files.sorted { ($0.path, $0.sha256) < ($1.path, $1.sha256) }.map {
      InputRecord(path: $0.path, size: $0.size, sha256: $0.sha256)
    }
    var pairs: [(String, JSON)] = [
      ("pipeline", .string(pipeline)), ("file", .string(file)), ("edition", .string(edition)),
      ("version", .string(toolVersion)),
      ("parameters", .object(parameters.map { ($0.name, .string($0.value)) })),
      ("documents", .array(documents.map(\.json))),
      (
        "inputs", .array(inputs.filter { input in !documents.contains { $0.path == input.path } }.map(\.json))
      ),
      ("steps", .array(steps.map { ["id": .string($0.id), "use": .string($0.use)] })),
      ("outputs", .array(outputs.map(\.json))),
    ]
    if let publisher { pairs.append((Self.publisherKey, publisher)) }
    if !published.isEmpty { pairs.append((Self.publishedKey, .array(published.map { .string($0) }))) }
    return Self.document(pairs)
  }
  /// Under which a provenance has who publishes, in the words of the first line of a ledger entry.
  static let publisherKey = "publisher"
  /// Under which the provenance of a run for the office alone has the files of the site.
  static let publishedKey = "published"

  /// The file `office/findings.ndjson`: one finding a line, by step in the order of running, then a line for what was not kept.
  var findingLines: [UInt8] {
    var text = ""
    // The step that failed has ended with nothing but what it found, which is why it is wanted most.
    for step in order {
      guard let found = findings.steps[step] else { continue }
      for finding in found.kept {
        text +=
          JSON.object([
            ("step", .string(step)), ("code", .string(finding.code)),
            // Without a file there is no line either.
            ("file", finding.file.isEmpty ? .null : .string(finding.file)),
            ("record", finding.record.map { .integer($0) } ?? .null),
            ("line", finding.file.isEmpty ? .null : .integer(finding.line)),
            ("column", finding.column.map { .string($0) } ?? .null),
            ("vi", .string(finding.message.vi)), ("en", .string(finding.message.en)),
          ]).description + "\n"
      }
      let total = found.counts.values.reduce(0, +)
      guard total > found.kept.count else { continue }
      text +=
        JSON.object([
          ("step", .string(step)), ("code", "findings.capped"), ("found", .integer(total)),
          ("kept", .integer(found.kept.count)),
        ]).description + "\n"
    }
    return Array(text.utf8)
  }

  private static func document(_ pairs: [(String, JSON)]) -> [UInt8] {
    // One key a line, so that two reports can be compared by eye.
    Array(("{\n" + pairs.map { "  \(JSON.string($0.0)): \($0.1)" }.joined(separator: ",\n") + "\n}\n").utf8)
  }
}

extension InputRecord {
  var json: JSON { ["path": .string(path), "size": .integer(size), "sha256": .string(sha256)] }
}

extension Parameters {
  /// The parameters in force, by name, as they would be written.
  var shown: [(name: String, value: String)] { all.map { ($0.name, $0.value.canonicalText) } }
}
