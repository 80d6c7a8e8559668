import Diagnostics
import Pipelines
import StageKit

/// Writes what a command has to say, in its language and form.
struct Reporter: Sendable {
  let context: CommandContext
  let common: CommonOptions

  init(_ context: CommandContext, _ common: CommonOptions) {
    (self.context, self.common) = (context, common)
  }
  private var asJSON: Bool { common.format == .json }

  /// Says a result: a line of text, or a JSON value; nothing when the command is to be quiet.
  func say(_ phrase: Phrase, json: JSON) {
    guard !common.quiet else { return }
    context.console.out(asJSON ? "\(json)\n" : "\(context.say(phrase))\n")
  }

  /// Tells what is wrong: text on the standard error, JSON Lines on the standard output; only errors when quiet.
  ///
  /// The files of the diagnostics lie in `project`; their paths are shown from the working directory.
  func tell(_ problems: Diagnostics, _ project: Project?) {
    var told = Diagnostics()
    for problem in problems.all where !common.quiet || problem.severity == .error { told.add(problem) }
    let renderer = DiagnosticRenderer(
      language: context.language, width: min(max(context.console.terminalWidth ?? 100, 40), 160),
      source: { project?.bytes(of: $0) }, path: { project?.shown($0) ?? $0 })
    if asJSON {
      context.console.out(renderer.jsonLines(told))
    } else {
      context.console.err(renderer.text(told))
    }
  }

  /// Tells why a run stopped.
  func tell(_ error: StageError) {
    let code: Diagnostic.Code =
      switch error.cause {
      case .environment: "run.failed"
      case .data: "run.gate"
      }
    tell(Diagnostics(Diagnostic(code, error.message, at: nil, hint: error.hint)), nil)
  }

  /// Tells the first findings about the data, each at its place, as an officer would look for them; all of them are in
  /// the office's report.
  func tell(_ findings: [Finding]) {
    var told = Diagnostics()
    for finding in findings.prefix(10) {
      let place = SourcePosition(line: finding.line, column: 1)
      let column = finding.column.map { "\($0): " } ?? ""
      let record = Phrase(
        vi: finding.record.map { "bản ghi \($0): " } ?? "", en: finding.record.map { "record \($0): " } ?? "")
      told.add(
        Diagnostic(
          Diagnostic.Code(rawValue: finding.code),
          Phrase(
            vi: record.vi + column + finding.message.vi, en: record.en + column + finding.message.en),
          at: finding.file.isEmpty ? nil : SourceRange(file: finding.file, start: place, end: place)))
    }
    // Without the line itself: it may name a person, and what is written to a console is read by others.
    if !told.all.isEmpty { tell(told, nil) }
  }

  /// Finds the project of a pipeline file and checks the pipeline; `nil` when that told of errors.
  ///
  /// Earlier editions are looked for in `output`; in the folder of the file when it is `nil`.
  func open(_ file: String, set: [Assignment], output: String?) -> OpenedPipeline? {
    var project: Project?
    do {
      let found = try Project.find(file)
      project = found
      let folder = output ?? file.folder
      let pipeline = try checkPipeline(
        found.file, stages: context.stages, files: found.files, set: set.map(\.text),
        variables: context.console.variable,
        ledger: { (edition) throws(StageError) in try Output.ledgerEntry(edition, in: folder) })
      tell(pipeline.warnings, found)
      return OpenedPipeline(project: found, pipeline: pipeline, output: folder)
    } catch {
      tell(error, project)
      return nil
    }
  }
}

/// A pipeline that has been checked, with its place.
struct OpenedPipeline: Sendable {
  let project: Project
  let pipeline: CheckedPipeline
  /// The folder its results go to.
  let output: String
}

extension String {
  /// The folder of a path, `.` for a bare name.
  var folder: String {
    guard let slash = lastIndex(of: "/") else { return "." }
    return slash == startIndex ? "/" : String(self[..<slash])
  }
}

extension Project {
  /// The bytes of a file that a diagnostic names; `nil` when there are none to show.
  fileprivate func bytes(of file: String) -> [UInt8]? {
    // What cannot be read has been told of already, and is shown without its line.
    guard !file.hasPrefix("--") else { return nil }
    return try? files.bytes(file)
  }
}
