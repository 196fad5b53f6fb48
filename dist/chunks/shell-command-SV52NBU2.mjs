import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  readShellTarget,
  shellCommand
} from "./chunk-ZIWFKW5R.mjs";
import "./chunk-MGQJM2EA.mjs";
import "./chunk-BJUEYFOV.mjs";
import "./chunk-S6HPMQN3.mjs";
import "./chunk-62ZYP4QI.mjs";
import "./chunk-SX6RZBWL.mjs";
import "./chunk-LLYMXFPJ.mjs";
import "./chunk-6AMDTF65.mjs";
import "./chunk-CLLLEQPJ.mjs";
import "./chunk-FYDEPKFN.mjs";
import "./chunk-QCCLME2R.mjs";
import "./chunk-WXIWISYZ.mjs";
import "./chunk-HC2HJNXW.mjs";
import "./chunk-H3I433UH.mjs";
import "./chunk-U2LNNYGN.mjs";
import "./chunk-S5GG2IC3.mjs";
import "./chunk-FBGR25Y5.mjs";
import "./chunk-JS5NFNJV.mjs";
import "./chunk-YAKF2QPZ.mjs";
import "./chunk-DC7FZJX5.mjs";
import "./chunk-GW3KOSYU.mjs";
import "./chunk-BDJ27EXF.mjs";
import "./chunk-JE7DW4WU.mjs";
import "./chunk-F2AMJPZZ.mjs";
import "./chunk-L664XDLE.mjs";
import "./chunk-ME6GYUW5.mjs";
import "./chunk-PEZSLER4.mjs";
import "./chunk-IZCT2OWA.mjs";
import "./chunk-F3BEZLZQ.mjs";
import "./chunk-HLYA65ZP.mjs";
import "./chunk-KUXDDXUL.mjs";
import "./chunk-MUMNHH5Q.mjs";
import "./chunk-O3BFIY6O.mjs";
import "./chunk-HGFEME7W.mjs";
import "./chunk-7TDX4BK4.mjs";
import "./chunk-SZU3HCXJ.mjs";
import "./chunk-MGCEODHU.mjs";
import "./chunk-4VOBW4F5.mjs";
import "./chunk-24KEYR4D.mjs";
import "./chunk-4NERI4SW.mjs";
import "./chunk-V4ERITS4.mjs";
import "./chunk-BG5MEEMU.mjs";
import "./chunk-CV4MAWGW.mjs";
import "./chunk-L2Z4XR4T.mjs";
import "./chunk-PNGENSD7.mjs";
import "./chunk-ZOCY7ZAN.mjs";
import "./chunk-IMACQRHJ.mjs";
import "./chunk-37LICBCB.mjs";
import "./chunk-R2N667XA.mjs";
export {
  readShellTarget,
  shellCommand
};
