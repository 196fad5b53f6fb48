import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  readShellTarget,
  shellCommand
} from "./chunk-XIQ6S4XB.mjs";
import "./chunk-DDDTZMXL.mjs";
import "./chunk-O75J63CJ.mjs";
import "./chunk-CZRAAAEG.mjs";
import "./chunk-HAKHYHOG.mjs";
import "./chunk-4XF7ZQYW.mjs";
import "./chunk-LLYMXFPJ.mjs";
import "./chunk-HBKCXFIF.mjs";
import "./chunk-7IVEGJSB.mjs";
import "./chunk-3BMZNN6W.mjs";
import "./chunk-S3OQ5B4F.mjs";
import "./chunk-DTZQGEXW.mjs";
import "./chunk-Z5M3ZDMR.mjs";
import "./chunk-I7TQQCIO.mjs";
import "./chunk-533ISHDF.mjs";
import "./chunk-RPRBIONT.mjs";
import "./chunk-U2LNNYGN.mjs";
import "./chunk-ED32U42H.mjs";
import "./chunk-IY7I4LAA.mjs";
import "./chunk-YAKF2QPZ.mjs";
import "./chunk-4NAOM35O.mjs";
import "./chunk-R5TOSHAV.mjs";
import "./chunk-TNBZUDKC.mjs";
import "./chunk-UOXXICQ4.mjs";
import "./chunk-BDJ27EXF.mjs";
import "./chunk-QYEL2MFA.mjs";
import "./chunk-F2AMJPZZ.mjs";
import "./chunk-L664XDLE.mjs";
import "./chunk-S62TFZ3Q.mjs";
import "./chunk-U7UIXCIZ.mjs";
import "./chunk-X4NXB3OR.mjs";
import "./chunk-F3BEZLZQ.mjs";
import "./chunk-HLYA65ZP.mjs";
import "./chunk-L4FURYEC.mjs";
import "./chunk-XDUMB6YB.mjs";
import "./chunk-GQLSYNDT.mjs";
import "./chunk-GIMLPV7G.mjs";
import "./chunk-CX2LRTTA.mjs";
import "./chunk-CJNISIGL.mjs";
import "./chunk-VZIXGXY6.mjs";
import "./chunk-6JISIKFC.mjs";
import "./chunk-24KEYR4D.mjs";
import "./chunk-4NERI4SW.mjs";
import "./chunk-FPQDROTJ.mjs";
import "./chunk-4K3JF4DD.mjs";
import "./chunk-CV4MAWGW.mjs";
import "./chunk-L2Z4XR4T.mjs";
import "./chunk-PNGENSD7.mjs";
import "./chunk-ZOCY7ZAN.mjs";
import "./chunk-TN32ZU5T.mjs";
import "./chunk-SKYZ6BOQ.mjs";
import "./chunk-R2N667XA.mjs";
export {
  readShellTarget,
  shellCommand
};
