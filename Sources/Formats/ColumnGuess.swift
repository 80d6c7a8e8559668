import Diagnostics
import Tables

/// How a column would be declared, and why.
struct ColumnGuess: Sendable {
  /// A name for the pipeline.
  var name = ""
  let evidence: ColumnEvidence
  var type = ColumnType.text
  var role = "label"
  var digits: Int?
  var style: NumberStyle?
  var dateStyle: DateStyle?
  var isPersonal = false
  var isTrimmed = false
  var reasons: [Phrase] = []

  /// - Parameters:
  ///   - evidence: What was seen of the column.
  ///   - others: Whether other columns of the file have numbers that only the Vietnamese style reads, and only the plain one.
  init(_ evidence: ColumnEvidence, others: (vi: Bool, plain: Bool)) {
    self.evidence = evidence
    guessType(others)
    guessPersonal()
    addOthers()
  }

  var filled: Int { evidence.filled }
  /// Whether most cells that have a value are so; the others are told, and would be found when the file is read.
  private func isMost(_ count: Int) -> Bool { count > 0 && count * 5 >= filled * 4 }
  /// Tells of the cells that are otherwise.
  mutating func sayOthers(than count: Int) {
    guard count < filled else { return }
    let others = (filled - count).inGroups
    say(
      "\(others) ô thì không: khi đọc sẽ bị báo và coi là không có giá trị",
      "\(others) are not: they would be found, and missing")
  }
  /// A count as people read it, of all cells with a value.
  func share(_ count: Int, _ vi: String, _ en: String) -> Phrase {
    let (part, whole) = (count.inGroups, filled.inGroups)
    return Phrase(
      vi: "\(part) trong \(whole) ô có giá trị \(vi)", en: "\(part) of \(whole) filled cells \(en)")
  }
  mutating func say(_ vi: String, _ en: String) { reasons.append(Phrase(vi: vi, en: en)) }

  private mutating func guessType(_ others: (vi: Bool, plain: Bool)) {
    let numbers = evidence.whole - evidence.tooLarge + evidence.plain + evidence.vi + evidence.doubtful
    if filled == 0 {
      say("mọi ô đều trống, không biết kiểu", "all cells are blank, so the type is not known")
    } else if isMost(evidence.answers) {
      guessAnswers()
    } else if isMost(evidence.isoDays) || isMost(evidence.viDays + evidence.monthFirst) {
      guessDays()
    } else if isMost(evidence.whole), isCode {
      guessCode()
    } else if isMost(numbers) {
      guessNumbers(others)
    } else {
      let mixed = numbers + evidence.isoDays + evidence.viDays
      reasons.append(share(evidence.texts, "là chữ", "are text"))
      if mixed > 0 {
        say(
          "\(mixed.inGroups) ô là số hoặc ngày, các ô khác thì không: giữ là chữ",
          "\(mixed.inGroups) cells are numbers or days and the others are not: kept as text")
      }
    }
  }
  private mutating func guessAnswers() {
    (type, role) = (.bool, "flag")
    reasons.append(share(evidence.answers, "là có/không", "are yes or no"))
    sayOthers(than: evidence.answers)
  }
  private mutating func guessDays() {
    let isISO = evidence.isoDays >= evidence.viDays
    guard isISO || evidence.monthFirst == 0 else {
      say(
        "\(evidence.monthFirst.inGroups) ô có tháng lớn hơn 12 nếu đọc ngày trước, như 12/31/2024: không rõ cách viết, giữ là chữ",
        "\(evidence.monthFirst.inGroups) cells have a month above 12 when the day is read first, as 12/31/2024: kept as text"
      )
      return
    }
    (type, dateStyle) = (.date, isISO ? .iso : .vi)
    let (vi, en) =
      isISO
      ? ("là ngày như 2024-12-31", "are days such as 2024-12-31")
      : ("là ngày như 31/12/2024", "are days such as 31/12/2024")
    reasons.append(share(isISO ? evidence.isoDays : evidence.viDays, vi, en))
    sayOthers(than: isISO ? evidence.isoDays : evidence.viDays)
    if !isISO, evidence.certainDays == 0 {
      say(
        "không ô nào cho biết ngày hay tháng đứng trước; ngày đứng trước là thói quen ở Việt Nam, hãy kiểm tra",
        "no cell tells whether the day or the month comes first; the day does as is the habit in Viet Nam: check it"
      )
    }
  }
}
