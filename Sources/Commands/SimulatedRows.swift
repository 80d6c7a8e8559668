import ArgumentParser
import Diagnostics
import StageKit

/// What a row of a simulated file is.
enum SimulatedRows: String, ExpressibleByArgument, CaseIterable, Sendable {
  case households, members

  /// The stage that makes such rows.
  var stage: String { "\(rawValue).simulate" }
  /// What stands under `with:` of that stage, for households with options.
  ///
  /// Days of birth are texts in a file anyhow; as texts, none is lost.
  func options(_ households: JSON) -> JSON {
    switch self {
    case .households: households
    case .members: ["households": households, "birth_dates": "text"]
    }
  }
  /// The name, in a report, of the number of households.
  var counted: String { self == .households ? "rows" : "households" }
  /// What is said when a file of so many households is written.
  func done(_ households: Int, _ file: String) -> Phrase {
    switch self {
    case .households:
      Phrase(vi: "đã ghi \(households) hộ vào \(file)", en: "wrote \(households) households to \(file)")
    case .members:
      Phrase(
        vi: "đã ghi các thành viên của \(households) hộ vào \(file)",
        en: "wrote the members of \(households) households to \(file)")
    }
  }
}
