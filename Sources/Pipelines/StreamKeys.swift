import StageKit
import Tables

/// The keys of a whole stream as numbers, in the order of its rows: at most ten bytes a row.
struct StreamKeys: Sendable {
  let coder: KeyCoder
  /// The numbers in pieces, so that nothing is held in reserve but in the last.
  private var pieces: [[UInt64]] = []
  private var places = PlaceRuns()
  private var isExact = true
  private static let pieceSize = 1 << 14
  init(_ coder: KeyCoder) { self.coder = coder }

  /// Adds what `KeyCoder.coded` gave of a batch.
  mutating func add(_ coded: Batch) {
    guard coded.count > 0, case .int(let codes)? = coded.columns.first,
      case .bool(let exact)? = coded.columns.last
    else {
      return
    }
    if !exact.bits.allTrue { isExact = false }
    places.add(coded.origin, count: coded.count)
    if (pieces.last?.count ?? Self.pieceSize) + coded.count > Self.pieceSize {
      pieces.append([])
      pieces[pieces.count - 1].reserveCapacity(max(Self.pieceSize, coded.count))
    }
    pieces[pieces.count - 1].append(contentsOf: codes.values.lazy.map { UInt64(bitPattern: $0) })
  }
  /// The bytes that are held.
  var heldBytes: Int { pieces.reduce(0) { $0 + $1.capacity * 8 } }

  /// What is known of the numbers that occur more than once; the others are forgotten.
  ///
  /// - Parameter width: How many may work at it.
  /// - Returns: The keys of rows that came before.
  mutating func takeRepeated(width: Int) async -> RepeatedKeys {
    let parts = places.count < Self.fewRows ? 1 : min(max(width, 1), Self.mostParts)
    let pieces = pieces
    self.pieces = []
    let candidates = await candidates(pieces, parts)
    var counts = Array(repeating: 0, count: candidates.codes.count)
    var firsts = counts
    for found in await occurrences(of: candidates, pieces, parts) {
      for (place, row) in found {
        if counts[place] == 0 { firsts[place] = row }
        counts[place] += 1
      }
    }
    var table = CodeTable()
    var known = RowKeys.Repeated()
    for (place, code) in candidates.codes.enumerated() where counts[place] > 1 {
      _ = table.add(code)
      known.counts.append(counts[place])
      known.places.append(places[firsts[place]])
    }
    return RepeatedKeys(coder, table, exactly: isExact ? known : nil)
  }
  /// Rows so few that one worker is done before others have begun.
  private static let fewRows = 1 << 16
  private static let mostParts = 8

  /// All numbers that occur more than once, and some that do not: those whose bit of a small map was set before.
  ///
  /// Each part of the map is one worker's, who looks at all numbers and passes over those of the others.
  private func candidates(_ pieces: [[UInt64]], _ parts: Int) async -> CodeTable {
    var width = 6
    while 1 << (width + 1) <= 16 * places.count { width += 1 }
    let (words, shift) = (1 << (width - 6), UInt64(64 - width))
    let found = await inParallel(parts) { part in
      Self.repeated(in: pieces, shift, words * part / parts..<words * (part + 1) / parts)
    }
    var candidates = CodeTable(capacity: found.reduce(16) { $0 + $1.count })
    for code in found.joined() { _ = candidates.add(code) }
    return candidates
  }
  private static func repeated(in pieces: [[UInt64]], _ shift: UInt64, _ words: Range<Int>) -> [UInt64] {
    var seen = Array(repeating: 0 as UInt64, count: words.count)
    var found: [UInt64] = []
    seen.withUnsafeMutableBufferPointer { seen in
      // Where the numbers of others are looked up, of which no bit is ever set: anywhere, but not far away.
      let elsewhere = seen.count < 512 ? 0 : 511
      for piece in pieces {
        for code in piece {
          let place = Int(code >> shift)
          let isMine = words.contains(place >> 6)
          let word = isMine ? place >> 6 - words.lowerBound : place & elsewhere
          let bit = isMine ? 1 &<< UInt64(place & 63) : 0 as UInt64
          if seen[word] & bit != 0 { found.append(code) }
          seen[word] |= bit
        }
      }
    }
    return found
  }
  /// The rows in which candidates stand, in order: of each run of pieces, with the place of the candidate.
  private func occurrences(
    of candidates: CodeTable, _ pieces: [[UInt64]], _ parts: Int
  ) async -> [[(place: Int, row: Int)]] {
    var starts = [0]
    for piece in pieces { starts.append((starts.last ?? 0) + piece.count) }
    return await inParallel(parts) { [starts] part in
      var found: [(place: Int, row: Int)] = []
      for index in pieces.count * part / parts..<pieces.count * (part + 1) / parts {
        for (row, code) in pieces[index].enumerated() {
          if let place = candidates.place(of: code) { found.append((place, starts[index] + row)) }
        }
      }
      return found
    }
  }
}
