import Foundation

/// The files of this package, read once: the tests of this target are questions about them.
struct Repository {
    struct File {
        /// Relative to the package, with `/` between the parts.
        let path: String
        let lines: [Substring]
        /// Comments, literals and code of a Swift file; of any other file everything is code.
        let text: SourceText

        var name: String { String(path.split(separator: "/").last ?? "") }
        var isSwift: Bool { path.hasSuffix(".swift") }
        /// `Ledger` for `Sources/Ledger/Statements/DonationStatements.swift`.
        var room: String? {
            let parts = path.split(separator: "/")
            if parts.first == "Schema" { return "Schema" }
            return parts.count > 2 && parts[0] == "Sources" ? String(parts[1]) : nil
        }
    }

    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static let shared = Repository()

    /// Everything a person writes as text in this package, sorted by path.
    let files: [File]

    /// `Schema/schema.sql` is what the database says about itself, not something we write.
    private static let generated: Set<String> = ["Schema/schema.sql"]
    private static let endings: Set<String> = ["swift", "sql", "py", "sh"]

    private init() {
        var paths = ["Package.swift"]
        for folder in ["Schema", "Sources", "Tests", "deploy", ".ci"] {
            let all = FileManager.default.enumerator(
                at: Repository.root.appending(path: folder), includingPropertiesForKeys: nil)
            while let url = all?.nextObject() as? URL {
                paths.append(String(url.path.dropFirst(Repository.root.path.count + 1)))
            }
        }
        files = paths.sorted().filter(Repository.isWritten).compactMap { path in
            guard let text = Repository.read(path) else { return nil }
            return File(
                path: path, lines: text.split(separator: "\n", omittingEmptySubsequences: false),
                text: SourceText(text, isSwift: path.hasSuffix(".swift")))
        }
    }

    /// Scripts of `deploy` and `.ci` have no ending.
    private static func isWritten(_ path: String) -> Bool {
        guard !generated.contains(path), let name = path.split(separator: "/").last else {
            return false
        }
        guard let dot = name.lastIndex(of: ".") else {
            return path.hasPrefix("deploy/") || path.hasPrefix(".ci/")
        }
        return endings.contains(String(name[name.index(after: dot)...]))
    }

    /// `nil` for a folder and for a file that is not there.
    static func read(_ path: String) -> String? {
        try? String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    var swift: [File] { files.filter(\.isSwift) }
    var sources: [File] { swift.filter { $0.room != nil } }
    var tests: [File] { swift.filter { $0.path.hasPrefix("Tests/") } }
}

/// A sentence about one line, as compilers print it: an editor can jump there.
func place(_ file: Repository.File, _ line: Int, _ message: String) -> String {
    "\(file.path):\(line): \(message)"
}
