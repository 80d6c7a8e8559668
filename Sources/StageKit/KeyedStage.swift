public import Tables

/// Turns a batch into a batch by a function that may also ask how often keys occur in all rows, and where they stand in side
/// tables: duplicates, foreign keys, members of households.
///
/// Keys are compared exactly. The rows are read once to collect a number for every key, of which only the columns of keys
/// are looked at, and then the batch function runs, fused with its neighbours. Short keys (numbers, dates, texts of up to
/// seven bytes, up to fifteen digits) have a number of their own; where others occur and a number stands twice, the rows are
/// read once more, to compare the keys behind it byte by byte. While numbers are collected they take 10 bytes a row; after
/// that only what occurs more than once is held. A stage whose keys all look into side tables reads its rows once. The
/// files must not change while a run reads them; when one does, the run stops. What is given does not depend on workers or
/// the size of batches. Without keys the rows are read once, as for a batch stage.
public protocol KeyedStage: Stage {
  /// Tables that are whole before the first batch, in which keys are looked up; none unless the stage says so.
  associatedtype Sides: Ports = NoSides
  /// Gives the schema of what comes out, the keys, and the function of one batch of `input`.
  ///
  /// The function knows no row but those it is given, and what it is told of their keys. The schemas of side tables are in
  /// `plan.sides(Sides.self)`.
  func plan(_ input: Schema, _ plan: inout Planning) -> Planned<Schema, KeyedWork>
}

/// Columns whose values together make a key; a row in which one of them is missing has no key, unless it is said otherwise.
public struct Key: Sendable {
  /// The name by which the function asks for it.
  public let name: String
  package let columns: [Int]
  package let side: (port: String, columns: [Int])?
  /// Whether a missing cell is a value like any other, the same in every row.
  package let countsMissing: Bool

  /// A key that is counted over all rows of the stream.
  ///
  /// - Parameters:
  ///   - name: The name by which the function asks for it.
  ///   - columns: The places of the columns in the input.
  ///   - countsMissing: Whether a missing cell is a value like any other, the same in every row, so that every row has a key.
  public init(_ name: String, _ columns: [Int], countsMissing: Bool = false) {
    (self.name, self.columns, side, self.countsMissing) = (name, columns, nil, countsMissing)
  }
  /// A key that is looked up in a side table.
  ///
  /// - Parameters:
  ///   - name: The name by which the function asks for it.
  ///   - columns: The places of the columns in the input.
  ///   - port: The port of the table.
  ///   - others: The places of the columns in that table, as many and of the same types.
  public init<Sides: Ports>(
    _ name: String, _ columns: [Int], in port: KeyPath<Sides, Port<Table>>, _ others: [Int]
  ) {
    (self.name, self.columns, countsMissing) = (name, columns, false)
    side = (Sides.named().ports[keyPath: port].name, others)
  }
  /// A key that is looked up in several side tables, which count as one: the rows of each after those before.
  public init<Sides: Ports>(
    _ name: String, _ columns: [Int], in port: KeyPath<Sides, Port<Many<Table>>>, _ others: [Int]
  ) {
    (self.name, self.columns, countsMissing) = (name, columns, false)
    side = (Sides.named().ports[keyPath: port].name, others)
  }
}

/// The keys and the function of a keyed stage.
public struct KeyedWork: Sendable {
  /// A function of one batch, which may ask about the keys of its rows.
  public typealias Function = @Sendable (Batch, BatchKeys, inout Findings) -> Batch
  package let keys: [Key]
  package let mayDrop: Bool
  package let gate: Gate?
  package let prepare: @Sendable ([String: any Sendable]) throws(StageError) -> Function
}

extension Planned where Output == Schema, Work == KeyedWork {
  /// The schema that comes out, the keys, and the function of one batch.
  ///
  /// - Parameters:
  ///   - output: The columns of what `run` gives, in this order and of these types.
  ///   - keys: The keys that `run` asks about.
  ///   - drops: Whether rows may be left out without being rejected.
  ///   - gate: Judges the step once all its rows have gone through.
  ///   - run: Turns a batch into a batch; it may run on several cores at once.
  public init(
    _ output: Schema, keys: [Key], drops: Bool = false, gate: Gate? = nil, _ run: @escaping KeyedWork.Function
  ) {
    self.init(output, KeyedWork(keys: keys, mayDrop: drops, gate: gate) { (_) throws(StageError) in run })
  }
  /// The schema that comes out, the keys, and what makes the function of one batch of the side tables.
  ///
  /// - Parameters:
  ///   - output: The columns of what the function gives, in this order and of these types.
  ///   - keys: The keys that the function asks about.
  ///   - drops: Whether rows may be left out without being rejected.
  ///   - sides: The ports of the side tables.
  ///   - gate: Judges the step once all its rows have gone through.
  ///   - prepare: Makes the function, once, when the side tables are there.
  public init<Sides: Ports>(
    _ output: Schema, keys: [Key], drops: Bool = false, with sides: Sides.Type, gate: Gate? = nil,
    _ prepare: @escaping @Sendable (Given<Sides>) throws(StageError) -> KeyedWork.Function
  ) {
    self.init(
      output,
      KeyedWork(keys: keys, mayDrop: drops, gate: gate) { (values) throws(StageError) in
        var given = Given<Sides>()
        given.byName = values
        return try prepare(given)
      })
  }
}
