extension [UInt8] {
  /// Whether the bytes are UTF-8 without NUL.
  var isWellFormedText: Bool { self[...].firstOfNoText == nil }
}
extension ArraySlice<UInt8> {
  /// The index of the first byte that is not of UTF-8 text, or is NUL; `nil` when there is none.
  var firstOfNoText: Int? {
    let nul = firstIndex(of: 0)
    do {
      _ = try UTF8Span(validating: span)
      return nul
    } catch {
      let place = startIndex + error.byteOffsets.lowerBound
      return nul.map { Swift.min($0, place) } ?? place
    }
  }
}
