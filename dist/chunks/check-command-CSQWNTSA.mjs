import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  problemsText,
  readSuites
} from "./chunk-SR67EZ76.mjs";
import {
  ModelPool,
  checkModels,
  createProvisionContext,
  findTreeCompiler,
  lineRelayFrom,
  parseFragments
} from "./chunk-OK5UEABX.mjs";
import "./chunk-KNVQYPQ4.mjs";
import "./chunk-L7CP2ILC.mjs";
import "./chunk-RPYGVRGS.mjs";
import "./chunk-PL3PYU5L.mjs";
import "./chunk-4RYYH6E5.mjs";
import "./chunk-YZWTKSKI.mjs";
import "./chunk-HLYA65ZP.mjs";
import "./chunk-T6GTHSTU.mjs";
import {
  cancelOnSignals
} from "./chunk-XEAPOWKT.mjs";
import {
  plainLine,
  plainText,
  sortProblems
} from "./chunk-PP4HT45W.mjs";
import "./chunk-X6ZZKZRR.mjs";
import {
  UsageError
} from "./chunk-QYEL2MFA.mjs";
import "./chunk-SOJWF4Z4.mjs";
import "./chunk-CV4MAWGW.mjs";
import "./chunk-WABYQQ2Y.mjs";
import "./chunk-ZA4YE7YP.mjs";
import "./chunk-UQ27WKSB.mjs";
import "./chunk-Z5M3ZDMR.mjs";
import "./chunk-7ASZTMLB.mjs";
import "./chunk-WJUJR6MB.mjs";
import "./chunk-2JNJEXXK.mjs";
import "./chunk-OO2ITZZJ.mjs";
import "./chunk-NMLPZBC3.mjs";
import "./chunk-ZOCY7ZAN.mjs";
import "./chunk-BUN7IQEI.mjs";
import "./chunk-UTU2GXSA.mjs";
import "./chunk-GRJFLVWM.mjs";
import "./chunk-SMWPJZE2.mjs";
import "./chunk-42EG7RIT.mjs";
import "./chunk-PNGENSD7.mjs";
import "./chunk-PC3WFA6B.mjs";
import {
  __callDispose,
  __using
} from "./chunk-R2N667XA.mjs";

// src/app/tree-check.ts
async function checkTrees(suites, context) {
  const sources = distinctSources(suites);
  if (sources.length === 0) return [];
  const dtc = findTreeCompiler(context.store);
  if (dtc === void 0) return [];
  const problems = [];
  for (const fragments of sources)
    for (const { file, line, message } of await parseFragments(dtc, fragments, context.signal))
      problems.push({ file, line, message: `dtc: ${message}`, hint: void 0 });
  return sortProblems(problems);
}
function distinctSources(suites) {
  const all = suites.flatMap(
    (suite) => suite.tests.map((test) => [suite, test].flatMap(({ deviceTree }) => deviceTree ?? []))
  );
  const distinct = new Map(all.map((sources) => [JSON.stringify(sources.map(({ file }) => file)), sources]));
  return [...distinct.values()].filter((sources) => sources.length > 0);
}

// src/cli/check-command.ts
async function checkCommand(args, host) {
  var _stack = [];
  try {
    const { suites } = readSuites(args, host);
    const signal = cancelOnSignals(host, () => void 0);
    const context = createProvisionContext({ progress: warningsTo(host), signal });
    const pool = __using(_stack, new ModelPool(host.installation.deviceHostProgram, lineRelayFrom(context)));
    const problems = [...await checkModels(suites, pool, signal), ...await checkTrees(suites, context)];
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
