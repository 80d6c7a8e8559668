public import Diagnostics
import Figures
import Plans
public import StageKit
public import Tables

/// What one edition tells otherwise than another: every figure and every verdict, with the reason.
///
/// It is made of what was published alone. The page of changes, the feed, the command `diff` and the limits of a run all have
/// it from here.
public struct EditionDiff: Sendable {
  /// An edition, as far as its entry says.
  public struct Edition: Sendable, Hashable {
    /// Its id; empty when it is not known.
    public let id: String
    /// Its day, `2025-01-15`; empty when it is not known.
    public let date: String
  }
  /// The edition before.
  public let old: Edition
  /// The edition after.
  public let new: Edition
  /// Why changes were accepted, as `--accept-changes` said; `nil` when nothing was said.
  public let acceptance: String?
  /// The figures that are told otherwise, sorted by id; those that are new too.
  public let figures: [FigureChange]
  /// The targets with another word, or that ask something else, sorted by plan and target; those that are new too.
  public let verdicts: [VerdictChange]
  /// What units are called, each with those above it, by id; those that are gone too.
  private let unitNames: [String: String]
  /// What targets call the measures that they ask of.
  private let titles: [String: Phrase]
  /// How many figures had a value in the edition before.
  public let publishedBefore: Int
  /// How many verdicts the edition before gave.
  public let judgedBefore: Int

  /// The difference between two entries of ledgers.
  ///
  /// Reasons that were given for the changes since another entry are not told, nor is what a withdrawn edition told.
  ///
  /// - Parameters:
  ///   - old: The entry before.
  ///   - new: The entry after.
  ///   - digest: The SHA-256 of the entry before; `nil` when nobody makes digests.
  ///   - withdrawn: The ids of editions that were withdrawn.
  /// - Throws: When one is no entry.
  public init(
    from old: [UInt8], to new: [UInt8], digest: String? = nil, withdrawn: Set<String> = []
  ) throws(StageError) {
    self.init(from: try Ledger(old), to: try Ledger(new), digest: digest, withdrawn: withdrawn)
  }
  init(from old: Ledger, to new: Ledger, digest: String? = nil, withdrawn: Set<String> = []) {
    (self.old, self.new) = (Edition(old.head), Edition(new.head))
    let given = new.head?.speaks(ofChangesSince: old.head, digest: digest) == true ? new.head : nil
    acceptance = given?.reason
    publishedBefore = old.figures.values.count { $0.state == .value }
    judgedBefore = old.verdicts.count
    unitNames = new.unitNames.merging(old.unitNames) { now, _ in now }
    titles = new.lentTitles.merging(old.lentTitles) { now, _ in now }
    let changed = Self.figures(from: old, to: new)
    let reasons = ChangeReasons(old.head, new.head, given: given, changed)
    let explained = changed.map { reasons.explained($0) }
    let byID = Dictionary(explained.map { ($0.figure, $0) }) { first, _ in first }
    let judged = Self.verdicts(from: old, to: new, byID).map { reasons.explained($0, byID) }
    let (isOldHidden, isNewHidden) = (withdrawn.contains(self.old.id), withdrawn.contains(self.new.id))
    figures = explained.map { change in
      var change = change
      (change.hidesOld, change.hidesNew) = (isOldHidden, isNewHidden)
      return change
    }
    verdicts = judged.map { change in
      var change = change
      change.hidesOld = isOldHidden && change.cause != .added
      change.hidesNew = isNewHidden && change.cause != .removed
      return change
    }
  }

  /// What a unit is called, with those above it, as far as the two editions say.
  public func unitName(_ id: String) -> String? { unitNames[id] }
  /// What a measure is called: by its own name, or else by the title of a target that asks for it.
  public func measureName(_ measure: String) -> Phrase? {
    KnownMeasures.words[measure] ?? titles[measure]
  }

