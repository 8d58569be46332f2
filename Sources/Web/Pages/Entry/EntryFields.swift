import Hometown

/// 양식의 칸들. Makes the fields of one form, each with what was typed in it and what is wrong there.
struct EntryFields {
    let visitor: Visitor
    let form: PostedForm
    let problems: EntryProblems
    /// The field whose day names are read by.
    var day = ""

    var say: Phrases { visitor.say }

    /// - Parameter jump: the key that leads here with Alt.
    func text(
        _ name: String, _ label: String, help: String? = nil, jump: String? = nil,
        _ change: (inout EntryField) -> Void = { _ in }
    ) -> EntryField {
        var field = EntryField(name, label)
        field.value = form[name] ?? ""
        field.errors = problems.texts(of: name)
        field.help = help?.isEmpty == true ? nil : help
        field.lengthMax = FormReader.charactersMax
        if let jump {
            field.attributes = [
                ("data-jump", jump), ("aria-keyshortcuts", "Alt+\(jump.suffix(1))"),
            ]
        }
        change(&field)
        return field
    }

    /// The first field, where the cursor stands when nothing is wrong.
    func date(
        _ name: String, _ label: String, help: String? = nil, isFirst: Bool = false
    ) -> EntryField {
        let form = say("예: 4/10, 어제, 2023. 4. 10.", "Such as 4/10, yesterday or 2023-04-10")
        return text(name, label, help: help ?? form, jump: isFirst ? "KeyN" : nil) {
            $0.isFocused = isFirst && problems.isEmpty
        }
    }

    func sentences(_ name: String, _ label: String, help: String? = nil) -> EntryField {
        text(name, label, help: help) { $0.lengthMax = FormReader.sentencesMax }
    }

    /// An address of the web, which is kept and never fetched.
    func link(_ name: String, _ label: String) -> EntryField {
        text(name, label, help: "https://…") {
            $0.lengthMax = FormReader.linkMax
            $0.inputMode = "url"
        }
    }

    func number(_ name: String, _ label: String, help: String? = nil) -> EntryField {
        text(name, label, help: help) { $0.inputMode = "numeric" }
    }

    func government(_ name: String, _ label: String, jump: String? = nil) -> EntryField {
        text(name, label, help: say("이름이나 초성", "Name or initials"), jump: jump) {
            complete(&$0, "governments")
        }
    }

    func choice(
        _ name: String, _ label: String, _ options: [(value: String, text: String)]
    ) -> EntryField {
        text(name, label) { $0.control = .choice(options) }
    }

    func radios(
        _ name: String, _ label: String, _ options: [(value: String, text: String)]
    ) -> EntryField {
        text(name, label) {
            $0.control = .radios(options)
            if $0.value.isEmpty { $0.value = options.first?.value ?? "" }
        }
    }

    func box(_ name: String, _ label: String, help: String? = nil) -> EntryField {
        text(name, label, help: help) { $0.control = .box }
    }

    /// `name_ko` and `name_en`, where the latter may be left to the former.
    func bilingual(_ name: String, _ korean: String, _ english: String) -> [EntryField] {
        [
            text(name + "_ko", say("\(korean)(한국어)", "\(english) in Korean")),
            text(
                name + "_en", say("\(korean)(영어)", "\(english) in English"),
                help: say("비우면 한국어와 같게", "Empty: as in Korean")),
        ]
    }

    func complete(_ field: inout EntryField, _ kind: String) {
        field.attributes += [
            ("data-complete", visitor.path("/complete/\(kind)")),
            ("data-with", day.isEmpty ? nil : day),
        ]
    }

    /// The rows of a list: those in which something stands and, when more are asked for, as many
    /// again as there are at first.
    /// - Parameter free: how many there are at first.
    func rows(_ list: String, free: Int, max rowsMax: Int) -> Range<Int> {
        let isAsked = form[EntrySheet.moreButton] != nil
        return 0..<min(max(free, form.rowsInUse(of: list) + (isAsked ? free : 0)), rowsMax)
    }
}

extension PostedForm {
    /// 영어는 선택. The same texts with the Korean one in the place of each English one that nobody
    /// gave: both are kept, and whoever reads English sees at least that there is one.
    var withEnglishFromKorean: PostedForm {
        var form = self
        for (name, value) in fields where name.hasSuffix("_ko") && !value.tidied.isEmpty {
            let english = String(name.dropLast(3)) + "_en"
            if form[english]?.tidied.isEmpty ?? true { form.set(english, value) }
        }
        return form
    }

    /// How many rows of a list were sent, those in which nothing stands among them.
    func rows(of list: String) -> Int {
        PostedForm.rows(of: list, in: fields)
    }

    /// How many rows of a list there are up to the last in which something stands.
    func rowsInUse(of list: String) -> Int {
        PostedForm.rows(of: list, in: fields.filter { !$0.value.tidied.isEmpty })
    }

    private static func rows(
        of list: String, in fields: [(name: String, value: String)]
    ) -> Int {
        fields.compactMap { field -> Int? in
            guard field.name.hasPrefix(list + "[") else { return nil }
            return Int(field.name.dropFirst(list.count + 1).prefix { $0 != "]" })
        }.max().map { $0 + 1 } ?? 0
    }
}
