"""The sum of an array: nothing but reading it."""


def numpy_sum(data, p):
    x = data["X"]
    return lambda: x.sum(keepdims=True)


entries = {"numpy sum": numpy_sum}
