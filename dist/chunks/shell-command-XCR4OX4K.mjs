import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  openShellOn,
  readShellTarget,
  shellCommand
} from "./chunk-FST4MJZJ.mjs";
import "./chunk-JKBNRDW4.mjs";
import "./chunk-BS4R2CFZ.mjs";
import "./chunk-IAV73VBN.mjs";
import "./chunk-7OIMZIVN.mjs";
import "./chunk-GUA4IVZP.mjs";
import "./chunk-EPE4FO26.mjs";
import "./chunk-CJV4HZRA.mjs";
import "./chunk-GIT2XBE2.mjs";
import "./chunk-WSPQ2BDP.mjs";
import "./chunk-LLYMXFPJ.mjs";
import "./chunk-WMDFSDPT.mjs";
import "./chunk-XGFQLC73.mjs";
import "./chunk-NVBIVCG5.mjs";
import "./chunk-V6QVYMDT.mjs";
import "./chunk-ZTRBTY2K.mjs";
import "./chunk-DA453JI4.mjs";
import "./chunk-FEUI54CN.mjs";
import "./chunk-PK6VEPSI.mjs";
import "./chunk-HLYA65ZP.mjs";
import "./chunk-QXS2J4PZ.mjs";
import "./chunk-T2I3TE57.mjs";
import "./chunk-2UVFISCW.mjs";
import "./chunk-QYEL2MFA.mjs";
import "./chunk-ECEBIEQ2.mjs";
import "./chunk-4EUVECK7.mjs";
import "./chunk-6QBK7Y33.mjs";
import "./chunk-JGZQTAEA.mjs";
import "./chunk-43WI7UBL.mjs";
import "./chunk-Z3ITJCMR.mjs";
import "./chunk-XHUUVENG.mjs";
import "./chunk-7YCMIKE2.mjs";
import "./chunk-ORILD5XJ.mjs";
import "./chunk-2I2LEN5D.mjs";
import "./chunk-2C35U6OZ.mjs";
import "./chunk-OO2ITZZJ.mjs";
import "./chunk-NMLPZBC3.mjs";
import "./chunk-SSRYNI4W.mjs";
import "./chunk-ZOCY7ZAN.mjs";
import "./chunk-KLTUR2PH.mjs";
import "./chunk-3V3CBYNY.mjs";
import "./chunk-NMISTXWY.mjs";
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
