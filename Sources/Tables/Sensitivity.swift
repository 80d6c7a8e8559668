/// Who may see a column, from everybody to nobody but the office.
public enum Sensitivity: Int, Sendable, Hashable, Comparable {
  /// Everybody.
  case `public`
  /// Everybody once `figures.protect` has passed it.
  case protected
  /// Nobody but the office.
  case personal
  /// Orders from what everybody may see to what nobody may.
  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}
