import Tables

extension Role {
  /// A quotient that cannot be made again from sums.
  static let bareRate = Role.rate(numerator: "", denominator: "")

  /// The role of what is added up or chosen from values; `nil` for those that say nothing.
  ///
  /// Never more than all of them allow: with a rate it is a rate, with a code it is a code.
  static func kept(_ roles: [Role?]) -> Role? {
    let roles = roles.compactMap { $0 }
    guard let first = roles.first else { return nil }
    if roles.contains(where: \.isRate) { return bareRate }
    if let narrow = roles.first(where: { !$0.isSummable }) { return narrow }
    return roles.allSatisfy { $0 == first } ? first : .amount
  }
  /// The role of a product.
  static func product(_ a: Role?, _ b: Role?) -> Role? {
    guard let a, let b else { return kept([a ?? b]) }
    if a.isRate || b.isRate { return bareRate }
    return [a, b].first { $0 == .code || $0 == .label } ?? .amount
  }
  /// The role where no column gives one.
  static func plain(_ type: ColumnType) -> Role {
    switch type {
    case .bool: .flag
    case .int, .decimal, .double: .amount
    case .text, .date: .label
    }
  }
  private var isRate: Bool { if case .rate = self { true } else { false } }
}
