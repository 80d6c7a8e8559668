import Disclosure
import Figures
import Plans

/// The words of the theme that the program fills in: the key, then the names of the values it gives.
enum SiteWord: String, CaseIterable {
  case verdictNotMetShare = "verdict.not-met-share share"
  case figureParts = "figure.parts part whole"
  case figureDerived = "figure.derived"
  case figureNone = "figure.none"
  case figureMore = "figure.more count"

  case nameDeprived = "name.deprived indicator"
  case namePeople = "name.people name"

  case homeTitle = "home.title"
  case homeDescription = "home.description"
  case homeSummary = "home.summary total plans counts"
  case homeSummaryFigures = "home.summary-figures count units"
  case homeJudgedCaption = "home.judged-caption plan"
  case homeMissingCount = "home.missing-count count total"
  case homeKeyTotal = "home.key-total"
  case homeKeyTotalNote = "home.key-total-note plans"
  case homeKeyMet = "home.key-met"
  case homeKeyMetNote = "home.key-met-note judged"
  case homeKeyMissing = "home.key-missing"
  case homeKeyMissingNote = "home.key-missing-note total"
  case homeNotices = "home.notices"
  case homeNoticesMore = "home.notices-more count"
  case homeCount = "home.count count word"

  case plansTitle = "plans.title"
  case plansDescription = "plans.description"
  case planDescription = "plan.description plan"
  case planSummary = "plan.summary total counts"
  case planIssuer = "plan.issuer"
  case planUnit = "plan.unit"
  case planNumber = "plan.number"
  case planDate = "plan.date"
  case planPeriod = "plan.period"
  case planDays = "plan.days from to"
  case planStandard = "plan.standard"
  case planSource = "plan.source"
  case planPublished = "plan.published day"
  case planSourceNote = "plan.source-note"
  case planNote = "plan.note"
  case planUnknown = "plan.unknown"
  case planCaption = "plan.caption plan"
  case planAbove = "plan.above plan"
  case planBelow = "plan.below plan"
  case planNotices = "plan.notices"

  case targetsTitle = "targets.title"
  case targetsDescription = "targets.description"
  case targetTitle = "target.title target plan"
  case targetDescription = "target.description target goal verdict plan"
  case targetSummary = "target.summary goal"
  case targetSummaryNone = "target.summary-none"
  case targetCode = "target.code"
  case targetPlan = "target.plan"
  case targetUnit = "target.unit"
  case targetKind = "target.kind"
  case targetPopulation = "target.population"
  case targetPlace = "target.place"
  case targetBaseline = "target.baseline"
  case targetDue = "target.due"
  case targetGoal = "target.goal"
  case targetDirection = "target.direction verb"
  case targetResult = "target.result"
  case targetAchieved = "target.achieved"
  case targetBase = "target.base"
  case targetAsOf = "target.as-of value day"
  case targetAmount = "target.amount"
  case targetPart = "target.part"
  case targetOnTop = "target.on-top value"
  case targetRemark = "target.remark"
  case targetInferred = "target.inferred"
  case targetFiguresCaption = "target.figures-caption target"
  case targetNotices = "target.notices"
  case targetChartMessage = "target.chart-message measure"
  case targetGoalMark = "target.goal-mark goal"
  case targetTableCaption = "target.table-caption unit"
  case targetRelatedPart = "target.related-part target"
  case targetRelatedWhole = "target.related-whole target"
  case targetRelatedAgrees = "target.related-agrees target"

  case unitsTitle = "units.title"
  case unitsDescription = "units.description"
  case unitTitle = "unit.title unit"
  case unitDescription = "unit.description unit"
  case unitSummary = "unit.summary day figures"
  case unitSummaryFigure = "unit.summary-figure measure value"
  case unitSummaryCount = "unit.summary-count measure value"
  case unitSummaryNone = "unit.summary-none"
  case unitFrom = "unit.from unit day"
  case unitUntil = "unit.until unit day"
  case unitValid = "unit.valid code from"
  case unitValidUntil = "unit.valid-until code from until"
  case unitNoCode = "unit.no-code"
  case unitBecame = "unit.became day unit"
  case unitBecamePart = "unit.became-part day unit"
  case unitWas = "unit.was unit"
  case unitWasPart = "unit.was-part unit"
  case unitCaption = "unit.caption unit"
  case unitCaptionStandard = "unit.caption-standard caption standard"
  case unitSectionCaption = "unit.section-caption section unit"
  case unitPersons = "unit.persons"
  case unitArea = "unit.area"
  case unitPeople = "unit.people"
  case unitDeprivations = "unit.deprivations"
  case unitOther = "unit.other"
  case unitWithheld = "unit.withheld count names"
  case unitWithheldAll = "unit.withheld-all count"
  case unitFiguresCaption = "unit.figures-caption unit"
  case unitSourcesFrom = "unit.sources-from day"
  case unitNotices = "unit.notices"
  case unitMembersCaption = "unit.members-caption unit day standard"
  case unitChartTitle = "unit.chart-title measure unit from to"
  case unitChartMessage = "unit.chart-message measure"
  case unitChartPoint = "unit.chart-point label value"
  case unitBreak = "unit.break standard"
  case unitBreakBoundary = "unit.break-boundary"
  case unitBreakColumn = "unit.break-column day standard"
  case unitBreakColumnBoundary = "unit.break-column-boundary day"
  case unitTableBelow = "unit.table-below"
  case unitSeriesBreak = "unit.series-break"

