import GRDB
import Testing

@testable import Register

@Suite struct RegisterErrorTests {
  /// On a full disk it is the index of the journal that first has no room, and SQLite calls that a failure of the disk.
  @Test(arguments: [ResultCode.SQLITE_FULL, .SQLITE_IOERR_SHMSIZE])
  func aDiskWithoutRoomIsSaidToBeFull(_ code: ResultCode) {
    #expect(RegisterError(DatabaseError(resultCode: code), path: "r.db") == .full(path: "r.db"))
    let other = RegisterError(DatabaseError(resultCode: .SQLITE_IOERR_READ), path: "r.db")
    guard case .failed = other else {
      Issue.record("\(other)")
      return
    }
  }
}
