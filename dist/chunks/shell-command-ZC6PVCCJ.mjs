import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  openShellOn,
  readShellTarget,
  shellCommand
} from "./chunk-VPX2O2YG.mjs";
import "./chunk-BNIRXLCU.mjs";
import "./chunk-G2DFTWB3.mjs";
import "./chunk-ZKVOOFO6.mjs";
import "./chunk-6KXNGZCH.mjs";
import "./chunk-TKRNOJJO.mjs";
import "./chunk-WGPRXA6T.mjs";
import "./chunk-3CADXT4S.mjs";
import "./chunk-GIT2XBE2.mjs";
import "./chunk-ZEDE5ZFO.mjs";
import "./chunk-LLYMXFPJ.mjs";
import "./chunk-GHQCDBYL.mjs";
import "./chunk-LU5G6QLY.mjs";
import "./chunk-NVBIVCG5.mjs";
import "./chunk-V6QVYMDT.mjs";
import "./chunk-LMHMQLKZ.mjs";
import "./chunk-TQNU3RYX.mjs";
import "./chunk-FEUI54CN.mjs";
import "./chunk-PK6VEPSI.mjs";
import "./chunk-HLYA65ZP.mjs";
import "./chunk-PBOXS6DZ.mjs";
import "./chunk-T2I3TE57.mjs";
import "./chunk-NNEUJRZA.mjs";
import "./chunk-QYEL2MFA.mjs";
import "./chunk-TJ3VXYW3.mjs";
import "./chunk-CSV2R5HR.mjs";
import "./chunk-SKBP2LP6.mjs";
import "./chunk-DKSBWKUE.mjs";
import "./chunk-CV4MAWGW.mjs";
import "./chunk-MYDY7IW4.mjs";
import "./chunk-JMYNRD5W.mjs";
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
