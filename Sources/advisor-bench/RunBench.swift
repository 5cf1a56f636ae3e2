#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Why nothing, or not all, could be measured.
struct Failure: Error {
  let sentence: String
}

/// The program; gives the exit status.
func runBench(_ words: [String]) -> Int32 {
  do throws(Failure) {
    guard let settings = Settings(Array(words.dropFirst()), program: words.first ?? "") else {
      throw Failure(sentence: Settings.help)
    }
    if let folder = settings.exportFolder {
      try export(settings, to: folder)
      return 0
    }
    let notebook = Notebook(isJSON: settings.isJSON)
    // First: the system counts what this program holds when it starts another one among the memory of that one.
    try measureProcesses(settings, notebook)
    measure(settings, notebook)
    if notebook.figures.isEmpty {
      throw Failure(sentence: "nothing that is measured has '\(settings.only ?? "")' in its name")
    }
    if settings.isJSON { print(notebook.json, terminator: "") }
    return 0
  } catch {
    Array((error.sentence + "\n").utf8).withUnsafeBytes { _ = writeAll($0, to: 2) }
    return 2
  }
}

/// Writes packs and profiles for other programs.
private func export(_ settings: Settings, to folder: String) throws(Failure) {
  let workload = Workload(rules: settings.rules)
  try save(workload.manifest, to: folder + "/pack.json")
  try save(workload.content, to: folder + "/content.json")
  guard let file = fopen(folder + "/profiles.ndjson", "w") else {
    throw Failure(sentence: "cannot write into \(folder)")
  }
  for number in 0..<settings.profiles { fputs(workload.profile(number) + "\n", file) }
  fclose(file)
}

private func save(_ text: String, to path: String) throws(Failure) {
  guard let file = fopen(path, "w") else { throw Failure(sentence: "cannot write \(path)") }
  fputs(text, file)
  fclose(file)
}

/// What happens inside of one process.
private func measure(_ settings: Settings, _ notebook: Notebook) {
  var series: [String: [(size: Int, seconds: Double)]] = [:]
  func time(_ what: String, _ size: Int, _ measured: @autoclosure () -> Double) {
    guard settings.asks(for: what) else { return }
    let seconds = measured()
    series[what, default: []].append((size, seconds))
    notebook.note(Figure(what: what, size: size, value: seconds * 1e3, unit: "ms"))
  }
  func rate(_ what: String, _ size: Int, _ measured: @autoclosure () -> Double) {
    guard settings.asks(for: what) else { return }
    let seconds = measured()
    series[what, default: []].append((size, seconds))
    notebook.note(Figure(what: what, size: size, value: 1 / seconds, unit: "/s"))
  }
  for rules in settings.isQuick ? [100, 1_000] : [100, 1_000, 10_000] {
    lazy var bench = Bench(rules: rules, profiles: 512)
    time("load and compile, by rules", rules, bench.loading())
    time("one profile through the kernel, by rules", rules, bench.oneWorld())
    time("one assessment by name, by rules", rules, bench.assessment())
    rate("worlds, by rules", rules, bench.world())
    rate("batch, profiles a second, by rules", rules, bench.batch(2_000) / 2_000)
    if rules == 100 {
      // Hardly more than the draws: what the rules take comes once.
      for draws in [1_000, 10_000, 100_000] {
        time("ranks under drawn weights, by draws", draws, bench.ranks(draws: draws))
      }
    }
    guard rules == 1_000 else { continue }
    for draws in [1_000, 10_000, 100_000] {
      time("ranks under drawn weights with 1,000 rules, by draws", draws, bench.ranks(draws: draws))
      time("robustness of an assessment, by draws", draws, bench.sampling(draws: draws))
    }
    time("changes and what is settled, by rules", rules, bench.changes())
    for count in settings.isQuick ? [1, 100, 10_000] : [1, 10, 100, 1_000, 10_000, 100_000] {
      time("batch, by profiles", count, bench.batch(count))
    }
  }
  for (what, points) in series.sorted(by: { $0.key < $1.key }) where points.count > 2 {
    notebook.note(Figure(what: "growth: " + what, value: exponent(points), unit: "exponent of time"))
  }
}

/// What the program itself takes: a cold start, and a long run.
private func measureProcesses(_ settings: Settings, _ notebook: Notebook) throws(Failure) {
  var name = Array((P_tmpdir + "/advisor-bench-XXXXXX").utf8CString)
  guard let made = mkdtemp(&name) else { throw Failure(sentence: "cannot make a temporary folder") }
  let folder = String(cString: made)
  defer {
    for file in ["pack.json", "content.json", "profile.txt"] { unlink(folder + "/" + file) }
    rmdir(folder)
  }
  let coldStart = "cold assess, by rules"
  for rules in settings.asks(for: coldStart) ? [100, 1_000] : [] {
    let workload = Workload(rules: rules)
    try save(workload.manifest, to: folder + "/pack.json")
    try save(workload.content, to: folder + "/content.json")
    try save(workload.profile(0), to: folder + "/profile.txt")
    let words = [settings.advisor, "assess", folder + "/profile.txt", "--rules", folder, "--draws", "0"]
    let runs = (0..<11).compactMap { _ in ProgramTimes(words) }.filter { $0.status == 0 }
    guard runs.count == 11 else {
      throw Failure(sentence: "\(settings.advisor) did not run: build it first, or name it with --advisor")
    }
    let seconds = runs.map(\.seconds).sorted()[5]
    notebook.note(Figure(what: coldStart, size: rules, value: seconds * 1e3, unit: "ms"))
  }
  let (speed, memory) = ("advisor batch, profiles a second", "advisor batch, peak memory")
  guard settings.asks(for: speed) || settings.asks(for: memory) else { return }
  let workload = Workload(rules: 1_000)
  try save(workload.manifest, to: folder + "/pack.json")
  try save(workload.content, to: folder + "/content.json")
  let thousand = (0..<1_000).flatMap { Array((workload.profile($0) + "\n").utf8) }
  for count in settings.isQuick ? [10_000] : [10_000, 100_000, 1_000_000] {
    let run = ProgramTimes([settings.advisor, "batch", "--rules", folder, "--jobs", "1"]) { write in
      for _ in 0..<count / 1_000 where !write(thousand) { return }
    }
    guard let run, run.status == 0 else { throw Failure(sentence: "\(settings.advisor) batch failed") }
    notebook.note(Figure(what: speed, size: count, value: Double(count) / run.seconds, unit: "/s"))
    notebook.note(Figure(what: memory, size: count, value: Double(run.peak) / 1e6, unit: "MB"))
  }
}
