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
    write(kept(problems), renderer({ project?.shown($0) ?? $0 }, source: { project?.bytes(of: $0) }))
  }
  /// Tells what is wrong with files that are shown as `path` says, without their lines.
  func tell(_ problems: Diagnostics, path: @escaping (String) -> String) {
    write(kept(problems), renderer(path))
  }
  private func kept(_ problems: Diagnostics) -> Diagnostics {
    var told = Diagnostics()
    for problem in problems.all where !common.quiet || problem.severity == .error { told.add(problem) }
    return told
  }

  /// Tells why a run stopped; `path` shows the files that the error names as people know them.
  func tell(_ error: StageError, path: @escaping (String) -> String = { $0 }) {
    // Without the line itself: it may name a person, and what is written to a console is read by others.
    write(Diagnostics(Diagnostic(error, path: path)), renderer(path))
  }

  /// Tells the first findings about the data, each at its place, as an officer would look for them, and how many there are;
  /// more of them are in the office's report.
  func tellFindings(of report: RunReport, _ project: Project) {
    var told = Diagnostics()
    for finding in report.kept.prefix(10) { told.add(Diagnostic(finding)) }
    told = told.sorted()
    guard !told.all.isEmpty else { return }
    let (shown, count) = (told.all.count, report.foundCount)
    let renderer = renderer { project.shown($0) }
    guard !asJSON else {
      let head: JSON = ["findings": .integer(count), "shown": .integer(shown)]
      return context.console.out("\(head)\n" + renderer.jsonLines(told))
    }
    let all = Phrase.findings(count)
    let first = Phrase(vi: ", \(shown) đầu tiên", en: ", the first \(shown)")
    let head = Phrase(
      vi: all.vi + (count > shown ? first.vi : ""), en: all.en + (count > shown ? first.en : ""))
    context.console.err("\(context.say(head)):\n" + told.all.map(renderer.text).joined() + "\n")
  }
  private func renderer(
    _ path: @escaping (String) -> String, source: @escaping (String) -> [UInt8]? = { _ in nil }
  ) -> DiagnosticRenderer {
    DiagnosticRenderer(
      language: context.language, width: min(max(context.console.terminalWidth ?? 100, 40), 160),
      source: source, path: path)
  }
  private func write(_ told: Diagnostics, _ renderer: DiagnosticRenderer) {
    if asJSON {
      context.console.out(renderer.jsonLines(told))
    } else {
      context.console.err(renderer.text(told))
    }
  }

  /// Finds the project of a pipeline file and checks the pipeline; `nil` when that told of errors.
  ///
  /// Earlier editions are looked for in `output`; in the folder of the file when it is `nil`.
  /// What an edition says of others is checked when it `publishes` there, or something has been published there.
  func open(
    _ file: String, set: [Assignment], output: String?, publishes: Bool = false, acceptance: String? = nil
  ) -> OpenedPipeline? {
    var project: Project?
    do {
      let found = try Project.find(file)
      project = found
      let folder = output ?? file.folder
      let names: @Sendable () -> [String] = { Output.ledgerNames(in: folder) }
      let isKnown = publishes || !names().isEmpty
      let pipeline = try checkPipeline(
        found.file, stages: context.stages, files: found.files, set: set.map(\.text),
        variables: context.console.variable,
        ledger: { (edition) throws(StageError) in try Output.ledgerEntry(edition, in: folder) },
        ledgerNames: isKnown ? names : nil, published: { Output.known(in: folder) }, acceptance: acceptance)
      tell(pipeline.warnings, found)
      return OpenedPipeline(project: found, pipeline: pipeline, output: folder)
    } catch {
      tell(error, project)
      return nil
    }
  }
}

extension Output {
  /// What stands in `public/`; `nil` when that cannot be read either, which the run will tell.
  static func known(in folder: String) -> Published? {
    do throws(StageError) { return try published(in: folder) } catch { return nil }
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
