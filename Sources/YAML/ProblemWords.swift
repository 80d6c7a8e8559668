import Diagnostics

/// libyaml's own problem texts in words for the people who write the files.
enum ProblemWords {
  struct Words {
    var message: Phrase
    var hint: Phrase?
  }
  /// The words for a problem; one that is not in the table is shown as it is behind a general sentence.
  ///
  /// A tab that cannot start a value is nearly always meant as indentation, and it is invisible: it has its own words.
  static func problem(_ text: String, isAtTab: Bool = false) -> Words {
    if isAtTab, text == "found character that cannot start any token" { return tab }
    if let words = problems[text] { return words }
    let detail = text.isEmpty ? "" : " (\(text))"
    return Words(
      message: Phrase(vi: "sai cú pháp YAML\(detail)", en: "this is not YAML\(detail)"),
      hint: Hint.indentation)
  }
  /// The words for what libyaml was reading, shown at the place where that began.
  static func context(_ text: String) -> Phrase {
    contexts[text] ?? Phrase(vi: "phần đang đọc bắt đầu ở đây", en: "what was being read starts here")
  }

  private enum Hint {
    static let indentation = Phrase(
      vi: "kiểm tra thụt đầu dòng: các mục ngang hàng phải bắt đầu ở cùng một cột",
      en: "check the indentation: entries of one level start in the same column")
    static let quote = Phrase(
      vi: "đặt cả giá trị trong ngoặc kép", en: "put the whole value in double quotes")
    static let colon = Phrase(
      vi:
        "viết 'tên: giá trị', có dấu cách sau dấu hai chấm; nếu dấu hai chấm thuộc về chữ, đặt cả giá trị trong ngoặc kép",
      en:
        "write 'name: value' with a space after the colon; if the colon belongs to the text, put the value in double quotes"
    )
    static let spaces = Phrase(
      vi: "thụt đầu dòng bằng dấu cách, không dùng phím Tab", en: "indent with spaces, never with tabs")
    static let brackets = Phrase(
      vi: "kiểm tra dấu phẩy giữa các mục và dấu ngoặc đóng", en: "check the commas and the closing bracket")
    static let closeQuote = Phrase(
      vi: "thêm dấu ngoặc đóng chuỗi chữ", en: "add the closing quotation mark")
    static let backslash = Phrase(
      vi: "trong ngoặc kép, viết '\\\\' cho một dấu gạch ngược, hoặc dùng ngoặc đơn",
      en: "inside double quotes write '\\\\' for a backslash, or use single quotes")
    static let anchor = Phrase(
      vi:
        "tên chỉ gồm chữ cái không dấu, chữ số, '-' và '_'; chữ bắt đầu bằng '&' hay '*' phải đặt trong ngoặc kép",
      en:
        "a name has only letters a–z, digits, '-' and '_'; text that starts with '&' or '*' must be in quotes"
    )
    static let directive = Phrase(
      vi: "xóa dòng bắt đầu bằng '%'", en: "remove the line that starts with '%'")
    static let tag = Phrase(
      vi: "xóa thẻ; chữ bắt đầu bằng '!' phải đặt trong ngoặc kép",
      en: "remove the tag; text that starts with '!' must be in quotes")
    static let block = Phrase(
      vi: "sau '|' hay '>' chỉ viết '+', '-' hoặc một chữ số từ 1 đến 9, rồi xuống dòng",
      en: "after '|' or '>' write only '+', '-' or a digit from 1 to 9, then a new line")
  }

  private static let tab = words(
    "có dấu Tab ở chỗ thụt đầu dòng", "there is a tab in the indentation", Hint.spaces)

  private static func words(_ vi: String, _ en: String, _ hint: Phrase?) -> Words {
    Words(message: Phrase(vi: vi, en: en), hint: hint)
  }

  private static let problems: [String: Words] = structure.merging(scalars) { a, _ in a }
    .merging(properties) { a, _ in a }

