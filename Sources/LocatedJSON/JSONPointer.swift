/// The JSON Pointer (RFC 6901) of the innermost value at a byte offset of a document's file.
///
/// A key, and the place between it and its value, point to the member. The empty string, the pointer of the whole document,
/// is the answer for every offset outside the members and elements of the root.
package func jsonPointer(to offset: Int, in document: JSONDocument) -> String {
  var pointer = ""
  var node = document.root
  while let (token, child) = step(from: node, to: offset) {
    pointer += "/" + token
    node = child
  }
  return pointer
}

private func step(from node: JSONNode, to offset: Int) -> (token: String, child: JSONNode)? {
  switch node.value {
  case .array(let elements):
    guard let index = elements.firstIndex(where: { $0.range.contains(offset) }) else { return nil }
    return (String(index), elements[index])
  case .object(let members):
    let member = members.first { ($0.keyRange.lowerBound..<$0.value.range.upperBound).contains(offset) }
    return member.map { (escaped($0.key), $0.value) }
  default: return nil
  }
}

/// Section 3: `~` and `/` cannot stand for themselves.
private func escaped(_ key: String) -> String {
  var output = String.UnicodeScalarView()
  for scalar in key.unicodeScalars {
    switch scalar {
    case "~": output.append(contentsOf: "~0".unicodeScalars)
    case "/": output.append(contentsOf: "~1".unicodeScalars)
    default: output.append(scalar)
    }
  }
  return String(output)
}
