import Foundation
import Testing
import Transfer

@Suite struct SecretTests {
  @Test func aSecretIsReadFromTheEnvironment() {
    let environment = ["PASSWORD": "كلمة سر\n", "EMPTY": "", "LINE": "\r\n"]
    #expect(SecretSource("env:PASSWORD")?.read(environment: environment)?.revealed == "كلمة سر")
    #expect(SecretSource("env:EMPTY")?.read(environment: environment) == nil)
    #expect(SecretSource("env:LINE")?.read(environment: environment) == nil)
    #expect(SecretSource("env:MISSING")?.read(environment: environment) == nil)
  }

  @Test func aSecretIsReadFromADescriptor() throws {
    let pipe = Pipe()
    try pipe.fileHandleForWriting.write(contentsOf: Data("from a pipe\n".utf8))
    try pipe.fileHandleForWriting.close()
    let number = pipe.fileHandleForReading.fileDescriptor
    #expect(SecretSource("fd:\(number)")?.read()?.revealed == "from a pipe")
    #expect(SecretSource("fd:\(number)")?.read() == nil)
  }

  @Test(arguments: ["", "env:", "fd:", "fd:x", "fd:-1", "password", "file:/etc/passwd"])
  func nothingElseIsASource(text: String) {
    #expect(SecretSource(text) == nil)
  }

  @Test func aSecretPrintsAsDots() {
    let secret = Secret("hidden")
    var dumped = ""
    dump(secret, to: &dumped)
    #expect(![dumped, "\(secret)", String(reflecting: [secret])].contains { $0.contains("hidden") })
  }
}

@Suite struct RetryPolicyTests {
  @Test func waitsGrowUpToTheLongest() {
    let policy = RetryPolicy(attempts: 5, firstDelay: .seconds(1), factor: 4, longestDelay: .seconds(20))
    #expect((0...5).map(policy.delay) == [nil, .seconds(1), .seconds(4), .seconds(16), .seconds(20), nil])
    #expect(RetryPolicy.never.delay(afterFailures: 1) == nil)
    #expect(RetryPolicy(attempts: 0).attempts == 1)
  }
}
