import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  openShellOn,
  readShellTarget,
  shellCommand
} from "./chunk-3OGZ457M.mjs";
import "./chunk-6HVPJI4O.mjs";
import "./chunk-JXUPJPBB.mjs";
import "./chunk-YJHGFXCC.mjs";
import "./chunk-3OD6SMH4.mjs";
import "./chunk-NRPIGM5J.mjs";
import "./chunk-VLCFCRNA.mjs";
import "./chunk-TM7T7PZG.mjs";
import "./chunk-KH23TTGM.mjs";
import "./chunk-H6ZORGS6.mjs";
import "./chunk-LLYMXFPJ.mjs";
import "./chunk-BIECLA5E.mjs";
import "./chunk-VNOB3I3B.mjs";
import "./chunk-L2FE2767.mjs";
import "./chunk-V6QVYMDT.mjs";
import "./chunk-DFQSTXOA.mjs";
import "./chunk-EBJQ7RVG.mjs";
import "./chunk-FEUI54CN.mjs";
import "./chunk-PK6VEPSI.mjs";
import "./chunk-HLYA65ZP.mjs";
import "./chunk-2JXGUV3I.mjs";
import "./chunk-T2I3TE57.mjs";
import "./chunk-3TXPE3IM.mjs";
import "./chunk-QYEL2MFA.mjs";
import "./chunk-C2NSLADP.mjs";
import "./chunk-CSV2R5HR.mjs";
import "./chunk-SKBP2LP6.mjs";
import "./chunk-DKSBWKUE.mjs";
import "./chunk-CV4MAWGW.mjs";
import "./chunk-MYDY7IW4.mjs";
import "./chunk-3ZLEVMTO.mjs";
import "./chunk-CZYP53SI.mjs";
import "./chunk-FJTRCQN3.mjs";
import "./chunk-QG5PWIID.mjs";
import "./chunk-TN6WU2A4.mjs";
import "./chunk-QXPZKVKD.mjs";
import "./chunk-55UQDUV5.mjs";
import "./chunk-ZOCY7ZAN.mjs";
import "./chunk-KLTUR2PH.mjs";
import "./chunk-3V3CBYNY.mjs";
import "./chunk-UE56YTIM.mjs";
import "./chunk-YA5OBRNA.mjs";
import "./chunk-U2LNNYGN.mjs";
import "./chunk-42EG7RIT.mjs";
import "./chunk-IRPNDCYH.mjs";
import "./chunk-PNGENSD7.mjs";
import "./chunk-OY4GEF45.mjs";
import "./chunk-66T6BMJ4.mjs";
import "./chunk-R2N667XA.mjs";
export {
  openShellOn,
  readShellTarget,
  shellCommand
};
