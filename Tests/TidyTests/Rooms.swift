/// Who may import whom. The compiler catches an import that Package.swift does not declare; this
/// table catches the declaration itself.
struct Room {
    let name: String
    /// Rooms of this house.
    let ours: Set<String>
    /// Modules of packages.
    let products: Set<String>
    /// Modules that come with Swift.
    var system: Set<String> = []

    private static let libC: Set<String> = ["Glibc", "Musl", "Darwin"]

    static let all: [Room] = [
        Room(
            name: "Postgres", ours: ["CLibPQ"], products: ["Logging"],
            system: libC.union(["Dispatch", "Synchronization"])),
        Room(
            name: "Interchange", ours: ["CZlib"], products: [],
            // The C library for iconv(3); FoundationXML is Foundation's XMLParser on Linux.
            system: libC.union(["Foundation", "FoundationXML"])),
        Room(name: "Hometown", ours: [], products: [], system: ["Foundation"]),
        Room(name: "Transparency", ours: ["Hometown"], products: ["Crypto"]),
        Room(
            name: "Timetable", ours: ["Hometown"],
            products: ["Logging", "ServiceLifecycle"],
            system: libC.union(["Dispatch", "Foundation", "Synchronization"])),
        Room(name: "Schema", ours: ["Hometown"], products: [], system: ["Foundation"]),
        Room(
            name: "Ledger",
            ours: [
                "Postgres", "Schema", "Hometown", "Transparency", "Timetable", "Interchange",
            ],
            products: ["Crypto", "CryptoExtras", "Logging", "Metrics"],
            // The C library for getentropy(3), in Randomness; Dispatch where passwords are hashed.
            system: libC.union(["Dispatch", "Foundation", "Synchronization"])),
        Room(
            name: "Summaries", ours: ["Hometown", "Interchange"], products: ["Mustache"],
            system: ["Foundation"]),
        Room(
            name: "Delivery", ours: ["Hometown"],
            products: [
                "AsyncHTTPClient", "Crypto", "NIOCore", "NIOHTTP1", "Subprocess", "SystemPackage",
            ],
            system: libC.union(["Dispatch", "Foundation", "Synchronization", "System"])),
        Room(
            name: "Web",
            ours: [
                "Ledger", "Summaries", "Timetable", "Interchange", "Hometown", "Transparency",
            ],
            products: [
                "Hummingbird", "HummingbirdCore", "HTTPTypes", "Logging", "Metrics",
                "CoreMetrics", "Crypto", "Mustache", "NIOCore", "NIOHTTP1",
                "NIOHTTPTypesHTTP1",
                "NIOPosix",
            ],
            system: ["Foundation", "Synchronization"]),
        Room(
            name: "LocalPostgres", ours: [], products: ["Logging", "Subprocess", "SystemPackage"],
            system: libC.union(["Dispatch", "Foundation", "Synchronization", "System"])),
        Room(
            name: "pumasi",
            ours: [
                "Web", "Summaries", "Delivery", "Ledger", "Schema", "Timetable", "LocalPostgres",
                "Interchange", "Hometown", "Transparency",
            ],
            products: [
                "ArgumentParser", "Configuration", "CoreMetrics", "Hummingbird",
                "HummingbirdCore", "Logging", "Metrics", "NIOCore", "NIOPosix",
                "ServiceLifecycle", "UnixSignals", "Yams",
            ],
            system: libC.union(["Dispatch", "Foundation", "Synchronization"])),
    ]

    /// System libraries: a modulemap and a shim, no Swift.
    static let withoutSwift: Set<String> = ["CLibPQ", "CZlib"]

    func allows(_ module: String) -> Bool {
        ours.contains(module) || products.contains(module) || system.contains(module)
            // FoundationEssentials is the part of Foundation without locale data.
            || module == "FoundationEssentials" && system.contains("Foundation")
    }
}
