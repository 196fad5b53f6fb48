import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  cancelOnRunnerSignals,
  runStep,
  stepHost
} from "../chunks/chunk-3DW7ABQW.mjs";
import "../chunks/chunk-VQXW7QQO.mjs";
import "../chunks/chunk-RAU4XSP4.mjs";
import "../chunks/chunk-SQDWSJMJ.mjs";
import "../chunks/chunk-KUOOT2DY.mjs";
import "../chunks/chunk-DWTJI5JZ.mjs";
import "../chunks/chunk-XPKAC4Z6.mjs";
import "../chunks/chunk-M73FKN5H.mjs";
import "../chunks/chunk-L4DRCF3T.mjs";
import "../chunks/chunk-2HLSLKES.mjs";
import "../chunks/chunk-YJNQNPZ6.mjs";
import "../chunks/chunk-53CR3MM5.mjs";
import "../chunks/chunk-3ZXS7LS5.mjs";
import "../chunks/chunk-3RKXJ76Z.mjs";
import "../chunks/chunk-TEM3VTD2.mjs";
import "../chunks/chunk-CVZIGH24.mjs";
import "../chunks/chunk-7N4AMPUF.mjs";
import "../chunks/chunk-QNI5LVWG.mjs";
import "../chunks/chunk-52BAOUBP.mjs";
import "../chunks/chunk-HSG2LOMW.mjs";
import "../chunks/chunk-HBDH3GES.mjs";
import "../chunks/chunk-UUOU5VDB.mjs";
import "../chunks/chunk-EUKAWGYF.mjs";
import "../chunks/chunk-UOT7TFTO.mjs";
import "../chunks/chunk-G3ESJAYB.mjs";
import "../chunks/chunk-TLKRRDTL.mjs";
import "../chunks/chunk-OBZB7FWP.mjs";
import "../chunks/chunk-ZUY5BCRQ.mjs";
import "../chunks/chunk-CQ32FWZF.mjs";
import "../chunks/chunk-5KWVN6VY.mjs";
import "../chunks/chunk-CAAXT2UB.mjs";
import "../chunks/chunk-LTDPIREB.mjs";
import "../chunks/chunk-UY674WGI.mjs";
import "../chunks/chunk-QDLOPORL.mjs";
import "../chunks/chunk-H53ON7RI.mjs";
import "../chunks/chunk-BWDQSQA3.mjs";
import "../chunks/chunk-TKNCHDQE.mjs";
import "../chunks/chunk-YQ2BIHGN.mjs";
import "../chunks/chunk-O7CDWRNP.mjs";
import {
  package_default
} from "../chunks/chunk-5VTCL5PW.mjs";
import "../chunks/chunk-UUDNWT5W.mjs";
import "../chunks/chunk-RDBTEXAQ.mjs";
import "../chunks/chunk-7P5AWKLC.mjs";
import "../chunks/chunk-IOJG36AI.mjs";
import "../chunks/chunk-BYVCTFWQ.mjs";
import "../chunks/chunk-RUDZV5YZ.mjs";
import "../chunks/chunk-HLYA65ZP.mjs";
import "../chunks/chunk-PWAELWCE.mjs";
import "../chunks/chunk-3O3Q672X.mjs";
import "../chunks/chunk-63IKNEG2.mjs";
import "../chunks/chunk-SQ2MPOSA.mjs";
import "../chunks/chunk-4F6HXGKK.mjs";
import "../chunks/chunk-C42CHZQF.mjs";
import "../chunks/chunk-BEGN7E5P.mjs";
import "../chunks/chunk-GJF3MIU4.mjs";
import "../chunks/chunk-RSDMBALY.mjs";
import "../chunks/chunk-MNSBFTQX.mjs";
import "../chunks/chunk-GEGC7X7J.mjs";
import "../chunks/chunk-SCEE63KM.mjs";
import "../chunks/chunk-VEV5XY66.mjs";
import "../chunks/chunk-AM3JLXLV.mjs";
import "../chunks/chunk-MO2YFL3J.mjs";
import "../chunks/chunk-VBOZQQIC.mjs";
import "../chunks/chunk-LFGQZFD2.mjs";
import "../chunks/chunk-FLOCS7JL.mjs";
import "../chunks/chunk-YUOOXMDW.mjs";
import "../chunks/chunk-R2N667XA.mjs";

// src/action.ts
var host = stepHost({ version: package_default.version, directory: import.meta.dirname });
process.exitCode = await runStep(host, cancelOnRunnerSignals());
