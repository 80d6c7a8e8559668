import Diagnostics
import Tables

extension Typer {
  mutating func call(_ function: Function, _ arguments: [Tree], _ tree: Tree) -> Typed? {
    switch function {
    case .rate: return rate(arguments, tree)
    case .ratio: return ratio(arguments, tree)
    case .age:
      let (date, today) = (date(arguments[0]), reference(tree))
      guard let date, let today else { return nil }
      return Typed(
        .numbers(.age(date.numbers, at: today.number), scale: 0), .int, role: .amount, unit: "tuổi", tree)
    case .referenceDate:
      return reference(tree).map { Typed(.numbers(.constant(Int64($0.number)), scale: 0), .date, tree) }
    case .year:
      return date(arguments[0]).map {
        Typed(.numbers(.year($0.numbers), scale: 0), .int, role: .code, tree)
      }
    case .length:
      return text(arguments[0]).map {
        Typed(.numbers(.length($0.texts), scale: 0), .int, role: .amount, tree)
      }
    case .lower: return text(arguments[0]).map { Typed(.texts(.lower($0.texts)), .text, role: .label, tree) }
    case .trim: return text(arguments[0]).map { Typed(.texts(.trim($0.texts)), .text, role: $0.role, tree) }
    case .nameKey:
      return text(arguments[0]).map { Typed(.texts(.nameKey($0.texts)), .text, role: .label, tree) }
    case .abs:
      return number(arguments[0]).map {
        Typed(
          .numbers(.absolute($0.numbers), scale: $0.scale), $0.type ?? .int, role: Role.kept([$0.role]),
          unit: $0.unit, tree)
      }
    case .mod: return remainder(arguments, tree)
    case .coalesce: return chosen(nil, arguments, tree)
    case .min: return extreme(arguments, greatest: false, tree)
    case .max: return extreme(arguments, greatest: true, tree)
    case .countTrue:
      return conditions(arguments).map {
        Typed(.numbers(.countTrue($0), scale: 0), .int, role: .count, tree)
      }
    }
  }
  private mutating func rate(_ arguments: [Tree], _ tree: Tree) -> Typed? {
    let parts = (number(arguments[0]), number(arguments[1]))
    guard let a = parts.0, let b = parts.1 else { return nil }
    let plan = NumberPlan.quotient(a.numbers, b.numbers, exponent: 4 + b.scale - a.scale)
    let names = (a.columnName ?? "", b.columnName ?? "")
    let isPlain = !names.0.isEmpty && !names.1.isEmpty
    let role = Role.rate(numerator: isPlain ? names.0 : "", denominator: isPlain ? names.1 : "")
    return Typed(.numbers(plan, scale: 2), .decimal(scale: 2), role: role, unit: "%", tree)
  }
  private mutating func ratio(_ arguments: [Tree], _ tree: Tree) -> Typed? {
    let parts = (number(arguments[0]), number(arguments[1]))
    guard case .number(let places, scale: 0) = arguments[2].kind, (0...18).contains(places) else {
      problems.add(
        "expression.scale",
        Phrase(
          vi: "đối số thứ ba của 'ratio' phải là một số viết sẵn từ 0 đến 18",
          en: "the third argument of 'ratio' must be a number written out, from 0 to 18"),
        at: arguments[2].range)
      return nil
    }
    guard let a = parts.0, let b = parts.1 else { return nil }
    let scale = Int(places)
    let plan = NumberPlan.quotient(a.numbers, b.numbers, exponent: scale + b.scale - a.scale)
    return Typed(.numbers(plan, scale: scale), .decimal(scale: scale), role: .bareRate, tree)
  }
  /// What is left of a count is none: it is never added up.
  private mutating func remainder(_ arguments: [Tree], _ tree: Tree) -> Typed? {
    let parts = (number(arguments[0]), number(arguments[1]))
    guard let a = parts.0, let b = parts.1 else { return nil }
    let scale = Swift.max(a.scale, b.scale)
    let plan = NumberPlan.remainder(a.scaled(to: scale), b.scaled(to: scale))
    return Typed(.numbers(plan, scale: scale), exact([a, b], scale), role: .code, unit: a.unit, tree)
  }
  private mutating func reference(_ tree: Tree) -> Day? {
    if referenceDate == nil {
      problems.add(
        "expression.reference-date",
        Phrase(
          vi: "chưa khai ngày tham chiếu để tính", en: "there is no reference date to compute this at"),
        at: tree.range,
        hint: Phrase(
          vi: "khai reference_date dưới defaults của quy trình",
          en: "declare reference_date under the pipeline's defaults"))
    }
    return referenceDate
  }
  private mutating func extreme(_ arguments: [Tree], greatest: Bool, _ tree: Tree) -> Typed? {
    let parts = arguments.map { check($0) }
    guard !parts.contains(where: { $0 == nil }) else { return nil }
    guard let (parts, type) = unified(parts.compactMap { $0 }, tree) else { return nil }
    guard type.isExact || type == .date else {
      problems.add(
        "expression.type",
        Phrase(
          vi: "cần các số hoặc các ngày, thấy \(type.words.vi)",
          en: "expected numbers or dates, found \(type.words.en)"), at: tree.range)
      return nil
    }
    let plan = NumberPlan.extreme(parts.map { $0.numbers(at: type.scale) }, greatest: greatest)
    return Typed(
      .numbers(plan, scale: type.scale), type, role: Role.kept(parts.map(\.role)), unit: unit(parts), tree)
  }
  mutating func choice(_ branches: [Tree.Branch], _ otherwise: Tree?, _ tree: Tree) -> Typed? {
    let conditions = conditions(branches.map(\.condition))
    let last = otherwise ?? Tree(.null, tree.range)
    let chosen = chosen(conditions ?? [], branches.map(\.value) + [last], tree)
    return conditions == nil ? nil : chosen
  }
  /// The choice of one of several values by conditions, or the first that is not missing.
  private mutating func chosen(_ conditions: [BoolPlan]?, _ values: [Tree], _ tree: Tree) -> Typed? {
    let parts = values.map { check($0) }
    guard !parts.contains(where: { $0 == nil }) else { return nil }
    guard let (parts, type) = unified(parts.compactMap { $0 }, tree) else { return nil }
    let plan: Plan =
      switch type {
      case .text: .texts(.choice(Choice(conditions: conditions, values: parts.map(\.texts))))
      case .bool: .bools(.choice(Choice(conditions: conditions, values: parts.map(\.bools))))
      default:
        .numbers(
          .choice(Choice(conditions: conditions, values: parts.map { $0.numbers(at: type.scale) })),
          scale: type.scale)
      }
    return Typed(plan, type, role: Role.kept(parts.map(\.role)), unit: unit(parts), tree)
  }
  /// The unit of all that have one; `nil` when they have several.
  private func unit(_ parts: [Typed]) -> String? {
    let units = Set(parts.compactMap(\.unit))
    return units.count == 1 ? units.first : nil
  }
}
