extension Unicode.Scalar {
  /// Whether it is a check box, tick or cross: drawn, and not read as text of its line.
  public var isDrawnSign: Bool { value == 0x2713 || value == 0x2717 || 0x2610...0x2612 ~= value }
}
