import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  explain,
  statusForGit
} from "./chunk-TVO7XK53.mjs";
import "./chunk-RWGPPKF3.mjs";
import "./chunk-6XJXKXSM.mjs";
import "./chunk-PJGE2AZL.mjs";
import "./chunk-G7Y3NBSV.mjs";
import "./chunk-533ISHDF.mjs";
import "./chunk-RPRBIONT.mjs";
import "./chunk-U2LNNYGN.mjs";
import "./chunk-42EG7RIT.mjs";
import "./chunk-QYEL2MFA.mjs";
import "./chunk-L4FURYEC.mjs";
import "./chunk-5NW2O3U6.mjs";
import "./chunk-4K3JF4DD.mjs";
import "./chunk-FVEPVBWF.mjs";
import "./chunk-L2Z4XR4T.mjs";
import "./chunk-QTSMFX6Q.mjs";
import "./chunk-Z52LW6BK.mjs";
import "./chunk-R2N667XA.mjs";
export {
  explain,
  statusForGit
};
