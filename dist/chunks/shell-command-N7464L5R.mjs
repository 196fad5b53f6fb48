import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  openShellOn,
  readShellTarget,
  shellCommand
} from "./chunk-DCW6IXCD.mjs";
import "./chunk-ATXXT4UX.mjs";
import "./chunk-IC5HD4LB.mjs";
import "./chunk-K66CZ3YL.mjs";
import "./chunk-QKB5TDWZ.mjs";
import "./chunk-IBD2GKUO.mjs";
import "./chunk-PIM6DPNA.mjs";
import "./chunk-EPEJUFYZ.mjs";
import "./chunk-6W2D4BCN.mjs";
import "./chunk-4PMOY6FC.mjs";
import "./chunk-L6EZNR73.mjs";
import "./chunk-RW23ILEV.mjs";
import "./chunk-C5HBLFOV.mjs";
import "./chunk-YAKF2QPZ.mjs";
import "./chunk-YWXRE6VK.mjs";
import "./chunk-U6OTOOPJ.mjs";
import "./chunk-LLYMXFPJ.mjs";
import "./chunk-A25XSJG7.mjs";
import "./chunk-ZGLQIM6W.mjs";
import "./chunk-VMXOEY32.mjs";
import "./chunk-R3FTYVMD.mjs";
import "./chunk-Z5M3ZDMR.mjs";
import "./chunk-K723NUHD.mjs";
import "./chunk-2OOJGNZB.mjs";
import "./chunk-BQTMZKTG.mjs";
import "./chunk-3DU4OYAH.mjs";
import "./chunk-QU4KJBQ7.mjs";
import "./chunk-O26GYING.mjs";
import "./chunk-2VRCS2NZ.mjs";
import "./chunk-U2LNNYGN.mjs";
import "./chunk-BDJ27EXF.mjs";
import "./chunk-QYEL2MFA.mjs";
import "./chunk-F2AMJPZZ.mjs";
import "./chunk-ORRRUZN6.mjs";
import "./chunk-QVRXA3M7.mjs";
import "./chunk-DQYBBPSA.mjs";
import "./chunk-ZNIPUPX6.mjs";
import "./chunk-HLYA65ZP.mjs";
import "./chunk-DUAYWCTV.mjs";
import "./chunk-L4FURYEC.mjs";
import "./chunk-A5F4ZBJZ.mjs";
import "./chunk-DLOU7QU3.mjs";
import "./chunk-YHXX3QQK.mjs";
import "./chunk-X4S3OXBD.mjs";
import "./chunk-OWWEY2YD.mjs";
import "./chunk-24KEYR4D.mjs";
import "./chunk-GHD2POFV.mjs";
import "./chunk-4NERI4SW.mjs";
import "./chunk-VZIXGXY6.mjs";
import "./chunk-KXKTA7HN.mjs";
import "./chunk-Q5WLDUDD.mjs";
import "./chunk-CV4MAWGW.mjs";
import "./chunk-ZOCY7ZAN.mjs";
import "./chunk-PNGENSD7.mjs";
import "./chunk-L2Z4XR4T.mjs";
import "./chunk-BLSDMNQH.mjs";
import "./chunk-4ZGFQWUM.mjs";
import "./chunk-2OQNYEBH.mjs";
import "./chunk-R2N667XA.mjs";
export {
  openShellOn,
  readShellTarget,
  shellCommand
};
