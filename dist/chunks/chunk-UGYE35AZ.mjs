import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  shellJoin,
  shellQuote
} from "./chunk-PP4HT45W.mjs";

// src/plan/list-plan.ts
function listPlan(plan) {
  const suites = [...new Set(plan.tests.map(({ suite }) => suite))];
  return suites.flatMap((suite, index) => [...index === 0 ? [] : [""], ...listSuite(suite, plan)]);
}
function listSuite(suite, plan) {
  const planned = plan.tests.filter((test) => test.suite === suite);
  const cells = [...new Set(planned.map(({ cell }) => cell))];
  const tests = planned.filter(({ cell }) => cell === cells[0]);
  return [
    `${suite.name}: ${counted(tests.length, "test")} \xD7 ${counted(cells.length, "cell")} = ${planned.length}`,
    "  cells",
    ...listCells(cells),
    "  tests",
    ...aligned(tests.map((test) => [test.id, describeTest(test)]))
  ];
}
function listCells(cells) {
  return aligned(cells.map((cell) => [cell.id, describeCell(cell)]));
}
function describeCell({ kernel, machine, qemu }) {
  return [kernel.text, `QEMU ${qemu.text}`, shellJoin(machine.args)].filter((part) => part !== "").join(" \xB7 ");
}
function describeTest({ test }) {
  const [summary = ""] = test.description.split("\n");
  const expected = test.expectation.kind === "pass" ? "" : "expected to fail";
  const tags = test.tags.length === 0 ? "" : `[${test.tags.join(" ")}]`;
  const row = [...test.row?.variables ?? []].map(([name, value]) => shellQuote(`${name}=${value}`)).join(" ");
  return [summary, row, expected, tags].filter((part) => part !== "").join(" \xB7 ");
}
function aligned(rows) {
  const width = Math.max(...rows.map(([first]) => first.length));
  return rows.map(([first, second]) => `    ${first.padEnd(width)}  ${second}`.trimEnd());
}
function counted(count, noun) {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

export {
  listPlan,
  listCells
};
