import Diagnostics
public import StageKit
public import Tables

extension RollUpState {
  /// Gives a row a group, in the order of keys, and notes what could not be rolled up.
  public func finish(_ findings: inout Findings) -> Batch {
    if keyless > 0 {
      let place = keylessPlace[0]
      findings.add("rollup.no-key", file: place.file, line: place.line, column: keys.first?.name, noKey)
    }
    var keyColumns = keys.map { ColumnBuilder($0.type) }
    var columns = aggregates.map { ColumnBuilder($0.type) }
    let order = groups.sorted
    for group in order {
      var key = groups[group]
      for index in keyColumns.indices { keyColumns[index].append(fromKey: &key) }
      for (index, aggregate) in aggregates.enumerated() {
        if let what = append(aggregate, index, group, to: &columns[index]) {
          let place = places[group]
          switch what {
          case .differs:
            findings.add(
              "rollup.differs", file: place.file, line: place.line, column: aggregate.name,
              differs(aggregate, group))
          case .overflow:
            findings.add(
              "rollup.overflow", file: place.file, line: place.line, column: aggregate.name,
              overflow(aggregate, group))
          }
        }
      }
    }
    return Batch(
      (keyColumns + columns).map(\.column), count: order.count,
      origin: Origin(
        order.lazy.map { (group) in Origin.Place(file: places[group].file, line: places[group].line) }))
  }

  /// What was wrong with a cell.
  private enum Fault { case differs, overflow }
  /// Appends the cell of a group.
  private func append(
    _ aggregate: Aggregate, _ index: Int, _ group: Int, to column: inout ColumnBuilder
  ) -> Fault? {
    let cell = group * aggregates.count + index
    let seen = seen[cell]
    switch aggregate.way {
    case .first:
      guard !seen.contains(.differs) else {
        column.append(missing: .invalid)
        return .differs
      }
      column.append(first: firsts[index]?[group] ?? [])
    case .any where seen.contains(.yes): _ = column.append(bool: true)
    case .all where seen.contains(.no): _ = column.append(bool: false)
    case .any, .all:
      if let reason = seen.missing {
        column.append(missing: reason)
        return seen.contains(.overflow) ? .overflow : nil
      }
      _ = column.append(bool: aggregate.way == .all)
    case .count, .sum, .min, .max:
      if seen.missing == nil, column.append(whole: Int64(exactly: numbers[cell])) { return nil }
      let isTooLarge = seen.missing == nil || seen.contains(.overflow)
      column.append(missing: isTooLarge ? .invalid : seen.missing ?? .invalid)
      return isTooLarge ? .overflow : nil
    }
    return nil
  }

  private func words(_ group: Int) -> String {
    var key = groups[group]
    return keys.map { column in
      var cell = ColumnBuilder(column.type)
      cell.append(fromKey: &key)
      return "\(column.name) '\(cell.column.words(0))'"
    }.joined(separator: ", ")
  }
  private var noKey: Phrase {
    Phrase(
      vi: "\(keyless) dòng không có khóa nên không được gộp; đây là dòng đầu tiên",
      en: "\(keyless) rows have no key and are in no group; this is the first of them")
  }
  private func differs(_ aggregate: Aggregate, _ group: Int) -> Phrase {
    Phrase(
      vi: "các dòng của \(words(group)) không cùng một '\(aggregate.name)', ô để trống",
      en: "the rows of \(words(group)) do not have one '\(aggregate.name)', and the cell is left missing")
  }
  private func overflow(_ aggregate: Aggregate, _ group: Int) -> Phrase {
    Phrase(
      vi: "'\(aggregate.name)' của \(words(group)) có số không ghi được bằng 64 bit, ô để trống",
      en:
        "a number in '\(aggregate.name)' of \(words(group)) does not fit in 64 bits, and the cell is left missing"
    )
  }
}
