import Diagnostics
import Disclosure
import Edits
import Figures
import Plans
import SiteKit
import Spelling
import StageKit
import Standards
import Units

/// Everything the pages are made of, and where it is found.
struct SiteModel: Sendable {
  let table: PublishedTable
  /// What is told otherwise than in the edition before; `nil` for a first edition.
  let diff: EditionDiff?
  /// Whether it takes the place of what was published under the same id.
  let isReissue: Bool
  /// Why changes beyond the limits were accepted; `nil` when nothing was said.
  let acceptance: String?
  let plans: [PlanVerdicts]
  let notices: [Notice]
  let units: UnitRegistry
  let standards: StandardLibrary
  /// The name of the pipeline.
  let name: String
  let site: SiteFields
  let edition: EditionFields
  /// The sheets of rules that the data passed through.
  let edits: [ShownSheet]
  let words: SiteWords
  /// The files to download, staged by the steps before.
  let files: [StagedFile]

  let figuresByID: [String: Figure]
  let figuresByUnit: [String: [Figure]]
  /// The units that have a page, widest level first.
  let shown: [UnitVersion]
  private let shownIDs: Set<String>
  /// The codes and names that several units with a page share.
  private let ambiguous: Set<String>
  /// How many decimal places the figures that verdicts rest on need wherever they stand; others have two.
  let places: [String: Int]
  /// What targets call the measures that have no word of their own.
  let titles: [String: String]

  init(
    _ table: PublishedTable, _ verdicts: [PublishedVerdicts], _ notices: [ReleasedNotices],
    _ parts: SiteParts,
    files: [StagedFile]
  ) throws(StageError) {
    let plans = verdicts.flatMap(\.plans)
    let words = SiteWords(wording: parts.theme.words)
    (self.table, self.plans, self.words) = (table, plans, words)
    self.notices = notices.flatMap(\.all) + plans.flatMap { $0.notices(in: words) }
    diff = table.changes(with: verdicts)
    (isReissue, acceptance) = (table.isReissue(with: verdicts), table.acceptance(with: verdicts))
    (units, standards, name) = (parts.units, parts.standards, parts.name)
    (site, edition, edits) = (parts.site, parts.edition, parts.edits)
    self.files = files.filter { $0.path.hasPrefix("du-lieu/") }
    figuresByID = Dictionary(table.figures.map { ($0.id, $0) }) { first, _ in first }
    figuresByUnit = Dictionary(grouping: table.figures, by: \.unit)
    shownIDs = Set(figuresByUnit.keys).union(plans.map(\.unit.id))
    shown = try Self.units(shownIDs, in: parts.units)
    ambiguous = Set(Dictionary(grouping: shown, by: \.codeAndName).filter { $0.value.count > 1 }.keys)
    places = plans.flatMap(\.targets).map { PrintedPlaces($0).byFigure }.reduce(into: [:]) {
      $0.merge($1, uniquingKeysWith: max)
    }
    let targets = plans.flatMap(\.targets).map(\.target)
    titles = Dictionary(
      targets.flatMap { target in
        // A number of households says what it counts; one of money says it by its unit alone.
        let unit = target.unit == .millionDong ? target.unit.map { " (\($0.phrase.text))" } : nil
        return target.readings.flatMap(\.conditions).map { ($0.measure, target.title.text + (unit ?? "")) }
      }
    ) { first, _ in first }
  }
  private static func units(
    _ ids: Set<String>, in registry: UnitRegistry
  ) throws(StageError) -> [UnitVersion] {
    var found: [UnitVersion] = []
    for id in ids.sorted() {
      guard let unit = registry.unit(id: id) else {
        throw StageError(
          Phrase(vi: "danh mục đơn vị không có '\(id)'", en: "the register of units has no '\(id)'"),
          hint: Phrase(
            vi: "số liệu và trang web phải dùng cùng một danh mục đơn vị (defaults.units)",
            en: "figures and site must use the same register of units (defaults.units)"), cause: .data)
      }
      found.append(unit)
    }
    return found.sorted { ($0.level, $0.sortKey, $0.id) < ($1.level, $1.sortKey, $1.id) }
  }

  /// Whether a unit has a page.
  func isShown(_ unit: UnitVersion) -> Bool { shownIDs.contains(unit.id) }
  /// Whether another unit with a page has the same code and name.
  func isAmbiguous(_ unit: UnitVersion) -> Bool { ambiguous.contains(unit.codeAndName) }
  /// All targets of all plans with their verdicts.
  var targets: [TargetVerdict] { plans.flatMap(\.targets) }
  /// Whether anything on the site is invented.
  var isSimulated: Bool { site.simulated || table.figures.contains { $0.grade == .simulated } }
}

/// What the work of the stage holds besides its inputs.
struct SiteParts: Sendable {
  let theme: Theme
  let units: UnitRegistry
  let standards: StandardLibrary
  let name: String
  let site: SiteFields
  let edition: EditionFields
  var edits: [ShownSheet] = []
}

extension UnitVersion {
  /// Names in the order of their letters without marks.
  var sortKey: String { VietnameseName.slug(bareName) }
  fileprivate var codeAndName: String { code + " " + name }
}

extension PlanVerdicts {
  /// What the plan says that cannot all be so, as facts that readers should see.
  fileprivate func notices(in words: SiteWords) -> [Notice] {
    plan.contradictions.map { found in
      let told = words(.planContradiction, ["text": found.text.text])
      return Notice("track.contradiction", Phrase(same: told), subject: "plan:\(plan.id)")
    }
  }
}
