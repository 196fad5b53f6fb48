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
  uploadPatienceMs,
  uploadResults
} from "../chunks/chunk-L5SMYXP5.mjs";
import "../chunks/chunk-4S2OLC23.mjs";
import "../chunks/chunk-C2UQJHXT.mjs";
import "../chunks/chunk-CNWRWPHS.mjs";
import "../chunks/chunk-HJ3IEM7Z.mjs";
import "../chunks/chunk-IOS3ICLA.mjs";
import "../chunks/chunk-2QBECAST.mjs";
import {
  reportRecord
} from "../chunks/chunk-WRYQWHVK.mjs";
import "../chunks/chunk-4HZS6R5G.mjs";
import "../chunks/chunk-UQ6O43U7.mjs";
import "../chunks/chunk-IMAHB5MA.mjs";
import {
  logReader,
  renderFinal
} from "../chunks/chunk-J3EUFVXW.mjs";
import "../chunks/chunk-DN5ZU4GS.mjs";
import {
  hasRecord
} from "../chunks/chunk-5YCLOZG5.mjs";
import "../chunks/chunk-ZXXUVHBG.mjs";
import "../chunks/chunk-AAY7WIKX.mjs";
import "../chunks/chunk-7N4AMPUF.mjs";
import "../chunks/chunk-QNI5LVWG.mjs";
import {
  hostStoreRoot
} from "../chunks/chunk-6DM3KHBY.mjs";
import "../chunks/chunk-RYUO4VQ2.mjs";
import "../chunks/chunk-3CHFBSJ4.mjs";
import "../chunks/chunk-UUOU5VDB.mjs";
import {
  AssetStore
} from "../chunks/chunk-QWZ6RNY4.mjs";
import "../chunks/chunk-UOT7TFTO.mjs";
import "../chunks/chunk-VCDNO2R4.mjs";
import "../chunks/chunk-FUPYKIWD.mjs";
import "../chunks/chunk-OVYL4UTN.mjs";
import "../chunks/chunk-EZPV5CM7.mjs";
import "../chunks/chunk-MY5CIAFD.mjs";
import "../chunks/chunk-TUULCL67.mjs";
import "../chunks/chunk-CAAXT2UB.mjs";
import "../chunks/chunk-WLYXCBTZ.mjs";
import "../chunks/chunk-B5V62VKM.mjs";
import "../chunks/chunk-C67V5NHE.mjs";
import "../chunks/chunk-3FZOQBE2.mjs";
import "../chunks/chunk-74PR4RLN.mjs";
import "../chunks/chunk-LWLXEWTS.mjs";
import "../chunks/chunk-BK7ZKQBN.mjs";
import "../chunks/chunk-LQRWZFRM.mjs";
import {
  package_default
} from "../chunks/chunk-KZLNRD6O.mjs";
import "../chunks/chunk-LOPOJU6Y.mjs";
import "../chunks/chunk-RDBTEXAQ.mjs";
import "../chunks/chunk-3ANDV6LO.mjs";
import "../chunks/chunk-YGUGVLQU.mjs";
import "../chunks/chunk-P7NKLADR.mjs";
import "../chunks/chunk-BY6RNE6R.mjs";
import "../chunks/chunk-HLYA65ZP.mjs";
import "../chunks/chunk-SXD6GIPV.mjs";
import "../chunks/chunk-3O3Q672X.mjs";
import "../chunks/chunk-YBAVCMHO.mjs";
import "../chunks/chunk-5QZBY7M7.mjs";
import "../chunks/chunk-YM5ARPLB.mjs";
import "../chunks/chunk-KLCLWRYS.mjs";
import "../chunks/chunk-V7KVKL45.mjs";
import "../chunks/chunk-UXFQQOYK.mjs";
import "../chunks/chunk-TBV7IG7K.mjs";
import "../chunks/chunk-MP4KCKVT.mjs";
import "../chunks/chunk-GEGC7X7J.mjs";
import "../chunks/chunk-SCEE63KM.mjs";
import "../chunks/chunk-VEV5XY66.mjs";
import "../chunks/chunk-OQY754ZX.mjs";
import "../chunks/chunk-KTFFVCLG.mjs";
import "../chunks/chunk-BGL2MGIU.mjs";
import "../chunks/chunk-LFGQZFD2.mjs";
import "../chunks/chunk-CG4EY3AM.mjs";
import "../chunks/chunk-4PORZPZM.mjs";
import "../chunks/chunk-R2N667XA.mjs";

// src/action/report-interrupted.ts
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
        patienceMs: uploadPatienceMs
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

// src/post.ts
var host = stepHost({ version: package_default.version, directory: import.meta.dirname });
await finishStep(host, cancelOnRunnerSignals());
