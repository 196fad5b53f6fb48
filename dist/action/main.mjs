import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  cancelOnRunnerSignals,
  runStep,
  stepHost
} from "../chunks/chunk-YWSZP2BF.mjs";
import "../chunks/chunk-H6RYC4KI.mjs";
import "../chunks/chunk-JCSZMGK2.mjs";
import "../chunks/chunk-2LNUDFI6.mjs";
import "../chunks/chunk-5EYMZHUK.mjs";
import "../chunks/chunk-YSAMNNSO.mjs";
import "../chunks/chunk-ZEFOLLOT.mjs";
import "../chunks/chunk-AJ3TXGW3.mjs";
import "../chunks/chunk-5G4BAX2D.mjs";
import "../chunks/chunk-RJTXX633.mjs";
import "../chunks/chunk-P33J4D2E.mjs";
import "../chunks/chunk-JOPJTH5P.mjs";
import "../chunks/chunk-LLYMXFPJ.mjs";
import "../chunks/chunk-LWVAITKD.mjs";
import "../chunks/chunk-SCVUG2SU.mjs";
import "../chunks/chunk-KNVQYPQ4.mjs";
import "../chunks/chunk-L7CP2ILC.mjs";
import "../chunks/chunk-RPYGVRGS.mjs";
import "../chunks/chunk-TAFJQXFR.mjs";
import "../chunks/chunk-4RYYH6E5.mjs";
import "../chunks/chunk-YZWTKSKI.mjs";
import "../chunks/chunk-HLYA65ZP.mjs";
import "../chunks/chunk-T6GTHSTU.mjs";
import "../chunks/chunk-XEAPOWKT.mjs";
import "../chunks/chunk-PP4HT45W.mjs";
import "../chunks/chunk-X6ZZKZRR.mjs";
import {
  package_default
} from "../chunks/chunk-GW3SYPH6.mjs";
import "../chunks/chunk-Y44SECUK.mjs";
import "../chunks/chunk-QYEL2MFA.mjs";
import "../chunks/chunk-Y3XOUG2W.mjs";
import "../chunks/chunk-EFSC4T5S.mjs";
import "../chunks/chunk-PZIESEAT.mjs";
import "../chunks/chunk-FTZM3PQV.mjs";
import "../chunks/chunk-SOJWF4Z4.mjs";
import "../chunks/chunk-CV4MAWGW.mjs";
import "../chunks/chunk-PE3XEO2L.mjs";
import "../chunks/chunk-VVHDLWHJ.mjs";
import "../chunks/chunk-PNSL5UR5.mjs";
import "../chunks/chunk-ZA4YE7YP.mjs";
import "../chunks/chunk-UQ27WKSB.mjs";
import "../chunks/chunk-Z5M3ZDMR.mjs";
import "../chunks/chunk-7ASZTMLB.mjs";
import "../chunks/chunk-WJUJR6MB.mjs";
import "../chunks/chunk-2JNJEXXK.mjs";
import "../chunks/chunk-OO2ITZZJ.mjs";
import "../chunks/chunk-NMLPZBC3.mjs";
import "../chunks/chunk-DZ5U262N.mjs";
import "../chunks/chunk-ZOCY7ZAN.mjs";
import "../chunks/chunk-BUN7IQEI.mjs";
import "../chunks/chunk-3V3CBYNY.mjs";
import "../chunks/chunk-SEYUDKAT.mjs";
import "../chunks/chunk-JB563S6W.mjs";
import "../chunks/chunk-GRJFLVWM.mjs";
import "../chunks/chunk-YT2C4MXR.mjs";
import "../chunks/chunk-SMWPJZE2.mjs";
import "../chunks/chunk-42EG7RIT.mjs";
import "../chunks/chunk-IRPNDCYH.mjs";
import "../chunks/chunk-PNGENSD7.mjs";
import "../chunks/chunk-PC3WFA6B.mjs";
import "../chunks/chunk-XFDUTJQO.mjs";
import "../chunks/chunk-R2N667XA.mjs";

// src/action.ts
var host = stepHost({ version: package_default.version, directory: import.meta.dirname });
process.exitCode = await runStep(host, cancelOnRunnerSignals());
