import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  openShellOn,
  readShellTarget,
  shellCommand
} from "./chunk-XEJGYMSM.mjs";
import "./chunk-EBOYYICC.mjs";
import "./chunk-KKHS4BHM.mjs";
import "./chunk-7GKRERAJ.mjs";
import "./chunk-XNVMQNAI.mjs";
import "./chunk-WF6VJDRT.mjs";
import "./chunk-FV6BZTBF.mjs";
import "./chunk-DTG3C2HT.mjs";
import "./chunk-P33J4D2E.mjs";
import "./chunk-WW7N3RM6.mjs";
import "./chunk-LLYMXFPJ.mjs";
import "./chunk-4Y2EPLD4.mjs";
import "./chunk-7UPMEKT5.mjs";
import "./chunk-V6QVYMDT.mjs";
import "./chunk-EEXBSU4F.mjs";
import "./chunk-ZXMZZCZT.mjs";
import "./chunk-G24Y6W2J.mjs";
import "./chunk-PK6VEPSI.mjs";
import "./chunk-HLYA65ZP.mjs";
import "./chunk-3WPEOYGK.mjs";
import "./chunk-T2I3TE57.mjs";
import "./chunk-TPYHRBW4.mjs";
import "./chunk-D65C2E4D.mjs";
import "./chunk-QYEL2MFA.mjs";
import "./chunk-FSASTOS2.mjs";
import "./chunk-CSV2R5HR.mjs";
import "./chunk-SKBP2LP6.mjs";
import "./chunk-DKSBWKUE.mjs";
import "./chunk-SOJWF4Z4.mjs";
import "./chunk-CV4MAWGW.mjs";
import "./chunk-MYDY7IW4.mjs";
import "./chunk-RSLVQSWN.mjs";
import "./chunk-XC6B4ZIK.mjs";
import "./chunk-CZYP53SI.mjs";
import "./chunk-5AVZSXSO.mjs";
import "./chunk-MOBWBLZV.mjs";
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
