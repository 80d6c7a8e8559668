import Diagnostics

extension TextNote {
  static func guessed(_ separator: UInt8, header line: Int) -> TextNote {
    let sign = separator == 9 ? "tab" : "'\(Character(Unicode.Scalar(separator)))'"
    return TextNote(
      code: "csv.guessed", line: line,
      message: Phrase(
        vi:
          "đoán: dấu tách \(sign), dòng tên cột là dòng \(line); khai separator và title_lines để khỏi đoán",
        en: "guessed: separator \(sign), header on line \(line); say separator and title_lines not to guess"))
  }
  static func mixedLineEnds(_ line: Int) -> TextNote {
    TextNote(
      code: "csv.mixed-line-ends", line: line,
      message: Phrase(
        vi: "từ dòng này, cách xuống dòng khác với các dòng trước (LF, CR LF hoặc CR)",
        en: "from this line on, lines end otherwise than before (LF, CR LF or CR)"))
  }
  static func noRows(_ line: Int) -> TextNote {
    TextNote(
      code: "csv.no-rows", line: line,
      message: Phrase(
        vi: "sau dòng tên cột không có dòng nào; xuất lại tệp, hoặc bỏ tệp khỏi 'files' nếu đúng là trống",
        en: "no row follows the header; export the file again, or take it out of 'files' if there are none"))
  }
  static func moreHeader(_ line: Int, _ labels: [String]) -> TextNote {
    let some = labels.prefix(3).joined(separator: ", ")
    return TextNote(
      code: "csv.second-header", line: line,
      message: Phrase(
        vi: "dòng này là dòng tên cột thứ hai (\(some), …), không phải số liệu; bỏ qua",
        en: "this is a second row of names (\(some), …), and no data; left out"))
  }
  static func extraColumn(_ name: String, _ line: Int) -> TextNote {
    TextNote(
      code: "csv.extra-column", line: line, column: name,
      message: Phrase(vi: "cột '\(name)' không khai trong schema", en: "the schema has no column '\(name)'"))
  }
}
