/// Words that stand for themselves however their letters are composed and whatever blanks stand around them.
///
/// Old portals write `Nông thôn` with marks of their own, and cells end in blanks: no reader sees a difference.
struct FoldedWords: Sendable {
  /// The words as they were given.
  let words: [[UInt8]]
  /// Their places by what a reader sees; of two that look alike the first.
  private let places: [String: Int]

  init(_ words: [[UInt8]]) {
    self.words = words
    // Strings are equal when their letters are, composed or not.
    places = Dictionary(words.enumerated().map { (Self.seen($1[...]), $0) }) { first, _ in first }
  }
  /// What a reader sees of a cell.
  static func seen(_ cell: ArraySlice<UInt8>) -> String {
    var scalars = String(decoding: cell, as: UTF8.self).unicodeScalars[...]
    while scalars.first?.properties.isWhitespace == true { scalars.removeFirst() }
    while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
    return String(scalars)
  }
  /// The place of a word.
  fileprivate func place(_ cell: ArraySlice<UInt8>) -> Int? {
    let seen = Self.seen(cell)
    return seen.isEmpty ? nil : places[seen]
  }
  /// Looks words up for the rows of one batch.
  var folding: Folding { Folding(words: self) }

  /// What was found for the texts of a batch, so that each text is looked at once.
  struct Folding {
    fileprivate let words: FoldedWords
    private var found: [ArraySlice<UInt8>: Int?] = [:]
    private var last: (cell: ArraySlice<UInt8>, place: Int?) = ([], nil)

    fileprivate init(words: FoldedWords) { self.words = words }
    /// The place of the word of a cell; `nil` when it has none.
    mutating func place(_ cell: ArraySlice<UInt8>) -> Int? {
      // Rows of one commune stand together, so the word of the row before is mostly that of the next.
      if last.cell.elementsEqual(cell) { return last.place }
      let place = found[cell] ?? words.place(cell)
      found[cell] = .some(place)
      last = (cell, place)
      return place
    }
    /// The word of a cell.
    mutating func word(_ cell: ArraySlice<UInt8>) -> [UInt8]? { place(cell).map { words.words[$0] } }
  }
}
