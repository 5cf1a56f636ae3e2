import Synchronization

#if canImport(Glibc)
  import Glibc
#endif

/// What a run has made last. It is left to the system at the end of the program, which takes all memory back at once; to
/// take a large value apart piece by piece would take longer than to make much of it.
private let lasting = Mutex<(any Sendable)?>(nil)

/// Keeps a value until another one is kept or the program ends.
func keepUntilTheEnd(_ value: any Sendable) { lasting.withLock { $0 = value } }

/// Asks the system for the first memory of the program in large pages: a run that reads packs would otherwise be
/// interrupted once for each of 2,000 small ones, for up to a third of its time. A wish: where the system has no large
/// pages, or another allocator, everything goes on as it did, and nothing is taken before it is used.
package func askForLargePages() {
  #if canImport(Glibc)
    // What is larger than a threshold glibc takes from the system and gives back on its own; the threshold rises with the
    // first such piece that is given back. The second, smaller one therefore comes from the heap, and leaves it that long.
    // https://man7.org/linux/man-pages/man3/mallopt.3.html, M_MMAP_THRESHOLD and M_TRIM_THRESHOLD
    let largePage = 2 << 20
    for bytes in [16 * largePage - 2 * largePage, 12 * largePage] {
      guard let piece = malloc(bytes) else { return }
      let firstPage = UnsafeMutableRawPointer(
        bitPattern: (UInt(bitPattern: piece) + UInt(largePage) - 1) / UInt(largePage) * UInt(largePage)
      )
      _ = madvise(firstPage, bytes - largePage, MADV_HUGEPAGE)
      free(piece)
    }
  #endif
}
