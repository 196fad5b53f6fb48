import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  explain,
  statusForGit
} from "./chunk-6PUYE7X6.mjs";
import "./chunk-T2I3TE57.mjs";
import "./chunk-TSI2CKU2.mjs";
import "./chunk-U3PELH3R.mjs";
import "./chunk-QYEL2MFA.mjs";
import "./chunk-QG5PWIID.mjs";
import "./chunk-TN6WU2A4.mjs";
import "./chunk-QXPZKVKD.mjs";
import "./chunk-KLTUR2PH.mjs";
import "./chunk-UE56YTIM.mjs";
import "./chunk-YA5OBRNA.mjs";
import "./chunk-RWGPPKF3.mjs";
import "./chunk-U2LNNYGN.mjs";
import "./chunk-42EG7RIT.mjs";
import "./chunk-OY4GEF45.mjs";
import "./chunk-R2N667XA.mjs";
export {
  explain,
  statusForGit
};
