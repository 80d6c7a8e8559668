import Diagnostics
import Formats
import StageKit
import Tables

/// What an edition says of itself: the first line of its entry in the ledger.
struct EditionHead: Sendable, Hashable {
  var edition = ""
  /// The day of the edition; empty when it is not known.
  var date = ""
  var previous: String?
  /// The name of the entry of this edition that this one takes the place of.
  var replaces: String?
  /// The SHA-256 of the entry of the edition before; `nil` when it is not known.
  var previousDigest: String?
  /// The SHA-256 of the entry that this one takes the place of; `nil` when it is not known.
  var replacesDigest: String?
  /// Why changes beyond the limits were accepted.
  var reason: String?
  /// The rule by which figures without a ground are public; empty without one.
  var rule = ""
  /// The limits of changes are those of the pipeline that made it, and of no reader; they are not kept.
  var corrections: [Correction] = []
  /// Who publishes, for a notice that the edition was withdrawn.
  var publisher = Publisher()

  /// Who publishes a site, and where.
  struct Publisher: Sendable, Hashable {
    var pipeline = ""
    var title = Phrase(same: "")
    var agency = ""
    var contact = ""
    var baseURL = ""
  }
  /// Nothing is known but the id.
  init(edition: String) { self.edition = edition }
  /// What a pipeline says; `nil` without an edition.
  init?(_ pipeline: PipelineInfo) {
    guard let edition = pipeline.edition else { return nil }
    (self.edition, date, previous) = (edition.id, edition.date.iso, edition.previous)
    corrections = (edition.corrections ?? []).map { Correction($0) }
    let site = pipeline.site
    publisher = Publisher(
      pipeline: pipeline.name, title: site?.title.phrase ?? Phrase(same: ""), agency: site?.agency ?? "",
      contact: site?.contact ?? "", baseURL: site?.baseUrl ?? "")
  }
}

extension EditionHead {
  /// Whether the reasons that it has were given for what it tells otherwise than another entry.
  ///
  /// They are if it took the place of that entry, or else came after it. An entry that does not say what it is may be the one.
  func speaks(ofChangesSince other: EditionHead?, digest: String?) -> Bool {
    guard let other else { return true }
    func isOther(_ kept: String?) -> Bool { digest.map { kept ?? $0 != $0 } ?? false }
    guard let replaces else { return previous == other.edition && !isOther(previousDigest) }
    return EditionName.edition(of: replaces) == other.edition && !isOther(replacesDigest)
  }
}

// Its line in the ledger.
extension EditionHead {
  func write(to writer: inout JSONWriter) {
    writer.object { out in
      out.member(EditionKey.edition, edition)
      out.member(EditionKey.date, date)
      out.member(EditionKey.previous, previous)
      if let previousDigest { out.member(EditionKey.previousDigest, previousDigest) }
      out.member(EditionKey.replaces, replaces)
      if let replacesDigest { out.member(EditionKey.replacesDigest, replacesDigest) }
      out.member("reason", reason)
      out.member("rule", rule)
      out.member("pipeline", publisher.pipeline)
      out.member("title_vi", publisher.title.vi)
      out.member("title_en", publisher.title.en)
      out.member("agency", publisher.agency)
      out.member("contact", publisher.contact)
      out.member("base_url", publisher.baseURL)
      out.name("corrections")
      out.array { list in for correction in corrections { correction.write(to: &list) } }
    }
    writer.endLine()
  }
  /// What a line says; `nil` when it is no first line.
  init?(_ line: JSON) {
    guard let edition = line[EditionKey.edition]?.text else { return nil }
    self.init(edition: edition)
    (date, rule) = (line[EditionKey.date]?.text ?? "", line["rule"]?.text ?? "")
    (previous, previousDigest) = (line[EditionKey.previous]?.text, line[EditionKey.previousDigest]?.text)
    (replaces, replacesDigest) = (line[EditionKey.replaces]?.text, line[EditionKey.replacesDigest]?.text)
    reason = line["reason"]?.text
    corrections = (line["corrections"]?.items ?? []).map { Correction($0) }
    publisher = Publisher(
      pipeline: line["pipeline"]?.text ?? "",
      title: Phrase(vi: line["title_vi"]?.text ?? "", en: line["title_en"]?.text ?? ""),
      agency: line["agency"]?.text ?? "", contact: line["contact"]?.text ?? "",
      baseURL: line["base_url"]?.text ?? "")
  }
}
