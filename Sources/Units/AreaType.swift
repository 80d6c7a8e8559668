/// A kind of area by which the income line of a household is chosen.
///
/// Source: Decree 07/2021/NĐ-CP, article 3: one line for the countryside, one for towns.
public enum AreaType: String, Sendable, CaseIterable {
  /// Wards and townships.
  case urban
  /// Communes.
  case rural
}
