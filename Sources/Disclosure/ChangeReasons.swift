import Diagnostics
import Figures

/// Why figures and verdicts have changed: what the pipeline says of each, or what the two editions show, or what was said of
/// all.
struct ChangeReasons {
  private let old: EditionHead?
  private let new: EditionHead?
  /// Whose reasons were given for just these changes; `nil` when none were.
  private let given: EditionHead?
  /// The ids of figures that are new, by what they have in common with others of other standards and sources.
  private let added: [[String]: FigureChange]

  init(_ old: EditionHead?, _ new: EditionHead?, given: EditionHead?, _ changes: [FigureChange]) {
    (self.old, self.new, self.given) = (old, new, given)
    let fresh = changes.filter { $0.kind == .added }
    added = Dictionary(
      fresh.compactMap { change in change.subject.map { ($0.withoutStandard, change) } }
    ) { first, _ in first }
  }

  func explained(_ change: FigureChange) -> FigureChange {
    var change = change
    let declared = given?.corrections.first { $0.covers(change.figure, change.subject) }?.reason
    // Nothing is corrected where something is new.
    guard change.kind != .added else { return change }
    change.reason = declared ?? detected(change) ?? general
    return change
  }
  func explained(_ change: VerdictChange, _ figures: [String: FigureChange]) -> VerdictChange {
    var change = change
    let declared = given?.corrections.first { $0.covers(target: change.target) }?.reason
    change.reason = declared ?? figureReason(of: change.cause, figures) ?? usual(change.cause)
    return change
  }
  private var general: Phrase? { given?.reason.map { Phrase(same: $0) } }

  // MARK: What two editions show

  private func detected(_ change: FigureChange) -> Phrase? {
    switch change.kind {
    case .added: return nil
    case .withheld: return ruleChange ?? .protecting
    case .released: return ruleChange
    case .removed: return replacement(of: change)
    case .revised:
      if change.statuses.old == .provisional, change.statuses.new == .value { return .nowFinal }
      guard let before = change.before?.source, let after = change.after?.source, before != after else {
        return nil
      }
      return Phrase(
        vi: "nguồn đổi từ “\(before)” sang “\(after)”", en: "the source was “\(before)” and is “\(after)” now"
      )
    }
  }
  private var ruleChange: Phrase? {
    guard let old, let new, old.rule != new.rule, !old.edition.isEmpty else { return nil }
    return Phrase(
      vi: "quy tắc bảo vệ đổi (\(old.rule.shownRule.vi) → \(new.rule.shownRule.vi))",
      en: "the rule of protection changed (\(old.rule.shownRule.en) → \(new.rule.shownRule.en))")
  }
  private func replacement(of change: FigureChange) -> Phrase? {
    guard let subject = change.subject, let other = added[subject.withoutStandard]?.subject else {
      return nil
    }
    guard subject.standard != other.standard else {
      return Phrase(vi: "thay bằng số của một nguồn khác", en: "a figure of another source takes its place")
    }
    return Phrase(
      vi: "thay bằng số theo chuẩn khác (\(subject.standard) → \(other.standard))",
      en: "a figure by another standard takes its place (\(subject.standard) → \(other.standard))")
  }
  /// The reason that is given for the figure on which a verdict rests.
  private func figureReason(of cause: VerdictChange.Cause, _ figures: [String: FigureChange]) -> Phrase? {
    guard case .figure(let id) = cause, let reason = figures[id]?.reason else { return nil }
    return Phrase(vi: "số liệu đã sửa: \(reason.vi)", en: "a figure was changed: \(reason.en)")
  }
  private func usual(_ cause: VerdictChange.Cause) -> Phrase {
    switch cause {
    case .figure: Phrase(vi: "số liệu đã sửa", en: "a figure was changed")
    case .newFigure: Phrase(vi: "có số liệu mới", en: "there is a new figure")
    case .plan: Phrase(vi: "nội dung chỉ tiêu đã đổi", en: "the plan asks something else")
    case .day: Phrase(vi: "ngày đánh giá đã khác", en: "the day of the verdict is another")
    case .rule: general ?? Phrase(vi: "cách đánh giá đã đổi", en: "the rule of verdicts changed")
    case .added: Phrase(vi: "chỉ tiêu mới", en: "the target is new")
    case .removed: general ?? Phrase(vi: "chỉ tiêu không còn", en: "the target is gone")
    }
  }
}

extension Phrase {
  fileprivate static let protecting = Phrase(
    vi: "nay giữ lại để bảo vệ người dân", en: "withheld now, to protect people")
  fileprivate static let nowFinal = Phrase(
    vi: "số sơ bộ nay là số chính thức", en: "it was provisional, and is final now")
}
extension String {
  fileprivate var shownRule: Phrase {
    isEmpty ? Phrase(vi: "không ngưỡng", en: "no threshold") : Phrase(same: self)
  }
}
