import Measures
import Standards
import Tables

/// Makes the official tables of counted households, movements and the numbers of all households.
struct FormMaker {
  /// Counted households of one unit: those of `all`, and of each group by its label.
  struct Unit {
    var all: WideColumns.Row?
    var groups: [String: WideColumns.Row] = [:]
  }
  let level: HouseholdLevel
  /// The indicators in the order of the standard.
  let indicators: [(id: String, name: String)]
  /// Which label of a group stands for a word of the forms.
  let labels: [String: String]
  /// The group of ethnicities.
  let ethnicity: String?
  /// The columns of sums about children, by heading.
  let children: [(heading: String, column: String)]
  private(set) var units: [String: Unit] = [:]
  private(set) var flows = JoinedFlows()
  /// All households of each unit by group, and all persons; a unit without a number that can be used is here, too.
  private(set) var totals: [String: [String: Int64]] = [:]
  /// The units of which two tables of counts have two numbers.
  private var disputedCounts: Set<String> = []

  init(
    level: HouseholdLevel, indicators: [(id: String, name: String)], labels: [String: String],
    ethnicity: String?, children: [(heading: String, column: String)]
  ) {
    (self.level, self.indicators, self.labels) = (level, indicators, labels)
    (self.ethnicity, self.children) = (ethnicity, children)
  }
  mutating func add(_ rows: [WideColumns.Row]) {
    for row in rows where row.level == level {
      guard let unit = row.unit else { continue }
      let known = row.group == "all" ? units[unit]?.all : units[unit]?.groups[row.group]
      let both = known?.joined(with: row) ?? row
      if !both.disputed.isEmpty { disputedCounts.insert(unit) }
      if row.group == "all" {
        units[unit, default: Unit()].all = both
      } else {
        units[unit, default: Unit()].groups[row.group] = both
      }
    }
  }
  mutating func add(_ flows: ReportedFlows) { self.flows.add(flows) }
  /// Takes the numbers of all households.
  mutating func add(_ totals: GivenTotals) { self.totals = totals.byUnit }

