import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  openShellOn,
  readShellTarget,
  shellCommand
} from "./chunk-TVF7L6FA.mjs";
import "./chunk-SJ5R2H4C.mjs";
import "./chunk-CSYXEJ2L.mjs";
import "./chunk-ZDWVKOL7.mjs";
import "./chunk-OK2HPJP3.mjs";
import "./chunk-TKRNOJJO.mjs";
import "./chunk-WGPRXA6T.mjs";
import "./chunk-B3U7QEQA.mjs";
import "./chunk-GIT2XBE2.mjs";
import "./chunk-GXVZ33RJ.mjs";
import "./chunk-LLYMXFPJ.mjs";
import "./chunk-GHQCDBYL.mjs";
import "./chunk-UCOGYV5F.mjs";
import "./chunk-NVBIVCG5.mjs";
import "./chunk-V6QVYMDT.mjs";
import "./chunk-QOID7KFH.mjs";
import "./chunk-JL7ER4E5.mjs";
import "./chunk-FEUI54CN.mjs";
import "./chunk-PK6VEPSI.mjs";
import "./chunk-HLYA65ZP.mjs";
import "./chunk-PBOXS6DZ.mjs";
import "./chunk-T2I3TE57.mjs";
import "./chunk-OMIPX2E5.mjs";
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
