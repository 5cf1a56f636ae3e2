import LocatedJSON
import TestSupport
import Testing

@testable import AdvisorCLI

/// A report can be made again from what it carries; where it cannot, the change is named.
@Suite struct VerifyTests {
  private static func report(
    _ output: String,
    _ edition: String = "customer",
    _ profile: String = "worked",
    in files: MemoryFiles,
    language: String = "en"
  ) {
    let run = run(
      [
        "report", "Profiles/\(profile).json", "-o", output, "--edition", edition, "--lang", language, "--date",
        "2026-11-20",
      ],
      in: files
    )
    #expect(run.status == 0, "\(run.talk)")
  }

  @Test(
    arguments: ["html", "json"].flatMap { format in
      ["customer", "offer", "internal"].flatMap { edition in ["worked", "taken", "open"].map { (format, edition, $0) } }
    }.filter { $0.0 == "html" || $0.1 != "offer" }
  )
  func aReportIsMadeAgainFromWhatItCarries(format: String, edition: String, profile: String) throws {
    for language in ["en", "de"] {
      let files = MemoryFiles.mini()
      Self.report("r.\(format)", edition, profile, in: files, language: language)
      // Another day, language, time zone and draw of the machine mean nothing; the profile is gone.
      _ = files.fileSystem.write("Profiles/\(profile).json", Array("{}".utf8))
      let run = run(
        ["verify", "r.\(format)"],
        in: files,
        environment: ["TZ": "Pacific/Kiritimati", "LC_ALL": "de_CH.UTF-8", "SOURCE_DATE_EPOCH": "0"]
      )
      #expect(run.status == 0 && run.output.hasPrefix("identical: "), "\(run.output)\(run.talk)")
    }
  }

  @Test func aReportAboutARealCaseIsMadeAgain() {
    let files = MemoryFiles.repository()
    Self.report("r.html", "offer", "muster-bank", in: files, language: "de")
    #expect(advisor("verify", "r.html", in: files).output.hasPrefix("identical: "))
  }

  @Test(arguments: ["html", "json"])
  func oneOtherDigitOfARuleIsNamed(format: String) throws {
    let packs = FixtureFiles.mini.filter { $0.key.hasPrefix("Rules/") }.map {
      ("Former/\($0.key.dropFirst(6))", $0.value)
    }
    let files = MemoryFiles.mini(Dictionary(uniqueKeysWithValues: packs))
    Self.report("r.\(format)", in: files)
    let changed = try FixtureFiles.mini.changing("Rules/shared/content.json") { content in
      content.changeItems("rules") { rule in
        if rule["id"] == "little-memory" { rule["weight"] = 4 }
      }
    }
    for (path, text) in changed where path.hasPrefix("Rules/") {
      _ = files.fileSystem.write(path, Array(text.utf8))
    }
    let plain = advisor("verify", "r.\(format)", in: files)
    #expect(plain.status == 1 && plain.output.hasPrefix("not identical: "))
    #expect(plain.output.contains("pack 'shared' says something else in the same version"))
    #expect(plain.output.contains("rules that count otherwise: little-memory"))
    #expect(!plain.output.contains("pack 'own'") && plain.output.contains("--was"))
    let compared = advisor("verify", "r.\(format)", "--was", "Former", in: files)
    #expect(compared.status == 1, "\(compared.talk)")
    #expect(compared.output.contains("with the packs of Former it is identical"))
    #expect(compared.output.contains("~ rule little-memory") && compared.output.contains("weight"))
  }

  @Test func anotherVersionOfAPackIsNamed() throws {
    let files = MemoryFiles.mini()
    Self.report("r.json", in: files)
    let changed = try FixtureFiles.mini.changing("Rules/own/pack.json") { $0["version"] = "1.9.0" }
    _ = files.fileSystem.write("Rules/own/pack.json", Array((changed["Rules/own/pack.json"] ?? "").utf8))
    let run = advisor("verify", "r.json", in: files)
    #expect(run.status == 1 && run.output.contains("pack 'own' was version") && run.output.contains("1.9.0"))
  }

