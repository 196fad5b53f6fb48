import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  reportKilledRun
} from "../chunks/chunk-NJO2ANAQ.mjs";
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
} from "../chunks/chunk-VOCCHWES.mjs";
import "../chunks/chunk-DKHTKWOD.mjs";
import "../chunks/chunk-H6RYC4KI.mjs";
import "../chunks/chunk-HNOIS5NL.mjs";
import "../chunks/chunk-4JBP3U42.mjs";
import "../chunks/chunk-KJ7MKVIE.mjs";
import "../chunks/chunk-DAIB3XBR.mjs";
import "../chunks/chunk-AALCTFRY.mjs";
import "../chunks/chunk-PVDGFEX7.mjs";
import "../chunks/chunk-BDYMLESF.mjs";
import "../chunks/chunk-P33J4D2E.mjs";
import "../chunks/chunk-GI4J4DFE.mjs";
import "../chunks/chunk-LLYMXFPJ.mjs";
import "../chunks/chunk-DJY7UOEN.mjs";
import {
  hostStoreRoot
} from "../chunks/chunk-3MIPW6LM.mjs";
import "../chunks/chunk-KNVQYPQ4.mjs";
import "../chunks/chunk-V6QVYMDT.mjs";
import "../chunks/chunk-GJGVNV2E.mjs";
import "../chunks/chunk-JZF3CTAP.mjs";
import "../chunks/chunk-TIQLIYA3.mjs";
import "../chunks/chunk-PK6VEPSI.mjs";
import "../chunks/chunk-HLYA65ZP.mjs";
import "../chunks/chunk-TVCQSB66.mjs";
import "../chunks/chunk-T2I3TE57.mjs";
import "../chunks/chunk-TS44JV3Y.mjs";
import "../chunks/chunk-APKFICTJ.mjs";
import {
  package_default
} from "../chunks/chunk-BMVNY5HH.mjs";
import "../chunks/chunk-Y44SECUK.mjs";
import "../chunks/chunk-QYEL2MFA.mjs";
import "../chunks/chunk-Y4FPGWM2.mjs";
import "../chunks/chunk-F7USHXZA.mjs";
import "../chunks/chunk-RPTY24U7.mjs";
import "../chunks/chunk-DKSBWKUE.mjs";
import "../chunks/chunk-SOJWF4Z4.mjs";
import "../chunks/chunk-CV4MAWGW.mjs";
import "../chunks/chunk-476XA43Z.mjs";
import "../chunks/chunk-MYDY7IW4.mjs";
import {
  AssetStore
} from "../chunks/chunk-ZTBVG3PO.mjs";
import "../chunks/chunk-4RU3GCCT.mjs";
import "../chunks/chunk-SRNC3GSI.mjs";
import "../chunks/chunk-Z5M3ZDMR.mjs";
import "../chunks/chunk-5AVZSXSO.mjs";
import "../chunks/chunk-LNOYAHRC.mjs";
import "../chunks/chunk-2JNJEXXK.mjs";
import "../chunks/chunk-OO2ITZZJ.mjs";
import "../chunks/chunk-NMLPZBC3.mjs";
import "../chunks/chunk-55UQDUV5.mjs";
import "../chunks/chunk-ZOCY7ZAN.mjs";
import "../chunks/chunk-KLTUR2PH.mjs";
import "../chunks/chunk-3V3CBYNY.mjs";
import "../chunks/chunk-UE56YTIM.mjs";
import "../chunks/chunk-SEYUDKAT.mjs";
import "../chunks/chunk-JB563S6W.mjs";
import "../chunks/chunk-GRJFLVWM.mjs";
import "../chunks/chunk-YT2C4MXR.mjs";
import "../chunks/chunk-SMWPJZE2.mjs";
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
