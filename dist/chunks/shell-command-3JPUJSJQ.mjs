import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  openShellOn,
  readShellTarget,
  shellCommand
} from "./chunk-OQCZ2CXB.mjs";
import "./chunk-EIBHL2AZ.mjs";
import "./chunk-F5S5CKFL.mjs";
import "./chunk-ZROTTYJE.mjs";
import "./chunk-LMAHQ34L.mjs";
import "./chunk-7PCAW6XF.mjs";
import "./chunk-GYWIRAJO.mjs";
import "./chunk-RKEOHEZK.mjs";
import "./chunk-GIT2XBE2.mjs";
import "./chunk-J4ELMKWT.mjs";
import "./chunk-LLYMXFPJ.mjs";
import "./chunk-T65C6L3W.mjs";
import "./chunk-FOG73TM4.mjs";
import "./chunk-NVBIVCG5.mjs";
import "./chunk-V6QVYMDT.mjs";
import "./chunk-YA4BDXDT.mjs";
import "./chunk-3B6P5HT3.mjs";
import "./chunk-FEUI54CN.mjs";
import "./chunk-PK6VEPSI.mjs";
import "./chunk-HLYA65ZP.mjs";
import "./chunk-V3MAHR6H.mjs";
import "./chunk-T2I3TE57.mjs";
import "./chunk-HBPWLCAE.mjs";
import "./chunk-QYEL2MFA.mjs";
import "./chunk-FOXTAY7A.mjs";
import "./chunk-GI2TO4WQ.mjs";
import "./chunk-6Q5IN44C.mjs";
import "./chunk-JGZQTAEA.mjs";
import "./chunk-43WI7UBL.mjs";
import "./chunk-Z3ITJCMR.mjs";
import "./chunk-KK7JZIMJ.mjs";
import "./chunk-FENBZ42U.mjs";
import "./chunk-BDOVBJD2.mjs";
import "./chunk-XY42UZ25.mjs";
import "./chunk-2C35U6OZ.mjs";
import "./chunk-OO2ITZZJ.mjs";
import "./chunk-NMLPZBC3.mjs";
import "./chunk-P5IEHZ2D.mjs";
import "./chunk-ZOCY7ZAN.mjs";
import "./chunk-KLTUR2PH.mjs";
import "./chunk-3V3CBYNY.mjs";
import "./chunk-Z52LW6BK.mjs";
import "./chunk-GRJFLVWM.mjs";
import "./chunk-U2LNNYGN.mjs";
import "./chunk-42EG7RIT.mjs";
import "./chunk-IRPNDCYH.mjs";
import "./chunk-PNGENSD7.mjs";
import "./chunk-OY4GEF45.mjs";
import "./chunk-XFDUTJQO.mjs";
import "./chunk-R2N667XA.mjs";
export {
  openShellOn,
  readShellTarget,
  shellCommand
};
