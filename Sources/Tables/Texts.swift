/// Texts end to end in one buffer; cell `i` is `bytes[offsets[i]..<offsets[i + 1]]`.
///
/// One column holds less than 4 GiB.
public struct Texts: Sendable, Hashable {
  /// Where each cell begins, and where the last ends.
  ///
  public var offsets: [UInt32] = [0]
  /// All cells, UTF-8.
  public var bytes: [UInt8] = []
  /// Which cells are there; `nil` when all are.
  public var validity: Bitmap?
  /// Why the others are not; `nil` when all of them are blank.
  public var reasons: Reasons?
  /// No cells yet.
  public init() {}
  /// The bytes of a cell; none when it is missing.
  public subscript(row: Int) -> ArraySlice<UInt8> {
    bytes[Int(offsets[row])..<Int(offsets[row + 1])]
  }
  /// Whether two cells are the same bytes.
  func isSame(_ a: Int, _ b: Int) -> Bool {
    let (first, second) = (Int(offsets[a]), Int(offsets[b]))
    let count = Int(offsets[a + 1]) - first
    guard Int(offsets[b + 1]) - second == count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      for place in 0..<count where bytes[first + place] != bytes[second + place] { return false }
      return true
    }
  }
  /// Adds a cell; `validity` is set by the caller.
  public mutating func append(_ text: some Collection<UInt8>) {
    bytes.append(contentsOf: text)
    offsets.append(UInt32(bytes.count))
  }

  /// The cells of some rows, in the order given.
  func gathered(_ rows: [Int]) -> Texts {
    var out = copied(rows.count) { rows[$0] }
    (out.validity, out.reasons) = (validity.gathered(rows), reasons.gathered(rows))
    return out
  }

  /// Cells one after another, of which the row of each is asked for; a negative row gives none.
  ///
  /// The bytes of rows that follow one another are copied at once.
  @inline(__always) func copied(_ count: Int, _ row: (Int) -> Int) -> Texts {
    var out = Texts()
    var total = 0
    offsets.withUnsafeBufferPointer { from in
      out.offsets = [UInt32](unsafeUninitializedCapacity: count + 1) { to, filled in
        to[0] = 0
        for cell in 0..<count {
          let row = row(cell)
          if row >= 0 { total += Int(from[row + 1] - from[row]) }
          to[cell + 1] = UInt32(total)
        }
        filled = count + 1
      }
    }
    out.bytes = bytes(of: count, row, total: total)
    return out
  }
  @inline(__always) private func bytes(of count: Int, _ row: (Int) -> Int, total: Int) -> [UInt8] {
    guard total > 0 else { return [] }
    return [UInt8](unsafeUninitializedCapacity: total) { to, filled in
      var cell = 0
      while cell < count {
        let first = row(cell)
        cell += 1
        guard first >= 0 else { continue }
        var end = first + 1
        while cell < count, row(cell) == end { (cell, end) = (cell + 1, end + 1) }
        let (start, stop) = (Int(offsets[first]), Int(offsets[end]))
        bytes.withUnsafeBufferPointer { cells in
          _ = UnsafeMutableBufferPointer(rebasing: to[filled...]).update(
            fromContentsOf: UnsafeBufferPointer(rebasing: cells[start..<stop]))
        }
        filled += stop - start
      }
    }
  }
}
