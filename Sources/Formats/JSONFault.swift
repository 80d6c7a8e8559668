import Diagnostics

/// Why an item is no row, and at which byte of it.
struct JSONFault: Error, Sendable, Hashable {
  let code: String
  let message: Phrase
  let index: Int

  static func syntax(_ index: Int, vi: String, en: String) -> JSONFault {
    JSONFault(code: "json.syntax", message: Phrase(vi: vi, en: en), index: index)
  }
}
