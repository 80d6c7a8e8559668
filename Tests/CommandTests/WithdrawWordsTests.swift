import Foundation
import Testing

/// What `withdraw` says and leaves, in both languages and for programs.
@Suite struct WithdrawWordsTests {
  private static let reason = "có thể nhận ra một hộ"
  private static func published() throws -> TemporaryProject {
    let project = try TemporaryProject()
    for line in ["init .", "run vi-du/pipeline.yaml --output ra --quiet"] { _ = try project.run(line) }
    return project
  }
  /// A site that stays as it is, for what is refused.
  private static let standing = Result { try published() }
  private static func withdraw(
    _ project: TemporaryProject, _ more: String..., reason: String = WithdrawWordsTests.reason
  ) throws -> Program.Outcome {
    try Program.run(["withdraw", "ra", "--reason", reason] + more, in: project.folder)
  }

  @Test(arguments: [
    (
      "withdraw khong-co --reason x", "withdraw.nothing", "không có gì đang công bố ở 'khong-co/public'",
      "nothing is published in 'khong-co/public'"
    ),
    (
      "withdraw vi-du --reason x", "withdraw.nothing", "không có gì đang công bố ở 'vi-du/public'",
      "nothing is published in 'vi-du/public'"
    ),
    (
      "withdraw ra --reason x --edition 2024-01.1", "withdraw.other",
      "đang công bố là lần '2025-01.1', không phải '2024-01.1'; không gỡ gì",
      "what is published is '2025-01.1', not '2024-01.1'; nothing was taken down"
    ),
    (
      "withdraw ra --reason x --date 2025-01-14", "withdraw.date",
      "ngày gỡ 14/01/2025 trước ngày của lần công bố '2025-01.1' (15/01/2025); không gỡ gì",
      "2025-01-14 is before the day of the edition '2025-01.1' (2025-01-15); nothing was taken down"
    ),
    (
      "withdraw ra --reason x --date 14/01/2025", "withdraw.date", "ngày gỡ 14/01/2025",
      "2025-01-14 is before the day"
    ),
  ]) func `what is refused says why and what to do, and takes nothing down`(
    _ line: String, _ code: String, _ vietnamese: String, _ english: String
  ) throws {
    let project = try Self.standing.get()
    let before = try project.tree("ra")
    for (language, text, hint) in [("vi", vietnamese, "gợi ý: "), ("en", english, "hint: ")] {
      let found = try project.run("\(line) --lang \(language)")
      #expect(found.status == 64 && found.out.isEmpty)
      #expect(found.firstError.contains(text) && found.firstError.hasSuffix("[\(code)]"), "\(found.err)")
      #expect(found.err.contains("\n\(hint)"), "\(found.err)")
    }
    #expect(try project.tree("ra") == before)
  }
  @Test(arguments: [
    "withdraw", "withdraw ra", "withdraw ra --reason", "withdraw ra --reason x --date 31/02/2025",
    "withdraw ra --reason x --date hom-nay", "withdraw ra --reason x --date 2025-2-1",
    "withdraw ra ra --reason x", "withdraw ra --reason x --editions 2025-01.1", "withdraw --reason x",
  ]) func `a command line that cannot be meant takes nothing down`(_ line: String) throws {
    let project = try Self.standing.get()
    let before = try project.tree("ra")
    for language in ["vi", "en"] {
      let found = try project.run("\(line) --lang \(language)")
      #expect(found.status == 64 && found.out.isEmpty && !found.err.isEmpty, "\(found.out)")
    }
    #expect(try project.tree("ra") == before)
  }
  @Test(arguments: ["", " ", "\t", "gọi 0912345678", "CCCD 001203004567"])
  func `a reason is some words without a number of a person`(_ reason: String) throws {
    let project = try Self.standing.get()
    let before = try project.tree("ra")
    let found = try Self.withdraw(project, "--lang", "en", reason: reason)
    #expect([1, 64].contains(found.status) && found.out.isEmpty, "\(found.out)")
    #expect(!found.err.contains("0912345678") && !found.err.contains("001203004567"), "it is not repeated")
    #expect(try project.tree("ra") == before)
  }

