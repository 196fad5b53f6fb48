import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  openShellOn,
  readShellTarget,
  shellCommand
} from "./chunk-6YYRBWL2.mjs";
import "./chunk-BFJD3NBW.mjs";
import "./chunk-XSCWRLS7.mjs";
import "./chunk-4OBC7ETG.mjs";
import "./chunk-M7YPIK2J.mjs";
import "./chunk-YOCGVPEI.mjs";
import "./chunk-GT27GU3L.mjs";
import "./chunk-KTSAUHL7.mjs";
import "./chunk-GIT2XBE2.mjs";
import "./chunk-ZMOUVVRZ.mjs";
import "./chunk-LLYMXFPJ.mjs";
import "./chunk-GZ7LWFOB.mjs";
import "./chunk-J5225S4D.mjs";
import "./chunk-V6QVYMDT.mjs";
import "./chunk-L3WEPZ6I.mjs";
import "./chunk-H2TO7X7F.mjs";
import "./chunk-E7XGSJMQ.mjs";
import "./chunk-PK6VEPSI.mjs";
import "./chunk-HLYA65ZP.mjs";
import "./chunk-AVXTAMDB.mjs";
import "./chunk-T2I3TE57.mjs";
import "./chunk-GSAV6IMO.mjs";
import "./chunk-D65C2E4D.mjs";
import "./chunk-QYEL2MFA.mjs";
import "./chunk-XZUP6TOP.mjs";
import "./chunk-CSV2R5HR.mjs";
import "./chunk-SKBP2LP6.mjs";
import "./chunk-DKSBWKUE.mjs";
import "./chunk-SOJWF4Z4.mjs";
import "./chunk-CV4MAWGW.mjs";
import "./chunk-MYDY7IW4.mjs";
import "./chunk-QGMTBMWF.mjs";
import "./chunk-FX2T7QRF.mjs";
import "./chunk-CZYP53SI.mjs";
import "./chunk-5AVZSXSO.mjs";
import "./chunk-2C35U6OZ.mjs";
import "./chunk-OO2ITZZJ.mjs";
import "./chunk-NMLPZBC3.mjs";
import "./chunk-55UQDUV5.mjs";
import "./chunk-ZOCY7ZAN.mjs";
import "./chunk-KLTUR2PH.mjs";
import "./chunk-3V3CBYNY.mjs";
import "./chunk-UE56YTIM.mjs";
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
