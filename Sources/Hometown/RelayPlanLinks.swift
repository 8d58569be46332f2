/// 이어짐. Which participation leads to which, on record and planned, without ever closing a loop.
struct RelayPlanLinks {
    private var next: [RelayPlan.Run: [RelayPlan.Run]] = [:]

    /// Adds a link unless it would close a loop.
    /// - Returns: the participations along the loop that it would close; `nil` once it is added.
    mutating func add(
        _ nominator: RelayPlan.Run, _ answer: RelayPlan.Run
    ) -> [RelayPlan.Run]? {
        if nominator == answer { return [answer] }
        // A participation that leads nowhere closes nothing, as most do when rows come in order.
        if next[answer] != nil, let way = way(from: answer, to: nominator) { return way }
        next[nominator, default: []].append(answer)
        return nil
    }

    private func way(
        from start: RelayPlan.Run, to end: RelayPlan.Run
    ) -> [RelayPlan.Run]? {
        var cameFrom: [RelayPlan.Run: RelayPlan.Run] = [start: start]
        var waiting = [start]
        var position = 0
        while position < waiting.count, cameFrom[end] == nil {
            let current = waiting[position]
            position += 1
            for run in next[current] ?? [] where cameFrom[run] == nil {
                cameFrom[run] = current
                waiting.append(run)
            }
        }
        guard cameFrom[end] != nil else { return nil }
        var way = [end]
        while let last = way.last, last != start, let before = cameFrom[last] { way.append(before) }
        return way.reversed()
    }

    /// The longest way to each participation that any link touches.
    func generations() -> [RelayPlan.Run: Int] {
        var waitingFor: [RelayPlan.Run: Int] = [:]
        for (run, answers) in next {
            waitingFor[run, default: 0] += 0
            for answer in answers { waitingFor[answer, default: 0] += 1 }
        }
        var depths = waitingFor.mapValues { _ in 0 }
        var ready = waitingFor.filter { $0.value == 0 }.map(\.key)
        while let run = ready.popLast() {
            for answer in next[run] ?? [] {
                depths[answer] = max(depths[answer] ?? 0, (depths[run] ?? 0) + 1)
                waitingFor[answer, default: 1] -= 1
                if waitingFor[answer] == 0 { ready.append(answer) }
            }
        }
        return depths
    }
}
