import sys

N = int(sys.argv[1]) if len(sys.argv) > 1 else 400000


class Edge:
    __slots__ = ("target", "cost")

    def __init__(self, target, cost):
        self.target = target
        self.cost = cost


def graph(n):
    edges = {}
    seed = 23
    for i in range(n):
        own = [Edge((i + 1) % n, 500)]
        for k in range(3):
            seed = (seed * 16807) % 2147483647
            own.append(Edge(seed % n, seed % 97 + 1))
        edges[i] = own
    return edges


def raised(heap, value):
    heap.append(value)
    at = len(heap) - 1
    while at > 0:
        parent = (at - 1) // 2
        if heap[parent] <= value:
            break
        heap[at] = heap[parent]
        at = parent
    heap[at] = value


def without_first(heap):
    last = heap.pop()
    size = len(heap)
    if size == 0:
        return
    at = 0
    while True:
        child = 2 * at + 1
        if child >= size:
            break
        if child + 1 < size and heap[child + 1] < heap[child]:
            child += 1
        if heap[child] >= last:
            break
        heap[at] = heap[child]
        at = child
    heap[at] = last


def main(n):
    edges = graph(n)
    distance = [-1] * n
    heap = [0]
    visited = 0
    while len(heap) > 0:
        top = heap[0]
        without_first(heap)
        node = top % n
        so_far = top // n
        if distance[node] < 0:
            distance[node] = so_far
            visited += 1
            for edge in edges[node]:
                if distance[edge.target] < 0:
                    raised(heap, (so_far + edge.cost) * n + edge.target)
    check = 0
    for d in distance:
        check = (check * 31 + d) % 1000003
    return "%d %d" % (visited, check)


print("dijkstra", main(N))
