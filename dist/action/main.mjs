import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  cancelOnRunnerSignals,
  runStep,
  stepHost
} from "../chunks/chunk-YBVUF26S.mjs";
import "../chunks/chunk-KW5L6JYZ.mjs";
import "../chunks/chunk-ZA2HOH2T.mjs";
import "../chunks/chunk-C3ZVEMKD.mjs";
import "../chunks/chunk-FUWSEGKZ.mjs";
import "../chunks/chunk-JB563S6W.mjs";
import "../chunks/chunk-3QJ4AACP.mjs";
import "../chunks/chunk-TWGLPJOC.mjs";
import "../chunks/chunk-CUFLDMRK.mjs";
import "../chunks/chunk-UJ6V7YHP.mjs";
import "../chunks/chunk-NGS5KO3F.mjs";
import "../chunks/chunk-6YIAG66W.mjs";
import "../chunks/chunk-ICBB3RMK.mjs";
import "../chunks/chunk-CCZMTNCW.mjs";
import "../chunks/chunk-BLKRLXRH.mjs";
import "../chunks/chunk-YAKF2QPZ.mjs";
import "../chunks/chunk-PR3DVR3L.mjs";
import "../chunks/chunk-V53RICX3.mjs";
import "../chunks/chunk-LLYMXFPJ.mjs";
import "../chunks/chunk-NBUSENJR.mjs";
import "../chunks/chunk-4NAOM35O.mjs";
import "../chunks/chunk-R5TOSHAV.mjs";
import "../chunks/chunk-DTZQGEXW.mjs";
import "../chunks/chunk-Z5M3ZDMR.mjs";
import "../chunks/chunk-HBKCXFIF.mjs";
import "../chunks/chunk-UOXXICQ4.mjs";
import "../chunks/chunk-S3OQ5B4F.mjs";
import "../chunks/chunk-ZWUKZCRX.mjs";
import "../chunks/chunk-I7TQQCIO.mjs";
import "../chunks/chunk-533ISHDF.mjs";
import "../chunks/chunk-RPRBIONT.mjs";
import "../chunks/chunk-U2LNNYGN.mjs";
import "../chunks/chunk-BDJ27EXF.mjs";
import {
  package_default
} from "../chunks/chunk-LXLCFOIK.mjs";
import "../chunks/chunk-RWY4PEFU.mjs";
import "../chunks/chunk-QYEL2MFA.mjs";
import "../chunks/chunk-F2AMJPZZ.mjs";
import "../chunks/chunk-L664XDLE.mjs";
import "../chunks/chunk-QVRXA3M7.mjs";
import "../chunks/chunk-U7UIXCIZ.mjs";
import "../chunks/chunk-JWT5IVFO.mjs";
import "../chunks/chunk-HLYA65ZP.mjs";
import "../chunks/chunk-DUAYWCTV.mjs";
import "../chunks/chunk-L4FURYEC.mjs";
import "../chunks/chunk-XLHUBM2R.mjs";
import "../chunks/chunk-GQLSYNDT.mjs";
import "../chunks/chunk-YHXX3QQK.mjs";
import "../chunks/chunk-OZWTQJBA.mjs";
import "../chunks/chunk-CX2LRTTA.mjs";
import "../chunks/chunk-24KEYR4D.mjs";
import "../chunks/chunk-CJNISIGL.mjs";
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
import "../chunks/chunk-SKYZ6BOQ.mjs";
import "../chunks/chunk-R2N667XA.mjs";

// src/action.ts
var host = stepHost({ version: package_default.version, directory: import.meta.dirname });
process.exitCode = await runStep(host, cancelOnRunnerSignals());
