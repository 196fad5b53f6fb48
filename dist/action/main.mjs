import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  cancelOnRunnerSignals,
  runStep,
  stepHost
} from "../chunks/chunk-6YR75QEA.mjs";
import "../chunks/chunk-65AH7NCO.mjs";
import "../chunks/chunk-MI7E6NPT.mjs";
import "../chunks/chunk-MMK2FXHK.mjs";
import "../chunks/chunk-M6HOJEOX.mjs";
import "../chunks/chunk-EKV2Y7MH.mjs";
import "../chunks/chunk-RR6J365S.mjs";
import "../chunks/chunk-Q2EGHOYM.mjs";
import "../chunks/chunk-TK34BH44.mjs";
import "../chunks/chunk-SFWCYSGY.mjs";
import "../chunks/chunk-YYYOIILW.mjs";
import "../chunks/chunk-FPPISTCK.mjs";
import "../chunks/chunk-MWSOJAPI.mjs";
import "../chunks/chunk-J47MZL2S.mjs";
import "../chunks/chunk-LLYMXFPJ.mjs";
import "../chunks/chunk-NB437NA3.mjs";
import "../chunks/chunk-KGK4BNO4.mjs";
import "../chunks/chunk-SDVAEVA3.mjs";
import "../chunks/chunk-XFDUTJQO.mjs";
import "../chunks/chunk-NKZIOLFZ.mjs";
import "../chunks/chunk-YQYRMZUA.mjs";
import "../chunks/chunk-QCCLME2R.mjs";
import "../chunks/chunk-4TKJAHCI.mjs";
import "../chunks/chunk-M4CGKEVX.mjs";
import "../chunks/chunk-JWWMP6TB.mjs";
import "../chunks/chunk-MY5CIAFD.mjs";
import "../chunks/chunk-XSXPQMAN.mjs";
import "../chunks/chunk-H2APEFKJ.mjs";
import "../chunks/chunk-NE5LJTXT.mjs";
import "../chunks/chunk-2OFHFCPK.mjs";
import "../chunks/chunk-VYNQ2PIG.mjs";
import "../chunks/chunk-HNXBVB67.mjs";
import "../chunks/chunk-OMGNMJPB.mjs";
import "../chunks/chunk-5NQF2QDM.mjs";
import {
  package_default
} from "../chunks/chunk-CRVOK54D.mjs";
import "../chunks/chunk-JE7DW4WU.mjs";
import "../chunks/chunk-F2AMJPZZ.mjs";
import "../chunks/chunk-L664XDLE.mjs";
import "../chunks/chunk-OHIRDSH4.mjs";
import "../chunks/chunk-TD2YEB3R.mjs";
import "../chunks/chunk-BK7ZKQBN.mjs";
import "../chunks/chunk-GRLCVFXK.mjs";
import "../chunks/chunk-GOO27SAS.mjs";
import "../chunks/chunk-F3BEZLZQ.mjs";
import "../chunks/chunk-HLYA65ZP.mjs";
import "../chunks/chunk-KUXDDXUL.mjs";
import "../chunks/chunk-C2OLHSA4.mjs";
import "../chunks/chunk-RBZLZJ5H.mjs";
import "../chunks/chunk-2XDF6ZYF.mjs";
import "../chunks/chunk-O3BFIY6O.mjs";
import "../chunks/chunk-POAFZQYO.mjs";
import "../chunks/chunk-RDL5OD3F.mjs";
import "../chunks/chunk-SZU3HCXJ.mjs";
import "../chunks/chunk-MGCEODHU.mjs";
import "../chunks/chunk-QROGUTYL.mjs";
import "../chunks/chunk-V4ERITS4.mjs";
import "../chunks/chunk-FZIWA45V.mjs";
import "../chunks/chunk-JG4JISMR.mjs";
import "../chunks/chunk-TB2IITN3.mjs";
import "../chunks/chunk-L2Z4XR4T.mjs";
import "../chunks/chunk-PNGENSD7.mjs";
import "../chunks/chunk-IMACQRHJ.mjs";
import "../chunks/chunk-CG4EY3AM.mjs";
import "../chunks/chunk-37LICBCB.mjs";
import "../chunks/chunk-R2N667XA.mjs";

// src/action.ts
var host = stepHost({ version: package_default.version, directory: import.meta.dirname });
process.exitCode = await runStep(host, cancelOnRunnerSignals());
