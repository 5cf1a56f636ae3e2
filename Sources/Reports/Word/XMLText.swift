/// Text in XML 1.0: nothing of it can end the element or attribute that it stands in.
enum XMLText {
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.cleaned.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
