import CExchange

/// What becomes of memory that is freed.
package enum FreedMemory {
  /// Keeps it for what is needed next, for a process that reads large files.
  ///
  /// Reading takes and frees pieces of a megabyte; every one that goes back to the system costs as much as its decoding. It
  /// holds for the whole process, so the command asks for it and no library does.
  package static func keep() { keep_freed_memory() }
}
