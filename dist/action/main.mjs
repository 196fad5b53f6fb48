import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  cancelOnRunnerSignals,
  runStep,
  stepHost
} from "../chunks/chunk-KNY4SXEE.mjs";
import "../chunks/chunk-OJJNSCMG.mjs";
import "../chunks/chunk-Z25P5YUL.mjs";
import "../chunks/chunk-SZXSABMF.mjs";
import "../chunks/chunk-XPKAC4Z6.mjs";
import "../chunks/chunk-LHA5LUMR.mjs";
import "../chunks/chunk-WPMISJ4E.mjs";
import "../chunks/chunk-Q5IMOQOL.mjs";
import "../chunks/chunk-QMYJWRNP.mjs";
import "../chunks/chunk-EQDLKAAK.mjs";
import "../chunks/chunk-J3TMVRAD.mjs";
import "../chunks/chunk-TBKBWAYM.mjs";
import "../chunks/chunk-DOS4DTG3.mjs";
import "../chunks/chunk-XY4LSZ7H.mjs";
import "../chunks/chunk-RXGZI53L.mjs";
import "../chunks/chunk-IUCQ4QF6.mjs";
import "../chunks/chunk-XNEYPN6K.mjs";
import "../chunks/chunk-C2YS4NL5.mjs";
import "../chunks/chunk-Q72M36OT.mjs";
import "../chunks/chunk-S5JOU3XU.mjs";
import "../chunks/chunk-7N4AMPUF.mjs";
import "../chunks/chunk-JV6YK5TX.mjs";
import "../chunks/chunk-MNSBFTQX.mjs";
import "../chunks/chunk-F6NPF634.mjs";
import "../chunks/chunk-LLEU7AI5.mjs";
import "../chunks/chunk-HSG2LOMW.mjs";
import "../chunks/chunk-UUOU5VDB.mjs";
import "../chunks/chunk-CQ32FWZF.mjs";
import "../chunks/chunk-AXXCNL22.mjs";
import "../chunks/chunk-2OSIP45D.mjs";
import "../chunks/chunk-BWDQSQA3.mjs";
import {
  package_default
} from "../chunks/chunk-UONJUVUX.mjs";
import "../chunks/chunk-UUDNWT5W.mjs";
import "../chunks/chunk-ZJFH3G66.mjs";
import "../chunks/chunk-D63UESMU.mjs";
import "../chunks/chunk-MO2YFL3J.mjs";
import "../chunks/chunk-4AEJZML4.mjs";
import "../chunks/chunk-L7VI3FAZ.mjs";
import "../chunks/chunk-PWAELWCE.mjs";
import "../chunks/chunk-DW27QHUX.mjs";
import "../chunks/chunk-FUIZULY4.mjs";
import "../chunks/chunk-PU7NKRHI.mjs";
import "../chunks/chunk-IF3SDQBP.mjs";
import "../chunks/chunk-UOT7TFTO.mjs";
import "../chunks/chunk-5UOFJVQD.mjs";
import "../chunks/chunk-NDZHT6TS.mjs";
import "../chunks/chunk-A22H6BHT.mjs";
import "../chunks/chunk-VEV5XY66.mjs";
import "../chunks/chunk-OAU2IF34.mjs";
import "../chunks/chunk-7XYTD5F5.mjs";
import "../chunks/chunk-EC7TNNSF.mjs";
import "../chunks/chunk-LFGQZFD2.mjs";
import "../chunks/chunk-R2N667XA.mjs";

// src/action.ts
var host = stepHost({ version: package_default.version, directory: import.meta.dirname });
process.exitCode = await runStep(host, cancelOnRunnerSignals());
