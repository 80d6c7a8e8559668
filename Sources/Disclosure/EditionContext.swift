import Diagnostics
import Figures
public import StageKit

/// An edition in the making, and what the ledger has of all that were published before it.
///
/// Whatever was published once is known to whoever read it: the edition before, an entry that another of the same id took
/// the place of, an edition that was withdrawn.
public struct EditionContext: Sendable {
  private let id: String
  private let head: EditionHead?
  private let acceptance: String?
  private let previous: Ledger?
  /// What was published under this id before.
  private let own: Ledger?
  /// What its own entry takes the place of.
  private let replaced: Ledger?
  /// The digest of what was published under this id before; `nil` when there is none, or nobody makes digests.
  private let ownDigest: String?
  /// The name its own entry will be kept under when another takes its place.
  private let nextName: String
  /// All other entries.
  private let others: [Ledger]
  private let withdrawals: [Withdrawal]

  /// An edition of which nothing but its id and the entry of the one before is known.
  ///
  /// - Throws: When the entry is none.
  public init(_ edition: String, previous: [UInt8]?) throws(StageError) {
    (id, head, acceptance, own, replaced) = (edition, nil, nil, nil, nil)
    self.previous = try previous.map { (entry) throws(StageError) in try Ledger(entry) }
    (ownDigest, nextName, others, withdrawals) = (nil, "", [], [])
  }
  /// The edition of a pipeline, and the ledger it is to be entered in.
  ///
  /// - Throws: When the edition before has no entry, or an entry cannot be read.
  public init(_ pipeline: PipelineInfo) throws(StageError) {
    func ledger(_ name: String) throws(StageError) -> Ledger? {
      try pipeline.ledger(name).map { (entry) throws(StageError) in try Ledger(entry, named: name) }
    }
    func digest(_ name: String) throws(StageError) -> String? {
      guard let digest = try pipeline.ledger(name).map(pipeline.digest), !digest.isEmpty else { return nil }
      return digest
    }
    let names = pipeline.ledgerNames()
    id = pipeline.edition?.id ?? ""
    var head = EditionHead(pipeline)
    if let name = head?.previous { head?.previousDigest = try digest(name) }
    self.head = head
    acceptance = pipeline.acceptance
    previous = try pipeline.edition?.previous.map { (name) throws(StageError) in
      if let found = try ledger(name) { return found }
      throw .noPredecessor(name)
    }
    own = names.contains(id) ? try ledger(id) : nil
    ownDigest = names.contains(id) ? try digest(id) : nil
    replaced = try own?.head?.replaces.map { (name) throws(StageError) in try ledger(name) } ?? nil
    nextName = EditionName.replaced(id, among: names)
    var others: [Ledger] = []
    var withdrawals: [Withdrawal] = []
    for name in names where name != id && name != pipeline.edition?.previous {
      if EditionName.isWithdrawal(name) {
        if let bytes = try pipeline.ledger(name) { withdrawals.append(try Withdrawal(bytes)) }
      } else if let found = try ledger(name) {
        others.append(found)
      }
    }
    (self.others, self.withdrawals) = (others, withdrawals)
  }

  /// All editions that are known, the latest first.
  private var listed: [ListedEdition] {
    let heads = [head].compactMap { $0 } + all.compactMap(\.head)
    return ListedEdition.list(heads, withdrawals)
  }
  /// The entries that tell what is known, the nearest first.
  private var all: [Ledger] { [own, previous].compactMap { $0 } + others.reversed() }
  /// What each of them told of figures that there are now, and of others.
  func earlier(than figures: [Figure]) -> [[EarlierFigure]] { all.map { $0.earlier(than: figures) } }
  /// What each of them told and withheld.
  func editions(beside figures: [Figure]) -> [EarlierEdition] {
    let ids = Dictionary(figures.map { ($0.id, $0) }) { first, _ in first }
    return all.map { EarlierEdition($0, beside: ids) }
  }

