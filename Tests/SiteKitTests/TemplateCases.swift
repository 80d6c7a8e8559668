import Diagnostics
import StageKit
import Testing

@testable import SiteKit

/// Compiles one page template beside others and fills it.
func render(
  _ source: String, _ fields: [String: TemplateValue] = [:], others: [String: String] = [:],
  words: String = "a: A", path: PagePath = "x/index.html"
) throws(Diagnostics) -> String {
  var sources: [String: (bytes: [UInt8], file: String)] = [
    "page": (Array(source.utf8), "site/templates/page.html")
  ]
  for (name, text) in others { sources[name] = (Array(text.utf8), "site/templates/\(name).html") }
  let wording = try Wording(Array(words.utf8), file: "site/words.vi.yaml")
  let theme = try Theme(
    sources: sources, words: wording, icons: ["dot": Array("<svg/>".utf8), "dash": Array("<svg></svg>".utf8)])
  let file = try SiteBuilder(theme, common: ["site": "Trang"]).render(
    Page(path, template: "page", fields))
  return String(decoding: file.bytes, as: UTF8.self)
}

/// What is wrong with a template, as `line:column code message — hint`.
func problems(
  _ source: String, _ fields: [String: TemplateValue] = [:], others: [String: String] = [:],
  words: String = "a: A\nhello: Chào {name}"
) -> [String] {
  do throws(Diagnostics) {
    _ = try render(source, fields, others: others, words: words)
    return []
  } catch {
    return error.all.map { one in
      let place = one.range.map { "\($0.start.line):\($0.start.column)" } ?? "-"
      return "\(place) \(one.code.rawValue)" + (one.hint.map { " — " + $0.en } ?? "")
    }
  }
}
