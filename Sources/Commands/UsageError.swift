import Diagnostics

/// What is wrong with a command line, in both languages.
///
/// The parser of the command line speaks English alone; its messages (swift-argument-parser 1.8) are recognised by their
/// form and said again. One of an unknown form is introduced in Vietnamese and quoted.
struct UsageError: Sendable {
  /// The parser's own words.
  let original: String
  /// The same in both languages, with the nearest name where the parser has none.
  let phrase: Phrase

  /// - Parameters:
  ///   - original: The parser's message.
  ///   - commands: The names that an unexpected word may have meant.
  ///   - words: The command line.
  init(_ original: String, commands: [String], words: [String] = []) {
    self.original = original
    let known = Self.forms.lazy.compactMap { form in
      MessageTemplate(form.english).gaps(in: original).map { form.vietnamese($0) }
    }.first
    let vi = known ?? "dòng lệnh không đúng; bộ đọc dòng lệnh báo: \(original)"
    let unexpected =
      MessageTemplate("Unexpected argument '*'").gaps(in: original)?.first
      ?? MessageTemplate("* unexpected arguments: '*'").gaps(in: original).map { gaps in
        String(gaps[1].prefix { $0 != "'" })
      }
    let near =
      unexpected.flatMap { commands.nearest(to: $0) } ?? Self.missing(original, isMistypedIn: words)
    phrase = Phrase(
      vi: near.map { "\(vi). Có phải ý bạn là '\($0)'?" } ?? vi,
      en: near.map { "\(original). Did you mean '\($0)'?" } ?? original)
  }

  /// The option that is said to be missing, when it seems to be there with a slip.
  private static func missing(_ original: String, isMistypedIn words: [String]) -> String? {
    guard let gaps = MessageTemplate("Missing expected argument '*'").gaps(in: original),
      let option = gaps[0].split(separator: " ").first.map(String.init), option.hasPrefix("--")
    else { return nil }
    let names = words.prefix { $0 != "--" }.filter { $0.hasPrefix("--") }.map { $0.prefix { $0 != "=" } }
    return names.contains { [option].nearest(to: String($0)) != nil } ? option : nil
  }

  /// The whole text for people: the mistake, the help of the option, how the command is used.
  ///
  /// `full` is the parser's whole text with its headings translated; its first lines are the message.
  func rendered(_ full: String, _ language: Language) -> String {
    let label = language == .vi ? "lỗi" : "error"
    let headings = ["Help:  ", "Usage: "].map { HelpText.translated("\n\($0)", to: language).dropFirst() }
    let rest = full.split(separator: "\n", omittingEmptySubsequences: false).drop { line in
      !headings.contains { line.hasPrefix($0) }
    }
    return "\(label): \(phrase(language))" + rest.map { "\n\($0)" }.joined()
  }
}

extension UsageError {
  /// One form of the parser's messages, and the same in Vietnamese.
  struct Form: Sendable {
    let english: String
    let vietnamese: @Sendable ([String]) -> String
  }

  // What our own commands say of a command line, in the parser's language.
  static let noSuchDay = "there is no such day in the calendar"
  static let noDay = "a day is written 2024-12-31 or 31/12/2024"
  static let noReason = "a reason is written in words, which everybody will read"
  /// An option that takes one value was given twice.
  static func twice(_ option: String) -> String { "The option '\(option)' was given twice" }
  static let belowOne = "it must be 1 or more"
  static let noFolder = "the folder after --output has no name"
  static let namesMissing = "names are needed, or --names with a file"
  static let namesTwice = "both names and --names were given; use one of them"
  static let formTwice = "both --csv and --format json were given; use one of them"

