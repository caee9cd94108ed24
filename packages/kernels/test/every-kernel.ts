/** Work for a page and for Node, as a text that both can run: it uses every kernel, and gives all results. */
export const everyKernel: string = `
function numbers(n, seed) {
  let state = seed;
  return Float64Array.from({ length: n }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return state / 2 ** 31;
  });
}

function everyKernel(kernels, engine) {
  const memory = kernels.openMemory({ engine });
  const results = [];
  const slot = (entries, type = "float64") => {
    const room = memory[type](entries.length);
    room.view.set(entries);
    return room;
  };
  for (const type of ["float64", "float32"]) {
    const data = slot(numbers(7 * 12, 1), type);
    const [x, y] = [slot(numbers(13, 2), type), slot(numbers(13, 3))];
    results.push(kernels.dot(x, y));
    kernels.axpy(0.3, x, y);
    results.push(...y.view, kernels.nrm2(y));
    for (const layout of ["rows", "columns"]) {
      const A = { data, rows: 7, columns: 12, layout };
      const [v, u] = [slot(numbers(12, 4)), slot(numbers(7, 5))];
      const [out, outT] = [memory.float64(7), memory.float64(12)];
      kernels.gemv(A, v, out);
      kernels.gemvTransposed(A, u, outT);
      results.push(...out.view, ...outT.view);
    }
    const X = { data, rows: 7, columns: 12 };
    const targets = numbers(7, 6);
    const signs = targets.map(Math.sign);
    for (const pass of [
      kernels.networkPass({ X, y: targets, patches: 3 }),
      kernels.leastSquaresPass({ X, y: targets }),
      kernels.logisticPass({ X, y: signs }),
    ]) {
      const gradient = new Float64Array(pass.dimension);
      results.push(pass.evaluate(numbers(pass.dimension, 7), gradient), ...gradient);
    }
    const columns = kernels.columnsOf({ ...X, layout: "columns" });
    results.push(...everyColumn(columns), ...everyInner(kernels, columns));
  }
  const sparse = {
    starts: slot([0, 3, 3, 9, 14], "uint32"),
    rowIndices: slot([0, 4, 6, 0, 1, 2, 3, 5, 6, 1, 2, 3, 4, 5], "uint32"),
    values: slot(numbers(14, 14)),
    rows: 7,
    columns: 4,
  };
  results.push(...everyColumn(kernels.columnsOf(sparse)));
  const [y, s] = [slot(numbers(13, 19).map(Math.sign)), slot(numbers(13, 20).map((x) => Math.max(0, x)))];
  const products = kernels.logisticProducts(y, s);
  const [z, q, c] = [slot(numbers(13, 21).map((x) => 30 * x)), memory.float64(13), memory.float64(13)];
  results.push(products.slopes(z.view, q.view), products.conjugate(q.view), ...q.view);
  products.curvatures(z.view, c.view);
  results.push(...c.view);
  const v = slot(numbers(1000, 9));
  const out = memory.float64(1000);
  for (const work of [
    () => kernels.softThreshold(v, 0.2, out),
    () => kernels.hardThreshold(v, 0.2, out),
    () => kernels.keepLargest(v, 100, out),
  ]) {
    work();
    results.push(...out.view);
  }
  const step = { threshold: 0.5, limit: 1e6, scale: 1, a: 1, V: 1.5, high: 0.5, low: 1e-17, c: 0.5 };
  kernels.tl1Threshold(v, step, out);
  results.push(...out.view);
  for (const operator of [
    { kind: "soft", threshold: 0.2 },
    { kind: "hard", threshold: 0.2 },
    { kind: "tl1", shape: 1, step },
  ]) {
    const wStar = numbers(31, 10);
    const loss = { kind: "no-overlap", patches: 3 };
    const given = { wStar, beta: 0.1, normalize: true, loss, operator, engine };
    const run = kernels.planarPass(given).open();
    run.w.set(numbers(31, 12));
    run.gradient.set(numbers(31, 13));
    run.depart(0.5);
    results.push(...run.sums, ...run.u);
    run.arrive(0.9, 0.2, 0.7);
    results.push(...run.sums, ...run.w, ...run.gradient);
    results.push(+run.step(0.5), ...run.sums, ...run.w, ...run.gradient);
  }
  return results;
}

function everyColumn(columns) {
  const { memory, rows, columns: d } = columns;
  const slot = (entries) => {
    const room = memory.float64(entries.length);
    room.view.set(entries);
    return room;
  };
  const outputs = 2;
  const s = slot(numbers(outputs * rows, 15).map(Math.abs));
  const v = slot(numbers(outputs * rows, 16));
  const out = memory.float64(d);
  const results = [];
  for (let j = 0; j < d; j++) {
    results.push(columns.dot(j, v), columns.dot(j, v, 1), columns.squares(j), columns.squares(j, s, 1));
    columns.add(0.3, j, v);
    columns.addWeighted(0.2, j, s, v, 1);
  }
  columns.products(v, out, 1);
  results.push(...v.view, ...out.view);
  const list = memory.uint32(outputs * d);
  list.view.set(Uint32Array.from({ length: outputs * d }, (_, i) => i));
  for (const [scale, weights] of [[0.3], [s, slot(numbers(outputs * d, 17).map(Math.abs))]]) {
    const problem = {
      slopes: slot(numbers(outputs * rows, 18)),
      w: memory.float64(outputs * d),
      curvature: slot(new Float64Array(outputs * d).fill(0.7)),
      scale,
      weights,
      outputs,
    };
    const change = columns.descend(problem, list, outputs * d, 0.1, 0.01);
    results.push(change, ...problem.w.view, ...problem.slopes.view);
  }
  return results;
}

function everyInner(kernels, columns) {
  const { memory, rows, columns: d } = columns;
  const slot = (entries) => {
    const room = memory.float64(entries.length);
    room.view.set(entries);
    return room;
  };
  const z = memory.float64(rows);
  columns.times(slot(numbers(d, 19)), z);
  const results = [...z.view];
  const list = memory.uint32(5);
  list.view.set([3, 0, 7, 5, 11]);
  for (const scale of [0.3, slot(numbers(rows, 20).map(Math.abs))]) {
    const problem = {
      gradient: numbers(d, 21),
      from: numbers(d, 22),
      w: memory.float64(d),
      curvature: slot(new Float64Array(d).fill(0.7)),
    };
    const change = kernels.columnGram(columns, scale, d).descend(problem, list, 5, 0.1, 0.01, 0, 3);
    results.push(change, ...problem.w.view);
  }
  return results;
}

function onThreads(kernels, threads) {
  const data = kernels.openMemory({ shared: true }).float64(40 * 12);
  data.view.set(numbers(40 * 12, 1));
  const X = { data, rows: 40, columns: 12 };
  return kernels.networkPass({ X, y: numbers(40, 2), patches: 3, threads });
}

function evaluated(pass) {
  const gradient = new Float64Array(pass.dimension);
  return [pass.evaluate(numbers(pass.dimension, 3), gradient), ...gradient];
}
`;
