public import Diagnostics
public import Tables

/// A step of a pipeline: a value made from its options, which can say what it will do before it does it.
///
/// A stage conforms to one of the six kinds: `SourceStage`, `BatchStage`, `KeyedStage`, `ReduceStage`, `TableStage` and
/// `SinkStage`. Each has one method, `plan`, which takes the schemas of the inputs and gives the schema of the output *and
/// the work*: a value or a function that holds the columns found. So planning and running cannot disagree, and names are
/// looked up once, not per batch.
///
/// When several steps that reduce, or sinks that take nothing but rows, hang on one source, the source is read once for all
/// of them; a sink then sees in `Staging.files` what was there before that reading began, and its own.
public protocol Stage: Sendable {
  /// What may stand under `with:`; none unless the stage says so.
  associatedtype Options: StageOptions = NoOptions
  /// The word after `use:`, noun.verb, such as csv.read.
  static var name: String { get }
  /// One sentence for lists of stages.
  static var summary: Phrase { get }
  /// The documents it needs from the top of the pipeline file.
  static var resources: [any Resource.Type] { get }
  /// The documents it takes from the top of the pipeline file where its options ask for them, by `Planning.resource`.
  static var optionalResources: [any Resource.Type] { get }
  /// What `explain` says of the codes of its findings and diagnostics.
  static var explanations: [Explanation] { get }
  /// A stage with the options of one step, which have been read without a mistake.
  ///
  /// Keep them and do nothing else: what is wrong with them in view of the inputs is for `plan` to report.
  init(_ options: Options)
}
extension Stage {
  /// None.
  public static var resources: [any Resource.Type] { [] }
  /// None.
  public static var optionalResources: [any Resource.Type] { [] }
  /// None.
  public static var explanations: [Explanation] { [] }
  /// The options as JSON Schema.
  public static var schema: JSON { Options.schema }
  /// The options as a table of Markdown.
  public static func reference(_ language: Language) -> String { Options.reference(language) }
}

/// What a step will give, and the work that gives it.
public struct Planned<Output: Sendable, Work: Sendable>: Sendable {
  /// What is known of the output: a schema for rows, the shape of each port otherwise.
  public let output: Output
  /// The work, which holds what planning found, such as the places of columns.
  public let work: Work
  /// What a step will give, and the work.
  public init(_ output: Output, _ work: Work) { (self.output, self.work) = (output, work) }
}

// MARK: Source

/// Makes batches.
///
/// The engine keeps a bounded number of pieces in memory, cuts them in order and decodes them on all cores.
public protocol SourceStage: Stage {
  /// What reads the source when the pipeline runs.
  associatedtype Reader: SourceReader
  /// Gives the schema of every batch, and the reader.
  ///
  /// Mistakes are reported to `plan`; the reader of a step with mistakes never runs. Rows are not read here.
  func plan(_ plan: inout Planning) -> Planned<Schema, Reader>
}

/// Reads a source in pieces: `next` is called in order and is cheap, `decode` is pure and runs anywhere.
public protocol SourceReader: Sendable {
  /// A part of the source that can be decoded alone, such as some hundred kilobytes of whole records.
  associatedtype Piece: Sendable = Batch
  /// Cuts the next piece, at the end of a record; `nil` at the end.
  mutating func next(_ files: ProjectFiles) throws(StageError) -> Piece?
  /// Gives the batches of a piece to `emit`, in order.
  func decode(_ piece: Piece, _ findings: inout Findings, _ emit: (Batch, inout Findings) -> Void)
  /// One of `count` shares of the input for a process of its own; together, in order, they are the whole.
  func share(_ index: Int, of count: Int) -> Self
  /// The same reader for somebody who looks at some columns only.
  ///
  /// It gives the same rows in the same batches at the same places; what stands in other columns is of their type and
  /// without meaning. A reader that saves nothing by it is as it was.
  func reading(only columns: Set<Int>) -> Self
  /// The bytes of a piece as they stand in its file, from a place on, so that rejected rows can be given back in them;
  /// `nil` when the piece does not hold them, and then the file is read again for those rows.
  func original(_ piece: Piece) -> (start: Int, bytes: [UInt8])?
}
extension SourceReader {
  /// None: the file is read again.
  public func original(_ piece: Piece) -> (start: Int, bytes: [UInt8])? { nil }
  /// The reader as it is.
  public func reading(only columns: Set<Int>) -> Self { self }
}
extension SourceReader where Piece == Batch {
  /// Gives the piece as it is, for a reader whose pieces are batches already.
  public func decode(_ piece: Batch, _ findings: inout Findings, _ emit: (Batch, inout Findings) -> Void) {
    emit(piece, &findings)
  }
}

