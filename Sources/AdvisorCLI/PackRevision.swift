import Diagnostics
import RuleModel

extension Session {
  /// The packs of one version: a folder, or `REV` or `REV:PATH` of a git repository. Nil after reporting what is wrong.
  ///
  /// - Parameter folder: the folder of packs beside it, whose repository and place in it a revision without a path means.
  mutating func packs(of version: String, besides folder: String) -> [PackFolder]? {
    if workplace.files.isDirectory(version) {
      let found = folders(in: version)
      return log.hasErrors ? nil : found
    }
    return revision(version, besides: folder)
  }

  private mutating func revision(_ version: String, besides folder: String) -> [PackFolder]? {
    let parts = version.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard let name = parts.first, !name.isEmpty, !name.hasPrefix("-") else {
      log.error(
        "unreadable-rules",
        "there is no folder \(quoted(version)), and it is no git revision",
        at: nil,
        help: Self.versionHelp
      )
      return nil
    }
    let place = workplace.files.isDirectory(folder) ? folder : "."
    // The place first: outside of a repository, git would call any revision unknown.
    guard let prefix = git(["rev-parse", "--show-prefix"], in: place, for: version) else { return nil }
    guard
      let commit = git(
        ["rev-parse", "--verify", "--quiet", "\(name)^{commit}"],
        in: place,
        for: version,
        isRevision: true
      )
    else {
      return nil
    }
    // A revision alone means the same folder as the one beside it.
    let other = folder.split(separator: ":", maxSplits: 1).map(String.init)
    let isFolder = workplace.files.isDirectory(folder)
    var path = parts.count > 1 ? parts[1] : !isFolder && other.count > 1 ? other[1] : prefix
    if path.hasSuffix("/") { path.removeLast() }
    guard let listing = run(["ls-tree", "-r", "-z", "--full-tree", "\(commit):\(path)"], in: place) else { return nil }
    guard listing.status == 0 else {
      log.error(
        "unknown-revision",
        "revision \(quoted(name)) holds no folder \(quoted(path))",
        at: nil,
        help: "name the folder of the packs as git knows it, such as \(name):Rules"
      )
      return nil
    }
    guard parts.count > 1 || isFolder || other.count > 1 || holdsPacks(listing.output) else {
      log.error(
        "unreadable-rules",
        "two revisions do not say which folder holds the packs",
        at: nil,
        help: "name it as git knows it, such as \(name):Rules"
      )
      return nil
    }
    return blobs(in: listing.output, shownAs: "\(name):\(path)", place)
  }

  /// Whether what `git ls-tree -r -z` lists is a pack, or a folder of packs.
  private func holdsPacks(_ listing: [UInt8]) -> Bool {
    listing.split(separator: 0).contains { entry in
      let path = String(decoding: entry.split(separator: UInt8(ascii: "\t"), maxSplits: 1).last ?? [], as: UTF8.self)
      let parts = path.split(separator: "/")
      return parts.last == "pack.json" && parts.count <= 2
    }
  }

  /// Reads the files that `git ls-tree -r -z` lists.
  private mutating func blobs(in listing: [UInt8], shownAs name: String, _ place: String) -> [PackFolder]? {
    let root = name.hasSuffix("/") || name.hasSuffix(":") ? name : name + "/"
    var files: [(path: String, file: SourceFile)] = []
    for entry in listing.split(separator: 0) {
      // "100644 blob 3b18e512… <tab> path"
      let halves = entry.split(separator: UInt8(ascii: "\t"), maxSplits: 1)
      let words = halves.first?.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) } ?? []
      guard halves.count == 2, words.count == 3, let path = String(validating: halves[1], as: UTF8.self) else {
        continue
      }
      let isHidden = path.split(separator: "/").contains { $0.hasPrefix(".") }
      // Only plain files: a link may lead out of the pack, and a submodule is another repository.
      guard words[0].hasPrefix("100"), words[1] == "blob", path.hasSuffix(".json"), !isHidden else { continue }
      guard let blob = run(["cat-file", "blob", words[2]], in: place) else { return nil }
      guard blob.status == 0 else {
        log.error(
          "unreadable-file",
          "git cannot read \(quoted(root + path))",
          at: nil,
          help: "run 'git fsck' in the repository"
        )
        return nil
      }
      files.append((path, SourceFile(name: root + path, bytes: blob.output)))
    }
    if files.contains(where: { $0.path == "pack.json" }) { return [folder(named: name, files)] }
    let found = grouped(files) { root + $0 }
    if found.isEmpty {
      log.error(
        "no-packs",
        "no rule pack in \(quoted(name))",
        at: nil,
        help: "a pack is a folder with a file 'pack.json'"
      )
      return nil
    }
    return found
  }

  // MARK: git

  /// The one line that git answers with; nil after reporting why there is none.
  ///
  /// - Parameters:
  ///   - version: what people wrote, which is no folder.
  ///   - isRevision: whether git is asked for the revision, and not for the repository.
  private mutating func git(
    _ words: [String],
    in folder: String,
    for version: String,
    isRevision: Bool = false
  ) -> String? {
    guard let outcome = run(words, in: folder) else { return nil }
    if outcome.status == 0 {
      let text = String(decoding: outcome.output, as: UTF8.self)
      return text.hasSuffix("\n") ? String(text.dropLast()) : text
    }
    if isRevision {
      log.error(
        "unknown-revision",
        "there is no folder \(quoted(version)), and no revision of that name that git knows",
        at: nil,
        help: Self.versionHelp
      )
    } else {
      let isForeign = String(decoding: outcome.talk, as: UTF8.self).contains("dubious ownership")
      log.error(
        "no-repository",
        isForeign
          ? "git refuses the repository of \(quoted(folder)), since another user owns it"
          : "there is no folder \(quoted(version)), nor a revision: \(quoted(folder)) is in no git repository",
        at: nil,
        help: isForeign ? "run 'git status' in that folder: git tells the mend" : Self.versionHelp
      )
    }
    return nil
  }

  private mutating func run(_ words: [String], in folder: String) -> Programs.Outcome? {
    let help = "install git, or name a folder of packs"
    switch workplace.programs.run("git", ["-C", folder] + words) {
    case .success(let outcome): return outcome
    case .failure(.missing): log.error("missing-program", "the program 'git' is not on PATH", at: nil, help: help)
    case .failure(.system(let reason)):
      log.error("missing-program", "the program 'git' cannot be started: \(reason)", at: nil, help: help)
    case .failure(.tooSlow(let seconds)):
      log.error("failed-program", "the program 'git' gave no answer in \(seconds) seconds", at: nil, help: help)
    }
    return nil
  }

  private static let versionHelp = "name a folder of packs, or a revision such as v1.0.0 or v1.0.0:Rules"
}
