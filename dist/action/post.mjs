import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  reportKilledRun
} from "../chunks/chunk-G32RBIFU.mjs";
import {
  StepWarnings,
  artifactAddress,
  cacheHost,
  cancelOnRunnerSignals,
  makePlan,
  outputOf,
  parseState,
  readInputs,
  reportResults,
  saveToCache,
  stateName,
  stepHost,
  uploadGracePeriodMs,
  uploadResults
} from "../chunks/chunk-7GXFEXA5.mjs";
import "../chunks/chunk-7STR4JHB.mjs";
import "../chunks/chunk-H6RYC4KI.mjs";
import "../chunks/chunk-JGLAPMRS.mjs";
import "../chunks/chunk-U6VVYMQE.mjs";
import "../chunks/chunk-THSDO7DG.mjs";
import "../chunks/chunk-7OIMZIVN.mjs";
import "../chunks/chunk-GUA4IVZP.mjs";
import "../chunks/chunk-EPE4FO26.mjs";
import "../chunks/chunk-CJV4HZRA.mjs";
import "../chunks/chunk-GIT2XBE2.mjs";
import "../chunks/chunk-WSPQ2BDP.mjs";
import "../chunks/chunk-LLYMXFPJ.mjs";
import "../chunks/chunk-WMDFSDPT.mjs";
import {
  hostStoreRoot
} from "../chunks/chunk-XGFQLC73.mjs";
import "../chunks/chunk-NVBIVCG5.mjs";
import "../chunks/chunk-V6QVYMDT.mjs";
import "../chunks/chunk-ZTRBTY2K.mjs";
import "../chunks/chunk-DA453JI4.mjs";
import "../chunks/chunk-FEUI54CN.mjs";
import "../chunks/chunk-PK6VEPSI.mjs";
import "../chunks/chunk-HLYA65ZP.mjs";
import "../chunks/chunk-QXS2J4PZ.mjs";
import "../chunks/chunk-T2I3TE57.mjs";
import "../chunks/chunk-2UVFISCW.mjs";
import {
  package_default
} from "../chunks/chunk-BMVNY5HH.mjs";
import "../chunks/chunk-XLIQFCOD.mjs";
import "../chunks/chunk-QYEL2MFA.mjs";
import "../chunks/chunk-ECEBIEQ2.mjs";
import "../chunks/chunk-4EUVECK7.mjs";
import "../chunks/chunk-6QBK7Y33.mjs";
import "../chunks/chunk-JGZQTAEA.mjs";
import "../chunks/chunk-43WI7UBL.mjs";
import "../chunks/chunk-Z3ITJCMR.mjs";
import "../chunks/chunk-V4LV7SR7.mjs";
import "../chunks/chunk-XHUUVENG.mjs";
import {
  AssetStore
} from "../chunks/chunk-7YCMIKE2.mjs";
import "../chunks/chunk-ORILD5XJ.mjs";
import "../chunks/chunk-2I2LEN5D.mjs";
import "../chunks/chunk-2C35U6OZ.mjs";
import "../chunks/chunk-OO2ITZZJ.mjs";
import "../chunks/chunk-NMLPZBC3.mjs";
import "../chunks/chunk-SSRYNI4W.mjs";
import "../chunks/chunk-ZOCY7ZAN.mjs";
import "../chunks/chunk-KLTUR2PH.mjs";
import "../chunks/chunk-3V3CBYNY.mjs";
import "../chunks/chunk-NMISTXWY.mjs";
import "../chunks/chunk-SEYUDKAT.mjs";
import "../chunks/chunk-JB563S6W.mjs";
import "../chunks/chunk-GRJFLVWM.mjs";
import "../chunks/chunk-RWGPPKF3.mjs";
import "../chunks/chunk-U2LNNYGN.mjs";
import "../chunks/chunk-42EG7RIT.mjs";
import "../chunks/chunk-IRPNDCYH.mjs";
import "../chunks/chunk-PNGENSD7.mjs";
import "../chunks/chunk-OY4GEF45.mjs";
import "../chunks/chunk-XFDUTJQO.mjs";
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
      `The step's clean-up failed: ${error instanceof Error ? error.stack ?? error.message : String(error)}`
    );
  } finally {
    host2.log.close();
  }
}
async function reportInterrupted(outDirectory, host2, warnings, signal) {
  const results = reportKilledRun({ outDirectory, workspace: host2.workspace }, outputOf({ warnings }, host2));
  if (results === void 0) return;
  const inputs = readInputs(host2.inputs);
  await reportResults({ ...makePlan(inputs, host2), inputs, results, outDirectory, warnings, signal }, host2);
}

// src/post.ts
var host = stepHost({ version: package_default.version, directory: import.meta.dirname });
await finishStep(host, cancelOnRunnerSignals());
