import Diagnostics

/// The parser's own words in help and usage, in Vietnamese.
enum HelpText {
  /// Headings at the start of a line, and phrases that stand alone.
  private static let words: [(english: String, vietnamese: String)] = [
    ("OVERVIEW: ", "GIỚI THIỆU: "), ("USAGE: ", "CÁCH DÙNG: "), ("ARGUMENTS:\n", "ĐỐI SỐ:\n"),
    ("OPTIONS:\n", "TÙY CHỌN:\n"), ("SUBCOMMANDS:\n", "CÁC LỆNH:\n"), ("\nUsage: ", "\nCách dùng: "),
    ("\nHelp:  ", "\nTrợ giúp:  "), ("Show the version.", "In số phiên bản."),
    ("Show help information.", "In trợ giúp."),
    ("Show subcommand help information.", "In trợ giúp của một lệnh."), ("<subcommand>", "<lệnh>"),
    ("<subcommands>", "<lệnh>"), ("[<options>]", "[<tùy chọn>]"), ("<options>", "<tùy chọn>"),
    ("' for detailed help.", "' để biết chi tiết."), ("' for more information.", "' để biết thêm."),
    ("  See '", "  Xem '"), ("(default:", "(mặc định:"), ("; default:", "; mặc định:"),
    ("(values:", "(giá trị:"),
  ]

  /// A text of the parser in one language; English is what it is.
  static func translated(_ text: String, to language: Language) -> String {
    guard language == .vi else { return text }
    let marked = "\n" + text
    return String(words.reduce(marked) { $0.replacing($1.english, with: $1.vietnamese) }.dropFirst())
  }
}
