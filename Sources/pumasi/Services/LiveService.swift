import ServiceLifecycle
import Web

/// 실시간 작업. Tells open pages what the log seals. It stops before the server does, which otherwise
/// would wait for pages that never go.
struct LiveService: Service {
    let feed: LiveFeed

    func run() async throws {
        await withGracefulShutdownHandler {
            await withTaskGroup { group in
                group.addTask { await feed.run() }
                group.addTask { try? await gracefulShutdown() }
                await group.next()
                group.cancelAll()
            }
        } onGracefulShutdown: {
            feed.close()
        }
    }
}
