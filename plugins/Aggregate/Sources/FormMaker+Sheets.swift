import Diagnostics
import Measures
import Standards

/// The tables of results, movements, deprivations, groups and children.
extension FormMaker {
  func sheet(
    _ form: OfficialForm, _ columns: [FormColumn], ofAll: Int = 0, limits: [FormParts] = [],
    by countings: [FlowTable.Unit] = [.households],
    _ cells: (_ unit: String, _ counting: FlowTable.Unit) -> [FormCell]
  ) -> FormSheet {
    var sheet = FormSheet(form, columns, limits: limits)
    for code in codes {
      for counting in countings { sheet.add(code, counting, cells(code, counting)) }
    }
    // A sum of all households without some unit, or with one twice, would make wrong rates.
    sheet.addTotals(
      countings, withoutFirst: outside.isEmpty ? 0 : ofAll, "bảng tổng số có đơn vị ngoài biểu")
    return sheet
  }
  /// F1.
  var results: FormSheet {
    let classes: [HouseholdClass] = [.poor, .nearPoor, .average]
    let names = classes.map(\.phrase.vi)
    var columns = [FormColumn(heading: "Tổng số hộ"), FormColumn(heading: "Tổng số nhân khẩu")]
    for (names, whole) in [(names, 0), (names.map { "nhân khẩu \($0)" }, 1)] {
      for name in names {
        columns.append(FormColumn(heading: name.capitalizedFirst))
        columns.append(
          FormColumn(heading: "Tỷ lệ \(name) (%)", quotient: [columns.count - 1, whole]))
      }
    }
    let limits = [
      FormParts(parts: [0], whole: 1, isOfPersons: true), FormParts(parts: [2, 4, 6], whole: 0),
      FormParts(parts: [8, 10, 12], whole: 1),
    ]
    return sheet(.f1, columns, ofAll: 2, limits: limits) { unit, _ in
      [total(unit, .households), total(unit, .persons)] + classes.map { number(unit, $0, .households) }
        + classes.map { number(unit, $0, .persons) }
    }
  }
  /// F2 and F3.
  func movements(_ form: OfficialForm, _ kind: HouseholdClass) -> FormSheet {
    let columns = (OfficialForm.flowHeadings[form] ?? []).map { FormColumn(heading: $0) }
    return sheet(form, columns, by: FlowTable.Unit.allCases) { unit, counting in
      FlowTerm.allCases.map { flows.number(unit, kind, counting, $0) }
    }
  }
  /// F4 to F7.
  func deprived(_ form: OfficialForm, _ kind: HouseholdClass) -> FormSheet {
    let isPercent = form == .f5 || form == .f7
    var columns =
      [FormColumn(heading: "Tổng số \(kind.phrase.vi)")]
      + indicators.map { FormColumn(heading: $0.name, isShown: !isPercent) }
    if isPercent {
      columns += indicators.indices.map {
        FormColumn(heading: "\(indicators[$0].name) (%)", quotient: [$0 + 1, 0])
      }
    }
    let limits = isPercent ? indicators.indices.map { FormParts(parts: [$0 + 1], whole: 0) } : []
    return sheet(form, columns, limits: limits) { unit, _ in
      [number(unit, kind.rawValue)] + indicators.map { number(unit, "dep_\($0.id)_\(kind.rawValue)") }
    }
  }
  /// F8: in households and in persons.
  var groups: FormSheet {
    let names = OfficialForm.groups.map(\.1)
    return halves(.f8, names, by: FlowTable.Unit.allCases) { unit, kind, counting in
      OfficialForm.groups.map { number(unit, ofWord: $0.0, kind, counting) }
    }
  }
  /// F9: the peoples of the counted households, the same of both classes.
  var ethnicities: FormSheet {
    let prefix = (ethnicity ?? "") + ":"
    let found =
      ethnicity == nil ? [] : Set(units.values.flatMap(\.groups.keys).filter { $0.hasPrefix(prefix) })
    let labels = found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let names = labels.isEmpty ? ["theo dân tộc"] : labels.map { String($0.dropFirst(prefix.count)) }
    return halves(.f9, names) { unit, kind, counting in
      labels.isEmpty
        ? [.blank("không khai ethnicity")] : labels.map { number(unit, inGroup: $0, kind, counting) }
    }
  }
  /// F10.
  var causes: FormSheet {
    halves(.f10, OfficialForm.causes.map(\.1)) { unit, kind, counting in
      OfficialForm.causes.map { number(unit, ofWord: $0.0, kind, counting) }
    }
  }
  /// A table of the poor and then of the near-poor: of each how many there are, and parts of them.
  ///
  /// A household may be of several parts, so that each is no more than all, and nothing is said of their sum.
  private func halves(
    _ form: OfficialForm, _ names: [String], by countings: [FlowTable.Unit] = [.households],
    _ parts: (_ unit: String, _ kind: HouseholdClass, _ counting: FlowTable.Unit) -> [FormCell]
  ) -> FormSheet {
    let columns = FlowTable.classes.flatMap { kind in
      ["Tổng số \(kind.phrase.vi)"] + names.map { "\(kind.phrase.vi.capitalizedFirst): \($0)" }
    }
    let limits = FlowTable.classes.indices.flatMap { half in
      names.indices.map { place in
        let whole = half * (names.count + 1)
        return FormParts(parts: [whole + 1 + place], whole: whole)
      }
    }
    return sheet(form, columns.map { FormColumn(heading: $0) }, limits: limits, by: countings) {
      unit, counting in
      FlowTable.classes.flatMap { [number(unit, $0, counting)] + parts(unit, $0, counting) }
    }
  }
  /// F11.
  var childrenSheet: FormSheet {
    let words = OfficialForm.children
    let columns = FlowTable.classes.flatMap { kind in
      words.map { FormColumn(heading: "\($0.1) thuộc \(kind.phrase.vi)") }
    }
    let limits = FlowTable.classes.indices.flatMap { half in
      (1..<words.count).map { FormParts(parts: [half * words.count + $0], whole: half * words.count) }
    }
    return sheet(.f11, columns, limits: limits) { unit, _ in
      FlowTable.classes.flatMap { kind in
        words.map { word, _ in
          children[word].map { number(unit, "\($0)_\(kind.rawValue)") }
            ?? .blank("không khai children.\(word)")
        }
      }
    }
  }
}

extension String {
  /// The text with its first letter as a capital.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
