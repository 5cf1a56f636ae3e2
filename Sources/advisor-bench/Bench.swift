import Assessing
import Batching
import Diagnostics
import Engine
import LocatedJSON
import RuleCompiler
import RuleModel

/// The packs and profiles of one size, made ready.
struct Bench {
  let workload: Workload
  let rules: CompiledRules
  let profiles: [LinkedProfile]
  /// With every question answered.
  let complete: LinkedProfile

  /// - Parameter profiles: how many are decoded.
  init(rules count: Int, profiles: Int) {
    let workload = Workload(rules: count)
    self.workload = workload
    rules = Self.compiled(workload)
    var log = DiagnosticLog()
    var linked: [LinkedProfile] = []
    let texts = (0..<profiles).map { workload.profile($0) } + [workload.profile(0, isComplete: true)]
    for text in texts {
      let file = SourceFile(name: "profile", text: text)
      guard let document = parseJSON(file, into: &log), let profile = decodeProfile(document, into: &log) else {
        continue
      }
      linked.append(link(profile, with: rules.catalogue, into: &log))
    }
    precondition(linked.count == profiles + 1 && !log.hasErrors, "the workload makes sound profiles")
    complete = linked.removeLast()
    self.profiles = linked
  }

  static func compiled(_ workload: Workload) -> CompiledRules {
    var log = DiagnosticLog()
    let folder = PackFolder(
      name: "load",
      manifest: SourceFile(name: "pack.json", text: workload.manifest),
      contents: [SourceFile(name: "content.json", text: workload.content)]
    )
    let catalogue = link([folder.decode(into: &log)].compactMap { $0 }, into: &log)
    precondition(!log.hasErrors, "the workload makes sound packs")
    return compile(catalogue)
  }

  // MARK: Measurements, in seconds

  func loading() -> Double { median(least: 0.3) { witness &+= Self.compiled(workload).program.rules.count } }

  /// One profile, whose answers are at hand, to scores, exclusions and the winner; another one each time.
  func oneWorld() -> Double {
    var kernel = Kernel(rules.program, rules.circumstances(of: profiles[0]))
    var block = WorldBlock(columnCount: rules.program.columnCount)
    var times: [Double] = []
    for _ in 0..<50 {
      var seconds = 0.0
      for profile in profiles.prefix(200) {
        block = WorldBlock(columnCount: rules.program.columnCount)
        rules.fill(&block, lane: 0, with: profile.answers)
        let start = processorTime()
        kernel.evaluate(&block)
        seconds += processorTime() - start
        witness &+= Int(kernel.best[0])
      }
      times.append(seconds / 200)
    }
    return times.sorted()[times.count / 2]
  }

  /// The whole assessment of one profile, every contribution by name.
  func assessment() -> Double {
    median { witness &+= assess(profiles[0], rules).decisions.count }
  }

  /// Per world, from worlds in the columns of the program: so many that they do not stay near the processor.
  func world() -> Double {
    var kernel = Kernel(rules.program, rules.circumstances(of: profiles[0]))
    var blocks: [WorldBlock] = []
    for number in 0..<256 {
      var block = WorldBlock(columnCount: rules.program.columnCount)
      for lane in 0..<WorldBlock.width {
        rules.fill(&block, lane: lane, with: profiles[(17 * number + 29 * lane) % profiles.count].answers)
      }
      blocks.append(block)
    }
    return median {
      for index in blocks.indices {
        kernel.evaluate(&blocks[index])
        witness &+= Int(kernel.best[0])
      }
    } / Double(blocks.count * WorldBlock.width)
  }

  /// How firm the recommendation is under other weights of 8 criteria, all answers given.
  func sampling(draws: Int) -> Double {
    let assessment = assess(complete, rules)
    return median { witness &+= assessment.measuringRobustness(SamplingPlan(draws: draws)).decisions.count }
  }

  /// Ranks, wins in pairs and central weights of the options under drawn weights of 8 criteria, all answers given.
  func ranks(draws: Int) -> Double {
    let work = Casework(rules.book, rules.caseFile(of: complete))
    return median {
      let drawn = DrawnWorlds(work, DrawingPlan(draws: draws, seed: 1, keepsOrder: false))
      var standings = Standings(work.program, decision: 0)
      drawn.weightsAlone.run { kernel, _, _, lanes in standings.count(kernel, lanes: lanes) }
      witness &+= standings.decided
    }
  }

  /// Every single change and the pairs, and what is settled.
  func changes() -> Double {
    let assessment = assess(profiles[0], rules)
    return median { witness &+= assessment.examined().changes.count }
  }

  /// Profiles from NDJSON to results, on one thread.
  func batch(_ count: Int) -> Double {
    let text = ndjson(count)
    let plan = BatchPlan(rules)
    return median(least: 0.3) {
      var worker = BatchWorker(plan)
      let source = Source(text)
      var chunks = BatchChunks(of: "bench") { source.next($0) }
      while let chunk = chunks.next() { witness &+= worker.process(chunk).output.count }
    }
  }

  func ndjson(_ count: Int) -> [UInt8] {
    var text: [UInt8] = []
    for number in 0..<count { text += Array(workload.profile(number).utf8) + [UInt8(ascii: "\n")] }
    return text
  }
}

/// Bytes given away piece by piece, on one thread.
private final class Source: @unchecked Sendable {
  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func next(_ count: Int) -> [UInt8] {
    let end = min(bytes.count, place + count)
    defer { place = end }
    return Array(bytes[place..<end])
  }
}