  case dataTitle = "data.title"
  case dataDescription = "data.description"
  case dataBytes = "data.bytes count"
  case dataKilobytes = "data.kilobytes count"
  case dataKindAll = "data.kind-all"
  case dataKindArea = "data.kind-area"
  case dataKindEthnicity = "data.kind-ethnicity"
  case dataKindClass = "data.kind-class"

  case missingTitle = "missing.title"
  case missingDescription = "missing.description"
  case missingSummary = "missing.summary count total"
  case missingReason = "missing.reason"

  case changesTitle = "changes.title"
  case changesDescription = "changes.description"
  case changesFirst = "changes.first edition"
  case changesFirstShort = "changes.first-short"
  case changesNext = "changes.next edition previous"
  case changesNextShort = "changes.next-short count"
  case changesNone = "changes.none"
  case changesAdded = "changes.added count"
  case changesChanged = "changes.changed unit measure day old new"
  case changesWithheld = "changes.withheld unit measure day"
  case changesGone = "changes.gone figure"
  case changesEdition = "changes.edition edition"
  case changesAgain = "changes.again edition"
  case changesReissued = "changes.reissued"
  case changesAccepted = "changes.accepted reason"
  case changesWithdrawn = "changes.withdrawn edition date reason"
  case changesWithdrawnOn = "changes.withdrawn-on edition date day reason"
  case changesReason = "changes.reason reason"
  case changesNoReason = "changes.no-reason"
  case changesReleased = "changes.released unit measure day new"
  case changesRemoved = "changes.removed unit measure day"
  case changesVerdict = "changes.verdict title unit old new"
  case changesVerdictGone = "changes.verdict-gone title unit"
  case changesElsewhere = "changes.elsewhere"
  case changesMore = "changes.more count"
  case changesPage = "changes.page title number"

  case aboutTitle = "about.title"
  case aboutDescription = "about.description"
  case notFoundTitle = "notfound.title"
  case notFoundDescription = "notfound.description"

  case methodTitle = "method.title"
  case methodDescription = "method.description"
  case methodLegal = "method.legal"
  case methodValidity = "method.validity"
  case methodPrivacyRule = "method.privacy-rule threshold least"
  case methodMeaning = "method.meaning"
  case methodFromTo = "method.legal-from-to from to"
  case methodFrom = "method.legal-from from"

  case navHome = "nav.home"
  case navPlans = "nav.plans"
  case navTargets = "nav.targets"
  case navUnits = "nav.units"

  case dataSetTarget = "dataset.target target plan unit"
  case dataSetUnit = "dataset.unit unit"

  /// The key.
  var key: String { String(rawValue.prefix { $0 != " " }) }
  /// The names of the values.
  var parameters: [String] { rawValue.split(separator: " ").dropFirst().map(String.init) }

  /// All keys that the program needs, those that end in the id of something too, with the names of their values.
  static var required: [String: [String]] {
    var words = Dictionary(allCases.map { ($0.key, $0.parameters) }) { a, b in a + b }
    for id in VerdictWord.allCases.map(\.rawValue) {
      words["verdict.\(id)"] = []
      words["meaning.\(id)"] = []
    }
    for grade in Figure.Grade.allCases {
      words["grade.\(grade.rawValue)"] = []
      words["grade.\(grade.rawValue)-long"] = []
    }
    for symbol in Symbol.allCases {
      words["symbols.\(symbol.rawValue)"] = []
      words["symbols.\(symbol.rawValue)-long"] = []
    }
    for kind in Target.Kind.allCases { words["kind.\(kind.rawValue)"] = [] }
    for measure in SiteMeasure.known + SiteMeasure.persons { words["measure.\(measure)"] = [] }
    for column in DataPageColumns.names { words["data.column.\(column)"] = [] }
    for level in ["country", "region", "province", "district", "commune"] { words["units.\(level)"] = [] }
    return words
  }
}
