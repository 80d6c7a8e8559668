#if arch(x86_64)
  import CSieve
#endif

/// Vectors of sixty-four bytes with a bit for each byte, which some machines have.
///
/// Every loop that uses them has a twin that does not, and gives the same.
enum WideVectors {
  /// Whether this machine has them.
  static let areThere: Bool = {
    #if arch(x86_64)
      return sieve_is_wide() != 0
    #else
      return false
    #endif
  }()
}
