import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  readShellTarget,
  shellCommand
} from "./chunk-T6VBCZKA.mjs";
import "./chunk-IIY6I6MM.mjs";
import "./chunk-I6O3SH2R.mjs";
import "./chunk-CMVGO2SH.mjs";
import "./chunk-HAKHYHOG.mjs";
import "./chunk-TYADCOY4.mjs";
import "./chunk-LLYMXFPJ.mjs";
import "./chunk-D4D3PID5.mjs";
import "./chunk-QPLCJBWB.mjs";
import "./chunk-3BMZNN6W.mjs";
import "./chunk-S3OQ5B4F.mjs";
import "./chunk-VSOJBJQN.mjs";
import "./chunk-Z5M3ZDMR.mjs";
import "./chunk-QU4KJBQ7.mjs";
import "./chunk-O26GYING.mjs";
import "./chunk-2VRCS2NZ.mjs";
import "./chunk-U2LNNYGN.mjs";
import "./chunk-V3LGSP6I.mjs";
import "./chunk-CWIDTWL5.mjs";
import "./chunk-YAKF2QPZ.mjs";
import "./chunk-4NAOM35O.mjs";
import "./chunk-ZIRE2WXS.mjs";
import "./chunk-ZCKYQYTZ.mjs";
import "./chunk-NTA7CW6N.mjs";
import "./chunk-BDJ27EXF.mjs";
import "./chunk-QYEL2MFA.mjs";
import "./chunk-F2AMJPZZ.mjs";
import "./chunk-L664XDLE.mjs";
import "./chunk-S62TFZ3Q.mjs";
import "./chunk-U7UIXCIZ.mjs";
import "./chunk-X4NXB3OR.mjs";
import "./chunk-F3BEZLZQ.mjs";
import "./chunk-HLYA65ZP.mjs";
import "./chunk-L4FURYEC.mjs";
import "./chunk-U3OBDBEH.mjs";
import "./chunk-GQLSYNDT.mjs";
import "./chunk-GIMLPV7G.mjs";
import "./chunk-KT3RUA77.mjs";
import "./chunk-CJNISIGL.mjs";
import "./chunk-3ET4NWOZ.mjs";
import "./chunk-6JISIKFC.mjs";
import "./chunk-24KEYR4D.mjs";
import "./chunk-4NERI4SW.mjs";
import "./chunk-RACR2MDA.mjs";
import "./chunk-Q5WLDUDD.mjs";
import "./chunk-CV4MAWGW.mjs";
import "./chunk-L2Z4XR4T.mjs";
import "./chunk-PNGENSD7.mjs";
import "./chunk-ZOCY7ZAN.mjs";
import "./chunk-TN32ZU5T.mjs";
import "./chunk-SKYZ6BOQ.mjs";
import "./chunk-R2N667XA.mjs";
export {
  readShellTarget,
  shellCommand
};
