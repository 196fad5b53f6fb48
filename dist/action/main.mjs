import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  cancelOnRunnerSignals,
  runStep,
  stepHost
} from "../chunks/chunk-2EMXNUIT.mjs";
import "../chunks/chunk-Y4TLDMQQ.mjs";
import "../chunks/chunk-VAQ36OT7.mjs";
import "../chunks/chunk-H6RYC4KI.mjs";
import "../chunks/chunk-JUGFBIWA.mjs";
import "../chunks/chunk-RQFYCW7S.mjs";
import "../chunks/chunk-FUWSEGKZ.mjs";
import "../chunks/chunk-JB563S6W.mjs";
import "../chunks/chunk-TVO7XK53.mjs";
import "../chunks/chunk-RWGPPKF3.mjs";
import "../chunks/chunk-LX7N7OFC.mjs";
import "../chunks/chunk-WC2TMOWA.mjs";
import "../chunks/chunk-QVBAHAR2.mjs";
import "../chunks/chunk-FHZZFAUO.mjs";
import "../chunks/chunk-JJPZCCMJ.mjs";
import "../chunks/chunk-LLYMXFPJ.mjs";
import "../chunks/chunk-IFOFWMMU.mjs";
import "../chunks/chunk-7ACBYE7Y.mjs";
import "../chunks/chunk-PSZOQX5Q.mjs";
import "../chunks/chunk-L4MBVZKB.mjs";
import "../chunks/chunk-GKDVK44M.mjs";
import "../chunks/chunk-WFL2Y6HC.mjs";
import "../chunks/chunk-2VKLI7JB.mjs";
import "../chunks/chunk-NCO2VSFF.mjs";
import "../chunks/chunk-JH63KMMX.mjs";
import "../chunks/chunk-FEUI54CN.mjs";
import "../chunks/chunk-CUHRTMBM.mjs";
import "../chunks/chunk-J35VQB3X.mjs";
import "../chunks/chunk-Z5M3ZDMR.mjs";
import "../chunks/chunk-XY42UZ25.mjs";
import "../chunks/chunk-XFDUTJQO.mjs";
import "../chunks/chunk-6XJXKXSM.mjs";
import "../chunks/chunk-PJGE2AZL.mjs";
import "../chunks/chunk-G7Y3NBSV.mjs";
import "../chunks/chunk-533ISHDF.mjs";
import "../chunks/chunk-RPRBIONT.mjs";
import "../chunks/chunk-U2LNNYGN.mjs";
import "../chunks/chunk-42EG7RIT.mjs";
import {
  package_default
} from "../chunks/chunk-MAC4AZYK.mjs";
import "../chunks/chunk-SFZQMKZA.mjs";
import "../chunks/chunk-QYEL2MFA.mjs";
import "../chunks/chunk-QLGGIQ45.mjs";
import "../chunks/chunk-ORRRUZN6.mjs";
import "../chunks/chunk-V4AHKANW.mjs";
import "../chunks/chunk-YF3CQPZG.mjs";
import "../chunks/chunk-WIOT5BKV.mjs";
import "../chunks/chunk-MKLWSO4V.mjs";
import "../chunks/chunk-HLYA65ZP.mjs";
import "../chunks/chunk-L4FURYEC.mjs";
import "../chunks/chunk-OTLDLPN7.mjs";
import "../chunks/chunk-6Q5IN44C.mjs";
import "../chunks/chunk-Z5GGRIFT.mjs";
import "../chunks/chunk-R34E6Y4Y.mjs";
import "../chunks/chunk-43WI7UBL.mjs";
import "../chunks/chunk-ZZYZID6W.mjs";
import "../chunks/chunk-6XFKG6TB.mjs";
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
import "../chunks/chunk-Z52LW6BK.mjs";
import "../chunks/chunk-R2N667XA.mjs";

// src/action.ts
var host = stepHost({ version: package_default.version, directory: import.meta.dirname });
process.exitCode = await runStep(host, cancelOnRunnerSignals());
