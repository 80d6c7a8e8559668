/// Numbers for the values of one document, equal for equal values.
///
/// A collection is named by the numbers of its parts, so that comparing two keys costs the same whatever they hold, and
/// an alias costs nothing. Text is compared by canonical equivalence, as `String` does: what looks the same is the same.
/// Quotes do not matter, nor the order of keys.
struct Identities {
  private enum Shape: Hashable {
    case scalar(String)
    case sequence([Int])
    case mapping([[Int]])
  }
  private var known: [Shape: Int] = [:]

  /// The number of a text.
  mutating func scalar(_ text: String) -> Int { number(.scalar(text)) }
  /// The number of a list of these values.
  mutating func sequence(_ items: [Int]) -> Int { number(.sequence(items)) }
  /// The number of a mapping of these keys and values.
  mutating func mapping(_ pairs: [(Int, Int)]) -> Int {
    number(.mapping(pairs.sorted { $0.0 < $1.0 }.map { [$0.0, $0.1] }))
  }
  private mutating func number(_ shape: Shape) -> Int {
    // One look-up also of what is new, which most values are.
    func noted(_ number: inout Int) -> Int { number }
    let next = known.count
    return noted(&known[shape, default: next])
  }
}