  /// The units of which two tables have two numbers, by code.
  var disputed: [String] { Self.sorted(disputedCounts.union(flows.disputed)) }
  /// The units of the rows, by code: those that are counted, and those that have a number of all households alone.
  ///
  /// Of the latter the code says the level, as official codes do: two digits are a province, three a district, five a commune.
  /// A district of islands among communes is a row when it is counted; else it could be any district.
  var codes: [String] {
    let moving = flows.tables.keys.filter { !isAbove($0) }
    return Self.sorted(Set(units.keys).union(moving).union(totals.keys.filter(level.isCode)))
  }
  /// The codes of movements that are in no row: nobody counted them, and their digits are those of another level.
  ///
  /// As rows their movements would be added to those of the units that they are made of.
  var outsideMovements: [String] { Self.sorted(Set(flows.tables.keys.filter(isAbove))) }
  private func isAbove(_ code: String) -> Bool {
    units[code] == nil && HouseholdLevel.allCases.contains { $0 != level && $0.isCode(code) }
  }
  /// The codes of all households that are in no row: of another level, or of none that is known.
  var outside: [String] { Self.sorted(Set(totals.keys).subtracting(codes)) }
  private static func sorted(_ codes: Set<String>) -> [String] {
    codes.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
  /// All tables, in the official order.
  var sheets: [FormSheet] {
    [results] + [movements(.f2, .poor), movements(.f3, .nearPoor)]
      + [deprived(.f4, .poor), deprived(.f5, .poor), deprived(.f6, .nearPoor), deprived(.f7, .nearPoor)]
      + [
        marked(.f8, OfficialForm.groups), ethnicities, marked(.f10, OfficialForm.causes), childrenSheet,
        people(.f12, .poor), people(.f13, .nearPoor),
      ]
  }
}

extension FormMaker {
  private func number(_ unit: String, _ name: String) -> FormCell {
    guard let row = units[unit]?.all else { return .blank("không có trong bảng đếm") }
    guard !row.disputed.contains(name) else { return .blank(Self.twoCounts) }
    return FormCell(row[name], else: "bảng đếm không có \(name)")
  }
  private static let twoCounts = "hai bảng đếm có hai số khác nhau"
  /// The number of all households of a unit, or of all persons; in a group by the word of the forms.
  private func total(_ unit: String, _ group: String) -> FormCell {
    FormCell(totals[unit]?[group], else: "không có tổng số của đơn vị")
  }
  private func total(_ unit: String, ofWord word: String) -> FormCell {
    guard let label = labels[word] else { return .blank("không khai labels.\(word)") }
    return FormCell(totals[unit]?[label], else: "không có tổng số của nhóm \(label)")
  }
  /// The number of a class in a group; absent is none only where every household of the class is in some group.
  private func number(_ unit: String, _ label: String, _ kind: HouseholdClass) -> FormCell {
    let all: Int64
    switch number(unit, kind.rawValue) {
    case .count(let count): all = count
    case let blank: return blank
    }
    let group = label.prefix { $0 != ":" } + ":"
    let labels = (units[unit]?.groups ?? [:]).filter { $0.key.hasPrefix(group) }
    guard !labels.values.contains(where: { $0.disputed.contains(kind.rawValue) }) else {
      return .blank(Self.twoCounts)
    }
    guard !labels.isEmpty || all == 0 else { return .blank("bảng đếm không có nhóm \(group.dropLast())") }
    let known = labels.values.reduce(0 as Int64) { $0.addingSaturated($1[kind.rawValue] ?? 0) }
    guard known == all else { return .blank("\(all - min(known, all)) hộ không ghi \(group.dropLast())") }
    return FormCell(labels[label].map { $0[kind.rawValue] } ?? 0, else: "bảng đếm không có \(label)")
  }
  private func sheet(
    _ form: OfficialForm, _ columns: [FormColumn], ofAll: Int = 0, limits: [FormParts] = [],
    _ cells: (_ unit: String) -> [FormCell]
  ) -> FormSheet {
    var sheet = FormSheet(form, columns, limits: limits)
    for code in codes { sheet.add(code, "households", cells(code)) }
    // A sum of all households without some unit, or with one twice, would make wrong rates.
    sheet.addTotals(
      ["households"], withoutFirst: outside.isEmpty ? 0 : ofAll, "bảng tổng số có đơn vị ngoài biểu")
    return sheet
  }
  private var results: FormSheet {
    let classes = [
      ("Hộ nghèo", "poor"), ("Hộ cận nghèo", "near_poor"), ("Hộ có mức sống trung bình", "average"),
    ]
    var columns = [FormColumn(heading: "Tổng số hộ"), FormColumn(heading: "Tổng số nhân khẩu")]
    for (names, whole) in [(classes.map(\.0), 0), (classes.map { "Nhân khẩu \($0.0.lowercased())" }, 1)] {
      for name in names {
        columns.append(FormColumn(heading: name))
        columns.append(
          FormColumn(heading: "Tỷ lệ \(name.lowercased()) (%)", quotient: [columns.count - 1, whole]))
      }
    }
    let limits = [
      FormParts(parts: [0], whole: 1, isOfPersons: true), FormParts(parts: [2, 4, 6], whole: 0),
      FormParts(parts: [8, 10, 12], whole: 1),
    ]
    return sheet(.f1, columns, ofAll: 2, limits: limits) { unit in
      [total(unit, "all"), total(unit, "persons")] + classes.map { number(unit, $0.1) }
        + classes.map { number(unit, "members_\($0.1)") }
    }
  }
  private func movements(_ form: OfficialForm, _ kind: HouseholdClass) -> FormSheet {
    var sheet = FormSheet(
      form, (OfficialForm.flowHeadings[form] ?? []).map { FormColumn(heading: $0) })
    for code in codes {
      for (counting, unit) in [("households", FlowTable.Unit.households), ("persons", .persons)] {
        sheet.add(
          code, counting,
          FlowTerm.allCases.map { flows.number(code, kind, unit, $0) })
      }
    }
    sheet.addTotals(["households", "persons"])
    return sheet
  }
  private func deprived(_ form: OfficialForm, _ kind: HouseholdClass) -> FormSheet {
    let isPercent = form == .f5 || form == .f7
    let name = kind == .poor ? "Tổng số hộ nghèo" : "Tổng số hộ cận nghèo"
    var columns =
      [FormColumn(heading: name)]
      + indicators.map {
        FormColumn(heading: $0.name, isShown: !isPercent)
      }
    if isPercent {
      columns += indicators.indices.map {
        FormColumn(heading: "\(indicators[$0].name) (%)", quotient: [$0 + 1, 0])
      }
    }
    let limits = isPercent ? indicators.indices.map { FormParts(parts: [$0 + 1], whole: 0) } : []
    return sheet(form, columns, limits: limits) { unit in
      [number(unit, kind.rawValue)] + indicators.map { number(unit, "dep_\($0.id)_\(kind.rawValue)") }
    }
  }
  private func marked(_ form: OfficialForm, _ words: [(String, String)]) -> FormSheet {
    // A household may be of several groups.
    let limits = words.indices.map { FormParts(parts: [$0 + 1], whole: 0) }
    let columns = [FormColumn(heading: "Tổng số hộ nghèo")] + words.map { FormColumn(heading: $0.1) }
    return sheet(form, columns, limits: limits) { unit in
      [number(unit, "poor")] + words.map { labelled(unit, $0.0, .poor) }
    }
  }
  private func labelled(_ unit: String, _ word: String, _ kind: HouseholdClass) -> FormCell {
    guard let label = labels[word] else { return .blank("không khai labels.\(word)") }
    return number(unit, label, kind)
  }
  private var ethnicities: FormSheet {
    let prefix = (ethnicity ?? "") + ":"
    let found =
      ethnicity == nil ? [] : Set(units.values.flatMap(\.groups.keys).filter { $0.hasPrefix(prefix) })
    let labels = found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let columns = labels.map { FormColumn(heading: String($0.dropFirst(prefix.count))) }
    let none = [FormColumn(heading: "Theo dân tộc")]
    return sheet(.f9, [FormColumn(heading: "Tổng số hộ nghèo")] + (labels.isEmpty ? none : columns)) { unit in
      [number(unit, "poor")]
        + (labels.isEmpty ? [.blank("không khai ethnicity")] : labels.map { number(unit, $0, .poor) })
    }
  }
  private var childrenSheet: FormSheet {
    let none = [FormColumn(heading: "Thiếu hụt của trẻ em")]
    return sheet(.f11, children.isEmpty ? none : children.map { FormColumn(heading: $0.heading) }) { unit in
      children.isEmpty ? [.blank("không khai children")] : children.map { number(unit, $0.column) }
    }
  }
  private func people(_ form: OfficialForm, _ kind: HouseholdClass) -> FormSheet {
    let name = kind == .poor ? "hộ nghèo" : "hộ cận nghèo"
    let columns =
      ["Tổng số hộ"] + OfficialForm.peoples.map { "Tổng số hộ \($0.1)" } + ["Số \(name)"]
      + (OfficialForm.peoples + OfficialForm.marks).map { "Số \(name): \($0.1)" }
    let ofAll = 1 + OfficialForm.peoples.count
    // Kinh and minorities are parts of all; of each those of the class are. The class itself is held against all in F1.
    let limits =
      [FormParts(parts: [1, 2], whole: 0), FormParts(parts: [3], whole: 2)]
      + (1..<ofAll).map { FormParts(parts: [ofAll + $0], whole: $0) }
      + (ofAll + 1..<columns.count).map { FormParts(parts: [$0], whole: ofAll) }
    return sheet(form, columns.map { FormColumn(heading: $0) }, ofAll: ofAll, limits: limits) { unit in
      [total(unit, "all")] + OfficialForm.peoples.map { total(unit, ofWord: $0.0) }
        + [number(unit, kind.rawValue)]
        + (OfficialForm.peoples + OfficialForm.marks).map { labelled(unit, $0.0, kind) }
    }
  }
}
