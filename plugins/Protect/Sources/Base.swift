import Diagnostics
import Disclosure
public import StageKit

/// One base: of which count others are a part.
public struct Base: StageOptions {
  @Option(
    vi: "Các số đo là một phần; tên kết thúc bằng * là mọi số đo bắt đầu như vậy.",
    en: "The measures that are parts; a name that ends in * stands for all that begin so.")
  var measures: [String]
  @Option(
    vi: "Các nhóm của chúng, cũng như vậy.", en: "Their groups, by the same rule.", default: ["all"])
  var groups: [String]
  @Option(
    vi: "Số đo của tổng; không khai thì là chính số đo ấy.",
    en: "The measure of the base; that of the part itself when left out.")
  var base: String?
  @Option(vi: "Nhóm của tổng.", en: "The group of the base.", default: "all") var baseGroup: String
  /// Options not yet read.
  public init() {}

  var rule: DisclosureRule.Base {
    DisclosureRule.Base(measures: measures, groups: groups, measure: base, group: baseGroup)
  }
}
