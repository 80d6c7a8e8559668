public import Diagnostics
public import StageKit
import Tables

/// A column of the form of a household or of a member, of which conditions of indicators speak.
///
/// What cannot be an answer, by its words, least or years, is taken for missing, and told.
public struct FormColumn: Sendable, Hashable {
  /// What its cells are.
  public enum Kind: String, Sendable, Hashable, CaseIterable, OptionValue {
    /// Whole numbers, or numbers with places.
    case int, decimal
    /// Yes or no.
    case bool
    /// Words.
    case text
    /// Days.
    case date

    /// The word for it.
    public var phrase: Phrase {
      switch self {
      case .int: Phrase(vi: "số nguyên", en: "whole number")
      case .decimal: Phrase(vi: "số thập phân", en: "decimal")
      case .bool: Phrase(vi: "có hoặc không", en: "yes or no")
      case .text: Phrase(vi: "một trong các từ", en: "one of the words")
      case .date: Phrase(vi: "ngày", en: "day")
      }
    }
  }
  /// A word that a cell of a column of words may have.
  public struct Word: Sendable, Hashable {
    /// The word as cells and conditions have it.
    public let id: String
    /// What it means.
    public let name: Phrase
  }
  /// The name.
  public let name: String
  /// What its cells are.
  public let kind: Kind
  /// What it says.
  public let meaning: Phrase
  /// The words of a column of words; none of others.
  public let words: [Word]
  /// The least that a number may be; `nil` when any may stand.
  public let least: Int64?
  /// How many whole years before the reference date a day may be at most; `nil` when any may.
  public let years: Int?
  /// Where what it asks is laid down; `nil` for a column that no act needs to explain.
  public let clause: Clause?
  /// Whether what it asks is not certain.
  public let isProvisional: Bool
}

extension FormColumn {
  /// What a cell may be, beyond its kind; `nil` when anything of its kind may stand.
  public var limits: Phrase? {
    switch kind {
    case .text:
      Phrase(
        vi: words.map { "\($0.id) (\($0.name.vi))" }.joined(separator: ", "),
        en: words.map { "\($0.id) (\($0.name.en))" }.joined(separator: ", "))
    case .int, .decimal: least.map { Phrase(vi: "ít nhất \($0)", en: "at least \($0)") }
    case .date:
      years.map {
        Phrase(
          vi: "không sau ngày rà soát và không quá \($0) năm trước ngày ấy",
          en: "not after the day of the review and at most \($0) years before it")
      } ?? Phrase(vi: "không sau ngày rà soát", en: "not after the day of the review")
    case .bool: nil
    }
  }
}

extension [FormColumn] {
  /// The form as a schema, against which conditions are checked.
  var schema: Schema {
    Schema(
      map { column in
        switch column.kind {
        case .int: Field(column.name, .int, .amount)
        case .decimal: Field(column.name, .decimal(scale: 2), .amount)
        case .bool: Field(column.name, .bool, .flag)
        case .text: Field(column.name, .text, .label)
        case .date: Field(column.name, .date, .label)
        }
      })
  }
}
