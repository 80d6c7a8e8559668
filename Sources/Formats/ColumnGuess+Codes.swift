import Spelling
import Tables

extension ColumnGuess {
  /// Names of columns in which a place stands by its code, when they are numbers.
  private static let placesWithCodes = [
    "commune", "district", "province", "ward", "region", "unit", "xa", "huyen", "tinh", "vung", "thon",
    "don-vi", "don-vi-hanh-chinh", "dvhc",
  ]
  /// Words in the names of columns of quantities, ages and times.
  private static let quantities = [
    "so", "tong", "count", "total", "number", "sum", "members", "households", "persons", "khau", "tuoi",
    "age",
    "nam", "year", "thang", "month", "ngay", "day", "diem", "point", "points", "score", "b1", "b2", "rate",
    "percent", "ty", "le", "tien", "dong", "income", "gia", "price", "amount", "luong", "dien", "tich",
    "size",
    "stt", "area",
  ]
  /// The words in the names of the column.
  private var words: [[Substring]] {
    [evidence.header, evidence.label ?? ""].map { VietnameseName.slug($0).split(separator: "-") }
  }
  /// Whether numbers are names of things: zeros stand before some, the column says so, or they are used so.
  var isCode: Bool { isCalledCode || evidence.leadingZeros > 0 || isUsedAsCode }
  private var isCalledCode: Bool {
    words.contains { words in
      words.contains { ["ma", "code", "id", "cccd", "cmnd", "sdt", "phone"].contains($0) }
        || Self.placesWithCodes.contains(words.joined(separator: "-"))
        || words.starts(with: ["so", "dien"]) || words.starts(with: ["dien", "thoai"])
    }
  }
  /// Whether a few numbers of two digits or more, all of one width, stand again and again, and the column is called by no quantity.
  private var isUsedAsCode: Bool {
    guard evidence.bareNumbers == 0, evidence.whole == filled, evidence.lengths.count == 1,
      let width = evidence.lengths.keys.first, width >= 2, let values = evidence.values, values.count > 1
    else { return false }
    return values.count * 3 <= filled && !words.joined().contains { Self.quantities.contains(String($0)) }
  }
  mutating func guessCode() {
    role = "code"
    let most = evidence.lengths.max { ($0.value, $0.key) < ($1.value, $1.key) }
    let longest = evidence.lengths.keys.max() ?? 0
    reasons.append(
      share(
        evidence.whole,
        "chỉ gồm chữ số, \(evidence.leadingZeros.inGroups) ô có số 0 ở đầu: là mã, giữ là chữ",
        "are digits alone, \(evidence.leadingZeros.inGroups) with leading zeros: codes, kept as text"))
    if !isCalledCode, evidence.leadingZeros == 0, let values = evidence.values {
      say(
        "chỉ có \(values.count) số, cùng số chữ số, lặp lại nhiều lần, nên coi là mã: nếu là số lượng, đổi thành type: int, role: count",
        "\(values.count) numbers alone, of one width, stand again and again, so they are taken for codes: if they are counts, write type: int, role: count"
      )
    }
    guard evidence.bareNumbers == 0 else {
      type = .int
      say(
        "là số của JSON chứ không phải chữ, nên không giữ được số 0 ở đầu",
        "they are numbers of JSON and no texts, so they keep no leading zeros")
      return
    }
    guard let most, most.key == longest, most.value * 2 > evidence.whole, evidence.whole > 1 else { return }
    digits = longest
    let short = evidence.whole - most.value
    if short > 0 {
      say(
        "\(most.value.inGroups) mã có \(longest) chữ số, \(short.inGroups) mã ngắn hơn: có lẽ đã mất số 0 ở đầu",
        "\(most.value.inGroups) codes have \(longest) digits, \(short.inGroups) are shorter: they may have lost zeros"
      )
    } else {
      say("mọi mã có \(longest) chữ số", "every code has \(longest) digits")
    }
  }
}
