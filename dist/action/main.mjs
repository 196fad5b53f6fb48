import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  cancelOnRunnerSignals,
  runStep,
  stepHost
} from "../chunks/chunk-FLGGFQOQ.mjs";
import "../chunks/chunk-HXK5FYLJ.mjs";
import "../chunks/chunk-J5YLLFOI.mjs";
import "../chunks/chunk-ZV7Q5YHP.mjs";
import "../chunks/chunk-EGGUMLPB.mjs";
import "../chunks/chunk-FUWSEGKZ.mjs";
import "../chunks/chunk-JB563S6W.mjs";
import "../chunks/chunk-TTN7YSTJ.mjs";
import "../chunks/chunk-TWGLPJOC.mjs";
import "../chunks/chunk-TSC5J6AD.mjs";
import "../chunks/chunk-OUU7HFFX.mjs";
import "../chunks/chunk-QJEH5TOD.mjs";
import "../chunks/chunk-5UFV4OTM.mjs";
import "../chunks/chunk-SEFJ6RUN.mjs";
import "../chunks/chunk-KK4K2JKH.mjs";
import "../chunks/chunk-QQMQMWGW.mjs";
import "../chunks/chunk-YAKF2QPZ.mjs";
import "../chunks/chunk-JUG3MYZM.mjs";
import "../chunks/chunk-QEZZVRGI.mjs";
import "../chunks/chunk-LLYMXFPJ.mjs";
import "../chunks/chunk-WCSNWHUM.mjs";
import "../chunks/chunk-4NAOM35O.mjs";
import "../chunks/chunk-UQNTGV3W.mjs";
import "../chunks/chunk-CVEPMCJR.mjs";
import "../chunks/chunk-Z5M3ZDMR.mjs";
import "../chunks/chunk-CUDZ6OFH.mjs";
import "../chunks/chunk-LN532BCO.mjs";
import "../chunks/chunk-S3OQ5B4F.mjs";
import "../chunks/chunk-DTS3WGBH.mjs";
import "../chunks/chunk-Z5L6BLYB.mjs";
import "../chunks/chunk-533ISHDF.mjs";
import "../chunks/chunk-RPRBIONT.mjs";
import "../chunks/chunk-U2LNNYGN.mjs";
import "../chunks/chunk-BDJ27EXF.mjs";
import {
  package_default
} from "../chunks/chunk-LXLCFOIK.mjs";
import "../chunks/chunk-QQMXJWRT.mjs";
import "../chunks/chunk-QYEL2MFA.mjs";
import "../chunks/chunk-F2AMJPZZ.mjs";
import "../chunks/chunk-ORRRUZN6.mjs";
import "../chunks/chunk-QVRXA3M7.mjs";
import "../chunks/chunk-BOQ5AXRN.mjs";
import "../chunks/chunk-ZNIPUPX6.mjs";
import "../chunks/chunk-HLYA65ZP.mjs";
import "../chunks/chunk-DUAYWCTV.mjs";
import "../chunks/chunk-L4FURYEC.mjs";
import "../chunks/chunk-EBJ5PFG7.mjs";
import "../chunks/chunk-DLOU7QU3.mjs";
import "../chunks/chunk-YHXX3QQK.mjs";
import "../chunks/chunk-X4S3OXBD.mjs";
import "../chunks/chunk-CX2LRTTA.mjs";
import "../chunks/chunk-24KEYR4D.mjs";
import "../chunks/chunk-57ZEP2ED.mjs";
import "../chunks/chunk-4NERI4SW.mjs";
import "../chunks/chunk-VZIXGXY6.mjs";
import "../chunks/chunk-FPQDROTJ.mjs";
import "../chunks/chunk-4K3JF4DD.mjs";
import "../chunks/chunk-CV4MAWGW.mjs";
import "../chunks/chunk-ZOCY7ZAN.mjs";
import "../chunks/chunk-PNGENSD7.mjs";
import "../chunks/chunk-L2Z4XR4T.mjs";
import "../chunks/chunk-TN32ZU5T.mjs";
import "../chunks/chunk-4ZGFQWUM.mjs";
import "../chunks/chunk-2OQNYEBH.mjs";
import "../chunks/chunk-R2N667XA.mjs";

// src/action.ts
var host = stepHost({ version: package_default.version, directory: import.meta.dirname });
process.exitCode = await runStep(host, cancelOnRunnerSignals());
