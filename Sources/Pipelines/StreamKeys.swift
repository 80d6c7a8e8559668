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
  mutating func takeRepeated() -> RepeatedKeys {
    let candidates = candidates()
    var counts = Array(repeating: 0, count: candidates.codes.count)
    var firsts = counts
    var row = 0
    for piece in pieces {
      for code in piece {
        if let place = candidates.place(of: code) {
          if counts[place] == 0 { firsts[place] = row }
          counts[place] += 1
        }
        row += 1
      }
    }
    pieces = []
    var table = CodeTable()
    var known = RowKeys.Repeated()
    for (place, code) in candidates.codes.enumerated() where counts[place] > 1 {
      _ = table.add(code)
      known.counts.append(counts[place])
      known.places.append(places[firsts[place]])
    }
    return RepeatedKeys(coder, table, exactly: isExact ? known : nil)
  }
  /// All numbers that occur more than once, and some that do not: those whose bit of a small map was set before.
  private func candidates() -> CodeTable {
    var width = 6
    while 1 << (width + 1) <= 16 * places.count { width += 1 }
    var seen = Array(repeating: 0 as UInt64, count: 1 << (width - 6))
    var candidates = CodeTable()
    let shift = UInt64(64 - width)
    seen.withUnsafeMutableBufferPointer { seen in
      for piece in pieces {
        for code in piece {
          let place = Int(code >> shift)
          let bit = 1 << UInt64(place & 63) as UInt64
          if seen[place >> 6] & bit != 0 { _ = candidates.add(code) }
          seen[place >> 6] |= bit
        }
      }
    }
    return candidates
  }
}
