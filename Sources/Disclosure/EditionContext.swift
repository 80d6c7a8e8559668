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
      try pipeline.ledger(name).map { (entry) throws(StageError) in try Ledger(entry) }
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

  /// The entries that tell what is known, the nearest first.
  private var all: [Ledger] { [own, previous].compactMap { $0 } + others.reversed() }
  /// What was published before of figures that there are now, and of others.
  func earlier(than figures: [Figure]) -> [EarlierFigure] { all.flatMap { $0.earlier(than: figures) } }
  /// What each of them told and withheld.
  func editions(beside figures: [Figure]) -> [EarlierEdition] {
    let ids = Dictionary(figures.map { ($0.id, $0) }) { first, _ in first }
    return all.map { EarlierEdition($0, beside: ids) }
  }

  /// What holds of the edition once it is known what it tells.
  ///
  /// The same figures under an id that was published are that edition again, with its reason; others take its place.
  func settled(with figures: [Figure], rule: DisclosureRule?) -> SettledEdition {
    var head = head
    var baseline = previous
    head?.reason = acceptance
    head?.rule = rule.map { "\($0.threshold)/\($0.minBase)" } ?? ""
    if let own {
      let isSame = own.hasSameFigures(as: figures)
      if isSame { head?.reason = acceptance ?? own.head?.reason }
      head?.replaces = isSame ? own.head?.replaces : nextName
      head?.replacesDigest = isSame ? own.head?.replacesDigest : ownDigest
      baseline = (isSame ? replaced : own) ?? previous
    }
    var known: [String: String] = [:]
    var subjects: [String: FigureSubject] = [:]
    for ledger in all {
      known.merge(ledger.known) { nearest, _ in nearest }
      subjects.merge(ledger.subjects) { nearest, _ in nearest }
    }
    return SettledEdition(
      id: id, head: head, baseline: baseline, known: known, subjects: subjects, withdrawals: withdrawals)
  }
}

/// An edition whose figures are known.
struct SettledEdition: Sendable {
  let id: String
  let head: EditionHead?
  /// What it is compared with.
  let baseline: Ledger?
  /// What was ever published of each figure, where it is the last that was.
  let known: [String: String]
  /// What each of them spoke of.
  let subjects: [String: FigureSubject]
  let withdrawals: [Withdrawal]

  /// What it says in words of its own, each with where that was written.
  var reasons: [(text: Phrase, place: Phrase)] {
    let typed = head?.reason.map {
      [
        (
          text: Phrase(same: $0),
          place: Phrase(vi: "lý do ở --accept-changes", en: "the reason of --accept-changes")
        )
      ]
    }
    let declared = (head?.corrections ?? []).enumerated().map { index, correction in
      let place = Phrase(
        vi: "lý do thứ \(index + 1) trong edition.corrections",
        en: "reason number \(index + 1) of `edition.corrections`")
      return (text: correction.reason, place: place)
    }
    return (typed ?? []) + declared
  }
  /// Marks plain values that are others than before as revised.
  ///
  /// One that was provisional was bound to change, and one that is provisional or estimated says so; these keep their word.
  func mark(_ figures: inout [Figure]) {
    guard let baseline else { return }
    for index in figures.indices where figures[index].status == .value {
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
