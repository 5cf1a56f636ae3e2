import Engine
import LivePage
import LocatedJSON
import TestSupport
import Testing

@Suite struct WasmParityTests {
  @Test(.enabled(if: LivePage.engine != nil, "this toolchain cannot compile the engine for the browser"))
  func theModuleNeedsNothingFromOutside() throws {
    let module = try WasmModule(try #require(LivePage.engine.flatMap { Base64.bytes(of: $0) }))
    #expect(!module.hasImports)
  }

  @Test(.enabled(if: WasmEngine.isThere, "not run: it needs wasmkit and an engine for the browser"), arguments: 0..<16)
  func bothBuildsFindTheSameInRandomPacks(seed: UInt64) throws {
    let bytes = try LiveCases.random(seed: 500 + seed, profiles: 8).bytes
    let native = liveDigest(bytes, draws: 200, limit: 2_000)
    #expect(native != 0)
    #expect(try WasmEngine.digest(bytes, draws: 200, limit: 2_000) == native)
  }

  @Test(.enabled(if: WasmEngine.isThere, "not run: it needs wasmkit and an engine for the browser"))
  func bothBuildsFindTheSameInOurProfiles() throws {
    // An interpreter is slow: few worlds, and no taking apart of completions; the test in a browser does it all.
    let rules = try Repository.packs().compiled()
    let bytes = try LiveCases(rules, profiles: Repository.profiles().map(\.members)).bytes
    let native = liveDigest(bytes, draws: 16, limit: 0)
    #expect(native != 0)
    #expect(try WasmEngine.digest(bytes, draws: 16, limit: 0) == native)
  }
}
