import StageKit
import Tables

/// The columns by which households are compared.
struct DuplicateColumns: Sendable {
  let id: ColumnRef<String>
  let head: ColumnRef<String>
  let commune: ColumnRef<String>
  let birthDate: ColumnRef<Day>?
  let birthYear: ColumnRef<Int64>?
  let sex: ColumnRef<String>?
  let citizenID: ColumnRef<String>?

  /// The columns of the list: two households, where they were read, how much speaks for it and what agrees.
  var output: Schema {
    let guarded = [id.field, head.field].map(\.sensitivity).max() ?? .personal
    let from = [id.field.name, head.field.name]
    return Schema([
      Field("first", .text, .code, sensitivity: id.field.sensitivity, from: [id.field.name]),
      Field("second", .text, .code, sensitivity: id.field.sensitivity, from: [id.field.name]),
      Field("first_place", .text, .label, sensitivity: guarded, from: from),
      Field("second_place", .text, .label, sensitivity: guarded, from: from),
      Field("weight", .decimal(scale: 2), .amount, unit: "bit", sensitivity: guarded, from: from),
      Field("agrees", .text, .label, sensitivity: guarded, from: from),
    ])
  }

  /// The search for pairs among rows.
  func search(_ rows: Batch, least: Int64) -> DuplicateSearch {
    let names = NameParts(rows[head], count: rows.count)
    let communes = numbers(rows, commune)
    let birth = births(rows)
    var fields: [(name: String, weights: FieldWeights)] = [
      ("given_name", FieldWeights(names.given, bare: names.bareGiven, matching: 950)),
      ("middle_name", FieldWeights(names.middle, bare: names.bareMiddle, matching: 900)),
      ("family_name", FieldWeights(names.family, bare: names.bareFamily, matching: 970)),
      ("birth_year", FieldWeights(birth.year, matching: 980)),
      ("commune", FieldWeights(communes, matching: 800)),
    ]
    if birthDate != nil {
      fields.append(("birth_month", FieldWeights(birth.month, matching: 970)))
      fields.append(("birth_day", FieldWeights(birth.day, matching: 950)))
    }
    if let sex { fields.append(("sex", FieldWeights(numbers(rows, sex), matching: 980))) }
    func key(_ a: Int32, _ b: Int32) -> Int64 { a < 0 || b < 0 ? -1 : Int64(a) << 32 | Int64(b) }
    var blocks = [
      zip(birth.year, names.bareGiven).map { key($0, $1) }, zip(communes, names.bare).map { key($0, $1) },
    ]
    if let citizenID {
      fields.append(("citizen_id", FieldWeights(numbers(rows, citizenID), matching: 970)))
      blocks.append(numbers(rows, citizenID, last: 6).map(Int64.init))
    }
    return DuplicateSearch(fields: fields, blocks: blocks, least: least, largestBlock: 4_000)
  }

  /// The list of pairs.
  func listed(_ pairs: [DuplicateSearch.Pair], _ search: DuplicateSearch, _ rows: Batch) -> Batch {
    var columns = output.fields.map { ColumnBuilder($0.type) }
    let ids = rows[id]
    for pair in pairs {
      for (place, row) in [pair.first, pair.second].enumerated() {
        if rows.columns[id.index].isMissing(row) {
          columns[place].append(missing: .blank)
        } else {
          columns[place].append(text: ids[row])
        }
        let file = rows.origin.file(of: row)
        let text = file.isEmpty ? "" : "\(file):\(rows.origin.line(of: row))"
        columns[place + 2].append(Array(text.utf8)[...])
      }
      columns[4].append(units: (pair.weight * 100 + BinaryLogarithm.unit / 2) / BinaryLogarithm.unit)
      columns[5].append(text: Array(search.agreeing(pair).utf8))
    }
    return Batch(columns.map(\.column), count: pairs.count)
  }

  /// A number for each text, or for its last letters; -1 where it is missing, or has fewer.
  private func numbers(_ rows: Batch, _ column: ColumnRef<String>, last: Int = 0) -> [Int32] {
    var numbering = Numbering()
    let texts = rows[column]
    return (0..<rows.count).map { row in
      guard texts.validity.map({ $0[row] }) ?? true else { return -1 }
      let text = texts[row]
      guard text.count >= last else { return -1 }
      return numbering.number(of: String(decoding: last > 0 ? text.suffix(last) : text, as: UTF8.self))
    }
  }
  /// Year, month and day of birth as numbers; years outside of 1800 to 2200 are taken as missing.
  private func births(_ rows: Batch) -> (year: [Int32], month: [Int32], day: [Int32]) {
    var found = (year: [Int32](), month: [Int32](), day: [Int32]())
    for row in 0..<rows.count {
      var (year, month, day) = (-1 as Int32, -1 as Int32, -1 as Int32)
      if let birthDate, !rows.columns[birthDate.index].isMissing(row) {
        let civil = Day(number: rows[birthDate].values[row]).civil
        (year, month, day) = (Int32(civil.year), Int32(civil.month), Int32(civil.day))
      } else if let birthYear, !rows.columns[birthYear.index].isMissing(row) {
        year = Int32(clamping: rows[birthYear].values[row])
      }
      found.year.append((1800...2200).contains(year) ? year : -1)
      found.month.append(month)
      found.day.append(day)
    }
    return found
  }
}
