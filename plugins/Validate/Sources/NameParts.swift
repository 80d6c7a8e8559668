import Spelling
import Tables

/// The names of people as numbers: given, middle and family name, by spelling and without marks.
struct NameParts {
  private(set) var given: [Int32] = []
  private(set) var middle: [Int32] = []
  private(set) var family: [Int32] = []
  private(set) var bareGiven: [Int32] = []
  private(set) var bareMiddle: [Int32] = []
  private(set) var bareFamily: [Int32] = []
  /// The whole name without marks.
  private(set) var bare: [Int32] = []

  init(_ names: Texts, count: Int) {
    var (parts, bares) = (Numbering(), Numbering())
    var known: [String: [Int32]] = [:]
    for row in 0..<count {
      let isThere = names.validity.map { $0[row] } ?? true
      let text = isThere ? String(decoding: names[row], as: UTF8.self) : ""
      let numbers = known[text] ?? Self.numbers(of: text, &parts, &bares)
      known[text] = numbers
      given.append(numbers[0])
      middle.append(numbers[1])
      family.append(numbers[2])
      bareGiven.append(numbers[3])
      bareMiddle.append(numbers[4])
      bareFamily.append(numbers[5])
      bare.append(numbers[6])
    }
  }
  /// The last word is the given name and the first that of the family; who has one word has no family name.
  private static func numbers(of text: String, _ parts: inout Numbering, _ bares: inout Numbering) -> [Int32]
  {
    let words = VietnameseName.spelling(text).split(separator: " ").map(String.init)
    let all = [
      words.last ?? "", words.dropFirst().dropLast().joined(separator: " "),
      words.count > 1 ? words.first ?? "" : "",
    ]
    let whole = words.joined(separator: " ")
    return all.map { parts.number(of: $0) }
      + (all + [whole]).map { bares.number(of: VietnameseName.slug($0)) }
  }
}

/// Numbers for texts, from 0 on in the order in which they are seen.
struct Numbering {
  private var numbers: [String: Int32] = [:]
  /// The number of a text; -1 of an empty one.
  mutating func number(of text: String) -> Int32 {
    guard !text.isEmpty else { return -1 }
    if let known = numbers[text] { return known }
    let next = Int32(numbers.count)
    numbers[text] = next
    return next
  }
}
