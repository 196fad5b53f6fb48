import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  cancelOnRunnerSignals,
  runStep,
  stepHost
} from "../chunks/chunk-B3HZMAIN.mjs";
import "../chunks/chunk-A57P5IYR.mjs";
import "../chunks/chunk-JLUHHZDN.mjs";
import "../chunks/chunk-CHYPOQXW.mjs";
import "../chunks/chunk-2NSDY4FW.mjs";
import "../chunks/chunk-JB563S6W.mjs";
import "../chunks/chunk-TWGLPJOC.mjs";
import "../chunks/chunk-6RJEOJXD.mjs";
import "../chunks/chunk-S6HPMQN3.mjs";
import "../chunks/chunk-NHS3PDMN.mjs";
import "../chunks/chunk-D6NB4PEQ.mjs";
import "../chunks/chunk-62ZYP4QI.mjs";
import "../chunks/chunk-MLYYM3DR.mjs";
import "../chunks/chunk-4ERXINGJ.mjs";
import "../chunks/chunk-SX6RZBWL.mjs";
import "../chunks/chunk-LLYMXFPJ.mjs";
import "../chunks/chunk-6AMDTF65.mjs";
import "../chunks/chunk-CLLLEQPJ.mjs";
import "../chunks/chunk-FYDEPKFN.mjs";
import "../chunks/chunk-QCCLME2R.mjs";
import "../chunks/chunk-WXIWISYZ.mjs";
import "../chunks/chunk-HC2HJNXW.mjs";
import "../chunks/chunk-H3I433UH.mjs";
import "../chunks/chunk-U2LNNYGN.mjs";
import "../chunks/chunk-S5GG2IC3.mjs";
import "../chunks/chunk-FBGR25Y5.mjs";
import "../chunks/chunk-JS5NFNJV.mjs";
import "../chunks/chunk-YAKF2QPZ.mjs";
import "../chunks/chunk-DC7FZJX5.mjs";
import "../chunks/chunk-GW3KOSYU.mjs";
import "../chunks/chunk-BDJ27EXF.mjs";
import {
  package_default
} from "../chunks/chunk-BCAQRKLC.mjs";
import "../chunks/chunk-JE7DW4WU.mjs";
import "../chunks/chunk-F2AMJPZZ.mjs";
import "../chunks/chunk-L664XDLE.mjs";
import "../chunks/chunk-ME6GYUW5.mjs";
import "../chunks/chunk-PEZSLER4.mjs";
import "../chunks/chunk-IZCT2OWA.mjs";
import "../chunks/chunk-GOO27SAS.mjs";
import "../chunks/chunk-F3BEZLZQ.mjs";
import "../chunks/chunk-HLYA65ZP.mjs";
import "../chunks/chunk-KUXDDXUL.mjs";
import "../chunks/chunk-HTNQB4FX.mjs";
import "../chunks/chunk-MUMNHH5Q.mjs";
import "../chunks/chunk-2XDF6ZYF.mjs";
import "../chunks/chunk-O3BFIY6O.mjs";
import "../chunks/chunk-HGFEME7W.mjs";
import "../chunks/chunk-7TDX4BK4.mjs";
import "../chunks/chunk-SZU3HCXJ.mjs";
import "../chunks/chunk-MGCEODHU.mjs";
import "../chunks/chunk-4VOBW4F5.mjs";
import "../chunks/chunk-24KEYR4D.mjs";
import "../chunks/chunk-4NERI4SW.mjs";
import "../chunks/chunk-V4ERITS4.mjs";
import "../chunks/chunk-BG5MEEMU.mjs";
import "../chunks/chunk-CV4MAWGW.mjs";
import "../chunks/chunk-L2Z4XR4T.mjs";
import "../chunks/chunk-PNGENSD7.mjs";
import "../chunks/chunk-ZOCY7ZAN.mjs";
import "../chunks/chunk-IMACQRHJ.mjs";
import "../chunks/chunk-CG4EY3AM.mjs";
import "../chunks/chunk-37LICBCB.mjs";
import "../chunks/chunk-R2N667XA.mjs";

// src/action.ts
var host = stepHost({ version: package_default.version, directory: import.meta.dirname });
process.exitCode = await runStep(host, cancelOnRunnerSignals());
