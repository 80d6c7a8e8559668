/// Reads a pattern: letters, `.`, classes, groups, `|`, and `* + ? {n} {n,} {n,m}`.
///
/// It is what regular expressions have in common that can be matched in one look at each byte.
struct PatternParser {
  private let scalars: [Unicode.Scalar]
  private var place = 0
  private var depth = 0
  private static let signs = Set("\\.[](){}|*+?^$".unicodeScalars)

  private init(_ text: String) { scalars = Array(text.unicodeScalars) }

  /// The tree of a pattern, which is matched from end to end: a `^` before and a `$` after it add nothing.
  static func parse(_ text: String) throws(PatternProblem) -> PatternTree {
    var parser = PatternParser(text)
    parser.take("^")
    let tree = try parser.alternatives()
    parser.take("$")
    guard parser.place == parser.scalars.count else {
      throw parser.problem(
        "'\(parser.scalars[parser.place])' không đứng ở đây được",
        "'\(parser.scalars[parser.place])' does not belong here")
    }
    return tree
  }

  private var next: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }
  @discardableResult private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard next == sign else { return false }
    place += 1
    return true
  }
  private func problem(_ vi: String, _ en: String) -> PatternProblem {
    PatternProblem(vi: "\(vi) (ký tự thứ \(place + 1))", en: "\(en) (character \(place + 1))")
  }

  private mutating func alternatives() throws(PatternProblem) -> PatternTree {
    depth += 1
    defer { depth -= 1 }
    guard depth <= 40 else { throw problem("lồng quá sâu", "it is nested too deep") }
    var all = [try sequence()]
    while take("|") { all.append(try sequence()) }
    return all.count == 1 ? all[0] : .either(all)
  }
  private mutating func sequence() throws(PatternProblem) -> PatternTree {
    var parts: [PatternTree] = []
    while let sign = next, sign != "|", sign != ")", !(sign == "$" && place == scalars.count - 1) {
      parts.append(try repeated(try atom()))
    }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }
  private mutating func repeated(_ atom: PatternTree) throws(PatternProblem) -> PatternTree {
    var tree = atom
    while let sign = next {
      switch sign {
      case "*": tree = .repeated(tree, 0, nil)
      case "+": tree = .repeated(tree, 1, nil)
      case "?": tree = .repeated(tree, 0, 1)
      case "{":
        let (least, most) = try counts()
        tree = .repeated(tree, least, most)
      default: return tree
      }
      place += 1
    }
    return tree
  }
  /// The numbers in braces; stops before the closing one.
  private mutating func counts() throws(PatternProblem) -> (Int, Int?) {
    place += 1
    let least = number()
    var most = least
    if take(",") { most = next == "}" ? nil : number() ?? -1 }
    guard let least, next == "}", most ?? 255 >= least, most ?? 0 <= 255, least <= 255 else {
      throw problem("cần {n}, {n,} hoặc {n,m}, nhiều nhất 255", "expected {n}, {n,} or {n,m}, at most 255")
    }
    return (least, most)
  }
  private mutating func number() -> Int? {
    var digits = ""
    while let sign = next, ("0"..."9").contains(sign), digits.count < 6 {
      digits.unicodeScalars.append(sign)
      place += 1
    }
    return Int(digits)
  }

  private mutating func atom() throws(PatternProblem) -> PatternTree {
    guard let sign = next else { throw problem("thiếu một ký tự", "a character is missing") }
    switch sign {
    case "(":
      place += 1
      if take("?"), !take(":") { throw problem("sau (? chỉ có :", "only : may follow (?") }
      let tree = try alternatives()
      guard take(")") else { throw problem("thiếu dấu )", "a ) is missing") }
      return tree
    case "[":
      place += 1
      return try bracket().pattern
    case ".":
      place += 1
      return ScalarSet.any.pattern
    case "\\": return try escaped().pattern
    default:
      guard !Self.signs.contains(sign) else {
        throw problem(
          "'\(sign)' không đứng ở đây được; viết \\\(sign) cho chính dấu ấy",
          "'\(sign)' does not belong here; write \\\(sign) for the sign itself")
      }
      place += 1
      return .sequence(ScalarSet.utf8(sign.value).map { .bytes(ByteSet($0...$0)) })
    }
  }
  private mutating func escaped() throws(PatternProblem) -> ScalarSet {
    place += 1
    guard let sign = next else { throw problem("thiếu ký tự sau \\", "a character is missing after \\") }
    place += 1
    switch sign {
    case "d": return ScalarSet(0x30...0x39)
    case "D": return ScalarSet(0x30...0x39).inverted
    case "w": return ScalarSet(0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A)
    case "W": return ScalarSet(0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A).inverted
    case "s": return ScalarSet(0x09...0x0D, 0x20...0x20)
    case "S": return ScalarSet(0x09...0x0D, 0x20...0x20).inverted
    case "t": return ScalarSet(9...9)
    case "n": return ScalarSet(10...10)
    case _ where Self.signs.contains(sign) || "-/'\" ".unicodeScalars.contains(sign):
      return ScalarSet(sign.value...sign.value)
    default:
      place -= 1
      throw problem("không có '\\\(sign)'", "there is no '\\\(sign)'")
    }
  }
  /// What stands between brackets, after the first.
  private mutating func bracket() throws(PatternProblem) -> ScalarSet {
    let isNegated = take("^")
    var set = ScalarSet()
    repeat {
      guard let sign = next else { throw problem("thiếu dấu ]", "a ] is missing") }
      if sign == "[" { throw problem("viết \\[ trong ngoặc vuông", "write \\[ inside brackets") }
      let low = try member()
      guard next == "-", place + 1 < scalars.count, scalars[place + 1] != "]" else {
        set.insert(low)
        continue
      }
      place += 1
      let high = try member()
      guard let first = low.single, let last = high.single, first <= last else {
        throw problem("khoảng trong ngoặc vuông bị ngược", "the range in the brackets is no range")
      }
      set.insert(first...last)
    } while !take("]")
    return isNegated ? set.inverted : set
  }
  private mutating func member() throws(PatternProblem) -> ScalarSet {
    guard let sign = next else { throw problem("thiếu dấu ]", "a ] is missing") }
    if sign == "\\" { return try escaped() }
    place += 1
    return ScalarSet(sign.value...sign.value)
  }
}

extension ScalarSet {
  /// The scalar, when it is one.
  fileprivate var single: UInt32? {
    ranges.count == 1 && ranges[0].count == 1 ? ranges[0].lowerBound : nil
  }
}