  @Test func aPageThatWasTouchedIsToldFromOneWhoseDataWere() throws {
    let files = MemoryFiles.mini()
    Self.report("r.html", in: files)
    let page = try #require(files["r.html"])
    _ = files.fileSystem.write("a.html", Array(page.replacing("Shared cluster", with: "Spared cluster").utf8))
    let touched = advisor("verify", "a.html", in: files)
    #expect(touched.status == 1 && touched.output.contains("the file was changed after it was made, from line"))
    _ = files.fileSystem.write("b.html", Array(page.replacing("\"draws\":200", with: "\"draws\":201").utf8))
    let forged = advisor("verify", "b.html", in: files)
    #expect(forged.status == 1 && forged.output.contains("does not match its own digest"))
  }

  @Test func whatIsNoReportIsRefused() {
    for path in ["Profiles/worked.json", "missing.html"] {
      #expect(advisor("verify", path, in: .mini()).status == 2)
    }
    #expect(advisor("verify", "Profiles/worked.json", in: .mini()).talk.contains("[no-provenance]"))
  }

  // MARK: Printed digests

  @Test(arguments: ["customer", "offer", "internal"])
  func aPrintedDigestNamesItsEdition(edition: String) throws {
    let files = MemoryFiles.mini()
    Self.report("r.md", edition, in: files)
    #expect(advisor("verify", "r.md", in: files).talk.contains("[needs-a-profile]"))
    let words = ["--profile", "Profiles/worked.json", "--date", "2026-11-20", "--draws", "200"]
    let run = run(["verify", "r.md"] + words, in: files)
    #expect(run.status == 0 && run.output.contains("edition \(edition) of"), "\(run.output)\(run.talk)")
    let other = AdvisorCLITests.run(["verify", "r.md", "--draws", "100"] + words.prefix(4), in: files)
    #expect(other.status == 1 && other.output.hasPrefix("not identical: "))
  }

  @Test(arguments: ["r.md", "r.csv", "adr/0002-platform.md", "r.html", "r.docx"])
  func everyFormatPrintsTheSameDigest(output: String) throws {
    let files = MemoryFiles.mini()
    let outputs = ["-o", "r.md", "-o", "r.csv", "-o", "adr/", "-o", "r.html", "-o", "r.docx", "-o", "r.json"]
    let run = FakePrograms(files).run(["report", "Profiles/worked.json"] + outputs)
    let digest = try #require(try run.json(of: "r.json")["provenance"]?["digest"]?.text)
    #expect(try run.written(output).contains(digest))
  }

  /// A checklist is made without trials; whoever types its digest need not know that.
  @Test(arguments: ["md", "csv", "json", "gitlab", "jira"], ["en", "de"])
  func everyChecklistCarriesItsDigest(format: String, language: String) throws {
    let files = MemoryFiles.mini()
    let words = ["checklist", "Profiles/taken.json", "--format", format, "--lang", language, "-o", "c.txt"]
    #expect(run(words + ["--edition", "offer"], in: files).status == 0)
    let found = advisor("verify", "c.txt", "--profile", "Profiles/taken.json", in: files)
    #expect(found.status == 0 && found.output.contains("edition offer of"), "\(found.output)\(found.talk)")
    let digest = try #require(files["c.txt"]?.firstMatch(of: /[0-9a-f]{64}/)?.0)
    let typed = advisor("verify", String(digest), "--profile", "Profiles/taken.json", in: files)
    #expect(typed.status == 0 && typed.output.contains("made without runs"))
    let other = advisor("verify", String(digest), "--profile", "Profiles/worked.json", in: files)
    #expect(other.status == 1 && other.output.hasPrefix("not identical: "))
  }

  @Test func anObjectiveCarriesItsDigestWhereProgramsReadIt() throws {
    let files = MemoryFiles.repository()
    Self.report("slo.yaml", "customer", "muster-bank", in: files)
    let text = try #require(files["slo.yaml"])
    let digests = Set(text.matches(of: /advisor\/digest: "([0-9a-f]{64})"/).map { String($0.1) })
    #expect(digests.count == 1 && text.matches(of: /\n  annotations:\n/).count == 2)
    let words = ["--profile", "Profiles/muster-bank.json", "--date", "2026-11-20", "--draws", "200"]
    #expect(run(["verify", "slo.yaml"] + words, in: files).status == 0)
  }

