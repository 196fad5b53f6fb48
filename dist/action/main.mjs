import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  cancelOnRunnerSignals,
  runStep,
  stepHost
} from "../chunks/chunk-L5SMYXP5.mjs";
import "../chunks/chunk-4S2OLC23.mjs";
import "../chunks/chunk-C2UQJHXT.mjs";
import "../chunks/chunk-CNWRWPHS.mjs";
import "../chunks/chunk-HJ3IEM7Z.mjs";
import "../chunks/chunk-IOS3ICLA.mjs";
import "../chunks/chunk-2QBECAST.mjs";
import "../chunks/chunk-WRYQWHVK.mjs";
import "../chunks/chunk-4HZS6R5G.mjs";
import "../chunks/chunk-UQ6O43U7.mjs";
import "../chunks/chunk-IMAHB5MA.mjs";
import "../chunks/chunk-J3EUFVXW.mjs";
import "../chunks/chunk-DN5ZU4GS.mjs";
import "../chunks/chunk-5YCLOZG5.mjs";
import "../chunks/chunk-ZXXUVHBG.mjs";
import "../chunks/chunk-AAY7WIKX.mjs";
import "../chunks/chunk-7N4AMPUF.mjs";
import "../chunks/chunk-QNI5LVWG.mjs";
import "../chunks/chunk-6DM3KHBY.mjs";
import "../chunks/chunk-RYUO4VQ2.mjs";
import "../chunks/chunk-3CHFBSJ4.mjs";
import "../chunks/chunk-UUOU5VDB.mjs";
import "../chunks/chunk-QWZ6RNY4.mjs";
import "../chunks/chunk-UOT7TFTO.mjs";
import "../chunks/chunk-VCDNO2R4.mjs";
import "../chunks/chunk-FUPYKIWD.mjs";
import "../chunks/chunk-OVYL4UTN.mjs";
import "../chunks/chunk-EZPV5CM7.mjs";
import "../chunks/chunk-MY5CIAFD.mjs";
import "../chunks/chunk-TUULCL67.mjs";
import "../chunks/chunk-CAAXT2UB.mjs";
import "../chunks/chunk-WLYXCBTZ.mjs";
import "../chunks/chunk-B5V62VKM.mjs";
import "../chunks/chunk-C67V5NHE.mjs";
import "../chunks/chunk-3FZOQBE2.mjs";
import "../chunks/chunk-74PR4RLN.mjs";
import "../chunks/chunk-LWLXEWTS.mjs";
import "../chunks/chunk-BK7ZKQBN.mjs";
import "../chunks/chunk-LQRWZFRM.mjs";
import {
  package_default
} from "../chunks/chunk-KZLNRD6O.mjs";
import "../chunks/chunk-LOPOJU6Y.mjs";
import "../chunks/chunk-RDBTEXAQ.mjs";
import "../chunks/chunk-3ANDV6LO.mjs";
import "../chunks/chunk-YGUGVLQU.mjs";
import "../chunks/chunk-P7NKLADR.mjs";
import "../chunks/chunk-BY6RNE6R.mjs";
import "../chunks/chunk-HLYA65ZP.mjs";
import "../chunks/chunk-SXD6GIPV.mjs";
import "../chunks/chunk-3O3Q672X.mjs";
import "../chunks/chunk-YBAVCMHO.mjs";
import "../chunks/chunk-5QZBY7M7.mjs";
import "../chunks/chunk-YM5ARPLB.mjs";
import "../chunks/chunk-KLCLWRYS.mjs";
import "../chunks/chunk-V7KVKL45.mjs";
import "../chunks/chunk-UXFQQOYK.mjs";
import "../chunks/chunk-TBV7IG7K.mjs";
import "../chunks/chunk-MP4KCKVT.mjs";
import "../chunks/chunk-GEGC7X7J.mjs";
import "../chunks/chunk-SCEE63KM.mjs";
import "../chunks/chunk-VEV5XY66.mjs";
import "../chunks/chunk-OQY754ZX.mjs";
import "../chunks/chunk-KTFFVCLG.mjs";
import "../chunks/chunk-BGL2MGIU.mjs";
import "../chunks/chunk-LFGQZFD2.mjs";
import "../chunks/chunk-CG4EY3AM.mjs";
import "../chunks/chunk-4PORZPZM.mjs";
import "../chunks/chunk-R2N667XA.mjs";

// src/action.ts
var host = stepHost({ version: package_default.version, directory: import.meta.dirname });
process.exitCode = await runStep(host, cancelOnRunnerSignals());
