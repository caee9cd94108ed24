"""Proximal operators as users of numpy, numba and torch write them."""

import numpy as np


def numpy_soft(data, p):
    v, t = data["v"], p["t"]
    return lambda: np.sign(v) * np.maximum(np.abs(v) - t, 0)


def numpy_hard(data, p):
    v, cut = data["v"], np.sqrt(2 * p["t"])
    return lambda: np.where(np.abs(v) > cut, v, 0)


def threshold(t, a):
    """Lemma 5.2.1."""
    return t * (a + 1) / a if t <= a * a / (2 * (a + 1)) else np.sqrt(2 * t * (a + 1)) - a / 2


def numpy_tl1(data, p):
    v, t, a = data["v"], p["t"], p["a"]
    cut = threshold(t, a)

    def run():
        x = np.abs(v)
        cosine = np.clip(1 - 27 * t * a * (a + 1) / (2 * (a + x) ** 3), -1, 1)
        u = 2 / 3 * (a + x) * np.cos(np.arccos(cosine) / 3) - 2 * a / 3 + x / 3
        return np.where(x > cut, np.sign(v) * u, 0)

    return run


def numpy_top(data, p):
    v, s = data["v"], int(p["s"])

    def run():
        x = np.abs(v)
        kept = np.argpartition(x, len(x) - s)[len(x) - s :]
        out = np.zeros_like(v)
        out[kept] = v[kept]
        return out

    return run


def with_numba(body):
    """A loop over entries, compiled; the file is of use without numba, too."""

    def prepare(data, p):
        from numba import njit

        loop = njit(fastmath=False)(body)
        v, out = data["v"], np.empty_like(data["v"])

        def run():
            loop(v, p["t"], p["a"], threshold(p["t"], p["a"]), out)
            return out

        return run

    return prepare


def soft_loop(v, t, a, cut, out):
    for i in range(len(v)):
        x = abs(v[i]) - t
        out[i] = np.copysign(x, v[i]) if x > 0 else 0.0


def hard_loop(v, t, a, cut, out):
    cut = np.sqrt(2 * t)
    for i in range(len(v)):
        out[i] = v[i] if abs(v[i]) > cut else 0.0


def tl1_loop(v, t, a, cut, out):
    for i in range(len(v)):
        x = abs(v[i])
        if x <= cut:
            out[i] = 0.0
        else:
            cosine = 1 - 27 * t * a * (a + 1) / (2 * (a + x) ** 3)
            u = 2 / 3 * (a + x) * np.cos(np.arccos(cosine) / 3) - 2 * a / 3 + x / 3
            out[i] = np.copysign(u, v[i])


def torch_of(data):
    import torch

    torch.set_num_threads(1)
    return torch, torch.from_numpy(data["v"])


def torch_soft(data, p):
    torch, v = torch_of(data)
    return lambda: torch.nn.functional.softshrink(v, p["t"]).numpy()


def torch_hard(data, p):
    torch, v = torch_of(data)
    cut = float(np.sqrt(2 * p["t"]))
    return lambda: torch.nn.functional.hardshrink(v, cut).numpy()


def torch_tl1(data, p):
    torch, v = torch_of(data)
    t, a = p["t"], p["a"]
    cut = threshold(t, a)

    def run():
        x = v.abs()
        cosine = (1 - 27 * t * a * (a + 1) / (2 * (a + x) ** 3)).clamp(-1, 1)
        u = 2 / 3 * (a + x) * torch.cos(torch.acos(cosine) / 3) - 2 * a / 3 + x / 3
        return torch.where(x > cut, torch.sign(v) * u, 0.0).numpy()

    return run


def torch_top(data, p):
    torch, v = torch_of(data)

    def run():
        kept = torch.topk(v.abs(), int(p["s"]), sorted=False).indices
        return torch.zeros_like(v).scatter_(0, kept, v[kept]).numpy()

    return run


entries = {
    "numpy soft": numpy_soft,
    "numpy hard": numpy_hard,
    "numpy tl1": numpy_tl1,
    "numpy top": numpy_top,
    "numba soft": with_numba(soft_loop),
    "numba hard": with_numba(hard_loop),
    "numba tl1": with_numba(tl1_loop),
    "torch soft": torch_soft,
    "torch hard": torch_hard,
    "torch tl1": torch_tl1,
    "torch top": torch_top,
}
