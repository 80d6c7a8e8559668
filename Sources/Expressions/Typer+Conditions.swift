import Diagnostics
import Tables

extension Typer {
  mutating func comparison(_ comparison: Comparison, _ a: Tree, _ b: Tree, _ tree: Tree) -> Typed? {
    let sides = (check(a), check(b))
    guard let a = sides.0, let b = sides.1, agree(a, b, at: tree.range) else { return nil }
    guard !comparison.ordering || isOrdered(a) && isOrdered(b) else { return nil }
    return Typed(.bools(.comparison(comparison, a.side(with: b), b.side(with: a))), .bool, tree)
  }
  mutating func between(_ a: Tree, _ low: Tree, _ high: Tree, _ tree: Tree) -> Typed? {
    let parts = [check(a), check(low), check(high)]
    guard let a = parts[0], let low = parts[1], let high = parts[2] else { return nil }
    let known = a.plan == nil ? (low.plan == nil ? high : low) : a
    guard agree(known, low, at: low.tree.range), agree(known, high, at: high.tree.range),
      agree(known, a, at: a.tree.range), isOrdered(known)
    else { return nil }
    let bounds = (low.side(with: known), high.side(with: known))
    return Typed(.bools(.between(a.side(with: known), bounds.0, bounds.1)), .bool, tree)
  }
  mutating func among(_ a: Tree, _ list: [Tree], _ tree: Tree) -> Typed? {
    let (subject, items) = (check(a), list.map { check($0) })
    guard let subject, !items.contains(where: { $0 == nil }) else { return nil }
    let all = items.compactMap { $0 }
    let known = subject.plan == nil ? all.first { $0.plan != nil } ?? subject : subject
    for item in all { guard agree(known, item, at: item.tree.range) else { return nil } }
    return Typed(
      .bools(among(subject, all) ?? .among(subject.side(with: known), all.map { $0.side(with: known) })),
      .bool, tree)
  }
  /// The plan for many constants, sorted so that each row looks at few of them; `nil` when some are none.
  private func among(_ subject: Typed, _ list: [Typed]) -> BoolPlan? {
    var (numbers, texts, hasNull) = ([Int64](), [[UInt8]](), false)
    for item in list {
      switch item.side(with: subject) {
      case .numbers(.constant(let number?), subject.scale) where subject.type != .double:
        numbers.append(number)
      case .texts(.constant(let text?)): texts.append(text)
      case .numbers(.constant(nil), _), .texts(.constant(nil)): hasNull = true
      default: return nil
      }
    }
    switch subject.plan {
    case .numbers(let plan, _): return .amongNumbers(plan, numbers.sorted(), hasNull: hasNull)
    case .texts(let plan):
      let order = TextOrder(texts.flatMap { $0 })
      return .amongTexts(plan, texts.sorted { order.isLess($0[...], $1[...]) }, hasNull: hasNull)
    default: return nil
    }
  }
  mutating func like(_ a: Tree, _ pattern: Tree, _ tree: Tree) -> Typed? {
    let subject = text(a)
    guard case .text(let text) = pattern.kind else {
      problems.add(
        "expression.type",
        Phrase(
          vi: "sau LIKE cần một mẫu viết trong ngoặc đơn",
          en: "LIKE needs a pattern in single quotes after it"),
        at: pattern.range,
        hint: Phrase(
          vi: "% thay cho chữ bất kỳ, _ thay cho một ký tự: LIKE 'Xã %'",
          en: "% stands for any text, _ for one character: LIKE 'Xã %'"))
      return nil
    }
    return subject.map { Typed(.bools(.like($0.texts, Pattern(text))), .bool, tree) }
  }

  mutating func condition(_ tree: Tree) -> Typed? {
    needed(tree, Phrase(vi: "một điều kiện", en: "a condition")) { $0 == .bool }
  }
  mutating func conditions(_ trees: [Tree]) -> [BoolPlan]? {
    let parts = trees.map { condition($0)?.bools }
    return parts.contains { $0 == nil } ? nil : parts.compactMap { $0 }
  }
  mutating func number(_ tree: Tree) -> Typed? {
    needed(tree, Phrase(vi: "một số nguyên hoặc số thập phân", en: "a whole number or a decimal")) {
      $0.isExact
    }
  }
  mutating func text(_ tree: Tree) -> Typed? {
    needed(tree, Phrase(vi: "chữ", en: "text")) { $0 == .text }
  }
  mutating func date(_ tree: Tree) -> Typed? {
    needed(tree, Phrase(vi: "một ngày", en: "a date")) { $0 == .date }
  }
  /// Checks a part that must be of a type; `NULL` is of every type.
  private mutating func needed(_ tree: Tree, _ what: Phrase, _ isRight: (ColumnType) -> Bool) -> Typed? {
    guard let part = check(tree) else { return nil }
    guard let type = part.type, !isRight(type) else { return part }
    problems.add(
      "expression.type",
      Phrase(vi: "cần \(what.vi), thấy \(type.words.vi)", en: "expected \(what.en), found \(type.words.en)"),
      at: tree.range, hint: type == .double ? .doublesCompareOnly : nil)
    return nil
  }
}
