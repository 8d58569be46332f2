package import Hometown
package import Transparency

/// 재확인. A filed period made once more from what it was made from.
package struct Recheck: Hashable, Sendable {
    package enum Verdict: String, Sendable, CaseIterable {
        /// The same bytes in every file.
        case identical
        /// Names that it told were erased since; with them every byte is the same.
        case namesErased = "names_erased"
        /// Another version of this program writes it otherwise, and says the same figures as far
        /// as they can be compared.
        case rendererChanged = "renderer_changed"
        /// An alarm: something that should never change did.
        case different
    }

    package let run: RecordedRun
    package let verdict: Verdict
    package let outputHash: Hash256
    /// Names of the files that differ, are missing or are new.
    package let differing: [String]
    /// 양식 판. Versions of the renderer that filed it, and of the one that made it again.
    package let filedRenderer: Int
    package let renderer: Int

    /// Whether everything that the filed figures (JSON) say is said again, however it is written;
    /// `false` where their schema is another and nobody can tell, too.
    package let hasSameFigures: Bool
    /// What came of it, and what it means.
    package var text: Bilingual {
        switch verdict {
        case .identical:
            Bilingual(
                "\(run.period) 보고를 같은 조건으로 다시 만들어 견주었습니다. 바이트까지 같습니다.",
                "\(run.period) was made again and compared with what was filed: the same, byte "
                    + "for byte.")
        case .namesErased:
            Bilingual(
                "\(run.period) 보고를 같은 조건으로 다시 만들었습니다. 그 뒤에 파기한 이름만 빠지고 나머지는 바이트까지 "
                    + "같습니다.",
                "\(run.period) was made again: names that were erased since are missing, and "
                    + "everything else is the same, byte for byte.")
        case .rendererChanged:
            Bilingual(
                "\(run.period) 보고는 양식 \(filedRenderer)판으로 적혔고 지금은 \(renderer)판이어서 파일을 "
                    + "바이트로 견줄 수 없습니다. "
                    + (hasSameFigures ? "수치(JSON)는 같습니다." : "수치(JSON)의 양식도 바뀌었습니다."),
                "\(run.period) was filed by renderer \(filedRenderer) and made again by renderer "
                    + "\(renderer), so its files cannot be compared byte for byte. "
                    + (hasSameFigures
                        ? "The figures (JSON) are the same."
                        : "The figures (JSON) are written in another schema, too."))
        case .different:
            Bilingual(
                "\(run.period) 보고를 같은 조건으로 다시 만들었더니 다릅니다. 운영자에게 알리고 원장을 검증하십시오.",
                "\(run.period), made again from the same inputs, is not the same. Tell the "
                    + "operator and verify the ledger.")
        }
    }
}
