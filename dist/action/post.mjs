import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  reportKilledRun
} from "../chunks/chunk-LGPTI7GC.mjs";
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
} from "../chunks/chunk-HX4T752F.mjs";
import "../chunks/chunk-46UKKRDS.mjs";
import "../chunks/chunk-H6RYC4KI.mjs";
import "../chunks/chunk-JMGT3N5W.mjs";
import "../chunks/chunk-SAI5CSZU.mjs";
import "../chunks/chunk-QZMK5H7C.mjs";
import "../chunks/chunk-LMAHQ34L.mjs";
import "../chunks/chunk-7PCAW6XF.mjs";
import "../chunks/chunk-GYWIRAJO.mjs";
import "../chunks/chunk-RKEOHEZK.mjs";
import "../chunks/chunk-GIT2XBE2.mjs";
import "../chunks/chunk-J4ELMKWT.mjs";
import "../chunks/chunk-LLYMXFPJ.mjs";
import "../chunks/chunk-T65C6L3W.mjs";
import {
  hostStoreRoot
} from "../chunks/chunk-FOG73TM4.mjs";
import "../chunks/chunk-NVBIVCG5.mjs";
import "../chunks/chunk-V6QVYMDT.mjs";
import "../chunks/chunk-YA4BDXDT.mjs";
import "../chunks/chunk-3B6P5HT3.mjs";
import "../chunks/chunk-FEUI54CN.mjs";
import "../chunks/chunk-PK6VEPSI.mjs";
import "../chunks/chunk-HLYA65ZP.mjs";
import "../chunks/chunk-V3MAHR6H.mjs";
import "../chunks/chunk-T2I3TE57.mjs";
import "../chunks/chunk-HBPWLCAE.mjs";
import {
  package_default
} from "../chunks/chunk-BMVNY5HH.mjs";
import "../chunks/chunk-XLIQFCOD.mjs";
import "../chunks/chunk-QYEL2MFA.mjs";
import "../chunks/chunk-FOXTAY7A.mjs";
import "../chunks/chunk-GI2TO4WQ.mjs";
import "../chunks/chunk-6Q5IN44C.mjs";
import "../chunks/chunk-JGZQTAEA.mjs";
import "../chunks/chunk-43WI7UBL.mjs";
import "../chunks/chunk-Z3ITJCMR.mjs";
import "../chunks/chunk-FL7DHPNZ.mjs";
import "../chunks/chunk-KK7JZIMJ.mjs";
import {
  AssetStore
} from "../chunks/chunk-FENBZ42U.mjs";
import "../chunks/chunk-BDOVBJD2.mjs";
import "../chunks/chunk-XY42UZ25.mjs";
import "../chunks/chunk-2C35U6OZ.mjs";
import "../chunks/chunk-OO2ITZZJ.mjs";
import "../chunks/chunk-NMLPZBC3.mjs";
import "../chunks/chunk-P5IEHZ2D.mjs";
import "../chunks/chunk-ZOCY7ZAN.mjs";
import "../chunks/chunk-KLTUR2PH.mjs";
import "../chunks/chunk-3V3CBYNY.mjs";
import "../chunks/chunk-Z52LW6BK.mjs";
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
