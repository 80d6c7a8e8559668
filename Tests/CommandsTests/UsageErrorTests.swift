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
      line: "chek a", vi: "lỗi: thừa 2 đối số: 'chek', 'a'. Có phải ý bạn là 'check'?",
      en: "error: 2 unexpected arguments: 'chek', 'a'. Did you mean 'check'?"),
    Case(
      line: "help chek", vi: "lỗi: thừa đối số 'chek'. Có phải ý bạn là 'check'?",
      en: "error: Unexpected argument 'chek'. Did you mean 'check'?"),
    Case(
      line: "withdraw ra --resaon x",
      vi: "lỗi: thiếu đối số '--reason <lý_do>'. Có phải ý bạn là '--reason'?",
      en: "error: Missing expected argument '--reason <reason>'. Did you mean '--reason'?"),
    Case(
      line: "withdraw ra", vi: "lỗi: thiếu đối số '--reason <lý_do>'",
      en: "error: Missing expected argument '--reason <reason>'"),
    Case(
      line: "withdraw ra --reason=12",
      vi:
        "lỗi: giá trị '12' không hợp với '--reason <lý_do>': lý do phải viết bằng lời, mọi người sẽ đọc được",
      en:
        "error: The value '12' is invalid for '--reason <reason>': a reason is written in words, which everybody will read"
    ),
    Case(
      line: "withdraw ra --reason a --date 2025-02-30",
      vi: "lỗi: giá trị '2025-02-30' không hợp với '--date <ngày>': ngày này không có trong lịch",
      en: "error: The value '2025-02-30' is invalid for '--date <day>': there is no such day in the calendar"),
    Case(
      line: "units find x --on 1/7/25",
      vi: "lỗi: giá trị '1/7/25' không hợp với '--on <ngày>': viết ngày như 2024-12-31 hay 31/12/2024",
      en: "error: The value '1/7/25' is invalid for '--on <day>': a day is written 2024-12-31 or 31/12/2024"),
    Case(
      line: "units find x --on 2024-12-31 --on=2025-12-31", vi: "lỗi: tùy chọn '--on' được ghi hai lần",
      en: "error: The option '--on' was given twice"),
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
      line: "run a --workers -1", vi: "lỗi: giá trị '-1' không hợp với '--workers': phải là số từ 1 trở lên",
      en: "error: The value '-1' is invalid for '--workers': it must be 1 or more"),
    Case(
      line: "infer a --rows -20", vi: "lỗi: giá trị '-20' không hợp với '--rows': phải là số từ 1 trở lên",
      en: "error: The value '-20' is invalid for '--rows': it must be 1 or more"),
    Case(
      line: "run a --workers many", vi: "lỗi: giá trị 'many' không hợp với '--workers <số>'",
      en: "error: The value 'many' is invalid for '--workers <n>'"),
    Case(
      line: "run a --set year", vi: "lỗi: giá trị 'year' không hợp với '--set <tên=giá_trị>'",
      en: "error: The value 'year' is invalid for '--set <name=value>'"),
    Case(
      line: "run a --format xml",
      vi: "lỗi: giá trị 'xml' không hợp với '--format <dạng>'. Hãy chọn một trong: 'text' hoặc 'json'.",
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
  @Test func `a folder without a name is none`() async {
    for (language, text) in [
      ("vi", "lỗi: thư mục sau --output không có tên"),
      ("en", "error: the folder after --output has no name"),
    ] {
      let recorded = RecordedConsole()
      let words = ["run", "a", "--output", "", "--lang", language]
      #expect(await Command(stages: []).run(words, console: recorded.console) == 64)
      #expect(recorded.err.hasPrefix(text))
    }
  }
  @Test func `the usage and the help of the option follow`() async {
    let outcome = await outcome("run a --workers 0 --lang vi")
    #expect(
      outcome.err == """
        lỗi: giá trị '0' không hợp với '--workers <số>'
        Trợ giúp:  --workers <số>  Số việc chạy cùng lúc, từ 1; nếu không ghi thì bằng số nhân của máy.
        Cách dùng: minhbach run <tệp> [--output <thư_mục>] [--workers <số>] \
        [--set <tên=giá_trị> ...] [--accept-changes <lý_do>] [--lang <ngôn_ngữ>] [--format <dạng>] [--quiet]
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
