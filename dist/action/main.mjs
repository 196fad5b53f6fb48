import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  cancelOnRunnerSignals,
  runStep,
  stepHost
} from "../chunks/chunk-HMWE2EY6.mjs";
import "../chunks/chunk-DLPITIJH.mjs";
import "../chunks/chunk-H6RYC4KI.mjs";
import "../chunks/chunk-H5CLRZEW.mjs";
import "../chunks/chunk-OGROFRCG.mjs";
import "../chunks/chunk-42YL7VD6.mjs";
import "../chunks/chunk-M7YPIK2J.mjs";
import "../chunks/chunk-YOCGVPEI.mjs";
import "../chunks/chunk-GT27GU3L.mjs";
import "../chunks/chunk-KTSAUHL7.mjs";
import "../chunks/chunk-GIT2XBE2.mjs";
import "../chunks/chunk-ZMOUVVRZ.mjs";
import "../chunks/chunk-LLYMXFPJ.mjs";
import "../chunks/chunk-GZ7LWFOB.mjs";
import "../chunks/chunk-J5225S4D.mjs";
import "../chunks/chunk-V6QVYMDT.mjs";
import "../chunks/chunk-L3WEPZ6I.mjs";
import "../chunks/chunk-H2TO7X7F.mjs";
import "../chunks/chunk-E7XGSJMQ.mjs";
import "../chunks/chunk-PK6VEPSI.mjs";
import "../chunks/chunk-HLYA65ZP.mjs";
import "../chunks/chunk-AVXTAMDB.mjs";
import "../chunks/chunk-T2I3TE57.mjs";
import "../chunks/chunk-GSAV6IMO.mjs";
import "../chunks/chunk-D65C2E4D.mjs";
import {
  package_default
} from "../chunks/chunk-BMVNY5HH.mjs";
import "../chunks/chunk-XLIQFCOD.mjs";
import "../chunks/chunk-QYEL2MFA.mjs";
import "../chunks/chunk-XZUP6TOP.mjs";
import "../chunks/chunk-CSV2R5HR.mjs";
import "../chunks/chunk-SKBP2LP6.mjs";
import "../chunks/chunk-DKSBWKUE.mjs";
import "../chunks/chunk-SOJWF4Z4.mjs";
import "../chunks/chunk-CV4MAWGW.mjs";
import "../chunks/chunk-SXN444EQ.mjs";
import "../chunks/chunk-MYDY7IW4.mjs";
import "../chunks/chunk-QGMTBMWF.mjs";
import "../chunks/chunk-FX2T7QRF.mjs";
import "../chunks/chunk-CZYP53SI.mjs";
import "../chunks/chunk-5AVZSXSO.mjs";
import "../chunks/chunk-2C35U6OZ.mjs";
import "../chunks/chunk-OO2ITZZJ.mjs";
import "../chunks/chunk-NMLPZBC3.mjs";
import "../chunks/chunk-55UQDUV5.mjs";
import "../chunks/chunk-ZOCY7ZAN.mjs";
import "../chunks/chunk-KLTUR2PH.mjs";
import "../chunks/chunk-3V3CBYNY.mjs";
import "../chunks/chunk-UE56YTIM.mjs";
import "../chunks/chunk-SEYUDKAT.mjs";
import "../chunks/chunk-JB563S6W.mjs";
import "../chunks/chunk-GRJFLVWM.mjs";
import "../chunks/chunk-RWGPPKF3.mjs";
import "../chunks/chunk-U2LNNYGN.mjs";
import "../chunks/chunk-42EG7RIT.mjs";
import "../chunks/chunk-IRPNDCYH.mjs";
import "../chunks/chunk-PNGENSD7.mjs";
import "../chunks/chunk-OY4GEF45.mjs";
import "../chunks/chunk-XFDUTJQO.mjs";
import "../chunks/chunk-R2N667XA.mjs";

// src/action.ts
var host = stepHost({ version: package_default.version, directory: import.meta.dirname });
process.exitCode = await runStep(host, cancelOnRunnerSignals());
