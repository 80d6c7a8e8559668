/// A part of the page of a unit: the measures that stand under one heading.
enum UnitSection: CaseIterable {
  /// Counts and rates of all households, and whatever else is told of everybody.
  case headline
  /// People in poor and near-poor households.
  case persons
  /// Towns and countryside.
  case area
  /// Ethnic groups.
  case people
  /// What poor and near-poor households lack.
  case deprivations
  /// Measures of other parts of the population.
  case other

  /// The section of a measure.
  init(_ measure: SiteMeasure) {
    let isDeprivation = IndicatorNames.prefixes.contains(where: measure.measure.hasPrefix)
    if measure.group.hasPrefix("area:") {
      self = .area
    } else if measure.group.hasPrefix("ethnicity:") {
      self = .people
    } else if isDeprivation, Self.classes.contains(measure.group) {
      self = .deprivations
    } else if measure.group == "all", !isDeprivation {
      self = SiteMeasure.persons.contains(measure.measure) ? .persons : .headline
    } else {
      self = .other
    }
  }
  /// The parts of the population whose deprivations stand side by side, in this order.
  static let classes = ["class:poor", "class:near_poor"]

  /// The heading; the first section has that of the whole.
  var heading: SiteWord? {
    switch self {
    case .headline: nil
    case .persons: .unitPersons
    case .area: .unitArea
    case .people: .unitPeople
    case .deprivations: .unitDeprivations
    case .other: .unitOther
    }
  }
  /// How ids within the page begin.
  var id: String {
    switch self {
    case .headline: "bang"
    case .persons: "nhan-khau"
    case .area: "khu-vuc"
    case .people: "dan-toc"
    case .deprivations: "thieu-hut"
    case .other: "khac"
    }
  }
  /// Whether the rows of each part of the population stand together under its name.
  var isByGroup: Bool { self == .area || self == .people }
  /// Whether every figure has a row of its own among the sources; of the others a row says how many there are.
  var hasSourceOfEach: Bool { [.headline, .persons, .other].contains(self) }
}
