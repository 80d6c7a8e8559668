public import Diagnostics

extension Standard {
  /// Why figures or plans may not be under a standard, whatever their day.
  public struct Refusal: Sendable, Hashable {
    /// What is in the way.
    public enum Reason: Sendable, Hashable {
      /// It is the standard of another province.
      case scope
      /// The whole pack is provisional.
      case provisional
    }
    /// What is in the way.
    public let reason: Reason
    /// What is wrong.
    public let message: Phrase
    /// How to mend it.
    public let hint: Phrase

    /// Both, where there is but one sentence.
    public var whole: Phrase {
      Phrase(vi: "\(message.vi) (\(hint.vi))", en: "\(message.en) (\(hint.en))")
    }
  }
  /// Why what is counted in a place may not be under this standard; `nil` when it may.
  ///
  /// - Parameters:
  ///   - province: The code of the province; `nil` for the whole country.
  ///   - allowsProvisional: Whether a provisional pack may be used.
  /// - Returns: What is in the way; `nil` when nothing is.
  public func refusal(in province: String?, allowsProvisional: Bool) -> Refusal? {
    if let scope, scope.province != province { return outside(scope, province) }
    guard let provisional, !allowsProvisional else { return nil }
    return Refusal(
      reason: .provisional,
      message: Phrase(
        vi: "chuẩn '\(id)' là tạm: \(provisional.vi)",
        en: "the standard '\(id)' is provisional: \(provisional.en)"),
      hint: Phrase(
        vi: "đối chiếu với văn bản và sửa tệp chuẩn; để chạy thử, ghi allow_provisional: true",
        en: "compare with the act and mend the pack; for a trial write `allow_provisional: true`"))
  }
  private func outside(_ scope: Scope, _ province: String?) -> Refusal {
    Refusal(
      reason: .scope,
      message: Phrase(
        vi: "chuẩn '\(id)' chỉ áp dụng cho \(scope.name.vi) (\(scope.province))"
          + (province.map { ", không phải tỉnh \($0)" } ?? ", không phải cả nước"),
        en: "the standard '\(id)' is that of \(scope.name.en) (\(scope.province))"
          + (province.map { ", not of the province \($0)" } ?? ", not of the whole country")),
      hint: Phrase(
        vi: "dùng chuẩn quốc gia, hoặc chuẩn của tỉnh có số liệu",
        en: "use the standard of the country, or that of the province of the figures"))
  }
}
