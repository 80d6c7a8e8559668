import Figures
import Formats

/// A measure of a part of the population: one column of a table of figures.
struct SiteMeasure: Hashable {
  let measure: String
  let group: String

  init(_ measure: String, group: String = "all") { (self.measure, self.group) = (measure, group) }
  init(_ figure: Figure) { self.init(figure.measure, group: figure.group) }

  /// The measures that have a word of their own, in the order in which they are shown.
  static let known = [
    "households", "poor", "near_poor", "poor_plus_near", "poor_rate", "near_poor_rate",
    "multidimensional_rate",
  ]
  /// The counts of people in poor and near-poor households.
  static let persons = ["poor_persons", "near_poor_persons"]
  /// All people first; known measures in their order, others by name.
  static func isBefore(_ a: Self, _ b: Self) -> Bool {
    (a.group == "all" ? "" : a.group, a.rank, a.measure) < (
      b.group == "all" ? "" : b.group, b.rank, b.measure
    )
  }
  /// The count of households that belongs to a rate of them.
  var count: SiteMeasure? {
    let counts = [
      "poor_rate": "poor", "near_poor_rate": "near_poor", "multidimensional_rate": "poor_plus_near",
    ]
    return counts[measure].map { SiteMeasure($0, group: group) }
  }
  /// The words for the parts of a ratio of it.
  ///
  /// Only rates of households are parts of households; others are of communes, officers or people.
  var partsWord: SiteWord { count == nil ? .figurePartsPlain : .figureParts }
  private var rank: Int {
    let all = Self.known + Self.persons
    return all.firstIndex(of: measure) ?? all.count
  }
}