  /// The forms, the more particular first.
  static let forms: [Form] = [
    Form(english: "Unknown option '*'. Did you mean '*'?\n   or: Missing value for '*' in '*'") {
      "không có tùy chọn '\($0[0])'; có phải ý bạn là '\($0[1])', hay thiếu giá trị cho '\($0[2])'?"
    },
    Form(english: "Unknown option '*'\n   or: Missing value for '*' in '*'") {
      "không có tùy chọn '\($0[0])', hoặc thiếu giá trị cho '\($0[1])'"
    },
    Form(english: "Unknown option '*'. Did you mean '*'?") {
      "không có tùy chọn '\($0[0])'. Có phải ý bạn là '\($0[1])'?"
    },
    Form(english: "Unknown option '*'") { "không có tùy chọn '\($0[0])'" },
    Form(english: "Missing value for '*'") { "thiếu giá trị cho '\($0[0])'" },
    Form(english: "The option '*' does not take any value, but '*' was specified.") {
      "tùy chọn '\($0[0])' không nhận giá trị, nhưng đã ghi '\($0[1])'"
    },
    Form(english: "Unexpected argument '*'") { "thừa đối số '\($0[0])'" },
    Form(english: "* unexpected arguments: '*'") { "thừa \($0[0]) đối số: '\($0[1])'" },
    Form(english: "Value to be set with * had already been set with *") {
      "giá trị đặt bằng \(quoted($0[0])) đã được đặt trước bằng \(quoted($0[1]))"
    },
    Form(english: "Missing expected argument '*'") { "thiếu đối số '\($0[0])'" },
    Form(english: "Missing one of: '*'") { "thiếu một trong các đối số: '\($0[0])'" },
    Form(english: "The value '*' is invalid for '*'. Please provide one of *.") {
      "giá trị '\($0[0])' không hợp với '\($0[1])'. Hãy chọn một trong: \(listed($0[2]))."
    },
    Form(english: "The value '*' is invalid for '*': \(noSuchDay)") {
      "giá trị '\($0[0])' không hợp với '\($0[1])': ngày này không có trong lịch"
    },
    Form(english: "The value '*' is invalid for '*': \(noDay)") {
      "giá trị '\($0[0])' không hợp với '\($0[1])': viết ngày như 2024-12-31 hay 31/12/2024"
    },
    Form(english: "The value '*' is invalid for '*': \(noReason)") {
      "giá trị '\($0[0])' không hợp với '\($0[1])': lý do phải viết bằng lời, mọi người sẽ đọc được"
    },
    Form(english: "The value '*' is invalid for '*': \(belowOne)") {
      "giá trị '\($0[0])' không hợp với '\($0[1])': phải là số từ 1 trở lên"
    },
    Form(english: twice("*")) { "tùy chọn '\($0[0])' được ghi hai lần" },
    Form(english: noFolder) { _ in "thư mục sau --output không có tên" },
    Form(english: namesMissing) { _ in "cần các tên, hoặc --names với một tệp" },
    Form(english: namesTwice) { _ in "đã ghi cả các tên và --names; chỉ dùng một trong hai" },
    Form(english: formTwice) { _ in "đã ghi cả --csv và --format json; chỉ dùng một trong hai" },
    Form(english: "The value '*' is invalid for '*': *") {
      "giá trị '\($0[0])' không hợp với '\($0[1])': \($0[2])"
    },
    Form(english: "The value '*' is invalid for '*'") { "giá trị '\($0[0])' không hợp với '\($0[1])'" },
    Form(english: "Invalid option: *") { "tùy chọn không hợp lệ: \($0[0])" },
    Form(english: "Missing required subcommand.") { _ in "thiếu tên lệnh" },
    Form(english: "Command '*' is not a parent of the current command.") {
      "'\($0[0])' không phải lệnh cha của lệnh này"
    },
    Form(english: "Can't generate completion scripts for '*'.\n*:\n    *") {
      "không viết được tệp gợi ý lệnh cho '\($0[0])'; hãy dùng --generate-completion-script với một trong: \($0[2])"
    },
    Form(english: "Can't autodetect a supported shell.\n*:\n    *") {
      "không nhận ra trình dòng lệnh; hãy dùng --generate-completion-script với một trong: \($0[1])"
    },
    Form(english: "Internal error. *") { "lỗi bên trong bộ đọc dòng lệnh: \($0[0])" },
  ]

  private static func quoted(_ place: String) -> String {
    place.hasPrefix("flag ") ? "cờ \(place.dropFirst(5))" : place
  }
  /// A list of names with Vietnamese words between them.
  private static func listed(_ names: String) -> String {
    names.replacing(" and ", with: " hoặc ").replacing(" or ", with: " hoặc ")
  }
}
