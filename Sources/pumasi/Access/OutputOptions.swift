import ArgumentParser
import Web

/// How a list is said: whatever has rows and items can be had in each of these forms.
struct OutputOptions: ParsableArguments {
    @OptionGroup var options: GlobalOptions

    @Flag(
        name: .long,
        help: .said(
            "한 줄에 한 건, 탭으로 나눕니다. 터미널이 아닐 때와 같습니다.",
            "A record a line with tabs between, as without a terminal."))
    var plain = false

    @Flag(
        name: .long,
        help: .said(
            "한 줄에 JSON 객체 하나: --json의 items.", "A JSON object a line: the items of --json."))
    var ndjson = false

    @Flag(
        name: .long,
        help: .said("머리행이 있는 UTF-8 CSV. 엑셀용.", "CSV in UTF-8 with a head, for spreadsheets."))
    var csv = false

    func validate() throws {
        let forms = [
            ("--json", options.json), ("--ndjson", ndjson), ("--csv", csv), ("--plain", plain),
        ]
        let given = forms.filter { $0.1 }.map { $0.0 }
        guard given.count < 2 else {
            throw ValidationError(
                .said(
                    "\(given.joined(separator: ", ")): 하나만 쓰십시오.",
                    "\(given.joined(separator: " and ")): give one of them."))
        }
    }

    /// Says a list of which the document tells no more than its items.
    func say<Item>(
        _ table: TextTable, items: some Sequence<Item>, _ write: (Item, inout JSONWriter) -> Void
    ) throws {
        try say(table) { writer in
            writer.object { $0.array("items", items, write) }
        }
    }

    /// The same of a list that is cut, and that it goes on.
    /// - Parameter found: what was read.
    func say<Item>(
        _ table: TextTable, items found: [Item], upTo list: ListOptions,
        _ write: (Item, inout JSONWriter) -> Void
    ) throws {
        try say(table, items: list.shown(found), write)
        list.remark(goesOn: found.count > list.limit, options.language)
    }

    /// - Parameter write: the document, whose `items` the rows of the table are.
    func say(_ table: TextTable, _ write: (inout JSONWriter) -> Void) throws {
        guard options.json || ndjson || csv else {
            return Terminal.say(try plain ? table.plain : options.text(of: table))
        }
        guard !csv else { return try Terminal.write(table.csv(), to: nil) }
        var writer = JSONWriter()
        write(&writer)
        guard ndjson else { return Terminal.say(String(decoding: writer.bytes, as: UTF8.self)) }
        try Terminal.write(OutputOptions.lines(writer.bytes), to: nil)
    }

    /// The items of a document, a line each.
    /// - Throws: `JSONFault` for what is no JSON: a bug of whoever wrote it.
    private static func lines(_ document: [UInt8]) throws -> [UInt8] {
        guard case .object(let object) = try JSONReader.read(document),
            case .array(let items)? = object["items"]
        else { preconditionFailure("a list has items") }
        return items.flatMap { item -> [UInt8] in
            var writer = JSONWriter()
            writer.value(item)
            return writer.bytes + [UInt8(ascii: "\n")]
        }
    }
}
