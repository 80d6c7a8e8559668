/// The measures whose meaning is fixed: what each counts is known without a plan.
public enum KnownMeasures {
  /// Numbers of households.
  public static let households: Set<String> = ["households", "poor", "near_poor", "poor_plus_near"]
  /// Numbers of people.
  public static let people: Set<String> = ["poor_persons", "near_poor_persons"]
  /// Rates, each of which is a count over all households.
  public static let rates: Set<String> = ["poor_rate", "near_poor_rate", "multidimensional_rate"]
  /// All of them.
  public static let all = households.union(people).union(rates)

  /// Whether its counts, or those that its ratios are made of, are of households, people or places, which are whole.
  ///
  /// Of the others nothing but the name tells: a sum of money has a name of its own, such as `budget_disbursed`.
  public static func isWhole(_ measure: String) -> Bool {
    if all.contains(measure) || prefixes.contains(where: measure.hasPrefix) { return true }
    let words = measure.split(separator: "_")
    return words.first.map { counted.contains($0) } ?? false
      || words.last.map { counted.contains($0) } ?? false
  }
  private static let counted: Set<Substring> = [
    "households", "persons", "people", "workers", "children", "communes", "districts", "provinces",
    "villages",
    "officers", "models",
  ]
}
