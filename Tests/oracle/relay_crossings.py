"""How many edges cross in what Graphviz draws of random relays.

    python3 Tests/oracle/relay_crossings.py > Tests/oracle/relay-crossings.txt

One relay a line: crossings, nodes, and its edges as from-to. Graphviz lays each out with `dot`,
left to right; its splines are followed in short steps, and pairs of edges without a common end that
meet are counted. `relay-crossings.txt` beside this file is recorded from it (graphviz 2.43); the
tests of the Hometown room read that.
"""

import itertools
import random
import subprocess

STEPS = 12


def relay(source):
    """Most answer one earlier participation, some two; some name somebody who never runs."""
    count = source.randint(8, 48)
    edges = set()
    for node in range(1, count):
        near = max(0, node - source.randint(3, 14))
        if source.random() < 0.93:
            edges.add((source.randrange(near, node), node))
        if source.random() < 0.22:
            edges.add((source.randrange(near, node), node))
    return count, sorted(edges)


def bezier(points):
    """Points along the cubic curves of one edge."""
    way = [points[0]]
    for start in range(0, len(points) - 1, 3):
        a, b, c, d = points[start : start + 4]
        for step in range(1, STEPS + 1):
            t = step / STEPS
            weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
            way.append(tuple(sum(w * p[i] for w, p in zip(weights, (a, b, c, d))) for i in (0, 1)))
    return way


def draw(count, edges):
    text = "digraph { rankdir=LR; node [shape=box, width=2, height=1, fixedsize=true];"
    text += "".join(f" {node};" for node in range(count))
    text += "".join(f" {start} -> {end};" for start, end in edges) + "}"
    plain = subprocess.run(
        ["dot", "-Tplain"], input=text, capture_output=True, text=True, check=True
    ).stdout
    ways = {}
    for line in plain.splitlines():
        words = line.split()
        if words[0] == "edge":
            number = int(words[3])
            values = [float(word) for word in words[4 : 4 + 2 * number]]
            ways[int(words[1]), int(words[2])] = bezier(list(zip(values[::2], values[1::2])))
    return ways


def side(a, b, c):
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def cross(left, right):
    for a, b in zip(left, left[1:]):
        for c, d in zip(right, right[1:]):
            if max(a[0], b[0]) < min(c[0], d[0]) or max(c[0], d[0]) < min(a[0], b[0]):
                continue
            if side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0:
                return True
    return False


def main():
    source = random.Random(20230410)
    for _ in range(200):
        count, edges = relay(source)
        ways = draw(count, edges)
        crossings = sum(
            cross(ways[one], ways[other])
            for one, other in itertools.combinations(edges, 2)
            if not set(one) & set(other)
        )
        print(crossings, count, *(f"{start}-{end}" for start, end in edges))


if __name__ == "__main__":
    main()
