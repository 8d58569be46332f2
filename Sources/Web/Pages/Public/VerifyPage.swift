import Hometown
import Ledger
import Transparency

/// 원장 확인. Shows step by step that an entry stands in the log: from its hash, over its siblings, to
/// the root that was signed. Whoever saved a receipt need not believe us: the page says how the
/// same is done without it.
struct VerifyPage {
    enum Finding {
        /// Nothing was asked yet.
        case nothing
        case unknown
        /// Recorded, and not yet in a published checkpoint.
        case unpublished(EntryReceipt)
        /// What was pasted is no receipt.
        case unreadable
        /// A receipt whose place the log does not have.
        case beyond
        /// The log as it was when a report was made, and whether the report says so.
        case head(TreeHead, isSame: Bool)
        case found(InclusionPath)
    }

    static let path = "/p/verify"

    let question: String
    let finding: Finding
    /// The key that signs this log; `nil` where it is not known here.
    let log: VerifierKey?
    let visit: Visit

    private var say: Phrases { visit.say }

    var screen: Screen {
        let title = say("원장 확인", "Verify the ledger")
        return Screen(
            visit.frame(title, modules: log == nil ? [] : [.verify]),
            Title(
                title,
                lead: say(
                    "번호나 식별자를 넣거나, 받아 둔 증명 파일(.tlog-proof)의 내용을 붙여 넣으십시오.",
                    "Enter a number or an id, or paste the contents of a saved proof (.tlog-proof)."
                )),
            [form] + result + [offline])
    }

    private var form: any Part {
        TextForm(
            action: visit.address(without: ["q", "size", "root"]), name: "q", value: question,
            label: say("번호, 식별자 또는 증명 파일", "Number, id or proof"),
            hint: say("예: D-2026-000012", "e.g. D-2026-000012"), submit: say("확인", "Verify"),
            result: log.map { BrowserVerdict(log: $0, say: say) })
    }

    private var result: [(any Part)?] {
        switch finding {
        case .nothing: return []
        case .unknown:
            return [
                Notice(
                    kind: "danger", title: say("이 원장에 없습니다", "Not in this ledger"),
                    text: say(
                        "번호와 식별자를 다시 확인하십시오. 다른 지자체의 원장일 수 있습니다.",
                        "Check the number or id; it may belong to another government's ledger."))
            ]
        case .unpublished(let receipt):
            return [
                Notice(
                    kind: "information", title: say("곧 봉인합니다", "About to be sealed"),
                    text: say(
                        "등록되었습니다: \(receipt.no). 잠시 뒤 다시 확인하십시오.",
                        "\(receipt.no) is recorded. Verify it again in a moment."))
            ]
        case .unreadable:
            return [
                Notice(
                    kind: "danger", title: say("읽지 못했습니다", "It cannot be read"),
                    text: say(
                        "번호(D-2026-000012), 식별자 또는 c2sp.org/tlog-proof@v1으로 시작하는 파일을 "
                            + "그대로 붙여 넣으십시오.",
                        "Paste a number (D-2026-000012), an id, or the whole file that begins with "
                            + "c2sp.org/tlog-proof@v1."))
            ]
        case .beyond:
            return [
                Notice(
                    kind: "danger", title: say("원장과 맞지 않습니다", "It does not fit this ledger"),
                    text: say(
                        "이 증명이 말하는 위치가 이 원장에 없습니다. 파일을 버리지 말고 운영자와 감사에게 알리십시오.",
                        "The log has no such place. Keep the file and tell the operator and the "
                            + "auditor."))
            ]
        case .head(let head, let isSame): return [verdict(on: head, isSame: isSame)]
        case .found(let path): return InclusionReport(path: path, visit: visit).parts
        }
    }

    private func verdict(on head: TreeHead, isSame: Bool) -> Notice {
        let size = say.number(head.size)
        guard isSame else {
            return Notice(
                kind: "danger", title: say("원장과 맞지 않습니다", "It does not fit this ledger"),
                text: say(
                    "원장 크기 \(size)의 뿌리 해시가 다릅니다. 보고를 버리지 말고 운영자와 감사에게 알리십시오.",
                    "The log of size \(size) has another root. Keep the report and tell the "
                        + "operator and the auditor."))
        }
        return Notice(
            kind: "success", title: say("보고가 원장과 맞습니다", "The report fits this ledger"),
            text: say(
                "원장 크기 \(size)의 뿌리 해시가 같습니다.",
                "The log of size \(size) has the same root."))
    }

