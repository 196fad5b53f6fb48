import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  readShellTarget,
  shellCommand
} from "./chunk-DIMCRGMT.mjs";
import "./chunk-MYFDDGVP.mjs";
import "./chunk-Q5F3EHG3.mjs";
import "./chunk-TPKUGXYZ.mjs";
import "./chunk-6A74OVPF.mjs";
import "./chunk-4TH4DUHO.mjs";
import "./chunk-LLYMXFPJ.mjs";
import "./chunk-AFF7EOVK.mjs";
import "./chunk-BEQFK3QR.mjs";
import "./chunk-EB7J6AJT.mjs";
import "./chunk-6SBDJZWC.mjs";
import "./chunk-H2GPPJBZ.mjs";
import "./chunk-IRCVH4P6.mjs";
import "./chunk-RPRBIONT.mjs";
import "./chunk-U2LNNYGN.mjs";
import "./chunk-52FCBMAZ.mjs";
import "./chunk-7ZH777M5.mjs";
import "./chunk-4ZUKQMHM.mjs";
import "./chunk-YAKF2QPZ.mjs";
import "./chunk-7BS4A6PL.mjs";
import "./chunk-BI2CKF3J.mjs";
import "./chunk-BDJ27EXF.mjs";
import "./chunk-QYEL2MFA.mjs";
import "./chunk-F2AMJPZZ.mjs";
import "./chunk-L664XDLE.mjs";
import "./chunk-S62TFZ3Q.mjs";
import "./chunk-LHAKCEVA.mjs";
import "./chunk-3SQTJB7E.mjs";
import "./chunk-F3BEZLZQ.mjs";
import "./chunk-HLYA65ZP.mjs";
import "./chunk-L4FURYEC.mjs";
import "./chunk-MYJT2ND3.mjs";
import "./chunk-YNHOY77G.mjs";
import "./chunk-OGP3N2U2.mjs";
import "./chunk-VASZRKJR.mjs";
import "./chunk-ZKCTBXWF.mjs";
import "./chunk-3ET4NWOZ.mjs";
import "./chunk-6JISIKFC.mjs";
import "./chunk-24KEYR4D.mjs";
import "./chunk-4NERI4SW.mjs";
import "./chunk-XXQDUHEU.mjs";
import "./chunk-4K3JF4DD.mjs";
import "./chunk-CV4MAWGW.mjs";
import "./chunk-L2Z4XR4T.mjs";
import "./chunk-PNGENSD7.mjs";
import "./chunk-ZOCY7ZAN.mjs";
import "./chunk-ECW3NRHC.mjs";
import "./chunk-STATPHJ4.mjs";
import "./chunk-R2N667XA.mjs";
export {
  readShellTarget,
  shellCommand
};
