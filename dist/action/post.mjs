import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  reportKilledRun
} from "../chunks/chunk-IWOZD7A4.mjs";
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
} from "../chunks/chunk-TH2SHB6T.mjs";
import "../chunks/chunk-JWYKTTJH.mjs";
import "../chunks/chunk-2ZS2QUYW.mjs";
import "../chunks/chunk-PIRTO4LT.mjs";
import "../chunks/chunk-OXHPLB3T.mjs";
import "../chunks/chunk-FUWSEGKZ.mjs";
import "../chunks/chunk-JB563S6W.mjs";
import "../chunks/chunk-5TDOIVM4.mjs";
import "../chunks/chunk-RWGPPKF3.mjs";
import "../chunks/chunk-4WVYUHJQ.mjs";
import "../chunks/chunk-DOSLJNQS.mjs";
import "../chunks/chunk-QVBAHAR2.mjs";
import "../chunks/chunk-TLPQH62J.mjs";
import "../chunks/chunk-RWZHS4TK.mjs";
import "../chunks/chunk-LLYMXFPJ.mjs";
import {
  hostStoreRoot
} from "../chunks/chunk-ABA5X5BY.mjs";
import "../chunks/chunk-7ACBYE7Y.mjs";
import "../chunks/chunk-MMJZXIOY.mjs";
import "../chunks/chunk-EHHXR7MV.mjs";
import "../chunks/chunk-H7VB4FMN.mjs";
import "../chunks/chunk-YFROGLQM.mjs";
import "../chunks/chunk-YTWL5IFB.mjs";
import "../chunks/chunk-ZGLQIM6W.mjs";
import "../chunks/chunk-Z4MY4UNO.mjs";
import "../chunks/chunk-FEUI54CN.mjs";
import "../chunks/chunk-56PU4Y4X.mjs";
import {
  AssetStore
} from "../chunks/chunk-BHP33WRS.mjs";
import "../chunks/chunk-Z5M3ZDMR.mjs";
import "../chunks/chunk-OJVNGN6R.mjs";
import "../chunks/chunk-XFDUTJQO.mjs";
import "../chunks/chunk-BQTMZKTG.mjs";
import "../chunks/chunk-NFB3NNVB.mjs";
import "../chunks/chunk-G7Y3NBSV.mjs";
import "../chunks/chunk-533ISHDF.mjs";
import "../chunks/chunk-RPRBIONT.mjs";
import "../chunks/chunk-U2LNNYGN.mjs";
import "../chunks/chunk-42EG7RIT.mjs";
import {
  package_default
} from "../chunks/chunk-2AVM4EYO.mjs";
import "../chunks/chunk-U34IQWRI.mjs";
import "../chunks/chunk-QYEL2MFA.mjs";
import "../chunks/chunk-F2AMJPZZ.mjs";
import "../chunks/chunk-ORRRUZN6.mjs";
import "../chunks/chunk-QVRXA3M7.mjs";
import "../chunks/chunk-GO5KNIBB.mjs";
import "../chunks/chunk-3NC5PDVW.mjs";
import "../chunks/chunk-DUAYWCTV.mjs";
import "../chunks/chunk-HLYA65ZP.mjs";
import "../chunks/chunk-L4FURYEC.mjs";
import "../chunks/chunk-RIMQFIWY.mjs";
import "../chunks/chunk-A2YSBGWX.mjs";
import "../chunks/chunk-NX465CFI.mjs";
import "../chunks/chunk-ROFPOSIT.mjs";
import "../chunks/chunk-43WI7UBL.mjs";
import "../chunks/chunk-ZZYZID6W.mjs";
import "../chunks/chunk-OM7EFJQV.mjs";
import "../chunks/chunk-3V3CBYNY.mjs";
import "../chunks/chunk-IRPNDCYH.mjs";
import "../chunks/chunk-KXKTA7HN.mjs";
import "../chunks/chunk-4K3JF4DD.mjs";
import "../chunks/chunk-CV4MAWGW.mjs";
import "../chunks/chunk-ZOCY7ZAN.mjs";
import "../chunks/chunk-PNGENSD7.mjs";
import "../chunks/chunk-L2Z4XR4T.mjs";
import "../chunks/chunk-BLSDMNQH.mjs";
import "../chunks/chunk-4ZGFQWUM.mjs";
import "../chunks/chunk-VQ6UBOWN.mjs";
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
