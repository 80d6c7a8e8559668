import Diagnostics
import Measures
import Standards

/// The tables of the poor or near-poor by people and policy among all households and persons: F12 and F13.
extension FormMaker {
  func people(_ form: OfficialForm, _ kind: HouseholdClass) -> FormSheet {
    let peoples = OfficialForm.peoples.map(\.0)
    let others = [HouseholdClass.poor, .nearPoor, .average].filter { $0 != kind }
    return sheet(
      form, Self.peopleColumns(kind, others), ofAll: 8, limits: Self.peopleLimits
    ) { unit, _ in
      FlowTable.Unit.allCases.flatMap { counting in
        [total(unit, counting)] + peoples.map { total(unit, ofWord: $0, counting) }
      }
        + ([number(unit, kind, .households)]
          + (peoples + OfficialForm.marks.map(\.0)).map { number(unit, ofWord: $0, kind, .households) })
        + ([number(unit, kind, .persons)] + peoples.map { number(unit, ofWord: $0, kind, .persons) })
        + others.map { number(unit, $0, .households) }
    }
  }
  /// The 22 columns, and the other classes, which are not printed.
  private static func peopleColumns(_ kind: HouseholdClass, _ others: [HouseholdClass]) -> [FormColumn] {
    let (peoples, marks) = (OfficialForm.peoples.map(\.1), OfficialForm.marks.map(\.1))
    let name = kind.phrase.vi
    let counts =
      ["Tổng số hộ"] + peoples.map { "Tổng số hộ: \($0)" } + ["Tổng số nhân khẩu"]
      + peoples.map { "Tổng số nhân khẩu: \($0)" } + ["Số \(name)"]
      + (peoples + marks).map { "Số \(name): \($0)" } + ["Số nhân khẩu thuộc \(name)"]
      + peoples.map { "Số nhân khẩu thuộc \(name): \($0)" }
    return counts.map { FormColumn(heading: $0) }
      + [
        FormColumn(heading: "Tỷ lệ \(name) (%)", quotient: [8, 0]),
        FormColumn(heading: "Tỷ lệ \(name) \(peoples[1]) (%)", quotient: [10, 2]),
        FormColumn(heading: "Tỷ lệ \(name) \(peoples[2]) (%)", quotient: [11, 3]),
      ] + others.map { FormColumn(heading: "Số \($0.phrase.vi)", isShown: false) }
  }
  /// What cannot be more than what.
  ///
  /// Kinh and minorities are parts of all, minorities native to the place are minorities, and of each those of the class are a
  /// part. That the classes are no more than all, and persons no fewer than households, is told of F1 already; here only the rate
  /// over such a total is blank, as it is there.
  private static let peopleLimits: [FormParts] = {
    let (households, persons, ofClass, ofPersons) = (0, 4, 8, 15)
    var limits = [households, persons].flatMap { first in
      [
        FormParts(parts: [first + 1, first + 2], whole: first),
        FormParts(parts: [first + 3], whole: first + 2),
      ]
    }
    for people in 1...3 {
      limits += [
        FormParts(parts: [households + people], whole: persons + people, isOfPersons: true),
        FormParts(parts: [ofClass + people], whole: households + people),
        FormParts(parts: [ofPersons + people], whole: persons + people),
        FormParts(parts: [ofClass + people], whole: ofPersons + people, isOfPersons: true),
        FormParts(parts: [ofPersons + people], whole: ofPersons),
      ]
    }
    limits += (1...6).map { FormParts(parts: [ofClass + $0], whole: ofClass) }
    limits += [ofClass, ofPersons].map { FormParts(parts: [$0 + 3], whole: $0 + 2) }
    limits += [
      FormParts(parts: [ofClass], whole: ofPersons, isOfPersons: true),
      FormParts(parts: [ofClass, 22, 23], whole: households, isTold: false),
    ]
    return limits
  }()
}
