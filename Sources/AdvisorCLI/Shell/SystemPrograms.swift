#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Programs {
  /// The programs of this machine, found on PATH.
  package static let system = Self(isAdministrator: geteuid() == 0) { spawn($0) }

  private static func spawn(_ call: Call) -> Result<Outcome, Failure> {
    guard let output = Pipe(), let talk = Pipe() else { return .failure(.system(describeError(errno))) }
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output.end, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, talk.end, STDERR_FILENO)
    var words: [UnsafeMutablePointer<CChar>?] = ([call.program] + call.arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var variables: [UnsafeMutablePointer<CChar>?] = environment(with: call.environment).map { strdup($0) } + [nil]
    defer { for variable in variables { free(variable) } }
    var process: pid_t = 0
    let error = posix_spawnp(&process, call.program, &actions, nil, &words, &variables)
    output.closeEnd()
    talk.closeEnd()
    guard error == 0 else {
      output.closeStart()
      talk.closeStart()
      return .failure(error == ENOENT ? .missing : .system(describeError(error)))
    }
    let (data, said, isLate) = readBoth(output, talk, within: call.timeLimit)
    if isLate { kill(process, SIGKILL) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    if isLate, let limit = call.timeLimit { return .failure(.tooSlow(seconds: limit)) }
    // As <sys/wait.h> has it: the low seven bits are the signal, the next eight the status.
    let signal = status & 0x7F
    return .success(Outcome(status: signal == 0 ? status >> 8 & 0xFF : 128 + signal, output: data, talk: said))
  }

  /// The variables of this process with others in their place, as `NAME=value`.
  private static func environment(with others: [String: String]) -> [String] {
    let own = ProcessEnvironment.current.all.merging(others) { $1 }
    return own.map { "\($0.key)=\($0.value)" }.sorted()
  }

  /// Reads two pipes to their ends, whichever has something first, so that neither can hold up the program; stops when
  /// the time is over.
  private static func readBoth(
    _ first: Pipe,
    _ second: Pipe,
    within seconds: Int?
  ) -> ([UInt8], [UInt8], isLate: Bool) {
    let start = ContinuousClock.now
    var isLate = false
    var contents: [[UInt8]] = [[], []]
    var waiting = [
      pollfd(fd: first.start, events: Int16(POLLIN), revents: 0),
      pollfd(fd: second.start, events: Int16(POLLIN), revents: 0),
    ]
    while waiting.contains(where: { $0.fd >= 0 }) {
      var patience: Int32 = -1
      if let seconds {
        let left = .seconds(seconds) - (ContinuousClock.now - start)
        isLate = left <= .zero
        if isLate { break }
        patience = Int32(min(left.components.seconds, 3600)) * 1000 + 1000
      }
      if poll(&waiting, nfds_t(waiting.count), patience) < 0, errno != EINTR { break }
      for index in waiting.indices where waiting[index].fd >= 0 && waiting[index].revents != 0 {
        let chunk = readAvailable(from: waiting[index].fd, atMost: 65_536)
        contents[index] += chunk
        // poll leaves out what is negative.
        if chunk.isEmpty { waiting[index].fd = -1 }
      }
    }
    first.closeStart()
    second.closeStart()
    return (contents[0], contents[1], isLate)
  }
}

/// A pipe that no other program inherits.
private struct Pipe {
  let start: Int32
  let end: Int32

  /// Nil with the reason in `errno`.
  init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for descriptor in ends { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    (start, end) = (ends[0], ends[1])
  }

  func closeStart() { close(start) }
  func closeEnd() { close(end) }
}
