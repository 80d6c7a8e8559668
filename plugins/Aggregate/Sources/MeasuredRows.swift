import Standards
import Tables

/// The measures of the rows of a batch, as bits and numbers that are added without asking again what they mean.
struct MeasuredRows {
  /// The class of each row: the place of its word among the classes, or one more for none.
  let classes: [UInt8]
  /// How many rows have something that cannot be.
  private(set) var wrong = WrongRows()
  /// The rows that each count of flags counts.
  let flags: [(measure: Int, rows: Bitmap)]
  /// Numbers to be summed, over some rows or all.
  let sums: [(sum: Int, values: [Int64], over: Bitmap?)]
  /// The rows that lack what a measure is made of, by its bit.
  let unknown: [(bit: Int, rows: Bitmap)]
  /// For which measures, by bit, some row has what they are made of.
  let seen: [UInt64]

  init(_ batch: Batch, _ measures: Measures) {
    let (classes, strangers) = Self.classes(batch.columns[measures.classColumn], batch.count)
    (self.classes, wrong.classes) = (classes, strangers)
    func rows(of word: HouseholdClass) -> Bitmap {
      let code = word.code
      return Values(classes).test { $0 == code }.bits
    }
    let ofClass = [HouseholdClass.poor, .nearPoor].map { rows(of: $0) }
    let ofAverage = measures.sums.contains { $0.over == .average } ? rows(of: .average) : nil
    var flags: [(measure: Int, rows: Bitmap)] = []
    var sums: [(sum: Int, values: [Int64], over: Bitmap?)] = []
    var unknown: [(bit: Int, rows: Bitmap)] = []
    var seen = [UInt64](repeating: 0, count: measures.maskWords)
    func note(_ bit: Int, _ validity: Bitmap?, _ over: Bitmap?) {
      if let validity {
        let lacking = over.map { $0 & ~validity } ?? ~validity
        if !lacking.isEmpty { unknown.append((bit, lacking)) }
      }
      if validity.map({ !$0.isEmpty }) ?? true { seen[bit >> 6] |= 1 << UInt64(bit & 63) }
    }
    for (index, flag) in measures.flags.enumerated() {
      guard case .bool(let cells) = batch.columns[flag.column] else { continue }
      let isTrue = cells.isTrue
      for (place, over) in [nil, ofClass[0], ofClass[1]].enumerated() {
        let measure = Measures.plainCounts + index * Measures.flagClasses.count + place
        flags.append((measure, over.map { $0 & isTrue } ?? isTrue))
        note(measures.bit(count: measure), cells.validity, over)
      }
    }
    let members = measures.sums.first { $0.isOfMembers }.map { Summands(batch.columns[$0.column]).ofMembers }
    for (index, sum) in measures.sums.enumerated() {
      let cells = (sum.isOfMembers ? members : nil) ?? Summands(batch.columns[sum.column])
      let over = sum.over.flatMap { $0 == .average ? ofAverage : $0 == .poor ? ofClass[0] : ofClass[1] }
      sums.append((index, cells.values, over))
      note(measures.bit(sum: index), cells.validity, over)
    }
    if let cells = Summands(numberOf: measures, batch) {
      wrong.counts = cells.refused
      sums.append((measures.sums.count, cells.values, ofClass[0]))
      note(measures.bit(sum: measures.sums.count), cells.validity, ofClass[0])
    }
    wrong.members = members?.refused ?? 0
    (self.flags, self.sums, self.unknown, self.seen) = (flags, sums, unknown, seen)
  }

  /// The class of each row by its word.
  private static func classes(_ column: Column, _ count: Int) -> ([UInt8], Int64) {
    let none = UInt8(HouseholdClass.allCases.count)
    guard case .text(let texts) = column else { return (Array(repeating: none, count: count), 0) }
    let words = HouseholdClass.allCases.map { Array($0.rawValue.utf8) }
    var strangers = 0 as Int64
    let classes = [UInt8](unsafeUninitializedCapacity: count) { classes, filled in
      texts.offsets.withUnsafeBufferPointer { offsets in
        texts.bytes.withUnsafeBufferPointer { bytes in
          for row in 0..<count {
            let (start, end) = (Int(offsets[row]), Int(offsets[row + 1]))
            var found = none
            for code in 0..<words.count where words[code].count == end - start {
              if bytes[start] == words[code][0], areEqual(bytes, start, words[code]) {
                found = UInt8(code)
                break
              }
            }
            if found == none, !column.isMissing(row) { strangers += 1 }
            classes.initializeElement(at: row, to: found)
          }
        }
      }
      filled = count
    }
    return (classes, strangers)
  }
}

@inline(__always) private func areEqual(
  _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ word: [UInt8]
) -> Bool {
  for i in 1..<word.count where bytes[start + i] != word[i] { return false }
  return true
}
extension Bitmap {
  /// Whether no bit is set.
  fileprivate var isEmpty: Bool { words.allSatisfy { $0 == 0 } }
}
