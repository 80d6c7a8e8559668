import Diagnostics
import Formats
import StageKit

/// A rejected row as it is shown.
struct RejectedRow: Sendable {
  let sheet: String
  let record: Int?
  let line: Int?
  /// Its place among the rows of its sheet.
  let index: Int
  var reasons: [RejectedSheet.Reason] = []
  /// What it was made of; `nil` when that is not known.
  var bytes: ArraySlice<UInt8>?

  /// The row for people: its place, the original, every reason.
  func text(_ group: RejectedFolder.Group) -> Phrase {
    func said(_ vi: String, _ en: String, _ words: (Phrase) -> String) -> String {
      let place = [record.map { "\(vi) \($0)" }, line.map { "\(en) \($0)" }].compactMap(\.self)
      var lines = ["\(words(group.name)) · \(([sheet] + place).joined(separator: ", "))"]
      lines.append("  " + (bytes.map(Self.shown) ?? "…"))
      for each in reasons {
        lines.append(
          "  - \(each.step): \(each.column.map { "\($0): " } ?? "")\(words(each.message)) [\(each.code)]")
      }
      return lines.joined(separator: "\n")
    }
    return Phrase(vi: said("bản ghi", "dòng") { $0.vi }, en: said("record", "line") { $0.en })
  }
  /// The same for programs; bytes that are no text are given as hexadecimal digits too.
  func json(_ group: RejectedFolder.Group) -> JSON {
    var json: JSON = [
      "group": .string(group.shown), "file": .string(sheet),
      "record": record.map { .integer($0) } ?? .null, "line": line.map { .integer($0) } ?? .null,
      "row": bytes.map { .string(String(decoding: $0, as: UTF8.self)) } ?? .null,
      "reasons": .array(
        reasons.map {
          [
            "step": .string($0.step), "code": .string($0.code),
            "column": $0.column.map { .string($0) } ?? .null, "vi": .string($0.message.vi),
            "en": .string($0.message.en),
          ]
        }),
    ]
    if let bytes, String(validating: bytes, as: UTF8.self) == nil {
      json["bytes"] = .string(bytes.map(Self.hexadecimal).joined())
    }
    return json
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16)
    return digits.count == 1 ? "0" + digits : digits
  }
  /// The bytes as a terminal may have them: what is no text, or would be obeyed, is written as `\x..`.
  private static func shown(_ bytes: ArraySlice<UInt8>) -> String {
    if let text = String(validating: bytes, as: UTF8.self) {
      return text.unicodeScalars.map { scalar in
        let isObeyed =
          scalar.value < 32 || (0x7F..<0xA0).contains(scalar.value)
          || (0x2028...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
        guard isObeyed else { return String(scalar) }
        if scalar == "\n" { return "\n  " }
        if scalar == "\r" { return "" }
        return scalar == "\t" ? "\t" : String(scalar).utf8.map { "\\x\(hexadecimal($0))" }.joined()
      }.joined()
    }
    return bytes.map {
      (32..<127).contains($0) ? String(Unicode.Scalar($0)) : "\\x\(hexadecimal($0))"
    }.joined()
  }
}

/// The rows of a sheet, cut apart again; a sheet begins as its file does.
struct OriginalRows {
  private var records: [ArraySlice<UInt8>] = []

  /// Cuts the last `count` records off the bytes of a sheet.
  init(_ bytes: [UInt8], isLines: Bool, count: Int) {
    guard !isLines else {
      records = bytes.split { $0 == 10 || $0 == 13 }.filter { !$0.allSatisfy { $0 == 32 || $0 == 9 } }
      return
    }
    // What parts the fields is not written down; it is the one by which the names have the most.
    var best = -1
    for separator in ",;\t|".utf8 {
      var all: [Range<Int>] = []
      var fields = 0
      var tokenizer = CSVTokenizer(bytes, separator: separator)
      while let record = tokenizer.next() {
        all.append(record.range)
        fields = max(fields, record.fields.count)
      }
      guard all.count >= count, fields > best else { continue }
      best = fields
      records = all.suffix(count).map { bytes[$0] }
    }
  }
  subscript(index: Int) -> ArraySlice<UInt8>? { records.indices.contains(index) ? records[index] : nil }
}
