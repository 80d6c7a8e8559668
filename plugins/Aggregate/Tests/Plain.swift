import Tables

/// A fraction as a schoolbook has it, so that what the stages make can be held against something else than their own.
struct Plain: Equatable {
  let top: Int128
  let bottom: Int128

  init(_ top: Int128, _ bottom: Int128 = 1) {
    var (a, b) = (top.magnitude, bottom.magnitude)
    while b != 0 { (a, b) = (b, a % b) }
    let sign: Int128 = bottom < 0 ? -1 : 1
    self.top = sign * top / Int128(max(a, 1))
    self.bottom = sign * bottom / Int128(max(a, 1))
  }
  /// `nil` where there is nothing to divide by.
  static func of(_ top: Plain, _ bottom: Plain) -> Plain? {
    bottom.top == 0 ? nil : Plain(top.top * bottom.bottom, top.bottom * bottom.top)
  }
  static func + (a: Plain, b: Plain) -> Plain {
    Plain(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom)
  }
  static func - (a: Plain, b: Plain) -> Plain {
    Plain(a.top * b.bottom - b.top * a.bottom, a.bottom * b.bottom)
  }
  static func * (a: Plain, b: Plain) -> Plain { Plain(a.top * b.top, a.bottom * b.bottom) }
  static func >= (a: Plain, b: Plain) -> Bool { a.top * b.bottom >= b.top * a.bottom }

  /// Rounded once, half away from zero.
  func rounded(_ decimals: Int) -> String {
    var scale: Int128 = 1
    for _ in 0..<decimals { scale *= 10 }
    let size = Int128(top.magnitude)
    let units = (2 * size * scale + bottom) / (2 * bottom)
    let digits = String(units % scale)
    let sign = top < 0 && units != 0 ? "-" : ""
    return sign + "\(units / scale)." + String(repeating: "0", count: decimals - digits.count) + digits
  }
  /// As the table of measures shows it.
  func shown(_ decimals: Int) -> String { "\(top)/\(bottom) \(rounded(decimals))" }
}
extension Plain? {
  /// As the table of measures shows it; not applicable where there is none.
  func shown(_ decimals: Int) -> String { map { $0.shown(decimals) } ?? "n/a/n/a n/a" }
}

/// A household of which five things are asked.
struct Asked {
  var place = "00001"
  var area: String? = "rural"
  var lacks: [Bool?] = [false, false, false, false, false]
  var within: Bool? = true
  var members: Int64? = 4

  static let ids = ["water", "roof", "school", "care", "work"]
  static let schema = Schema(
    [Field("place", .text, .code), Field("area", .text, .label), Field("members", .int, .count)]
      + ["within"].map { Field($0, .bool, .flag) } + ids.map { Field("dep_\($0)", .bool, .flag) })

  static func batch(_ rows: [Asked]) -> Batch {
    var columns = schema.fields.map { ColumnBuilder($0.type) }
    for row in rows {
      columns[0].append(text: row.place.utf8)
      if let area = row.area {
        columns[1].append(text: area.utf8)
      } else {
        columns[1].append(missing: .blank)
      }
      columns[2].append(units: row.members)
      for (index, flag) in ([row.within] + row.lacks).enumerated()
      where !columns[3 + index].append(bool: flag) { columns[3 + index].append(missing: .blank) }
    }
    return Batch(columns.map(\.column), count: rows.count)
  }
  /// Households of three places, of which some cells are missing.
  static func some(_ seed: UInt64, _ count: Int, missing: Int = 25) -> [Asked] {
    var random = Random(state: seed)
    func maybe<T>(_ value: T, _ random: inout Random) -> T? { random.below(missing) == 0 ? nil : value }
    return (0..<count).map { _ in
      Asked(
        place: ["00001", "00002", "00003"][random.below(3)],
        area: maybe(random.below(3) == 0 ? "urban" : "rural", &random),
        lacks: ids.map { _ in maybe(random.below(5) < 2, &random) },
        within: maybe(random.below(4) > 0, &random), members: maybe(Int64(random.below(9)), &random))
    }
  }
}
