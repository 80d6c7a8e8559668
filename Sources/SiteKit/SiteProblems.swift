import Diagnostics

extension Diagnostic {
  static func duplicatePage(_ path: PagePath) -> Diagnostic {
    Diagnostic(
      "site.duplicate-page",
      Phrase(
        vi: "hai trang cùng đường dẫn '\(path.text)'", en: "two pages have the path '\(path.text)'"),
      at: nil,
      hint: Phrase(
        vi: "hai kế hoạch, chỉ tiêu hoặc đơn vị trùng mã: đặt lại mã cho một bên",
        en: "two plans, targets or units share an id: give one of them another"))
  }
  static func brokenLink(_ link: String, on page: PagePath) -> Diagnostic {
    Diagnostic(
      "site.broken-link",
      Phrase(
        vi: "trang '\(page.text)' có liên kết '\(link)' không dẫn tới tệp nào",
        en: "the page '\(page.text)' links to '\(link)', which is no file of the site"), at: nil,
      hint: Phrase(
        vi: "sửa địa chỉ trong mẫu; liên kết nội bộ viết bằng {{ link }}",
        en: "mend the address in the template; write internal links with {{ link }}"))
  }
  static func brokenAnchor(_ link: String, on page: PagePath) -> Diagnostic {
    Diagnostic(
      "site.broken-anchor",
      Phrase(
        vi: "trang '\(page.text)' có liên kết '\(link)' tới một id không có",
        en: "the page '\(page.text)' links to '\(link)', whose id is not there"), at: nil)
  }
  static func duplicateID(_ id: String, on page: PagePath) -> Diagnostic {
    Diagnostic(
      "site.duplicate-id",
      Phrase(
        vi: "trang '\(page.text)' có hai chỗ mang id '\(id)'",
        en: "the page '\(page.text)' has the id '\(id)' twice"),
      at: nil)
  }
}
