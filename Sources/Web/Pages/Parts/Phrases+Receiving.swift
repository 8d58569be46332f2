import Hometown

extension Phrases {
    subscript(basis: Residence.Basis) -> String { text(basis.title) }

    /// 적합, 서류 확인, 2026. 3. 2.
    subscript(check: Check) -> String {
        "\(self[check.result]), \(self[check.basis]), \(day(check.on))"
    }

    subscript(result: Check.Result) -> String { text(result.title) }

    /// 있음. Whether the donor declared an interest.
    func interest(_ isDeclared: Bool) -> String {
        isDeclared ? self("있음", "declared") : self("없음", "none declared")
    }

    /// 동의함. Whether the donor lets other offices' records be looked up.
    func consent(_ isGiven: Bool) -> String {
        isGiven ? self("동의함", "given") : self("동의하지 않음", "not given")
    }

    /// 답례품: what it is, what it is worth, and whether one was wanted.
    subscript(gift: ReturnGift) -> String {
        let texts = [
            gift.kind.map { text($0.title) },
            gift.value.map {
                $0 == .zero ? self("없음", "none") : Notation.amount($0, in: language)
            },
            gift.isWanted.map { $0 ? self("희망함", "wanted") : self("희망하지 않음", "declined") },
        ]
        return texts.compactMap(\.self).joined(separator: ", ")
    }
}
