import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  openShellOn,
  readShellTarget,
  shellCommand
} from "./chunk-V7WZLKBL.mjs";
import "./chunk-VQ6HNBXK.mjs";
import "./chunk-BSFMPOGU.mjs";
import "./chunk-7TMAVN4R.mjs";
import "./chunk-TSC5J6AD.mjs";
import "./chunk-OUU7HFFX.mjs";
import "./chunk-QJEH5TOD.mjs";
import "./chunk-5UFV4OTM.mjs";
import "./chunk-SEFJ6RUN.mjs";
import "./chunk-KK4K2JKH.mjs";
import "./chunk-QQMQMWGW.mjs";
import "./chunk-YAKF2QPZ.mjs";
import "./chunk-JUG3MYZM.mjs";
import "./chunk-QEZZVRGI.mjs";
import "./chunk-LLYMXFPJ.mjs";
import "./chunk-WCSNWHUM.mjs";
import "./chunk-4NAOM35O.mjs";
import "./chunk-UQNTGV3W.mjs";
import "./chunk-CVEPMCJR.mjs";
import "./chunk-Z5M3ZDMR.mjs";
import "./chunk-CUDZ6OFH.mjs";
import "./chunk-LN532BCO.mjs";
import "./chunk-S3OQ5B4F.mjs";
import "./chunk-DTS3WGBH.mjs";
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
import "./chunk-EBJ5PFG7.mjs";
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
