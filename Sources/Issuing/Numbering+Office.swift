public import Register
import Templates
public import Themes
import Values

extension Numbering {
  /// The numbering that an office's file states, by its own calendar; the usual one for a nameless office.
  public init(_ profile: OfficeProfile?) {
    let settings = profile?.registry ?? RegistrySettings()
    self.init(calendar: settings.calendar, ummAlQura: profile?.calendar ?? .official)
    patterns[.outgoing] = settings.patterns[.outgoing]
    patterns[.internal] = settings.patterns[.internal]
    patterns[.requests] = settings.patterns[.requests]
    patterns[.incoming] = settings.incomingPattern
  }
}
