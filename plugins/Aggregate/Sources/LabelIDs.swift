import Tables

/// Small numbers for the labels of a column of groups, in the order in which they come; 0 is a missing cell.
///
/// Texts are folded once each, however many rows have them.
struct LabelIDs: Sendable {
  private var texts = TextIDs()
  private var labels = TextIDs()
  /// The number of the label of each text.
  private var folded: [UInt32] = [0]
  /// Whether every text is its own label, so that their numbers are the same.
  private var isPlain = true

  /// The number of labels, the missing one counted.
  var count: Int { labels.count }
  /// The label with a number; `nil` for 0.
  func text(_ id: Int) -> ArraySlice<UInt8>? { labels.text(id) }
  /// The number of the label of a text, which is given one if it has none.
  mutating func id(of text: ArraySlice<UInt8>?) -> Int {
    let id = texts.id(of: text)
    foldMore()
    return Int(folded[id])
  }
  /// Takes the labels of others; gives the number of each here.
  mutating func join(_ others: LabelIDs) -> [Int] { (0..<others.count).map { id(of: others.text($0)) } }
  /// The numbers of the cells of a column.
  mutating func ids(of cells: Texts) -> [UInt32] {
    var ids = texts.ids(of: cells)
    foldMore()
    guard !isPlain else { return ids }
    folded.withUnsafeBufferPointer { folded in
      ids.withUnsafeMutableBufferPointer { ids in
        for row in ids.indices { ids[row] = folded[Int(ids[row])] }
      }
    }
    return ids
  }
  private mutating func foldMore() {
    for id in folded.count..<max(folded.count, texts.count) {
      guard let text = texts.text(id) else { continue }
      let label = UInt32(labels.id(of: GroupLabel.folded(text)[...]))
      if Int(label) != id { isPlain = false }
      folded.append(label)
    }
  }
}
