import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  problemText,
  readSuites
} from "./chunk-INT4XHXZ.mjs";
import {
  ModelPool,
  checkModels,
  createProvisionContext,
  lineRelayFrom
} from "./chunk-HBVA7VVB.mjs";
import "./chunk-HSG2LOMW.mjs";
import "./chunk-UUOU5VDB.mjs";
import "./chunk-EHPRK6VV.mjs";
import "./chunk-IF3SDQBP.mjs";
import "./chunk-UOT7TFTO.mjs";
import "./chunk-NDZHT6TS.mjs";
import "./chunk-CQ32FWZF.mjs";
import "./chunk-PTXCZNDS.mjs";
import "./chunk-XWP5X6A4.mjs";
import "./chunk-BWDQSQA3.mjs";
import "./chunk-OAU2IF34.mjs";
import {
  UsageError
} from "./chunk-UUDNWT5W.mjs";
import "./chunk-BES5BLRJ.mjs";
import "./chunk-7XYTD5F5.mjs";
import "./chunk-EC7TNNSF.mjs";
import "./chunk-LFGQZFD2.mjs";
import "./chunk-PWAELWCE.mjs";
import "./chunk-LLEU7AI5.mjs";
import "./chunk-E5RNW4JP.mjs";
import "./chunk-A22H6BHT.mjs";
import "./chunk-VEV5XY66.mjs";
import "./chunk-MO2YFL3J.mjs";
import {
  __callDispose,
  __using
} from "./chunk-R2N667XA.mjs";

// src/cli/check-command.ts
async function checkCommand(args, host) {
  var _stack = [];
  try {
    const suites = readSuites(args, host);
    const context = createProvisionContext({ progress: warningsTo(host), signal: new AbortController().signal });
    const pool = __using(_stack, new ModelPool(host.deviceHostProgram, lineRelayFrom(context)));
    const problems = await checkModels(suites, pool);
    if (problems.length > 0) throw new UsageError(problemText(problems, host.cwd));
    for (const { name, tests } of suites) host.write(`${name}: ${tests.length} ${tests.length === 1 ? "test" : "tests"}, no problems
`);
    return 0;
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
function warningsTo({ complain }) {
  return (progress) => {
    if (progress.kind === "warning") complain(`${progress.message}
`);
  };
}
export {
  checkCommand
};
