import Diagnostics

extension Composer {
  /// Whether a key is the merge key of YAML 1.1, which is only one when it is not quoted.
  func isMergeKey(_ key: Node) -> Bool {
    if case .scalar("<<", plain: true) = key.content { true } else { false }
  }
  func mergeKey(_ key: Node) -> Diagnostic {
    Diagnostic(
      "yaml.merge-key",
      Phrase(vi: "không dùng được khóa gộp '<<'", en: "the merge key '<<' is not supported"),
      at: key.alias ?? key.range,
      hint: Phrase(
        vi: "viết các mục ra đầy đủ, hoặc dùng bí danh (*tên) cho cả một giá trị",
        en: "write the entries out, or use an alias (*name) for a whole value"))
  }
  func duplicate(_ key: Node, _ first: Node) -> Diagnostic {
    let message =
      if let text = key.scalar {
        Phrase(vi: "khóa '\(text)' được đặt hai lần", en: "key '\(text)' is set twice")
      } else {
        Phrase(
          vi: "hai khóa bằng nhau trong cùng một mục (khóa là \(key.kind.vi))",
          en: "two keys of one mapping are equal (the key is \(key.kind.en))")
      }
    return Diagnostic(
      "yaml.duplicate-key", message, at: key.alias ?? key.range,
      hint: Phrase(
        vi: "xóa một trong hai, hoặc đổi tên một khóa", en: "remove one of the two, or rename one"),
      notes: [.init(Phrase(vi: "lần đầu ở đây", en: "first set here"), at: first.alias ?? first.range)])
  }
  func tag(_ tag: String, _ range: SourceRange) -> Diagnostic {
    let (place, written) = tagPlace(range)
    let name = written ?? tag
    return Diagnostic(
      "yaml.tag", Phrase(vi: "không dùng được thẻ '\(name)'", en: "the tag '\(name)' is not supported"),
      at: place,
      hint: Phrase(
        vi: "xóa thẻ; kiểu của giá trị do tùy chọn quyết định",
        en: "remove the tag; the option decides what type its value has"))
  }
  func unknownAlias(_ name: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "yaml.unknown-alias",
      Phrase(
        vi: "bí danh '*\(name)' không có neo '&\(name)' nào đứng trước",
        en: "the alias '*\(name)' has no anchor '&\(name)' before it"), at: range,
      hint: anchors.keys.sorted().prefix(1000).suggestion(for: name)
        ?? Phrase(
          vi: "đặt chữ bắt đầu bằng '*' trong ngoặc kép nếu đó không phải bí danh",
          en: "put text that starts with '*' in quotes if it is no alias"))
  }
  func recursiveAlias(_ name: String, _ range: SourceRange, _ anchor: SourceRange) -> Diagnostic {
    Diagnostic(
      "yaml.recursive-alias",
      Phrase(
        vi: "bí danh '*\(name)' nằm trong chính giá trị của neo '&\(name)'",
        en: "the alias '*\(name)' stands inside the value of its own anchor '&\(name)'"), at: range,
      hint: Phrase(vi: "viết giá trị ra thay cho bí danh", en: "write the value out in place of the alias"),
      notes: [.init(Phrase(vi: "neo ở đây", en: "the anchor is here"), at: start(of: anchor))])
  }
  func severalDocuments(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "yaml.several-documents",
      Phrase(
        vi: "tệp có hơn một tài liệu YAML; tài liệu thứ hai bắt đầu ở đây",
        en: "the file has more than one YAML document; the second one starts here"), at: range,
      hint: Phrase(
        vi: "để mỗi tài liệu trong một tệp, hoặc xóa dòng '---'",
        en: "put each document in a file of its own, or remove the line '---'"))
  }
  func tooDeep(_ range: SourceRange) -> Diagnostic {
    let most = YAMLLimits.depth
    return Diagnostic(
      "yaml.too-deep",
      Phrase(vi: "lồng nhau quá \(most) tầng", en: "nested more than \(most) levels deep"),
      at: start(of: range),
      hint: Phrase(
        vi: "kiểm tra các ngoặc '[' và '{' đã đóng đủ chưa, rồi bớt số tầng",
        en: "check that every '[' and '{' is closed, then use fewer levels"))
  }
  func tooManyValues(_ range: SourceRange) -> Diagnostic {
    let most = YAMLLimits.values
    return Diagnostic(
      "yaml.too-many-values",
      Phrase(
        vi: "tài liệu có hơn \(most) giá trị, tính cả những giá trị do bí danh lặp lại",
        en: "the document has more than \(most) values, those repeated by aliases included"),
      at: start(of: range),
      hint: Phrase(
        vi: "bớt bí danh, hoặc để số liệu trong tệp CSV", en: "use fewer aliases, or keep data in a CSV file")
    )
  }
  func tooManyMistakes(_ last: Diagnostic) -> Diagnostic {
    Diagnostic(
      "yaml.too-many-mistakes",
      Phrase(
        vi: "tệp có quá nhiều lỗi, dừng đọc ở đây",
        en: "the file has too many mistakes; reading stopped here"), at: last.range,
      hint: Phrase(vi: "sửa các lỗi trên rồi chạy lại", en: "mend the mistakes above and run again"))
  }

  /// The first place of a value, for what is wrong with a collection whose end is not known yet.
  private func start(of range: SourceRange) -> SourceRange {
    SourceRange(file: range.file, start: range.start, end: range.start)
  }
  /// Where a tag is written and how; libyaml gives the place of the value with its anchor and tag, in either order.
  private func tagPlace(_ range: SourceRange) -> (SourceRange, String?) {
    guard let line = lines.scalars(ofLine: range.start.line) else { return (start(of: range), nil) }
    var low = min(range.start.column - 1, line.count)
    let word = { (from: Int) in line[from...].firstIndex { $0 == " " || $0 == "\t" } ?? line.count }
    if low < line.count, line[low] == "&" {
      low = line[word(low)...].firstIndex { $0 != " " && $0 != "\t" } ?? low
    }
    guard low < line.count, line[low] == "!" else { return (start(of: range), nil) }
    let isFlowEnd = { (scalar: Unicode.Scalar) in scalar == "," || scalar == "]" || scalar == "}" }
    let isVerbatim = low + 1 < line.count && line[low + 1] == "<"
    var high = word(low)
    if !isVerbatim { high = line[low..<high].firstIndex(where: isFlowEnd) ?? high }
    var place = range
    let shift = low - (range.start.column - 1)
    place.start.column += shift
    place.start.offset += shift
    place.end = place.start
    place.end.column += high - low
    place.end.offset += high - low
    var text = String.UnicodeScalarView()
    text.append(contentsOf: line[low..<high])
    return (place, String(text))
  }
}
