import Diagnostics
import Expressions
import Standards
import Tables

/// The names that rules speak of, as columns of a batch of their own.
struct RuleNames: Sendable {
  /// Where the cells of a name come from.
  private enum Origin: Sendable {
    case area, deprivations, cutoff, income, b1, b2
    /// A limit by area.
    case line(urban: Int64, rural: Int64)
    /// Whether a household is deprived in the indicator of a place.
    case flag(Int)
    /// No rule speaks of it.
    case unused
  }
  let schema: Schema
  private var origins: [Origin]
  private let inputs: FoundInputs
  private let cutoff: Int64

  init(_ rules: ClassRules, _ inputs: FoundInputs) {
    self.inputs = inputs
    cutoff = rules.cutoff ?? 0
    let isThousand = inputs.income?.unit.isThousand == true
    let lines = inputs.points == nil ? rules.lines : rules.points?.lines ?? []
    // Lines are brought to the unit of the income, exactly; so no income can be too large to be multiplied.
    let divides = isThousand && !lines.allSatisfy { $0.urban % 1000 == 0 && $0.rural % 1000 == 0 }
    let factor: Int64 = isThousand && !divides ? 1000 : 1
    let flags = rules.flags
    var fields = inputs.points == nil ? rules.schema().fields : rules.pointSchema.fields
    origins = fields.map { field in
      switch field.name {
      case "area": .area
      case "deprivations": .deprivations
      case "cutoff": .cutoff
      case "income": .income
      case "b1": .b1
      case "b2": .b2
      default:
        flags.firstIndex(of: field.name).map { .flag($0) } ?? lines.first { $0.name == field.name }.map {
          .line(urban: $0.urban / factor, rural: $0.rural / factor)
        }
          ?? .cutoff
      }
    }
    for (index, origin) in origins.enumerated() {
      switch origin {
      case .income: fields[index].type = inputs.income?.field.type ?? .int
      case .line: fields[index].type = divides ? .decimal(scale: 3) : .int
      case .area, .deprivations, .cutoff, .b1, .b2, .flag, .unused: break
      }
    }
    schema = Schema(fields)
  }

  /// Makes no cells of names that no rule speaks of.
  mutating func keep(_ used: Set<String>) {
    for (index, field) in schema.fields.enumerated() where !used.contains(field.name) {
      origins[index] = .unused
    }
  }
  /// A condition, checked when the standard was read, as it is asked of the rows of one file.
  func typed(_ condition: Expression) -> TypedExpression {
    do throws(ExpressionProblems) { return try condition.typed(in: schema, referenceDate: nil) } catch {
      // Whole numbers and decimals compare alike, so what was right for the one is right for the other.
      preconditionFailure("a rule that was checked is not one: \(error.all.map(\.message.en))")
    }
  }
  /// The columns, for the rows of a batch; by points there are no flags, and no rule asks any.
  func batch(
    _ batch: Batch, _ areas: WordKernel.Codes, _ deprivations: Values<Int64>, amounts: Column?,
    b2: Values<Int64>?, flags: [Column]
  ) -> Batch {
    let columns = origins.enumerated().map { index, origin -> Column in
      switch origin {
      case .area: .text(WordColumn.texts(areas.codes, Area.bytes))
      case .deprivations, .unused: .int(deprivations)
      case .cutoff: .int(cutoffs(batch.count))
      case .income, .b1: amounts ?? .int(deprivations)
      case .b2: .int(b2 ?? deprivations)
      case .flag(let place): flags[place]
      case .line(let urban, let rural): line(urban, rural, areas, schema.fields[index].type)
      }
    }
    return Batch(columns, count: batch.count)
  }
  private func cutoffs(_ count: Int) -> Values<Int64> {
    Values(
      [Int64](unsafeUninitializedCapacity: count) { cells, filled in
        cells.initialize(repeating: cutoff)
        filled = count
      })
  }
  private func line(_ urban: Int64, _ rural: Int64, _ areas: WordKernel.Codes, _ type: ColumnType) -> Column {
    let limits = [urban, rural, 0]
    let cells = limits.withUnsafeBufferPointer { limits in
      areas.codes.withUnsafeBufferPointer { codes in codes.map { limits[Int(Swift.min($0, 2))] } }
    }
    let values = Values(cells, validity: areas.validity)
    return type == .int ? .int(values) : .decimal(Decimals(values, scale: type.scale))
  }
}
