/// The rows of the next batch of JSON, cut into fields that are not read yet: one for every column.
struct JSONRows: CellRows {
  let width: Int
  /// The most rows.
  let limit: Int
  let text: UnsafeRawBufferPointer
  let fields: UnsafeMutablePointer<CellField>
  var places: [RecordPlace] = []
  private let piece: [UInt8]
  /// The values that are not read where they stand; the first are those of `constants`.
  private var odd = Self.constants

  /// Values that need no place of their own, each at its place among the odd ones.
  private static let constants: [JSONValue] = [.absent, .null, .bool(false), .bool(true)]
  /// There is no such member.
  static let absent = field(odd: 0)
  static let null = field(odd: 1)
  static func answer(_ answer: Bool) -> CellField { field(odd: answer ? 3 : 2) }
  private static func field(odd index: Int) -> CellField {
    CellField(start: UInt32(index) | CellField.mark, end: UInt32(index) + 1)
  }

  /// Gives `body` room for at most `limit` rows of a piece.
  static func with(_ piece: JSONPiece, width: Int, limit: Int, _ body: (inout JSONRows) -> Void) {
    // A row has at least its braces.
    let limit = max(min(limit, piece.bytes.count / 2 + 1), 1)
    withUnsafeTemporaryAllocation(of: CellField.self, capacity: limit * max(width, 1)) { room in
      piece.bytes.withUnsafeBytes { text in
        guard let fields = room.baseAddress else { return }
        var rows = JSONRows(width: width, limit: limit, text: text, fields: fields, piece: piece.bytes)
        rows.places.reserveCapacity(limit)
        body(&rows)
      }
    }
  }
  private init(
    width: Int, limit: Int, text: UnsafeRawBufferPointer, fields: UnsafeMutablePointer<CellField>,
    piece: [UInt8]
  ) { (self.width, self.limit, self.text, self.fields, self.piece) = (width, limit, text, fields, piece) }

  /// Some bytes of the piece.
  func bytes(_ range: Range<Int>) -> ArraySlice<UInt8> { piece[range] }
  /// The fields of the row that comes next.
  var next: UnsafeMutablePointer<CellField> { fields + count * width }
  /// Keeps a value that cannot be read where it stands.
  mutating func keep(_ value: JSONValue) -> CellField {
    switch value {
    case .absent: return Self.absent
    case .null: return Self.null
    case .bool(let answer): return Self.answer(answer)
    case .text, .number, .nested:
      odd.append(value)
      return Self.field(odd: odd.count - 1)
    }
  }
  /// Adds a row of values.
  mutating func add(_ values: [JSONValue], _ place: RecordPlace) {
    for (column, value) in values.enumerated() { next[column] = keep(value) }
    places.append(place)
  }
  /// Begins the next batch.
  mutating func removeAll() {
    places.removeAll(keepingCapacity: true)
    odd.removeLast(odd.count - Self.constants.count)
  }

  private func value(_ field: CellField) -> JSONValue {
    let (start, end) = (Int(field.start & ~CellField.mark), Int(field.end))
    guard !field.isCopied else { return odd[start] }
    let bytes = piece[start..<end]
    // What is read where it stands is a text inside quotes, a number, or one of two words.
    if text[start - 1] == 34 { return .text(bytes) }
    return bytes.first == UInt8(ascii: "t") || bytes.first == UInt8(ascii: "f")
      ? .bool(bytes.first == UInt8(ascii: "t")) : .number(bytes)
  }
  func cell(_ field: CellField) -> RawCell { value(field).cell }
  func shown(_ field: CellField) -> ArraySlice<UInt8> { value(field).shown }
  func length(_ field: CellField) -> Int {
    guard field.isCopied else { return Int(field.end) - Int(field.start) }
    if case .text(let text) = value(field) { return text.count }
    return 0
  }
}
