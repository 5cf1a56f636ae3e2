extension Tool {
  func zshScript(_ places: [CompletionPlace]) -> String {
    let cases = places.map { place in
      let operands = place.commands.isEmpty ? zshOperands(place) : []
      let arguments = (["_arguments -S"] + place.options.map(zshOption) + operands).joined(separator: " \\\n        ")
      let commands = place.commands.map { shellQuoted("\(zshEscaped($0.name)):\($0.abstract)") }
      let names =
        commands.isEmpty ? "" : "names=(\(commands.joined(separator: " ")))\n      _describe command names ||\n      "
      let body = names + arguments
      return "    \(shellQuoted(place.id)))\n      \(body) ;;"
    }
    let (name, pattern) = (root.name, pattern(of: places, separator: " | "))
    return """
      #compdef \(name)
      # zsh completion for \(name)
      _\(name)() {
        local place="" i
        local -a names
        for ((i = 2; i < CURRENT; i++)); do
          case "$place/${words[i]}" in
            \(pattern)) place="$place/${words[i]}" ;;
            *) break ;;
          esac
        done
        shift $((i - 2)) words
        ((CURRENT -= i - 2))
        case "$place" in
      \(cases.joined(separator: "\n"))
        esac
      }
      if [[ $funcstack[1] == _\(name) ]]; then _\(name) "$@"; else compdef _\(name) \(name); fi

      """
  }

  private func zshOption(_ option: OptionSummary) -> String {
    let value = option.valueName.map { ":\($0):\(zshAction(option.choices))" } ?? ""
    let end = "[\(zshEscaped(option.help))]\(value)"
    let long = option.longName + (option.valueName == nil ? "" : "=")
    let group = option.isList ? "*" : "(\(option.spellings.joined(separator: " ")))"
    let spellings = option.spellings.dropLast() + [long]
    return spellings.map { shellQuoted(group + $0 + end) }.joined(separator: " ")
  }

  private func zshOperands(_ place: CompletionPlace) -> [String] {
    place.operands.enumerated().map { index, operand in
      let start = operand.count.upperBound > 1 ? "*" : "\(index + 1)"
      return shellQuoted("\(start):\(operand.name):\(zshAction(operand.choices))")
    }
  }

  private func zshAction(_ choices: [String]) -> String {
    choices.isEmpty ? "_files" : "(\(choices.joined(separator: " ")))"
  }

  /// Without the characters that have a meaning in a specification of `_arguments`.
  private func zshEscaped(_ text: String) -> String {
    text.reduce(into: "") { result, letter in
      if #"[]:\"#.contains(letter) { result.append("\\") }
      result.append(letter)
    }
  }
}
