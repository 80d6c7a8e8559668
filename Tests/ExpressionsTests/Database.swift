import CSQLite

/// An SQLite database in memory.
final class Database {
  /// What SQLite said.
  struct Failure: Error { let message: String }
  private var handle: OpaquePointer?

  init() throws(Failure) {
    guard sqlite3_open(":memory:", &handle) == SQLITE_OK else { throw failure }
    try run("PRAGMA case_sensitive_like = ON")
  }
  deinit { sqlite3_close(handle) }

  func run(_ sql: String) throws(Failure) {
    guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw failure }
  }
  /// The first column of all rows of a query; answers of yes or no are numbers.
  func column(_ sql: String) throws(Failure) -> [Value] {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK else { throw failure }
    defer { sqlite3_finalize(statement) }
    var values: [Value] = []
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_ROW: values.append(value(statement))
      case SQLITE_DONE: return values
      default: throw failure
      }
    }
  }
  private func value(_ statement: OpaquePointer?) -> Value {
    switch sqlite3_column_type(statement, 0) {
    case SQLITE_NULL: return .missing
    case SQLITE_INTEGER: return .number(sqlite3_column_int64(statement, 0))
    default: return .text(sqlite3_column_text(statement, 0).map { String(cString: $0) } ?? "")
    }
  }
  private var failure: Failure { Failure(message: String(cString: sqlite3_errmsg(handle))) }
}
