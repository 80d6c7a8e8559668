import Tables

/// One member of a household as it would stand in the list of a review.
struct Member: Sendable {
  /// Man or woman, boy or girl.
  enum Sex: String, Sendable { case male, female }
  /// What a member is to the head of the household.
  enum Relation: String, Sendable { case head, spouse, child, parent, sibling, grandchild }
  /// How a member works.
  enum Work: String, Sendable {
    /// Not at all.
    case none
    /// On the household's own account.
    case own
    /// For a wage.
    case wage
  }
  /// A level of schooling, attended or finished.
  enum School: String, Sendable {
    case none, preschool, primary
    case lowerSecondary = "lower_secondary"
    case upperSecondary = "upper_secondary"
    case vocational, university
  }
  /// The id of the household as it stands in the list of households.
  var household: String
  /// From 1 within the household.
  var number: Int
  var name: PersonName
  var sex: Sex
  var relation: Relation
  /// At the end of the year of the review; `FamilyMaker.born` tells why this is enough.
  var age: Int
  var born: Day
  /// Whether the day of birth is written as 30 February.
  var isBornOnNoDay = false
  /// Whether the State pays a monthly social allowance to this person.
  var hasAllowance: Bool
  var isAbleToWork = false
  var seeksWork = false
  var work = Work.none
  /// Whether there is a labour contract; `nil` for those who do not work for a wage.
  var hasContract: Bool?
  /// Whether there is health insurance.
  var isInsured = true
  /// Short or light for the age; `nil` from sixteen years on.
  var isStunted: Bool?
  var isUnderweight: Bool?
  var schoolNow = School.none
  var schoolDone = School.none

  /// Whether the member counts as one who depends on the others.
  var isDependant: Bool { age < 16 || hasAllowance }
  /// Whether the member is at school past the age of sixteen.
  var isStudent: Bool { age >= 16 && schoolNow != .none }
}
