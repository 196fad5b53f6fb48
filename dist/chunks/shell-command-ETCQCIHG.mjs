import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  openShellOn,
  readShellTarget,
  shellCommand
} from "./chunk-IO25ADG3.mjs";
import "./chunk-FKPAE7NP.mjs";
import "./chunk-FTRXT4OO.mjs";
import "./chunk-36Q67UB2.mjs";
import "./chunk-DAIB3XBR.mjs";
import "./chunk-AALCTFRY.mjs";
import "./chunk-PVDGFEX7.mjs";
import "./chunk-BDYMLESF.mjs";
import "./chunk-P33J4D2E.mjs";
import "./chunk-GI4J4DFE.mjs";
import "./chunk-LLYMXFPJ.mjs";
import "./chunk-DJY7UOEN.mjs";
import "./chunk-3MIPW6LM.mjs";
import "./chunk-KNVQYPQ4.mjs";
import "./chunk-V6QVYMDT.mjs";
import "./chunk-GJGVNV2E.mjs";
import "./chunk-JZF3CTAP.mjs";
import "./chunk-TIQLIYA3.mjs";
import "./chunk-PK6VEPSI.mjs";
import "./chunk-HLYA65ZP.mjs";
import "./chunk-TVCQSB66.mjs";
import "./chunk-T2I3TE57.mjs";
import "./chunk-TS44JV3Y.mjs";
import "./chunk-APKFICTJ.mjs";
import "./chunk-QYEL2MFA.mjs";
import "./chunk-Y4FPGWM2.mjs";
import "./chunk-F7USHXZA.mjs";
import "./chunk-RPTY24U7.mjs";
import "./chunk-DKSBWKUE.mjs";
import "./chunk-SOJWF4Z4.mjs";
import "./chunk-CV4MAWGW.mjs";
import "./chunk-MYDY7IW4.mjs";
import "./chunk-ZTBVG3PO.mjs";
import "./chunk-4RU3GCCT.mjs";
import "./chunk-SRNC3GSI.mjs";
import "./chunk-Z5M3ZDMR.mjs";
import "./chunk-5AVZSXSO.mjs";
import "./chunk-LNOYAHRC.mjs";
import "./chunk-2JNJEXXK.mjs";
import "./chunk-OO2ITZZJ.mjs";
import "./chunk-NMLPZBC3.mjs";
import "./chunk-55UQDUV5.mjs";
import "./chunk-ZOCY7ZAN.mjs";
import "./chunk-KLTUR2PH.mjs";
import "./chunk-3V3CBYNY.mjs";
import "./chunk-UE56YTIM.mjs";
import "./chunk-GRJFLVWM.mjs";
import "./chunk-SMWPJZE2.mjs";
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
