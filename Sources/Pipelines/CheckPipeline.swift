public import Diagnostics
public import StageKit
import Tables
import YAML

/// Reads and checks a pipeline.
///
/// Documents are read, data never; every mistake found in any file is in the error.
///
/// - Parameters:
///   - file: The pipeline file, relative to the project folder.
///   - stages: The stages there are.
///   - files: The project's files.
///   - set: Texts `name=value` that change parameters.
///   - variables: Looks an environment variable up; only those that `env:` lists are asked for.
///   - ledger: Looks the ledger entry of an earlier edition up.
///   - ledgerNames: The names of all that the ledger has; `nil` when it is not known where a run will publish, and what is
///     said of other editions is then not checked.
///   - published: What stands in `public/` where a run will publish; `nil` when nothing does.
///   - acceptance: Why changes beyond the limits are right.
/// - Returns: The pipeline with its steps planned, ready to run.
/// - Throws: Everything wrong, earliest place first.
public func checkPipeline(
  _ file: String, stages: [any Stage.Type], files: ProjectFiles, set: [String] = [],
  variables: (String) -> String? = { _ in nil },
  ledger: @escaping @Sendable (String) throws(StageError) -> [UInt8]? = { (_) throws(StageError) in nil },
  ledgerNames: (@Sendable () -> [String])? = nil,
  published: @Sendable () -> Output.Published? = { nil }, acceptance: String? = nil
) throws(Diagnostics) -> CheckedPipeline {
  let record = ReadRecord()
  let watched = record.watching(files)
  let root = try parseYAML(watched.bytes(file, namedAt: .top(of: file)), file: file)
  var problems = Diagnostics()
  if root.pairs?.isEmpty == true { problems.add(.emptyPipeline(file)) }
  let parameters = Parameters(root, set: set, variables: variables, &problems)
  let filled = parameters.filled(root, &problems)
  var checker = PipelineChecker(stages: stages, loader: DocumentLoader(files: watched), file: file)
  checker.problems = problems
  let editions = Editions(
    ledger: ledger, names: ledgerNames, published: published(), acceptance: acceptance)
  do {
    let fields = try PipelineFields.decoded(from: filled)
    checker.check(fields, fields.steps.map { ($0, true) }, editions)
  } catch {
    checker.problems.add(error)
    if let fields = PipelineFields.withoutSteps(filled) {
      checker.check(fields, StepFields.readable(filled), editions)
    }
  }
  try checker.problems.throwIfAny()
  checker.pipeline.warnings = checker.problems.sorted()
  checker.pipeline.documents = record.all
  checker.pipeline.parameters = parameters.shown
  checker.pipeline.fingerprint = Array(
    sha256(Array((filled.canonical + record.all.map(\.sha256).joined()).utf8)).utf8)
  return checker.pipeline
}

extension PipelineInfo {
  init(_ fields: PipelineFields, _ editions: Editions, referenceDate: Day?) {
    self.init(
      name: fields.pipeline, site: fields.site, edition: fields.edition, referenceDate: referenceDate,
      ledger: editions.ledger, ledgerNames: editions.names ?? { [] }, acceptance: editions.acceptance,
      digest: { sha256($0) })
  }
}

extension Parameters {
  /// The tree with every reference replaced but for the declarations themselves.
  func filled(_ root: Node, _ problems: inout Diagnostics) -> Node {
    guard let pairs = root.pairs else { return root }
    let replaced = pairs.map { key, value in
      (key: key, value: ["params", "env"].contains(key.scalar) ? value : applied(to: value, &problems))
    }
    return Node(.mapping(replaced), root.range)
  }
}

extension Diagnostic {
  static func emptyPipeline(_ file: String) -> Diagnostic {
    Diagnostic(
      "pipeline.empty",
      Phrase(vi: "tệp pipeline không có nội dung", en: "the pipeline file is empty"), at: .top(of: file),
      hint: Phrase(
        vi: "chạy `minhbach init` để có một tệp mẫu", en: "`minhbach init` writes an example"))
  }
}
