import Tables

/// A part of an expression that has been checked.
struct Typed {
  /// How to compute it; `nil` for `NULL`, which is of whatever type is needed.
  let plan: Plan?
  /// What a cell is; `nil` for `NULL`.
  let type: ColumnType?
  /// What a cell means; `nil` where no column says so, as in a number written out.
  var role: Role?
  var unit: String?
  let tree: Tree

  init(_ plan: Plan?, _ type: ColumnType?, role: Role? = nil, unit: String? = nil, _ tree: Tree) {
    (self.plan, self.type, self.role, self.unit, self.tree) = (plan, type, role, unit, tree)
  }
  /// As whole numbers; what is of another type must have been refused.
  var numbers: NumberPlan { if case .numbers(let plan, _) = plan { plan } else { .constant(nil) } }
  var texts: TextPlan { if case .texts(let plan) = plan { plan } else { .constant(nil) } }
  var bools: BoolPlan { if case .bools(let plan) = plan { plan } else { .constant(nil) } }
  var scale: Int { type?.scale ?? 0 }
  /// The name, when it is a column and nothing else.
  var columnName: String? { if case .column(let name, _) = tree.kind { name } else { nil } }
  /// As whole numbers at a larger scale; a constant is brought to it at once where it fits.
  func numbers(at scale: Int) -> NumberPlan {
    let scaled = scaled(to: scale)
    return scaled.factor == 1 ? scaled.plan : .scaled(scaled)
  }
  func scaled(to scale: Int) -> Scaled {
    let factor = FixedPoint.power(scale - self.scale)
    guard case .constant(let value?) = numbers, let more = Int64(exactly: Int128(value) * factor) else {
      if case .constant(nil) = numbers { return Scaled(plan: numbers, factor: 1) }
      return Scaled(plan: numbers, factor: factor)
    }
    return Scaled(plan: .constant(more), factor: 1)
  }
}

extension Typed {
  /// The plan of one side of a comparison with a value of another type.
  func side(with other: Typed) -> Plan {
    guard let plan else {
      return switch other.type {
      case .text: .texts(.constant(nil))
      case .bool: .bools(.constant(nil))
      default: .numbers(.constant(nil), scale: other.type == .double ? 0 : other.scale)
      }
    }
    guard case .numbers(.constant, _) = plan, other.type != .double, other.scale > scale else { return plan }
    let scaled = scaled(to: other.scale)
    return scaled.factor == 1 ? .numbers(scaled.plan, scale: other.scale) : plan
  }
}
extension ColumnType {
  /// Whether it is an exact number.
  var isExact: Bool { if case .decimal = self { true } else { self == .int } }
}
