public import Diagnostics
public import Tables

/// Lists of places that decisions lay down, such as the specially difficult communes of the coast, by day.
///
/// A list is bound to unit versions, never to names: what a later unit of the same name or code is, the list does not say.
public struct PlaceLists: Sendable {
  /// A stretch of days during which one decision says who is on a list.
  public struct Stretch: Sendable, Hashable {
    /// The id of the list, such as `dbkk-bai-ngang`.
    public let list: String
    /// What the list is called, in Vietnamese.
    public let name: String
    /// The first day.
    public let validFrom: Day
    /// The first day on which it no longer holds; `nil` while it does.
    public let validTo: Day?
    /// Whether all its members are in the table.
    public let isComplete: Bool
    /// How many members the decision says there are; `nil` when that is not known.
    public let count: Int?
    /// The decision.
    public let decision: String
    /// Where that was read.
    public let source: String
    /// Whether it holds on a day.
    public func isValid(on day: Day) -> Bool { day >= validFrom && (validTo.map { day < $0 } ?? true) }
  }
  /// A unit on a list, for a stretch of days.
  public struct Member: Sendable, Hashable {
    /// The id of the list.
    public let list: String
    /// The id of the unit version.
    public let unit: String
    /// The first day.
    public let validFrom: Day
    /// The first day on which it is no longer on the list; `nil` while it is.
    public let validTo: Day?
    /// The decision that put it there.
    public let decision: String
    /// Where that was read.
    public let source: String
    /// Whether it is on the list on a day.
    public func isValid(on day: Day) -> Bool { day >= validFrom && (validTo.map { day < $0 } ?? true) }
  }
  /// The stretches of all lists, in the order of the table.
  public let stretches: [Stretch]
  /// The members of all lists, in the order of the table.
  public let members: [Member]

  /// No list.
  public init() { (stretches, members) = ([], []) }
  init(stretches: [Stretch], members: [Member]) { (self.stretches, self.members) = (stretches, members) }

  /// The ids of the lists, sorted.
  public var ids: [String] { Set(stretches.map(\.list)).sorted() }
  /// Gives what a list is on a day; `nil` when none is in force.
  public func stretch(of list: String, on day: Day) -> Stretch? {
    stretches.first { $0.list == list && $0.isValid(on: day) }
  }
  /// Gives the ids of the units that are known to be on a list on a day, sorted.
  ///
  /// Whether those are all says `stretch(of:on:)`.
  public func members(of list: String, on day: Day) -> [String] {
    members.filter { $0.list == list && $0.isValid(on: day) }.map(\.unit).sorted()
  }
  /// Says why nothing can be told of all members of a list on a day, as part of a sentence; `nil` when it can.
  public func reason(against list: String, on day: Day) -> Phrase? {
    guard ids.contains(list) else {
      return Phrase(
        vi: "danh mục đơn vị không có danh sách '\(list)'",
        en: "the register of units has no list '\(list)'")
    }
    guard let stretch = stretch(of: list, on: day) else {
      return Phrase(
        vi: "không có danh sách '\(list)' nào có hiệu lực ngày \(day.vietnamese)",
        en: "no list '\(list)' is in force on \(day.iso)")
    }
    guard !stretch.isComplete else { return nil }
    let known = members(of: list, on: day).count
    let all = stretch.count.map { "\($0)" } ?? "?"
    return Phrase(
      vi: "danh sách '\(stretch.name)' theo \(stretch.decision) chưa đủ (biết \(known) trên \(all) đơn vị)",
      en:
        "the list '\(stretch.name)' of \(stretch.decision) is not complete (\(known) of \(all) units are known)"
    )
  }
}
