import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  cancelOnRunnerSignals,
  runStep,
  stepHost
} from "../chunks/chunk-BM4KEUUC.mjs";
import "../chunks/chunk-H6RYC4KI.mjs";
import "../chunks/chunk-BO55WL2W.mjs";
import "../chunks/chunk-YBZ3GNAU.mjs";
import "../chunks/chunk-5EYMZHUK.mjs";
import "../chunks/chunk-AVLCZ2AS.mjs";
import "../chunks/chunk-Y42A6BDT.mjs";
import {
  keepHeapSmall
} from "../chunks/chunk-UH7ZL7Q2.mjs";
import "../chunks/chunk-4IFTEJWE.mjs";
import "../chunks/chunk-Z52ASNL3.mjs";
import "../chunks/chunk-P33J4D2E.mjs";
import "../chunks/chunk-VZ3XNEFQ.mjs";
import "../chunks/chunk-LLYMXFPJ.mjs";
import "../chunks/chunk-LWVAITKD.mjs";
import "../chunks/chunk-OK5UEABX.mjs";
import "../chunks/chunk-KNVQYPQ4.mjs";
import "../chunks/chunk-L7CP2ILC.mjs";
import "../chunks/chunk-RPYGVRGS.mjs";
import "../chunks/chunk-PL3PYU5L.mjs";
import "../chunks/chunk-4RYYH6E5.mjs";
import "../chunks/chunk-YZWTKSKI.mjs";
import "../chunks/chunk-HLYA65ZP.mjs";
import "../chunks/chunk-T6GTHSTU.mjs";
import "../chunks/chunk-XEAPOWKT.mjs";
import "../chunks/chunk-PP4HT45W.mjs";
import "../chunks/chunk-X6ZZKZRR.mjs";
import {
  package_default
} from "../chunks/chunk-5LXPU4R5.mjs";
import "../chunks/chunk-Y44SECUK.mjs";
import "../chunks/chunk-QYEL2MFA.mjs";
import "../chunks/chunk-AGUDLKZO.mjs";
import "../chunks/chunk-EFSC4T5S.mjs";
import "../chunks/chunk-PZIESEAT.mjs";
import "../chunks/chunk-FTZM3PQV.mjs";
import "../chunks/chunk-SOJWF4Z4.mjs";
import "../chunks/chunk-CV4MAWGW.mjs";
import "../chunks/chunk-PE3XEO2L.mjs";
import "../chunks/chunk-SX6AYEAE.mjs";
import "../chunks/chunk-WABYQQ2Y.mjs";
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
import "../chunks/chunk-UTU2GXSA.mjs";
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
keepHeapSmall();
var host = stepHost({ version: package_default.version, directory: import.meta.dirname });
process.exitCode = await runStep(host, cancelOnRunnerSignals());
