import Diagnostics
import StageKit
import Tables

/// Every row has a value.
struct RequiredCheck: Check {
  let column: Int?
  private let place: Int
  init(_ place: Int) { (column, self.place) = (place, place) }

  func judge(_ batch: Batch, _ keys: BatchKeys) -> Judged {
    Judged(failed: batch.columns[place].validity.flatMap { (~$0).orNone })
  }
  func fault(_ row: Int, _ batch: Batch, _ keys: BatchKeys, _ names: Names) -> Fault {
    let name = names.name(place)
    let reason = batch.columns[place].missingReason(row) ?? .blank
    if reason == .invalid {
      let type = names.fields[place].type.phrase
      return Fault(
        code: "validate.required",
        what: Phrase(
          vi: "'\(name)' có ghi, nhưng không đọc được thành \(type.vi)",
          en: "'\(name)' was written, but could not be read as \(type.en)"),
        mend: Phrase(
          vi: "sửa ô như bước đọc tệp đã báo", en: "mend the cell as the step that read it has told"),
        isOwn: false)
    }
    let word = reason.word
    return Fault(
      code: "validate.required",
      what: Phrase(
        vi: "'\(name)' phải có giá trị, nhưng \(word.vi)",
        en: "'\(name)' must have a value, and is \(word.en)"),
      mend: Phrase(vi: "điền theo phiếu gốc", en: "fill it in from the form"))
  }
}
extension MissingReason {
  fileprivate var word: Phrase {
    switch self {
    case .blank: Phrase(vi: "để trống", en: "blank")
    case .notApplicable: Phrase(vi: "ghi là không áp dụng", en: "said not to apply")
    case .notReported: Phrase(vi: "ghi là chưa báo cáo", en: "said not to be reported")
    case .withheld: Phrase(vi: "bị giữ kín", en: "withheld")
    case .invalid: Phrase(vi: "không đọc được", en: "not readable")
    }
  }
}

/// Numbers and days lie in a range.
struct RangeCheck: Check {
  let column: Int?
  private let place: Int
  private let bounds: Bounds
  private let text: String
  init(_ place: Int, _ bounds: Bounds, _ text: String) {
    (column, self.place, self.bounds, self.text) = (place, place, bounds, text)
  }

  func judge(_ batch: Batch, _ keys: BatchKeys) -> Judged {
    Judged(failed: bounds.outside(batch.columns[place]), seen: batch.columns[place].validity)
  }
  func fault(_ row: Int, _ batch: Batch, _ keys: BatchKeys, _ names: Names) -> Fault {
    let (name, value) = (names.name(place), names.shown(place, row, batch))
    return Fault(
      code: "validate.range",
      what: Phrase(
        vi: "'\(name)' là \(value), phải trong khoảng \(text)",
        en: "'\(name)' is \(value), and must be in \(text)"),
      mend: .compareWithForm)
  }
}

/// Numbers are as large as usual, not so many times as large or as small.
struct SlipCheck: Check {
  let column: Int?
  private let place: Int
  private let bounds: Bounds
  private let factor: Int
  private let text: String
  init(_ place: Int, _ bounds: Bounds, factor: Int, _ text: String) {
    (column, self.place, self.bounds, self.factor, self.text) = (place, place, bounds, factor, text)
  }

  func judge(_ batch: Batch, _ keys: BatchKeys) -> Judged {
    Judged(failed: bounds.outside(batch.columns[place]), seen: batch.columns[place].validity)
  }
  func fault(_ row: Int, _ batch: Batch, _ keys: BatchKeys, _ names: Names) -> Fault {
    let (name, value) = (names.name(place), names.shown(place, row, batch))
    let number = Int128(batch.columns[place].whole(row))
    let (larger, smaller) = bounds.scaled(by: Int64(factor))
    func slip(_ vi: String, _ en: String) -> Fault {
      Fault(
        code: "validate.unit-slip",
        what: Phrase(
          vi:
            "'\(name)' là \(value), có vẻ ghi nhầm đơn vị: \(vi) \(factor) lần so với khoảng thường gặp \(text)",
          en:
            "'\(name)' is \(value), which looks like another unit: \(en) by a factor of \(factor) for the usual \(text)"
        ),
        mend: Phrase(
          vi: "xem phiếu gốc ghi theo đơn vị nào rồi sửa", en: "look which unit the form is in, and mend it"))
    }
    if number >= larger.0, number <= larger.1 { return slip("lớn gấp", "too large") }
    if number >= smaller.0, number <= smaller.1 { return slip("nhỏ hơn", "too small") }
    return Fault(
      code: "validate.range",
      what: Phrase(
        vi: "'\(name)' là \(value), ngoài khoảng thường gặp \(text)",
        en: "'\(name)' is \(value), outside of what is usual, \(text)"), mend: .compareWithForm)
  }
}

