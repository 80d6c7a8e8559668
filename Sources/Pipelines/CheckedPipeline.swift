public import Diagnostics
public import StageKit
public import Tables

/// A pipeline that has been checked: every step with its inputs, what it gives, and its work, in the order of running.
public struct CheckedPipeline: Sendable {
  /// What the file says of the whole.
  public package(set) var info: PipelineInfo
  /// The steps; each stands after those it takes from.
  public package(set) var steps: [CheckedStep] = []
  /// What is odd and no mistake.
  public package(set) var warnings = Diagnostics()
  /// The documents that were read, by path, with the SHA-256 of each.
  public package(set) var documents: [InputRecord] = []
  /// The parameters in force, as written.
  public package(set) var parameters: [(name: String, value: String)] = []
  /// Differs when the pipeline, its parameters or its documents differ; so states of two pipelines are never merged.
  package var fingerprint: [UInt8] = []
  /// The column by whose values rejected rows are grouped; `nil` when they are not.
  public package(set) var quarantineColumn: String?
  /// The path of the pipeline file.
  public package(set) var file: String
  /// A step by its `id`.
  public subscript(id: String) -> CheckedStep? { steps.first { $0.id == id } }
}

/// One file that a run has read.
public struct InputRecord: Sendable, Hashable {
  /// The path, relative to the project folder.
  public let path: String
  /// The number of bytes.
  public let size: Int
  /// The SHA-256 of the bytes, in lower-case hexadecimal.
  public let sha256: String
}

/// One step of a checked pipeline.
public struct CheckedStep: Sendable {
  /// The name by which other steps know it.
  public let id: String
  /// The name of its stage.
  public let use: String
  package let range: SourceRange?
  package var inputs: [String: [Input]] = [:]
  /// What each input port takes.
  package var wanted: [String: any Flow.Type] = [:]
  package var outputs: [String: Output] = [:]
  package var work: Work
  package var minRows: Int?
  package var maxRejected: Allowance?
  /// The schema of the only output, if it is of rows.
  public var schema: Schema? { outputs.count == 1 ? outputs.first?.value.shape as? Schema : nil }
  /// The steps it takes from, by id, in the order of their ports' names.
  public var sources: [String] {
    inputs.sorted { $0.key < $1.key }.flatMap { $0.value }.compactMap { $0.id }
  }

  package enum Input: Sendable {
    case step(Int, id: String, port: String)
    case document(any Resource)
    var id: String? { if case .step(_, let id, _) = self { id } else { nil } }
  }
  package struct Output: Sendable {
    var type: any Flow.Type
    var shape: any Sendable
    /// How guarded the inputs were, of what has no shape that says it, such as notices; `nil` once it is released.
    var taint: FigureShape?
  }
  package enum Work: Sendable {
    case source(any SourceReader)
    case batch(BatchWork)
    case keyed(KeyedWork)
    case reduce(any ReduceState)
    case table(@Sendable ([String: any Flow], inout Findings) throws(StageError) -> [String: any Flow])
    case sink(Audience, @Sendable ([String: any Flow], Staging) async throws(StageError) -> Void)
  }
  var isStream: Bool {
    switch work {
    case .source, .batch, .keyed: true
    case .reduce, .table, .sink: false
    }
  }
  /// What judges it once all its rows have gone through.
  var gate: Gate? {
    switch work {
    case .batch(let work): work.gate
    case .keyed(let work): work.gate
    case .source, .reduce, .table, .sink: nil
    }
  }
  /// The word for the kind of its stage.
  public var kind: String {
    switch work {
    case .source: "source"
    case .batch: "batch"
    case .keyed: "keyed"
    case .reduce: "reduce"
    case .table: "table"
    case .sink: "sink"
    }
  }
}