  /// Problems of indentation, lists and mappings.
  private static let structure: [String: Words] = [
    "block sequence entries are not allowed in this context":
      words(
        "dấu '-' của danh sách không được đứng ở đây", "a list entry '-' is not allowed here",
        Hint.indentation),
    "mapping keys are not allowed in this context":
      words("khóa không được đứng ở đây", "a key is not allowed here", Hint.indentation),
    "mapping values are not allowed in this context":
      words("dấu ':' không được đứng ở đây", "a ':' is not allowed here", Hint.colon),
    "could not find expected ':'":
      words("thiếu dấu ':' sau khóa", "the ':' after the key is missing", Hint.colon),
    "did not find expected key":
      words("ở đây phải là một khóa", "a key was expected here", Hint.indentation),
    "did not find expected '-' indicator":
      words("ở đây phải là dấu '-' của danh sách", "a list entry '-' was expected here", Hint.indentation),
    "did not find expected node content":
      words("ở đây phải là một giá trị", "a value was expected here", Hint.quote),
    "did not find expected ',' or ']'":
      words("thiếu ',' hoặc ']' của danh sách", "a ',' or ']' of the list is missing", Hint.brackets),
    "did not find expected ',' or '}'":
      words("thiếu ',' hoặc '}' của các mục", "a ',' or '}' of the mapping is missing", Hint.brackets),
    "did not find expected <document start>":
      words(
        "ở đây phải là dòng '---' hoặc hết tệp", "the line '---' or the end of the file was expected here",
        Hint.indentation),
    "found character that cannot start any token":
      words(
        "giá trị không được bắt đầu bằng ký tự này", "a value cannot start with this character",
        Phrase(vi: "\(Hint.quote.vi); \(Hint.spaces.vi)", en: "\(Hint.quote.en); \(Hint.spaces.en)")),
    "found a tab character where an indentation space is expected":
      words("có dấu Tab ở chỗ thụt đầu dòng", "there is a tab in the indentation", Hint.spaces),
    "found a tab character that violates indentation":
      words("có dấu Tab làm sai thụt đầu dòng", "a tab breaks the indentation", Hint.spaces),
    "found unexpected ':'":
      words("có dấu ':' không đúng chỗ", "there is a ':' in the wrong place", Hint.colon),
  ]
  /// Problems inside quoted text, text blocks and escapes.
  private static let scalars: [String: Words] = [
    "found unexpected end of stream":
      words(
        "tệp kết thúc khi ngoặc chưa đóng", "the file ends before the quotation is closed", Hint.closeQuote),
    "found unexpected document indicator":
      words(
        "gặp '---' hoặc '...' khi ngoặc chưa đóng", "there is '---' or '...' before the quotation is closed",
        Hint.closeQuote),
    "found unknown escape character":
      words(
        "ký tự sau dấu gạch ngược không hợp lệ", "the character after the backslash is not known",
        Hint.backslash),
    "did not find expected hexdecimal number":
      words(
        "sau '\\x', '\\u' hay '\\U' phải là số thập lục phân",
        "hexadecimal digits must follow '\\x', '\\u' or '\\U'",
        Hint.backslash),
    "found invalid Unicode character escape code":
      words("mã ký tự không có trong Unicode", "the code is no Unicode character", Hint.backslash),
    "found an indentation indicator equal to 0":
      words("số bậc thụt đầu dòng không được là 0", "the indentation indicator cannot be 0", Hint.block),
    "did not find expected comment or line break":
      words(
        "ở đây chỉ được có chú thích hoặc xuống dòng", "only a comment or a new line may stand here",
        Hint.block),
  ]
  /// Problems of anchors, aliases, tags and directives.
  private static let properties: [String: Words] = [
    "did not find expected alphabetic or numeric character":
      words(
        "tên của neo hay bí danh không hợp lệ", "the name of the anchor or alias is not valid", Hint.anchor),
    "found undefined tag handle":
      words("thẻ dùng một ký hiệu chưa khai báo", "the tag uses a handle that is not declared", Hint.tag),
    "did not find expected tag URI":
      words("thẻ chưa viết đủ", "the tag is not complete", Hint.tag),
    "did not find expected '!'":
      words("thẻ thiếu dấu '!'", "the tag lacks a '!'", Hint.tag),
    "did not find the expected '>'":
      words("thẻ thiếu dấu '>'", "the tag lacks a '>'", Hint.tag),
    "did not find URI escaped octet":
      words("thẻ có mã '%' không hợp lệ", "the tag has a wrong '%' code", Hint.tag),
    "found an incorrect leading UTF-8 octet":
      words("thẻ có mã '%' không phải UTF-8", "the tag has a '%' code that is not UTF-8", Hint.tag),
    "found an incorrect trailing UTF-8 octet":
      words("thẻ có mã '%' không phải UTF-8", "the tag has a '%' code that is not UTF-8", Hint.tag),
    "did not find expected whitespace or line break":
      words("sau thẻ phải có dấu cách", "a space must follow the tag", Hint.tag),
    "found duplicate %YAML directive":
      words("chỉ thị %YAML đứng hai lần", "there are two %YAML directives", Hint.directive),
    "found duplicate %TAG directive":
      words("chỉ thị %TAG đứng hai lần", "there are two %TAG directives", Hint.directive),
    "found incompatible YAML document":
      words("phiên bản YAML này không đọc được", "this version of YAML is not supported", Hint.directive),
    "found unknown directive name":
      words("chỉ thị không có trong YAML", "the directive is not known", Hint.directive),
    "could not find expected directive name":
      words("chỉ thị thiếu tên", "the directive has no name", Hint.directive),
    "found unexpected non-alphabetical character":
      words("tên chỉ thị có ký tự lạ", "the directive's name has a wrong character", Hint.directive),
    "did not find expected digit or '.' character":
      words("số phiên bản YAML không hợp lệ", "the YAML version is not valid", Hint.directive),
    "did not find expected version number":
      words("chỉ thị %YAML thiếu số phiên bản", "the %YAML directive has no version", Hint.directive),
    "found extremely long version number":
      words("số phiên bản YAML quá dài", "the YAML version is too long", Hint.directive),
    "did not find expected whitespace":
      words("chỉ thị %TAG thiếu dấu cách", "a space is missing in the %TAG directive", Hint.directive),
  ]

