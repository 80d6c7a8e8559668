extension String {
  /// The same text with every Vietnamese letter as one scalar, as NFC has it.
  ///
  /// A mark that belongs to no letter of Latin script stays as it is.
  package var composed: String {
    var result = ""
    result.unicodeScalars.reserveCapacity(unicodeScalars.count)
    for character in self {
      if let scalar = precomposed[character] {
        result.unicodeScalars.append(scalar)
      } else {
        result.unicodeScalars.append(contentsOf: character.unicodeScalars)
      }
    }
    return result
  }
}

/// The letters of Latin-1, Latin Extended-A and -B and Latin Extended Additional.
///
/// Characters are equal when they are
/// canonically equivalent, so looking up a decomposed letter finds the precomposed one.
private let precomposed: [Character: Unicode.Scalar] = {
  var table: [Character: Unicode.Scalar] = [:]
  for range in [0xC0...0x24F, 0x1E00...0x1EFF] as [ClosedRange<UInt32>] {
    for value in range {
      guard let scalar = Unicode.Scalar(value) else { continue }
      table[Character(scalar)] = scalar
    }
  }
  return table
}()