  // MARK: What changed without effect

  @Test(arguments: [("html", "customer"), ("html", "offer"), ("json", "customer")])
  func aDigitThatHasNoEffectOnTheCaseIsToldToo(format: String, edition: String) throws {
    let files = MemoryFiles.mini()
    Self.report("r.\(format)", edition, in: files)
    // The rule does not apply in this case.
    let changed = try FixtureFiles.mini.changing("Rules/own/content.json") { content in
      content.changeItems("rules") { if $0["id"] == "reserved" { $0["order"] = 77 } }
    }
    for (path, text) in changed where path.hasPrefix("Rules/") { _ = files.fileSystem.write(path, Array(text.utf8)) }
    let run = advisor("verify", "r.\(format)", in: files, width: 110)
    #expect(run.status == 1 && run.output.contains("pack 'own' says something else in the same version"))
    #expect(
      run.output.contains("no effect on this case") && run.output.contains("'advisor verify r.\(format) --was PACKS'")
    )
  }

  @Test func anOfferThatSaysSomethingElseIsNotSaidToSayTheSame() throws {
    let files = MemoryFiles.mini()
    Self.report("r.html", "offer", in: files)
    let changed = try FixtureFiles.mini.changing("Rules/shared/content.json") { content in
      content.changeItems("decisions") { $0["title"] = ["en": "Another title", "de": "Ein anderer Titel"] }
    }
    for (path, text) in changed where path.hasPrefix("Rules/") { _ = files.fileSystem.write(path, Array(text.utf8)) }
    let run = advisor("verify", "r.html", in: files, width: 110)
    #expect(run.status == 1 && run.output.contains("what it says is different from line"), "\(run.output)")
  }

  // MARK: What stays in the house

  private static func withSecrets() throws -> MemoryFiles {
    var texts = try FixtureFiles.mini.changing("Rules/shared/facts.json") { content in
      content["facts"] = .array(
        (content["facts"]?.elements ?? []) + [
          ["id": "need.margin", "type": "boolean", "question": "Margin?", "group": "need", "audience": "internal"]
        ]
      )
    }
    texts = try texts.changing("Profiles/worked.json") { profile in
      profile["answers"]?["need.margin"] = true
      profile["notes"] = ["need.memory": ["text": "SECRET", "audience": "internal"]]
      profile["outcome"] = ["option": "shared-cluster"]
      profile["x-crm"] = "SECRET"
    }
    return MemoryFiles(texts)
  }

  @Test func answersForTheHouseAreWithheldAndAskedFor() throws {
    let files = try Self.withSecrets()
    Self.report("r.json", in: files)
    let text = try #require(files["r.json"])
    #expect(!text.contains("SECRET") && !text.contains("need.margin") && !text.contains("outcome"))
    #expect(advisor("verify", "r.json", in: files).talk.contains("[withheld-answers]"))
    let run = advisor("verify", "r.json", "--profile", "Profiles/worked.json", in: files)
    #expect(run.status == 0, "\(run.output)\(run.talk)")
    let other = advisor("verify", "r.json", "--profile", "Profiles/taken.json", in: files)
    #expect(other.status == 1 && other.output.contains("is not the profile that the report was made of"))
  }

  @Test func theHouseKeepsTheWholeProfile() throws {
    let files = try Self.withSecrets()
    Self.report("r.json", "internal", in: files)
    #expect(files["r.json"]?.contains("SECRET") == true)
    #expect(advisor("verify", "r.json", in: files).status == 0)
  }

  @Test func aReviewStaysWhatItWas() throws {
    for (digest, lapsed) in [(nil, false), (String(repeating: "0", count: 64), true)] {
      let files = MemoryFiles(
        try FixtureFiles.mini.changing("Profiles/taken.json") { profile in
          if let digest { profile["reviewedBy"]?["digest"] = .string(digest) }
        }
      )
      Self.report("r.html", "customer", "taken", in: files)
      #expect(files["r.html"]?.contains("has lapsed") == lapsed)
      #expect(advisor("verify", "r.html", in: files).status == 0)
    }
  }
}
