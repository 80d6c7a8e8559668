public import Diagnostics
public import StageKit
import Tables

/// A column of the form of a household or of a member, of which conditions of indicators speak.
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
  }
  /// The name.
  public let name: String
  /// What its cells are.
  public let kind: Kind
  /// What it says.
  public let meaning: Phrase
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
