import Logging
import ServiceLifecycle
import UnixSignals

/// A supervisor's SIGHUP asks to read the settings again. They are read at the start only, and
/// the daemon says so instead of dying of the signal.
struct HangupNotice: Service {
    let logger: Logger

    func run() async throws {
        let hangups = await UnixSignalsSequence(trapping: .sighup)
        for await _ in hangups.cancelOnGracefulShutdown() {
            logger.notice("SIGHUP changes nothing: settings are read when the daemon starts")
        }
    }
}
