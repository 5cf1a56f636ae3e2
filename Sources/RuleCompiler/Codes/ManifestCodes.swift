extension DiagnosticCode {
  /// What can be wrong with a pack as a whole.
  static let inManifests: [DiagnosticCode] = [
    DiagnosticCode(
      "missing-manifest",
      "a folder beside the packs holds no 'pack.json'",
      """
      Every folder beside the packs is a pack, and every pack introduces itself in a file 'pack.json': its id,
      version, title, description and maintainer. Add the file, or move the folder elsewhere.
      """,
      wrong: "Rules/my-cloud/rules.json",
      right: "Rules/my-cloud/pack.json\nRules/my-cloud/rules.json"
    ),
    DiagnosticCode(
      "unsupported-format",
      "the file is written in a format that this advisor does not read",
      """
      'format' says which edition of the rules for packs and profiles a file follows; this advisor reads
      format 1. If the number is a slip, write 1; if the file was made for a newer advisor, use that one.
      """,
      wrong: #"{ "format": 2 }"#,
      right: #"{ "format": 1 }"#
    ),
    DiagnosticCode(
      "needs-newer-advisor",
      "the pack was made for a newer advisor",
      """
      The pack says under 'engine' which advisor it needs at least. An older one could misread it, so it is
      refused as a whole, and nothing else in it is reported. Install a newer advisor, or take an older
      version of the pack.
      """,
      wrong: #"{ "engine": "9.0" }"#,
      right: #"{ "engine": "1.0" }"#
    ),
    DiagnosticCode(
      "invalid-version",
      "a version is not made of numbers and points",
      """
      The version of a pack has three numbers: the first grows when something old no longer works, the second
      when something is added, the third for small repairs. Other packs say with it which ones they work with.
      'engine' may leave the third number out.
      """,
      wrong: #"{ "version": "2026-11" }"#,
      right: #"{ "version": "1.4.0" }"#
    ),
    DiagnosticCode(
      "invalid-range",
      "a range of versions is not written as ^1.2.0",
      """
      Behind the id of another pack stands which versions of it will do: '^1.2.0' means 1.2.0 and everything
      later that does not break anything, that is, below 2.0.0. Other notations are not known.
      """,
      wrong: #"{ "requires": { "foundation": ">= 1.2" } }"#,
      right: #"{ "requires": { "foundation": "^1.2.0" } }"#
    ),
    DiagnosticCode(
      "missing-pack",
      "a pack that is required is not loaded",
      """
      The pack builds on another one that is not there, so that its rules name things nobody has defined. Put
      the folder of the other pack beside this one, name its folder with '--rules', or correct its id. If the
      pack can do without, move the line from 'requires' to 'optional'.
      """,
      wrong: #"{ "requires": { "fundation": "^1.0.0" } }"#,
      right: #"{ "requires": { "foundation": "^1.0.0" } }"#
    ),
    DiagnosticCode(
      "version-mismatch",
      "another pack is loaded in a version that does not fit",
      """
      The pack asks for certain versions of another one, and the one that is loaded is older, or has changed
      so much that old packs may break. Load a version that fits. If you know that the loaded one will do,
      change the range in 'pack.json'.
      """,
      wrong: #"{ "requires": { "foundation": "^2.0.0" } }"#,
      right: #"{ "requires": { "foundation": "^1.3.0" } }"#
    ),
    DiagnosticCode(
      "duplicate-pack",
      "two folders hold a pack of the same id",
      """
      Most likely a folder was copied. Which of the two counts would be left to chance, so neither is taken
      for right. Remove one of the folders, or give one of the packs another id.
      """,
      wrong: #"Rules/appflow/pack.json and Rules/appflow-copy/pack.json both with "id": "appflow""#,
      right: #"Rules/appflow/pack.json alone with "id": "appflow""#
    ),
    DiagnosticCode(
      "pack-too-large",
      "the files of a pack are larger than 64 MiB together",
      """
      A pack may have 64 MiB, many times more than all the rules a company will ever write. Look for a file
      that does not belong there, or split the pack into several.
      """,
      wrong: "Rules/archive with 70 MiB",
      right: "Rules/archive-2025 and Rules/archive-2026 with 35 MiB each"
    ),
  ]
}
