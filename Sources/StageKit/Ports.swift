public import Diagnostics
public import Figures
public import Tables

/// What can travel from one step, or from one file, into a named input of another step.
public protocol Flow: Sendable {
  /// What is known of it when planning: a schema for rows, the whole thing for documents.
  associatedtype Shape: Sendable
  /// The word for it in a message.
  static var kind: Phrase { get }
}
/// A flow of rows, whose shape is a schema.
public protocol RowFlow: Flow where Shape == Schema {}
/// A whole small table, however it is guarded.
public protocol TableFlow: RowFlow {
  /// The rows with their schema.
  var table: Table { get }
}
/// Something that may be shown to everybody.
///
/// Only the module `Disclosure` has such flows; a test holds it to that.
public protocol Releasable: Flow {}
/// A document that is public by its type: a plan, the register of units, a standard.
public protocol PublicDocument: Resource {}
/// Something released that is entered into the ledger of editions when it has been published.
public protocol Recorded: Releasable {
  /// What the ledger keeps of it: opaque to the engine, made and read by `Disclosure` alone.
  var ledgerEntry: [UInt8] { get }
  /// The same when it depends on what else is recorded in the run; the engine asks for this one.
  func ledgerEntry(beside all: [any Recorded]) -> [UInt8]
  /// What is to be said of an edition before it is published, and whether it may be; `nil` for nothing.
  ///
  /// `entry` is what the ledger will keep of everything recorded in the run. The engine asks once, after the last step.
  static func review(_ entry: [UInt8], of pipeline: PipelineInfo) throws(StageError) -> EditionReview?
}
extension Recorded {
  /// It does not depend on anything else.
  public func ledgerEntry(beside all: [any Recorded]) -> [UInt8] { ledgerEntry }
  /// Nothing is to be said.
  public static func review(
    _ entry: [UInt8], of pipeline: PipelineInfo
  ) throws(StageError) -> EditionReview? { nil }
}

extension Table: TableFlow {
  /// A table.
  public static let kind = Phrase(vi: "bảng", en: "a table")
  /// The table itself.
  public var table: Table { self }
}

/// What is known of figures before they are made: the most guarded column they come from, and the way from it.
public struct FigureShape: Sendable, Hashable {
  /// Who may see them before `figures.protect`.
  public var sensitivity: Sensitivity
  /// The columns they were made from, as `step.column`, first to last, along the most guarded.
  public var path: [String]
  /// A shape.
  public init(_ sensitivity: Sensitivity, path: [String] = []) {
    (self.sensitivity, self.path) = (sensitivity, path)
  }
}
extension FigureTable: Flow {
  /// How guarded the figures are, and by which columns.
  public typealias Shape = FigureShape
  /// Figures that have not been released.
  public static let kind = Phrase(vi: "số liệu chưa qua bảo vệ", en: "figures not yet protected")
}

/// The shape of a flow of which nothing is known before it is made.
public struct NoShape: Sendable, Hashable {
  /// Nothing.
  public init() {}
}
/// Notices of one step, before `figures.protect` releases them.
public struct Notices: Flow {
  /// Nothing is known of notices before they are found.
  public typealias Shape = NoShape
  /// Notices.
  public static let kind = Phrase(vi: "thông báo", en: "notices")
  /// The facts, in the order found.
  public var all: [Notice]
  /// Some facts.
  public init(_ all: [Notice] = []) { self.all = all }
}

/// Several flows of one type, for a port that takes many: `from: [a, b]`, in the order written.
public struct Many<Value: Flow>: Flow, AnyMany {
  /// The shape of each, in the order written.
  public typealias Shape = [Value.Shape]
  /// The word for one of them.
  public static var kind: Phrase { Value.kind }
  /// What the steps gave, in the order written.
  public var items: [Value]
  /// Several flows.
  public init(_ items: [Value]) { self.items = items }
  package static var element: any Flow.Type { Value.self }
  package static func gathered(_ items: [any Flow]) -> any Flow { Many(items.compactMap { $0 as? Value }) }
  package static func shape(_ shapes: [any Sendable]) -> any Sendable {
    shapes.compactMap { $0 as? Value.Shape }
  }
}
/// A port's type that takes many, whatever its element.
package protocol AnyMany: Flow {
  static var element: any Flow.Type { get }
  static func gathered(_ items: [any Flow]) -> any Flow
  static func shape(_ shapes: [any Sendable]) -> any Sendable
}

