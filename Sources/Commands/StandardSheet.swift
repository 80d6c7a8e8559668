import Diagnostics
import StageKit
import Standards

/// All that a standard lays down, part by part, each with its clause.
struct StandardSheet {
  /// One thing that is laid down.
  struct Part: Equatable {
    /// What it is part of, such as `income_lines`.
    let section: String
    /// Its name within the section; what is of one name in two standards is compared.
    let name: String
    let text: Phrase
    var clause: Clause?
    var isProvisional = false

    /// Behind a part that is not certain.
    var mark: Phrase {
      isProvisional ? Phrase(vi: " [tạm]", en: " [provisional]") : Phrase(same: "")
    }
  }
  private let standard: Standard
  let parts: [Part]

  init(_ standard: Standard) {
    self.standard = standard
    parts = Self.heads(standard) + (standard.rules.map { Self.parts($0) } ?? [])
  }

  /// For people: a line for each part, and its clause below.
  var text: Phrase {
    var lines = [Phrase(vi: "\(standard.id): \(standard.name.vi)", en: "\(standard.id): \(standard.name.en)")]
    var section = ""
    for part in parts {
      if part.section != section {
        section = part.section
        lines.append(Self.title(section))
      }
      lines.append(Phrase(same: "  ") + part.text + part.mark)
      if let clause = part.clause?.phrase {
        lines.append(Phrase(vi: "    \(clause.vi)", en: "    \(clause.en)"))
      }
    }
    return lines.joined("\n")
  }
  /// For programs.
  var json: JSON {
    var json = standard.head
    json["parts"] = .array(parts.map(\.json))
    return json
  }

  private static func title(_ section: String) -> Phrase {
    switch section {
    case "legal": Phrase(vi: "căn cứ pháp lý", en: "legal basis")
    case "income_lines": Phrase(vi: "mức thu nhập", en: "income lines")
    case "form.household": Phrase(vi: "các cột của phiếu hộ", en: "columns of the household form")
    case "form.member": Phrase(vi: "các cột của phiếu thành viên", en: "columns of the member form")
    case "indicators": Phrase(vi: "chỉ số", en: "indicators")
    case "conditions": Phrase(vi: "khi nào thiếu hụt", en: "when a household is deprived")
    case "cutoff": Phrase(vi: "ngưỡng thiếu hụt", en: "cut-off")
    case "branches": Phrase(vi: "các đường dẫn tới hộ nghèo", en: "ways to a class")
    case "classes": Phrase(vi: "phân loại, hỏi lần lượt", en: "classes, asked in order")
    case "points": Phrase(vi: "điểm B1, B2", en: "points B1, B2")
    case "points.classes":
      Phrase(vi: "phân loại theo điểm, hỏi lần lượt", en: "classes by points, asked in order")
    default: Phrase(vi: "chung", en: "in general")
    }
  }
  private static func heads(_ standard: Standard) -> [Part] {
    var parts = [
      Part(section: "standard", name: "valid", text: standard.days),
      Part(section: "standard", name: "meaning", text: standard.meaning),
    ]
    if let scope = standard.scope {
      let text = Phrase(
        vi: "chỉ áp dụng cho \(scope.name.vi) (\(scope.province))",
        en: "only in \(scope.name.en) (\(scope.province))")
      parts.append(Part(section: "standard", name: "scope", text: text, clause: scope.clause))
    }
    if let why = standard.provisional {
      parts.append(Part(section: "standard", name: "provisional", text: why, isProvisional: true))
    }
    if let what = standard.unchecked {
      parts.append(Part(section: "standard", name: "unchecked", text: what))
    }
    let missing = standard.missingParts.joined(separator: ", ")
    if !missing.isEmpty {
      let text = Phrase(
        vi: "tệp này chưa có \(missing), nên không phân loại hộ được",
        en: "this pack has no \(missing) yet, so it classifies nobody")
      parts.append(Part(section: "standard", name: "missing", text: text))
    }
    return parts
      + standard.legalBasis.map { Part(section: "legal", name: $0, text: Phrase(same: $0)) }
  }
}

extension StandardSheet.Part {
  /// For programs.
  var json: JSON {
    [
      "section": .string(section), "name": .string(name), "text": text.json,
      "clause": clause.map { .string($0.text) } ?? .null,
      "checked": clause.map { .string($0.checked.rawValue) } ?? .null, "provisional": .bool(isProvisional),
    ]
  }
}
