import Testing
import Transparency

/// The tree as RFC 6962 defines it, word for word and slow: what the quick one is held against.
private enum Definition {
    static func split(_ count: Int) -> Int {
        var power = 1
        while power * 2 < count { power *= 2 }
        return power
    }

    static func root(_ leaves: ArraySlice<Hash256>) -> Hash256 {
        guard leaves.count > 1 else { return leaves.first ?? .emptyTree }
        let middle = leaves.startIndex + split(leaves.count)
        return .node(root(leaves[..<middle]), root(leaves[middle...]))
    }

    static func path(_ index: Int, _ leaves: ArraySlice<Hash256>) -> [Hash256] {
        guard leaves.count > 1 else { return [] }
        let middle = leaves.startIndex + split(leaves.count)
        return index < middle
            ? path(index, leaves[..<middle]) + [root(leaves[middle...])]
            : path(index, leaves[middle...]) + [root(leaves[..<middle])]
    }

    static func proof(_ old: Int, _ leaves: ArraySlice<Hash256>, _ known: Bool) -> [Hash256] {
        guard old != leaves.endIndex else { return known ? [] : [root(leaves)] }
        let middle = leaves.startIndex + split(leaves.count)
        return old <= middle
            ? proof(old, leaves[..<middle], known) + [root(leaves[middle...])]
            : proof(old, leaves[middle...], false) + [root(leaves[..<middle])]
    }
}

/// Leaves `pumasi-0`, `pumasi-1`, … and their trees.
struct Forest {
    let leaves: [Hash256]
    private let nodes: [TreeNode: Hash256]

    init(size: Int) {
        leaves = (0..<size).map { .leaf(Array("pumasi-\($0)".utf8)) }
        var frontier = Frontier()
        var nodes: [TreeNode: Hash256] = [:]
        for leaf in leaves { frontier.append(leaf) { nodes[$0] = $1 } }
        self.nodes = nodes
    }

    func root(_ size: Int) -> Hash256 { .root(of: leaves.prefix(size)) }

    func inclusion(_ index: Int, _ size: Int) throws -> [Hash256] {
        let plan = try #require(TreeProofPlan.inclusion(of: index, in: size))
        return try plan.proof(plan.nodes.map { try #require(nodes[$0]) })
    }

    func consistency(_ old: Int, _ size: Int) throws -> [Hash256] {
        let plan = try #require(TreeProofPlan.consistency(from: old, to: size))
        return try plan.proof(plan.nodes.map { try #require(nodes[$0]) })
    }
}

@Suite struct TreeTests {
    private let forest = Forest(size: 70)

    @Test(
        arguments: [
            ("", "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"),
            ("L123456", "395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56"),
            ("pumasi-0", "b1b2c3256699d399586d3f06f57ae0ccb04083375f4c2e06c1d90f3b96130edc"),
        ])
    func `A leaf is hashed as RFC 6962 says`(entry: String, hash: String) {
        #expect(Hash256.leaf(Array(entry.utf8)).description == hash)
    }

    @Test func `Nodes and the empty tree are hashed as RFC 6962 says`() throws {
        #expect(
            Hash256.emptyTree.description
                == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        #expect(Frontier().root == .emptyTree)
        // RFC 6962 hashes nodes of any length; ours are hashes, so this one goes the plain way.
        let node = Hash256.of([0x01] + Array("N123N456".utf8))
        #expect(
            node.description == "aa217fe888e47007fa15edab33c2b492a722cb106c64667fc2b044444de66bbb")
        let (left, right) = (forest.leaves[0], forest.leaves[1])
        #expect(Hash256.node(left, right) == Hash256.of([0x01] + left.bytes + right.bytes))
    }

    @Test func `Roots are the known ones`() {
        #expect(forest.root(1) == forest.leaves[0])
        #expect(
            forest.root(3).description
                == "f3bad07ed29491d0d98ecf479dfda667571daa0d5727927f742f7f42ca1b6c3d")
        #expect(
            forest.root(7).description
                == "63cfc83831fe4115ebb8815760265d44307f5ae2b65e5514d77cc6b543af73e2")
    }

    @Test func `Consistency proofs are the known ones`() throws {
        #expect(
            try forest.consistency(4, 7).map(\.description) == [
                "2b1d56e58e26070113fd494af2cc160388d594b97b016e324087209443ba8e6d"
            ])
        let proof = try forest.consistency(3, 7).map(\.description)
        #expect(
            zip(proof, ["3b1da887", "fe0345c9", "ee7ed897", "2b1d56e5"]).allSatisfy {
                $0.hasPrefix($1)
            })
        #expect(zip(proof, ["2fd4c", "680cd", "e478a", "a8e6d"]).allSatisfy { $0.hasSuffix($1) })
        #expect(proof.count == 4)
        #expect(try forest.consistency(7, 7) == [])
        #expect(try forest.consistency(0, 7) == [])
    }

    @Test func `Every tree, proof and check up to seventy leaves is as defined`() throws {
        for size in 1...70 {
            let leaves = forest.leaves[..<size]
            let root = forest.root(size)
            #expect(root == Definition.root(leaves))
            for index in 0..<size {
                let proof = try forest.inclusion(index, size)
                #expect(proof == Definition.path(index, leaves))
                try TreeProof.verifyInclusion(
                    of: leaves[index], at: index, in: size, root: root, proof: proof)
            }
            for old in 1...size {
                let proof = try forest.consistency(old, size)
                #expect(proof == Definition.proof(old, leaves, true))
                try TreeProof.verifyConsistency(
                    from: old, oldRoot: forest.root(old), to: size, root: root, proof: proof)
            }
        }
    }

    @Test func `A stored edge goes on where it stopped`() throws {
        for size in 0...70 {
            var whole = Frontier()
            for leaf in forest.leaves.prefix(size) { whole.append(leaf) }
            #expect(Frontier.nodes(of: size).count == whole.hashes.count)
            var restored = try #require(Frontier(size: size, hashes: whole.hashes))
            for leaf in forest.leaves.dropFirst(size) { restored.append(leaf) }
            #expect(restored.root == forest.root(70))
        }
        #expect(Frontier(size: 3, hashes: [.emptyTree]) == nil)
        #expect(Frontier(size: -1, hashes: []) == nil)
    }

    @Test func `There is no proof outside the tree`() {
        #expect(TreeProofPlan.inclusion(of: 7, in: 7) == nil)
        #expect(TreeProofPlan.inclusion(of: -1, in: 7) == nil)
        #expect(TreeProofPlan.inclusion(of: 0, in: 0) == nil)
        #expect(TreeProofPlan.consistency(from: 8, to: 7) == nil)
        #expect(TreeProofPlan.consistency(from: -1, to: 7) == nil)
    }

    @Test func `A proof for a tree of two to the sixty-second leaves can be planned`() throws {
        let size = 1 << 62
        #expect(try #require(TreeProofPlan.inclusion(of: size - 1, in: size)).nodes.count == 62)
        #expect(
            try #require(TreeProofPlan.consistency(from: size - 1, to: size)).nodes.count == 63)
        let largest = try #require(TreeProofPlan.inclusion(of: 0, in: .max))
        #expect(largest.nodes.last == TreeNode(level: 0, index: Int.max - 1))
    }
}