/// The rows of a step, in order, never all in memory.
public struct Rows: RowFlow {
  /// What is done with each batch.
  public typealias Body = (Batch) throws(StageError) -> Void
  /// Rows.
  public static let kind = Phrase(vi: "các dòng", en: "rows")
  /// The columns of every batch.
  public let schema: Schema
  private let run: @Sendable (Body) async throws(StageError) -> Void
  package init(_ schema: Schema, _ run: @escaping @Sendable (Body) async throws(StageError) -> Void) {
    (self.schema, self.run) = (schema, run)
  }
  /// Gives every batch to `body`, in the order of the source.
  ///
  /// - Throws: What `body` throws, or what the source of the rows could not read.
  public func forEach(_ body: Body) async throws(StageError) { try await run(body) }
}

/// The named inputs or outputs of a stage: a struct whose stored properties are all `Port`.
public protocol Ports: Sendable {
  /// Makes the ports, with their names still to be given.
  init()
}

/// One named input or output.
public struct Port<Value: Flow>: AnyPort {
  package let meaning: Phrase
  package let atLeast: Int
  private let slot = Slot()
  /// A port, whose name is that of the property in snake case.
  ///
  /// - Parameters:
  ///   - vi: What belongs there, one sentence in Vietnamese.
  ///   - en: The same in English.
  ///   - atLeast: For a port of `Many`, how many steps must be joined to it; 0 lets it be left out.
  public init(vi: String, en: String, atLeast: Int = 1) {
    (meaning, self.atLeast) = (Phrase(vi: vi, en: en), atLeast)
  }
  package var type: any Flow.Type { Value.self }
  package internal(set) var name: String {
    get { slot.name }
    nonmutating set { slot.name = newValue }
  }
  /// Written once, by `Ports.named()`, before anyone else sees the ports; so it may be shared.
  private final class Slot: @unchecked Sendable { var name = "" }
}
package protocol AnyPort: Sendable {
  var meaning: Phrase { get }
  var atLeast: Int { get }
  var name: String { get }
  var type: any Flow.Type { get }
}
protocol NameablePort: AnyPort { var name: String { get nonmutating set } }
extension Port: NameablePort {}

extension Ports {
  /// The ports, knowing their names.
  package static func named() -> (ports: Self, all: [any AnyPort]) {
    let ports = Self()
    return (
      ports,
      Mirror(reflecting: ports).children.map { child in
        guard let port = child.value as? any NameablePort, let label = child.label
        else { preconditionFailure("\(Self.self).\(child.label ?? "?") must be a Port") }
        port.name = snakeCase(label)
        return port
      }
    )
  }
}

/// One port, for the stages that need no more.
public struct One<Value: Flow>: Ports {
  /// The port.
  public let table = Port<Value>(vi: "Kết quả của bước trước.", en: "What the step before gives.")
  /// One port.
  public init() {}
}

/// What is known of each port when planning: `inputs.tables` is a schema.
@dynamicMemberLookup public struct Shapes<P: Ports>: Sendable {
  package var byName: [String: any Sendable] = [:]
  private let ports = P.named().ports
  /// No shape yet; fill every port.
  public init() {}
  /// The shape of the only port.
  public init<Value>(_ shape: Value.Shape) where P == One<Value> { self.table = shape }
  /// The shape of one port.
  public subscript<Value: Flow>(dynamicMember port: KeyPath<P, Port<Value>>) -> Value.Shape {
    get { cast(byName[ports[keyPath: port].name], ports[keyPath: port].name) }
    set { byName[ports[keyPath: port].name] = newValue }
  }
}

/// What is in each port when running: `inputs.tables` is a table.
@dynamicMemberLookup public struct Given<P: Ports>: Sendable {
  package var byName: [String: any Sendable] = [:]
  private let ports = P.named().ports
  /// Nothing yet; fill every port.
  public init() {}
  /// What is in the only port.
  public init<Value>(_ value: Value) where P == One<Value> { self.table = value }
  /// What is in one port.
  public subscript<Value: Flow>(dynamicMember port: KeyPath<P, Port<Value>>) -> Value {
    get { cast(byName[ports[keyPath: port].name], ports[keyPath: port].name) }
    set { byName[ports[keyPath: port].name] = newValue }
  }
}

private func cast<T>(_ value: (any Sendable)?, _ port: String) -> T {
  guard let value = value as? T else {
    preconditionFailure("port '\(port)' holds no \(T.self); the planner or the stage did not fill it")
  }
  return value
}
