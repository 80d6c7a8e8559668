import Diagnostics
import Testing

@testable import Commands

/// Every kind of usage error that a command line of ours can give, in both languages.
@Suite struct UsageErrorTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let line: String
    let vi: String
    let en: String
    var testDescription: String { line.isEmpty ? "(nothing)" : line }
  }
  static let cases = [
    Case(
      line: "chek a", vi: "lỗi: thừa 2 đối số: 'chek', 'a'",
      en: "error: 2 unexpected arguments: 'chek', 'a'"),
    Case(
      line: "chek", vi: "lỗi: thừa đối số 'chek'. Có phải ý bạn là 'check'?",
      en: "error: Unexpected argument 'chek'. Did you mean 'check'?"),
    Case(
      line: "publish", vi: "lỗi: thừa đối số 'publish'", en: "error: Unexpected argument 'publish'"),
    Case(
      line: "stages all", vi: "lỗi: thừa đối số 'all'", en: "error: Unexpected argument 'all'"),
    Case(
      line: "run a --formt json", vi: "lỗi: không có tùy chọn '--formt'. Có phải ý bạn là '--format'?",
      en: "error: Unknown option '--formt'. Did you mean '--format'?"),
    Case(
      line: "run a --publish-now", vi: "lỗi: không có tùy chọn '--publish-now'",
      en: "error: Unknown option '--publish-now'"),
    Case(line: "run a -x", vi: "lỗi: không có tùy chọn '-x'", en: "error: Unknown option '-x'"),
    Case(
      line: "check", vi: "lỗi: thiếu đối số '<tệp> ...'", en: "error: Missing expected argument '<file> ...'"),
    Case(line: "run", vi: "lỗi: thiếu đối số '<tệp>'", en: "error: Missing expected argument '<file>'"),
    Case(
      line: "run a --workers", vi: "lỗi: thiếu giá trị cho '--workers <số>'",
      en: "error: Missing value for '--workers <n>'"),
    Case(
      line: "run a --workers 0", vi: "lỗi: giá trị '0' không hợp với '--workers <số>'",
      en: "error: The value '0' is invalid for '--workers <n>'"),
    Case(
      line: "run a --workers many", vi: "lỗi: giá trị 'many' không hợp với '--workers <số>'",
      en: "error: The value 'many' is invalid for '--workers <n>'"),
    Case(
      line: "run a --set year", vi: "lỗi: giá trị 'year' không hợp với '--set <tên=giá_trị>'",
      en: "error: The value 'year' is invalid for '--set <name=value>'"),
    Case(
      line: "run a --format xml",
      vi: "lỗi: giá trị 'xml' không hợp với '--format <format>'. Hãy chọn một trong: 'text' và 'json'.",
      en:
        "error: The value 'xml' is invalid for '--format <format>'. Please provide one of 'text' and 'json'."),
    Case(
      line: "run a --quiet=3", vi: "lỗi: tùy chọn '--quiet' không nhận giá trị, nhưng đã ghi '3'",
      en: "error: The option '--quiet' does not take any value, but '3' was specified."),
  ]

  @Test(arguments: cases) func `a wrong command line is told in both languages`(_ item: Case) async {
    for (language, expected) in [("vi", item.vi), ("en", item.en)] {
      let outcome = await outcome("\(item.line) --lang=\(language)".trimmed)
      #expect(outcome.status == 64)
      #expect(outcome.firstError == expected)
      #expect(outcome.out.isEmpty)
    }
  }
  @Test func `the usage and the help of the option follow`() async {
    let outcome = await outcome("run a --workers 0 --lang vi")
    #expect(
      outcome.err == """
        lỗi: giá trị '0' không hợp với '--workers <số>'
        Trợ giúp:  --workers <số>  Số việc chạy cùng lúc, từ 1; nếu không ghi thì bằng số nhân của máy.
        Cách dùng: minhbach run <tệp> [--output <thư_mục>] [--workers <số>] \
        [--set <tên=giá_trị> ...] [--accept-changes <lý_do>] [--lang <lang>] [--format <format>] [--quiet]
          Xem 'minhbach run --help' để biết thêm.

        """)
  }
  @Test func `programs get one JSON value`() async {
    let outcome = await outcome("run --format json --lang en")
    #expect(outcome.err.isEmpty)
    #expect(
      outcome.out
        == #"{"severity":"error","code":"command.usage","message":{"vi":"thiếu đối số '<file>'","#
        + #""en":"Missing expected argument '<file>'"},"file":null,"start":null,"end":null,"hint":null,"notes":[]}"#
        + "\n")
  }

  /// Messages of the parser that no command line of ours gives now.
  @Test(arguments: [
    (
      "Unknown option '-wx'. Did you mean '--w'?\n   or: Missing value for '-w' in '-wx'",
      "không có tùy chọn '-wx'; có phải ý bạn là '--w', hay thiếu giá trị cho '-w'?"
    ),
    (
      "Unknown option '-wx'\n   or: Missing value for '-w' in '-wx'",
      "không có tùy chọn '-wx', hoặc thiếu giá trị cho '-w'"
    ),
    (
      "Value to be set with flag '--b' had already been set with flag '--a'",
      "giá trị đặt bằng cờ '--b' đã được đặt trước bằng cờ '--a'"
    ),
    ("Missing one of: '--a', '--b'", "thiếu một trong các đối số: '--a', '--b'"),
    (
      "The value 'x' is invalid for '--n <n>': not a number",
      "giá trị 'x' không hợp với '--n <n>': not a number"
    ),
    (
      "The value 'x' is invalid for '--k <k>'. Please provide one of 'a', 'b' or 'c'.",
      "giá trị 'x' không hợp với '--k <k>'. Hãy chọn một trong: 'a', 'b' hoặc 'c'."
    ),
    ("Invalid option: -", "tùy chọn không hợp lệ: -"),
    ("Missing required subcommand.", "thiếu tên lệnh"),
    ("Command 'a' is not a parent of the current command.", "'a' không phải lệnh cha của lệnh này"),
    (
      "Can't generate completion scripts for 'ksh'.\nPlease use --generate-completion-script=<shell> with one of:\n    zsh bash fish",
      "không viết được tệp gợi ý lệnh cho 'ksh'; hãy dùng --generate-completion-script với một trong: zsh bash fish"
    ),
    (
      "Can't autodetect a supported shell.\nPlease use --generate-completion-script=<shell> with one of:\n    zsh bash fish",
      "không nhận ra trình dòng lệnh; hãy dùng --generate-completion-script với một trong: zsh bash fish"
    ),
    (
      "Internal error. Invalid state while parsing command-line arguments.",
      "lỗi bên trong bộ đọc dòng lệnh: Invalid state while parsing command-line arguments."
    ),
    (
      "Something of a later version.",
      "dòng lệnh không đúng; bộ đọc dòng lệnh báo: Something of a later version."
    ),
  ]) func `a form of the parser is said in Vietnamese`(english: String, vietnamese: String) {
    let error = UsageError(english, commands: [])
    #expect(error.phrase.vi == vietnamese)
    #expect(error.phrase.en == english)
  }
  @Test(arguments: UsageError.forms.map(\.english)) func `no form hides a later one`(form: String) {
    let message = form.replacing("*", with: "x")
    let first = UsageError.forms.first { MessageTemplate($0.english).gaps(in: message) != nil }
    #expect(first?.english == form)
  }
}

extension String {
  fileprivate var trimmed: String { String(drop { $0 == " " }) }
}
