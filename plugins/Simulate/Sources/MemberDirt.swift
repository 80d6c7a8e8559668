/// The kinds of mistakes that are put among the members of a household; a household has at most one.
enum MemberDirt: Int, Sendable, CaseIterable {
  /// One row more, of a person whose household is not in the list.
  case orphan
  /// One row more, which is that of a member, cell by cell.
  case duplicate
  /// A member was born after the review.
  case birthAfterReview
  /// A member was born on 30 February.
  case thirtiethOfFebruary
}
