extension Reciprocity {
    /// Why the exchange stands where it stands, in a sentence or two.
    /// - Parameters:
    ///   - name: of a government as of the exchange.
    ///   - today: the Korean day up to which ages count.
    package func stateText(_ name: (Int16) -> Bilingual, on today: CivilDate) -> Bilingual {
        switch state {
        case .open: Bilingual("아직 아무도 기부하지 않았습니다.", "Nobody has given yet.")
        case .answered: Bilingual("모두 서로 기부했습니다.", "Every pair has given both ways.")
        case .oneSided:
            (unanswered.map { $0.text(name, on: today) }
                + awaited.map { way in
                    let (from, to) = (name(way.from), name(way.to))
                    return Bilingual(
                        "\(from.korean)의 \(to.korean) 기부를 기다립니다.",
                        "\(from.english) is still to give to \(to.english).")
                }).joined
        }
    }

    /// Why the numbers of people balance or do not.
    package func peopleText(_ name: (Int16) -> Bilingual) -> Bilingual {
        peopleGround.text(name, what: Bilingual("인원", "The number of people")) { count in
            Bilingual("\(Notation.grouped(count))명", "\(Notation.grouped(count))")
        }
    }

    /// Why the amounts balance or do not.
    package func amountText(_ name: (Int16) -> Bilingual) -> Bilingual {
        amountGround.text(name, what: Bilingual("금액", "The amount")) { won in
            Bilingual("\(Notation.grouped(won))원", "\(Notation.grouped(won)) won")
        }
    }
}

extension Reciprocity.Unanswered {
    fileprivate func text(_ name: (Int16) -> Bilingual, on today: CivilDate) -> Bilingual {
        let (giver, other) = (name(direction.from), name(direction.to))
        let when = since.map { date in
            Bilingual(
                "(\(Notation.date(date, in: .korean)))",
                " of \(Notation.date(date, in: .english))")
        }
        let waited = age(on: today).map { age in
            let days = age.mostDays == age.leastDays ? "\(age.leastDays)" : "\(age.leastDays)+"
            return Bilingual(", \(days)일 지남", ", \(days) days ago")
        }
        return Bilingual(
            "\(giver.korean)의 기부\(when?.korean ?? "")에 \(other.korean)의 답례가 아직 없습니다"
                + "\(waited?.korean ?? "").",
            "\(other.english) has not answered the gift of \(giver.english)"
                + "\(when?.english ?? "")\(waited?.english ?? "").")
    }
}

extension Reciprocity.Ground {
    fileprivate func text(
        _ name: (Int16) -> Bilingual, what: Bilingual, _ number: (Int64) -> Bilingual
    ) -> Bilingual {
        switch self {
        case .nothingToCompare:
            return Bilingual(
                "양쪽이 모두 기부하지 않아 견줄 수 없습니다.",
                "Not everybody has given both ways, so there is nothing to compare.")
        case .unknown(let way):
            let from = name(way.from)
            return Bilingual(
                "\(from.korean)의 \(what.korean)이 밝혀지지 않았습니다.",
                "\(what.english) from \(from.english) is not known.")
        case .uneven(let way, let there, let back):
            let (from, to) = (name(way.from), name(way.to))
            return Bilingual(
                "\(from.korean) \(number(there).korean), \(to.korean) \(number(back).korean)으로 "
                    + "다릅니다.",
                "\(from.english): \(number(there).english), "
                    + "\(to.english): \(number(back).english).")
        case .even(let sum):
            guard let sum else {
                return Bilingual(
                    "모든 쌍의 \(what.korean)이 같습니다.",
                    "\(what.english) is even for every pair.")
            }
            return Bilingual(
                "양쪽 \(what.korean)이 \(number(sum).korean)으로 같습니다.",
                "\(what.english) is \(number(sum).english) on both sides.")
        }
    }
}

extension [Bilingual] {
    fileprivate var joined: Bilingual {
        Bilingual(
            map(\.korean).joined(separator: " "), map(\.english).joined(separator: " "))
    }
}
