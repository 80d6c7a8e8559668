import Diagnostics
import Pipelines
import StageKit

extension Output.Withdrawing {
  /// What the command says of it.
  func said(of edition: String, in folder: String) -> Phrase {
    switch self {
    case .done, .unrecorded:
      Phrase(
        vi:
          "đã gỡ lần công bố '\(edition)': \(folder)/public chỉ còn thông báo; xóa cả bản đã chép lên máy chủ",
        en:
          "withdrew the edition '\(edition)': \(folder)/public has the notice alone; remove the copy on the server too"
      )
    case .mended:
      Phrase(
        vi: "lần công bố '\(edition)' đã được gỡ từ trước; thông báo ở \(folder)/public đã được viết lại",
        en: "the edition '\(edition)' was withdrawn before; the notice in \(folder)/public was written again")
    case .unchanged:
      Phrase(
        vi: "lần công bố '\(edition)' đã được gỡ từ trước; không có gì thay đổi",
        en: "the edition '\(edition)' was withdrawn before; nothing has changed")
    }
  }
  /// The same for programs.
  func json(of edition: String) -> JSON {
    let word =
      switch self {
      case .done, .unrecorded: "withdrawn"
      case .mended: "notice-mended"
      case .unchanged: "withdrawn-before"
      }
    return ["status": .string(word), "edition": .string(edition)]
  }
}
