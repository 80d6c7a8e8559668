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
      for index in columns.indices {
        guard let fault = append(group, index, to: &columns[index]) else { continue }
        note(fault, group, index, &findings)
      }
    }
    let places = order.lazy.map { [places] group in
      let place = places[group]
      return Origin.Place(file: place.file, line: place.line)
    }
    return Batch(
      (keyColumns + columns).map(\.column), count: order.count, origin: Origin(places))
  }

  /// What was wrong with a cell.
  private enum Fault { case differs, overflow }
  /// Appends the cell of a group.
  private func append(_ group: Int, _ index: Int, to column: inout ColumnBuilder) -> Fault? {
    let cell = group * aggregates.count + index
    let seen = seen[cell]
    switch ways[index] {
    case .first where !seen.contains(.differs):
      column.append(first: firsts[index]?[group] ?? [])
      return nil
    case .first:
      column.append(missing: .invalid)
      return .differs
    case .any where seen.contains(.yes): _ = column.append(bool: true)
    case .all where seen.contains(.no): _ = column.append(bool: false)
    case .any where seen.missing == nil: _ = column.append(bool: false)
    case .all where seen.missing == nil: _ = column.append(bool: true)
    case .any, .all:
      column.append(missing: seen.missing ?? .invalid)
      return seen.contains(.overflow) ? .overflow : nil
    case .count, .sum, .min, .max:
      if seen.missing == nil, column.append(whole: Int64(exactly: numbers[cell])) { return nil }
      let isTooLarge = seen.missing == nil || seen.contains(.overflow)
      column.append(missing: isTooLarge ? .invalid : seen.missing ?? .invalid)
      return isTooLarge ? .overflow : nil
    }
    return nil
  }
  private func note(_ fault: Fault, _ group: Int, _ index: Int, _ findings: inout Findings) {
    let (place, name) = (places[group], aggregates[index].name)
    switch fault {
    case .differs:
      findings.add(
        "rollup.differs", file: place.file, line: place.line, column: name,
        Phrase(
          vi: "các dòng của \(words(group)) không cùng một '\(name)', ô để trống",
          en: "the rows of \(words(group)) do not have one '\(name)', and the cell is left missing"))
    case .overflow:
      findings.add(
        "rollup.overflow", file: place.file, line: place.line, column: name,
        Phrase(
          vi:
            "'\(name)' của \(words(group)) có số không ghi được bằng 64 bit, ô để trống; xem lại các dòng của nhóm và đơn vị tính",
          en:
            "a number in '\(name)' of \(words(group)) does not fit in 64 bits, and the cell is left missing; look at its rows and their unit"
        ))
    }
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
      vi: "có \(keyless) dòng thiếu khóa nên không được gộp; đây là dòng đầu tiên",
      en: "rows without a key, which are in no group: \(keyless); this is the first of them")
  }
}
