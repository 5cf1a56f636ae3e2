import Foundation
import Diagnostics
import LocatedJSON
import RuleModel
import RuleCompiler
import Assessing

public func tempMain() {
  var log = DiagnosticLog()
  let fm = FileManager.default
  var packs: [RulePack] = []
  for p in try! fm.contentsOfDirectory(atPath: "Rules").sorted() {
    let dir = "Rules/\(p)"
    guard let files = try? fm.contentsOfDirectory(atPath: dir) else { continue }
    func f(_ n: String) -> SourceFile { SourceFile(name: "\(dir)/\(n)", bytes: Array(try! Data(contentsOf: URL(filePath: "\(dir)/\(n)")))) }
    let js = files.filter { $0.hasSuffix(".json") && $0 != "pack.json" }.map(f)
    if let pack = PackFolder(name: dir, manifest: files.contains("pack.json") ? f("pack.json") : nil, contents: js).decode(into: &log) { packs.append(pack) }
  }
  let catalogue = link(packs, into: &log)
  for d in log.sorted { print("\(d.span?.file.name ?? "")\(d.span.map { ":\($0.start.line):\($0.start.column)" } ?? ""): \(d.severity) \(d.summary) [\(d.code)] \(d.help ?? "")") }
  print(catalogue.facts.count, catalogue.rules.count, catalogue.skipped.map(\.id))
  let rules = compile(catalogue)
  for p in CommandLine.arguments.dropFirst() {
    var log = DiagnosticLog()
    let file = SourceFile(name: p, bytes: Array(try! Data(contentsOf: URL(filePath: p))))
    guard let doc = parseJSON(file, into: &log), let prof = decodeProfile(doc, into: &log) else { print(log.sorted.map(\.summary)); continue }
    let lp = link(prof, with: catalogue, into: &log)
    for d in log.sorted { print("\(d.span?.file.name ?? "")\(d.span.map { ":\($0.start.line):\($0.start.column)" } ?? ""): \(d.severity) \(d.summary) [\(d.code)] \(d.help ?? "")") }
    let a = assess(lp, rules)
    for d in a.decisions {
      print(p, d.id, d.recommended ?? "-", d.variant ?? "-", d.evidence, d.close, d.conditional)
      for l in d.leaves { print("   ", l.rank ?? 0, l.id, l.score, l.excludedBy, l.confirm.map(\.rule)); if CommandLine.arguments.count == 2 { for c in l.contributions { print("        ", c.rule, c.criterion, c.points) } } }
    }
  }
}
