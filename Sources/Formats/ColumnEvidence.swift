import Tables

/// What the cells of one column have been seen to be: counts, and a few of its values, in bounded memory.
struct ColumnEvidence: Sendable {
  /// The most different values that are counted one by one.
  static let valueLimit = 20
  /// The most values of which it is remembered that they occurred.
  static let uniqueLimit = 1_000_000
  /// The most cells that are looked at for names of people.
  static let nameLimit = 2000

  /// The name in the file.
  let header: String
  /// What stands under it in a second row of names.
  var label: String?
  private(set) var cells = 0
  private(set) var blank = 0
  /// Cells that are written as no value, by the word.
  private(set) var placeholders: [[UInt8]: Int] = [:]
  /// Objects that have no such member.
  var absent = 0
  private(set) var nested = 0
  private(set) var whole = 0
  private(set) var tooLarge = 0
  /// Cells of digits alone, by how many they are.
  private(set) var lengths: [Int: Int] = [:]
  private(set) var leadingZeros = 0
  private(set) var plain = 0
  private(set) var vi = 0
  private(set) var doubtful = 0
  private(set) var places = 0
  private(set) var isoDays = 0
  private(set) var viDays = 0
  private(set) var monthFirst = 0
  private(set) var certainDays = 0
  private(set) var answers = 0
  private(set) var texts = 0
  /// Texts with spaces at an end.
  private(set) var untrimmed = 0
  /// Numbers and answers that are values of JSON, and no texts.
  private(set) var bareNumbers = 0
  private(set) var bareAnswers = 0
  /// Numbers that are as many digits as those of identity cards, and as telephones have.
  private(set) var identities = 0
  private(set) var telephones = 0
  /// The cells that were looked at for names of people, and those that are such.
  private(set) var lookedAtForNames = 0
  private(set) var names = 0
  /// How often each value occurs; `nil` when they are too many.
  private(set) var values: [[UInt8]: Int]? = [:]
  /// The hashes of all values; `nil` when one has occurred again, or they are too many.
  private var seen: Set<UInt64>? = []
  /// Whether a value has occurred again.
  private(set) var occursAgain = false

  init(_ header: String) { self.header = header }

  /// The cells that have a value.
  var filled: Int { cells - blank - placeholders.values.reduce(0, +) - nested }
  /// Whether every value is there once; `nil` when they were too many to say.
  var isUnique: Bool? { occursAgain ? false : seen == nil ? nil : true }

  /// Adds a text.
  mutating func add(_ text: ArraySlice<UInt8>) {
    cells += 1
    let inner = text.trimmed
    if inner.count != text.count, !inner.isEmpty { untrimmed += 1 }
    let shape = CellShape(inner)
    count(shape, inner)
    switch shape {
    case .blank: return
    case .placeholder: return
    default: remember(inner)
    }
  }
  /// Adds a value of JSON.
  mutating func add(_ value: JSONValue) {
    switch value {
    case .absent: absent += 1
    case .text(let text): add(text)
    case .number(let number):
      bareNumbers += 1
      cells += 1
      count(JSONNumber.plain(Array(number)).map { CellShape(bare: $0[...]) } ?? .text, number)
      remember(number)
    case .bool:
      bareAnswers += 1
      answers += 1
      cells += 1
    case .null:
      cells += 1
      blank += 1
    case .nested:
      cells += 1
      nested += 1
    }
  }

  private mutating func count(_ shape: CellShape, _ text: ArraySlice<UInt8>) {
    switch shape {
    case .blank: blank += 1
    case .whole(let digits, let hasLeadingZero, let fits):
      whole += 1
      lengths[digits, default: 0] += 1
      if hasLeadingZero { leadingZeros += 1 }
      if !fits { tooLarge += 1 }
      if digits == 12, text.first == 48 { identities += 1 }
      if digits == 10, text.starts(with: [48]), text.dropFirst().first.map({ $0 >= 51 }) == true {
        telephones += 1
      }
    case .plain(let places): (plain, self.places) = (plain + 1, max(places, self.places))
    case .vi(let places): (vi, self.places) = (vi + 1, max(places, self.places))
    case .doubtful: doubtful += 1
    case .isoDay: isoDays += 1
    case .viDay(let couldBeMonthFirst):
      viDays += 1
      if !couldBeMonthFirst { certainDays += 1 }
    case .monthFirst: monthFirst += 1
    case .answer: answers += 1
    case .placeholder: placeholders[Array(text), default: 0] += 1
    case .text:
      texts += 1
      guard lookedAtForNames < Self.nameLimit else { return }
      lookedAtForNames += 1
      if PersonalSigns.isNameOfPerson(text) { names += 1 }
    }
  }
  private mutating func remember(_ text: ArraySlice<UInt8>) {
    if values != nil {
      let key = Array(text.prefix(80))
      values?[key, default: 0] += 1
      if let count = values?.count, count > Self.valueLimit { values = nil }
    }
    guard seen != nil else { return }
    var hasher = Hasher()
    text.withUnsafeBytes { hasher.combine(bytes: $0) }
    if seen?.insert(UInt64(bitPattern: Int64(hasher.finalize()))).inserted == false {
      (occursAgain, seen) = (true, nil)
    } else if let count = seen?.count, count >= Self.uniqueLimit {
      seen = nil
    }
  }
}

extension CellShape {
  /// The shape of a number of JSON, which has one reading.
  fileprivate init(bare number: ArraySlice<UInt8>) {
    let shape = CellShape(number)
    self = shape == .doubtful ? .plain(places: 3) : shape
  }
}