  /// What holds of the edition once its figures are known.
  ///
  /// The same figures under an id that was published are that edition again, with its reason, if the same is said of all
  /// targets; others take its place.
  func settled(with figures: [Figure], rule: DisclosureRule?) -> SettledEdition {
    var head = head
    head?.reason = acceptance
    head?.rule = rule.map { "\($0.threshold)/\($0.minBase)" } ?? ""
    var (standing, again) = (EditionStanding(head: head, baseline: previous), EditionAgain?.none)
    if let own {
      standing = EditionStanding(head: head, baseline: own)
      standing.head?.replaces = nextName
      standing.head?.replacesDigest = ownDigest
      if own.hasSameFigures(as: figures) {
        var same = EditionStanding(head: head, baseline: replaced ?? previous)
        // Nothing is accepted where nothing has changed.
        same.head?.reason = own.head?.reason
        same.head?.replaces = own.head?.replaces
        same.head?.replacesDigest = own.head?.replacesDigest
        again = EditionAgain(own: own, standing: same)
      }
    }
    var known: [String: String] = [:]
    var (subjects, unitNames) = ([String: FigureSubject](), [String: String]())
    for ledger in all {
      unitNames.merge(ledger.unitNames) { nearest, _ in nearest }
      known.merge(ledger.known) { nearest, _ in nearest }
      subjects.merge(ledger.subjects) { nearest, _ in nearest }
    }
    return SettledEdition(
      id: id, standing: standing, again: again, known: known, subjects: subjects,
      unitNames: unitNames, withdrawals: withdrawals, listed: listed)
  }
}

/// What an edition says of itself, and what it is compared with.
struct EditionStanding: Sendable {
  /// `nil` when no pipeline made it.
  var head: EditionHead?
  /// `nil` for a first edition.
  let baseline: Ledger?
}

/// That the figures are those that were published under the same id.
struct EditionAgain: Sendable {
  /// What was published.
  let own: Ledger
  /// What holds if nothing else is told otherwise either.
  let standing: EditionStanding
}

/// An edition whose figures are known.
struct SettledEdition: Sendable {
  let id: String
  /// What holds of a new edition, or of one that takes the place of what was published under its id.
  private let standing: EditionStanding
  private let again: EditionAgain?
  /// What was ever published of each figure, where it is the last that was.
  let known: [String: String]
  /// What each of them spoke of.
  let subjects: [String: FigureSubject]
  /// What the units of theirs were called.
  let unitNames: [String: String]
  let withdrawals: [Withdrawal]
  /// It and all others that are known, the latest first.
  let listed: [ListedEdition]

  init(
    id: String, standing: EditionStanding, again: EditionAgain?, known: [String: String],
    subjects: [String: FigureSubject], unitNames: [String: String], withdrawals: [Withdrawal],
    listed: [ListedEdition]
  ) {
    self.listed = listed
    (self.id, self.standing, self.again) = (id, standing, again)
    (self.known, self.subjects, self.unitNames, self.withdrawals) = (known, subjects, unitNames, withdrawals)
  }

  /// What holds of it with these verdicts.
  ///
  /// The same figures are the same edition only when every target has the same word and asks the same, on the same day.
  func standing(with verdicts: [LedgerVerdict]) -> EditionStanding {
    guard let again else { return standing }
    let (before, now) = (again.own.head?.date ?? "", standing.head?.date ?? "")
    let isSameDay = before.isEmpty || now.isEmpty || before == now
    return isSameDay && again.own.saysTheSame(verdicts) ? again.standing : standing
  }

  /// What it says in words of its own, each with where that was written.
  var reasons: [(text: Phrase, place: Phrase)] {
    // Which of them will be told depends on verdicts that are not given yet.
    let typed = [standing.head?.reason, again?.standing.head?.reason].compactMap { $0 }.map {
      (
        text: Phrase(same: $0),
        place: Phrase(vi: "lý do ở --accept-changes", en: "the reason of --accept-changes")
      )
    }
    let declared = (standing.head?.corrections ?? []).enumerated().map { index, correction in
      let place = Phrase(
        vi: "lý do thứ \(index + 1) trong edition.corrections",
        en: "reason number \(index + 1) of `edition.corrections`")
      return (text: correction.reason, place: place)
    }
    return typed + declared
  }
  /// Marks plain values that are others than before as revised.
  ///
  /// One that was provisional was bound to change, and one that is provisional or estimated says so; these keep their word.
  /// What was marked under the same id stays so, whatever else of the edition is told otherwise.
  func mark(_ figures: inout [Figure]) {
    guard let baseline = (again?.standing ?? standing).baseline else { return }
    for index in figures.indices where figures[index].status == .value {
      if again?.own.figures[figures[index].id]?.status == .revised {
        figures[index].status = .revised
        continue
      }
      guard let before = baseline.figures[figures[index].id], before.state == .value,
        before.status != .provisional, before.value != Ledger.text(figures[index])
      else { continue }
      figures[index].status = .revised
    }
  }
}

extension StageError {
  fileprivate static func noPredecessor(_ id: String) -> StageError {
    StageError(
      Phrase(
        vi: "không có sổ công bố của lần trước '\(id)'",
        en: "there is no ledger of the edition before, '\(id)'"),
      hint: Phrase(
        vi: "chạy với cùng --output như lần trước, hoặc sửa edition.previous",
        en: "run with the --output of that edition, or mend `edition.previous`"), cause: .data,
      code: "edition.no-predecessor")
  }
}
