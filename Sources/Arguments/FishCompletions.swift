extension Tool {
  func fishScript(_ places: [CompletionPlace]) -> String {
    let name = root.name
    var lines: [String] = []
    for place in places {
      let start = "complete -c \(name) -n \(fishQuoted("__\(name)_at '\(place.id)'"))"
      lines += place.commands.map { "\(start) -f -a \(fishQuoted($0.name)) -d \(fishQuoted($0.abstract))" }
      lines += place.operands.filter { !$0.choices.isEmpty }.map {
        "\(start) -f -a \(fishQuoted($0.choices.joined(separator: " "))) -d \(fishQuoted($0.name))"
      }
      lines += place.options.map { option in
        let letter = option.letter.map { " -s \($0)" } ?? ""
        let words = option.choices.isEmpty ? "" : " -f -a \(fishQuoted(option.choices.joined(separator: " ")))"
        let value = option.valueName == nil ? "" : " -r\(words)"
        return "\(start)\(letter) -l \(option.name)\(value) -d \(fishQuoted(option.help))"
      }
    }
    return """
      # fish completion for \(name)
      function __\(name)_at
        set -l place ''
        for word in (commandline -opc)[2..-1]
          switch "$place/$word"
            case \(pattern(of: places, separator: " "))
              set place "$place/$word"
            case '*'
              break
          end
        end
        test "$place" = "$argv[1]"
      end
      \(lines.joined(separator: "\n"))

      """
  }

  /// The text as one word of fish, whose single quotes know the backslash.
  private func fishQuoted(_ text: String) -> String {
    let escaped = text.reduce(into: "") { result, letter in
      if letter == "'" || letter == "\\" { result.append("\\") }
      result.append(letter)
    }
    return "'\(escaped)'"
  }
}