  private static let contexts: [String: Phrase] = [
    "while parsing a block collection": Phrase(vi: "danh sách bắt đầu ở đây", en: "the list starts here"),
    "while parsing a block mapping": Phrase(vi: "các mục bắt đầu ở đây", en: "the mapping starts here"),
    "while parsing a block node": Phrase(vi: "giá trị bắt đầu ở đây", en: "the value starts here"),
    "while parsing a flow mapping": Phrase(vi: "dấu '{' mở ở đây", en: "the '{' is opened here"),
    "while parsing a flow node": Phrase(vi: "giá trị bắt đầu ở đây", en: "the value starts here"),
    "while parsing a flow sequence": Phrase(vi: "dấu '[' mở ở đây", en: "the '[' is opened here"),
    "while parsing a node": Phrase(vi: "giá trị bắt đầu ở đây", en: "the value starts here"),
    "while parsing a quoted scalar": Phrase(vi: "ngoặc mở ở đây", en: "the quotation is opened here"),
    "while scanning a quoted scalar": Phrase(vi: "ngoặc mở ở đây", en: "the quotation is opened here"),
    "while scanning a block scalar": Phrase(vi: "khối chữ bắt đầu ở đây", en: "the text block starts here"),
    "while scanning a plain scalar": Phrase(vi: "chữ bắt đầu ở đây", en: "the text starts here"),
    "while scanning a simple key": Phrase(vi: "khóa bắt đầu ở đây", en: "the key starts here"),
    "while scanning an alias": Phrase(vi: "bí danh bắt đầu ở đây", en: "the alias starts here"),
    "while scanning an anchor": Phrase(vi: "neo bắt đầu ở đây", en: "the anchor starts here"),
    "while scanning a directive": Phrase(vi: "chỉ thị bắt đầu ở đây", en: "the directive starts here"),
    "while scanning a %YAML directive": Phrase(vi: "chỉ thị bắt đầu ở đây", en: "the directive starts here"),
    "while scanning a %TAG directive": Phrase(vi: "chỉ thị bắt đầu ở đây", en: "the directive starts here"),
    "while parsing a %TAG directive": Phrase(vi: "chỉ thị bắt đầu ở đây", en: "the directive starts here"),
    "while scanning a tag": Phrase(vi: "thẻ bắt đầu ở đây", en: "the tag starts here"),
    "while parsing a tag": Phrase(vi: "thẻ bắt đầu ở đây", en: "the tag starts here"),
    "while scanning for the next token": Phrase(vi: "đang đọc từ đây", en: "reading from here"),
  ]
}
