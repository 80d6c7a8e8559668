import Diagnostics
import Figures
import StageKit
import Tables

/// Finds counts that are more than what they are a part of: the poor of all households, those of a group of all the poor.
///
/// Which of the two is wrong nobody can say here, and no verdict may rest on either: the row of the part is left out.
struct PartCheck {
  /// What each count is a part of.
  private static let wholes: [String: [String]] = [
    "poor": ["poor_plus_near", "households"], "near_poor": ["poor_plus_near", "households"],
    "poor_plus_near": ["households"],
  ]
  /// A count, without its measure, standard and group.
  private struct Place: Hashable {
    let unit: String
    let day: Day
    let precedence: Int
  }
  private struct Kind: Hashable {
    let measure: String
    let group: String
    let standard: String
    /// As a message names it.
    var name: String { group == "all" ? measure : "\(measure) (\(group))" }
  }
  private var counts: [Place: [Kind: FixedPoint]] = [:]
  private var parts: [(figure: Int, row: Int, place: Place, kind: Kind)] = []

  /// Takes a figure of a row; one that is estimated or worked out is compared with nothing.
  mutating func add(_ figure: Figure, at index: Int, row: Int) {
    guard figure.grade != .derived, figure.status == .value || figure.status == .revised,
      KnownMeasures.households.contains(figure.measure), case .amount(let count)? = figure.value
    else { return }
    let place = Place(unit: figure.unit, day: figure.asOf, precedence: figure.precedence)
    let kind = Kind(measure: figure.measure, group: figure.group, standard: figure.standard)
    counts[place, default: [:]][kind] = count
    if Self.wholes[kind.measure] != nil || kind.group != "all" { parts.append((index, row, place, kind)) }
  }
  /// Tells of those that are too large, each at its row.
  ///
  /// - Returns: The places of their figures.
  func tell(_ rows: Batch, _ findings: inout Findings) -> Set<Int> {
    var wrong: Set<Int> = []
    for part in parts {
      let known = counts[part.place] ?? [:]
      guard let count = known[part.kind],
        let (whole, most) = Self.wholes(of: part.kind).lazy.compactMap({ kind in
          known[kind].map { (kind, $0) }
        })
        .first(where: { $0.1 < count })
      else { continue }
      wrong.insert(part.figure)
      let (large, small) = ("\(part.kind.name) \(count.plain)", "\(whole.name) \(most.plain)")
      findings.add(
        "figures.part-above-whole", row: part.row, of: rows, column: "value",
        Phrase(
          vi: "\(large) nhiều hơn \(small) mà nó là một phần; đối chiếu cả hai với nguồn và sửa số sai",
          en:
            "\(large) is more than \(small), of which it is a part; compare both with the source and mend the wrong one"
        ))
    }
    return wrong
  }
  /// What a count is a part of; households are told without a standard, or with that of the others.
  private static func wholes(of kind: Kind) -> [Kind] {
    func standards(_ measure: String) -> [String] {
      measure == "households" ? Set(["", kind.standard]).sorted() : [kind.standard]
    }
    let own = (wholes[kind.measure] ?? []).flatMap { measure in
      standards(measure).map { Kind(measure: measure, group: kind.group, standard: $0) }
    }
    guard kind.group != "all" else { return own }
    return own
      + standards(kind.measure).map { Kind(measure: kind.measure, group: "all", standard: $0) }
  }
}