    private var offline: Block {
        Block(
            "offline", say("인터넷 없이, 우리 없이 확인하기", "Without the net and without us"),
            intro: say(
                "증명 파일과 항목의 바이트, 원장의 공개 키만 있으면 됩니다. C2SP tlog-proof를 읽는 어떤 "
                    + "프로그램이든 됩니다.",
                "All it takes is the proof, the entry's bytes and the log's key; any program that "
                    + "reads C2SP tlog-proof will do."),
            [
                Steps(items: [
                    (
                        say("체크포인트를 따로 둡니다", "Keep a checkpoint apart"),
                        say(
                            "/log/checkpoint를 내려받아 원장의 운영자가 손댈 수 없는 곳에 둡니다.",
                            "Download /log/checkpoint to where the ledger's operator cannot write.")
                    ),
                    (
                        say("증명 파일을 받습니다", "Save the proof"),
                        say(
                            "/api/v1/proofs/번호.tlog-proof에 형제 해시와 서명된 체크포인트가 들어 있습니다.",
                            "/api/v1/proofs/NUMBER.tlog-proof holds the siblings and the signed "
                                + "checkpoint.")
                    ),
                    (
                        say("이 화면에 붙여 넣습니다", "Paste it here"),
                        say(
                            "붙여 넣는 대로 브라우저가 해시와 서명을 스스로 계산합니다. 열어 둔 화면은 연결을 끊어도 됩니다.",
                            "The browser works out hashes and signature as soon as it is pasted, "
                                + "even with the connection cut.")
                    ),
                    (
                        say("또는 잎에서 뿌리까지 합칩니다", "Or hash from leaf to root"),
                        say(
                            "잎은 SHA-256(0x00, 항목의 바이트), 마디는 SHA-256(0x01, 왼쪽, 오른쪽)입니다(RFC 6962). "
                                + "끝이 체크포인트의 뿌리와 같아야 합니다.",
                            "A leaf is SHA-256(0x00, bytes), a node SHA-256(0x01, left, right) "
                                + "(RFC 6962); the end must be the checkpoint's root.")
                    ),
                ]),
                Verbatim(
                    text: """
                        pumasi ledger prove D-2026-000012 -o receipt.tlog-proof
                        pumasi ledger verify --checkpoint checkpoint
                        """, label: say("명령", "Commands")),
            ])
    }
}

/// 브라우저의 판정. Where the module says what it made of a proof; empty without it.
struct BrowserVerdict: Part {
    let log: VerifierKey
    let say: Phrases

    func write(to writer: inout MarkupWriter) {
        writer.element(
            "output",
            [
                "class": "hint", "for": "q", "hidden": "hidden", "data-name": log.name,
                "data-key": Base64.text(log.publicKey),
                "data-good": say(
                    "이 브라우저가 계산했습니다: 잎에서 뿌리까지 이어지고, 서명이 맞습니다.",
                    "This browser worked it out: the way leads to the root, the signature holds."
                ),
                "data-bad": say(
                    "이 브라우저가 계산했습니다: 맞지 않습니다. 파일을 처음부터 끝까지 붙여 넣었는지 보십시오.",
                    "This browser worked it out: it does not match. Was the whole file pasted?"),
            ]
        ) { _ in }
    }
}

/// One text area and a button: what it asks stands in the address and changes nothing.
struct TextForm: Part {
    let action: String
    let name: String
    let value: String
    let label: String
    let hint: String
    let submit: String
    /// What the browser makes of the text by itself.
    var result: (any Part)?

    func write(to writer: inout MarkupWriter) {
        writer.element("form", ["class": "filter ask", "action": action, "method": "get"]) {
            writer in
            writer.element("p", [:]) { writer in
                writer.element("label", ["for": name]) { $0.text(label) }
                writer.element(
                    "textarea",
                    [
                        "id": name, "name": name, "rows": "3", "placeholder": hint,
                        "spellcheck": "false",
                    ]
                ) { $0.text(value) }
                result?.write(to: &writer)
            }
            writer.element("p", ["class": "go"]) { writer in
                writer.element("button", ["type": "submit"]) { $0.text(submit) }
            }
        }
        writer.raw("\n")
    }
}
