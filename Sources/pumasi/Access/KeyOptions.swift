import ArgumentParser
import Web

/// 멱등 키. What every command that records takes: the caller's own id of what it asks for.
struct KeyOptions: ParsableArguments {
    @Option(
        name: .long,
        help: .said(
            "요청의 멱등 키. 같은 키로 두 번 기록되지 않습니다.",
            "The request's own id; the same again records nothing twice."))
    var key: String?

    func validate() throws {
        guard let key else { return }
        guard IdempotencyKey(key)?.text == key else {
            throw ValidationError(
                .said(
                    "--key: 보이는 ASCII 글자 1부터 255자까지 씁니다.",
                    "--key takes 1 to 255 printable ASCII characters."))
        }
    }
}
