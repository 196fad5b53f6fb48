import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  openShellOn,
  readShellTarget,
  shellCommand
} from "./chunk-HCP472XC.mjs";
import "./chunk-3HIL5WVA.mjs";
import "./chunk-63YWTJQL.mjs";
import "./chunk-OAATGIB4.mjs";
import "./chunk-UPUNNZXM.mjs";
import "./chunk-J6GB6PYM.mjs";
import "./chunk-HK2QHHFM.mjs";
import "./chunk-SICTHVAA.mjs";
import "./chunk-XTTLTLEN.mjs";
import "./chunk-L6EZNR73.mjs";
import "./chunk-GAHSAXWJ.mjs";
import "./chunk-6H7C7TMJ.mjs";
import "./chunk-BDEXAF6M.mjs";
import "./chunk-CTOTBLIL.mjs";
import "./chunk-HIFZHBB6.mjs";
import "./chunk-LLYMXFPJ.mjs";
import "./chunk-6NJAP646.mjs";
import "./chunk-ZGLQIM6W.mjs";
import "./chunk-DVFHVYCK.mjs";
import "./chunk-IB5GRPMW.mjs";
import "./chunk-Z5M3ZDMR.mjs";
import "./chunk-SLHEGNJ3.mjs";
import "./chunk-OJVNGN6R.mjs";
import "./chunk-XFDUTJQO.mjs";
import "./chunk-BQTMZKTG.mjs";
import "./chunk-VSKIL3KB.mjs";
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
import "./chunk-53K3LJOD.mjs";
import "./chunk-HLYA65ZP.mjs";
import "./chunk-DUAYWCTV.mjs";
import "./chunk-L4FURYEC.mjs";
import "./chunk-OAR2MKLO.mjs";
import "./chunk-ROFPOSIT.mjs";
import "./chunk-YHXX3QQK.mjs";
import "./chunk-A2YSBGWX.mjs";
import "./chunk-NX465CFI.mjs";
import "./chunk-ZZYZID6W.mjs";
import "./chunk-OM7EFJQV.mjs";
import "./chunk-BCBMQUBD.mjs";
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
