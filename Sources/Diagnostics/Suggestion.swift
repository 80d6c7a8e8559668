extension Collection where Element == String {
  /// The candidate nearest to `word`, if at most a third of its letters differ.
  public func nearest(to word: String) -> String? {
    nearest(to: word, within: Swift.max(1, word.count / 3))
  }
  /// The candidate nearest to `word`, if at most so many of its letters differ.
  public func nearest(to word: String, within limit: Int) -> String? {
    let letters = Array(word)
    let scored = compactMap { candidate -> (String, Int)? in
      let other = Array(candidate)
      // The lengths alone tell most strangers apart, however long a word somebody wrote.
      guard abs(other.count - letters.count) <= limit else { return nil }
      return (candidate, editDistance(other, letters))
    }
    guard let best = scored.min(by: { ($0.1, $0.0) < ($1.1, $1.0) }), best.1 <= limit else { return nil }
    return best.0
  }
  /// The hint for a name that was not found: the nearest, or all of them, at most twenty.
  public func suggestion(for word: String) -> Phrase? {
    if let near = nearest(to: word) {
      return Phrase(vi: "có phải ý bạn là '\(near)'?", en: "did you mean '\(near)'?")
    }
    guard !isEmpty else { return nil }
    let names = prefix(20).joined(separator: ", ") + (count > 20 ? ", …" : "")
    return Phrase(vi: "có các tên: \(names)", en: "there are: \(names)")
  }
}

/// The number of characters to insert, remove or replace to make `b` of `a`.
private func editDistance(_ a: [Character], _ b: [Character]) -> Int {
  var row = Array(0...b.count)
  for i in a.indices {
    var diagonal = row[0]
    row[0] = i + 1
    for j in b.indices {
      let next = Swift.min(row[j] + 1, row[j + 1] + 1, diagonal + (a[i] == b[j] ? 0 : 1))
      diagonal = row[j + 1]
      row[j + 1] = next
    }
  }
  return row[b.count]
}
