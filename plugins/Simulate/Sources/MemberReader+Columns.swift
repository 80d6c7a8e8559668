import StageKit
import Tables

extension MemberReader {
  /// The columns of the list; no two of them are filled in another order by `append`.
  static func schema(_ birthDates: BirthForm) -> Schema {
    Schema([
      Field("household_id", .text, .code, sensitivity: .personal),
      Field("member_no", .int, .label, sensitivity: .protected),
      Field("name", .text, .label, sensitivity: .personal),
      Field("sex", .text, .label, sensitivity: .protected),
      Field("birth_date", birthDates == .text ? .text : .date, .label, sensitivity: .personal),
      Field("relation", .text, .label, sensitivity: .protected),
      Field("social_allowance", .bool, .flag, sensitivity: .protected),
      Field("able_to_work", .bool, .flag, sensitivity: .protected),
      Field("seeks_work", .bool, .flag, sensitivity: .protected),
      Field("work", .text, .label, sensitivity: .protected),
      Field("contract", .bool, .flag, sensitivity: .protected),
      Field("insured", .bool, .flag, sensitivity: .protected),
      Field("stunted", .bool, .flag, sensitivity: .protected),
      Field("underweight", .bool, .flag, sensitivity: .protected),
      Field("school_now", .text, .label, sensitivity: .protected),
      Field("school_done", .text, .label, sensitivity: .protected),
    ])
  }

  /// Appends the cells of a member, in the order of the schema.
  func append(_ member: Member, to columns: inout [ColumnBuilder]) {
    var next = 0
    func text(_ text: String) {
      columns[next].append(text: text.utf8)
      next += 1
    }
    func answer(_ answer: Bool?) {
      if !columns[next].append(bool: answer) { columns[next].append(missing: .notApplicable) }
      next += 1
    }
    text(member.household)
    columns[next].append(units: Int64(member.number))
    next += 1
    text(member.name.text)
    text(member.sex.rawValue)
    appendBirth(of: member, to: &columns[next])
    next += 1
    text(member.relation.rawValue)
    answer(member.hasAllowance)
    answer(member.isAbleToWork)
    answer(member.seeksWork)
    text(member.work.rawValue)
    answer(member.hasContract)
    answer(member.isInsured)
    answer(member.isStunted)
    answer(member.isUnderweight)
    text(member.schoolNow.rawValue)
    text(member.schoolDone.rawValue)
  }
  /// Appends the day of birth; 30 February is a text, and no day.
  private func appendBirth(of member: Member, to column: inout ColumnBuilder) {
    switch birthDates {
    case .date where member.isBornOnNoDay: column.append(missing: .invalid)
    case .date: column.append(units: Int64(member.born.number))
    case .text:
      let iso = member.born.iso
      column.append(text: (member.isBornOnNoDay ? "\(iso.prefix(4))-02-30" : iso).utf8)
    }
  }
}
