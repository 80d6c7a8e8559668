import Diagnostics
import Disclosure
public import StageKit

/// The options of `figures.protect`.
public struct ProtectOptions: StageOptions {
  @Option(
    vi: "Số liệu phải công khai, và căn cứ.", en: "Figures that are public by law, and on which ground.")
  var publicByLaw: [Ground]
  @Option(
    vi:
      "Số đếm nhỏ nhất được công bố khi không có căn cứ, trừ số 0; phần còn lại của tổng cũng vậy. Không khai thì giữ lại mọi số không có căn cứ.",
    en:
      "The least count that is published without a ground, but for 0; what is left of its base too. When left out, all without a ground are withheld.",
    limit: .atLeast(3))
  var threshold: Int?
  @Option(
    vi: "Tổng nhỏ nhất mà các phần được công bố, ở cấp xã.",
    en: "The least base whose parts are published, of communes.", default: 10, limit: .atLeast(0))
  var minBase: Int
  @Option(
    vi: "Số đếm nào là một phần của số đếm nào; thêm vào những điều chương trình đã biết.",
    en: "Which count is a part of which; besides those that the program knows.", default: [])
  var bases: [Base]
  @Option(
    vi: "Số đếm là tổng của các số đếm khác: tên: [các phần].",
    en: "Counts that are the sum of others: name: [parts].")
  var sums: Mapping<[String]>?
  @Option(
    vi: "Các loại nhóm chia hết dân cư, để các nhóm cộng lại thành all.",
    en: "The kinds of groups that part everybody, so that the groups add up to all.",
    default: ["area", "ethnicity"])
  var partitions: [String]
  /// Options not yet read.
  public init() {}

  /// The grounds; one that says nothing is reported.
  func grounds(_ plan: inout Planning) -> [PublicGround] {
    for ground in publicByLaw where ground.isSilent {
      plan.report(
        Diagnostic(
          "protect.no-reason",
          Phrase(vi: "căn cứ công khai để trống", en: "the ground for publishing is empty"),
          at: ground.$reason))
    }
    return publicByLaw.map {
      PublicGround(measures: $0.measures, groups: $0.groups, reason: $0.reason.phrase)
    }
  }
  /// The rule for figures without a ground; `nil` when there is none, and options that then mean nothing are reported.
  func rule(_ plan: inout Planning) -> DisclosureRule? {
    guard let threshold else {
      for range in [$minBase, $bases, $sums, $partitions] {
        guard let range else { continue }
        plan.report(
          Diagnostic(
            "protect.no-threshold",
            Phrase(
              vi:
                "không có threshold nên mọi số liệu không có căn cứ bị giữ lại, và mục này không có tác dụng",
              en: "without `threshold` all figures without a ground are withheld, and this has no effect"),
            at: range, hint: Phrase(vi: "thêm threshold: 5", en: "add `threshold: 5`")))
      }
      return nil
    }
    let sums = sums?.entries.map { DisclosureRule.Sum($0.name, of: $0.value) } ?? []
    return DisclosureRule(
      threshold: threshold, minBase: minBase, bases: bases.map(\.rule),
      sums: DisclosureRule.Sum.usual.filter { usual in !sums.contains { $0.measure == usual.measure } }
        + sums,
      partitions: partitions)
  }
}
