import Glibc

/// Where a command reads its surroundings and writes its words.
struct Console: Sendable {
  /// Writes to the standard output.
  var out: @Sendable (String) -> Void
  /// Writes to the standard error.
  var err: @Sendable (String) -> Void
  /// Looks an environment variable up.
  var variable: @Sendable (String) -> String?
  /// The width of the terminal behind the standard error, in characters; `nil` when it is none.
  var terminalWidth: Int?
  /// What time it is, for what is shown of work that takes long.
  var now: @Sendable () -> ContinuousClock.Instant = { .now }

  /// The console of this process.
  static let process = Console(
    out: { write($0, to: STDOUT_FILENO) }, err: { write($0, to: STDERR_FILENO) },
    variable: { getenv($0).map { String(cString: $0) } }, terminalWidth: widthOfTerminal())

  /// Ends the process.
  func end(_ status: Int32) -> Never { exit(status) }

  /// The number of processors in use.
  static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  private static func widthOfTerminal() -> Int? {
    guard isatty(STDERR_FILENO) == 1 else { return nil }
    var size = winsize()
    guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// Writes all of a text, however many calls that takes; a reader that has gone away ends the writing.
  private static func write(_ text: String, to file: Int32) {
    var text = text
    text.withUTF8 { bytes in
      var done = 0
      while done < bytes.count {
        let count = Glibc.write(file, bytes.baseAddress.map { $0 + done }, bytes.count - done)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return }
        done += count
      }
    }
  }
}
