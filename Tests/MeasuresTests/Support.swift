import Foundation
import Tables

@testable import Measures

/// A table of text with a line of names, as the golden cases have it.
struct Sheet: Sendable {
  let rows: [[String: String]]

  init(_ path: String) throws {
    let folder = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    let text = try String(contentsOf: folder.appending(path: "Golden/\(path)"), encoding: .utf8)
    let lines = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let names = lines.first ?? []
    rows = lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(names, $0)) }
  }
}
extension [String: String] {
  func text(_ name: String) -> String { self[name] ?? "" }
  /// The cells of the indicators as a vector.
  func vector(_ names: [String]) -> UInt64 {
    names.enumerated().reduce(0) {
      $0 | ($1.element.isEmpty || text($1.element) != "1" ? 0 : 1 << UInt64($1.offset))
    }
  }
}
extension Fraction {
  /// The nearest double, for comparing with what tools of doubles gave.
  var double: Double { Double(numerator) / Double(denominator) }
}

extension FlowTable {
  /// The movements between the year at `index` of the histories, not the first, and the one before.
  init(_ histories: ClassHistories, into index: Int, unlisted: Unlisted = .away) {
    self.init()
    for entries in histories.entries {
      let earlier = entries[..<(index - 1)].compactMap { $0?.class }
      add(entries[index - 1], entries[index], earlier: earlier, unlisted: unlisted)
    }
  }
}

/// Twelve indicators in six dimensions, as the golden cases name them.
enum Twelve {
  static let names = (1...12).map { $0 < 10 ? "i0\($0)" : "i\($0)" }
  static let dimensions = ["vieclam", "yte", "giaoduc", "nhao", "nuocvs", "thongtin"]
  static let indicators = names.enumerated().map {
    DeprivationRule.Indicator($0.element, dimension: dimensions[$0.offset / 2])
  }
  static func rule(_ count: Int, needsIncome: Bool = false) throws -> DeprivationRule {
    try DeprivationRule(indicators, count: count, needsIncome: needsIncome)
  }
}

func fraction(_ above: Int128, _ below: Int128) -> Fraction { Fraction(part: above, of: below) }
