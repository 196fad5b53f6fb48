import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  cancelOnRunnerSignals,
  runStep,
  stepHost
} from "../chunks/chunk-FW7ONVRY.mjs";
import "../chunks/chunk-QVJ44D3F.mjs";
import "../chunks/chunk-DJ2TRNWK.mjs";
import "../chunks/chunk-H6RYC4KI.mjs";
import "../chunks/chunk-H7OXXAW6.mjs";
import "../chunks/chunk-OXHPLB3T.mjs";
import "../chunks/chunk-FUWSEGKZ.mjs";
import "../chunks/chunk-JB563S6W.mjs";
import "../chunks/chunk-H43CLNOV.mjs";
import "../chunks/chunk-RWGPPKF3.mjs";
import "../chunks/chunk-KOHNHXEE.mjs";
import "../chunks/chunk-K5OLDXHH.mjs";
import "../chunks/chunk-QVBAHAR2.mjs";
import "../chunks/chunk-AU7DSA66.mjs";
import "../chunks/chunk-QDAFZM7I.mjs";
import "../chunks/chunk-LLYMXFPJ.mjs";
import "../chunks/chunk-L6QXCQUK.mjs";
import "../chunks/chunk-7ACBYE7Y.mjs";
import "../chunks/chunk-PSZOQX5Q.mjs";
import "../chunks/chunk-QIYPE3U4.mjs";
import "../chunks/chunk-SOSCSTN6.mjs";
import "../chunks/chunk-3MCGLXSR.mjs";
import "../chunks/chunk-E4UKKKIB.mjs";
import "../chunks/chunk-NCO2VSFF.mjs";
import "../chunks/chunk-FCTLL6II.mjs";
import "../chunks/chunk-FEUI54CN.mjs";
import "../chunks/chunk-RRZUWGEB.mjs";
import "../chunks/chunk-ZXDP6UOH.mjs";
import "../chunks/chunk-Z5M3ZDMR.mjs";
import "../chunks/chunk-OJVNGN6R.mjs";
import "../chunks/chunk-XFDUTJQO.mjs";
import "../chunks/chunk-6XJXKXSM.mjs";
import "../chunks/chunk-7N3F3D6X.mjs";
import "../chunks/chunk-G7Y3NBSV.mjs";
import "../chunks/chunk-533ISHDF.mjs";
import "../chunks/chunk-RPRBIONT.mjs";
import "../chunks/chunk-U2LNNYGN.mjs";
import "../chunks/chunk-42EG7RIT.mjs";
import {
  package_default
} from "../chunks/chunk-T6DQZTGV.mjs";
import "../chunks/chunk-QHDM5ZLN.mjs";
import "../chunks/chunk-QYEL2MFA.mjs";
import "../chunks/chunk-QLGGIQ45.mjs";
import "../chunks/chunk-ORRRUZN6.mjs";
import "../chunks/chunk-NEJO2H7V.mjs";
import "../chunks/chunk-NJS3XO23.mjs";
import "../chunks/chunk-DFLZNR4O.mjs";
import "../chunks/chunk-MKLWSO4V.mjs";
import "../chunks/chunk-HLYA65ZP.mjs";
import "../chunks/chunk-L4FURYEC.mjs";
import "../chunks/chunk-S34VUR7V.mjs";
import "../chunks/chunk-A2YSBGWX.mjs";
import "../chunks/chunk-Z5GGRIFT.mjs";
import "../chunks/chunk-ROFPOSIT.mjs";
import "../chunks/chunk-43WI7UBL.mjs";
import "../chunks/chunk-ZZYZID6W.mjs";
import "../chunks/chunk-RRZYCK7L.mjs";
import "../chunks/chunk-3V3CBYNY.mjs";
import "../chunks/chunk-IRPNDCYH.mjs";
import "../chunks/chunk-5NW2O3U6.mjs";
import "../chunks/chunk-4K3JF4DD.mjs";
import "../chunks/chunk-FVEPVBWF.mjs";
import "../chunks/chunk-CV4MAWGW.mjs";
import "../chunks/chunk-ZOCY7ZAN.mjs";
import "../chunks/chunk-PNGENSD7.mjs";
import "../chunks/chunk-L2Z4XR4T.mjs";
import "../chunks/chunk-QTSMFX6Q.mjs";
import "../chunks/chunk-4ZGFQWUM.mjs";
import "../chunks/chunk-VQ6UBOWN.mjs";
import "../chunks/chunk-R2N667XA.mjs";

// src/action.ts
var host = stepHost({ version: package_default.version, directory: import.meta.dirname });
process.exitCode = await runStep(host, cancelOnRunnerSignals());
