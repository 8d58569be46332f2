package import Hometown

/// 열린 지명. A nomination that somebody can still answer, in whatever relay.
package struct OpenNomination: Hashable, Sendable {
    package let id: Identifier
    package let relay: Identifier
    package let relayName: Bilingual
    package let nominee: Identifier
    package let name: Bilingual?
    package let happenedOn: EventDate?
}
