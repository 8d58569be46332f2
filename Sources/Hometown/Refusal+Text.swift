extension Refusal {
    /// What the form shows: the cause and the mend. It never repeats a personal field.
    package var text: Bilingual {
        partText ?? donationText ?? governmentText ?? receivingText ?? correctionText
            ?? relayText ?? exchangeText ?? formText
    }

    private var donationText: Bilingual? {
        switch self {
        case .residentNumberPresent:
            Bilingual(
                "주민등록번호로 보이는 값이 있습니다. 저장하지 않으니 지우고 다시 입력해 주십시오.",
                "A resident number seems to be present. It is never stored; "
                    + "remove it and try again.")
        case .amountInvalid:
            Bilingual(
                "금액은 1원 이상의 정수로 입력해 주십시오.",
                "Enter a whole number of won, 1 or more.")
        case .dateInvalid(_, let reason): reason
        case .donatedOnInFuture(let today):
            Bilingual(
                "기부일이 오늘(\(korean(today)))보다 늦습니다. 날짜를 확인해 주십시오.",
                "The date lies after today (\(english(today))). Check it.")
        case .beforeScheme:
            Bilingual(
                "제도 시행일(2023. 1. 1.) 전의 기부는 등록할 수 없습니다.",
                "Donations before 1 January 2023 cannot be recorded.")
        case .donorNotNaturalPerson:
            Bilingual(
                "개인만 기부할 수 있습니다. 법인·단체 명의는 등록할 수 없습니다.",
                "Only a natural person can donate, not an organisation.")
        case .donorNotInOwnName:
            Bilingual(
                "본인 명의의 기부만 등록할 수 있습니다. 기부자를 확인해 주십시오.",
                "Only a donation in the donor's own name can be recorded.")
        case .donorResidenceUnknown:
            Bilingual(
                "기부 당시 주소지 확인 기록이 없습니다. 시·군·구를 입력해 주십시오.",
                "The donor's residence on that date is not recorded. Enter it.")
        case .overAnnualCap(let year, let cap, let recorded):
            overAnnualCapText(year: year, cap: cap, recorded: recorded)
        default: nil
        }
    }

    private var governmentText: Bilingual? {
        switch self {
        case .governmentUnknown(_, let name, let suggestions):
            governmentUnknownText(name: name, suggestions: suggestions)
        case .governmentNameAmbiguous(_, let name, let candidates):
            Bilingual(
                "'\(name)' 이름의 지자체가 \(candidates.count)곳입니다. 시·도를 함께 선택해 주십시오.",
                "\(candidates.count) governments are called \"\(name)\". "
                    + "Choose the province or city too.")
        case .recipientNotInForce(let recipient, let date, let inForce, let isYetToCome):
            notInForceText(recipient, date, inForce, isYetToCome: isYetToCome)
        case .recipientBarred(let recipient, let bar):
            Bilingual(
                "받는 지자체(\(recipient.korean))는 "
                    + "\(Notation.range(bar.validFrom...bar.lastDay, in: .korean)) 모금·접수가 "
                    + "제한되어 있습니다. 사유: \(bar.reason)",
                "\(recipient.english) is barred from receiving from \(english(bar.validFrom)) "
                    + "to \(english(bar.lastDay)): \(bar.reason).")
        case .donorResidesInRecipient(let residence):
            Bilingual(
                "주민은 자기 지자체에 기부할 수 없습니다(주소지 \(residence.korean)). "
                    + "다른 지자체를 선택해 주십시오.",
                "Residents cannot donate to their own government (\(residence.english)). "
                    + "Choose another.")
        case .recipientIsDonorsMetropolitan(let recipient):
            Bilingual(
                "받는 지자체(\(recipient.korean))는 기부자 주소지가 속한 시·도입니다. "
                    + "다른 지자체를 선택해 주십시오.",
                "\(recipient.english) is the donor's own province or metropolitan city. "
                    + "Choose another.")
        case .donorResidenceAmbiguous(let residence, let date, let isYetToCome):
            residenceAmbiguousText(residence, date, isYetToCome: isYetToCome)
        case .donorEmployedByRecipient(let recipient, let date, let office):
            Bilingual(
                "기부자는 \(korean(date))에 \(recipient.korean) 소속(\(office?.korean ?? "직원"))입니다. "
                    + "소속 지자체에는 기부할 수 없습니다.",
                "The donor serves \(recipient.english) (\(office?.english ?? "staff")) "
                    + "on \(english(date)) and cannot donate to it.")
        default: nil
        }
    }

    private var relayText: Bilingual? {
        switch self {
        case .officeAmbiguous(let date, let offices):
            Bilingual(
                "\(korean(date))에 직위가 둘 이상입니다: \(list(offices, \.korean)). "
                    + "어느 직위인지 선택해 주십시오.",
                "More than one office was held on \(english(date)): \(list(offices, \.english)). "
                    + "Choose one.")
        case .personUnknown(_, let name):
            Bilingual(
                "'\(name)' 이름의 인물이 없습니다. 인물을 먼저 등록하거나 이름을 확인해 주십시오.",
                "Nobody called \"\(name)\" is on record. Record the person first, or check the "
                    + "name."
            )
        case .personAmbiguous(_, let name, let candidates):
            Bilingual(
                "'\(name)' 이름으로 한 사람을 정할 수 없습니다(\(list(candidates, \.korean))). "
                    + "직위를 함께 쓰거나 이름 대신 인물 번호를 써 주십시오.",
                "\"\(name)\" does not decide who is meant (\(list(candidates, \.english))). "
                    + "Give the office too, or the person's number in place of the name.")
        case .participationInFuture(let today):
            Bilingual(
                "참여일이 오늘(\(korean(today)))보다 늦습니다. 날짜를 확인해 주십시오.",
                "The participation lies after today (\(english(today))). Check the date.")
        case .nominationToSelf:
            Bilingual(
                "자기 자신은 지명할 수 없습니다. 다음 주자를 확인해 주십시오.",
                "Nobody can nominate himself or herself. Check the nominee.")
        case .nominationDuplicate(let nominee):
            Bilingual(
                "같은 참여에서 이미 \(nominee)을(를) 지명했습니다. 앞선 지명을 확인해 주십시오.",
                "This participation has nominated \(nominee) already. See the earlier nomination.")
        case .nominationCycle(let path):
            nominationCycleText(path.joined(separator: " → "))
        case .nominationAnswered:
            Bilingual(
                "이미 다른 참여가 응답한 지명입니다. 지명을 확인해 주십시오.",
                "Another participation answered this nomination. Check the nomination.")
        case .participationDuplicate:
            Bilingual(
                "같은 챌린지에 같은 해의 참여가 이미 있습니다. 앞선 참여를 확인해 주십시오.",
                "This person has run in this relay and year already. See the earlier run.")
        default: nil
        }
    }

    /// Of refusals that any form can meet.
    private var formText: Bilingual {
        switch self {
        case .partyRepeated:
            Bilingual(
                "같은 지자체가 두 번 있습니다. 서로 다른 지자체를 입력해 주십시오.",
                "One government stands twice. Enter different ones.")
        case .alreadyRecorded(let field):
            Bilingual(
                "이미 등록되어 있습니다(\(field)). 앞선 기록을 확인해 주십시오.",
                "This is recorded already (\(field)). See the earlier record.")
        case .fieldMissing(let field):
            Bilingual(
                "필요한 값이 없습니다(\(field)). 입력해 주십시오.",
                "A value is missing (\(field)). Enter it.")
        case .numberInvalid(let field):
            Bilingual(
                "1 이상의 정수로 입력해 주십시오(\(field)).",
                "Enter a whole number, 1 or more (\(field)).")
        case .tooFew(let field, let min):
            Bilingual(
                "\(min)개 이상이어야 합니다(\(field)).", "At least \(min) are needed (\(field)).")
        case .tooMany(let field, let max):
            Bilingual(
                "\(max)개까지만 받을 수 있습니다(\(field)).",
                "At most \(max) are accepted (\(field)).")
        case .entryTooLarge:
            Bilingual(
                "한 기록에 담기에는 내용이 너무 깁니다. 글을 줄이거나 나누어 등록해 주십시오.",
                "This is too long for one entry. Shorten its texts, or record it in parts.")
        default:
            Bilingual(
                "없는 대상을 가리킵니다(\(field)). 식별자를 확인해 주십시오.",
                "It refers to something that does not exist (\(field)). Check the id.")
        }
    }

    private func overAnnualCapText(year: Int, cap: Won, recorded: Won) -> Bilingual {
        let limit = Notation.grouped(cap.amount)
        let used = Notation.grouped(recorded.amount)
        let left = Notation.grouped(max(cap.amount - recorded.amount, 0))
        return Bilingual(
            "\(year)년 상한 \(limit)원을 넘습니다. 기록된 금액 \(used)원, 남은 금액 \(left)원입니다.",
            "This exceeds the \(year) limit of \(limit) won. Recorded \(used), left \(left).")
    }

    private func nominationCycleText(_ path: String) -> Bilingual {
        let way = path.isEmpty ? "" : "(\(path))"
        return Bilingual(
            "지명 관계가 순환합니다\(way). 참여와 지명을 확인해 주십시오.",
            "These nominations form a loop\(way.isEmpty ? "" : " " + way). "
                + "Check participation and nomination.")
    }

    private func governmentUnknownText(name: String, suggestions: [Bilingual]) -> Bilingual {
        guard !suggestions.isEmpty else {
            return Bilingual(
                "'\(name)'은(는) 지자체가 아닙니다. 이름이나 코드를 확인해 주십시오.",
                "There is no government \"\(name)\". Check the name or code.")
        }
        return Bilingual(
            "'\(name)'은(는) 지자체가 아닙니다. 혹시 \(list(suggestions, \.korean))?",
            "There is no government \"\(name)\". Did you mean \(list(suggestions, \.english))?")
    }

    private func notInForceText(
        _ recipient: Bilingual, _ date: EventDate, _ inForce: [Bilingual], isYetToCome: Bool
    ) -> Bilingual {
        let names = Bilingual(
            inForce.isEmpty ? "없음" : list(inForce, \.korean),
            inForce.isEmpty ? "none" : list(inForce, \.english))
        return isYetToCome
            ? Bilingual(
                "\(korean(date))에 아직 없는 지자체(\(recipient.korean))입니다. 당시 지자체: \(names.korean)",
                "\(recipient.english) did not exist yet on \(english(date)). "
                    + "At that time: \(names.english).")
            : Bilingual(
                "\(korean(date))에 없는 지자체(\(recipient.korean))입니다. 승계 지자체: \(names.korean)",
                "\(recipient.english) did not exist on \(english(date)). "
                    + "Successors: \(names.english).")
    }

    private func residenceAmbiguousText(
        _ residence: Bilingual, _ date: CivilDate, isYetToCome: Bool
    ) -> Bilingual {
        isYetToCome
            ? Bilingual(
                "주소지(\(residence.korean))는 \(korean(date))에 여러 지자체가 합쳐 생겼습니다. "
                    + "기부 당시 주소지를 확인해 주십시오.",
                "\(residence.english) was formed of several governments on \(english(date)). "
                    + "Confirm which one it was.")
            : Bilingual(
                "주소지(\(residence.korean))가 \(korean(date))에 여러 지자체로 나뉘었습니다. "
                    + "현재 주소지를 확인해 주십시오.",
                "\(residence.english) was divided into several governments on \(english(date)). "
                    + "Confirm which one.")
    }

    func list(_ names: [Bilingual], _ language: KeyPath<Bilingual, String>) -> String {
        names.map { $0[keyPath: language] }.joined(separator: ", ")
    }

    func korean(_ date: CivilDate) -> String { Notation.date(date, in: .korean) }
    func english(_ date: CivilDate) -> String { Notation.date(date, in: .english) }
    func korean(_ date: EventDate) -> String { Notation.date(date, in: .korean) }
    func english(_ date: EventDate) -> String { Notation.date(date, in: .english) }
}
