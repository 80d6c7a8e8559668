import Tables

/// The computing of one batch.
struct Evaluation {
  let batch: Batch
  var rows: Int { batch.count }

  /// The rows that a result of two sides has: one when both are the same for all rows.
  func rows<A, B>(_ a: Lane<A>, _ b: Lane<B>) -> Int { a.isConstant && b.isConstant ? 1 : rows }

  /// Numbers for every row, with nothing at a missing cell.
  func finished(_ lane: Numbers) -> (Values<Int64>, Bitmap?) {
    var values = spread(lane).cells
    let overflow = finish(&values, lane)
    if let validity = values.validity {
      for row in (~validity).rows { values.values[row] = 0 }
    }
    return (values, overflow)
  }
  /// Answers for every row, with nothing at a missing cell.
  func finished(_ lane: BoolLane) -> (Bools, Bitmap?) {
    var bools = lane.cells
    let overflow = finish(&bools, lane)
    bools.bits = bools.isTrue
    return (bools, overflow)
  }
  /// Texts for every row, with nothing at a missing cell.
  func finished(_ lane: TextLane) -> (Texts, Bitmap?) {
    var texts = spread(lane).cells
    let overflow = finish(&texts, lane)
    guard let validity = texts.validity else { return (texts, overflow) }
    var out = Texts()
    out.bytes.reserveCapacity(texts.bytes.count)
    out.offsets.reserveCapacity(texts.offsets.count)
    for row in 0..<rows { out.append(validity[row] ? texts[row] : []) }
    (out.validity, out.reasons) = (texts.validity, texts.reasons)
    return (out, overflow)
  }
  /// Settles what is missing: also what did not fit, and no bitmap where nothing is.
  private func finish<Cells>(_ cells: inout Cells, _ lane: Lane<Cells>) -> Bitmap? {
    let overflow = lane.overflow(rows).flatMap { $0.trueCount == 0 ? nil : $0 }
    cells.validity = both(lane.validity(rows), overflow.map { ~$0 })
    guard let validity = cells.validity, !validity.allTrue else {
      (cells.validity, cells.reasons) = (nil, nil)
      return overflow
    }
    guard overflow != nil || lane.cells.reasons != nil else { return overflow }
    cells.reasons = Reasons(blankRows: rows, missing: validity) { row in
      overflow.map { $0[row] } ?? false ? .invalid : lane.reason(row)
    }
    return overflow
  }

  /// A cell for every row.
  func spread(_ lane: Numbers) -> Numbers {
    guard lane.isConstant else { return lane }
    let values = Array(repeating: lane.cells.values[0], count: rows)
    return Numbers(cells: Values(values, validity: lane.validity(rows)), overflow: lane.overflow(rows))
  }
  private func spread(_ lane: TextLane) -> TextLane {
    guard lane.isConstant else { return lane }
    var texts = Texts()
    for _ in 0..<rows { texts.append(lane.cells[0]) }
    texts.validity = lane.validity(rows)
    return TextLane(cells: texts, overflow: lane.overflow(rows))
  }
  /// A cell for every row; what compares two constants gives one.
  func spread(_ bools: Bools, _ overflow: Bitmap?, from count: Int) -> BoolLane {
    guard count == 1, rows != 1 else { return BoolLane(cells: bools, overflow: overflow) }
    let one = BoolLane(cells: bools, isConstant: true, overflow: overflow)
    let bits = Bitmap(repeating: bools.bits[0], count: rows)
    return BoolLane(cells: Bools(bits, validity: one.validity(rows)), overflow: one.overflow(rows))
  }
}
