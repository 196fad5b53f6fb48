import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  cancelOnRunnerSignals,
  runStep,
  stepHost
} from "../chunks/chunk-4YRGDAGW.mjs";
import "../chunks/chunk-VGU76PCV.mjs";
import "../chunks/chunk-W5MFMFNL.mjs";
import "../chunks/chunk-S5KL6XZC.mjs";
import "../chunks/chunk-FUWSEGKZ.mjs";
import "../chunks/chunk-JB563S6W.mjs";
import "../chunks/chunk-TWGLPJOC.mjs";
import "../chunks/chunk-M4XTKB5L.mjs";
import "../chunks/chunk-CG5LNRBH.mjs";
import "../chunks/chunk-OJ32XT3L.mjs";
import "../chunks/chunk-4ZQ4MC5L.mjs";
import "../chunks/chunk-TUZIDKBI.mjs";
import "../chunks/chunk-LLGNG6YW.mjs";
import "../chunks/chunk-G5AZ2SV2.mjs";
import "../chunks/chunk-OIQNDZ6P.mjs";
import "../chunks/chunk-LLYMXFPJ.mjs";
import "../chunks/chunk-AFF7EOVK.mjs";
import "../chunks/chunk-7C62SP3J.mjs";
import "../chunks/chunk-EB7J6AJT.mjs";
import "../chunks/chunk-6SBDJZWC.mjs";
import "../chunks/chunk-3U7SA62H.mjs";
import "../chunks/chunk-IRCVH4P6.mjs";
import "../chunks/chunk-RPRBIONT.mjs";
import "../chunks/chunk-U2LNNYGN.mjs";
import "../chunks/chunk-U3QXYCEN.mjs";
import "../chunks/chunk-54FEXWFO.mjs";
import "../chunks/chunk-BXNL2SBR.mjs";
import "../chunks/chunk-YAKF2QPZ.mjs";
import "../chunks/chunk-ADR2244B.mjs";
import "../chunks/chunk-BD2LEHZD.mjs";
import "../chunks/chunk-BDJ27EXF.mjs";
import {
  package_default
} from "../chunks/chunk-BCAQRKLC.mjs";
import "../chunks/chunk-QYEL2MFA.mjs";
import "../chunks/chunk-F2AMJPZZ.mjs";
import "../chunks/chunk-L664XDLE.mjs";
import "../chunks/chunk-S62TFZ3Q.mjs";
import "../chunks/chunk-LHAKCEVA.mjs";
import "../chunks/chunk-3SQTJB7E.mjs";
import "../chunks/chunk-GOO27SAS.mjs";
import "../chunks/chunk-F3BEZLZQ.mjs";
import "../chunks/chunk-HLYA65ZP.mjs";
import "../chunks/chunk-L4FURYEC.mjs";
import "../chunks/chunk-QX3DAFN4.mjs";
import "../chunks/chunk-GSFFCCK2.mjs";
import "../chunks/chunk-PZVFUNXK.mjs";
import "../chunks/chunk-YNHOY77G.mjs";
import "../chunks/chunk-OGP3N2U2.mjs";
import "../chunks/chunk-VASZRKJR.mjs";
import "../chunks/chunk-ZKCTBXWF.mjs";
import "../chunks/chunk-3ET4NWOZ.mjs";
import "../chunks/chunk-6JISIKFC.mjs";
import "../chunks/chunk-24KEYR4D.mjs";
import "../chunks/chunk-4NERI4SW.mjs";
import "../chunks/chunk-XXQDUHEU.mjs";
import "../chunks/chunk-4K3JF4DD.mjs";
import "../chunks/chunk-CV4MAWGW.mjs";
import "../chunks/chunk-L2Z4XR4T.mjs";
import "../chunks/chunk-PNGENSD7.mjs";
import "../chunks/chunk-ZOCY7ZAN.mjs";
import "../chunks/chunk-ECW3NRHC.mjs";
import "../chunks/chunk-4ZGFQWUM.mjs";
import "../chunks/chunk-STATPHJ4.mjs";
import "../chunks/chunk-R2N667XA.mjs";

// src/action.ts
var host = stepHost({ version: package_default.version, directory: import.meta.dirname });
process.exitCode = await runStep(host, cancelOnRunnerSignals());
