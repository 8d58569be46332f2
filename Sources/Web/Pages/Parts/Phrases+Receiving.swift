import Hometown

extension Phrases {
    subscript(basis: Residence.Basis) -> String {
        switch basis {
        case .sharedAdministrativeInformation:
            self("행정정보 공동이용", "shared administrative information")
        case .documentSubmitted: self("서류 확인", "document submitted")
        }
    }

    /// 적합, 서류 확인, 2026. 3. 2.
    subscript(check: Check) -> String {
        "\(self[check.result]), \(self[check.basis]), \(day(check.on))"
    }

    subscript(result: Check.Result) -> String {
        result == .passed ? self("적합", "passed") : self("부적합", "failed")
    }

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

extension ReturnGift.Kind {
    var title: Bilingual {
        switch self {
        case .localProduct: Bilingual("지역 특산품", "local product")
        case .localVoucher: Bilingual("지역사랑상품권", "local voucher")
        case .byOrdinance: Bilingual("조례로 정한 것", "set by ordinance")
        case .cash: Bilingual("현금", "cash")
        case .preciousMetal: Bilingual("귀금속", "precious metal")
        case .outsideVoucher: Bilingual("다른 지역 상품권", "outside voucher")
        case .otherForbidden: Bilingual("그 밖에 제공할 수 없는 것", "other forbidden gift")
        }
    }
}
