import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  reportKilledRun
} from "../chunks/chunk-6IQRJZQO.mjs";
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
} from "../chunks/chunk-BM4KEUUC.mjs";
import "../chunks/chunk-H6RYC4KI.mjs";
import "../chunks/chunk-BO55WL2W.mjs";
import "../chunks/chunk-YBZ3GNAU.mjs";
import "../chunks/chunk-5EYMZHUK.mjs";
import "../chunks/chunk-AVLCZ2AS.mjs";
import "../chunks/chunk-Y42A6BDT.mjs";
import "../chunks/chunk-UH7ZL7Q2.mjs";
import "../chunks/chunk-4IFTEJWE.mjs";
import "../chunks/chunk-Z52ASNL3.mjs";
import "../chunks/chunk-P33J4D2E.mjs";
import "../chunks/chunk-VZ3XNEFQ.mjs";
import "../chunks/chunk-LLYMXFPJ.mjs";
import "../chunks/chunk-LWVAITKD.mjs";
import {
  hostStoreRoot
} from "../chunks/chunk-OK5UEABX.mjs";
import "../chunks/chunk-KNVQYPQ4.mjs";
import "../chunks/chunk-L7CP2ILC.mjs";
import "../chunks/chunk-RPYGVRGS.mjs";
import "../chunks/chunk-PL3PYU5L.mjs";
import "../chunks/chunk-4RYYH6E5.mjs";
import "../chunks/chunk-YZWTKSKI.mjs";
import "../chunks/chunk-HLYA65ZP.mjs";
import "../chunks/chunk-T6GTHSTU.mjs";
import "../chunks/chunk-XEAPOWKT.mjs";
import "../chunks/chunk-PP4HT45W.mjs";
import "../chunks/chunk-X6ZZKZRR.mjs";
import {
  package_default
} from "../chunks/chunk-5LXPU4R5.mjs";
import "../chunks/chunk-Y44SECUK.mjs";
import "../chunks/chunk-QYEL2MFA.mjs";
import "../chunks/chunk-AGUDLKZO.mjs";
import "../chunks/chunk-EFSC4T5S.mjs";
import "../chunks/chunk-PZIESEAT.mjs";
import "../chunks/chunk-FTZM3PQV.mjs";
import "../chunks/chunk-SOJWF4Z4.mjs";
import "../chunks/chunk-CV4MAWGW.mjs";
import "../chunks/chunk-PE3XEO2L.mjs";
import "../chunks/chunk-SX6AYEAE.mjs";
import {
  AssetStore
} from "../chunks/chunk-WABYQQ2Y.mjs";
import "../chunks/chunk-ZA4YE7YP.mjs";
import "../chunks/chunk-UQ27WKSB.mjs";
import "../chunks/chunk-Z5M3ZDMR.mjs";
import "../chunks/chunk-7ASZTMLB.mjs";
import "../chunks/chunk-WJUJR6MB.mjs";
import "../chunks/chunk-2JNJEXXK.mjs";
import "../chunks/chunk-OO2ITZZJ.mjs";
import "../chunks/chunk-NMLPZBC3.mjs";
import "../chunks/chunk-DZ5U262N.mjs";
import "../chunks/chunk-ZOCY7ZAN.mjs";
import "../chunks/chunk-BUN7IQEI.mjs";
import "../chunks/chunk-UTU2GXSA.mjs";
import "../chunks/chunk-SEYUDKAT.mjs";
import "../chunks/chunk-JB563S6W.mjs";
import "../chunks/chunk-GRJFLVWM.mjs";
import "../chunks/chunk-YT2C4MXR.mjs";
import "../chunks/chunk-SMWPJZE2.mjs";
import "../chunks/chunk-42EG7RIT.mjs";
import "../chunks/chunk-IRPNDCYH.mjs";
import "../chunks/chunk-PNGENSD7.mjs";
import "../chunks/chunk-PC3WFA6B.mjs";
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
