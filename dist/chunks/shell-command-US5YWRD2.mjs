import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  openShellOn,
  readShellTarget,
  shellCommand
} from "./chunk-HBKSLCTU.mjs";
import "./chunk-2Z7SNMEB.mjs";
import "./chunk-TFLT4OB2.mjs";
import "./chunk-H6C6KMQI.mjs";
import "./chunk-CUFLDMRK.mjs";
import "./chunk-UJ6V7YHP.mjs";
import "./chunk-NGS5KO3F.mjs";
import "./chunk-6YIAG66W.mjs";
import "./chunk-ICBB3RMK.mjs";
import "./chunk-CCZMTNCW.mjs";
import "./chunk-BLKRLXRH.mjs";
import "./chunk-YAKF2QPZ.mjs";
import "./chunk-PR3DVR3L.mjs";
import "./chunk-V53RICX3.mjs";
import "./chunk-LLYMXFPJ.mjs";
import "./chunk-NBUSENJR.mjs";
import "./chunk-4NAOM35O.mjs";
import "./chunk-R5TOSHAV.mjs";
import "./chunk-DTZQGEXW.mjs";
import "./chunk-Z5M3ZDMR.mjs";
import "./chunk-HBKCXFIF.mjs";
import "./chunk-UOXXICQ4.mjs";
import "./chunk-S3OQ5B4F.mjs";
import "./chunk-ZWUKZCRX.mjs";
import "./chunk-I7TQQCIO.mjs";
import "./chunk-533ISHDF.mjs";
import "./chunk-RPRBIONT.mjs";
import "./chunk-U2LNNYGN.mjs";
import "./chunk-BDJ27EXF.mjs";
import "./chunk-QYEL2MFA.mjs";
import "./chunk-F2AMJPZZ.mjs";
import "./chunk-L664XDLE.mjs";
import "./chunk-QVRXA3M7.mjs";
import "./chunk-U7UIXCIZ.mjs";
import "./chunk-JWT5IVFO.mjs";
import "./chunk-HLYA65ZP.mjs";
import "./chunk-DUAYWCTV.mjs";
import "./chunk-L4FURYEC.mjs";
import "./chunk-XLHUBM2R.mjs";
import "./chunk-GQLSYNDT.mjs";
import "./chunk-YHXX3QQK.mjs";
import "./chunk-OZWTQJBA.mjs";
import "./chunk-CX2LRTTA.mjs";
import "./chunk-24KEYR4D.mjs";
import "./chunk-CJNISIGL.mjs";
import "./chunk-4NERI4SW.mjs";
import "./chunk-VZIXGXY6.mjs";
import "./chunk-FPQDROTJ.mjs";
import "./chunk-4K3JF4DD.mjs";
import "./chunk-CV4MAWGW.mjs";
import "./chunk-ZOCY7ZAN.mjs";
import "./chunk-PNGENSD7.mjs";
import "./chunk-L2Z4XR4T.mjs";
import "./chunk-TN32ZU5T.mjs";
import "./chunk-4ZGFQWUM.mjs";
import "./chunk-SKYZ6BOQ.mjs";
import "./chunk-R2N667XA.mjs";
export {
  openShellOn,
  readShellTarget,
  shellCommand
};
