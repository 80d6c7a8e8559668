import Diagnostics
import Testing

@testable import YAML

struct `Mistakes of syntax` {
  struct Case: Sendable {
    let text: String
    let place: String
    let vi: String
    let en: String
    let note: String

    /// A text that is not YAML, and the place, the words and the second place that are told; no note is an empty one.
    init(_ text: String, _ place: String, vi: String, en: String, note: String) {
      (self.text, self.place, self.vi, self.en, self.note) = (text, place, vi, en, note)
    }
  }

  @Test(arguments: cases)
  func `are told in both languages with the place where it began and a hint`(_ test: Case) throws {
    let error = try #require(throws: Diagnostics.self) { try parseYAML(test.text, file: "f") }
    let found = try #require(error.all.first)
    #expect(error.all.count == 1)
    #expect(found.code == "yaml.syntax")
    #expect(found.range.map { "\($0.start.line):\($0.start.column)" } == test.place)
    #expect(found.message == Phrase(vi: test.vi, en: test.en))
    let notes = found.notes.map {
      "\($0.range.start.line):\($0.range.start.column) \($0.message.vi) / \($0.message.en)"
    }
    #expect(notes.joined() == test.note)
    #expect(found.hint != nil)
  }

  static let cases: [Case] = [
    Case(
      "a: b: c", "1:5",
      vi: "dấu ':' không được đứng ở đây",
      en: "a ':' is not allowed here",
      note: ""),
    Case(
      "a:\n  b: 1\n c: 2", "3:2",
      vi: "ở đây phải là một khóa",
      en: "a key was expected here",
      note: "1:1 các mục bắt đầu ở đây / the mapping starts here"),
    Case(
      "- a\nb: 1", "2:1",
      vi: "ở đây phải là dấu '-' của danh sách",
      en: "a list entry '-' was expected here",
      note: "1:1 danh sách bắt đầu ở đây / the list starts here"),
    Case(
      "a\nb: 1\nc", "2:2",
      vi: "dấu ':' không được đứng ở đây",
      en: "a ':' is not allowed here",
      note: ""),
    Case(
      "a: 1\nb\n", "3:1",
      vi: "thiếu dấu ':' sau khóa",
      en: "the ':' after the key is missing",
      note: "2:1 khóa bắt đầu ở đây / the key starts here"),
    Case(
      "{a: 1, b: 2", "1:12",
      vi: "thiếu ',' hoặc '}' của các mục",
      en: "a ',' or '}' of the mapping is missing",
      note: "1:1 dấu '{' mở ở đây / the '{' is opened here"),
    Case(
      "[1 2]: ]", "1:8",
      vi: "ở đây phải là một giá trị",
      en: "a value was expected here",
      note: ""),
    Case(
      "{a: 1 b: 2}", "1:8",
      vi: "thiếu ',' hoặc '}' của các mục",
      en: "a ',' or '}' of the mapping is missing",
      note: "1:1 dấu '{' mở ở đây / the '{' is opened here"),
    Case(
      "[a, b", "1:6",
      vi: "thiếu ',' hoặc ']' của danh sách",
      en: "a ',' or ']' of the list is missing",
      note: "1:1 dấu '[' mở ở đây / the '[' is opened here"),
    Case(
      "a: ]", "1:4",
      vi: "ở đây phải là một giá trị",
      en: "a value was expected here",
      note: ""),
    Case(
      "a: }", "1:4",
      vi: "ở đây phải là một giá trị",
      en: "a value was expected here",
      note: ""),
    Case(
      "a: ,", "1:4",
      vi: "ở đây phải là một giá trị",
      en: "a value was expected here",
      note: ""),
    Case(
      "a: @x", "1:4",
      vi: "giá trị không được bắt đầu bằng ký tự này",
      en: "a value cannot start with this character",
      note: ""),
    Case(
      "a: `x", "1:4",
      vi: "giá trị không được bắt đầu bằng ký tự này",
      en: "a value cannot start with this character",
      note: ""),
    Case(
      "a: %x", "1:4",
      vi: "giá trị không được bắt đầu bằng ký tự này",
      en: "a value cannot start with this character",
      note: ""),
    Case(
      "\ta: 1", "1:1",
      vi: "có dấu Tab ở chỗ thụt đầu dòng",
      en: "there is a tab in the indentation",
      note: ""),
    Case(
      "a:\n\tb: 1", "2:1",
      vi: "có dấu Tab ở chỗ thụt đầu dòng",
      en: "there is a tab in the indentation",
      note: ""),
    Case(
      "a: \"x", "1:6",
      vi: "tệp kết thúc khi ngoặc chưa đóng",
      en: "the file ends before the quotation is closed",
      note: "1:4 ngoặc mở ở đây / the quotation is opened here"),
    Case(
      "a: 'x", "1:6",
      vi: "tệp kết thúc khi ngoặc chưa đóng",
      en: "the file ends before the quotation is closed",
      note: "1:4 ngoặc mở ở đây / the quotation is opened here"),
    Case(
      "a: 'x\n---\n'", "2:1",
      vi: "gặp '---' hoặc '...' khi ngoặc chưa đóng",
      en: "there is '---' or '...' before the quotation is closed",
      note: "1:4 ngoặc mở ở đây / the quotation is opened here"),
    Case(
      "a: \"\\q\"", "1:5",
      vi: "ký tự sau dấu gạch ngược không hợp lệ",
      en: "the character after the backslash is not known",
      note: "1:4 ngoặc mở ở đây / the quotation is opened here"),
    Case(
      "a: \"\\xZZ\"", "1:7",
      vi: "sau '\\x', '\\u' hay '\\U' phải là số thập lục phân",
      en: "hexadecimal digits must follow '\\x', '\\u' or '\\U'",
      note: "1:4 ngoặc mở ở đây / the quotation is opened here"),
    Case(
      "a: \"\\uD800\"", "1:7",
      vi: "mã ký tự không có trong Unicode",
      en: "the code is no Unicode character",
      note: "1:4 ngoặc mở ở đây / the quotation is opened here"),
    Case(
      "a: |0\n x", "1:5",
      vi: "số bậc thụt đầu dòng không được là 0",
      en: "the indentation indicator cannot be 0",
      note: "1:4 khối chữ bắt đầu ở đây / the text block starts here"),
    Case(
      "a: |x\n y", "1:5",
      vi: "ở đây chỉ được có chú thích hoặc xuống dòng",
      en: "only a comment or a new line may stand here",
      note: "1:4 khối chữ bắt đầu ở đây / the text block starts here"),
    Case(
      "a: &\n", "1:5",
      vi: "tên của neo hay bí danh không hợp lệ",
      en: "the name of the anchor or alias is not valid",
      note: "1:4 neo bắt đầu ở đây / the anchor starts here"),
    Case(
      "a: *\n", "1:5",
      vi: "tên của neo hay bí danh không hợp lệ",
      en: "the name of the anchor or alias is not valid",
      note: "1:4 bí danh bắt đầu ở đây / the alias starts here"),
    Case(
      "a: &é 1", "1:5",
      vi: "tên của neo hay bí danh không hợp lệ",
      en: "the name of the anchor or alias is not valid",
      note: "1:4 neo bắt đầu ở đây / the anchor starts here"),
    Case(
      "a: !e!x 1", "1:4",
      vi: "thẻ dùng một ký hiệu chưa khai báo",
      en: "the tag uses a handle that is not declared",
      note: ""),
    Case(
      "a: !<x 1", "1:7",
      vi: "thẻ thiếu dấu '>'",
      en: "the tag lacks a '>'",
      note: "1:4 thẻ bắt đầu ở đây / the tag starts here"),
    Case(
      "a: !<x", "1:7",
      vi: "thẻ thiếu dấu '>'",
      en: "the tag lacks a '>'",
      note: "1:4 thẻ bắt đầu ở đây / the tag starts here"),
    Case(
      "a: !%ZZ 1", "1:5",
      vi: "thẻ có mã '%' không hợp lệ",
      en: "the tag has a wrong '%' code",
      note: "1:4 thẻ bắt đầu ở đây / the tag starts here"),
    Case(
      "a: !%FF 1", "1:5",
      vi: "thẻ có mã '%' không phải UTF-8",
      en: "the tag has a '%' code that is not UTF-8",
      note: "1:4 thẻ bắt đầu ở đây / the tag starts here"),
    Case(
      "%YAML 1.1\n%YAML 1.1\n---\n", "2:1",
      vi: "chỉ thị %YAML đứng hai lần",
      en: "there are two %YAML directives",
      note: ""),
    Case(
      "%TAG !a! x\n%TAG !a! x\n---\n", "2:1",
      vi: "chỉ thị %TAG đứng hai lần",
      en: "there are two %TAG directives",
      note: ""),
    Case(
      "%YAML 2.0\n---\n", "1:1",
      vi: "phiên bản YAML này không đọc được",
      en: "this version of YAML is not supported",
      note: ""),
    Case(
      "%FOO x\n---\n", "1:5",
      vi: "chỉ thị không có trong YAML",
      en: "the directive is not known",
      note: "1:1 chỉ thị bắt đầu ở đây / the directive starts here"),
    Case(
      "% x\n---\n", "1:2",
      vi: "chỉ thị thiếu tên",
      en: "the directive has no name",
      note: "1:1 chỉ thị bắt đầu ở đây / the directive starts here"),
    Case(
      "%YAML x\n---\n", "1:7",
      vi: "chỉ thị %YAML thiếu số phiên bản",
      en: "the %YAML directive has no version",
      note: "1:1 chỉ thị bắt đầu ở đây / the directive starts here"),
    Case(
      "%YAML 1\n---\n", "1:8",
      vi: "số phiên bản YAML không hợp lệ",
      en: "the YAML version is not valid",
      note: "1:1 chỉ thị bắt đầu ở đây / the directive starts here"),
    Case(
      "%YAML 12345678901.1\n---\n", "1:16",
      vi: "số phiên bản YAML quá dài",
      en: "the YAML version is too long",
      note: "1:1 chỉ thị bắt đầu ở đây / the directive starts here"),
    Case(
      "%TAG !a!\n---\n", "1:9",
      vi: "chỉ thị %TAG thiếu dấu cách",
      en: "a space is missing in the %TAG directive",
      note: "1:1 chỉ thị bắt đầu ở đây / the directive starts here"),
    Case(
      "%YAML 1.1\na: 1\n", "2:1",
      vi: "ở đây phải là dòng '---' hoặc hết tệp",
      en: "the line '---' or the end of the file was expected here",
      note: ""),
    Case(
      "? a\n  ? b\n- c", "3:1",
      vi: "ở đây phải là một khóa",
      en: "a key was expected here",
      note: "1:1 các mục bắt đầu ở đây / the mapping starts here"),
    Case(
      "a: [1, 2]]", "1:10",
      vi: "ở đây phải là một khóa",
      en: "a key was expected here",
      note: "1:1 các mục bắt đầu ở đây / the mapping starts here"),
    Case(
      "a: 'b' c", "1:8",
      vi: "ở đây phải là một khóa",
      en: "a key was expected here",
      note: "1:1 các mục bắt đầu ở đây / the mapping starts here"),
    Case(
      "key: - x", "1:6",
      vi: "dấu '-' của danh sách không được đứng ở đây",
      en: "a list entry '-' is not allowed here",
      note: ""),
    Case(
      "\"a\n b\": 1", "2:4",
      vi: "dấu ':' không được đứng ở đây",
      en: "a ':' is not allowed here",
      note: ""),
    Case(
      "%FOO! x\n---\n", "1:5",
      vi: "tên chỉ thị có ký tự lạ",
      en: "the directive's name has a wrong character",
      note: "1:1 chỉ thị bắt đầu ở đây / the directive starts here"),
    Case(
      "a: !x,y 1", "1:6",
      vi: "sau thẻ phải có dấu cách",
      en: "a space must follow the tag",
      note: "1:4 thẻ bắt đầu ở đây / the tag starts here"),
  ]
}
