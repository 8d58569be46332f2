import ArgumentParser
import Web

/// 멱등 키. What every command that records takes: the caller's own id of what it asks for.
struct KeyOptions: ParsableArguments {
    @Option(name: .long, help: "The request's own id; the same again records nothing twice.")
    var key: String?

    func validate() throws {
        guard let key else { return }
        guard IdempotencyKey(key)?.text == key else {
            throw ValidationError("--key takes 1 to 255 printable ASCII characters.")
        }
    }
}
