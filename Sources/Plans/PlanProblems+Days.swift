import Diagnostics
import StageKit
import Tables

// The words for what is wrong with the days of a target, its years and its path.
extension Diagnostic {
  static func dueOutside(_ target: TargetFields, _ due: Day, _ period: PeriodFields) -> Diagnostic {
    Diagnostic(
      "plan.due",
      Phrase(
        vi: "hạn \(due.iso) của '\(target.id)' nằm ngoài thời kỳ \(period.from.iso) – \(period.to.iso)",
        en:
          "'\(target.id)' is due on \(due.iso), outside the period from \(period.from.iso) to \(period.to.iso)"
      ),
      at: target.$due,
      hint: Phrase(
        vi:
          "kết quả phải thuộc thời kỳ của kế hoạch; chỉ số liệu gốc mới có thể trước đó, chỉ tiền mới có thể sau đó",
        en:
          "a result lies in the period of the plan; only a baseline may lie before it, and only money after it"
      ))
  }
  static func dueTooLate(_ target: TargetFields, _ due: Day, _ period: PeriodFields) -> Diagnostic {
    Diagnostic(
      "plan.due",
      Phrase(
        vi: "hạn \(due.iso) của '\(target.id)' sau thời kỳ hơn một năm (\(period.to.iso))",
        en:
          "'\(target.id)' is due on \(due.iso), more than a year after the period, which ends on \(period.to.iso)"
      ),
      at: target.$due,
      hint: Phrase(
        vi: "tiền của một kế hoạch thường được chi đến 31/01 năm sau",
        en: "money of a plan may be spent until 31 January of the next year as a rule"))
  }
  static func dueWithoutReason(_ target: TargetFields, _ due: Day, _ period: PeriodFields) -> Diagnostic {
    Diagnostic(
      "plan.due-reason",
      Phrase(
        vi: "hạn \(due.iso) của '\(target.id)' ở sau thời kỳ (\(period.to.iso)) mà không ghi vì sao",
        en:
          "'\(target.id)' is due on \(due.iso), after the period, which ends on \(period.to.iso), without a reason"
      ),
      at: target.$due,
      hint: Phrase(
        vi: "thêm due_reason, như: ngân sách năm được chi đến 31/01 năm sau",
        en: "add `due_reason`, such as: the budget of a year may be spent until 31 January of the next"))
  }
  static func reasonWithoutDue(_ target: TargetFields) -> Diagnostic {
    Diagnostic(
      "plan.due-reason",
      Phrase(
        vi: "'\(target.id)' có due_reason mà hạn không ở sau thời kỳ",
        en: "'\(target.id)' has a `due_reason`, and is not due after the period"), at: target.$dueReason,
      hint: Phrase(vi: "bỏ due_reason, hoặc ghi due", en: "remove it, or write `due`"))
  }
  static func baselineNotBefore(_ target: TargetFields, _ due: Day) -> Diagnostic {
    Diagnostic(
      "plan.baseline",
      Phrase(
        vi: "số liệu gốc của '\(target.id)' không trước hạn \(due.iso)",
        en: "the baseline of '\(target.id)' is not before it is due on \(due.iso)"), at: target.$baseline,
      hint: Phrase(
        vi: "số liệu gốc thường là ngày cuối của năm trước kỳ",
        en: "a baseline is mostly the last day before the period"))
  }
  static func notWholeYears(_ target: TargetFields, from: Day, to: Day) -> Diagnostic {
    Diagnostic(
      "plan.years",
      Phrase(
        vi: "'\(target.id)': từ \(from.iso) đến hạn \(to.iso) không phải số năm tròn",
        en: "'\(target.id)': from \(from.iso) until it is due on \(to.iso) is not a whole number of years"),
      at: target.$baseline,
      hint: Phrase(
        vi: "mức của mỗi năm cần số liệu gốc cùng ngày, cùng tháng với hạn",
        en: "a change of every year needs a baseline on the day and month on which it is due"))
  }
  static func yearsTooMuch(
    _ number: FixedPoint, _ years: Int, _ target: TargetFields, at range: SourceRange?
  ) -> Diagnostic {
    Diagnostic(
      "plan.years-number",
      Phrase(
        vi: "'\(target.id)': mỗi năm \(number.plain), \(years) năm thì vượt mọi giá trị có thể có",
        en: "'\(target.id)': \(number.plain) a year for \(years) years is more than there can be"),
      at: range ?? target.$id,
      hint: Phrase(
        vi: "nếu con số là của cả kỳ thì bỏ per_year",
        en: "when the number is that of the whole period, remove `per_year`"))
  }
  static func shareIsPercent(_ target: TargetFields) -> Diagnostic {
    Diagnostic(
      "plan.share",
      Phrase(
        vi: "'\(target.id)': share_of_parent là một tỷ lệ, nên unit phải là percent",
        en: "'\(target.id)': `share_of_parent` is a rate, so `unit` must be percent"), at: target.$unit,
      hint: Phrase(vi: "ghi unit: percent", en: "write `unit: percent`"))
  }
  static func wrongWay(
    _ word: String, _ measure: String, _ target: TargetFields, at range: SourceRange?
  ) -> Diagnostic {
    Diagnostic(
      "plan.wrong-way",
      Phrase(
        vi: "'\(target.id)': '\(word)' hiểu là ít nhất, mà '\(measure)' thì càng thấp càng tốt",
        en: "'\(target.id)': `\(word)` is read as at least, and of '\(measure)' less is better"), at: range,
      hint: Phrase(
        vi: "ghi at_most hoặc between; mức giảm thì ghi kind: change",
        en: "write `at_most` or `between`; a cut is `kind: change`"))
  }

