import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  StepWarnings,
  artifactAddress,
  cacheHost,
  cancelOnRunnerSignals,
  makePlan,
  parseState,
  readInputs,
  reportResults,
  saveToCache,
  stateName,
  stepHost,
  uploadGracePeriodMs,
  uploadResults
} from "../chunks/chunk-B3HZMAIN.mjs";
import "../chunks/chunk-A57P5IYR.mjs";
import "../chunks/chunk-JLUHHZDN.mjs";
import "../chunks/chunk-CHYPOQXW.mjs";
import "../chunks/chunk-2NSDY4FW.mjs";
import "../chunks/chunk-JB563S6W.mjs";
import "../chunks/chunk-TWGLPJOC.mjs";
import "../chunks/chunk-6RJEOJXD.mjs";
import "../chunks/chunk-S6HPMQN3.mjs";
import "../chunks/chunk-NHS3PDMN.mjs";
import {
  logReader,
  renderFinal,
  reportRecord
} from "../chunks/chunk-D6NB4PEQ.mjs";
import "../chunks/chunk-62ZYP4QI.mjs";
import {
  hasRecord
} from "../chunks/chunk-MLYYM3DR.mjs";
import "../chunks/chunk-4ERXINGJ.mjs";
import "../chunks/chunk-SX6RZBWL.mjs";
import "../chunks/chunk-LLYMXFPJ.mjs";
import "../chunks/chunk-6AMDTF65.mjs";
import {
  hostStoreRoot
} from "../chunks/chunk-CLLLEQPJ.mjs";
import "../chunks/chunk-FYDEPKFN.mjs";
import "../chunks/chunk-QCCLME2R.mjs";
import {
  AssetStore
} from "../chunks/chunk-WXIWISYZ.mjs";
import "../chunks/chunk-HC2HJNXW.mjs";
import "../chunks/chunk-H3I433UH.mjs";
import "../chunks/chunk-U2LNNYGN.mjs";
import "../chunks/chunk-S5GG2IC3.mjs";
import "../chunks/chunk-FBGR25Y5.mjs";
import "../chunks/chunk-JS5NFNJV.mjs";
import "../chunks/chunk-YAKF2QPZ.mjs";
import "../chunks/chunk-DC7FZJX5.mjs";
import "../chunks/chunk-GW3KOSYU.mjs";
import "../chunks/chunk-BDJ27EXF.mjs";
import {
  package_default
} from "../chunks/chunk-BCAQRKLC.mjs";
import "../chunks/chunk-JE7DW4WU.mjs";
import "../chunks/chunk-F2AMJPZZ.mjs";
import "../chunks/chunk-L664XDLE.mjs";
import "../chunks/chunk-ME6GYUW5.mjs";
import "../chunks/chunk-PEZSLER4.mjs";
import "../chunks/chunk-IZCT2OWA.mjs";
import "../chunks/chunk-GOO27SAS.mjs";
import "../chunks/chunk-F3BEZLZQ.mjs";
import "../chunks/chunk-HLYA65ZP.mjs";
import "../chunks/chunk-KUXDDXUL.mjs";
import "../chunks/chunk-HTNQB4FX.mjs";
import "../chunks/chunk-MUMNHH5Q.mjs";
import "../chunks/chunk-2XDF6ZYF.mjs";
import "../chunks/chunk-O3BFIY6O.mjs";
import "../chunks/chunk-HGFEME7W.mjs";
import "../chunks/chunk-7TDX4BK4.mjs";
import "../chunks/chunk-SZU3HCXJ.mjs";
import "../chunks/chunk-MGCEODHU.mjs";
import "../chunks/chunk-4VOBW4F5.mjs";
import "../chunks/chunk-24KEYR4D.mjs";
import "../chunks/chunk-4NERI4SW.mjs";
import "../chunks/chunk-V4ERITS4.mjs";
import "../chunks/chunk-BG5MEEMU.mjs";
import "../chunks/chunk-CV4MAWGW.mjs";
import "../chunks/chunk-L2Z4XR4T.mjs";
import "../chunks/chunk-PNGENSD7.mjs";
import "../chunks/chunk-ZOCY7ZAN.mjs";
import "../chunks/chunk-IMACQRHJ.mjs";
import "../chunks/chunk-CG4EY3AM.mjs";
import "../chunks/chunk-37LICBCB.mjs";
import "../chunks/chunk-R2N667XA.mjs";

// src/action/finish-step.ts
async function finishStep(host2, signal) {
  const warnings = new StepWarnings(host2.log);
  try {
    const state = parseState(host2.variable(`STATE_${stateName}`), warnings.add);
    if (state?.unreported !== void 0) await reportInterrupted(state.unreported, host2, warnings, signal);
    if (state?.upload !== void 0) {
      const uploaded = await uploadResults(state.upload, {
        script: host2.workers.artifact,
        env: host2.services,
        signal,
        warn: warnings.add,
        gracePeriodMs: uploadGracePeriodMs
      });
      if (uploaded !== void 0)
        host2.log.text(`results: artifact ${uploaded.name}, ${artifactAddress(uploaded.id, host2.variable)}`);
    }
    if (state?.cache !== void 0)
      await saveToCache(state.cache, cacheHost(host2, new AssetStore(hostStoreRoot()), warnings, signal));
  } catch (error) {
    warnings.add(
      `The step's clean-up went wrong: ${error instanceof Error ? error.stack ?? error.message : String(error)}`
    );
  } finally {
    host2.log.close();
  }
}
var columns = 120;
async function reportInterrupted(outDirectory, host2, warnings, signal) {
  if (!hasRecord(outDirectory)) {
    warnings.add("The step died before a test began: there is nothing to report.");
    return;
  }
  warnings.add("The step died during its run. What was known by then is reported here.");
  const place = { directory: outDirectory, name: outDirectory, unwritten: [] };
  const { results } = reportRecord(place, (event) => {
    if (event.kind === "warning") warnings.add(event.message);
  });
  host2.log.text(
    renderFinal(results, { color: true, columns, resultsDirectory: outDirectory, readLog: logReader(outDirectory) })
  );
  const inputs = readInputs(host2.inputs);
  await reportResults({ ...makePlan(inputs, host2), inputs, results, outDirectory, warnings, signal }, host2);
}

// src/post.ts
var host = stepHost({ version: package_default.version, directory: import.meta.dirname });
await finishStep(host, cancelOnRunnerSignals());
