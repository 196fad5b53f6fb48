import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  listCells
} from "./chunk-45MHBHJL.mjs";
import {
  readPlan
} from "./chunk-ACFUSZ62.mjs";
import {
  formatPlanProblem
} from "./chunk-3FZOQBE2.mjs";
import {
  filesIn,
  kindOfFile
} from "./chunk-LQRWZFRM.mjs";
import {
  UsageError
} from "./chunk-LOPOJU6Y.mjs";

// src/cli/shell-operand.ts
import { basename, dirname, join, resolve } from "node:path";

// src/plan/shell-target.ts
function shellTarget(plan, isWhole) {
  const [cell, ...others] = plan.cells;
  const planned = plan.tests.find((test) => test.cell === cell);
  if (cell === void 0 || planned === void 0) {
    return {
      kind: "problem",
      problem: {
        message: "expected a suite with a test, found none in it",
        hint: "A test is a directory with an executable run."
      }
    };
  }
  if (others.length > 0) {
    const message = [`expected one cell, found ${plan.cells.length}:`, ...listCells(plan.cells)].join("\n");
    return {
      kind: "problem",
      problem: { message, hint: "Name one kernel with --kernel and one machine with --machine." }
    };
  }
  return {
    kind: "target",
    target: {
      cell,
      planned: isWhole ? { ...planned, id: planned.suite.name, test: bare(planned.suite, planned.test) } : planned,
      hasTest: !isWhole
    }
  };
}
function bare(suite, test) {
  return {
    ...test,
    name: "",
    directory: suite.directory,
    qemuArgs: [],
    start: "auto",
    devices: [],
    faults: [],
    setup: void 0,
    teardown: void 0,
    dataDirectory: void 0
  };
}

// src/cli/shell-operand.ts
function readShellTarget(args, host) {
  const [operand, ...others] = args.operands;
  if (operand === void 0 || others.length > 0) throw new UsageError("Name one suite, or one test as SUITE/TEST.");
  const { suite, test } = splitOperand(resolve(host.cwd, operand));
  const globs = test === void 0 ? [] : [`${basename(suite)}/${test}`];
  const plan = readPlan(
    { ...args, operands: [suite], values: (name) => name === "test" ? globs : args.values(name) },
    host
  );
  const found = shellTarget(plan, test === void 0);
  if (found.kind === "problem") throw new UsageError(formatPlanProblem(found.problem));
  return found.target;
}
function splitOperand(path) {
  const isTest = kindOfFile(path) === "nothing" ? holdsTests(dirname(path)) : isTestDirectory(path);
  return isTest ? { suite: dirname(path), test: basename(path) } : { suite: path, test: void 0 };
}
function isTestDirectory(path) {
  return kindOfFile(join(path, "run")) === "file";
}
function holdsTests(directory) {
  return filesIn(directory).some(({ name, kind }) => kind === "directory" && isTestDirectory(join(directory, name)));
}

export {
  readShellTarget
};
