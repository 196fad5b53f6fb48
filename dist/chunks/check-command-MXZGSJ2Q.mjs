import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  problemsText,
  readSuites
} from "./chunk-BJUEYFOV.mjs";
import {
  ModelPool,
  checkModels,
  createProvisionContext,
  lineRelayFrom
} from "./chunk-CLLLEQPJ.mjs";
import "./chunk-FYDEPKFN.mjs";
import {
  cancelOnSignals
} from "./chunk-QCCLME2R.mjs";
import "./chunk-WXIWISYZ.mjs";
import "./chunk-HC2HJNXW.mjs";
import "./chunk-H3I433UH.mjs";
import "./chunk-U2LNNYGN.mjs";
import "./chunk-S5GG2IC3.mjs";
import "./chunk-FBGR25Y5.mjs";
import "./chunk-JS5NFNJV.mjs";
import "./chunk-YAKF2QPZ.mjs";
import {
  plainLine,
  plainText
} from "./chunk-DC7FZJX5.mjs";
import "./chunk-GW3KOSYU.mjs";
import "./chunk-BDJ27EXF.mjs";
import {
  UsageError
} from "./chunk-JE7DW4WU.mjs";
import "./chunk-ME6GYUW5.mjs";
import "./chunk-PEZSLER4.mjs";
import "./chunk-HLYA65ZP.mjs";
import "./chunk-KUXDDXUL.mjs";
import "./chunk-4VOBW4F5.mjs";
import "./chunk-24KEYR4D.mjs";
import "./chunk-4NERI4SW.mjs";
import "./chunk-V4ERITS4.mjs";
import "./chunk-BG5MEEMU.mjs";
import "./chunk-CV4MAWGW.mjs";
import "./chunk-L2Z4XR4T.mjs";
import "./chunk-PNGENSD7.mjs";
import "./chunk-ZOCY7ZAN.mjs";
import "./chunk-IMACQRHJ.mjs";
import "./chunk-37LICBCB.mjs";
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
    const pool = __using(_stack, new ModelPool(host.installation.deviceHostProgram, lineRelayFrom(context)));
    const problems = await checkModels(suites, pool, signal);
    if (problems.length > 0) throw new UsageError(problemsText(problems, host.cwd));
    for (const { name, tests } of suites)
      host.write(`${plainLine(name)}: ${tests.length} ${tests.length === 1 ? "test" : "tests"}, no problems
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
