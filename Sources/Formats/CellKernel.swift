import Tables

/// How cells of one type are read: at a glance where they are written plainly, else with all care.
///
/// A kernel is a type of its own, so that the loop over a column is compiled for it.
protocol CellKernel {
  /// What a cell is.
  associatedtype Value
  /// What stands at a missing cell.
  static var none: Value { get }
  /// The value of the bytes from `start` to `end`, which are at least one; `nil` when they need care.
  func glance(_ text: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> Value?
  /// The value of a cell without spaces around it; `nil` when it is not of the type.
  func read(_ text: ArraySlice<UInt8>) -> Value?
  /// The value of a number of JSON; `nil` when the type takes none, or not this one.
  func read(number: ArraySlice<UInt8>) -> Value?
  /// The value of `true` or `false` of JSON; `nil` when the type takes none.
  func read(answer: Bool) -> Value?
}
extension CellKernel {
  func read(number: ArraySlice<UInt8>) -> Value? { nil }
  func read(answer: Bool) -> Value? { nil }
}

/// What is wrong with a cell.
enum CellFault: Sendable {
  /// It is not of the column's type, and therefore missing.
  case value
  /// It has fewer digits than the codes of the column, as when a spreadsheet took it for a number; it stays as written.
  case lostZeros
  /// It is no code as the column has them; it stays as written.
  case code
}

/// The missing cells of a column, few as they mostly are.
struct CellGaps {
  private var gaps: [(row: Int, reason: MissingReason)] = []
  /// The rows whose cells were not of the column's type.
  var wrong: [Int] { gaps.filter { $0.reason == .invalid }.map(\.row) }

  mutating func add(_ row: Int, _ reason: MissingReason) { gaps.append((row, reason)) }
  /// Which of `count` cells are there; `nil` when all are.
  func validity(_ count: Int) -> Bitmap? {
    guard !gaps.isEmpty else { return nil }
    var bits = Bitmap(repeating: true, count: count)
    for gap in gaps { bits[gap.row] = false }
    return bits
  }
  /// Why the others are not; `nil` when all of them are blank.
  func reasons(_ count: Int) -> Reasons? {
    guard gaps.contains(where: { $0.reason != .blank }) else { return nil }
    var codes = Array(repeating: MissingReason.blank, count: count)
    for gap in gaps { codes[gap.row] = gap.reason }
    return Reasons(codes)
  }
}

/// One column of rows that are not read yet.
struct CellColumn<Rows: CellRows> {
  let rows: Rows
  /// The number of the field.
  let field: Int
  let rule: ColumnRule
  /// The words for missing values.
  let words: WordSieve
  /// What a cell without any byte means.
  let blank: MissingReason

  init(_ rows: Rows, _ field: Int, _ rule: ColumnRule, _ words: WordSieve) {
    (self.rows, self.field, self.rule, self.words) = (rows, field, rule, words)
    blank = rule.missing[[]] ?? .blank
  }
  /// Reads every cell.
  @inline(__always) func read<Kernel: CellKernel>(
    _ kernel: Kernel, _ gaps: inout CellGaps
  ) -> [Kernel.Value] {
    let (count, width, text) = (rows.count, rows.width, rows.text)
    let words = words.isEmpty ? nil : words
    return Array(unsafeUninitializedCapacity: count) { values, used in
      var next = rows.fields + field
      for row in 0..<count {
        let cell = next.pointee
        next += width
        let (start, end) = (Int(cell.start), Int(cell.end))
        let isShort = start >= end || cell.isCopied
        if !isShort, words?.mayHold(text, start, end) != true, let value = kernel.glance(text, start, end) {
          values.initializeElement(at: row, to: value)
        } else {
          values.initializeElement(at: row, to: careful(cell, row, kernel, &gaps))
        }
      }
      used = count
    }
  }
  @inline(never) private func careful<Kernel: CellKernel>(
    _ cell: CellField, _ row: Int, _ kernel: Kernel, _ gaps: inout CellGaps
  ) -> Kernel.Value {
    if cell.isEmpty {
      gaps.add(row, blank)
      return Kernel.none
    }
    let value: Kernel.Value?
    switch rows.cell(cell) {
    case .text(let text):
      let inner = text.trimmed
      if let reason = rule.reason(inner) {
        gaps.add(row, reason)
        return Kernel.none
      }
      value = kernel.read(inner)
    case .missing(let reason):
      gaps.add(row, reason)
      return Kernel.none
    case .number(let number): value = kernel.read(number: number)
    case .answer(let answer): value = kernel.read(answer: answer)
    case .nested: value = nil
    }
    guard let value else {
      gaps.add(row, .invalid)
      return Kernel.none
    }
    return value
  }
}
