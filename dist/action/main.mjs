import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  cancelOnRunnerSignals,
  runStep,
  stepHost
} from "../chunks/chunk-OJVWPQBO.mjs";
import "../chunks/chunk-3ZA6JNMP.mjs";
import "../chunks/chunk-C5B2LF7S.mjs";
import "../chunks/chunk-NMPKGT22.mjs";
import "../chunks/chunk-FUWSEGKZ.mjs";
import "../chunks/chunk-JB563S6W.mjs";
import "../chunks/chunk-TWGLPJOC.mjs";
import "../chunks/chunk-3HANOF2H.mjs";
import "../chunks/chunk-TPKUGXYZ.mjs";
import "../chunks/chunk-J54K5DCC.mjs";
import "../chunks/chunk-NZNGLUHA.mjs";
import "../chunks/chunk-6A74OVPF.mjs";
import "../chunks/chunk-Y4WQWLPM.mjs";
import "../chunks/chunk-6ZZN6HEC.mjs";
import "../chunks/chunk-4TH4DUHO.mjs";
import "../chunks/chunk-LLYMXFPJ.mjs";
import "../chunks/chunk-AFF7EOVK.mjs";
import "../chunks/chunk-BEQFK3QR.mjs";
import "../chunks/chunk-EB7J6AJT.mjs";
import "../chunks/chunk-6SBDJZWC.mjs";
import "../chunks/chunk-H2GPPJBZ.mjs";
import "../chunks/chunk-IRCVH4P6.mjs";
import "../chunks/chunk-RPRBIONT.mjs";
import "../chunks/chunk-U2LNNYGN.mjs";
import "../chunks/chunk-52FCBMAZ.mjs";
import "../chunks/chunk-7ZH777M5.mjs";
import "../chunks/chunk-4ZUKQMHM.mjs";
import "../chunks/chunk-YAKF2QPZ.mjs";
import "../chunks/chunk-7BS4A6PL.mjs";
import "../chunks/chunk-BI2CKF3J.mjs";
import "../chunks/chunk-BDJ27EXF.mjs";
import {
  package_default
} from "../chunks/chunk-KMEHQ7KN.mjs";
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
import "../chunks/chunk-623U33G3.mjs";
import "../chunks/chunk-MYJT2ND3.mjs";
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
