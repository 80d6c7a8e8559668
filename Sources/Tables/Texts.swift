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
    var out = Texts()
    for row in rows { out.append(self[row]) }
    (out.validity, out.reasons) = (validity.gathered(rows), reasons.gathered(rows))
    return out
  }
}
