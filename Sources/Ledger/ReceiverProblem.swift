package import Hometown

/// Why a receiver or a delivery cannot be as asked.
package enum ReceiverProblem: Error, Hashable {
    case unknownReceiver(String)
    case unknownSchedule(String)
    case unknownSummary
    case unknownDelivery
    case nameTaken(String)
    /// It has no secret, for nothing that goes to it is signed.
    case unsigned(String)
    case fault(ReceiverFault)
    /// Nothing would ever be sent there.
    case unreachable(Bilingual)
    /// A resident number in a note (R1).
    case residentNumber

    /// What is wrong and how to mend it.
    package var text: Bilingual {
        switch self {
        case .unknownReceiver(let name):
            Bilingual(
                "수신처 \(name)은 없습니다. 목록에서 이름을 확인하십시오.",
                "There is no receiver \(name). The list has their names.")
        case .unknownSchedule(let name): ScheduleProblem.unknownSchedule(name).text
        case .residentNumber: ScheduleProblem.residentNumber.text
        case .unknownSummary:
            Bilingual(
                "그런 요약 보고가 없습니다. 목록에서 확인하십시오.",
                "There is no such report. The list has them all.")
        case .unknownDelivery:
            Bilingual(
                "그런 발송이 없습니다. 목록에서 확인하십시오.",
                "There is no such delivery. The list has them all.")
        case .nameTaken(let name):
            Bilingual(
                "수신처 \(name)은 이미 있습니다. 다른 이름을 쓰십시오.",
                "There is a receiver \(name) already. Take another name.")
        case .unsigned(let name):
            Bilingual(
                "수신처 \(name)에는 비밀키가 없습니다. 웹훅에만 있습니다.",
                "The receiver \(name) has no secret: only webhooks have one.")
        case .fault(let fault): fault.text
        case .unreachable(let text): text
        }
    }
}
