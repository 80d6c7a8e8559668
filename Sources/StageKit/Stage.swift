public import Diagnostics
public import Tables

/// A step of a pipeline: a value made from its options, which can say what it will do before it does it.
///
/// A stage conforms to one of the five kinds below. Each has one method, `plan`, which takes the schemas of the
/// inputs and gives the schema of the output *and the work*: a value or a function that holds the columns found.
/// So planning and running cannot disagree, and names are looked up once, not per batch.
public protocol Stage: Sendable {
  associatedtype Options: StageOptions = NoOptions
  /// The word after `use:`, noun.verb, such as csv.read.
  static var name: String { get }
  /// One sentence for lists of stages.
  static var summary: Phrase { get }
  /// The documents it needs from the top of the pipeline file.
  static var resources: [any Resource.Type] { get }
  /// What `explain` says of the codes of its findings and diagnostics.
  static var explanations: [Explanation] { get }
  init(_ options: Options)
}
extension Stage {
  /// None.
  public static var resources: [any Resource.Type] { [] }
  /// None.
  public static var explanations: [Explanation] { [] }
  /// The options as JSON Schema.
  public static var schema: JSON { Options.schema }
  /// The options as a table of Markdown.
  public static func reference(_ language: Language) -> String { Options.reference(language) }
}

/// What a step will give, and the work that gives it.
public struct Planned<Output: Sendable, Work: Sendable>: Sendable {
  public let output: Output
  public let work: Work
  public init(_ output: Output, _ work: Work) { (self.output, self.work) = (output, work) }
}

// MARK: Source

/// Makes batches. Bounded memory; pieces are cut in order and decoded on all cores.
public protocol SourceStage: Stage {
  associatedtype Reader: SourceReader
  func plan(_ plan: inout Planning) -> Planned<Schema, Reader>
}

/// Reads a source in pieces: `next` is called in order and is cheap, `decode` is pure and runs anywhere.
public protocol SourceReader: Sendable {
  associatedtype Piece: Sendable = Batch
  /// Cuts the next piece, at the end of a record; `nil` at the end.
  mutating func next(_ files: ProjectFiles) throws(StageError) -> Piece?
  /// Gives the batches of a piece to `emit`, in order.
  func decode(_ piece: Piece, _ findings: inout Findings, _ emit: (Batch, inout Findings) -> Void)
  /// One of `count` shares of the input for a process of its own; together, in order, they are the whole.
  func share(_ index: Int, of count: Int) -> Self
}
extension SourceReader where Piece == Batch {
  public func decode(_ piece: Batch, _ findings: inout Findings, _ emit: (Batch, inout Findings) -> Void) {
    emit(piece, &findings)
  }
}

// MARK: Batch

/// Turns a batch into a batch by a pure function: any batch size, all cores, output order kept, fused with its neighbours.
public protocol BatchStage: Stage {
  func plan(_ input: Schema, _ plan: inout Planning) -> Planned<Schema, BatchWork>
}
/// The function of a batch stage, with the columns it uses already found.
public struct BatchWork: Sendable {
  package let run: @Sendable (Batch, inout Findings) -> Batch
}
extension Planned where Output == Schema, Work == BatchWork {
  public init(_ output: Schema, _ run: @escaping @Sendable (Batch, inout Findings) -> Batch) {
    self.init(output, BatchWork(run: run))
  }
}

// MARK: Reduce

/// Turns all batches into one small table through a state that can be split, stored and merged.
public protocol ReduceStage: Stage {
  associatedtype State: ReduceState
  /// The work is the empty state.
  func plan(_ input: Schema, _ plan: inout Planning) -> Planned<Schema, State>
}

/// What is known of the rows seen so far.
///
/// The law, checked by `StageTestKit.expectLaws`: however rows are cut into batches, batches dealt to states, and states
/// merged, `write` gives the same bytes. Sums of integers keep it; sums of doubles and "the first row" do not.
public protocol ReduceState: Sendable {
  mutating func add(_ batch: Batch)
  mutating func merge(_ other: Self)
  func write(to bytes: inout ByteWriter)
  /// Adds what `write` wrote to this state.
  mutating func read(from bytes: inout ByteReader) throws(StateError)
  func finish(_ findings: inout Findings) -> Batch
}

// MARK: Table

/// Turns whole small tables, and documents, into tables.
public protocol TableStage: Stage {
  associatedtype Inputs: Ports = One<Table>
  associatedtype Outputs: Ports = One<Table>
  func plan(_ inputs: Shapes<Inputs>, _ plan: inout Planning) -> Planned<
    Shapes<Outputs>, TableWork<Inputs, Outputs>
  >
}
/// The function of a table stage.
///
/// A struct around the function, since a closure with typed throws does not pass through a generic parameter in 6.3.1.
public struct TableWork<Inputs: Ports, Outputs: Ports>: Sendable {
  package let run: @Sendable (Given<Inputs>, inout Findings) throws(StageError) -> Given<Outputs>
}
extension Planned {
  public init<I: Ports, O: Ports>(
    _ output: Shapes<O>, _ run: @escaping @Sendable (Given<I>, inout Findings) throws(StageError) -> Given<O>
  )
  where Output == Shapes<O>, Work == TableWork<I, O> {
    self.init(output, TableWork(run: run))
  }
}

// MARK: Sink

/// Writes artifacts into a staging folder, which takes the place of the old output in one step.
public protocol SinkStage: Stage {
  associatedtype Inputs: Ports = One<Rows>
  /// Who will read what it writes. The engine chooses the folder by it: a stage cannot write where others look.
  static var audience: Audience { get }
  func plan(_ inputs: Shapes<Inputs>, _ plan: inout Planning) -> SinkWork<Inputs>
}
/// The function of a sink.
public struct SinkWork<Inputs: Ports>: Sendable {
  package let run: @Sendable (Given<Inputs>, Staging) async throws(StageError) -> Void
  public init(_ run: @escaping @Sendable (Given<Inputs>, Staging) async throws(StageError) -> Void) {
    self.run = run
  }
}
/// The office alone, or everybody. A sink for everybody takes only what `Disclosure` has released.
public enum Audience: String, Sendable { case office, everybody }
