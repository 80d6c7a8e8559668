/// The indicators of vn-2022 that follow from the members of a household, in the order of the flags d1 to d6.
struct MemberIndicators: OptionSet, Sendable {
  let rawValue: UInt16

  static let employment = MemberIndicators(rawValue: 1)
  static let dependants = MemberIndicators(rawValue: 2)
  static let nutrition = MemberIndicators(rawValue: 4)
  static let insurance = MemberIndicators(rawValue: 8)
  static let adultEducation = MemberIndicators(rawValue: 16)
  static let childSchooling = MemberIndicators(rawValue: 32)
  /// All of them.
  static let all = MemberIndicators(rawValue: 63)

  /// Whether one can be only where there is a child.
  var needChild: Bool { !isDisjoint(with: [.nutrition, .childSchooling]) }
}
