import Issuing
import Register

extension OutputFile {
  /// Writes a file of what a register says of people: nothing can be read that its log of accesses doesn't know of, and
  /// nothing is in the log that wasn't written.
  func write(_ file: [UInt8], noting access: Access, in register: Register) throws(IssuingError) {
    try write(file) { () throws(IssuingError) in
      do { try register.log(access) } catch { throw .failed("\(error)") }
    }
  }
}
