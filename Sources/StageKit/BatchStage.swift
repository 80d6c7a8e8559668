public import Tables

/// Turns a batch into a batch by a pure function: any batch size, all cores, output order kept, fused with its neighbours.
///
/// Every row it is given is kept, rejected by `Findings.reject`, or, where the plan says `drops: true`, left out as not
/// wanted; the engine counts each batch and refuses another sum.
public protocol BatchStage: Stage {
  /// Small tables that are whole before the first batch; none unless the stage says so.
  associatedtype Sides: Ports = NoSides
  /// Gives the schema of what comes out, and the function that makes it of one batch of `input`.
  ///
  /// The function must not depend on how rows are cut into batches: it knows no row but those it is given. The schemas of
  /// side tables are in `plan.sides(Sides.self)`.
  func plan(_ input: Schema, _ plan: inout Planning) -> Planned<Schema, BatchWork>
}

/// No side tables.
public struct NoSides: Ports {
  /// None.
  public init() {}
}

/// The function of a batch stage, with the columns it uses already found.
public struct BatchWork: Sendable {
  /// A function of one batch.
  public typealias Function = @Sendable (Batch, inout Findings) -> Batch
  package let mayDrop: Bool
  package let gate: Gate?
  package let prepare: @Sendable ([String: any Sendable]) throws(StageError) -> Function
}

extension Planned where Output == Schema, Work == BatchWork {
  /// The schema that comes out, and the function of one batch.
  ///
  /// - Parameters:
  ///   - output: The columns of what `run` gives, in this order and of these types.
  ///   - drops: Whether rows may be left out without being rejected, as a filter does.
  ///   - gate: Judges the step once all its rows have gone through.
  ///   - run: Turns a batch into a batch and notes what is wrong with its rows; it may run on several cores
  ///     at once.
  public init(
    _ output: Schema, drops: Bool = false, gate: Gate? = nil, _ run: @escaping BatchWork.Function
  ) {
    self.init(output, BatchWork(mayDrop: drops, gate: gate) { (_) throws(StageError) in run })
  }
  /// The schema that comes out, and what makes the function of one batch of the side tables.
  ///
  /// - Parameters:
  ///   - output: The columns of what the function gives, in this order and of these types.
  ///   - drops: Whether rows may be left out without being rejected, as a filter does.
  ///   - sides: The ports of the side tables.
  ///   - gate: Judges the step once all its rows have gone through.
  ///   - prepare: Makes the function, once, when the side tables are there.
  public init<Sides: Ports>(
    _ output: Schema, drops: Bool = false, with sides: Sides.Type, gate: Gate? = nil,
    _ prepare: @escaping @Sendable (Given<Sides>) throws(StageError) -> BatchWork.Function
  ) {
    self.init(
      output,
      BatchWork(mayDrop: drops, gate: gate) { (values) throws(StageError) in
        var given = Given<Sides>()
        given.byName = values
        return try prepare(given)
      })
  }
}

extension BatchStage {
  /// The stream and the side tables.
  package static var inputPorts: [any AnyPort] { One<Rows>.named().all + Sides.named().all }
}
extension KeyedStage {
  /// The stream and the side tables.
  package static var inputPorts: [any AnyPort] { One<Rows>.named().all + Sides.named().all }
}
