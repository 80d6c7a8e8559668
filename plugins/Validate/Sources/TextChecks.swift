import Diagnostics
import Spelling
import StageKit
import Tables
import Units

/// Texts are some of a list.
struct WordsCheck: Check {
  let column: Int?
  private let place: Int
  private let values: [String]
  private let words: WordIndex
  /// What names are compared by; `nil` when texts are compared letter by letter.
  private let folded: Set<String>?

  init(_ place: Int, _ values: [String], _ comparison: WordComparison) {
    (column, self.place, self.values) = (place, place, values)
    words = WordIndex(values.lazy.map { Array($0.utf8) })
    folded = comparison == .name ? Set(values.map(VietnameseName.folded)) : nil
  }

  func judge(_ batch: Batch, _ keys: BatchKeys) -> Judged {
    guard case .text(let texts) = batch.columns[place] else { return Judged() }
    var failed = texts.rows(notIn: words).limited(to: texts.validity)
    if let folded, let others = failed {
      // Only what is spelled in another way is made a text of.
      var left = Bitmap(count: batch.count)
      for row in others.rows where !folded.contains(VietnameseName.folded(texts.string(row))) {
        left[row] = true
      }
      failed = left.orNone
    }
    return Judged(failed: failed, seen: texts.validity)
  }
  func fault(_ row: Int, _ batch: Batch, _ keys: BatchKeys, _ names: Names) -> Fault {
    guard case .text(let texts) = batch.columns[place] else { return .none }
    let cell = texts.string(row)
    if let zero = LostZero.fault(place, row, batch, names, isKnown: { words.find(Array($0.utf8)) != nil }) {
      return zero
    }
    let (name, value) = (names.name(place), names.shown(place, row, batch))
    return Fault(
      code: "validate.values",
      what: Phrase(
        vi: "'\(name)' là \(value), không có trong danh mục",
        en: "'\(name)' is \(value), which is not in the list"),
      mend: names.mayTell(place) ? hint(cell) : .compareWithForm)
  }
  private func hint(_ cell: String) -> Phrase {
    if values.contains(cell) {
      return Phrase(
        vi: "chữ giống nhưng dấu viết rời: chuyển tệp sang Unicode dựng sẵn (NFC), hoặc ghi compare: name",
        en:
          "the letters are the same with marks of their own: convert the file to NFC, or write compare: name")
    }
    return values.suggestion(for: cell) ?? .compareWithForm
  }
}

/// Texts have a form from end to end.
struct PatternCheck: Check {
  let column: Int?
  private let place: Int
  private let pattern: PatternText
  init(_ place: Int, _ pattern: PatternText) { (column, self.place, self.pattern) = (place, place, pattern) }

  func judge(_ batch: Batch, _ keys: BatchKeys) -> Judged {
    guard case .text(let texts) = batch.columns[place] else { return Judged() }
    let machine = pattern.machine
    let failed = texts.withCells { bytes, offsets in
      Bitmap.asking(offsets.count - 1) { !machine.matches(bytes, Int(offsets[$0]), Int(offsets[$0 + 1])) }
    }
    return Judged(failed: failed.limited(to: texts.validity), seen: texts.validity)
  }
  func fault(_ row: Int, _ batch: Batch, _ keys: BatchKeys, _ names: Names) -> Fault {
    if let zero = LostZero.fault(place, row, batch, names, isKnown: { pattern.machine.matches($0.utf8) }) {
      return zero
    }
    let (name, value) = (names.name(place), names.shown(place, row, batch))
    return Fault(
      code: "validate.pattern",
      what: Phrase(
        vi: "'\(name)' là \(value), phải có dạng \(pattern.text)",
        en: "'\(name)' is \(value), and must have the form \(pattern.text)"), mend: .compareWithForm)
  }
}

/// A code that lost its leading zeros, as it does in a spreadsheet that takes it for a number.
enum LostZero {
  /// The most zeros that are tried: codes of people have twelve digits.
  private static let most = 12
  /// The words for a cell that is right with zeros before it; `nil` when it is not, or not of digits alone.
  static func fault(
    _ place: Int, _ row: Int, _ batch: Batch, _ names: Names, isKnown: (String) -> Bool
  ) -> Fault? {
    guard case .text(let texts) = batch.columns[place] else { return nil }
    let cell = texts.string(row)
    guard !cell.isEmpty, cell.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    let longer = (1...most).lazy.map { String(repeating: "0", count: $0) + cell }
    guard let whole = longer.first(where: isKnown) else { return nil }
    let (name, value) = (names.name(place), names.shown(place, row, batch))
    let right = names.mayTell(place) ? "'\(whole)'" : "…"
    return Fault(
      code: "validate.lost-zero",
      what: Phrase(
        vi: "'\(name)' là \(value), có vẻ là mã \(right) đã mất số 0 ở đầu",
        en: "'\(name)' is \(value), which looks like the code \(right) without its leading zero"),
      mend: Phrase(
        vi: "mã là chữ, không phải số: định dạng cột là văn bản rồi xuất lại tệp",
        en: "codes are text, not numbers: format the column as text and write the file again"), isOwn: false)
  }
}

extension Texts {
  /// A cell as text.
  func string(_ row: Int) -> String { String(decoding: self[row], as: UTF8.self) }
}
extension Fault {
  /// Of a column of another type than was planned, which there is not.
  static let none = Fault(code: "validate.check", what: Phrase(same: ""), mend: Phrase(same: ""))
}
