import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  cancelOnRunnerSignals,
  runStep,
  stepHost
} from "../chunks/chunk-ZMSZADFW.mjs";
import "../chunks/chunk-QCMGYWCE.mjs";
import "../chunks/chunk-CSDE74HZ.mjs";
import "../chunks/chunk-QVBAHAR2.mjs";
import "../chunks/chunk-UIREKAJ3.mjs";
import "../chunks/chunk-OXHPLB3T.mjs";
import "../chunks/chunk-FUWSEGKZ.mjs";
import "../chunks/chunk-JB563S6W.mjs";
import "../chunks/chunk-JI2WWA5M.mjs";
import "../chunks/chunk-TWGLPJOC.mjs";
import "../chunks/chunk-UPUNNZXM.mjs";
import "../chunks/chunk-J6GB6PYM.mjs";
import "../chunks/chunk-HK2QHHFM.mjs";
import "../chunks/chunk-SICTHVAA.mjs";
import "../chunks/chunk-XTTLTLEN.mjs";
import "../chunks/chunk-L6EZNR73.mjs";
import "../chunks/chunk-GAHSAXWJ.mjs";
import "../chunks/chunk-6H7C7TMJ.mjs";
import "../chunks/chunk-BDEXAF6M.mjs";
import "../chunks/chunk-CTOTBLIL.mjs";
import "../chunks/chunk-HIFZHBB6.mjs";
import "../chunks/chunk-LLYMXFPJ.mjs";
import "../chunks/chunk-6NJAP646.mjs";
import "../chunks/chunk-ZGLQIM6W.mjs";
import "../chunks/chunk-DVFHVYCK.mjs";
import "../chunks/chunk-IB5GRPMW.mjs";
import "../chunks/chunk-Z5M3ZDMR.mjs";
import "../chunks/chunk-SLHEGNJ3.mjs";
import "../chunks/chunk-OJVNGN6R.mjs";
import "../chunks/chunk-XFDUTJQO.mjs";
import "../chunks/chunk-BQTMZKTG.mjs";
import "../chunks/chunk-VSKIL3KB.mjs";
import "../chunks/chunk-G7Y3NBSV.mjs";
import "../chunks/chunk-533ISHDF.mjs";
import "../chunks/chunk-RPRBIONT.mjs";
import "../chunks/chunk-U2LNNYGN.mjs";
import "../chunks/chunk-BDJ27EXF.mjs";
import {
  package_default
} from "../chunks/chunk-SD3EOORB.mjs";
import "../chunks/chunk-CLXCQRFU.mjs";
import "../chunks/chunk-QYEL2MFA.mjs";
import "../chunks/chunk-F2AMJPZZ.mjs";
import "../chunks/chunk-ORRRUZN6.mjs";
import "../chunks/chunk-QVRXA3M7.mjs";
import "../chunks/chunk-GO5KNIBB.mjs";
import "../chunks/chunk-53K3LJOD.mjs";
import "../chunks/chunk-HLYA65ZP.mjs";
import "../chunks/chunk-DUAYWCTV.mjs";
import "../chunks/chunk-L4FURYEC.mjs";
import "../chunks/chunk-OAR2MKLO.mjs";
import "../chunks/chunk-ROFPOSIT.mjs";
import "../chunks/chunk-YHXX3QQK.mjs";
import "../chunks/chunk-A2YSBGWX.mjs";
import "../chunks/chunk-NX465CFI.mjs";
import "../chunks/chunk-ZZYZID6W.mjs";
import "../chunks/chunk-OM7EFJQV.mjs";
import "../chunks/chunk-BCBMQUBD.mjs";
import "../chunks/chunk-IRPNDCYH.mjs";
import "../chunks/chunk-KXKTA7HN.mjs";
import "../chunks/chunk-4K3JF4DD.mjs";
import "../chunks/chunk-CV4MAWGW.mjs";
import "../chunks/chunk-ZOCY7ZAN.mjs";
import "../chunks/chunk-PNGENSD7.mjs";
import "../chunks/chunk-L2Z4XR4T.mjs";
import "../chunks/chunk-BLSDMNQH.mjs";
import "../chunks/chunk-4ZGFQWUM.mjs";
import "../chunks/chunk-VQ6UBOWN.mjs";
import "../chunks/chunk-R2N667XA.mjs";

// src/action.ts
var host = stepHost({ version: package_default.version, directory: import.meta.dirname });
process.exitCode = await runStep(host, cancelOnRunnerSignals());