/// Numbers, days and answers are some of a list.
struct NumbersCheck: Check {
  let column: Int?
  private let place: Int
  private let allowed: [Int64]
  private let text: String
  init(_ place: Int, _ allowed: [Int64], _ text: String) {
    (column, self.place, self.allowed, self.text) = (place, place, allowed.sorted(), text)
  }

  func judge(_ batch: Batch, _ keys: BatchKeys) -> Judged {
    let column = batch.columns[place]
    let failed: Bitmap? =
      switch column {
      case .int(let c): others(c.values)
      case .decimal(let c): others(c.units.values)
      case .date(let c): others(c.values)
      case .bool(let c): .asking(c.bits.count) { !allowed.contains(c.bits[$0] ? 1 : 0) }
      case .text, .double: nil
      }
    return Judged(failed: failed.limited(to: column.validity), seen: column.validity)
  }
  private func others<Number: FixedWidthInteger>(_ values: [Number]) -> Bitmap? {
    values.withUnsafeBufferPointer { values in
      allowed.withUnsafeBufferPointer { allowed in
        .asking(values.count) { row in
          let value = Int64(values[row])
          for one in allowed where one == value { return false }
          return true
        }
      }
    }
  }
  func fault(_ row: Int, _ batch: Batch, _ keys: BatchKeys, _ names: Names) -> Fault {
    let (name, value) = (names.name(place), names.shown(place, row, batch))
    return Fault(
      code: "validate.values",
      what: Phrase(
        vi: "'\(name)' là \(value), phải là một trong \(text)",
        en: "'\(name)' is \(value), and must be one of \(text)"),
      mend: .compareWithForm)
  }
}

extension Bounds {
  /// The rows whose number lies outside; `nil` when there are none.
  func outside(_ column: Column) -> Bitmap? {
    switch column {
    case .int(let c): outside(c)
    case .decimal(let c): outside(c.units)
    case .date(let c): outside(c)
    case .text, .bool, .double: nil
    }
  }
  private func outside<Number: FixedWidthInteger & SignedInteger & Sendable>(_ cells: Values<Number>)
    -> Bitmap?
  {
    let (low, high) = (Number(clamping: low), Number(clamping: high))
    guard isEmpty || Self.mayBeOutside(cells.values, low, high) else { return nil }
    let isEmpty = isEmpty
    let inside = cells.test { !isEmpty && $0 >= low && $0 <= high }.bits
    return (~inside).orNone.limited(to: cells.validity)
  }
  /// Whether any number may lie outside, in a loop that the compiler makes wide; it is never wrong when it says no.
  ///
  /// A difference that does not fit has the wrong sign, but then the other has the right one.
  @inline(__always) private static func mayBeOutside<Number: FixedWidthInteger & SignedInteger>(
    _ values: [Number], _ low: Number, _ high: Number
  ) -> Bool {
    var signs = 0 as Number
    values.withUnsafeBufferPointer { values in
      for value in values { signs |= (value &- low) | (high &- value) }
    }
    return signs < 0
  }
}
extension Column {
  /// A number or a day in its units.
  func whole(_ row: Int) -> Int64 {
    switch self {
    case .int(let c): c.values[row]
    case .decimal(let c): c.units.values[row]
    case .date(let c): Int64(c.values[row])
    case .bool(let c): c.bits[row] ? 1 : 0
    case .text, .double: 0
    }
  }
}
extension Phrase {
  static let compareWithForm = Phrase(
    vi: "đối chiếu với phiếu gốc rồi sửa", en: "compare it with the form and mend it")
}
