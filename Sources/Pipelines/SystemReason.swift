import Diagnostics
import Glibc

/// Why the operating system refused a call, in both languages; reasons that are rare stay in its own words.
struct SystemReason {
  private let code: Int32

  /// The reason with a number.
  init(_ code: Int32) { self.code = code }

  var phrase: Phrase {
    let own = String(cString: strerror(code))
    return Phrase(vi: Self.vietnamese[code] ?? own, en: own)
  }
  /// What a call does, as it is said after "cannot".
  static func action(of call: String) -> String { actions[call] ?? call }

  private static let vietnamese: [Int32: String] = [
    EACCES: "không có quyền", EPERM: "không được phép", EROFS: "ổ đĩa chỉ cho đọc",
    ENOENT: "không có tệp hay thư mục ấy", ENOTDIR: "một phần của đường dẫn không phải thư mục",
    EISDIR: "đó là một thư mục", EIO: "đĩa đọc hay ghi không được", ELOOP: "liên kết trỏ vòng quanh",
    ENAMETOOLONG: "tên quá dài", EMFILE: "mở quá nhiều tệp", EBUSY: "đang bị chương trình khác dùng",
  ]
  private static let actions = [
    "open": "mở", "mkdir": "tạo thư mục", "write": "ghi", "read": "đọc", "rename": "đặt tên",
    "exchange": "thay", "close": "ghi xong", "sync": "ghi xong", "stat": "xem",
  ]
}