  /// The figures without those that are new: what was told and is not so any more.
  public var corrected: [FigureChange] { figures.filter { $0.kind != .added } }
  /// The verdicts without those on targets that are new.
  public var correctedVerdicts: [VerdictChange] { verdicts.filter { $0.cause != .added } }
  /// How many figures are new.
  public var addedCount: Int { figures.count { $0.kind == .added } }
  /// Whether nothing at all is told otherwise.
  public var isEmpty: Bool { figures.isEmpty && verdicts.isEmpty }

  private static func figures(from old: Ledger, to new: Ledger) -> [FigureChange] {
    var rest = old.figures
    var changes: [FigureChange] = []
    for (id, now) in new.figures {
      let before = rest.removeValue(forKey: id)
      if let before, before.isSame(as: now) { continue }
      changes.append(FigureChange(id, from: before, to: now))
    }
    changes += rest.map { FigureChange($0.key, from: $0.value, to: nil) }
    return changes.sorted { $0.figure < $1.figure }
  }
  private static func verdicts(
    from old: Ledger, to new: Ledger, _ figures: [String: FigureChange]
  ) -> [VerdictChange] {
    let ids = Set(old.verdicts.keys).union(new.verdicts.keys)
    return ids.sorted().compactMap { id in
      switch (old.verdicts[id], new.verdicts[id]) {
      case (let before?, let now?):
        // A target that asks something else is told of although its word happens to be the same.
        guard before.word != now.word || before.asksOtherwise(than: now) else { return nil }
        return VerdictChange(before, now, cause(before, now, figures, old, new))
      case (nil, let now?): return VerdictChange(nil, now, .added)
      case (let before?, nil): return VerdictChange(before, nil, .removed)
      case (nil, nil): return nil
      }
    }
  }
  /// What made a word another: the plan before its figures, and figures that were told before those that are new.
  private static func cause(
    _ before: LedgerVerdict, _ now: LedgerVerdict, _ figures: [String: FigureChange], _ old: Ledger,
    _ new: Ledger
  ) -> VerdictChange.Cause {
    if before.asksOtherwise(than: now) { return .plan }
    let used = [now.result, before.result, now.base, before.base, now.whole, before.whole].compactMap { $0 }
    if let changed = used.first(where: { figures[$0].map { $0.kind != .added } ?? false }) {
      return .figure(changed)
    }
    if let fresh = used.first(where: { figures[$0] != nil }) {
      return isProgress(fresh, before, old, figures) ? .newFigure(fresh) : .figure(fresh)
    }
    // What was due already does not change with the day.
    let wasDue = !before.due.isEmpty && before.due <= (old.head?.date ?? "")
    return old.head?.date != new.head?.date && !wasDue ? .day : .rule
  }
  /// Whether a figure that is new speaks of a later day than the one judged before, or lets a target be judged at all.
  ///
  /// One that speaks of the same day takes the place of what was judged, as a correction does.
  private static func isProgress(
    _ fresh: String, _ before: LedgerVerdict, _ old: Ledger, _ figures: [String: FigureChange]
  ) -> Bool {
    guard VerdictWord(rawValue: before.word)?.isJudgement == true, let judged = before.result,
      let then = old.figures[judged]?.subject?.asOf, let now = figures[fresh]?.subject?.asOf
    else { return true }
    return now > then
  }
}

extension EditionDiff.Edition {
  fileprivate init(_ head: EditionHead?) { (id, date) = (head?.edition ?? "", head?.date ?? "") }
}

extension EditionDiff {
  /// The edition that an entry is compared with: what it takes the place of, or else the one before; `nil` for a first.
  ///
  /// - Throws: When it is no entry.
  public static func predecessor(of entry: [UInt8]) throws(StageError) -> String? {
    let head = try Ledger(entry).head
    return head?.replaces ?? head?.previous
  }
  /// The day of an edition by its entry; `nil` when that does not say, or is none.
  public static func day(of entry: [UInt8]) -> Day? {
    do throws(StageError) { return try Ledger(entry).head.flatMap { Day(iso: $0.date) } } catch { return nil }
  }
}
