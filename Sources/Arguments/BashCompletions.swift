extension Tool {
  func bashScript(_ places: [CompletionPlace]) -> String {
    var values: [String] = []
    var names: [String] = []
    for place in places {
      for option in place.options where option.valueName != nil {
        let pattern = option.spellings.map { shellQuoted("\(place.id) \($0)") }.joined(separator: " | ")
        // Without a list of words, the shell falls back to file names.
        let body = option.choices.isEmpty ? "return" : "names=\(shellQuoted(option.choices.joined(separator: " ")))"
        values.append("    \(pattern)) \(body) ;;")
      }
      let words = place.commands.map(\.name) + place.operands.flatMap(\.choices)
      names.append(
        """
            \(shellQuoted(place.id)))
              names=\(shellQuoted(words.joined(separator: " ")))
              options=\(shellQuoted(place.options.flatMap(\.spellings).joined(separator: " "))) ;;
        """
      )
    }
    let (name, pattern) = (root.name, pattern(of: places, separator: " | "))
    return """
      # bash completion for \(name)
      _\(name)() {
        local word="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD - 1]}"
        local place="" names="" options="" i
        # Bash takes --name=value for three words.
        if [[ $word == "=" ]]; then
          word=""
        elif [[ $previous == "=" ]]; then
          previous="${COMP_WORDS[COMP_CWORD - 2]}"
        fi
        for ((i = 1; i < COMP_CWORD; i++)); do
          case "$place/${COMP_WORDS[i]}" in
            \(pattern)) place="$place/${COMP_WORDS[i]}" ;;
            *) break ;;
          esac
        done
        COMPREPLY=()
        case "$place" in
      \(names.joined(separator: "\n"))
        esac
        if [[ $word == -* ]]; then names="$options"; fi
        case "$place $previous" in
      \(values.joined(separator: "\n"))
        esac
        COMPREPLY=($(compgen -W "$names" -- "$word"))
      }
      complete -o default -F _\(name) \(name)

      """
  }
}

/// The text as one word of bash or zsh.
func shellQuoted(_ text: String) -> String {
  "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#) + "'"
}