  @Test(arguments: [
    (
      "vi", "đã gỡ lần công bố '2025-01.1': ra/public chỉ còn thông báo; xóa cả bản đã chép lên máy chủ\n",
      "lần công bố '2025-01.1' đã được gỡ từ trước; không có gì thay đổi\n",
      "lần công bố '2025-01.1' đã được gỡ từ trước; thông báo ở ra/public đã được viết lại\n"
    ),
    (
      "en",
      "withdrew the edition '2025-01.1': ra/public has the notice alone; remove the copy on the server too\n",
      "the edition '2025-01.1' was withdrawn before; nothing has changed\n",
      "the edition '2025-01.1' was withdrawn before; the notice in ra/public was written again\n"
    ),
  ]) func `once it is done, again nothing is, and another reason mends the notice`(
    _ language: String, _ done: String, _ again: String, _ mended: String
  ) throws {
    let project = try Self.published()
    let first = try Self.withdraw(project, "--lang", language)
    #expect(first.status == 0 && first.out == done && first.err.isEmpty, "\(first.err)")
    let files = try project.tree("ra/public")
    let second = try Self.withdraw(project, "--lang", language)
    #expect(second.status == 0 && second.out == again)
    #expect(try project.tree("ra/public") == files)
    let third = try Self.withdraw(project, "--lang", language, reason: "một con số sai")
    #expect(third.status == 0 && third.out == mended)
    #expect(try project.read("ra/public/index.html").contains("Lý do: một con số sai."))
  }
  @Test func `for programs each of these is one object`() throws {
    let project = try Self.published()
    for (reason, status) in [
      (Self.reason, "withdrawn"), (Self.reason, "withdrawn-before"), ("khác", "notice-mended"),
    ] {
      let found = try Self.withdraw(project, "--format", "json", reason: reason)
      let object = try JSONSerialization.jsonObject(with: Data(found.out.utf8)) as? [String: String]
      #expect(object == ["status": status, "edition": "2025-01.1"], "\(found.out)")
    }
  }
  @Test func `the notice has a reason in each language, or the one in both`() throws {
    let project = try Self.published()
    #expect(try Self.withdraw(project, "--reason-en", "a family could be recognised").status == 0)
    var page = try project.read("ra/public/index.html")
    #expect(page.contains("Lý do: \(Self.reason).") && page.contains("Reason: a family could be recognised."))
    #expect(!page.contains("Reason: \(Self.reason)"))
    #expect(try Self.withdraw(project, reason: "sai").status == 0)
    page = try project.read("ra/public/index.html")
    #expect(page.contains("Lý do: sai.") && page.contains("Reason: sai."))
  }
  @Test func `nothing that was told is left in what is public`() throws {
    let project = try Self.published()
    let told = TableReading(try project.read("ra/public/du-lieu/so-lieu.csv")).rows.compactMap { $0["id"] }
    #expect(try Self.withdraw(project).status == 0)
    let files = try project.tree("ra/public")
    #expect(files.keys.sorted() == ["404.html", "index.html", "lan-cong-bo.json", "thay-doi.atom"])
    for (path, bytes) in files {
      let text = String(decoding: bytes, as: UTF8.self)
      for id in told { #expect(!text.contains(id), "\(path): \(id)") }
      for number in ["377", "468", "2,48", "15230", "15.230"] { #expect(!text.contains(number), "\(path)") }
    }
    #expect(files["index.html"] == files["404.html"])
    let mark = try JSONSerialization.jsonObject(with: try #require(files["lan-cong-bo.json"]))
    #expect((mark as? [String: Any])?.isEmpty == false)
  }
}
