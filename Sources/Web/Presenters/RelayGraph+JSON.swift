import Hometown
package import Ledger

extension RelayRecord {
    /// 챌린지 그림. `nodes` are runs, and people who wait for theirs; `edges` are nominations from a
    /// run to the run that answered it, or to the person who has not run yet. Each edge has the
    /// cells of its row besides, under the names of a list's columns, so that an import takes it.
    package func write(graphTo writer: inout JSONWriter, for reader: Reader) {
        let (edges, calls) = (RelayEdges(self), calls)
        let waiting = Dictionary(uniqueKeysWithValues: calls.map { ($0.nominee, $0.id) })
        writer.object { writer in
            writer.array("nodes", nodes(calls)) { node, writer in
                writer.object { $0.members(of: node, in: self, for: reader) }
            }
            writer.array("edges", nominations) { nomination, writer in
                writer.object { writer in
                    writer.field("id", nomination.id)
                    writer.field("from", nomination.participation)
                    let nominee = waiting[nomination.nominee] ?? nomination.id
                    writer.field("to", nomination.answeredBy ?? nominee)
                    writer.date("nominated_on", nomination.happenedOn)
                    writer.field("state", nomination.nomination.state.rawValue)
                    for (column, text) in zip(EdgeList.Column.allCases, edges[nomination.id]) {
                        writer.field(column.rawValue, text.isEmpty ? nil : text)
                    }
                }
            }
        }
    }

    private func nodes(_ calls: [Call]) -> [GraphNode] {
        participations.map {
            GraphNode(id: $0.id, person: $0.person, date: day(of: $0), run: $0)
        }
            + calls.map {
                GraphNode(id: $0.id, person: $0.nominee, date: $0.shown.happenedOn, run: nil)
            }
    }
}

/// A run; or, without one, somebody who was named and has not run.
private struct GraphNode {
    let id: Identifier
    let person: Identifier
    /// By which the person is named.
    let date: EventDate?
    let run: RecordedParticipation?
}

extension JSONWriter {
    fileprivate mutating func members(
        of node: GraphNode, in relay: RelayRecord, for reader: Reader
    ) {
        field("id", node.id)
        field("kind", node.run == nil ? "nominee" : "participation")
        name("person")
        if let person = relay.people[node.person] {
            person.write(briefTo: &self, on: node.date?.latest, for: reader)
        } else {
            null()
        }
        date("participated_on", node.run?.happenedOn)
        field("implied", node.run?.isImplied)
        field("origin", node.run?.isOrigin)
        ids("donation_ids", node.run?.donations ?? [])
    }
}
