import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  openShellOn,
  readShellTarget,
  shellCommand
} from "./chunk-TUDO756M.mjs";
import "./chunk-TADRT4EN.mjs";
import "./chunk-DMHW6GJE.mjs";
import "./chunk-5DBNUVX3.mjs";
import "./chunk-GFH2KIEB.mjs";
import "./chunk-ZP2H6VFT.mjs";
import "./chunk-77RZY4WG.mjs";
import "./chunk-HK4UXJTP.mjs";
import "./chunk-2JBKSE2J.mjs";
import "./chunk-L6EZNR73.mjs";
import "./chunk-E4XEGSCQ.mjs";
import "./chunk-HUOAWPQ6.mjs";
import "./chunk-BDEXAF6M.mjs";
import "./chunk-Y6SQJ7E7.mjs";
import "./chunk-BBLAAEEM.mjs";
import "./chunk-LLYMXFPJ.mjs";
import "./chunk-HHVQ63QE.mjs";
import "./chunk-ZGLQIM6W.mjs";
import "./chunk-UQNTGV3W.mjs";
import "./chunk-GE2VPELG.mjs";
import "./chunk-Z5M3ZDMR.mjs";
import "./chunk-K723NUHD.mjs";
import "./chunk-LN532BCO.mjs";
import "./chunk-BQTMZKTG.mjs";
import "./chunk-WHRQSCYP.mjs";
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
