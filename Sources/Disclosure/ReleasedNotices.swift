public import Diagnostics
public import Figures
public import StageKit

/// Notices that everybody may read.
public struct ReleasedNotices: Releasable {
  /// Nothing is known of them before they are made.
  public typealias Shape = NoShape
  /// The word for them in a message.
  public static let kind = Phrase(vi: "thông báo đã qua bảo vệ", en: "released notices")
  /// The notices, in the order found.
  public let all: [Notice]
  init(_ all: [Notice]) { self.all = all }
}
