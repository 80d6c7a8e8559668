import Tables

/// The numbers of a column that are added up; a cell that is missing, or that cannot be, is a 0 that is known to be none.
struct Summands {
  private(set) var values: [Int64]
  /// Which rows have a number; `nil` when all have.
  private(set) var validity: Bitmap?
  /// How many rows have a number that cannot be, and so have none.
  private(set) var refused: Int64 = 0

  init(_ column: Column) {
    switch column {
    case .int(let cells): (values, validity) = (cells.values, cells.validity)
    case .decimal(let cells): (values, validity) = (cells.units.values, cells.units.validity)
    case .bool(let cells):
      var values = [Int64](repeating: 0, count: cells.bits.count)
      cells.isTrue.forEachRow { values[$0] = 1 }
      (self.values, validity) = (values, cells.validity)
    case .double, .text, .date: preconditionFailure("only exact columns are summed; the planner checks")
    }
  }
  /// The same without the numbers of some rows.
  private func refusing(_ rows: Bitmap) -> Summands {
    let wrong = validity.map { rows & $0 } ?? rows
    let count = wrong.trueCount
    guard count > 0 else { return self }
    var kept = self
    wrong.forEachRow { kept.values[$0] = 0 }
    kept.validity = validity.map { $0 & ~wrong } ?? ~wrong
    kept.refused = Int64(count)
    return kept
  }
  /// The same as numbers of members: a household has at least one.
  var ofMembers: Summands { refusing(Values(values).test { $0 < 1 }.bits) }

  /// The numbers of deprivations; `nil` when there is no such column.
  ///
  /// A number that is not that of the flags of its row is none; where a flag is missing, or an indicator has no flag, it may be
  /// one more. Flags that a standard does not have may be in it or not.
  init?(numberOf measures: Measures, _ batch: Batch) {
    guard let column = measures.deprivationCount else { return nil }
    let counts = Summands(batch.columns[column])
    let extra = measures.otherFlags?.extra ?? []
    let most = Int64(measures.otherFlags?.missing.count ?? 0)
    func wrong(without left: [String], upTo most: Int64) -> Bitmap {
      let flags = measures.flags.compactMap { flag -> Bools? in
        guard case .bool(let cells) = batch.columns[flag.column], !left.contains(flag.id) else { return nil }
        return cells
      }
      var over = Bitmap.counts(flags.map(\.isTrue), count: batch.count)
      for row in over.indices { over[row] = counts.values[row] &- over[row] }
      let open = flags.compactMap { $0.validity.map { ~$0 } }
      let missing = open.isEmpty ? [] : Bitmap.counts(open, count: batch.count)
      for row in missing.indices where over[row] > 0 { over[row] = max(0, over[row] - missing[row]) }
      return Values(over).test { $0 < 0 || $0 > most }.bits
    }
    let ofStandard = wrong(without: extra, upTo: most)
    self = counts.refusing(extra.isEmpty ? ofStandard : ofStandard & wrong(without: [], upTo: 0))
  }
}
