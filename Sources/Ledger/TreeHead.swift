package import Transparency

/// 나무 머리. The size and root of the log's tree.
package struct TreeHead: Hashable, Sendable {
    package let size: Int64
    package let root: Hash256

    package init(size: Int64, root: Hash256) {
        self.size = size
        self.root = root
    }
}
