import ArgumentParser
import Hometown
import Schema
import Timetable

/// 지자체 완성. What a shell offers where a command takes a government. The registry that this program
/// carries answers: no ledger is asked, and none need be there.
enum GovernmentWords {
    /// What ``ShellLine`` is made of.
    static func complete(_ words: [String], _ index: Int, _ typed: String) -> [String] {
        guard let governments = try? GovernmentRegistry(tsv: Schema.governments) else { return [] }
        let word = ShellLine(words: words, index: index, typed: typed).word
        return offered(by: governments, beginning: word, on: HostClock.now.koreanDate)
    }

    /// Those in force on the day whose name begins so: a code for digits, English for Latin
    /// letters. A name that several have stands with its parent's, as in 서울특별시 중구, and so
    /// does every one once a blank was typed.
    static func offered(
        by governments: GovernmentRegistry, beginning word: String, on day: CivilDate
    ) -> [String] {
        let standing = governments.inForce(on: day)
        let first = word.first
        guard first?.isNumber != true else {
            return standing.map(\.code).filter { $0.hasPrefix(word) }
        }
        let language: Language = first.map { $0.isASCII ? .english : .korean } ?? .ofTerminal
        let bearers = Dictionary(
            standing.map { ($0.name.text(in: language), 1) }, uniquingKeysWith: +)
        let isQualified = word.contains(" ")
        let names = standing.map { government in
            let own = government.name.text(in: language)
            return bearers[own] == 1 && !isQualified
                ? own : governments.fullName(of: government).text(in: language)
        }
        let begun = word.lowercased()
        return names.filter { $0.lowercased().hasPrefix(begun) }
    }
}

extension CompletionKind {
    /// A government, by name or code.
    static let governments: CompletionKind = .custom(GovernmentWords.complete)
}
