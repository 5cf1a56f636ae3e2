import Diagnostics

/// A browser of the Chromium family that prints pages.
struct Browser {
  /// Its name on PATH, or its path.
  let program: String

  /// The first one that has boxes for texts in the page margins (Chromium 131).
  static let oldestVersion = 131

  /// Names on PATH, then the usual places of macOS and Linux.
  static let candidates = [
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge",
    "microsoft-edge-stable", "msedge", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge", "/opt/google/chrome/chrome",
    "/opt/microsoft/msedge/msedge", "/snap/bin/chromium",
  ]

  /// The call that prints a page on paper.
  ///
  /// The page is an inert file; the browser gets a profile of its own, no network, and no sandbox only where it refuses to
  /// run with one.
  func printing(_ page: String, to target: String, in folder: String, isAdministrator: Bool) -> Programs.Call {
    let words = [
      "--headless=new", "--user-data-dir=\(FileSystem.join(folder, "browser"))", "--disable-gpu",
      "--disable-extensions",
      "--disable-background-networking", "--disable-component-update", "--disable-default-apps", "--disable-sync",
      "--no-first-run", "--no-default-browser-check", "--host-resolver-rules=MAP * ~NOTFOUND",
    ]
    let printing = [
      "--no-pdf-header-footer", "--export-tagged-pdf", "--generate-pdf-document-outline", "--print-to-pdf=\(target)",
      "file://\(Self.escaped(page))",
    ]
    return Programs.Call(
      program,
      words + (isAdministrator ? ["--no-sandbox"] : []) + printing,
      timeLimit: 120
    )
  }

  /// A path in an address: everything but letters, digits and a few signs by its number (RFC 3986).
  private static func escaped(_ path: String) -> String {
    path.utf8.map { byte in
      let scalar = Unicode.Scalar(byte)
      let isPlain = byte < 0x80 && (scalar.properties.isAlphabetic || "0123456789/-._~".unicodeScalars.contains(scalar))
      if isPlain { return String(Character(scalar)) }
      let digits = String(byte, radix: 16, uppercase: true)
      return "%" + (digits.count < 2 ? "0" : "") + digits
    }.joined()
  }

  /// The first number of what `--version` answers: 131 in "Google Chrome 131.0.6778.85".
  static func majorVersion(in answer: String) -> Int? {
    answer.split(whereSeparator: \.isWhitespace).lazy.compactMap { word -> Int? in
      let parts = word.split(separator: ".")
      return parts.count >= 2 ? Int(parts[0]) : nil
    }.first
  }
}

extension Session {
  /// The browser of ADVISOR_BROWSER, or else the first that answers; reports what to install where there is none.
  mutating func findBrowser() -> Browser? {
    let wish = console.environment["ADVISOR_BROWSER"]
    var newest: (program: String, version: Int)?
    for program in wish.map({ [$0] }) ?? Browser.candidates {
      guard case .success(let outcome) = workplace.programs.call(.init(program, ["--version"], timeLimit: 30)),
        outcome.status == 0, let version = Browser.majorVersion(in: String(decoding: outcome.output, as: UTF8.self))
      else { continue }
      if version >= Browser.oldestVersion { return Browser(program: program) }
      if version > newest?.version ?? 0 { newest = (program, version) }
    }
    if let newest {
      log.error(
        "old-program",
        "the browser \(quoted(newest.program)) is version \(newest.version), and page numbers need \(Browser.oldestVersion)",
        at: nil,
        help: "update it, or name another one in ADVISOR_BROWSER"
      )
    } else if let wish {
      log.error(
        "missing-program",
        "\(quoted(wish)) in ADVISOR_BROWSER is no browser that can be started",
        at: nil,
        help: "name the program of a Chromium, Chrome or Edge, on PATH or with its whole path"
      )
    } else {
      log.error(
        "missing-program",
        "no Chromium, Chrome or Edge was found, one of which prints the PDF",
        at: nil,
        help: "install one (Debian: chromium), or name its program in ADVISOR_BROWSER"
      )
    }
    return nil
  }

  /// The page on paper; reports why there is none.
  mutating func print(_ page: [UInt8], with browser: Browser) -> [UInt8]? {
    withTemporaryFolder { session, folder in
      let source = FileSystem.join(folder, "report.html")
      let target = FileSystem.join(folder, "report.pdf")
      guard session.place(page, at: source) else { return nil }
      let isAdministrator = session.workplace.programs.isAdministrator
      let call = browser.printing(source, to: target, in: folder, isAdministrator: isAdministrator)
      return session.result(
        of: call,
        at: target,
        beginning: "%PDF-",
        help: "a browser from a snap reads only your home: set TMPDIR to a folder there, or name another browser in "
          + "ADVISOR_BROWSER"
      )
    }
  }
}
