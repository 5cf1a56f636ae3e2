import Foundation
import LocatedJSON
import RuleModel
import TestSupport

@testable import AdvisorCLI

/// Texts by path, as they are laid into a file system in memory.
typealias Texts = [String: String]

/// Files that tests lay into memory, read once.
enum FixtureFiles {
  /// Two small packs and three profiles made for tests: the numbers of method.md, section 9, with a bit of everything.
  static let mini = texts(below: folder.appendingPathComponent("mini"))
  /// A pack that nobody else knows: one platform more.
  static let nomad = texts(below: folder.appendingPathComponent("nomad"))
  /// The packs and profiles of this repository, below `Rules` and `Profiles`.
  static let repository = texts(below: Repository.root, folders: ["Rules", "Profiles"])

  /// Names of the profiles of this repository that reports are written about: each of the platforms wins one, and one
  /// knows hardly anything. The others run in the tests of the packs.
  static let profiles = ["first-meeting-manufacturer", "muster-authority", "muster-bank", "muster-saas", "muster-shop"]

  /// Names of all profiles of this repository.
  static let allProfiles = repository.keys.filter { $0.hasPrefix("Profiles/") }.map {
    String($0.dropFirst(9).dropLast(5))
  }
  .sorted()

  private static var folder: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")
  }

  private static func texts(below root: URL, folders: [String] = ["."]) -> Texts {
    var found: Texts = [:]
    for folder in folders {
      let paths = FileManager.default.enumerator(atPath: root.appendingPathComponent(folder).path)
      while let path = paths?.nextObject() as? String {
        guard path.hasSuffix(".json"), !path.contains("customers/") else { continue }
        let name = folder == "." ? path : "\(folder)/\(path)"
        found[name] = try? String(contentsOf: root.appendingPathComponent(name), encoding: .utf8)
      }
    }
    return found
  }
}

extension MemoryFiles {
  /// The small packs and profiles, with more or other files.
  static func mini(_ others: Texts = [:], refused: [String: FileError.Reason] = [:]) -> MemoryFiles {
    MemoryFiles(FixtureFiles.mini.merging(others) { $1 }, refused: refused)
  }

  /// The packs and profiles of this repository, with more or other files.
  static func repository(_ others: Texts = [:]) -> MemoryFiles {
    MemoryFiles(FixtureFiles.repository.merging(others) { $1 })
  }
}

extension Texts {
  /// A file with a piece of its text replaced.
  func replacing(_ old: String, with new: String, in path: String) -> Texts {
    var changed = self
    changed[path] = self[path]?.replacingOccurrences(of: old, with: new)
    return changed
  }

  /// The JSON of a file.
  func json(_ path: String) throws -> JSONValue { try parsed(self[path] ?? "") }

  /// The same files with one changed as JSON.
  func changing(_ path: String, _ change: (inout JSONValue) -> Void) throws -> Texts {
    var value = try json(path)
    change(&value)
    var changed = self
    changed[path] = value.pretty()
    return changed
  }
}

extension JSONValue {
  /// Changes the items under a key of a content file.
  mutating func changeItems(_ key: String, _ change: (inout JSONValue) -> Void) {
    guard var items = self[key]?.elements else { return }
    for place in items.indices { change(&items[place]) }
    self[key] = .array(items)
  }

  var number: Double? { if case .number(let number) = self { number } else { nil } }
  var flag: Bool? { if case .bool(let flag) = self { flag } else { nil } }

  /// The element of a list whose `id` is this.
  func item(_ id: String) -> JSONValue? { elements?.first { $0["id"]?.text == id } }
}
