import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  readShellTarget,
  shellCommand
} from "./chunk-J6TL77OK.mjs";
import "./chunk-CB7VWVEP.mjs";
import "./chunk-F6IV2NMJ.mjs";
import "./chunk-XVBDCBSD.mjs";
import "./chunk-N5H5BETU.mjs";
import "./chunk-TIZXJKML.mjs";
import "./chunk-LLYMXFPJ.mjs";
import "./chunk-34WK232U.mjs";
import "./chunk-GNHCZS7H.mjs";
import "./chunk-ZKFBEZXU.mjs";
import "./chunk-QCCLME2R.mjs";
import "./chunk-SRBM5A4H.mjs";
import "./chunk-HC2HJNXW.mjs";
import "./chunk-H3I433UH.mjs";
import "./chunk-U2LNNYGN.mjs";
import "./chunk-GCA3H5EJ.mjs";
import "./chunk-CVZNGOEO.mjs";
import "./chunk-LGTA3Z2J.mjs";
import "./chunk-AGXE76LD.mjs";
import "./chunk-Q2WMKSFD.mjs";
import "./chunk-OMGNMJPB.mjs";
import "./chunk-CLE55MPA.mjs";
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
