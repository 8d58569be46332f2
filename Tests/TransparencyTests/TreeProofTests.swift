import Testing
import Transparency

@Suite struct TreeProofTests {
    private let forest = Forest(size: 70)

    @Test func `A proof with one hash changed, missing or too many is refused`() throws {
        for (index, size) in [(0, 2), (5, 7), (6, 7), (0, 64), (63, 64), (69, 70)] {
            let root = forest.root(size)
            let leaf = forest.leaves[index]
            let proof = try forest.inclusion(index, size)
            for place in proof.indices {
                var wrong = proof
                wrong[place] = .emptyTree
                #expect(throws: TreeProofError.rootMismatch) {
                    try TreeProof.verifyInclusion(
                        of: leaf, at: index, in: size, root: root, proof: wrong)
                }
            }
            for wrong in [Array(proof.dropLast()), proof + [root]] {
                #expect(throws: TreeProofError.wrongLength) {
                    try TreeProof.verifyInclusion(
                        of: leaf, at: index, in: size, root: root, proof: wrong)
                }
            }
        }
    }

    @Test func `A proof does not pass for another place, size, leaf or root`() throws {
        for size in 2...33 {
            for index in 0..<size {
                let proof = try forest.inclusion(index, size)
                for other in 0..<size where other != index {
                    #expect(throws: TreeProofError.self) {
                        try TreeProof.verifyInclusion(
                            of: forest.leaves[index], at: other, in: size,
                            root: forest.root(size), proof: proof)
                    }
                }
                #expect(throws: TreeProofError.self) {
                    try TreeProof.verifyInclusion(
                        of: forest.leaves[index], at: index, in: size + 1,
                        root: forest.root(size + 1), proof: proof)
                }
                #expect(throws: TreeProofError.rootMismatch) {
                    try TreeProof.verifyInclusion(
                        of: .emptyTree, at: index, in: size, root: forest.root(size), proof: proof)
                }
            }
        }
    }

    /// The hashes of the one are the beginning of the other, so only size and root together tell
    /// them apart: a checkpoint signs both.
    @Test func `A proof for leaf one of two is none for leaf two of three`() throws {
        let proof = try forest.inclusion(1, 2)
        #expect(throws: TreeProofError.rootMismatch) {
            try TreeProof.verifyInclusion(
                of: forest.leaves[1], at: 2, in: 3, root: forest.root(3), proof: proof)
        }
    }

    @Test func `An index at or beyond the size is refused before anything is hashed`() {
        for (index, size) in [(7, 7), (-1, 7), (0, 0), (0, -1), (Int.max, Int.max)] {
            #expect(throws: TreeProofError.outOfRange) {
                try TreeProof.verifyInclusion(
                    of: .emptyTree, at: index, in: size, root: .emptyTree, proof: [])
            }
        }
    }

    @Test func `A changed consistency proof is refused`() throws {
        for (old, size) in [(1, 2), (3, 7), (4, 7), (6, 7), (32, 64), (33, 70), (69, 70)] {
            let (oldRoot, root) = (forest.root(old), forest.root(size))
            let proof = try forest.consistency(old, size)
            for place in proof.indices {
                var wrong = proof
                wrong[place] = .emptyTree
                #expect(throws: TreeProofError.rootMismatch) {
                    try TreeProof.verifyConsistency(
                        from: old, oldRoot: oldRoot, to: size, root: root, proof: wrong)
                }
            }
            for wrong in [Array(proof.dropLast()), proof + [root]] {
                #expect(throws: TreeProofError.wrongLength) {
                    try TreeProof.verifyConsistency(
                        from: old, oldRoot: oldRoot, to: size, root: root, proof: wrong)
                }
            }
            #expect(throws: TreeProofError.rootMismatch) {
                try TreeProof.verifyConsistency(
                    from: old, oldRoot: .emptyTree, to: size, root: root, proof: proof)
            }
            #expect(throws: TreeProofError.rootMismatch) {
                try TreeProof.verifyConsistency(
                    from: old, oldRoot: oldRoot, to: size, root: .emptyTree, proof: proof)
            }
        }
    }

    @Test func `Equal sizes need equal roots and nothing else`() throws {
        let root = forest.root(7)
        try TreeProof.verifyConsistency(from: 7, oldRoot: root, to: 7, root: root, proof: [])
        #expect(throws: TreeProofError.rootMismatch) {
            try TreeProof.verifyConsistency(
                from: 7, oldRoot: forest.root(6), to: 7, root: root, proof: [])
        }
        #expect(throws: TreeProofError.wrongLength) {
            try TreeProof.verifyConsistency(
                from: 7, oldRoot: root, to: 7, root: root, proof: [root])
        }
        #expect(throws: TreeProofError.outOfRange) {
            try TreeProof.verifyConsistency(from: 8, oldRoot: root, to: 7, root: root, proof: [])
        }
    }

    @Test func `From the empty tree an empty proof passes and only from it`() throws {
        let root = forest.root(7)
        try TreeProof.verifyConsistency(from: 0, oldRoot: .emptyTree, to: 7, root: root, proof: [])
        #expect(throws: TreeProofError.rootMismatch) {
            try TreeProof.verifyConsistency(from: 0, oldRoot: root, to: 7, root: root, proof: [])
        }
        #expect(throws: TreeProofError.wrongLength) {
            try TreeProof.verifyConsistency(
                from: 0, oldRoot: .emptyTree, to: 7, root: root, proof: [root])
        }
    }
}
