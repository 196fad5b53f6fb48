import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  readShellTarget,
  shellCommand
} from "./chunk-H53MHSKV.mjs";
import "./chunk-47EECCM6.mjs";
import "./chunk-5MSEC272.mjs";
import "./chunk-TXHZB2O7.mjs";
import "./chunk-CKX5OS3C.mjs";
import "./chunk-TBGMJTBH.mjs";
import "./chunk-LLYMXFPJ.mjs";
import "./chunk-NB437NA3.mjs";
import "./chunk-YAZODTOJ.mjs";
import "./chunk-34WK232U.mjs";
import "./chunk-XFDUTJQO.mjs";
import "./chunk-HOWKW3V5.mjs";
import "./chunk-W3AQBFJR.mjs";
import "./chunk-QCCLME2R.mjs";
import "./chunk-C67KB5QY.mjs";
import "./chunk-SMNQLJ77.mjs";
import "./chunk-JWWMP6TB.mjs";
import "./chunk-U2LNNYGN.mjs";
import "./chunk-XSXPQMAN.mjs";
import "./chunk-H2APEFKJ.mjs";
import "./chunk-LVLMOCUE.mjs";
import "./chunk-QWCJESFR.mjs";
import "./chunk-VYNQ2PIG.mjs";
import "./chunk-HNXBVB67.mjs";
import "./chunk-OMGNMJPB.mjs";
import "./chunk-5NQF2QDM.mjs";
import "./chunk-JE7DW4WU.mjs";
import "./chunk-F2AMJPZZ.mjs";
import "./chunk-L664XDLE.mjs";
import "./chunk-OHIRDSH4.mjs";
import "./chunk-TD2YEB3R.mjs";
import "./chunk-BK7ZKQBN.mjs";
import "./chunk-GRLCVFXK.mjs";
import "./chunk-F3BEZLZQ.mjs";
import "./chunk-HLYA65ZP.mjs";
import "./chunk-KUXDDXUL.mjs";
import "./chunk-X2PICONK.mjs";
import "./chunk-O3BFIY6O.mjs";
import "./chunk-POAFZQYO.mjs";
import "./chunk-RDL5OD3F.mjs";
import "./chunk-SZU3HCXJ.mjs";
import "./chunk-MGCEODHU.mjs";
import "./chunk-QROGUTYL.mjs";
import "./chunk-V4ERITS4.mjs";
import "./chunk-FZIWA45V.mjs";
import "./chunk-JG4JISMR.mjs";
import "./chunk-4NERI4SW.mjs";
import "./chunk-L2Z4XR4T.mjs";
import "./chunk-PNGENSD7.mjs";
import "./chunk-IMACQRHJ.mjs";
import "./chunk-37LICBCB.mjs";
import "./chunk-R2N667XA.mjs";
export {
  readShellTarget,
  shellCommand
};
