"""The program of Python's workers: `python3 worker.py WORKLOAD.py`, a request a line, an answer a line.

A workload's file has `entries`, functions by name: each takes the arrays and the parameters, and gives a
function that does the work and returns its result.
"""

import importlib.metadata
import importlib.util
import json
import os
import sys
import time


def versions():
    """Which peers there are, and which kernels numpy's BLAS uses."""
    found = {}
    for peer, module in (("numpy", "numpy"), ("scikit-learn", "sklearn"), ("numba", "numba"), ("torch", "torch")):
        if importlib.util.find_spec(module) is None:
            continue
        try:
            found[peer] = importlib.metadata.version(peer)
        except importlib.metadata.PackageNotFoundError:
            found[peer] = "of unknown version"
    try:
        import numpy  # loads its BLAS
    except Exception:
        return {}
    try:
        from threadpoolctl import threadpool_info

        pools = [p for p in threadpool_info() if p["user_api"] == "blas"]
        found["blas"] = ", ".join(f"{p['internal_api']} {p['version']} ({p.get('architecture')})" for p in pools)
    except Exception:
        pass
    return found


def read(request):
    import numpy

    types = {".f32": numpy.float32, ".f64": numpy.float64}
    return {key[2:]: numpy.fromfile(path, types[path[-4:]]) for key, path in request.items() if key[:2] == "f."}


def checksum(x):
    import numpy

    x = numpy.asarray(x, dtype=numpy.float64).ravel()
    moment = x @ (numpy.arange(len(x)) % 97 - 48.0)
    return {"sum": float(x.sum()), "size": float(numpy.abs(x).sum()), "moment": float(moment)}


def timed(run, minimum, settle):
    if settle:
        run()
    runs = 1
    while True:
        start = time.perf_counter_ns()
        for _ in range(runs):
            result = run()
        nanoseconds = time.perf_counter_ns() - start
        if nanoseconds >= minimum * 1e6:
            return {"nanoseconds": nanoseconds / runs, "runs": runs, **checksum(result)}
        runs *= 2


def main(path):
    sys.path.insert(0, os.path.dirname(path))  # what workloads share
    spec = importlib.util.spec_from_file_location("workload", path)
    workload = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(workload)
    jobs = {}
    shared = {}  # the arrays of one file are read once for all variants

    def answer(request):
        if request["do"] == "load":
            parameters = {key[2:]: value for key, value in request.items() if key[:2] == "p."}
            key = json.dumps({k: v for k, v in request.items() if k[:2] == "f."})
            if key not in shared:
                shared[key] = read(request)
            jobs[request["job"]] = (workload.entries[request["entry"]](shared[key], parameters), key)
            return {"ok": 1}
        if request["do"] == "time":
            return timed(jobs[request["job"]][0], request["minimum"], request["settle"])
        _, key = jobs.pop(request["job"])
        if all(other != key for _, other in jobs.values()):
            del shared[key]
        return {"ok": 1}

    for line in sys.stdin:
        try:
            reply = answer(json.loads(line))
        except Exception as error:
            reply = {"error": f"{type(error).__name__}: {error}"}
        print(json.dumps(reply), flush=True)


if __name__ == "__main__":
    if sys.argv[1] == "--versions":
        print(json.dumps(versions()))
    else:
        main(sys.argv[1])
