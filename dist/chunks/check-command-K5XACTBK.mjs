import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  problemsText,
  readSuites
} from "./chunk-AML7ATTH.mjs";
import {
  ModelPool,
  checkModels,
  createProvisionContext,
  lineRelayFrom
} from "./chunk-IFOFWMMU.mjs";
import "./chunk-7ACBYE7Y.mjs";
import "./chunk-PSZOQX5Q.mjs";
import "./chunk-WFL2Y6HC.mjs";
import "./chunk-2VKLI7JB.mjs";
import "./chunk-NCO2VSFF.mjs";
import "./chunk-JH63KMMX.mjs";
import "./chunk-FEUI54CN.mjs";
import "./chunk-J35VQB3X.mjs";
import "./chunk-Z5M3ZDMR.mjs";
import "./chunk-XY42UZ25.mjs";
import {
  cancelOnSignals
} from "./chunk-6XJXKXSM.mjs";
import {
  plainLine,
  plainText
} from "./chunk-PJGE2AZL.mjs";
import "./chunk-G7Y3NBSV.mjs";
import "./chunk-533ISHDF.mjs";
import "./chunk-RPRBIONT.mjs";
import "./chunk-U2LNNYGN.mjs";
import "./chunk-42EG7RIT.mjs";
import {
  UsageError
} from "./chunk-QYEL2MFA.mjs";
import "./chunk-V4AHKANW.mjs";
import "./chunk-YF3CQPZG.mjs";
import "./chunk-HLYA65ZP.mjs";
import "./chunk-L4FURYEC.mjs";
import "./chunk-43WI7UBL.mjs";
import "./chunk-ZZYZID6W.mjs";
import "./chunk-3V3CBYNY.mjs";
import "./chunk-5NW2O3U6.mjs";
import "./chunk-4K3JF4DD.mjs";
import "./chunk-FVEPVBWF.mjs";
import "./chunk-CV4MAWGW.mjs";
import "./chunk-ZOCY7ZAN.mjs";
import "./chunk-PNGENSD7.mjs";
import "./chunk-L2Z4XR4T.mjs";
import "./chunk-QTSMFX6Q.mjs";
import "./chunk-Z52LW6BK.mjs";
import {
  __callDispose,
  __using
} from "./chunk-R2N667XA.mjs";

// src/cli/check-command.ts
async function checkCommand(args, host) {
  var _stack = [];
  try {
    const { suites } = readSuites(args, host);
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
