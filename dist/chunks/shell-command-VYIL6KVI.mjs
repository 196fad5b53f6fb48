import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  openShellOn,
  readShellTarget,
  shellCommand
} from "./chunk-XLMCF22U.mjs";
import "./chunk-NY4SFS4O.mjs";
import "./chunk-IPULSE7S.mjs";
import "./chunk-2I4ZT5DY.mjs";
import "./chunk-XSHT4BSR.mjs";
import "./chunk-XYYAYJHH.mjs";
import "./chunk-WJAA46HJ.mjs";
import "./chunk-5UFV4OTM.mjs";
import "./chunk-Y46EEV3V.mjs";
import "./chunk-COY7FKDD.mjs";
import "./chunk-AO3DYV3E.mjs";
import "./chunk-CIUXUPZ3.mjs";
import "./chunk-YAKF2QPZ.mjs";
import "./chunk-PW7YLBU3.mjs";
import "./chunk-BWVQKUDF.mjs";
import "./chunk-LLYMXFPJ.mjs";
import "./chunk-WCSNWHUM.mjs";
import "./chunk-4NAOM35O.mjs";
import "./chunk-UQNTGV3W.mjs";
import "./chunk-CVEPMCJR.mjs";
import "./chunk-Z5M3ZDMR.mjs";
import "./chunk-CUDZ6OFH.mjs";
import "./chunk-LN532BCO.mjs";
import "./chunk-S3OQ5B4F.mjs";
import "./chunk-MFGE3PEG.mjs";
import "./chunk-Z5L6BLYB.mjs";
import "./chunk-533ISHDF.mjs";
import "./chunk-RPRBIONT.mjs";
import "./chunk-U2LNNYGN.mjs";
import "./chunk-BDJ27EXF.mjs";
import "./chunk-QYEL2MFA.mjs";
import "./chunk-F2AMJPZZ.mjs";
import "./chunk-ORRRUZN6.mjs";
import "./chunk-QVRXA3M7.mjs";
import "./chunk-BOQ5AXRN.mjs";
import "./chunk-ZNIPUPX6.mjs";
import "./chunk-HLYA65ZP.mjs";
import "./chunk-DUAYWCTV.mjs";
import "./chunk-L4FURYEC.mjs";
import "./chunk-E3S2Y5VJ.mjs";
import "./chunk-DLOU7QU3.mjs";
import "./chunk-YHXX3QQK.mjs";
import "./chunk-X4S3OXBD.mjs";
import "./chunk-CX2LRTTA.mjs";
import "./chunk-24KEYR4D.mjs";
import "./chunk-57ZEP2ED.mjs";
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
import "./chunk-2OQNYEBH.mjs";
import "./chunk-R2N667XA.mjs";
export {
  openShellOn,
  readShellTarget,
  shellCommand
};
