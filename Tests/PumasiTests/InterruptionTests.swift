import Foundation
import Testing

@testable import pumasi

/// What a command tells after Ctrl-C.
@Suite(.timeLimit(.minutes(1))) struct InterruptionTests {
    /// Ends once this task is told to stop.
    private static func interrupt() async {
        kill(getpid(), SIGINT)
        let (nothing, end) = AsyncStream<Void>.makeStream()
        for await _ in nothing {}
        end.finish()
    }

    @Test func `what could not be stopped any more is told`() async throws {
        let told = try await Interruption.watched {
            // Like a commit on its way, which ends all the same.
            await InterruptionTests.interrupt()
            return 7
        }
        #expect(told == 7)
    }

    @Test func `what stopped was interrupted`() async throws {
        let failure = await #expect(throws: CommandFailure.self) {
            try await Interruption.watched {
                await InterruptionTests.interrupt()
                try Task.checkCancellation()
            }
        }
        #expect(failure?.status == .interrupted)
    }
}
