import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  openShellOn,
  readShellTarget,
  shellCommand
} from "./chunk-7BQU5PEZ.mjs";
import "./chunk-QQNZFBHG.mjs";
import "./chunk-3PKQ5DRY.mjs";
import "./chunk-R7UP6N5B.mjs";
import "./chunk-5ED3XS4S.mjs";
import "./chunk-JHL2WTEB.mjs";
import "./chunk-TOZ3FBKX.mjs";
import "./chunk-HK4UXJTP.mjs";
import "./chunk-ZTQRHOJU.mjs";
import "./chunk-L6EZNR73.mjs";
import "./chunk-HK4VIP5D.mjs";
import "./chunk-UEAS6HW2.mjs";
import "./chunk-BDEXAF6M.mjs";
import "./chunk-KSFY5GB7.mjs";
import "./chunk-PZH5TEIE.mjs";
import "./chunk-LLYMXFPJ.mjs";
import "./chunk-XPDS4SWJ.mjs";
import "./chunk-ZGLQIM6W.mjs";
import "./chunk-QSTLWCSC.mjs";
import "./chunk-45LA6SC3.mjs";
import "./chunk-Z5M3ZDMR.mjs";
import "./chunk-P5EXWXRB.mjs";
import "./chunk-LN532BCO.mjs";
import "./chunk-BQTMZKTG.mjs";
import "./chunk-7WZ4IL4U.mjs";
import "./chunk-Z5L6BLYB.mjs";
import "./chunk-533ISHDF.mjs";
import "./chunk-RPRBIONT.mjs";
import "./chunk-U2LNNYGN.mjs";
import "./chunk-BDJ27EXF.mjs";
import "./chunk-QYEL2MFA.mjs";
import "./chunk-F2AMJPZZ.mjs";
import "./chunk-ORRRUZN6.mjs";
import "./chunk-QVRXA3M7.mjs";
import "./chunk-DQYBBPSA.mjs";
import "./chunk-ZNIPUPX6.mjs";
import "./chunk-HLYA65ZP.mjs";
import "./chunk-DUAYWCTV.mjs";
import "./chunk-L4FURYEC.mjs";
import "./chunk-Y6YE2RE3.mjs";
import "./chunk-DLOU7QU3.mjs";
import "./chunk-YHXX3QQK.mjs";
import "./chunk-X4S3OXBD.mjs";
import "./chunk-NX465CFI.mjs";
import "./chunk-ZZYZID6W.mjs";
import "./chunk-GHD2POFV.mjs";
import "./chunk-BCBMQUBD.mjs";
import "./chunk-VZIXGXY6.mjs";
import "./chunk-KXKTA7HN.mjs";
import "./chunk-4K3JF4DD.mjs";
import "./chunk-CV4MAWGW.mjs";
import "./chunk-ZOCY7ZAN.mjs";
import "./chunk-PNGENSD7.mjs";
import "./chunk-L2Z4XR4T.mjs";
import "./chunk-BLSDMNQH.mjs";
import "./chunk-4ZGFQWUM.mjs";
import "./chunk-2OQNYEBH.mjs";
import "./chunk-R2N667XA.mjs";
export {
  openShellOn,
  readShellTarget,
  shellCommand
};
