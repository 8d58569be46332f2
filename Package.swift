// swift-tools-version: 6.2
import PackageDescription

/// One house, many rooms. Which room may import which stands in `.github/CONTRIBUTING.md` and is
/// held by `TidyTests`; the settings below are the same in every room.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let argumentParser: Target.Dependency =
    .product(name: "ArgumentParser", package: "swift-argument-parser")
let asyncHTTPClient: Target.Dependency =
    .product(name: "AsyncHTTPClient", package: "async-http-client")
let configuration: Target.Dependency =
    .product(name: "Configuration", package: "swift-configuration")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let cryptoExtras: Target.Dependency =
    .product(name: "CryptoExtras", package: "swift-crypto")
let httpTypes: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore: Target.Dependency = .product(name: "HummingbirdCore", package: "hummingbird")
let hummingbirdTesting: Target.Dependency =
    .product(name: "HummingbirdTesting", package: "hummingbird")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let metrics: Target.Dependency = .product(name: "Metrics", package: "swift-metrics")
let coreMetrics: Target.Dependency = .product(name: "CoreMetrics", package: "swift-metrics")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")
let nioCore: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioEmbedded: Target.Dependency = .product(name: "NIOEmbedded", package: "swift-nio")
let nioHTTP1: Target.Dependency = .product(name: "NIOHTTP1", package: "swift-nio")
let nioHTTPTypesHTTP1: Target.Dependency =
    .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras")
let nioPosix: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")
let serviceLifecycle: Target.Dependency =
    .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let subprocess: Target.Dependency = .product(name: "Subprocess", package: "swift-subprocess")
let unixSignals: Target.Dependency =
    .product(name: "UnixSignals", package: "swift-service-lifecycle")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let systemPackage: Target.Dependency = .product(name: "SystemPackage", package: "swift-system")

func room(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

let package = Package(
    name: "pumasi",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "pumasi", targets: ["pumasi"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.34.3"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    ],
    targets: [
        .systemLibrary(
            name: "CLibPQ", pkgConfig: "libpq",
            providers: [.apt(["libpq-dev"]), .brew(["libpq"])]),
        room("Postgres", ["CLibPQ", logging]),
        .systemLibrary(
            name: "CZlib", pkgConfig: "zlib",
            providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        room("Interchange", ["CZlib"]),
        room("Hometown", []),
        room("Transparency", ["Hometown", crypto]),
        room("Timetable", ["Hometown", logging, serviceLifecycle]),
        .target(
            name: "Schema", dependencies: ["Hometown"], path: "Schema",
            exclude: ["walkthrough", "schema.sql", "migrations.sha256"],
            resources: [
                .embedInCode("migrations"), .embedInCode("governments.tsv"),
                .embedInCode("sample.json"), .embedInCode("passwords.txt"),
            ],
            swiftSettings: strict),
        room(
            "Ledger",
            [
                "Postgres", "Schema", "Hometown", "Transparency", "Timetable", "Interchange",
                crypto, cryptoExtras, logging, metrics,
            ]),
        room("Summaries", ["Hometown", "Interchange", mustache]),
        room(
            "Delivery",
            ["Hometown", asyncHTTPClient, crypto, nioCore, nioHTTP1, subprocess, systemPackage]),
        .target(
            name: "Web",
            dependencies: [
                "Ledger", "Summaries", "Timetable", "Interchange", "Hometown", "Transparency",
                hummingbird,
                hummingbirdCore, httpTypes, logging, metrics, coreMetrics, crypto, mustache,
                nioCore, nioHTTP1, nioHTTPTypesHTTP1, nioPosix,
            ],
            resources: [.embedInCode("Assets"), .embedInCode("Templates")],
            swiftSettings: strict),
        room("LocalPostgres", [logging, subprocess, systemPackage]),
        .executableTarget(
            name: "pumasi",
            dependencies: [
                "Web", "Summaries", "Delivery", "Ledger", "Schema", "Timetable", "LocalPostgres",
                "Interchange", "Hometown", "Transparency", argumentParser, configuration,
                coreMetrics, hummingbird, hummingbirdCore, logging, nioCore, nioPosix,
                serviceLifecycle, unixSignals, yams,
            ],
            swiftSettings: strict),
        .target(
            name: "TestSupport",
            dependencies: [
                "LocalPostgres", "Ledger", "Postgres", "Schema", "Transparency", "Hometown",
                "Interchange", logging, subprocess,
            ],
            path: "Tests/TestSupport", swiftSettings: strict),
        // Writes and reads files for the tests of Tests/oracle; no product.
        .executableTarget(
            name: "OracleFiles",
            dependencies: ["Interchange", "Delivery", "Hometown", "Summaries"],
            path: "Tests/oracle/OracleFiles", swiftSettings: strict),
        tests(
            "DeliveryTests",
            ["Delivery", "Hometown", "TestSupport", crypto, httpTypes, hummingbird, nioCore]),
        tests("HometownTests", ["Hometown", "TestSupport"]),
        tests("InterchangeTests", ["Interchange", "TestSupport"]),
        tests(
            "LedgerTests",
            [
                "Ledger", "Postgres", "Schema", "Transparency", "Hometown", "Interchange",
                "Timetable",
                "TestSupport", logging,
            ]),
        tests("LocalPostgresTests", ["LocalPostgres", "Postgres", "TestSupport", logging]),
        tests("PostgresTests", ["Postgres", "TestSupport", logging]),
        tests(
            "PumasiTests",
            [
                "pumasi", "Web", "Ledger", "Timetable", "Hometown", "Schema", "TestSupport",
                argumentParser, logging, subprocess, systemPackage,
            ]),
        tests(
            "SchemaTests",
            ["Schema", "Ledger", "Postgres", "Hometown", "Transparency", "TestSupport", logging]),
        tests("SummariesTests", ["Summaries", "Hometown", "Interchange", "TestSupport"]),
        tests("TidyTests", [crypto]),
        tests("TimetableTests", ["Timetable", "Hometown", logging, serviceLifecycle]),
        tests("TransparencyTests", ["Transparency", "Hometown"]),
        tests(
            "WebTests",
            [
                "Web", "Ledger", "Postgres", "Schema", "Summaries", "Hometown", "Transparency",
                "TestSupport", coreMetrics, hummingbird, hummingbirdCore, hummingbirdTesting,
                httpTypes, logging, nioCore, nioEmbedded, nioPosix,
            ]),
    ]
)
