package import Hometown
package import Ledger

extension ImportReversalPlan {
    /// What it comes to, in a sentence.
    package var summary: Bilingual {
        if let earlier {
            return Bilingual(
                "이미 \(earlier)(으)로 되돌렸습니다.", "It was undone before, as \(earlier).")
        }
        guard obstaclesCount == 0 else {
            return Bilingual(
                "\(obstaclesCount)건은 등록 뒤에 정정하거나 반환했거나 다른 사람의 승인이 필요합니다. "
                    + "먼저 되살리거나 하나씩 정정하십시오.",
                "\(obstaclesCount) donations were amended or returned since, or need a second "
                    + "person. Restore them first, or correct those one by one.")
        }
        let (count, won) = (Notation.grouped(Int64(reversing)), Notation.grouped(amount))
        return reversing == 0
            ? Bilingual("취소할 기부가 없습니다.", "No donation is left to reverse.")
            : Bilingual(
                "\(count)건 \(won)원을 취소할 수 있습니다.",
                "\(count) donations of \(won) won can be reversed.")
    }

    package func write(to writer: inout JSONWriter, in language: Language) {
        writer.object { writer in
            writer.field("import", listImport.no)
            writer.field("possible", isPossible)
            writer.field("reversing", reversing)
            writer.field("reversed_before", reversedBefore)
            writer.field("amount", amount)
            writer.field("reversed_as", earlier)
            writer.field("text", summary.text(in: language))
            writer.field("obstacles_count", obstaclesCount)
            writer.array("obstacles", obstacles) { obstacle, writer in
                writer.object { writer in
                    writer.field("no", obstacle.no)
                    writer.field("id", obstacle.id)
                    writer.field("code", obstacle.reason.code.rawValue)
                    writer.field("text", obstacle.reason.text.text(in: language))
                }
            }
        }
    }
}
