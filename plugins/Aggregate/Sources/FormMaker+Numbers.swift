import Measures
import Standards

/// The numbers of a unit, each with the reason why it is not there.
extension FormMaker {
  func number(_ unit: String, _ name: String) -> FormCell {
    guard let row = units[unit]?.all else { return .blank("không có trong bảng đếm") }
    guard !row.disputed.contains(name) else { return .blank(Self.twoCounts) }
    guard let number = row[name] else { return .blank("bảng đếm không có \(name)") }
    return number < 0 ? .blank("bảng đếm có số âm ở \(name)") : .count(number)
  }
  private static let twoCounts = "hai bảng đếm có hai số khác nhau"
  /// The number of a class, or of its persons.
  func number(_ unit: String, _ kind: HouseholdClass, _ counting: FlowTable.Unit) -> FormCell {
    number(unit, Self.column(kind, counting))
  }
  private static func column(_ kind: HouseholdClass, _ counting: FlowTable.Unit) -> String {
    counting == .households ? kind.rawValue : "members_\(kind.rawValue)"
  }
  /// All households of a unit, or all persons.
  func total(_ unit: String, _ counting: FlowTable.Unit) -> FormCell {
    let group = counting == .households ? "all" : "persons"
    return FormCell(totals[unit]?[group], else: "không có tổng số của đơn vị")
  }
  /// All households of a group, or all persons of it, by the word of the forms.
  func total(_ unit: String, ofWord word: String, _ counting: FlowTable.Unit) -> FormCell {
    guard let label = labels[word] else { return .blank("không khai labels.\(word)") }
    let group = counting == .households ? label : "persons/\(label)"
    return FormCell(totals[unit]?[group], else: "không có tổng số của nhóm \(group)")
  }
  /// The number of a class in a group, by the word of the forms.
  func number(
    _ unit: String, ofWord word: String, _ kind: HouseholdClass, _ counting: FlowTable.Unit
  ) -> FormCell {
    guard let label = labels[word] else { return .blank("không khai labels.\(word)") }
    return number(unit, inGroup: label, kind, counting)
  }
  /// The number of a class in a group; absent is none only where every household of the class is in some group.
  func number(
    _ unit: String, inGroup label: String, _ kind: HouseholdClass, _ counting: FlowTable.Unit
  ) -> FormCell {
    let name = Self.column(kind, counting)
    let all: Int64
    switch number(unit, name) {
    case .count(let count): all = count
    case let blank: return blank
    }
    let group = label.prefix { $0 != ":" } + ":"
    let labels = (units[unit]?.groups ?? [:]).filter { $0.key.hasPrefix(group) }
    guard !labels.values.contains(where: { $0.disputed.contains(name) }) else {
      return .blank(Self.twoCounts)
    }
    guard !labels.isEmpty || all == 0 else { return .blank("bảng đếm không có nhóm \(group.dropLast())") }
    let known = labels.values.reduce(0 as Int64) { $0.addingSaturated($1[name] ?? 0) }
    guard known == all else {
      let whose = counting == .households ? "hộ" : "nhân khẩu thuộc hộ"
      return .blank("\(all - min(known, all)) \(whose) không ghi \(group.dropLast())")
    }
    return FormCell(labels[label].map { $0[name] } ?? 0, else: "bảng đếm không có \(label)")
  }
}
