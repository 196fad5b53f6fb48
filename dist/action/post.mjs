import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  reportKilledRun
} from "../chunks/chunk-2PBUNUON.mjs";
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
} from "../chunks/chunk-CPJGXT6Z.mjs";
import "../chunks/chunk-WUOD2DBF.mjs";
import "../chunks/chunk-H6RYC4KI.mjs";
import "../chunks/chunk-CBW2OPXK.mjs";
import "../chunks/chunk-6PUYE7X6.mjs";
import "../chunks/chunk-IDIRYAVV.mjs";
import "../chunks/chunk-WDSGXLHX.mjs";
import "../chunks/chunk-QDQB2G4R.mjs";
import "../chunks/chunk-YIUSJZOK.mjs";
import "../chunks/chunk-SEQEV5PB.mjs";
import "../chunks/chunk-KH23TTGM.mjs";
import "../chunks/chunk-C653FVJ7.mjs";
import "../chunks/chunk-LLYMXFPJ.mjs";
import "../chunks/chunk-Z5NZGPBE.mjs";
import {
  hostStoreRoot
} from "../chunks/chunk-F4QQ65YG.mjs";
import "../chunks/chunk-V6QVYMDT.mjs";
import "../chunks/chunk-5M67AM6T.mjs";
import "../chunks/chunk-H2TMIXBC.mjs";
import "../chunks/chunk-MKDVNKDL.mjs";
import "../chunks/chunk-PK6VEPSI.mjs";
import "../chunks/chunk-HLYA65ZP.mjs";
import "../chunks/chunk-HAJ25JEO.mjs";
import "../chunks/chunk-T2I3TE57.mjs";
import "../chunks/chunk-TSI2CKU2.mjs";
import "../chunks/chunk-U3PELH3R.mjs";
import {
  package_default
} from "../chunks/chunk-BMVNY5HH.mjs";
import "../chunks/chunk-XLIQFCOD.mjs";
import "../chunks/chunk-QYEL2MFA.mjs";
import "../chunks/chunk-QP5YMBDG.mjs";
import "../chunks/chunk-CSV2R5HR.mjs";
import "../chunks/chunk-SKBP2LP6.mjs";
import "../chunks/chunk-DKSBWKUE.mjs";
import "../chunks/chunk-SRGFSDY6.mjs";
import "../chunks/chunk-CV4MAWGW.mjs";
import "../chunks/chunk-QCJNQUZU.mjs";
import "../chunks/chunk-MYDY7IW4.mjs";
import {
  AssetStore
} from "../chunks/chunk-G4I7SWEH.mjs";
import "../chunks/chunk-SHTDDZMR.mjs";
import "../chunks/chunk-CZYP53SI.mjs";
import "../chunks/chunk-FJTRCQN3.mjs";
import "../chunks/chunk-QG5PWIID.mjs";
import "../chunks/chunk-TN6WU2A4.mjs";
import "../chunks/chunk-QXPZKVKD.mjs";
import "../chunks/chunk-55UQDUV5.mjs";
import "../chunks/chunk-ZOCY7ZAN.mjs";
import "../chunks/chunk-KLTUR2PH.mjs";
import "../chunks/chunk-3V3CBYNY.mjs";
import "../chunks/chunk-UE56YTIM.mjs";
import "../chunks/chunk-NEL2SH4J.mjs";
import "../chunks/chunk-32GUS4K2.mjs";
import "../chunks/chunk-YA5OBRNA.mjs";
import "../chunks/chunk-RWGPPKF3.mjs";
import "../chunks/chunk-U2LNNYGN.mjs";
import "../chunks/chunk-42EG7RIT.mjs";
import "../chunks/chunk-IRPNDCYH.mjs";
import "../chunks/chunk-PNGENSD7.mjs";
import "../chunks/chunk-OY4GEF45.mjs";
import "../chunks/chunk-66T6BMJ4.mjs";
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
