import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  problemsText,
  readSuites
} from "./chunk-ACFUSZ62.mjs";
import {
  ModelPool,
  checkModels,
  createProvisionContext,
  lineRelayFrom
} from "./chunk-6DM3KHBY.mjs";
import "./chunk-RYUO4VQ2.mjs";
import {
  cancelOnSignals
} from "./chunk-3CHFBSJ4.mjs";
import "./chunk-UUOU5VDB.mjs";
import "./chunk-QWZ6RNY4.mjs";
import "./chunk-UOT7TFTO.mjs";
import "./chunk-VCDNO2R4.mjs";
import "./chunk-FUPYKIWD.mjs";
import "./chunk-OVYL4UTN.mjs";
import "./chunk-EZPV5CM7.mjs";
import "./chunk-MY5CIAFD.mjs";
import "./chunk-C67V5NHE.mjs";
import "./chunk-3FZOQBE2.mjs";
import "./chunk-74PR4RLN.mjs";
import {
  plainLine,
  plainText
} from "./chunk-LWLXEWTS.mjs";
import "./chunk-BK7ZKQBN.mjs";
import "./chunk-LQRWZFRM.mjs";
import {
  UsageError
} from "./chunk-LOPOJU6Y.mjs";
import "./chunk-3ANDV6LO.mjs";
import "./chunk-YGUGVLQU.mjs";
import "./chunk-P7NKLADR.mjs";
import "./chunk-HLYA65ZP.mjs";
import "./chunk-SXD6GIPV.mjs";
import "./chunk-GEGC7X7J.mjs";
import "./chunk-SCEE63KM.mjs";
import "./chunk-VEV5XY66.mjs";
import "./chunk-KTFFVCLG.mjs";
import "./chunk-BGL2MGIU.mjs";
import "./chunk-LFGQZFD2.mjs";
import "./chunk-4PORZPZM.mjs";
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
