import Hometown
import Ledger
import Transparency

/// 포함 경로. The way from an entry's hash to the root of a tree, hash by hash (RFC 9162, 2.1.3.2),
/// with everything a person wants to see of it.
struct InclusionPath {
    struct Step {
        let isLeft: Bool
        let sibling: Hash256
        let result: Hash256
    }

    let index: Int
    let leaf: Hash256
    /// The file that says so.
    let file: String
    let checkpoint: Checkpoint
    let steps: [Step]
    /// Whether the way ends at the checkpoint's root.
    let isIncluded: Bool
    /// Whether the log's key signed the checkpoint; `nil` where the key is not known here.
    let isSigned: Bool?
    /// Whether today's log begins with the checkpoint's; `nil` where nobody can say.
    var hasOnlyGrown: Bool?
    /// The thing whose entry it is, when the ledger told.
    var receipt: EntryReceipt?

    /// - Returns: `nil` when the receipt's note holds no checkpoint.
    init?(_ proof: Transparency.Receipt, leaf: Hash256, log: VerifierKey?) {
        guard let checkpoint = Checkpoint(text: proof.note.text) else { return nil }
        self.checkpoint = checkpoint
        self.leaf = leaf
        index = proof.index
        file = String(decoding: proof.bytes, as: UTF8.self)
        var (hash, steps): (Hash256, [Step]) = (leaf, [])
        let inner = Int.bitWidth - (proof.index ^ max(0, checkpoint.size - 1)).leadingZeroBitCount
        for (level, sibling) in proof.proof.enumerated() {
            let isLeft = level >= inner || proof.index >> level & 1 == 1
            hash = isLeft ? .node(sibling, hash) : .node(hash, sibling)
            steps.append(Step(isLeft: isLeft, sibling: sibling, result: hash))
        }
        self.steps = steps
        let verdict = Result {
            try TreeProof.verifyInclusion(
                of: leaf, at: proof.index, in: checkpoint.size, root: checkpoint.root,
                proof: proof.proof)
        }
        isIncluded = (try? verdict.get()) != nil
        isSigned = log.map { key in
            (try? proof.note.verified(by: [key]))?.isEmpty == false
                && checkpoint.origin == key.name
        }
    }
}

/// What the page says of a way.
struct InclusionReport {
    let path: InclusionPath
    let visit: Visit

    private var say: Phrases { visit.say }

    private var isGood: Bool {
        path.isIncluded && path.isSigned != false && path.hasOnlyGrown != false
    }

    var parts: [(any Part)?] {
        [
            verdict, Block("steps", say("한 단계씩", "Step by step"), [facts, table]),
            path.receipt.map { receipt in
                Folded(
                    summary: say("증명 파일의 내용", "The proof itself"),
                    part: Verbatim(text: path.file, label: "\(receipt.no).tlog-proof"))
            },
        ]
    }

    private var verdict: Notice {
        let name = path.receipt?.no ?? say("항목 \(path.index)", "entry \(path.index)")
        guard isGood else {
            return Notice(
                kind: "danger", title: say("맞지 않습니다", "It does not match"),
                text: say(
                    "증명이 원장과 다릅니다. 파일을 버리지 말고 운영자와 감사에게 알리십시오.",
                    "The proof and the ledger differ. Keep the file and tell the operator and the "
                        + "auditor."), items: checks)
        }
        return Notice(
            kind: "success",
            title: say("원장에 있습니다: \(name)", "\(name) stands in the ledger"), items: checks)
    }

    private var checks: [String] {
        let (yes, no) = (say("맞음", "yes"), say("맞지 않음", "no"))
        let line = { (text: String, isRight: Bool?) in
            isRight.map { "\(text): \($0 ? yes : no)" }
        }
        return [
            line(say("잎에서 뿌리까지 이어짐", "the way leads to the root"), path.isIncluded),
            line(
                say(
                    "체크포인트의 서명(\(path.checkpoint.origin))",
                    "the checkpoint is signed by \(path.checkpoint.origin)"), path.isSigned),
            line(
                say("그 뒤로 원장은 늘기만 했음", "since then the log has only grown"),
                path.hasOnlyGrown),
        ].compactMap(\.self)
    }

    private var facts: FactSheet {
        FactSheet([
            Label(say("원장 위치", "Place in the log"), say.number(Int64(path.index))),
            Label(
                say("체크포인트의 크기", "Size of the checkpoint"),
                say.number(Int64(path.checkpoint.size))),
            Label(say("잎 해시", "Leaf hash"), path.leaf.description, isCode: true),
            Label(
                say("뿌리 해시", "Root hash"), path.checkpoint.root.description, isCode: true),
            path.receipt.map { receipt in
                Label(
                    say("증명 파일", "Proof to keep"), "\(receipt.no).tlog-proof",
                    href: "/api/v1/proofs/\(receipt.no).tlog-proof")
            },
        ])
    }

    private var table: Table {
        Table(
            say(
                "합치는 차례, 형제가 놓이는 쪽, 형제 해시와 합친 값",
                "Order, side of the sibling, its hash and the result"),
            columns: [
                .init(say("차례", "Step"), isNumber: true), .init(say("형제", "Sibling")),
                .init(say("형제 해시", "Its hash")), .init(say("합친 값", "Result")),
            ],
            rows: path.steps.enumerated().map { place, step in
                [
                    Cell("\(place + 1)"),
                    Cell(step.isLeft ? say("왼쪽", "left") : say("오른쪽", "right")),
                    .code(step.sibling.description), .code(step.result.description),
                ]
            })
    }
}
