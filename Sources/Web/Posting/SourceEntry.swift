import Hometown
import Ledger
import Transparency

/// 출처 입력. The article or notice that a form names beside what it says. It is recorded first, under
/// an id made of its content: named in ten forms it is still one source.
struct SourceEntry {
    private static let prefix = "source."
    /// Of the fields that the source itself is made of.
    private static let names = ["outlet", "headline", "link"]
    private static let quote = "source.quote"

    let form: PostedForm

    /// Where a fault of the source is shown.
    private static func place(_ field: String) -> String { prefix + field }

    var isEmpty: Bool {
        !form.fields.contains {
            $0.name.hasPrefix(SourceEntry.prefix) && !$0.value.tidied.isEmpty
        }
    }

    /// Asks for the source of what nothing but a source makes true.
    func require(_ problems: inout EntryProblems) {
        guard isEmpty else { return }
        problems.add(
            SourceEntry.prefix + "outlet",
            problems.say(
                "누가 그렇게 말했는지 쓰십시오. 출처 없이는 적지 않습니다.",
                "Say who says so. Without a source it is not recorded."))
    }

    /// What the form says of its source; `nil` for nothing, and after problems were added.
    func draft(today: CivilDate, _ problems: inout EntryProblems) -> SourceDraft? {
        guard !isEmpty else { return nil }
        var source = PostedForm()
        for name in SourceEntry.names {
            if let text = form.text(SourceEntry.prefix + name) { source.set(name, text) }
        }
        source.set("language", language.rawValue)
        let posted = PostedObject(source, names: Set(SourceForm.names))
        do {
            return try SourceForm.draft(FormBody(object: posted.object), today: today)
        } catch {
            problems.add(error, at: SourceEntry.place)
            return nil
        }
    }

    /// Of the article: whoever writes its outlet in Hangul writes of a Korean one.
    private var language: Language {
        let outlet = form[SourceEntry.prefix + "outlet"] ?? ""
        return outlet.unicodeScalars.contains { ("가"..."힣").contains($0) } ? .korean : .english
    }

    /// Adds to a form what the API calls its claims.
    func claim(_ source: Identifier, in form: inout PostedForm) {
        form.set("claims[0].source", "\(source)")
        if let quote = form.text(SourceEntry.quote) { form.set("claims[0].quote", quote) }
    }

    static func fields(_ fields: EntryFields, isRequired: Bool = false) -> EntryGroup {
        let say = fields.say
        return EntryGroup(
            legend: isRequired ? say("출처", "Source") : say("출처(선택)", "Source (optional)"),
            kind: "line",
            parts: [
                fields.text(
                    prefix + "outlet", say("매체나 기관", "Outlet or office"),
                    help: say("예: 세종매일, 공식 누리집", "Such as a newspaper or an official site")
                ) {
                    $0.isRequired = isRequired
                },
                fields.link(prefix + "link", say("출처의 주소", "Address of the source")),
                fields.text(
                    prefix + "headline", say("제목", "Headline"),
                    help: say("기사나 공고의 제목", "Of the article or notice")),
                fields.text(
                    quote, say("몇 마디 인용", "A few words of it"),
                    help: say("문장을 옮기지 말고 몇 낱말만", "Some words, no sentences")),
            ])
    }
}

extension SourceDraft {
    /// What a request that records it is called: the same for the same source.
    var requestKey: String {
        let parts = [
            outlet, headline, language.rawValue, publishedAt.map { "\($0)" }, link,
            sha256.map(Hexadecimal.text),
        ]
        let text = parts.map { $0 ?? "" }.joined(separator: "\u{1F}")
        return "source \(Hash256.of(Array(text.utf8)))"
    }
}
