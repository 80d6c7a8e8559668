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

  /// Tells what is wrong: text on the standard error, JSON Lines on the standard output.
  ///
  /// The files of the diagnostics lie in `project`; their paths are shown from the working directory.
  func tell(_ problems: Diagnostics, _ project: Project?) {
    let shown = problems.shown(in: project)
    for diagnostic in shown.all where !(common.quiet && diagnostic.severity != .error) {
      let text = DiagnosticText(diagnostic, language: context.language) { project?.text(of: $0) }
      asJSON ? context.console.out("\(text.json)\n") : context.console.err("\(text.rendered)\n")
    }
  }

  /// Tells that the environment failed.
  func tell(_ error: StageError) {
    tell(Diagnostics(Diagnostic("run.failed", error.message, at: nil, hint: error.hint)), nil)
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
