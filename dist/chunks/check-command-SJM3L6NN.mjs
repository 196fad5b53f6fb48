import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  problemsText,
  readSuites
} from "./chunk-I6O3SH2R.mjs";
import {
  ModelPool,
  checkModels,
  createProvisionContext,
  lineRelayFrom
} from "./chunk-QPLCJBWB.mjs";
import "./chunk-3BMZNN6W.mjs";
import {
  cancelOnSignals
} from "./chunk-S3OQ5B4F.mjs";
import "./chunk-VSOJBJQN.mjs";
import "./chunk-Z5M3ZDMR.mjs";
import "./chunk-QU4KJBQ7.mjs";
import "./chunk-O26GYING.mjs";
import "./chunk-2VRCS2NZ.mjs";
import "./chunk-U2LNNYGN.mjs";
import "./chunk-V3LGSP6I.mjs";
import "./chunk-CWIDTWL5.mjs";
import "./chunk-YAKF2QPZ.mjs";
import "./chunk-4NAOM35O.mjs";
import "./chunk-ZIRE2WXS.mjs";
import {
  plainLine,
  plainText
} from "./chunk-ZCKYQYTZ.mjs";
import "./chunk-NTA7CW6N.mjs";
import "./chunk-BDJ27EXF.mjs";
import {
  UsageError
} from "./chunk-QYEL2MFA.mjs";
import "./chunk-S62TFZ3Q.mjs";
import "./chunk-U7UIXCIZ.mjs";
import "./chunk-HLYA65ZP.mjs";
import "./chunk-L4FURYEC.mjs";
import "./chunk-6JISIKFC.mjs";
import "./chunk-24KEYR4D.mjs";
import "./chunk-4NERI4SW.mjs";
import "./chunk-RACR2MDA.mjs";
import "./chunk-Q5WLDUDD.mjs";
import "./chunk-CV4MAWGW.mjs";
import "./chunk-L2Z4XR4T.mjs";
import "./chunk-PNGENSD7.mjs";
import "./chunk-ZOCY7ZAN.mjs";
import "./chunk-TN32ZU5T.mjs";
import "./chunk-SKYZ6BOQ.mjs";
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
