import Tables

/// Where the rows of a stream stand, in runs in which each row is a line and a record after the one before.
///
/// A file of one line a record is one run, so that places cost nothing; a record of several lines begins a run.
struct PlaceRuns: Sendable {
  private struct Run: Sendable {
    let first: Int
    let place: Origin.Place
  }
  private var runs: [Run] = []
  /// The number of rows.
  private(set) var count = 0
  /// What the next row would stand at if it went on with the last run.
  private var next: Origin.Place?
  init() {}
  /// The number of runs.
  var runCount: Int { runs.count }

  /// Adds the rows of a batch.
  ///
  /// - Complexity: O(rows); one comparison each when every row is a line after the one before.
  mutating func add(_ origin: Origin, count rows: Int) {
    guard rows > 0 else { return }
    if origin.isOneRun(rows) {
      add(origin.place(of: 0), rows)
    } else {
      for row in 0..<rows { add(origin.place(of: row), 1) }
    }
  }
  private mutating func add(_ place: Origin.Place, _ rows: Int) {
    let place = Origin.Place(file: place.file, line: place.line, record: place.record)
    if place != next { runs.append(Run(first: count, place: place)) }
    count += rows
    next = place.moved(rows)
  }
  /// The place of a row by its number in the stream; its bytes are not known.
  subscript(row: Int) -> Origin.Place {
    var (low, high) = (0, runs.count)
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].first <= row { low = middle + 1 } else { high = middle }
    }
    let run = runs[max(low - 1, 0)]
    return run.place.moved(row - run.first)
  }
}

extension Origin.Place {
  /// The place some lines and records on.
  fileprivate func moved(_ rows: Int) -> Origin.Place {
    Origin.Place(file: file, line: line + rows, record: record.map { $0 + rows })
  }
}
