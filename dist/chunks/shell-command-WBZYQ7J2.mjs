import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  openShellOn,
  readShellTarget,
  shellCommand
} from "./chunk-5HJMZR7V.mjs";
import "./chunk-NULHMWAY.mjs";
import "./chunk-NFJB2QJ6.mjs";
import "./chunk-FCBYWE35.mjs";
import "./chunk-3SJXZ2TJ.mjs";
import "./chunk-QDQB2G4R.mjs";
import "./chunk-YIUSJZOK.mjs";
import "./chunk-PTUOFEBU.mjs";
import "./chunk-KH23TTGM.mjs";
import "./chunk-FG6HWOVA.mjs";
import "./chunk-LLYMXFPJ.mjs";
import "./chunk-Z5NZGPBE.mjs";
import "./chunk-KMI3D2LQ.mjs";
import "./chunk-V6QVYMDT.mjs";
import "./chunk-5X3GFS3X.mjs";
import "./chunk-LW5EQ7TB.mjs";
import "./chunk-MKDVNKDL.mjs";
import "./chunk-PK6VEPSI.mjs";
import "./chunk-HLYA65ZP.mjs";
import "./chunk-HAJ25JEO.mjs";
import "./chunk-T2I3TE57.mjs";
import "./chunk-JJCP5FEZ.mjs";
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
