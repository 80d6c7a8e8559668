import ArgumentParser
import Tables

/// A day of the command line: `2024-12-31` or `31/12/2024`, the year always with four digits.
struct DayArgument: Sendable {
  let day: Day

  /// Reads a day, and says why a text is none.
  static func read(_ argument: String) throws -> DayArgument {
    if let day = DayArgument(argument: argument) { return day }
    throw ValidationError(isWritten(argument) ? UsageError.noSuchDay : UsageError.noDay)
  }
  init?(argument: String) {
    guard Self.isWritten(argument) else { return nil }
    let parts = argument.split(separator: "/").map { Int($0) }
    if parts.count == 3, let day = parts[0], let month = parts[1], let year = parts[2] {
      guard let day = Day(year: year, month: month, day: day) else { return nil }
      self.day = day
    } else {
      guard let day = Day(iso: argument) else { return nil }
      self.day = day
    }
  }
  /// Whether a text is written as a day is, of the calendar or not.
  private static func isWritten(_ argument: String) -> Bool {
    let forms: [(Character, [ClosedRange<Int>])] = [
      ("/", [1...2, 1...2, 4...4]), ("-", [4...4, 2...2, 2...2]),
    ]
    return forms.contains { sign, lengths in
      let parts = argument.split(separator: sign, omittingEmptySubsequences: false)
      return parts.count == 3
        && zip(parts, lengths).allSatisfy { part, length in
          length.contains(part.utf8.count) && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
        }
    }
  }
}
