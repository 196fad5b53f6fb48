import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  problemsText,
  readSuites
} from "./chunk-WFRIRFQD.mjs";
import {
  ModelPool,
  checkModels,
  createProvisionContext,
  lineRelayFrom
} from "./chunk-52BAOUBP.mjs";
import "./chunk-HSG2LOMW.mjs";
import {
  cancelOnSignals
} from "./chunk-HBDH3GES.mjs";
import "./chunk-UUOU5VDB.mjs";
import "./chunk-EUKAWGYF.mjs";
import "./chunk-UOT7TFTO.mjs";
import "./chunk-G3ESJAYB.mjs";
import "./chunk-TLKRRDTL.mjs";
import "./chunk-OBZB7FWP.mjs";
import "./chunk-ZUY5BCRQ.mjs";
import "./chunk-CQ32FWZF.mjs";
import "./chunk-QDLOPORL.mjs";
import "./chunk-H53ON7RI.mjs";
import "./chunk-BWDQSQA3.mjs";
import {
  plainLine,
  plainText
} from "./chunk-TKNCHDQE.mjs";
import "./chunk-YQ2BIHGN.mjs";
import "./chunk-O7CDWRNP.mjs";
import {
  UsageError
} from "./chunk-UUDNWT5W.mjs";
import "./chunk-7P5AWKLC.mjs";
import "./chunk-IOJG36AI.mjs";
import "./chunk-BYVCTFWQ.mjs";
import "./chunk-HLYA65ZP.mjs";
import "./chunk-PWAELWCE.mjs";
import "./chunk-GEGC7X7J.mjs";
import "./chunk-SCEE63KM.mjs";
import "./chunk-VEV5XY66.mjs";
import "./chunk-MO2YFL3J.mjs";
import "./chunk-VBOZQQIC.mjs";
import "./chunk-LFGQZFD2.mjs";
import "./chunk-YUOOXMDW.mjs";
import {
  __callDispose,
  __using
} from "./chunk-R2N667XA.mjs";

// src/cli/check-command.ts
async function checkCommand(args, host) {
  var _stack = [];
  try {
    const suites = readSuites(args, host);
    const signal = cancelOnSignals(host, () => void 0);
    const context = createProvisionContext({ progress: warningsTo(host), signal });
    const pool = __using(_stack, new ModelPool(host.deviceHostProgram, lineRelayFrom(context)));
    const problems = await checkModels(suites, pool, signal);
    if (problems.length > 0) throw new UsageError(problemsText(problems, host.cwd));
    for (const { name, tests } of suites) host.write(`${plainLine(name)}: ${tests.length} ${tests.length === 1 ? "test" : "tests"}, no problems
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
    if (progress.kind === "warning") complain(`${plainText(progress.message)}
`);
  };
}
export {
  checkCommand
};
