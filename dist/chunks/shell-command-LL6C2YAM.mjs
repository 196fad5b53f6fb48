import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  openShellOn,
  readShellTarget,
  shellCommand
} from "./chunk-FAGXY4JM.mjs";
import "./chunk-4K6377GL.mjs";
import "./chunk-AVZTABUY.mjs";
import "./chunk-ZMSAJ7XA.mjs";
import "./chunk-TLWDT7OL.mjs";
import "./chunk-ICTWDHIL.mjs";
import "./chunk-PVDGFEX7.mjs";
import "./chunk-SVPWTAD5.mjs";
import "./chunk-P33J4D2E.mjs";
import "./chunk-FZDWEBFP.mjs";
import "./chunk-LLYMXFPJ.mjs";
import "./chunk-DJY7UOEN.mjs";
import "./chunk-WCMGYAMC.mjs";
import "./chunk-KNVQYPQ4.mjs";
import "./chunk-V6QVYMDT.mjs";
import "./chunk-GA7NJEFO.mjs";
import "./chunk-FG2T3IZ2.mjs";
import "./chunk-TSRCCZUM.mjs";
import "./chunk-PK6VEPSI.mjs";
import "./chunk-HLYA65ZP.mjs";
import "./chunk-TVCQSB66.mjs";
import "./chunk-T2I3TE57.mjs";
import "./chunk-SPGVT7YX.mjs";
import "./chunk-WJXIUAIK.mjs";
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
