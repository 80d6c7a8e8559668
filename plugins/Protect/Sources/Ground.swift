import Diagnostics
public import StageKit

/// One ground for publishing figures.
public struct Ground: StageOptions {
  @Option(vi: "Các số đo.", en: "The measures.") var measures: [String]
  @Option(
    vi: "Các nhóm; tên kết thúc bằng * là mọi nhóm bắt đầu như vậy.",
    en: "The groups; a name that ends in * stands for all that begin so.", default: ["all"])
  var groups: [String]
  @Option(
    vi: "Luật buộc công khai, hoặc nơi đã công bố.",
    en: "The law that makes them public, or where they were published.")
  var reason: PhraseOption
  /// Options not yet read.
  public init() {}

  /// Whether it does not say why.
  var isSilent: Bool {
    [reason.phrase.vi, reason.phrase.en].contains { $0.allSatisfy(\.isWhitespace) }
  }
}
