extension Language {
  /// Chooses the language of messages: what the command line says, else the locale, else Vietnamese.
  ///
  /// The first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is set and not empty is the locale. Only a locale of English
  /// (`en`, `en_GB.UTF-8`) gives English; `C`, `POSIX`, every other language and no locale at all give Vietnamese,
  /// because the program is made for offices in Viet Nam.
  /// - Parameters:
  ///   - lang: The value of `--lang`; one that is not a language of the program counts as not given.
  ///   - environment: The value of an environment variable, `nil` when it is not set.
  public init(preferring lang: String?, environment: (String) -> String?) {
    if let lang, let chosen = Language(rawValue: lang) {
      self = chosen
      return
    }
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
    let locale = names.lazy.compactMap(environment).first { !$0.isEmpty } ?? ""
    let language = locale.prefix { $0 != "_" && $0 != "." && $0 != "@" && $0 != "-" }
    self = language.lowercased() == "en" ? .en : .vi
  }
}
