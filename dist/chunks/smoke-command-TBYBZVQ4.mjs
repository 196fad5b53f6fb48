import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  runCommand
} from "./chunk-IKHOCM6Z.mjs";
import "./chunk-LICANZ2L.mjs";
import "./chunk-NECPTMU6.mjs";
import "./chunk-5LXGSPIT.mjs";
import "./chunk-NNC4K2CB.mjs";
import "./chunk-XDGMKLK5.mjs";
import "./chunk-FBSS5QJI.mjs";
import "./chunk-H32I3O4Z.mjs";
import "./chunk-CR6AY2RP.mjs";
import "./chunk-MURM4DMQ.mjs";
import "./chunk-EIZHXFLU.mjs";
import "./chunk-GIT2XBE2.mjs";
import "./chunk-LIUYKLU2.mjs";
import "./chunk-LLYMXFPJ.mjs";
import "./chunk-5YQEJS22.mjs";
import "./chunk-2767SPUJ.mjs";
import "./chunk-V6QVYMDT.mjs";
import "./chunk-35SUKATJ.mjs";
import "./chunk-NXH3ERNJ.mjs";
import "./chunk-X2HSTIIH.mjs";
import "./chunk-PK6VEPSI.mjs";
import "./chunk-HLYA65ZP.mjs";
import "./chunk-AVXTAMDB.mjs";
import "./chunk-T2I3TE57.mjs";
import "./chunk-HVMBMXHY.mjs";
import "./chunk-U3PELH3R.mjs";
import {
  UsageError
} from "./chunk-QYEL2MFA.mjs";
import "./chunk-3UWQOD23.mjs";
import "./chunk-CSV2R5HR.mjs";
import "./chunk-SKBP2LP6.mjs";
import "./chunk-DKSBWKUE.mjs";
import "./chunk-SOJWF4Z4.mjs";
import "./chunk-CV4MAWGW.mjs";
import "./chunk-MYDY7IW4.mjs";
import "./chunk-QGMTBMWF.mjs";
import "./chunk-FX2T7QRF.mjs";
import "./chunk-CZYP53SI.mjs";
import "./chunk-5AVZSXSO.mjs";
import "./chunk-2C35U6OZ.mjs";
import "./chunk-OO2ITZZJ.mjs";
import "./chunk-NMLPZBC3.mjs";
import "./chunk-55UQDUV5.mjs";
import "./chunk-ZOCY7ZAN.mjs";
import "./chunk-KLTUR2PH.mjs";
import "./chunk-3V3CBYNY.mjs";
import "./chunk-UE56YTIM.mjs";
import "./chunk-GRJFLVWM.mjs";
import "./chunk-U2LNNYGN.mjs";
import "./chunk-42EG7RIT.mjs";
import "./chunk-IRPNDCYH.mjs";
import "./chunk-PNGENSD7.mjs";
import "./chunk-OY4GEF45.mjs";
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
