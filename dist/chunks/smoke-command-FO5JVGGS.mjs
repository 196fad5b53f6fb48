import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  runCommand
} from "./chunk-FZJYVK5U.mjs";
import "./chunk-PVTFE4LR.mjs";
import "./chunk-3DBBB7NK.mjs";
import "./chunk-JUIZ7H4V.mjs";
import "./chunk-PQIJVHGQ.mjs";
import "./chunk-SR67EZ76.mjs";
import "./chunk-AVLCZ2AS.mjs";
import "./chunk-Y42A6BDT.mjs";
import "./chunk-UH7ZL7Q2.mjs";
import "./chunk-4IFTEJWE.mjs";
import "./chunk-Z52ASNL3.mjs";
import "./chunk-P33J4D2E.mjs";
import "./chunk-VZ3XNEFQ.mjs";
import "./chunk-LLYMXFPJ.mjs";
import "./chunk-LWVAITKD.mjs";
import "./chunk-OK5UEABX.mjs";
import "./chunk-KNVQYPQ4.mjs";
import "./chunk-L7CP2ILC.mjs";
import "./chunk-RPYGVRGS.mjs";
import "./chunk-PL3PYU5L.mjs";
import "./chunk-4RYYH6E5.mjs";
import "./chunk-YZWTKSKI.mjs";
import "./chunk-HLYA65ZP.mjs";
import "./chunk-T6GTHSTU.mjs";
import "./chunk-XEAPOWKT.mjs";
import "./chunk-PP4HT45W.mjs";
import "./chunk-X6ZZKZRR.mjs";
import {
  UsageError
} from "./chunk-QYEL2MFA.mjs";
import "./chunk-AGUDLKZO.mjs";
import "./chunk-EFSC4T5S.mjs";
import "./chunk-PZIESEAT.mjs";
import "./chunk-FTZM3PQV.mjs";
import "./chunk-SOJWF4Z4.mjs";
import "./chunk-CV4MAWGW.mjs";
import "./chunk-SX6AYEAE.mjs";
import "./chunk-WABYQQ2Y.mjs";
import "./chunk-ZA4YE7YP.mjs";
import "./chunk-UQ27WKSB.mjs";
import "./chunk-Z5M3ZDMR.mjs";
import "./chunk-7ASZTMLB.mjs";
import "./chunk-WJUJR6MB.mjs";
import "./chunk-2JNJEXXK.mjs";
import "./chunk-OO2ITZZJ.mjs";
import "./chunk-NMLPZBC3.mjs";
import "./chunk-DZ5U262N.mjs";
import "./chunk-ZOCY7ZAN.mjs";
import "./chunk-BUN7IQEI.mjs";
import "./chunk-UTU2GXSA.mjs";
import "./chunk-GRJFLVWM.mjs";
import "./chunk-SMWPJZE2.mjs";
import "./chunk-42EG7RIT.mjs";
import "./chunk-IRPNDCYH.mjs";
import "./chunk-PNGENSD7.mjs";
import "./chunk-PC3WFA6B.mjs";
import "./chunk-XFDUTJQO.mjs";
import "./chunk-R2N667XA.mjs";

// src/cli/smoke-command.ts
async function smokeCommand(args, host) {
  if (args.operands.length === 0)
    throw new UsageError(
      "Name at least one directory with a Kbuild, a Makefile or a dkms.conf. Several are built in this order, and a later one may use symbols of an earlier one."
    );
  return await runCommand(asRun(args), host);
}
function asRun(args) {
  return {
    ...args,
    operands: [],
    values: (name) => name === "smoke" ? args.operands : args.values(name)
  };
}
export {
  smokeCommand
};
