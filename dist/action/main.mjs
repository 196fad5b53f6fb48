import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  cancelOnRunnerSignals,
  runStep,
  stepHost
} from "../chunks/chunk-XW4GPN7T.mjs";
import "../chunks/chunk-NB2HPNDT.mjs";
import "../chunks/chunk-CMZF4YF3.mjs";
import "../chunks/chunk-MSIDCGGZ.mjs";
import "../chunks/chunk-CSPSRGM7.mjs";
import "../chunks/chunk-CDC4NJYS.mjs";
import "../chunks/chunk-N6QOIYOK.mjs";
import "../chunks/chunk-XVBDCBSD.mjs";
import "../chunks/chunk-GHX5AG6V.mjs";
import "../chunks/chunk-LEE63BIM.mjs";
import "../chunks/chunk-N5H5BETU.mjs";
import "../chunks/chunk-BMANK736.mjs";
import "../chunks/chunk-ZKNNHXWS.mjs";
import "../chunks/chunk-TIZXJKML.mjs";
import "../chunks/chunk-LLYMXFPJ.mjs";
import "../chunks/chunk-34WK232U.mjs";
import "../chunks/chunk-GNHCZS7H.mjs";
import "../chunks/chunk-ZKFBEZXU.mjs";
import "../chunks/chunk-QCCLME2R.mjs";
import "../chunks/chunk-SRBM5A4H.mjs";
import "../chunks/chunk-HC2HJNXW.mjs";
import "../chunks/chunk-H3I433UH.mjs";
import "../chunks/chunk-U2LNNYGN.mjs";
import "../chunks/chunk-GCA3H5EJ.mjs";
import "../chunks/chunk-CVZNGOEO.mjs";
import "../chunks/chunk-LGTA3Z2J.mjs";
import "../chunks/chunk-AGXE76LD.mjs";
import "../chunks/chunk-Q2WMKSFD.mjs";
import "../chunks/chunk-OMGNMJPB.mjs";
import "../chunks/chunk-CLE55MPA.mjs";
import {
  package_default
} from "../chunks/chunk-YZHTOKZL.mjs";
import "../chunks/chunk-JE7DW4WU.mjs";
import "../chunks/chunk-F2AMJPZZ.mjs";
import "../chunks/chunk-L664XDLE.mjs";
import "../chunks/chunk-OHIRDSH4.mjs";
import "../chunks/chunk-IOEXVWI5.mjs";
import "../chunks/chunk-IZCT2OWA.mjs";
import "../chunks/chunk-GOO27SAS.mjs";
import "../chunks/chunk-F3BEZLZQ.mjs";
import "../chunks/chunk-HLYA65ZP.mjs";
import "../chunks/chunk-KUXDDXUL.mjs";
import "../chunks/chunk-SBI5DSFT.mjs";
import "../chunks/chunk-MUMNHH5Q.mjs";
import "../chunks/chunk-2XDF6ZYF.mjs";
import "../chunks/chunk-O3BFIY6O.mjs";
import "../chunks/chunk-XAP76M4K.mjs";
import "../chunks/chunk-7TDX4BK4.mjs";
import "../chunks/chunk-SZU3HCXJ.mjs";
import "../chunks/chunk-MGCEODHU.mjs";
import "../chunks/chunk-4VOBW4F5.mjs";
import "../chunks/chunk-JG4JISMR.mjs";
import "../chunks/chunk-4NERI4SW.mjs";
import "../chunks/chunk-V4ERITS4.mjs";
import "../chunks/chunk-BG5MEEMU.mjs";
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
