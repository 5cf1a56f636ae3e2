import LocatedJSON
import TestSupport
import Testing

@testable import AdvisorCLI

/// A pack folder dropped beside the others adds a platform, without a line of Swift.
@Suite struct FourthPlatformTests {
  private static let before = MemoryFiles.repository(profilesOfNomad)
  private static let after = MemoryFiles.repository(FixtureFiles.nomad)
  private static let profilesOfNomad = FixtureFiles.nomad.filter { $0.key.hasPrefix("Profiles/") }

  private static func platform(_ profile: String, in files: MemoryFiles) throws -> JSONValue {
    let run = advisor("assess", "Profiles/\(profile).json", "--format", "json", in: files)
    #expect(run.status == 0, "\(run.talk)")
    return try #require(try run.json()["decisions"]?.item("platform"))
  }

  @Test func thePackChangesTheRanking() throws {
    let before = try Self.platform("windows-batch", in: Self.before)
    let after = try Self.platform("windows-batch", in: Self.after)
    #expect(before["options"]?.item("nomad") == nil)
    #expect(before["recommended"] != "nomad" && before["recommended"]?.text != nil)
    #expect(after["recommended"] == "nomad")
    #expect(after["options"]?.item("nomad")?["rank"] == 1)
  }

  @Test(arguments: ["muster-bank", "windows-batch"])
  func theOlderOptionsKeepTheirPointsAndTheirOrder(profile: String) throws {
    let before = try Self.platform(profile, in: Self.before)["options"]?.elements ?? []
    let after = try Self.platform(profile, in: Self.after)["options"]?.elements?.filter { $0["id"] != "nomad" } ?? []
    #expect(before.map { $0["id"] } == after.map { $0["id"] })
    for key in ["score", "contributions", "excludedBy", "confirm", "criteria"] {
      #expect(before.map { $0[key] } == after.map { $0[key] }, "\(key)")
    }
  }

  @Test func itsPartsReachTheReport() throws {
    let words = ["report", "Profiles/windows-batch.json", "-o", "r.html", "-o", "r.md", "-o", "r.json"]
    let run = run(words, in: Self.after)
    let result = try run.json(of: "r.json")
    #expect(result["components"]?.item("nomad-clients") != nil)
    #expect(result["packs"]?.item("nomad")?["version"] == "1.0.0")
    let steps = result["steps"]?.elements?.compactMap { $0["id"]?.text } ?? []
    let order = ["sign-order", "nomad-install", "nomad-job-files", "load-test", "nomad-update-strategy", "go-no-go"]
    #expect(steps.filter(order.contains) == order)
    for file in ["r.html", "r.md"] {
      let text = try run.written(file).filter { $0 != "\\" }
      for part in [
        "Nomad clients", "Install servers and clients", "https://developer.hashicorp.com/nomad/docs",
        "Nomad starts plain",
      ] {
        #expect(text.contains(part), "\(file): \(part)")
      }
    }
  }

  @Test func itsRuleExcludesItWhereOperatorsAreNeeded() throws {
    let vendor = try Self.platform("muster-vendor", in: Self.after)["options"]?.item("nomad")
    #expect(vendor?["rank"] == .null && vendor?["excludedBy"]?.elements == ["nomad-no-kubernetes-api"])
  }

  @Test func itIsCheckedAndTestedLikeTheOthers() throws {
    let list = advisor("packs", "list", "--format", "json", in: Self.after)
    let items = try list.json()["packs"]?.item("nomad")?["items"]
    #expect(items?["rules"] == 8 && items?["steps"] == 3 && items?["components"] == 2)
    let test = advisor("packs", "test", "--match", "Nomad", in: Self.after)
    #expect(test.status == 0 && test.output.contains("1 passed, 0 failed"), "\(test.output)")
  }
}
