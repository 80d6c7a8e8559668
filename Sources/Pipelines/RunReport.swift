public import Diagnostics
public import StageKit

/// What one step did.
public struct StepReport: Sendable {
  /// The step's name.
  public let id: String
  /// The name of its stage.
  public let use: String
  /// The word for the kind of its stage.
  public let kind: String
  /// Rows into it and out of it; `nil` for steps that do not stream rows.
  public let rowsIn: Int?, rowsOut: Int?
  /// Rows that it rejected, and that it left out without rejecting them; `nil` as for the others, but that any step that
  /// has rejected rows says how many.
  public let rowsRejected: Int?, rowsDropped: Int?
  /// How often each code was found, sorted by code.
  public let counts: [(code: String, count: Int)]
  /// How long it took, in seconds; streams take their time in the step that asks for their rows.
  public let seconds: Double

  init(_ step: CheckedStep, _ found: StepFindings?, seconds: Double) {
    (id, use, kind, self.seconds) = (step.id, step.use, step.kind, seconds)
    let streams = step.isStream && found != nil
    (rowsIn, rowsOut) = (streams ? found?.rowsIn : nil, streams ? found?.rowsOut : nil)
    rowsRejected = found.flatMap { streams || $0.rowsRejected > 0 ? $0.rowsRejected : nil }
    rowsDropped = streams ? found?.rowsDropped : nil
    counts = (found?.counts ?? [:]).sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}

/// What a run did, and why it published nothing if it did not.
public struct RunReport: Sendable {
  /// The pipeline's name.
  public let pipeline: String
  /// The edition's id; empty when the pipeline has none.
  public let edition: String
  /// What each step did, in the order of running.
  public private(set) var steps: [StepReport] = []
  /// What was found wrong with the data.
  public private(set) var findings = Findings()
  /// The files that were read, sorted by path.
  public private(set) var inputs: [InputRecord] = []
  /// The rejected rows by the file of reasons they stand in, relative to `office/`, and how many there are.
  public internal(set) var rejected: [(path: String, rows: Int)] = []
  /// What is odd in what the pipeline says of the edition.
  public internal(set) var warnings = Diagnostics()
  /// Why nothing was published; `nil` when it was.
  public private(set) var failure: StageError?
  /// The documents that were read when the pipeline was checked.
  let documents: [InputRecord]
  /// The ids of all steps, in the order of running.
  let order: [String]
  let parameters: [(name: String, value: String)]
  let file: String
  /// Who publishes; `nil` when the pipeline has no site.
  let publisher: JSON?

  init(_ pipeline: CheckedPipeline) {
    (self.pipeline, edition) = (pipeline.info.name, pipeline.info.edition?.id ?? "")
    order = pipeline.steps.map(\.id)
    (documents, parameters, file) = (pipeline.documents, pipeline.parameters, pipeline.file)
    publisher = pipeline.info.site.map { site -> JSON in
      [
        "title_vi": .string(site.title.phrase.vi), "title_en": .string(site.title.phrase.en),
        "agency": .string(site.agency), "contact": .string(site.contact), "base_url": .string(site.baseUrl),
      ]
    }
  }
  mutating func add(_ step: StepReport) { steps.append(step) }
  mutating func finish(_ findings: Findings, inputs: [InputRecord]) {
    (self.findings, self.inputs) = (findings, inputs)
    // A stream's rows are known only when a later step has taken them.
    for (index, step) in steps.enumerated() where step.rowsIn == nil {
      steps[index] = step.knowing(findings.steps[step.id])
    }
  }
  /// What was found, by step in the order of running; of each step at most `StepFindings.limit`.
  public var kept: [Finding] { order.flatMap { findings.steps[$0]?.kept ?? [] } }
  /// How many findings there are, kept or not.
  public var foundCount: Int { findings.steps.values.reduce(0) { $0 + $1.counts.values.reduce(0, +) } }
  /// How many rows stand under `office/rejected/`.
  public var rejectedCount: Int { rejected.reduce(0) { $0 + $1.rows } }
  mutating func fail(_ error: StageError) { failure = error }
}

extension StepReport {
  /// Whether rows go through it, so that what it did is known when another step has taken them.
  public var isStream: Bool { ["source", "batch", "keyed"].contains(kind) }
  /// The same with what a stream is known to have done.
  func knowing(_ found: StepFindings?) -> StepReport {
    guard isStream, let found else { return self }
    return StepReport(self, found)
  }
  private init(_ known: StepReport, _ found: StepFindings) {
    (id, use, kind, seconds) = (known.id, known.use, known.kind, known.seconds)
    (rowsIn, rowsOut) = (found.rowsIn, found.rowsOut)
    (rowsRejected, rowsDropped) = (found.rowsRejected, found.rowsDropped)
    counts = found.counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
