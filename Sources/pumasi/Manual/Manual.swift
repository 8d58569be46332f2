import Foundation
import Hometown

/// 매뉴얼. Pages for man(1), made of the help: one of the program and one of each of its commands.
enum Manual {
    /// - Throws: `CommandFailure` 1 for what cannot be written.
    static func write(to directory: String) throws {
        for language in Language.allCases {
            // Where man(1) looks for what is in another language than English.
            let folder = directory + (language == .english ? "" : "/" + language.rawValue) + "/man1"
            do {
                try FileManager.default.createDirectory(
                    atPath: folder, withIntermediateDirectories: true)
            } catch {
                throw Terminal.unwritable(folder)
            }
            for page in try pages(in: language) {
                try Terminal.write(Array((page.text + "\n").utf8), to: "\(folder)/\(page.name).1")
            }
        }
    }

    /// That of the program comes first.
    /// - Throws: `DecodingError` where the parser tells of itself in another form.
    static func pages(in language: Language) throws -> [ManualPage] {
        let program = try CommandTree.command(of: Pumasi.self)
        let options = try CommandTree.command(of: GlobalOptions.self).shown
        let names = program.shown.map(\.preferredName)
        let common = options.filter { !names.contains($0.preferredName) } + program.shown
        return ([nil] + program.verbs).map {
            ManualPage(of: $0, under: program, common, in: language)
        }
    }
}
