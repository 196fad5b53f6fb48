import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  finalText
} from "./chunk-BO55WL2W.mjs";
import {
  reportRecord
} from "./chunk-VZ3XNEFQ.mjs";
import {
  hasRecord
} from "./chunk-LWVAITKD.mjs";

// src/job/report-killed-run.ts
function reportKilledRun(run, output) {
  const { outDirectory } = run;
  if (!hasRecord(outDirectory)) {
    output.warn("The job died before a test began. There are no results to report.");
    return void 0;
  }
  output.warn("The job died during its run. This report covers the tests that had ended.");
  const { results } = reportRecord({ directory: outDirectory, name: outDirectory, unwritten: [] }, (event) => {
    if (event.kind === "warning") output.warn(event.message);
  });
  output.text(finalText(results, run));
  return results;
}

export {
  reportKilledRun
};
