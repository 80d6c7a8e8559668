import Diagnostics
import Tables

/// Checks an expression against columns, and notes everything wrong with it.
struct Typer {
  let schema: Schema
  let referenceDate: Day?
  var problems = ExpressionProblems([])
  private(set) var columns: Set<String> = []

  init(_ schema: Schema, _ referenceDate: Day?) {
    (self.schema, self.referenceDate) = (schema, referenceDate)
  }

  /// Checks a part; `nil` when something is wrong, which has been noted.
  mutating func check(_ tree: Tree) -> Typed? {
    switch tree.kind {
    case .column(let name, let quoted): return column(name, quoted, tree)
    case .number(let units, let scale):
      return Typed(.numbers(.constant(units), scale: scale), scale == 0 ? .int : .decimal(scale: scale), tree)
    case .text(let text): return Typed(.texts(.constant(Array(text.utf8))), .text, tree)
    case .bool(let value): return Typed(.bools(.constant(value)), .bool, tree)
    case .null: return Typed(nil, nil, tree)
    case .date(let day): return Typed(.numbers(.constant(Int64(day.number)), scale: 0), .date, tree)
    case .negated(let part): return negated(part, tree)
    case .arithmetic(.times, let a, let b): return product(a, b, tree)
    case .arithmetic(let sign, let a, let b): return sum(a, b, sign, tree)
    case .comparison(let sign, let a, let b): return comparison(sign, a, b, tree)
    case .not(let part): return condition(part).map { Typed(.bools(.not($0.bools)), .bool, tree) }
    case .all(let parts): return conditions(parts).map { Typed(.bools(.all($0)), .bool, tree) }
    case .any(let parts): return conditions(parts).map { Typed(.bools(.any($0)), .bool, tree) }
    case .between(let a, let low, let high): return between(a, low, high, tree)
    case .among(let a, let list): return among(a, list, tree)
    case .like(let a, let pattern): return like(a, pattern, tree)
    case .isNull(let part): return isNull(part, tree)
    case .choice(let branches, let otherwise): return choice(branches, otherwise, tree)
    case .call(let function, let arguments): return call(function, arguments, tree)
    }
  }

  private mutating func column(_ name: String, _ quoted: Bool, _ tree: Tree) -> Typed? {
    guard let index = schema.index(of: name) else {
      problems.add(
        "expression.column", Phrase(vi: "không có cột '\(name)'", en: "no column '\(name)'"), at: tree.range,
        hint: unknown(name, quoted))
      return nil
    }
    let field = schema.fields[index]
    columns.insert(field.name)
    let plan: Plan =
      switch field.type {
      case .int, .decimal, .date: .numbers(.column(index), scale: field.type.scale)
      case .text: .texts(.column(index))
      case .bool: .bools(.column(index))
      case .double: .doubles(index)
      }
    return Typed(plan, field.type, role: field.role, unit: field.unit, tree)
  }
  private func unknown(_ name: String, _ quoted: Bool) -> Phrase? {
    guard quoted, schema.names.nearest(to: name) == nil else { return schema.names.suggestion(for: name) }
    return Phrase(
      vi: "chữ đặt trong ngoặc đơn: '\(name)'; trong ngoặc kép là tên cột",
      en: "a text is written in single quotes: '\(name)'; double quotes hold the name of a column")
  }
  private mutating func isNull(_ part: Tree, _ tree: Tree) -> Typed? {
    guard let part = check(part) else { return nil }
    return Typed(.bools(part.plan.map { .isNull($0) } ?? .constant(true)), .bool, tree)
  }
  private mutating func negated(_ part: Tree, _ tree: Tree) -> Typed? {
    guard let part = number(part) else { return nil }
    return Typed(
      .numbers(.negated(part.numbers), scale: part.scale), part.type ?? .int, role: Role.kept([part.role]),
      unit: part.unit, tree)
  }
  private mutating func sum(_ a: Tree, _ b: Tree, _ sign: Arithmetic, _ tree: Tree) -> Typed? {
    let sides = (number(a), number(b))
    guard let a = sides.0, let b = sides.1 else { return nil }
    let role = Role.kept([a.role, b.role])
    if let x = a.unit, let y = b.unit, x != y {
      problems.add(
        "expression.unit",
        Phrase(vi: "không cộng trừ '\(x)' với '\(y)'", en: "'\(x)' and '\(y)' are not added or subtracted"),
        at: tree.range,
        hint: Phrase(vi: "đổi về cùng một đơn vị trước", en: "bring both to one unit first"))
      return nil
    }
    let scale = Swift.max(a.scale, b.scale)
    let plan = NumberPlan.sum(a.scaled(to: scale), b.scaled(to: scale), minus: sign == .minus)
    return Typed(
      .numbers(plan, scale: scale), exact([a, b], scale), role: role, unit: a.unit ?? b.unit, tree)
  }
  private mutating func product(_ a: Tree, _ b: Tree, _ tree: Tree) -> Typed? {
    let sides = (number(a), number(b))
    guard let a = sides.0, let b = sides.1 else { return nil }
    let scale = a.scale + b.scale
    guard scale <= 18 else {
      problems.add(
        "expression.scale",
        Phrase(
          vi: "tích có \(a.scale) + \(b.scale) = \(scale) chữ số lẻ, nhiều nhất là 18",
          en: "the product has \(a.scale) + \(b.scale) = \(scale) decimal places, and at most 18 are allowed"),
        at: tree.range)
      return nil
    }
    let plan = NumberPlan.product(a.numbers, b.numbers)
    return Typed(
      .numbers(plan, scale: scale), exact([a, b], scale), role: Role.product(a.role, b.role), tree)
  }
  /// The type of exact numbers at a scale.
  func exact(_ parts: [Typed], _ scale: Int) -> ColumnType {
    parts.allSatisfy { $0.type == .int || $0.type == nil } ? .int : .decimal(scale: scale)
  }
}
