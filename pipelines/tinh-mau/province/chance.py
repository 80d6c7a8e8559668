"""Numbers that look random and are the same in every version of Python (SplitMix64)."""

MASK = (1 << 64) - 1


class Chance:
    def __init__(self, *seeds):
        self.state = 0x5EED
        for seed in seeds:
            self.state = self.next() ^ (seed & MASK)

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        mixed = self.state
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & MASK
        return mixed ^ (mixed >> 31)

    def below(self, limit):
        """A whole number from 0 to limit - 1."""
        return (self.next() * limit) >> 64

    def between(self, low, high):
        """A whole number from low to high, both among them."""
        return low + self.below(high - low + 1)

    def happens(self, thousandths):
        return self.below(1000) < thousandths

    def one_of(self, values):
        return values[self.below(len(values))]

    def weighted(self, weights):
        """One of the keys, each as often as its weight says."""
        lot = self.below(sum(weights.values()))
        for value, weight in weights.items():
            if lot < weight:
                return value
            lot -= weight
        raise AssertionError("a lot beyond all weights")

    def shuffled(self, values):
        values = list(values)
        for last in range(len(values) - 1, 0, -1):
            place = self.below(last + 1)
            values[last], values[place] = values[place], values[last]
        return values
