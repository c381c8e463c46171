public import Register
import Templates
public import Themes

extension Numbering {
  /// The numbering that an office's file states.
  public init(_ settings: RegistrySettings) {
    self.init(calendar: settings.calendar)
    patterns[.outgoing] = settings.patterns[.outgoing]
    patterns[.internal] = settings.patterns[.internal]
    patterns[.requests] = settings.patterns[.requests]
    patterns[.incoming] = settings.incomingPattern
  }
}
