import Diagnostics

extension Diagnostic {
  static func tagNotClosed(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "template.unclosed-tag", Phrase(vi: "thẻ '{{' không có '}}'", en: "the tag '{{' has no '}}'"),
      at: range,
      hint: Phrase(
        vi: "thêm '}}', và kiểm tra dấu ngoặc kép trong thẻ đã đủ cặp",
        en: "add '}}', and see that the quotes in the tag come in pairs"))
  }
  static func tagEmpty(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "template.syntax", Phrase(vi: "thẻ trống", en: "an empty tag"), at: range,
      hint: Phrase(vi: "viết tên một giá trị: {{ title }}", en: "write the name of a value: {{ title }}"))
  }
  static func tagUnreadable(_ token: Token) -> Diagnostic {
    Diagnostic(
      "template.syntax",
      Phrase(vi: "'\(token.shown)' không phải là tên", en: "'\(token.shown)' is not a name"), at: token.range,
      hint: Phrase(
        vi: "tên gồm chữ cái không dấu, chữ số và '_', nối bằng dấu chấm: unit.name",
        en: "a name is letters, digits and '_', joined by dots: unit.name"))
  }
  static func tagUnknown(_ token: Token) -> Diagnostic {
    let words = ["for", "if", "else", "end", "include", "layout", "content", "t", "link", "icon"]
    return Diagnostic(
      "template.syntax",
      Phrase(
        vi: "không có lệnh '\(token.shown)'; một giá trị đứng một mình trong thẻ",
        en: "no command '\(token.shown)'; a value stands alone in its tag"), at: token.range,
      hint: words.suggestion(for: token.shown))
  }
  static func tagShape(_ shape: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "template.syntax", Phrase(vi: "thẻ này phải có dạng \(shape)", en: "this tag must look like \(shape)"),
      at: range)
  }
  static func pathNeeded(_ token: Token) -> Diagnostic {
    Diagnostic(
      "template.syntax",
      Phrase(
        vi: "ở đây cần tên một giá trị, gặp \(token.shown)",
        en: "expected the name of a value, found \(token.shown)"), at: token.range)
  }
  static func strayTag(_ token: Token) -> Diagnostic {
    Diagnostic(
      "template.stray-tag",
      Phrase(vi: "'\(token.shown)' không thuộc khối nào", en: "'\(token.shown)' belongs to no block"),
      at: token.range,
      hint: Phrase(
        vi: "bỏ nó đi, hoặc thêm 'for' hay 'if' phía trước; 'content' chỉ đứng một lần, trong khung",
        en: "remove it, or add 'for' or 'if' before it; 'content' stands once, in a layout"))
  }
  static func blockNotClosed(_ word: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "template.unclosed-block",
      Phrase(vi: "khối '\(word)' không có 'end'", en: "the block '\(word)' has no 'end'"), at: range,
      hint: Phrase(vi: "thêm {{ end }} sau khối", en: "add {{ end }} after the block"))
  }
  static func unknownTemplate(_ name: String, of names: [String], at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "template.unknown-template",
      Phrase(vi: "không có mẫu '\(name)'", en: "no template '\(name)'"), at: range,
      hint: names.suggestion(for: name))
  }
  static func recursiveTemplate(_ name: String, _ chain: [String], at range: SourceRange?) -> Diagnostic {
    let way = (chain + [name]).joined(separator: " → ")
    return Diagnostic(
      "template.recursive",
      Phrase(
        vi: "mẫu '\(name)' gọi lại chính nó: \(way)", en: "the template '\(name)' includes itself: \(way)"),
      at: range)
  }
  static func linkNeeded(_ token: Token) -> Diagnostic {
    Diagnostic(
      "template.link-needed",
      Phrase(
        vi: "địa chỉ trong href hoặc src phải viết bằng 'link'",
        en: "an address in href or src must be written with 'link'"), at: token.range,
      hint: Phrase(same: "{{ link \(token.shown) }}"))
  }
  static func unquoted(_ token: Token) -> Diagnostic {
    Diagnostic(
      "template.unquoted",
      Phrase(
        vi: "giá trị của thuộc tính phải nằm trong dấu ngoặc kép",
        en: "the value of an attribute must stand in double quotes"), at: token.range,
      hint: Phrase(same: "=\"{{ \(token.shown) }}\""))
  }
  static func unknownField(_ name: String, of names: [String], at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "template.unknown-field",
      Phrase(vi: "trang này không có giá trị '\(name)'", en: "this page has no value '\(name)'"), at: range,
      hint: names.suggestion(for: name))
  }
  static func unknownField(_ name: String, in value: TemplateValue, at range: SourceRange) -> Diagnostic {
    guard case .record(let fields) = value else {
      return Diagnostic(
        "template.unknown-field",
        Phrase(
          vi: "giá trị trước '.\(name)' không có các mục con", en: "the value before '.\(name)' has no parts"),
        at: range)
    }
    return unknownField(name, of: fields.keys.sorted(), at: range)
  }
  static func notText(_ path: ValuePath) -> Diagnostic {
    let name = path.names.last ?? ""
    return Diagnostic(
      "template.not-text",
      Phrase(vi: "'\(name)' không phải là chữ để in ra", en: "'\(name)' is not text to be written"),
      at: path.range,
      hint: Phrase(
        vi: "danh sách đi qua bằng 'for', có hay không hỏi bằng 'if'",
        en: "go through a list with 'for', ask yes or no with 'if'"))
  }
  static func notList(_ path: ValuePath) -> Diagnostic {
    Diagnostic(
      "template.not-list",
      Phrase(
        vi: "'\(path.names.last ?? "")' không phải là danh sách",
        en: "'\(path.names.last ?? "")' is not a list"),
      at: path.range)
  }
  static func unknownIcon(_ name: String, of names: [String], at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "template.unknown-icon",
      Phrase(vi: "không có biểu tượng '\(name)' trong icons/", en: "no icon '\(name)' in icons/"), at: range,
      hint: names.suggestion(for: name))
  }
}
