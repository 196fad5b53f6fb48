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

export {
  countTotals
};
