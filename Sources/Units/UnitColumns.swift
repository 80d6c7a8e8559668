/// The columns of `units.csv`, which may be written in two ways.
///
/// The short way leaves out what follows from the rest: the id from code and first day, the level from the code, the type
/// from the name; its sources are ids of `sources.csv`. The long way writes all of it out, and each is checked.
struct UnitColumns: Sendable {
  static let short = "code,name,parent,valid_from,valid_to,area,source"
  static let long = "id,code,name,level,type,parent,valid_from,valid_to,area,source"
  /// Whether the table is written the long way.
  let isLong: Bool
  /// - Parameter form: Which header the table has: 0 for `short`, 1 for `long`.
  init(form: Int?) { isLong = form == 1 }

  var code: Int { isLong ? 1 : 0 }
  var name: Int { isLong ? 2 : 1 }
  var parent: Int { isLong ? 5 : 2 }
  var from: Int { isLong ? 6 : 3 }
  var area: Int { isLong ? 8 : 5 }
  var source: Int { isLong ? 9 : 6 }
  /// Columns that only the long way has.
  static let (id, level, type) = (0, 3, 4)
}