  // MARK: The plan's own path

  static func pathWithoutPace(_ target: TargetFields) -> Diagnostic {
    Diagnostic(
      "plan.pace",
      Phrase(
        vi: "'\(target.id)' vừa có lộ trình vừa ghi pace: none",
        en: "'\(target.id)' has milestones and `pace: none`"), at: target.$pace,
      hint: Phrase(vi: "bỏ một trong hai", en: "remove one of the two"))
  }
  static func milestoneDay(
    _ milestone: MilestoneFields, _ target: TargetFields, after: Day, before: Day
  ) -> Diagnostic {
    Diagnostic(
      "plan.milestone-day",
      Phrase(
        vi: "mốc \(milestone.on.iso) của '\(target.id)' không nằm giữa \(after.iso) và \(before.iso)",
        en:
          "the milestone \(milestone.on.iso) of '\(target.id)' is not between \(after.iso) and \(before.iso)"),
      at: milestone.$on,
      hint: Phrase(
        vi: "các mốc đi theo thời gian, trong thời kỳ, sau số liệu gốc và trước hạn",
        en: "milestones are in the order of time, in the period, after the baseline and before the due day"))
  }
  static func milestoneWord(
    _ milestone: MilestoneFields, _ word: String, _ target: TargetFields
  ) -> Diagnostic {
    Diagnostic(
      "plan.milestone-word",
      Phrase(
        vi: "mốc \(milestone.on.iso) của '\(target.id)' cần đúng một phép so sánh '\(word)', như chỉ tiêu",
        en:
          "the milestone \(milestone.on.iso) of '\(target.id)' needs the one comparison `\(word)`, as the target has"
      ),
      at: milestone.$on,
      hint: Phrase(vi: "ghi { on: ngày, \(word): số }", en: "write `{ on: day, \(word): number }`"))
  }
  static func milestonesOfRange(_ target: TargetFields, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "plan.milestone-word",
      Phrase(
        vi: "'\(target.id)' là một khoảng, nên không có mốc: khoảng không nói đi lên hay đi xuống",
        en: "'\(target.id)' is a range and has no milestones: a range does not say which way to go"),
      at: range,
      hint: Phrase(
        vi: "bỏ milestones, hoặc ghi at_most hay at_least thay cho between",
        en: "leave `milestones` out, or write `at_most` or `at_least` instead of `between`"))
  }
  static func milestoneBack(
    _ milestone: MilestoneFields, _ target: TargetFields, at range: SourceRange?
  ) -> Diagnostic {
    Diagnostic(
      "plan.milestone-back",
      Phrase(
        vi: "mốc \(milestone.on.iso) của '\(target.id)' lùi so với mốc trước",
        en: "the milestone \(milestone.on.iso) of '\(target.id)' turns back behind the one before"),
      at: range,
      hint: Phrase(
        vi: "lộ trình đi về phía mục tiêu: xem lại các số",
        en: "a path goes toward its target: look at the numbers again"))
  }
  static func milestoneBeyond(_ target: TargetFields, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "plan.milestone-back",
      Phrase(
        vi: "mốc cuối của '\(target.id)' đã vượt chính mục tiêu",
        en: "the last milestone of '\(target.id)' goes beyond the target itself"), at: range,
      hint: Phrase(
        vi: "mốc và mục tiêu mâu thuẫn nhau: xem lại văn bản",
        en: "the two contradict each other: look at the document again"))
  }
}
