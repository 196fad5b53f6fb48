import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  cancelOnRunnerSignals,
  runStep,
  stepHost
} from "../chunks/chunk-4OS5JXSH.mjs";
import "../chunks/chunk-KWVM6RX7.mjs";
import "../chunks/chunk-JVQXNKLL.mjs";
import "../chunks/chunk-THDU4JWK.mjs";
import "../chunks/chunk-DQTZ2ATK.mjs";
import "../chunks/chunk-54VHLGQU.mjs";
import "../chunks/chunk-53WH6TQ7.mjs";
import "../chunks/chunk-TXHZB2O7.mjs";
import "../chunks/chunk-IGDCYEJY.mjs";
import "../chunks/chunk-OBUH5W5J.mjs";
import "../chunks/chunk-CKX5OS3C.mjs";
import "../chunks/chunk-34Y7ZYMJ.mjs";
import "../chunks/chunk-ZSDELYXX.mjs";
import "../chunks/chunk-TBGMJTBH.mjs";
import "../chunks/chunk-LLYMXFPJ.mjs";
import "../chunks/chunk-NB437NA3.mjs";
import "../chunks/chunk-YAZODTOJ.mjs";
import "../chunks/chunk-34WK232U.mjs";
import "../chunks/chunk-XFDUTJQO.mjs";
import "../chunks/chunk-HOWKW3V5.mjs";
import "../chunks/chunk-W3AQBFJR.mjs";
import "../chunks/chunk-QCCLME2R.mjs";
import "../chunks/chunk-C67KB5QY.mjs";
import "../chunks/chunk-SMNQLJ77.mjs";
import "../chunks/chunk-JWWMP6TB.mjs";
import "../chunks/chunk-U2LNNYGN.mjs";
import "../chunks/chunk-XSXPQMAN.mjs";
import "../chunks/chunk-H2APEFKJ.mjs";
import "../chunks/chunk-LVLMOCUE.mjs";
import "../chunks/chunk-QWCJESFR.mjs";
import "../chunks/chunk-VYNQ2PIG.mjs";
import "../chunks/chunk-HNXBVB67.mjs";
import "../chunks/chunk-OMGNMJPB.mjs";
import "../chunks/chunk-5NQF2QDM.mjs";
import {
  package_default
} from "../chunks/chunk-DXYMOFZO.mjs";
import "../chunks/chunk-JE7DW4WU.mjs";
import "../chunks/chunk-F2AMJPZZ.mjs";
import "../chunks/chunk-L664XDLE.mjs";
import "../chunks/chunk-OHIRDSH4.mjs";
import "../chunks/chunk-TD2YEB3R.mjs";
import "../chunks/chunk-BK7ZKQBN.mjs";
import "../chunks/chunk-GRLCVFXK.mjs";
import "../chunks/chunk-GOO27SAS.mjs";
import "../chunks/chunk-F3BEZLZQ.mjs";
import "../chunks/chunk-HLYA65ZP.mjs";
import "../chunks/chunk-KUXDDXUL.mjs";
import "../chunks/chunk-E5AFQH4W.mjs";
import "../chunks/chunk-X2PICONK.mjs";
import "../chunks/chunk-2XDF6ZYF.mjs";
import "../chunks/chunk-O3BFIY6O.mjs";
import "../chunks/chunk-POAFZQYO.mjs";
import "../chunks/chunk-RDL5OD3F.mjs";
import "../chunks/chunk-SZU3HCXJ.mjs";
import "../chunks/chunk-MGCEODHU.mjs";
import "../chunks/chunk-QROGUTYL.mjs";
import "../chunks/chunk-V4ERITS4.mjs";
import "../chunks/chunk-FZIWA45V.mjs";
import "../chunks/chunk-JG4JISMR.mjs";
import "../chunks/chunk-4NERI4SW.mjs";
import "../chunks/chunk-L2Z4XR4T.mjs";
import "../chunks/chunk-PNGENSD7.mjs";
import "../chunks/chunk-IMACQRHJ.mjs";
import "../chunks/chunk-CG4EY3AM.mjs";
import "../chunks/chunk-37LICBCB.mjs";
import "../chunks/chunk-R2N667XA.mjs";

// src/action.ts
var host = stepHost({ version: package_default.version, directory: import.meta.dirname });
process.exitCode = await runStep(host, cancelOnRunnerSignals());
