package import Diagnostics
package import LocatedJSON
package import RuleModel

/// New items of a pack, to be put into its files.
package struct Scaffold: Sendable {
  /// By the key of the content file under which they stand.
  package var items: [(section: String, item: JSONText)]

  package init(_ items: [(section: String, item: JSONText)]) { self.items = items }

  /// The files of the pack that change or are new, whole, by name; everything that stood there stays as it is written.
  ///
  /// An item goes to the end of the list of its kind: in the file `<kind>.json` if there is one, else in the only file that
  /// holds such a list, else in a new file `<kind>.json` at the top of the pack.
  package func placed(in folder: PackFolder) throws(JSONEdit.Failure) -> [SourceFile] {
    var documents: [String: JSONDocument] = [:]
    // The folder was read before, so whatever is wrong with it has been reported.
    var ignored = DiagnosticLog()
    for file in folder.contents { documents[file.name] = parseJSON(file, into: &ignored) }
    var edits: [String: JSONEdit] = [:]
    var new: [(name: String, section: String, items: [JSONText])] = []
    for (section, item) in items {
      let name = folder.name + "/\(section).json"
      let holders = documents.values.filter { $0.root.list(section) != nil }.map(\.file.name).sorted(by: idPrecedes)
      let target = documents[name] ?? (holders.count == 1 ? documents[holders[0]] : nil)
      if let target {
        var edit = edits[target.file.name] ?? JSONEdit(target)
        if let list = target.root.list(section) {
          edit.append(item, to: list)
        } else {
          edit.insert(section, .array([item]), into: target.root)
        }
        edits[target.file.name] = edit
      } else if let place = new.firstIndex(where: { $0.name == name }) {
        new[place].items.append(item)
      } else {
        new.append((name, section, [item]))
      }
    }
    var files: [SourceFile] = []
    for (_, edit) in edits { files.append(try edit.apply().file) }
    for file in new {
      let text = JSONLayout(openLevels: 2).text(.object([.init(file.section, .array(file.items))]))
      files.append(SourceFile(name: file.name, text: text + "\n"))
    }
    return files.sorted { idPrecedes($0.name, $1.name) }
  }
}

extension JSONNode {
  /// The list under a key; nil for anything else.
  fileprivate func list(_ key: String) -> JSONNode? {
    guard case .object(let members) = value, let node = members.first(where: { $0.key == key })?.value,
      case .array = node.value
    else { return nil }
    return node
  }
}