// MARK: Reduce

/// Turns all batches into one small table through a state that can be split, stored and merged.
public protocol ReduceStage: Stage {
  /// What is known of the rows seen so far.
  associatedtype State: ReduceState
  /// Gives the schema of the table, and the state of no rows.
  ///
  /// The work is the empty state.
  func plan(_ input: Schema, _ plan: inout Planning) -> Planned<Schema, State>
}

/// What is known of the rows seen so far.
///
/// The law, checked by `StageTestKit.expectLaws`: however rows are cut into batches, batches dealt to states, and states
/// merged, `write` gives the same bytes. Sums of integers keep it; sums of doubles and "the first row" do not.
public protocol ReduceState: Sendable {
  /// Adds the rows of a batch.
  mutating func add(_ batch: Batch)
  /// Adds what another state knows, of other rows.
  mutating func merge(_ other: Self)
  /// Writes all that is known, so that equal knowledge gives equal bytes: sort what a dictionary holds.
  func write(to bytes: inout ByteWriter)
  /// Adds what `write` wrote to this state, and takes no byte more.
  ///
  /// - Throws: `StateError` when the bytes are not such; they may come from another machine.
  mutating func read(from bytes: inout ByteReader) throws(StateError)
  /// Gives the table, once all rows are in, and notes what can only be seen now.
  func finish(_ findings: inout Findings) -> Batch
}

// MARK: Table

/// Turns whole small tables, and documents, into tables.
public protocol TableStage: Stage {
  /// The named inputs; one table unless the stage says so.
  associatedtype Inputs: Ports = One<Table>
  /// The named outputs; one table unless the stage says so.
  associatedtype Outputs: Ports = One<Table>
  /// Gives the shape of every output, and the function that makes them of the inputs.
  ///
  /// Rows are known by their schema only, documents as a whole.
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
  /// The shape of every output, and the function that fills them all.
  ///
  /// - Parameters:
  ///   - output: What is known of each output.
  ///   - run: Fills every port of the outputs. It throws a `StageError` when the environment failed, or, with
  ///     the cause `data`, when the data do not pass a gate that the stage sets.
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
  /// The named inputs; one stream of rows unless the stage says so.
  ///
  /// A sink for everybody can have only ports that take what is `Releasable` or a `PublicDocument`.
  associatedtype Inputs: Ports = One<Rows>
  /// Who will read what it writes. The engine chooses the folder by it: a stage cannot write where others look.
  static var audience: Audience { get }
  /// Gives the function that writes the inputs; nothing is written here.
  func plan(_ inputs: Shapes<Inputs>, _ plan: inout Planning) -> SinkWork<Inputs>
}
/// The function of a sink.
public struct SinkWork<Inputs: Ports>: Sendable {
  package let run: @Sendable (Given<Inputs>, Staging) async throws(StageError) -> Void
  /// A function that writes the inputs into the staging folder of its audience.
  ///
  /// When it throws, nothing of the whole run is published.
  public init(_ run: @escaping @Sendable (Given<Inputs>, Staging) async throws(StageError) -> Void) {
    self.run = run
  }
}
/// Who will read what a sink writes.
public enum Audience: String, Sendable {
  /// The office alone: what is written lands in `office/`.
  case office
  /// Everybody: what is written lands in `public/`, and only what `Disclosure` has released is taken.
  case everybody
}
