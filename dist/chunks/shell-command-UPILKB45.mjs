import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  readShellTarget,
  shellCommand
} from "./chunk-PXDTHM6Q.mjs";
import "./chunk-4XRMDO4R.mjs";
import "./chunk-3J6NR7B7.mjs";
import "./chunk-7SPEBMTG.mjs";
import "./chunk-HM5BLERU.mjs";
import "./chunk-G2GPBQ5R.mjs";
import "./chunk-LLYMXFPJ.mjs";
import "./chunk-34WK232U.mjs";
import "./chunk-CSA3EJ5K.mjs";
import "./chunk-W3AQBFJR.mjs";
import "./chunk-QCCLME2R.mjs";
import "./chunk-CZK2GULP.mjs";
import "./chunk-HC2HJNXW.mjs";
import "./chunk-H3I433UH.mjs";
import "./chunk-U2LNNYGN.mjs";
import "./chunk-WH2GKXIC.mjs";
import "./chunk-LY6D5I7W.mjs";
import "./chunk-LGTA3Z2J.mjs";
import "./chunk-VYNQ2PIG.mjs";
import "./chunk-OYXKFDOX.mjs";
import "./chunk-OMGNMJPB.mjs";
import "./chunk-5NQF2QDM.mjs";
import "./chunk-JE7DW4WU.mjs";
import "./chunk-F2AMJPZZ.mjs";
import "./chunk-L664XDLE.mjs";
import "./chunk-OHIRDSH4.mjs";
import "./chunk-IOEXVWI5.mjs";
import "./chunk-IZCT2OWA.mjs";
import "./chunk-F3BEZLZQ.mjs";
import "./chunk-HLYA65ZP.mjs";
import "./chunk-KUXDDXUL.mjs";
import "./chunk-MUMNHH5Q.mjs";
import "./chunk-O3BFIY6O.mjs";
import "./chunk-XAP76M4K.mjs";
import "./chunk-7TDX4BK4.mjs";
import "./chunk-SZU3HCXJ.mjs";
import "./chunk-MGCEODHU.mjs";
import "./chunk-4VOBW4F5.mjs";
import "./chunk-JG4JISMR.mjs";
import "./chunk-4NERI4SW.mjs";
import "./chunk-V4ERITS4.mjs";
import "./chunk-BG5MEEMU.mjs";
import "./chunk-L2Z4XR4T.mjs";
import "./chunk-PNGENSD7.mjs";
import "./chunk-ZOCY7ZAN.mjs";
import "./chunk-IMACQRHJ.mjs";
import "./chunk-37LICBCB.mjs";
import "./chunk-R2N667XA.mjs";
export {
  readShellTarget,
  shellCommand
};
