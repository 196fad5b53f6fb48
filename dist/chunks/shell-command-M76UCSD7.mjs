import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  openShellOn,
  readShellTarget,
  shellCommand
} from "./chunk-S74JAKSV.mjs";
import "./chunk-U3XANPTE.mjs";
import "./chunk-44WQDRKH.mjs";
import "./chunk-7O3BN5SH.mjs";
import "./chunk-WDSGXLHX.mjs";
import "./chunk-QDQB2G4R.mjs";
import "./chunk-YIUSJZOK.mjs";
import "./chunk-SEQEV5PB.mjs";
import "./chunk-KH23TTGM.mjs";
import "./chunk-C653FVJ7.mjs";
import "./chunk-LLYMXFPJ.mjs";
import "./chunk-Z5NZGPBE.mjs";
import "./chunk-F4QQ65YG.mjs";
import "./chunk-V6QVYMDT.mjs";
import "./chunk-5M67AM6T.mjs";
import "./chunk-H2TMIXBC.mjs";
import "./chunk-MKDVNKDL.mjs";
import "./chunk-PK6VEPSI.mjs";
import "./chunk-HLYA65ZP.mjs";
import "./chunk-HAJ25JEO.mjs";
import "./chunk-T2I3TE57.mjs";
import "./chunk-TSI2CKU2.mjs";
import "./chunk-U3PELH3R.mjs";
import "./chunk-QYEL2MFA.mjs";
import "./chunk-QP5YMBDG.mjs";
import "./chunk-CSV2R5HR.mjs";
import "./chunk-SKBP2LP6.mjs";
import "./chunk-DKSBWKUE.mjs";
import "./chunk-SRGFSDY6.mjs";
import "./chunk-CV4MAWGW.mjs";
import "./chunk-MYDY7IW4.mjs";
import "./chunk-G4I7SWEH.mjs";
import "./chunk-SHTDDZMR.mjs";
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
