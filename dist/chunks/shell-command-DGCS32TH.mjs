import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  openShellOn,
  readShellTarget,
  shellCommand
} from "./chunk-WNK63VBN.mjs";
import "./chunk-ASDKGTVC.mjs";
import "./chunk-KHIPUC6N.mjs";
import "./chunk-25ILYBDL.mjs";
import "./chunk-4O6OLHEI.mjs";
import "./chunk-CLA3UK47.mjs";
import "./chunk-3XIHZPYL.mjs";
import "./chunk-5UFV4OTM.mjs";
import "./chunk-6W2D4BCN.mjs";
import "./chunk-2JBKSE2J.mjs";
import "./chunk-L6EZNR73.mjs";
import "./chunk-4XPDLMKB.mjs";
import "./chunk-3AFTMZPZ.mjs";
import "./chunk-YAKF2QPZ.mjs";
import "./chunk-TXIKARDE.mjs";
import "./chunk-KFSWWKCE.mjs";
import "./chunk-LLYMXFPJ.mjs";
import "./chunk-HHVQ63QE.mjs";
import "./chunk-ZGLQIM6W.mjs";
import "./chunk-UQNTGV3W.mjs";
import "./chunk-GE2VPELG.mjs";
import "./chunk-Z5M3ZDMR.mjs";
import "./chunk-K723NUHD.mjs";
import "./chunk-LN532BCO.mjs";
import "./chunk-BQTMZKTG.mjs";
import "./chunk-JEWLXV2H.mjs";
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
import "./chunk-LHTWZ5R6.mjs";
import "./chunk-DLOU7QU3.mjs";
import "./chunk-YHXX3QQK.mjs";
import "./chunk-X4S3OXBD.mjs";
import "./chunk-OWWEY2YD.mjs";
import "./chunk-24KEYR4D.mjs";
import "./chunk-GHD2POFV.mjs";
import "./chunk-4NERI4SW.mjs";
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
