import Foundation

/// A plain reading of CSV by RFC 4180, with the first record as names.
struct TableReading {
  let names: [String]
  let rows: [[String: String]]
  /// Whether every record is as wide as the first.
  let isEven: Bool

  init(_ text: String) {
    var records: [[String]] = [[""]]
    var isQuoted = false
    var rest = Array(text.unicodeScalars)[...]
    while let sign = rest.popFirst() {
      let (row, column) = (records.count - 1, records[records.count - 1].count - 1)
      switch sign {
      case "\"" where isQuoted && rest.first == "\"":
        _ = rest.popFirst()
        records[row][column].unicodeScalars.append(sign)
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: records[row].append("")
      case "\r" where !isQuoted: continue
      case "\n" where !isQuoted: records.append([""])
      default: records[row][column].unicodeScalars.append(sign)
      }
    }
    let whole = records.last == [""] ? Array(records.dropLast()) : records
    let names = whole.first ?? []
    (self.names, isEven) = (names, whole.allSatisfy { $0.count == names.count })
    rows = whole.dropFirst().map { row in Dictionary(zip(names, row)) { first, _ in first } }
  }
}
extension Program.Outcome {
  /// The first line of what went wrong.
  var firstError: String { err.split(separator: "\n").first.map(String.init) ?? "" }
}
