// swift-tools-version: 6.2
import PackageDescription

/// Tests read all packs and run millions of worlds: what does the work is optimised in debug builds, too. All checks for
/// overflow and ranges stay.
let optimizedInDebugBuilds: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// `.ci/static-build` makes a program that needs no library of the machine, and starts in a fraction of the time.
let isAllStatic = Context.environment["ADVISOR_STATIC"] != nil

// One line of arrows; a module may import what stands to its right, never what stands to its left:
//
//   advisor ▶ AdvisorCLI ▶ Reports ▶ Advice ▶ Assessing ▶ RuleCompiler ▶ RuleModel ▶ LocatedJSON ▶ Diagnostics
//                 ├▶ Arguments             └──────▶ Engine ◀──────┘
//                 ├▶ BuiltInRules   LivePage ◀┘ (of Reports) ▶ LocatedJSON
//                 └▶ Batching ▶ RuleCompiler, Engine
let package = Package(
  name: "advisor",
  products: [.executable(name: "advisor", targets: ["advisor"])],
  targets: [
    .target(name: "Diagnostics"),
    .target(name: "LocatedJSON", dependencies: ["Diagnostics"], swiftSettings: optimizedInDebugBuilds),
    .target(name: "RuleModel", dependencies: ["Diagnostics", "LocatedJSON"], swiftSettings: optimizedInDebugBuilds),
    .target(
      name: "Engine",
      swiftSettings: [.treatWarning("EmbeddedRestrictions", as: .error)] + optimizedInDebugBuilds
    ),
    .target(
      name: "RuleCompiler",
      dependencies: ["Diagnostics", "LocatedJSON", "RuleModel", "Engine"],
      swiftSettings: optimizedInDebugBuilds
    ),
    .target(
      name: "Assessing",
      dependencies: ["Diagnostics", "LocatedJSON", "RuleModel", "RuleCompiler", "Engine"],
      swiftSettings: optimizedInDebugBuilds
    ),
    .target(
      name: "Batching",
      dependencies: ["Diagnostics", "LocatedJSON", "RuleModel", "RuleCompiler", "Engine"],
      swiftSettings: optimizedInDebugBuilds
    ),
    .target(name: "Advice", dependencies: ["RuleModel", "RuleCompiler", "Assessing"]),
    .target(
      name: "Reports",
      dependencies: [
        "Diagnostics", "LocatedJSON", "RuleModel", "RuleCompiler", "Engine", "Assessing", "Advice", "LivePage",
      ],
      swiftSettings: optimizedInDebugBuilds
    ),
    .target(name: "Arguments"),
    .target(name: "BuiltInRules", plugins: ["EmbedRules"]),
    .target(
      name: "LivePage",
      dependencies: ["LocatedJSON"],
      exclude: ["Page"],
      swiftSettings: optimizedInDebugBuilds,
      plugins: ["EmbedLivePage"]
    ),
    .target(
      name: "AdvisorCLI",
      dependencies: [
        "Diagnostics", "LocatedJSON", "RuleModel", "RuleCompiler", "Assessing", "Batching", "Advice", "Reports",
        "Arguments", "BuiltInRules",
      ]
    ),
    .executableTarget(
      name: "advisor",
      dependencies: ["AdvisorCLI"],
      linkerSettings: isAllStatic ? [.unsafeFlags(["-static-executable"], .when(platforms: [.linux]))] : []
    ),

    // Measures speed and memory; not part of the product.
    .executableTarget(
      name: "advisor-bench",
      dependencies: [
        "Diagnostics", "LocatedJSON", "RuleModel", "RuleCompiler", "Engine", "Assessing", "Batching",
      ]
    ),

    // Writes the packs in `Rules/` into the program as string literals, so that a copied binary works anywhere.
    .executableTarget(name: "rules-embedder"),
    .plugin(
      name: "EmbedRules",
      capability: .buildTool(),
      dependencies: ["rules-embedder"],
      path: "Sources/Plugins/EmbedRules"
    ),

    // Compiles `Engine` with `Sources/EngineWasm` for the browser, and writes that and the scripts of the live page into the
    // program. `Sources/EngineWasm` is no target: it is built for WebAssembly only.
    .executableTarget(name: "page-embedder"),
    .plugin(
      name: "EmbedLivePage",
      capability: .buildTool(),
      dependencies: ["page-embedder"],
      path: "Sources/Plugins/EmbedLivePage"
    ),

    // Helpers of the tests: random packs and worlds, golden files, the packs and profiles of this repository.
    .target(
      name: "TestSupport",
      dependencies: ["Diagnostics", "LocatedJSON", "RuleModel", "RuleCompiler", "Engine", "Assessing"]
    ),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics", "TestSupport"]),
    .testTarget(name: "LocatedJSONTests", dependencies: ["Diagnostics", "LocatedJSON", "TestSupport"]),
    .testTarget(name: "RuleModelTests", dependencies: ["Diagnostics", "LocatedJSON", "RuleModel", "TestSupport"]),
    .testTarget(
      name: "RuleCompilerTests",
      dependencies: ["Diagnostics", "LocatedJSON", "RuleModel", "RuleCompiler", "Engine", "Assessing", "TestSupport"],
      exclude: ["Broken"]
    ),
    .testTarget(
      name: "AssessingTests",
      dependencies: ["Diagnostics", "LocatedJSON", "RuleModel", "RuleCompiler", "Engine", "Assessing", "TestSupport"]
    ),
    .testTarget(
      name: "AdviceTests",
      dependencies: ["Diagnostics", "LocatedJSON", "RuleModel", "RuleCompiler", "Assessing", "Advice", "TestSupport"]
    ),
    .testTarget(
      name: "ReportsTests",
      dependencies: [
        "Diagnostics", "LocatedJSON", "RuleModel", "RuleCompiler", "Assessing", "Advice", "Reports", "TestSupport",
      ],
      exclude: ["Golden"]
    ),
    .testTarget(
      name: "LivePageTests",
      dependencies: [
        "LocatedJSON", "RuleModel", "RuleCompiler", "Engine", "Assessing", "LivePage", "TestSupport",
      ]
    ),
    .testTarget(
      name: "BatchingTests",
      dependencies: [
        "Diagnostics", "LocatedJSON", "RuleModel", "RuleCompiler", "Assessing", "Batching", "TestSupport",
      ]
    ),
    .testTarget(name: "ArgumentsTests", dependencies: ["Arguments"]),
    .testTarget(
      name: "AdvisorCLITests",
      dependencies: [
        "Diagnostics", "LocatedJSON", "RuleModel", "RuleCompiler", "Assessing", "Advice", "Reports", "Arguments",
        "AdvisorCLI", "TestSupport",
      ],
      exclude: ["Golden", "Fixtures"]
    ),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .plugin {
  target.swiftSettings =
    (target.swiftSettings ?? []) + [
      .enableUpcomingFeature("ExistentialAny"),
      .enableUpcomingFeature("InternalImportsByDefault"),
      .enableUpcomingFeature("MemberImportVisibility"),
    ]
}
