import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);

// src/report/totals.ts
function countTotals(tests) {
  const count = (outcome) => tests.filter((test) => test.outcome === outcome).length;
  const ok = tests.filter((test) => test.ok).length;
  return {
    tests: tests.length,
    ok,
    notOk: tests.length - ok,
    pass: count("pass"),
    fail: count("fail"),
    skip: count("skip"),
    timeout: count("timeout"),
    hang: count("hang"),
    crash: count("crash"),
    error: count("error")
  };
}

// src/device/log/add-coverage.ts
function addCoverage(a, b) {
  return {
    registers: addEach(a.registers, b.registers, addRegisters),
    interrupts: addEach(a.interrupts, b.interrupts, (one, other) => one + other),
    dma: { reads: a.dma.reads + b.dma.reads, writes: a.dma.writes + b.dma.writes, bytes: a.dma.bytes + b.dma.bytes },
    unmapped: a.unmapped + b.unmapped
  };
}
function addRegisters(a, b) {
  return { reads: a.reads + b.reads, writes: a.writes + b.writes, fields: addEach(a.fields, b.fields, addFields) };
}
function addFields(a, b) {
  return { reads: a.reads + b.reads, writtenZero: a.writtenZero + b.writtenZero, writtenNonZero: a.writtenNonZero + b.writtenNonZero };
}
function addEach(a, b, add) {
  const sums = new Map(Object.entries(a));
  for (const [name, value] of Object.entries(b)) {
    const sum = sums.get(name);
    sums.set(name, sum === void 0 ? value : add(sum, value));
  }
  return Object.fromEntries(sums);
}

// src/report/hardware/sum-hardware.ts
function sumHardware(parts) {
  const sums = /* @__PURE__ */ new Map();
  for (const part of parts) {
    const key = JSON.stringify([part.suite, part.model]);
    const sum = sums.get(key);
    sums.set(key, sum === void 0 ? part : { ...sum, machines: sum.machines + part.machines, coverage: addCoverage(sum.coverage, part.coverage) });
  }
  return sums.size === 0 ? void 0 : [...sums.values()];
}

export {
  countTotals,
  sumHardware
};
