import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  cancelOnRunnerSignals,
  runStep,
  stepHost
} from "../chunks/chunk-LGIFK7FH.mjs";
import "../chunks/chunk-WMLWO42R.mjs";
import "../chunks/chunk-GTTCKY4H.mjs";
import "../chunks/chunk-C44DDFIH.mjs";
import "../chunks/chunk-EGGUMLPB.mjs";
import "../chunks/chunk-FUWSEGKZ.mjs";
import "../chunks/chunk-JB563S6W.mjs";
import "../chunks/chunk-GYU2KBTQ.mjs";
import "../chunks/chunk-TWGLPJOC.mjs";
import "../chunks/chunk-XSHT4BSR.mjs";
import "../chunks/chunk-XYYAYJHH.mjs";
import "../chunks/chunk-WJAA46HJ.mjs";
import "../chunks/chunk-5UFV4OTM.mjs";
import "../chunks/chunk-Y46EEV3V.mjs";
import "../chunks/chunk-COY7FKDD.mjs";
import "../chunks/chunk-AO3DYV3E.mjs";
import "../chunks/chunk-CIUXUPZ3.mjs";
import "../chunks/chunk-YAKF2QPZ.mjs";
import "../chunks/chunk-PW7YLBU3.mjs";
import "../chunks/chunk-BWVQKUDF.mjs";
import "../chunks/chunk-LLYMXFPJ.mjs";
import "../chunks/chunk-WCSNWHUM.mjs";
import "../chunks/chunk-4NAOM35O.mjs";
import "../chunks/chunk-UQNTGV3W.mjs";
import "../chunks/chunk-CVEPMCJR.mjs";
import "../chunks/chunk-Z5M3ZDMR.mjs";
import "../chunks/chunk-CUDZ6OFH.mjs";
import "../chunks/chunk-LN532BCO.mjs";
import "../chunks/chunk-S3OQ5B4F.mjs";
import "../chunks/chunk-MFGE3PEG.mjs";
import "../chunks/chunk-Z5L6BLYB.mjs";
import "../chunks/chunk-533ISHDF.mjs";
import "../chunks/chunk-RPRBIONT.mjs";
import "../chunks/chunk-U2LNNYGN.mjs";
import "../chunks/chunk-BDJ27EXF.mjs";
import {
  package_default
} from "../chunks/chunk-LXLCFOIK.mjs";
import "../chunks/chunk-OBR3ECPO.mjs";
import "../chunks/chunk-QYEL2MFA.mjs";
import "../chunks/chunk-F2AMJPZZ.mjs";
import "../chunks/chunk-ORRRUZN6.mjs";
import "../chunks/chunk-QVRXA3M7.mjs";
import "../chunks/chunk-BOQ5AXRN.mjs";
import "../chunks/chunk-ZNIPUPX6.mjs";
import "../chunks/chunk-HLYA65ZP.mjs";
import "../chunks/chunk-DUAYWCTV.mjs";
import "../chunks/chunk-L4FURYEC.mjs";
import "../chunks/chunk-E3S2Y5VJ.mjs";
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
