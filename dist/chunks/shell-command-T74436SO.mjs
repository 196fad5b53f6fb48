import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  openShellOn,
  readShellTarget,
  shellCommand
} from "./chunk-DZ4ERY2I.mjs";
import "./chunk-LLKNH4U4.mjs";
import "./chunk-GGHYPF24.mjs";
import "./chunk-GPVQQ47F.mjs";
import "./chunk-ELVSBHUP.mjs";
import "./chunk-4R6RJFA6.mjs";
import "./chunk-TP66BHDH.mjs";
import "./chunk-PBM2SZE2.mjs";
import "./chunk-LLYMXFPJ.mjs";
import "./chunk-5BGRU4PB.mjs";
import "./chunk-SICTHVAA.mjs";
import "./chunk-L6EZNR73.mjs";
import "./chunk-R52DKRIG.mjs";
import "./chunk-6NJAP646.mjs";
import "./chunk-TI2QKBKQ.mjs";
import "./chunk-C7EALU2W.mjs";
import "./chunk-ZGLQIM6W.mjs";
import "./chunk-DVFHVYCK.mjs";
import "./chunk-BDEXAF6M.mjs";
import "./chunk-PNZHN54R.mjs";
import "./chunk-VXOXG4IV.mjs";
import "./chunk-Z5M3ZDMR.mjs";
import "./chunk-OJVNGN6R.mjs";
import "./chunk-XFDUTJQO.mjs";
import "./chunk-BQTMZKTG.mjs";
import "./chunk-ZKO3UIBR.mjs";
import "./chunk-G7Y3NBSV.mjs";
import "./chunk-533ISHDF.mjs";
import "./chunk-RPRBIONT.mjs";
import "./chunk-U2LNNYGN.mjs";
import "./chunk-BDJ27EXF.mjs";
import "./chunk-QYEL2MFA.mjs";
import "./chunk-F2AMJPZZ.mjs";
import "./chunk-ORRRUZN6.mjs";
import "./chunk-QVRXA3M7.mjs";
import "./chunk-GO5KNIBB.mjs";
import "./chunk-3NC5PDVW.mjs";
import "./chunk-DUAYWCTV.mjs";
import "./chunk-HLYA65ZP.mjs";
import "./chunk-L4FURYEC.mjs";
import "./chunk-OOYTH2FI.mjs";
import "./chunk-A2YSBGWX.mjs";
import "./chunk-NX465CFI.mjs";
import "./chunk-ROFPOSIT.mjs";
import "./chunk-YHXX3QQK.mjs";
import "./chunk-ZZYZID6W.mjs";
import "./chunk-OM7EFJQV.mjs";
import "./chunk-EBWMSR3U.mjs";
import "./chunk-IRPNDCYH.mjs";
import "./chunk-KXKTA7HN.mjs";
import "./chunk-4K3JF4DD.mjs";
import "./chunk-CV4MAWGW.mjs";
import "./chunk-ZOCY7ZAN.mjs";
import "./chunk-PNGENSD7.mjs";
import "./chunk-L2Z4XR4T.mjs";
import "./chunk-BLSDMNQH.mjs";
import "./chunk-4ZGFQWUM.mjs";
import "./chunk-VQ6UBOWN.mjs";
import "./chunk-R2N667XA.mjs";
export {
  openShellOn,
  readShellTarget,
  shellCommand
};
