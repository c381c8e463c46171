// swift-tools-version: 6.2
import PackageDescription

let features: [SwiftSetting] = ["ExistentialAny", "InternalImportsByDefault", "MemberImportVisibility"]
  .map { .enableUpcomingFeature($0) }
/// Modules that hold no C handle: the compiler proves that no unsafe code is in them.
let safe: [SwiftSetting] = [.treatAllWarnings(as: .error), .strictMemorySafety()] + features
/// The one owner of each C library.
let owner: [SwiftSetting] = [.treatAllWarnings(as: .error)] + features
let tests: [SwiftSetting] = [.treatAllWarnings(as: .error)] + features

/// The tests of one module; `data` are the folders of files that the tests read from the checkout.
func testsOf(_ module: String, _ others: String..., data: [String] = []) -> Target {
  .testTarget(
    name: module + "Tests",
    dependencies: Set([module, "Diagnostics", "TestSupport"] + others).sorted().map { .byName(name: $0) },
    exclude: data, swiftSettings: tests)
}

let package = Package(
  name: "Khitab",
  products: [
    .executable(name: "khitab", targets: ["khitab"]),
    .library(
      name: "KhitabKit",
      targets: [
        "Issuing", "Cases", "Records", "Register", "Themes", "Templates", "Content", "Values", "Settings",
        "Layout", "Text", "Fonts", "PDF", "PDFSyntax", "Proofing", "Geometry", "Postal", "Printing", "Mail",
        "Transfer", "Spreadsheets", "Signing", "Cryptography", "Verification", "Deflate", "XML",
        "Diagnostics",
      ]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-asn1", from: "1.7.4"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(name: "CCairo", pkgConfig: "cairo-ft", providers: [.apt(["libcairo2-dev"])]),
    .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .systemLibrary(name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
    .systemLibrary(name: "CFontconfig", pkgConfig: "fontconfig", providers: [.apt(["libfontconfig-dev"])]),
    .systemLibrary(name: "CFreeType", pkgConfig: "freetype2", providers: [.apt(["libfreetype-dev"])]),
    .systemLibrary(name: "CHarfBuzz", pkgConfig: "harfbuzz", providers: [.apt(["libharfbuzz-dev"])]),
    .systemLibrary(name: "CQRencode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
    .systemLibrary(name: "CRSVG", pkgConfig: "librsvg-2.0", providers: [.apt(["librsvg2-dev"])]),
    .systemLibrary(name: "CTurboJPEG", pkgConfig: "libturbojpeg", providers: [.apt(["libturbojpeg0-dev"])]),
    .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CICU", linkerSettings: [.linkedLibrary("icuuc")]),
    .target(name: "COpenSSL", linkerSettings: [.linkedLibrary("crypto")]),

    .target(name: "Diagnostics", swiftSettings: safe),
    .target(name: "Geometry", swiftSettings: safe),
    .target(name: "Cryptography", dependencies: ["COpenSSL"], swiftSettings: owner),
    .target(name: "Transfer", dependencies: ["CCurl"], swiftSettings: owner),
    .target(name: "Deflate", dependencies: ["CZlib", "CDeflate"], swiftSettings: owner),
    .target(name: "XML", swiftSettings: safe),
    .target(name: "PDFSyntax", dependencies: ["Deflate"], swiftSettings: safe),
    .target(name: "Proofing", dependencies: ["PDFSyntax", "Deflate", "Geometry"], swiftSettings: safe),
    .target(name: "Mail", dependencies: ["Transfer", "Cryptography"], swiftSettings: safe),
    .target(name: "Printing", dependencies: ["Transfer"], swiftSettings: safe),
    .target(
      name: "Signing",
      dependencies: [
        "PDFSyntax", "Cryptography", "Transfer", "Diagnostics", "XML",
        .product(name: "SwiftASN1", package: "swift-asn1"),
      ],
      swiftSettings: safe),
    .target(name: "Verification", dependencies: ["CQRencode"], swiftSettings: owner),
    .target(name: "Spreadsheets", dependencies: ["CXLSXWriter"], swiftSettings: owner),
    .target(name: "Values", dependencies: ["Diagnostics"], swiftSettings: safe),
    .target(name: "Settings", dependencies: ["Values", "Diagnostics", "Yams"], swiftSettings: safe),
    .target(
      name: "Records",
      dependencies: [
        "Values", "Diagnostics", "Settings", "Deflate", "XML",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: safe),
    .target(
      name: "Register",
      dependencies: [
        "Values", "Cryptography", "Diagnostics", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: safe),
    .target(name: "Cases", dependencies: ["Values", "Diagnostics", "Settings"], swiftSettings: safe),
    .target(name: "Content", dependencies: ["Geometry", "Diagnostics"], swiftSettings: safe),
    .target(
      name: "Fonts", dependencies: ["Geometry", "Diagnostics", "Cryptography", "CHarfBuzz", "CFontconfig"],
      swiftSettings: owner),
    .target(
      name: "Templates", dependencies: ["Content", "Values", "Geometry", "Diagnostics"], swiftSettings: safe),
    .target(
      name: "Text", dependencies: ["Content", "Fonts", "Geometry", "Diagnostics", "CICU"],
      swiftSettings: owner),
    .target(
      name: "Layout",
      dependencies: ["Content", "Text", "Fonts", "Geometry", "Diagnostics", "Verification"],
      swiftSettings: safe),
    .target(
      name: "PDF",
      dependencies: [
        "Layout", "Content", "Text", "Fonts", "Geometry", "Diagnostics", "Deflate", "Cryptography",
        "PDFSyntax",
        "CCairo", "CFreeType", "CRSVG", "CTurboJPEG",
      ],
      swiftSettings: owner),
    .target(
      name: "Postal", dependencies: ["Layout", "Content", "Values", "Geometry", "Diagnostics"],
      swiftSettings: safe),
    .target(
      name: "Themes",
      dependencies: ["Templates", "Settings", "Content", "Values", "Geometry", "Diagnostics"],
      swiftSettings: safe),
    .target(
      name: "Issuing",
      dependencies: [
        "Records", "Register", "Cases", "Themes", "Templates", "Content", "Values", "Layout", "Fonts", "PDF",
        "Cryptography", "Verification", "Geometry", "Diagnostics", "Postal", "Mail", "Transfer", "Proofing",
      ],
      swiftSettings: safe),
    .executableTarget(
      name: "khitab",
      dependencies: [
        "Issuing", "Cases", "Records", "Register", "Themes", "Templates", "Content", "Values", "Layout",
        "Fonts", "PDF", "PDFSyntax", "Geometry", "Text", "Postal", "Printing", "Mail", "Transfer",
        "Spreadsheets", "Diagnostics", "Signing", "Cryptography",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: safe),
    .executableTarget(
      name: "khitab-bench",
      dependencies: [
        "Issuing", "Records", "Register", "Themes", "Values", "Content", "Fonts", "Text", "Layout", "PDF",
        "Geometry", "Diagnostics", "PDFSyntax", "Proofing", "Signing", "Cryptography",
      ],
      path: "Benchmarks", exclude: ["README.md", "peers"], swiftSettings: safe),

    .target(
      name: "TestSupport", dependencies: ["Diagnostics"], path: "Tests/TestSupport", swiftSettings: tests),
    testsOf("Diagnostics"),
    testsOf("Deflate"),
    testsOf("XML"),
    testsOf("Values", data: ["Fixtures", "Goldens"]),
    testsOf("Settings"),
    testsOf("Records", "Values", "Deflate", data: ["Fixtures"]),
    testsOf("PDFSyntax", "Deflate"),
    testsOf("Proofing", "PDFSyntax", "Geometry"),
    testsOf("Register", "Values"),
    testsOf("Cases", "Values"),
    testsOf("Signing", "PDFSyntax", "Cryptography", data: ["Fixtures"]),
    testsOf("Fonts", data: ["Fixtures", "record-shaping-cases"]),
    testsOf("Text", "Content", "Fonts", "Geometry", data: ["Fixtures"]),
    testsOf("Templates", "Content", "Values", "Geometry"),
    testsOf("Layout", "Content", "Text", "Fonts", "Geometry", "PDF", data: ["Cases"]),
    testsOf(
      "PDF", "Layout", "Content", "Text", "Fonts", "Geometry", "PDFSyntax", "Cryptography", "Deflate",
      data: ["Fixtures", "TextPages"]),
    testsOf("Themes", "Templates", "Content", "Values", "Geometry", data: ["Goldens"]),
    testsOf("Transfer"),
    testsOf("Spreadsheets", "Records", "Values"),
    testsOf("Printing", "Transfer"),
    testsOf("Postal", "Layout", "Content", "Values", "Geometry", "Text", "Fonts", "PDF"),
    testsOf("Mail", "Transfer", data: ["Goldens"]),
    testsOf("Verification", data: ["Goldens"]),
    testsOf(
      "Issuing", "Cases", "Records", "Geometry", "Text", "Cryptography", "Themes", "Templates", "Content",
      "Values", "Layout", "Fonts", "PDF"),
    .testTarget(name: "ArchitectureTests", dependencies: ["TestSupport"], swiftSettings: tests),
    .testTarget(
      name: "EndToEndTests",
      dependencies: ["TestSupport", "Diagnostics", "Cryptography", "PDFSyntax", "khitab"],
      swiftSettings: tests),
  ],
  swiftLanguageModes: [.v6]
)

// libFuzzer brings the main of this program, so only `Scripts/fuzz` builds it.
if Context.environment["KHITAB_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "khitab-fuzz", dependencies: ["PDFSyntax", "Signing"], path: "Fuzzing", swiftSettings: tests))
}
