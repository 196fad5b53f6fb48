import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  cancelOnRunnerSignals,
  runStep,
  stepHost
} from "../chunks/chunk-KP5NSOO5.mjs";
import "../chunks/chunk-BGWJGW4O.mjs";
import "../chunks/chunk-FXI5ITQA.mjs";
import "../chunks/chunk-6EZBKYJU.mjs";
import "../chunks/chunk-DW27QHUX.mjs";
import "../chunks/chunk-FUIZULY4.mjs";
import "../chunks/chunk-XPKAC4Z6.mjs";
import "../chunks/chunk-VUM5KZ5B.mjs";
import "../chunks/chunk-LUXPTHZP.mjs";
import "../chunks/chunk-5HUDS2QW.mjs";
import "../chunks/chunk-XNEYPN6K.mjs";
import "../chunks/chunk-AGTK7UH4.mjs";
import "../chunks/chunk-LPJEPX3W.mjs";
import "../chunks/chunk-Q64Y2P5O.mjs";
import "../chunks/chunk-H3NDDRF5.mjs";
import "../chunks/chunk-VKALQ7IG.mjs";
import "../chunks/chunk-7N4AMPUF.mjs";
import "../chunks/chunk-JV6YK5TX.mjs";
import "../chunks/chunk-HBVA7VVB.mjs";
import "../chunks/chunk-HSG2LOMW.mjs";
import "../chunks/chunk-UUOU5VDB.mjs";
import "../chunks/chunk-EHPRK6VV.mjs";
import "../chunks/chunk-IF3SDQBP.mjs";
import "../chunks/chunk-UOT7TFTO.mjs";
import "../chunks/chunk-NDZHT6TS.mjs";
import "../chunks/chunk-CQ32FWZF.mjs";
import "../chunks/chunk-PCMQ3JJM.mjs";
import "../chunks/chunk-CB2YYOKH.mjs";
import "../chunks/chunk-PTXCZNDS.mjs";
import "../chunks/chunk-XWP5X6A4.mjs";
import "../chunks/chunk-BWDQSQA3.mjs";
import "../chunks/chunk-OAU2IF34.mjs";
import {
  package_default
} from "../chunks/chunk-UONJUVUX.mjs";
import "../chunks/chunk-UUDNWT5W.mjs";
import "../chunks/chunk-ZJFH3G66.mjs";
import "../chunks/chunk-BES5BLRJ.mjs";
import "../chunks/chunk-7XYTD5F5.mjs";
import "../chunks/chunk-EC7TNNSF.mjs";
import "../chunks/chunk-LFGQZFD2.mjs";
import "../chunks/chunk-L7VI3FAZ.mjs";
import "../chunks/chunk-PWAELWCE.mjs";
import "../chunks/chunk-3O3Q672X.mjs";
import "../chunks/chunk-3WY5LSQD.mjs";
import "../chunks/chunk-SQ2MPOSA.mjs";
import "../chunks/chunk-XJQAW26A.mjs";
import "../chunks/chunk-BOP7G6SY.mjs";
import "../chunks/chunk-G7ZDWPFY.mjs";
import "../chunks/chunk-FBER6XOZ.mjs";
import "../chunks/chunk-S5JOU3XU.mjs";
import "../chunks/chunk-MNSBFTQX.mjs";
import "../chunks/chunk-LLEU7AI5.mjs";
import "../chunks/chunk-E5RNW4JP.mjs";
import "../chunks/chunk-A22H6BHT.mjs";
import "../chunks/chunk-VEV5XY66.mjs";
import "../chunks/chunk-MO2YFL3J.mjs";
import "../chunks/chunk-4AEJZML4.mjs";
import "../chunks/chunk-R2N667XA.mjs";

// src/action.ts
var host = stepHost({ version: package_default.version, directory: import.meta.dirname });
process.exitCode = await runStep(host, cancelOnRunnerSignals());
