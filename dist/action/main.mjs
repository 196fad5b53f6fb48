import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  cancelOnRunnerSignals,
  runStep,
  stepHost
} from "../chunks/chunk-6Q7YCD2P.mjs";
import "../chunks/chunk-3HRQBEND.mjs";
import "../chunks/chunk-A55N7Y2M.mjs";
import "../chunks/chunk-QVBAHAR2.mjs";
import "../chunks/chunk-4AJQLSIG.mjs";
import "../chunks/chunk-EGGUMLPB.mjs";
import "../chunks/chunk-FUWSEGKZ.mjs";
import "../chunks/chunk-JB563S6W.mjs";
import "../chunks/chunk-A76GKP2F.mjs";
import "../chunks/chunk-TWGLPJOC.mjs";
import "../chunks/chunk-5ED3XS4S.mjs";
import "../chunks/chunk-JHL2WTEB.mjs";
import "../chunks/chunk-TOZ3FBKX.mjs";
import "../chunks/chunk-HK4UXJTP.mjs";
import "../chunks/chunk-ZTQRHOJU.mjs";
import "../chunks/chunk-L6EZNR73.mjs";
import "../chunks/chunk-HK4VIP5D.mjs";
import "../chunks/chunk-UEAS6HW2.mjs";
import "../chunks/chunk-BDEXAF6M.mjs";
import "../chunks/chunk-KSFY5GB7.mjs";
import "../chunks/chunk-PZH5TEIE.mjs";
import "../chunks/chunk-LLYMXFPJ.mjs";
import "../chunks/chunk-XPDS4SWJ.mjs";
import "../chunks/chunk-ZGLQIM6W.mjs";
import "../chunks/chunk-QSTLWCSC.mjs";
import "../chunks/chunk-45LA6SC3.mjs";
import "../chunks/chunk-Z5M3ZDMR.mjs";
import "../chunks/chunk-P5EXWXRB.mjs";
import "../chunks/chunk-LN532BCO.mjs";
import "../chunks/chunk-BQTMZKTG.mjs";
import "../chunks/chunk-7WZ4IL4U.mjs";
import "../chunks/chunk-Z5L6BLYB.mjs";
import "../chunks/chunk-533ISHDF.mjs";
import "../chunks/chunk-RPRBIONT.mjs";
import "../chunks/chunk-U2LNNYGN.mjs";
import "../chunks/chunk-BDJ27EXF.mjs";
import {
  package_default
} from "../chunks/chunk-SD3EOORB.mjs";
import "../chunks/chunk-FOQBTCXS.mjs";
import "../chunks/chunk-QYEL2MFA.mjs";
import "../chunks/chunk-F2AMJPZZ.mjs";
import "../chunks/chunk-ORRRUZN6.mjs";
import "../chunks/chunk-QVRXA3M7.mjs";
import "../chunks/chunk-DQYBBPSA.mjs";
import "../chunks/chunk-ZNIPUPX6.mjs";
import "../chunks/chunk-HLYA65ZP.mjs";
import "../chunks/chunk-DUAYWCTV.mjs";
import "../chunks/chunk-L4FURYEC.mjs";
import "../chunks/chunk-Y6YE2RE3.mjs";
import "../chunks/chunk-DLOU7QU3.mjs";
import "../chunks/chunk-YHXX3QQK.mjs";
import "../chunks/chunk-X4S3OXBD.mjs";
import "../chunks/chunk-NX465CFI.mjs";
import "../chunks/chunk-ZZYZID6W.mjs";
import "../chunks/chunk-GHD2POFV.mjs";
import "../chunks/chunk-BCBMQUBD.mjs";
import "../chunks/chunk-VZIXGXY6.mjs";
import "../chunks/chunk-KXKTA7HN.mjs";
import "../chunks/chunk-4K3JF4DD.mjs";
import "../chunks/chunk-CV4MAWGW.mjs";
import "../chunks/chunk-ZOCY7ZAN.mjs";
import "../chunks/chunk-PNGENSD7.mjs";
import "../chunks/chunk-L2Z4XR4T.mjs";
import "../chunks/chunk-BLSDMNQH.mjs";
import "../chunks/chunk-4ZGFQWUM.mjs";
import "../chunks/chunk-2OQNYEBH.mjs";
import "../chunks/chunk-R2N667XA.mjs";

// src/action.ts
var host = stepHost({ version: package_default.version, directory: import.meta.dirname });
process.exitCode = await runStep(host, cancelOnRunnerSignals());
