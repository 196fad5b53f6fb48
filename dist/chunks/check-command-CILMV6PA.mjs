import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  problemText,
  readSuites
} from "./chunk-B3K3JO2L.mjs";
import {
  checkModels
} from "./chunk-MSD23RHV.mjs";
import "./chunk-LLEU7AI5.mjs";
import "./chunk-UUOU5VDB.mjs";
import "./chunk-NJDG2SWG.mjs";
import "./chunk-CCLZHWFD.mjs";
import "./chunk-BWDQSQA3.mjs";
import {
  UsageError
} from "./chunk-UUDNWT5W.mjs";
import "./chunk-L33IXZFW.mjs";
import "./chunk-MO2YFL3J.mjs";
import "./chunk-PWAELWCE.mjs";
import "./chunk-7XYTD5F5.mjs";
import "./chunk-EC7TNNSF.mjs";
import "./chunk-OAU2IF34.mjs";
import "./chunk-LFGQZFD2.mjs";
import "./chunk-R2N667XA.mjs";

// src/cli/check-command.ts
async function checkCommand(args, host) {
  const suites = readSuites(args, host);
  const problems = await checkModels(suites, host.deviceHostProgram);
  if (problems.length > 0) throw new UsageError(problemText(problems, host.cwd));
  for (const { name, tests } of suites) host.write(`${name}: ${tests.length} ${tests.length === 1 ? "test" : "tests"}, no problems
`);
  return 0;
}
export {
  checkCommand
};
