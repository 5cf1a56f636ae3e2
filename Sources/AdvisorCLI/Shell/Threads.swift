#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Threads of the system.
enum Threads {
  /// The processors of this machine that are at work.
  static var processors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// Does the same work on so many threads at once, this one among them, and waits for all of them. Where the system has no
  /// room for as many, on fewer.
  static func run(_ count: Int, _ work: @escaping @Sendable () -> Void) {
    let others = max(0, count - 1)
    withUnsafeTemporaryAllocation(of: pthread_t.self, capacity: max(1, others)) { threads in
      var started = 0
      guard let first = threads.baseAddress else { return work() }
      for _ in 0..<others {
        let load = Unmanaged.passRetained(Load(work))
        if pthread_create(asCreated(first + started), nil, threadBody, load.toOpaque()) == 0 {
          started += 1
        } else {
          load.release()
        }
      }
      work()
      for thread in threads[..<started] { pthread_join(thread, nil) }
    }
  }

  private final class Load: Sendable {
    let work: @Sendable () -> Void
    init(_ work: @escaping @Sendable () -> Void) { self.work = work }
  }

  fileprivate static func body(_ load: UnsafeMutableRawPointer) {
    Unmanaged<Load>.fromOpaque(load).takeRetainedValue().work()
  }
}

#if canImport(Darwin)
  private func threadBody(_ load: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    Threads.body(load)
    return nil
  }

  private func asCreated(_ place: UnsafeMutablePointer<pthread_t>) -> UnsafeMutablePointer<pthread_t?> {
    UnsafeMutableRawPointer(place).assumingMemoryBound(to: pthread_t?.self)
  }
#else
  private func threadBody(_ load: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let load { Threads.body(load) }
    return nil
  }

  private func asCreated(_ place: UnsafeMutablePointer<pthread_t>) -> UnsafeMutablePointer<pthread_t> { place }
#endif
